package org.newsweft.text;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

/**
 * Repairs UTF-8 that was read as windows-1252 or Latin-1 and written again: "FranÃ§ois", "wonâ€™t".
 *
 * <p>After the heuristics of ftfy (Robyn Speer, "ftfy", 2019, doi:10.5281/zenodo.2591652, Apache-2.0; its
 * {@code decode_inconsistent_utf8} and table of badness), written anew: runs of characters whose bytes are UTF-8 are
 * replaced where no sensible text has such a run. Runs that a sensible text may have, as "É”" at the end of a word in
 * capitals, are replaced only where the same text holds a run that none has. Right text is left as it is.
 */
final class Mojibake {
    private static final Charset WINDOWS_1252 = Charset.forName("windows-1252");

    /** Bytes of the characters from U+0152 on that windows-1252 has; C1 controls stand for their own bytes. */
    private static final byte[] BYTES = bytes();

    private static final int FIRST_HIGH = 0x152;

    /** What text was read wrongly more than once is repaired as often. */
    private static final int MOST_ROUNDS = 3;

    /** Signs that sensible text sets after a letter with an accent: quotes, dashes, spaces, currencies. */
    private static final String AFTER_LETTERS = "\u00a0\u00ad«»‘’‚“”„–—…•™€‹›°·´®©¿¡";

    private enum Kind {
        /** No UTF-8, or text that may be meant as it is. */
        NONE,
        /** Mojibake if the text holds any that is certain. */
        LIKELY,
        CERTAIN
    }

    private Mojibake() {}

    private static byte[] bytes() {
        byte[] bytes = new byte[0x2122 - FIRST_HIGH + 1];
        for (int b = 0x80; b <= 0x9F; b++) {
            char c = new String(new byte[] {(byte) b}, WINDOWS_1252).charAt(0);
            if (c >= FIRST_HIGH && c != '\uFFFD') {
                bytes[c - FIRST_HIGH] = (byte) b;
            }
        }
        return bytes;
    }

    /** The byte that a character was read from, or -1. */
    private static int byteOf(char c) {
        if (c < 0x100) {
            return c;
        }
        if (c < FIRST_HIGH || c - FIRST_HIGH >= BYTES.length || BYTES[c - FIRST_HIGH] == 0) {
            return -1;
        }
        return BYTES[c - FIRST_HIGH] & 0xFF;
    }

    /** The text with what was read wrongly put right; the very same if there is nothing of the kind. */
    static String repaired(String text) {
        String now = text;
        for (int round = 0; round < MOST_ROUNDS; round++) {
            String next = once(now);
            if (next.equals(now)) {
                return now;
            }
            now = next;
        }
        return now;
    }

    private static String once(String text) {
        int first = next(text, 0);
        if (first < 0) {
            return text;
        }
        boolean isSure = false;
        for (int at = first; at >= 0 && !isSure; ) {
            int end = runEnd(text, at);
            isSure = kind(text, at, end) == Kind.CERTAIN;
            at = next(text, Math.max(end, at + 1));
        }
        return isSure ? replaced(text, first) : text;
    }

    private static String replaced(String text, int first) {
        StringBuilder repaired = new StringBuilder(text.length());
        int done = 0;
        for (int at = first; at >= 0; ) {
            int end = runEnd(text, at);
            String meant = kind(text, at, end) == Kind.NONE ? null : decoded(text, at, end);
            int after = Math.max(end, at + 1);
            if (meant == null) {
                int lost = lostByte(text, at);
                meant = lost > 0 ? lostMeaning(text.charAt(at)) : null;
                after = lost > 0 ? at + lost : after;
            }
            if (meant != null) {
                repaired.append(text, done, at).append(meant);
                done = after;
            }
            at = next(text, after);
        }
        return repaired.append(text, done, text.length()).toString();
    }

    /**
     * Length of a run whose last byte was lost, as windows-1252 has no character for 9D and tidy programs make a space of
     * A0: "â€" without it is a closing quote, "Ã" before a space an à; 0 if there is none.
     */
    private static int lostByte(String text, int at) {
        if (text.startsWith("â€", at)) {
            return at + 2 < text.length() && text.charAt(at + 2) == '\uFFFD' ? 3 : 2;
        }
        boolean beforeSpace = at + 1 == text.length() || text.charAt(at + 1) == ' ';
        boolean ends = at > 0 && (Character.isLetter(text.charAt(at - 1)) || text.charAt(at - 1) == ' ');
        return text.charAt(at) == 'Ã' && beforeSpace && ends ? 1 : 0;
    }

