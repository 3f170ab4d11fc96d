package org.newsweft.text.reading.page;

/** White space as web pages have it: with no-break and zero-width spaces. */
public final class Whitespace {
    private Whitespace() {}

    public static boolean is(char c) {
        if (c <= ' ') {
            return true;
        }
        if (c < 0x85) {
            return false;
        }
        return switch (c) {
            case '\u0085', '\u00a0', '\u1680', '\u2028', '\u2029', '\u202f', '\u205f', '\u3000', '\ufeff' -> true;
            default -> c >= '\u2000' && c <= '\u200b';
        };
    }

    /** True for the characters that end a line. */
    static boolean endsLine(char c) {
        return c == '\n' || c == '\r' || c == '\u2028' || c == '\u2029' || c == '\u0085' || c == '\f';
    }

    /** The stretch with every run of white space as one space. */
    public static String collapse(String text, int start, int end) {
        boolean previous = false;
        for (int i = start; i < end; i++) {
            char c = text.charAt(i);
            boolean space = is(c);
            if (space && (c != ' ' || previous)) {
                return collapseSlowly(text, start, end);
            }
            previous = space;
        }
        return text.substring(start, end);
    }

    private static String collapseSlowly(String text, int start, int end) {
        StringBuilder collapsed = new StringBuilder(end - start);
        boolean previous = false;
        for (int i = start; i < end; i++) {
            boolean space = is(text.charAt(i));
            if (!space) {
                collapsed.append(text.charAt(i));
            } else if (!previous) {
                collapsed.append(' ');
            }
            previous = space;
        }
        return collapsed.toString();
    }
}
