package org.newsweft.text.tone;

import org.newsweft.text.tone.roles.DeniedHarm;
import org.newsweft.text.tone.words.Decimals;

/**
 * The tone of whole sentences: the rating people would give on average, divided by four, so that it lies between -1 and
 * 1. The data sheet is docs/models/sentence-tone.md.
 */
final class SentenceTones {
    private static final double GREATEST_RATING = 4;

    private final SentenceToneModel model;
    private final TargetEncoder encoder;

    SentenceTones(SentenceToneModel model, TargetEncoder encoder) {
        this.model = model;
        this.encoder = encoder;
    }

    SentenceTone of(String sentence) {
        double share = model.rating(sentence) / GREATEST_RATING;
        double score = Decimals.six(Math.max(-1, Math.min(1, share)));
        if (label(score) == ToneLabel.NEGATIVE && DeniedHarm.isAll(encoder.words(sentence))) {
            score = 0;
        }
        return new SentenceTone(score, label(score));
    }

    ToneLabel label(double score) {
        return model.cuts().label(score);
    }
}
