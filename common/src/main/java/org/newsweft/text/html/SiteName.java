package org.newsweft.text.html;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The name of the site at the end of a title, as in {@code Kerry in Beijing | The Hill}. */
final class SiteName {
    private static final Pattern LAST_PART = Pattern.compile("(.*\\S)\\s+([|·•»:]{1,2}|[-–—])\\s+(\\S.{0,60})");

    private SiteName() {}

    /**
     * A title without it.
     *
     * @param title the title, or null
     * @param outlet name of the outlet, or null: then only what stands after a bar is cut
     */
    static String without(String title, String outlet) {
        if (title == null || title.isBlank()) {
            return null;
        }
        String text = title.strip();
        Matcher last = LAST_PART.matcher(text);
        if (last.matches()) {
            boolean isOutlet = outlet != null && plain(outlet).equals(plain(last.group(3)));
            if (isOutlet || last.group(2).equals("|")) {
                return last.group(1);
            }
        }
        return text;
    }

    private static String plain(String name) {
        return name.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]", "");
    }
}
