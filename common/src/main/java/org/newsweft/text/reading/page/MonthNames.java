package org.newsweft.text.reading.page;

import java.util.Locale;
import java.util.Map;

/** English month names and their abbreviations, in lower case. */
public final class MonthNames {
    private static final Map<String, Integer> NUMBERS = Map.ofEntries(
            Map.entry("january", 1),
            Map.entry("jan", 1),
            Map.entry("february", 2),
            Map.entry("feb", 2),
            Map.entry("march", 3),
            Map.entry("mar", 3),
            Map.entry("april", 4),
            Map.entry("apr", 4),
            Map.entry("may", 5),
            Map.entry("june", 6),
            Map.entry("jun", 6),
            Map.entry("july", 7),
            Map.entry("jul", 7),
            Map.entry("august", 8),
            Map.entry("aug", 8),
            Map.entry("september", 9),
            Map.entry("sept", 9),
            Map.entry("sep", 9),
            Map.entry("october", 10),
            Map.entry("oct", 10),
            Map.entry("november", 11),
            Map.entry("nov", 11),
            Map.entry("december", 12),
            Map.entry("dec", 12));

    private MonthNames() {}

    /** 1 to 12, or 0 if the word is no month. */
    public static int number(String lowerCase) {
        return NUMBERS.getOrDefault(lowerCase, 0);
    }

    /** As {@link #number(String)} for a stretch of a text in any case. */
    public static int number(String text, int start, int end) {
        int length = end - start;
        if (length < 3 || length > 9) {
            return 0;
        }
        return switch (text.charAt(start)) {
            case 'j', 'J', 'f', 'F', 'm', 'M', 'a', 'A', 's', 'S', 'o', 'O', 'n', 'N', 'd', 'D' ->
                number(text.substring(start, end).toLowerCase(Locale.ROOT));
            default -> 0;
        };
    }
}
