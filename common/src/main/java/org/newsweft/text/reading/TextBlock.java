package org.newsweft.text.reading;

import java.util.Arrays;

/**
 * One line of a page with everything that can be counted in it alone. White space inside is collapsed to one space.
 * Two notions of a word: a <em>part</em> is a run of letters and digits; a <em>word</em> is parts joined by single
 * {@code ' ’ . -}, so that "U.S." is one word of two parts.
 */
final class TextBlock {
    private static final int MIN_PROSE_WORDS = 8;
    private static final int SEVERAL_SENTENCES = 3;
    private static final double MIN_FUNCTION_SHARE = .2;
    private static final int MAX_NOTICE_WORDS = 120;

    /** Position in the page, from 0. */
    final int number;
    /** First and one past the last UTF-16 unit in the raw text. */
    final int start;

    final int end;
    /** The block with white space collapsed. */
    final String text;
    /** Numbers of its parts in the page's vocabulary, in order. */
    final int[] parts;

    final int[] partStarts;
    final int[] partEnds;
    /** Distinct content words, in order of first appearance. */
    final int[] contentWords;

    final int words;
    final int spacedWords;
    final int wordChars;
    final int alphabeticWords;
    final int capitalisedWords;
    final int allCapitalWords;
    final int functionWords;
    final int shortLowerWords;
    final int nonFunctionWords;
    final int nonFunctionCapitalised;
    final int digits;
    final int punctuation;
    final int commas;
    final int doubleQuotes;
    final int separators;
    final int sentenceBreaks;
    final boolean endsSentence;

    private final long markers;

    TextBlock(BlockScanner scan) {
        number = scan.number;
        start = scan.start;
        end = scan.end;
        text = scan.text;
        parts = Arrays.copyOf(scan.parts, scan.partCount);
        partStarts = Arrays.copyOf(scan.partStarts, scan.partCount);
        partEnds = Arrays.copyOf(scan.partEnds, scan.partCount);
        contentWords = Arrays.copyOf(scan.contentWords, scan.contentCount);
        words = scan.words;
        spacedWords = scan.spacedWords;
        wordChars = scan.wordChars;
        alphabeticWords = scan.alphabeticWords;
        capitalisedWords = scan.capitalisedWords;
        allCapitalWords = scan.allCapitalWords;
        functionWords = scan.functionWords;
        shortLowerWords = scan.shortLowerWords;
        nonFunctionWords = scan.nonFunctionWords;
        nonFunctionCapitalised = scan.nonFunctionCapitalised;
        digits = scan.digits;
        punctuation = scan.punctuation;
        commas = scan.commas;
        doubleQuotes = scan.doubleQuotes;
        separators = scan.separators;
        sentenceBreaks = scan.sentenceBreaks;
        endsSentence = scan.endsSentence;
        markers = scan.markers;
    }

    boolean has(Marker marker) {
        return (markers & marker.bit()) != 0;
    }

    /** Share of function words. */
    double functionShare() {
        return words == 0 ? 0 : (double) functionWords / words;
    }

    /** Share of words that are all lower-case letters, at most three: function words of any language. */
    double shortLowerShare() {
        return words == 0 ? 0 : (double) shortLowerWords / words;
    }

    /** Share of capitalised words among those that are not function words; 0 for fewer than two. */
    double titleCaseShare() {
        return nonFunctionWords > 1 ? (double) nonFunctionCapitalised / nonFunctionWords : 0;
    }

    /**
     * A line of running text: ends like a sentence or holds several, is long enough, has function words and is no legal
     * notice. What is longer than any notice may speak of cookies and copyright.
     */
    boolean isProse() {
        return (endsSentence || sentenceBreaks >= SEVERAL_SENTENCES)
                && words >= MIN_PROSE_WORDS
                && (functionShare() >= MIN_FUNCTION_SHARE || shortLowerShare() >= MIN_FUNCTION_SHARE)
                && (words > MAX_NOTICE_WORDS || (!has(Marker.COPY) && !has(Marker.COOKIE)))
                && !(has(Marker.WALL) && BlockRules.isWall(this));
    }

    char first() {
        return text.charAt(0);
    }

    char last() {
        return text.charAt(text.length() - 1);
    }
}
