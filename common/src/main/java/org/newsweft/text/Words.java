package org.newsweft.text;

import java.util.ArrayList;
import java.util.List;

/**
 * The words of a text: runs of letters and digits, held together by an apostrophe, hyphen, full stop or ampersand that
 * stands between two of them, so that "don't", "cyber-espionage", "U.S." and "AT&amp;T" are one word each.
 */
public final class Words {
    private Words() {}

    /** The stretches of all words, in order. */
    public static List<Span> of(String text) {
        List<Span> words = new ArrayList<>();
        int start = next(text, 0);
        while (start < text.length()) {
            int end = end(text, start);
            words.add(new Span(start, end));
            start = next(text, end);
        }
        return words;
    }

    /** Number of words. */
    public static int count(String text) {
        int count = 0;
        int start = next(text, 0);
        while (start < text.length()) {
            count++;
            start = next(text, end(text, start));
        }
        return count;
    }

    /** First unit of a word at or after {@code from}; the length of the text if there is none. */
    private static int next(String text, int from) {
        int i = from;
        while (i < text.length() && !isWord(text, i)) {
            i++;
        }
        return i;
    }

    private static int end(String text, int start) {
        int i = start + 1;
        while (i < text.length()) {
            if (isWord(text, i)) {
                i++;
            } else if (isJoint(text.charAt(i)) && i + 1 < text.length() && isWord(text, i + 1)) {
                i += 2;
            } else {
                break;
            }
        }
        return isAcronym(text, start, i) ? i + 1 : i;
    }

    /** "U.S." keeps its last full stop: without it, it would not be the same word everywhere. */
    private static boolean isAcronym(String text, int start, int end) {
        return end - start >= 3 && text.charAt(start + 1) == '.' && end < text.length() && text.charAt(end) == '.';
    }

    /** Surrogates count as letters: what lies outside the basic plane is script more often than not. */
    private static boolean isWord(String text, int i) {
        char c = text.charAt(i);
        return Character.isLetterOrDigit(c)
                || Character.isSurrogate(c)
                || Character.getType(c) == Character.NON_SPACING_MARK;
    }

    private static boolean isJoint(char c) {
        return c == '\'' || c == '\u2019' || c == '-' || c == '.' || c == '&';
    }
}
