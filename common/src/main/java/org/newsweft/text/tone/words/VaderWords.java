package org.newsweft.text.tone.words;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * A sentence as VADER sees it: split at white space, punctuation taken off both ends of what stays longer than two
 * characters (so that emoticons live), and with the value of each word in the lexicon.
 */
final class VaderWords {
    /** No sentence is longer; what is would be a list, and VADER's rule for "but" is quadratic in the words. */
    private static final int LIMIT = 4096;

    private final String[] words;
    private final String[] lowerCase;
    private final Double[] values;
    private final int count;
    private final boolean mixedCase;

    private VaderWords(String[] words, String[] lowerCase, Double[] values, int count) {
        this.words = words;
        this.lowerCase = lowerCase;
        this.values = values;
        this.count = count;
        this.mixedCase = isMixedCase();
    }

    static VaderWords of(String text, ValenceLexicon lexicon) {
        List<String> split = split(text);
        String[] words = split.toArray(new String[0]);
        String[] lowerCase = new String[words.length];
        for (int i = 0; i < words.length; i++) {
            lowerCase[i] = words[i].toLowerCase(Locale.ROOT);
        }
        int count = joinPhrases(words, lowerCase, lexicon);
        Double[] values = new Double[count];
        for (int i = 0; i < count; i++) {
            values[i] = lexicon.get(lowerCase[i]);
        }
        return new VaderWords(words, lowerCase, values, count);
    }

    private static List<String> split(String text) {
        List<String> words = new ArrayList<>();
        int start = -1;
        for (int i = 0; i <= text.length() && words.size() < LIMIT; i++) {
            boolean space = i == text.length() || isSpace(text.charAt(i));
            if (!space && start < 0) {
                start = i;
            } else if (space && start >= 0) {
                words.add(withoutPunctuation(text, start, i));
                start = -1;
            }
        }
        return words;
    }

    /** White space as Python's {@code str.split} has it. */
    static boolean isSpace(char c) {
        return c == ' ' || Character.isWhitespace(c) || Character.isSpaceChar(c) || c == '\u0085';
    }

    private static String withoutPunctuation(String text, int from, int to) {
        int start = from;
        int end = to;
        while (start < end && isPunctuation(text.charAt(start))) {
            start++;
        }
        while (end > start && isPunctuation(text.charAt(end - 1))) {
            end--;
        }
        return text.codePointCount(start, end) <= 2 ? text.substring(from, to) : text.substring(start, end);
    }

    /** ASCII punctuation, as in Python's {@code string.punctuation}. */
    private static boolean isPunctuation(char c) {
        return (c >= '!' && c <= '/') || (c >= ':' && c <= '@') || (c >= '[' && c <= '`') || (c >= '{' && c <= '~');
    }

    /** Makes each phrase of the lexicon one word, in place; returns how many words are left. */
    private static int joinPhrases(String[] words, String[] lowerCase, ValenceLexicon lexicon) {
        int kept = 0;
        for (int i = 0; i < words.length; kept++) {
            int length = lexicon.phraseLength(lowerCase, words.length, i);
            if (length == 1) {
                words[kept] = words[i];
                lowerCase[kept] = lowerCase[i];
            } else {
                words[kept] = join(words, i, i + length);
                lowerCase[kept] = join(lowerCase, i, i + length);
            }
            i += length;
        }
        return kept;
    }

    private static String join(String[] words, int from, int to) {
        StringBuilder joined = new StringBuilder(words[from]);
        for (int i = from + 1; i < to; i++) {
            joined.append(' ').append(words[i]);
        }
        return joined.toString();
    }

    private boolean isMixedCase() {
        int upper = 0;
        for (int i = 0; i < count; i++) {
            if (isUpperCase(i)) {
                upper++;
            }
        }
        return upper > 0 && upper < count;
    }

    /** True if the word has a letter with case and none that is not upper case, as Python's {@code str.isupper}. */
    private boolean isUpperCase(int index) {
        String word = words[index];
        boolean cased = false;
        for (int i = 0; i < word.length(); ) {
            int c = word.codePointAt(i);
            if (Character.isLowerCase(c) || Character.isTitleCase(c)) {
                return false;
            }
            cased |= Character.isUpperCase(c);
            i += Character.charCount(c);
        }
        return cased;
    }

    int count() {
        return count;
    }

    String lowerCase(int index) {
        return lowerCase[index];
    }

    boolean is(int index, String word) {
        return lowerCase[index].equals(word);
    }

    boolean hasValue(int index) {
        return values[index] != null;
    }

    double value(int index) {
        return values[index];
    }

    /** True if the word is in capitals in a sentence that is not: emphasis. */
    boolean isShouted(int index) {
        return mixedCase && isUpperCase(index);
    }

    /** The words from {@code from} to {@code to}, inclusive, joined; null unless a phrase of the rules may end there. */
    String phrase(int from, int to) {
        return VaderModifiers.LAST_WORDS.contains(lowerCase[to]) ? join(lowerCase, from, to + 1) : null;
    }
}
