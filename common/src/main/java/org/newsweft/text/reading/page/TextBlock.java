package org.newsweft.text.reading.page;

import java.util.Arrays;

/**
 * One line of a page with everything that can be counted in it alone. White space inside is collapsed to one space.
 * Two notions of a word: a <em>part</em> is a run of letters and digits; a <em>word</em> is parts joined by single
 * {@code ' ’ . -}, so that "U.S." is one word of two parts.
 */
public final class TextBlock {
    private static final int MIN_PROSE_WORDS = 8;
    private static final int SEVERAL_SENTENCES = 3;
    private static final double MIN_FUNCTION_SHARE = .2;
    private static final int MAX_NOTICE_WORDS = 120;

    /** Position in the page, from 0. */
    public final int number;
    /** First and one past the last UTF-16 unit in the raw text. */
    public final int start;

    public final int end;
    /** The block with white space collapsed. */
    public final String text;
    /** Numbers of its parts in the page's vocabulary, in order. */
    public final int[] parts;

    public final int[] partStarts;
    public final int[] partEnds;
    /** Distinct content words, in order of first appearance. */
    public final int[] contentWords;

    public final int words;
    public final int spacedWords;
    public final int wordChars;
    public final int alphabeticWords;
    public final int capitalisedWords;
    public final int allCapitalWords;
    public final int functionWords;
    final int shortLowerWords;
    final int nonFunctionWords;
    final int nonFunctionCapitalised;
    public final int digits;
    public final int punctuation;
    public final int commas;
    public final int doubleQuotes;
    public final int separators;
    public final int sentenceBreaks;
    public final boolean endsSentence;

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

    public boolean has(Marker marker) {
        return (markers & marker.bit()) != 0;
    }

    /** Share of function words. */
    public double functionShare() {
        return words == 0 ? 0 : (double) functionWords / words;
    }

    /** Share of words that are all lower-case letters, at most three: function words of any language. */
    public double shortLowerShare() {
        return words == 0 ? 0 : (double) shortLowerWords / words;
    }

    /** Share of capitalised words among those that are not function words; 0 for fewer than two. */
    public double titleCaseShare() {
        return nonFunctionWords > 1 ? (double) nonFunctionCapitalised / nonFunctionWords : 0;
    }

    /**
     * A line of running text: ends like a sentence or holds several, is long enough, has function words and is no legal
     * notice. What is longer than any notice may speak of cookies and copyright.
     */
    public boolean isProse() {
        return (endsSentence || sentenceBreaks >= SEVERAL_SENTENCES)
                && words >= MIN_PROSE_WORDS
                && (functionShare() >= MIN_FUNCTION_SHARE || shortLowerShare() >= MIN_FUNCTION_SHARE)
                && (words > MAX_NOTICE_WORDS || (!has(Marker.COPY) && !has(Marker.COOKIE)))
                && !(has(Marker.WALL) && BlockRules.isWall(this));
    }

    public char first() {
        return text.charAt(0);
    }

    public char last() {
        return text.charAt(text.length() - 1);
    }
}
