package org.newsweft.text;

/**
 * Puts right what came to a text on its way: UTF-8 read as windows-1252 ({@link Mojibake}), windows-1252 marks that are
 * C1 controls (U+0080 to U+009F, which mean nothing in news), and marks without width that part words where nobody sees
 * it: soft hyphens, zero-width spaces, word joiners, byte order marks, marks of direction.
 *
 * <p>Joiners (U+200C, U+200D) stay where they shape letters or pictures, and go between Latin letters.
 */
public final class TextRepair {
    private TextRepair() {}

    /** The text as it was meant; the very same if nothing is wrong, null for null. */
    public static String of(String text) {
        if (text == null) {
            return null;
        }
        boolean isSuspect = false;
        boolean isMarked = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c >= 0x80) {
                isSuspect |= Mojibake.isSuspect(c);
                isMarked |= isControl(c) || isUnseen(c) || isJoiner(c);
            }
        }
        String repaired = isSuspect ? Mojibake.repaired(text) : text;
        String plain = isMarked || !repaired.equals(text) ? withoutMarks(repaired) : text;
        return plain.equals(text) ? text : plain;
    }

    private static String withoutMarks(String text) {
        StringBuilder plain = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (isControl(c)) {
                char meant = Mojibake.ofControl(c);
                if (meant != 0) {
                    plain.append(meant);
                }
            } else if (!isUnseen(c) && !(isJoiner(c) && isAmongLatin(text, i))) {
                plain.append(c);
            }
        }
        return plain.toString();
    }

    private static boolean isControl(char c) {
        return c >= 0x80 && c <= 0x9F;
    }

    private static boolean isJoiner(char c) {
        return c == '\u200c' || c == '\u200d';
    }

    private static boolean isUnseen(char c) {
        return c == '\u00ad'
                || c == '\u200b'
                || c == '\u200e'
                || c == '\u200f'
                || (c >= '\u202a' && c <= '\u202e')
                || (c >= '\u2060' && c <= '\u2064')
                || (c >= '\u2066' && c <= '\u2069')
                || c == '\ufeff';
    }

    /** True if the nearest visible neighbours on both sides are Latin letters, or there is none. */
    private static boolean isAmongLatin(String text, int at) {
        return isLatin(text, at, -1) && isLatin(text, at, 1);
    }

    private static boolean isLatin(String text, int at, int step) {
        int i = at + step;
        while (i >= 0 && i < text.length() && (isJoiner(text.charAt(i)) || isUnseen(text.charAt(i)))) {
            i += step;
        }
        return i < 0 || i >= text.length() || text.charAt(i) < 0x250;
    }
}
