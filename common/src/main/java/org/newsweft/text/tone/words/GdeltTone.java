package org.newsweft.text.tone.words;

/**
 * The seven figures of GDELT's {@code V2Tone}, by the definitions of its Global Knowledge Graph codebook (version 2.1):
 * shares of the document's words, in percent, six decimals; all zero for a text without words.
 *
 * <p>The dictionary is VADER's with our news words on top, so figures are comparable among our documents, and only in
 * kind with those GDELT publishes.
 *
 * @param tone positive less negative percent, -100 to 100
 * @param positivePercent words with a positive value in the dictionary
 * @param negativePercent words with a negative value in the dictionary
 * @param polarity words found in the dictionary at all: how charged the text is, whichever way
 * @param activityDensity active verbs
 * @param selfGroupDensity personal pronouns, GDELT's self and group references
 * @param wordCount words in the document
 */
public record GdeltTone(
        double tone,
        double positivePercent,
        double negativePercent,
        double polarity,
        double activityDensity,
        double selfGroupDensity,
        int wordCount) {
    public GdeltTone {
        if (wordCount < 0) {
            throw new IllegalArgumentException("negative word count: " + wordCount);
        }
    }
}
