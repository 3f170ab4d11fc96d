package org.newsweft.text.tone.words;

import java.util.Locale;

/**
 * A word that carried the score of a sentence.
 *
 * @param word the word in lower case
 * @param effect the score of the sentence less that of the sentence without the word, six decimals
 */
public record ToneWord(String word, double effect) {
    /** As readers see it: {@code accused -0.21}. */
    @Override
    public String toString() {
        return String.format(Locale.ROOT, "%s %+.2f", word, effect);
    }
}
