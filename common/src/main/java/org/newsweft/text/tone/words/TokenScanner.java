package org.newsweft.text.tone.words;

import java.util.Locale;
import java.util.Set;

/**
 * Finds one token of a text after the other: words (with inner hyphens and apostrophes, abbreviations with their full
 * stops), numbers, and every other visible character alone. Linear in the text.
 */
final class TokenScanner {
    /** Abbreviations whose full stop ends no clause. */
    private static final Set<String> TITLES = Set.of(
            "mr", "mrs", "ms", "dr", "sen", "rep", "gov", "gen", "prof", "lt", "col", "sgt", "st", "jr", "sr", "rev",
            "hon", "capt");

    private final String text;
    private int start;
    private int end;

    TokenScanner(String text) {
        this.text = text;
    }

    /** Goes to the next token; false if there is none. */
    boolean advance() {
        start = end;
        while (start < text.length() && isSkipped(text.charAt(start))) {
            start++;
        }
        if (start == text.length()) {
            end = start;
            return false;
        }
        char c = text.charAt(start);
        if (isLetter(c)) {
            end = wordEnd();
        } else if (Character.isDigit(c)) {
            end = numberEnd();
        } else {
            end = start + 1;
        }
        return true;
    }

    int start() {
        return start;
    }

    int end() {
        return end;
    }

    /** The token as written, typographic apostrophes as plain ones. */
    String surface() {
        return text.substring(start, end).replace('\u2019', '\'');
    }

    /** True for words and numbers, false for signs. */
    boolean isWord() {
        return isLetter(text.charAt(start)) || Character.isDigit(text.charAt(start));
    }

    private static boolean isSkipped(char c) {
        return VaderWords.isSpace(c) || c == '_' || Character.isISOControl(c);
    }

    private static boolean isLetter(char c) {
        return (c >= 'a' && c <= 'z')
                || (c >= 'A' && c <= 'Z')
                || (c >= 0x80 && (Character.isLetter(c) || Character.getType(c) == Character.NON_SPACING_MARK));
    }

    private static boolean isJoint(char c) {
        return c == '-' || c == '\'' || c == '\u2019';
    }

    private int wordEnd() {
        int dotted = dottedEnd();
        if (dotted > start) {
            return dotted;
        }
        int i = start;
        while (i < text.length()) {
            if (isLetter(text.charAt(i))) {
                i++;
            } else if (isJoint(text.charAt(i)) && i + 1 < text.length() && isLetter(text.charAt(i + 1))) {
                i += 2;
            } else {
                break;
            }
        }
        return isTitleWithDot(i) ? i + 1 : i;
    }

    /** The end of letters with a full stop each (U.S., a.m., the J. of a name), or the start if there are none. */
    private int dottedEnd() {
        int i = start;
        while (i + 1 < text.length() && isLetter(text.charAt(i)) && text.charAt(i + 1) == '.') {
            i += 2;
        }
        boolean several = i - start >= 4;
        boolean initial = i - start == 2 && Character.isUpperCase(text.charAt(start)) && isBeforeWord(i);
        return several || initial ? i : start;
    }

    private boolean isBeforeWord(int i) {
        return i + 1 < text.length() && text.charAt(i) == ' ' && isLetter(text.charAt(i + 1));
    }

    private boolean isTitleWithDot(int wordEnd) {
        return wordEnd < text.length()
                && text.charAt(wordEnd) == '.'
                && wordEnd - start <= 4
                && Character.isUpperCase(text.charAt(start))
                && TITLES.contains(text.substring(start, wordEnd).toLowerCase(Locale.ROOT));
    }

    private int numberEnd() {
        int i = start;
        while (i < text.length() && (Character.isDigit(text.charAt(i)) || isNumberInner(i))) {
            i++;
        }
        return i;
    }

    private boolean isNumberInner(int i) {
        return (text.charAt(i) == '.' || text.charAt(i) == ',')
                && i + 1 < text.length()
                && Character.isDigit(text.charAt(i + 1));
    }
}
