package org.newsweft.text.tone.words;

/**
 * What VADER says of a sentence.
 *
 * @param negative share of negative words, three decimals
 * @param neutral share of words without a value, three decimals
 * @param positive share of positive words, three decimals
 * @param compound all values in one, -1 to 1, four decimals
 */
public record VaderScores(double negative, double neutral, double positive, double compound) {
    static final VaderScores EMPTY = new VaderScores(0, 0, 0, 0);
}
