package org.newsweft.text.reading.page;

/** Reads the name that stands at a place of a text: capitalised words in a row. */
public final class CapitalisedNames {
    private static final int MAX_WORDS = 6;
    private static final int MAX_LENGTH = 60;

    private CapitalisedNames() {}

    /**
     * The capitalised words from {@code start} on, with small words such as "of" between two of them.
     *
     * @return the name, empty if no capitalised word stands there
     */
    public static String forward(String text, int start) {
        int at = skipSpaces(text, start);
        int end = at;
        int words = 0;
        while (at < text.length() && words < MAX_WORDS && at - start <= MAX_LENGTH) {
            int wordEnd = wordEnd(text, at);
            String word = text.substring(at, wordEnd);
            if (word.isEmpty() || (!Character.isUpperCase(word.charAt(0)) && !isSmall(word))) {
                break;
            }
            if (!isSmall(word)) {
                end = wordEnd;
                words++;
            }
            if (wordEnd >= text.length() || text.charAt(wordEnd) != ' ') {
                break;
            }
            at = wordEnd + 1;
        }
        return trim(text.substring(Math.min(skipSpaces(text, start), end), end));
    }

    /**
     * The capitalised words that end right before {@code end}.
     *
     * @return the name, empty if no capitalised word stands there
     */
    public static String backward(String text, int end) {
        int stop = end;
        while (stop > 0 && text.charAt(stop - 1) == ' ') {
            stop--;
        }
        int from = stop;
        int at = stop;
        int words = 0;
        while (at > 0 && words < MAX_WORDS && stop - at <= MAX_LENGTH) {
            int wordStart = at;
            while (wordStart > 0 && text.charAt(wordStart - 1) != ' ') {
                wordStart--;
            }
            String word = text.substring(wordStart, at);
            boolean closed = at < stop && ".!?,;:".indexOf(word.charAt(word.length() - 1)) >= 0 && word.length() > 2;
            if (closed || (!Character.isUpperCase(word.charAt(0)) && !isSmall(word))) {
                break;
            }
            if (!isSmall(word)) {
                from = wordStart;
                words++;
            }
            if (wordStart == 0) {
                break;
            }
            at = wordStart - 1;
        }
        return trim(text.substring(from, stop));
    }

    private static int skipSpaces(String text, int from) {
        int at = from;
        while (at < text.length() && text.charAt(at) == ' ') {
            at++;
        }
        return at;
    }

    private static int wordEnd(String text, int from) {
        int at = from;
        while (at < text.length()
                && (Character.isLetterOrDigit(text.charAt(at)) || "'’.-&".indexOf(text.charAt(at)) >= 0)) {
            at++;
        }
        return at;
    }

    private static boolean isSmall(String word) {
        return switch (word) {
            case "of", "de", "del", "della", "der", "van", "von", "da", "di", "la", "le", "al", "bin", "el", "&" ->
                true;
            default -> false;
        };
    }

    /** Without a possessive ending and closing punctuation. */
    private static String trim(String name) {
        String trimmed = name.strip();
        if (trimmed.endsWith("'s") || trimmed.endsWith("’s")) {
            trimmed = trimmed.substring(0, trimmed.length() - 2);
        }
        while (!trimmed.isEmpty() && ".-,'’".indexOf(trimmed.charAt(trimmed.length() - 1)) >= 0) {
            trimmed = trimmed.substring(0, trimmed.length() - 1);
        }
        return trimmed;
    }
}