    private static String lostMeaning(char first) {
        return first == 'Ã' ? "à" : "”";
    }

    /** Next place of a character that may be the first of UTF-8 read wrongly, or -1. */
    private static int next(String text, int from) {
        for (int i = from; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c >= 0xC2 && c <= 0xF4) {
                return i;
            }
        }
        return -1;
    }

    /** One past the last whole character of UTF-8 in a row; the start if there is none. */
    private static int runEnd(String text, int start) {
        int end = start;
        while (end < text.length()) {
            int length = sequenceLength(text.charAt(end));
            if (length == 0 || end + length > text.length()) {
                return end;
            }
            for (int k = 1; k < length; k++) {
                int b = byteOf(text.charAt(end + k));
                if (b < 0x80 || b > 0xBF) {
                    return end;
                }
            }
            end += length;
        }
        return end;
    }

    private static int sequenceLength(char first) {
        if (first >= 0xC2 && first <= 0xDF) {
            return 2;
        }
        if (first >= 0xE0 && first <= 0xEF) {
            return 3;
        }
        return first >= 0xF0 && first <= 0xF4 ? 4 : 0;
    }

    private static Kind kind(String text, int start, int end) {
        if (end == start) {
            return Kind.NONE;
        }
        String meant = decoded(text, start, end);
        if (meant == null || !meant.chars().allMatch(c -> c >= 0x80)) {
            return Kind.NONE;
        }
        int characters = meant.codePointCount(0, meant.length());
        char first = text.charAt(start);
        char second = text.charAt(start + 1);
        if (isCurly(text, start) || text.startsWith("ï»¿", start)) {
            return Kind.CERTAIN;
        }
        int odd = odd(text, start, end);
        return switch (sequenceLength(first)) {
            case 2 -> ofTwo(first, second, characters, odd);
            // "ðŸ" begins what most smileys became; a letter of Icelandic before three signs else.
            case 4 -> text.startsWith("ðŸ", start) ? Kind.CERTAIN : Kind.NONE;
            default -> odd == 0 ? Kind.NONE : characters > 1 && odd > 1 ? Kind.CERTAIN : Kind.LIKELY;
        };
    }

    /** How many characters after the first are none that sensible text sets after letters: "é…”" has none. */
    private static int odd(String text, int start, int end) {
        int odd = 0;
        for (int i = start + 1; i < end; i++) {
            odd += sequenceLength(text.charAt(i)) == 0 && AFTER_LETTERS.indexOf(text.charAt(i)) < 0 ? 1 : 0;
        }
        return odd;
    }

    /** Punctuation and signs: "â€™", "â€œ", "â„¢", "âˆ’". No word has an â before these. */
    private static boolean isCurly(String text, int start) {
        return text.charAt(start) == 'â' && "€„‚ˆ†–—˜œ\u009d\u0081\u008d".indexOf(text.charAt(start + 1)) >= 0;
    }

    private static Kind ofTwo(char first, char second, int characters, int odd) {
        if (AFTER_LETTERS.indexOf(second) >= 0) {
            boolean isNever = (first == 'Ã' && "©®¡¿°·´\u00ad".indexOf(second) >= 0)
                    || (first == 'Â' && "\u00a0°·´®©¿¡".indexOf(second) >= 0);
            return isNever ? Kind.CERTAIN : first <= 'Å' || odd > 0 ? Kind.LIKELY : Kind.NONE;
        }
        if (first <= 'Å') {
            return Kind.CERTAIN;
        }
        // Greek, Cyrillic and the like come in words; a single one may be an abbreviation.
        return characters > 1 && odd > 1 ? Kind.CERTAIN : Kind.LIKELY;
    }

    private static String decoded(String text, int start, int end) {
        byte[] bytes = new byte[end - start];
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = (byte) byteOf(text.charAt(start + i));
        }
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException e) {
            return null;
        }
    }

    /** The character that windows-1252 has for a C1 control; 0 for the five it has none for. */
    static char ofControl(char control) {
        char c = new String(new byte[] {(byte) control}, WINDOWS_1252).charAt(0);
        return c == '\uFFFD' || (c >= 0x80 && c <= 0x9F) ? 0 : c;
    }

    /** True if a character may be part of what was read wrongly. */
    static boolean isSuspect(char c) {
        return c >= 0xC2 && c <= 0xF4;
    }
}
