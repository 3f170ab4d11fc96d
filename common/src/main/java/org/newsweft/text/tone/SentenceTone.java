package org.newsweft.text.tone;

import java.util.Objects;

/**
 * Tone of one sentence as a whole.
 *
 * @param score from -1 (negative) to 1 (positive), six decimals
 * @param label the class the score falls in, by calibrated cuts; never null
 */
public record SentenceTone(double score, ToneLabel label) {
    public SentenceTone {
        if (!(score >= -1 && score <= 1)) {
            throw new IllegalArgumentException("score outside -1..1: " + score);
        }
        Objects.requireNonNull(label, "label");
    }
}
