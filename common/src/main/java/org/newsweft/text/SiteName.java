package org.newsweft.text;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The name of the site in a title, as in {@code Kerry in Beijing | The Hill} or {@code The Hill - Kerry in Beijing}. */
public final class SiteName {
    private static final Pattern LAST_PART = Pattern.compile("(.*\\S)\\s+([|·•»:]{1,2}|[-–—])\\s+(\\S.{0,60})");
    private static final Pattern FIRST_PART = Pattern.compile("(\\S.{0,40}?)\\s*([|·•»:]{1,2}|\\s[-–—])\\s+(\\S.*)");

    /** A title may end with its section and its site, but no more. */
    private static final int MOST_PARTS = 3;

    private static final int LONGEST_SECTION = 2;
    private static final int LONGEST_SITE = 5;
    private static final int SHORTEST_TITLE = 3;

    /** Last words of the names that newspapers and stations give themselves. */
    private static final Set<String> OUTLET_WORDS = Set.of(
            ("advertiser bulletin chronicle courier daily dispatch examiner express gazette globe guardian herald independent"
                            + " inquirer journal ledger magazine mail mercury mirror monitor news newspaper newswire observer"
                            + " post press radio recorder register reporter review sentinel standard telegraph times"
                            + " tribune tv weekly")
                    .split(" ", -1));

    private SiteName() {}

    /**
     * A title without it.
     *
     * @param title the title, or null
     * @param outlet name of the outlet, or its host, or null: then only what stands after a bar is cut, or what is named
     *     like a newspaper
     * @return null for a title without a word
     */
    public static String without(String title, String outlet) {
        if (title == null || title.isBlank()) {
            return null;
        }
        String text = title.strip();
        for (int i = 0; i < MOST_PARTS; i++) {
            String shorter = withoutLast(text, outlet);
            if (shorter.equals(text)) {
                break;
            }
            text = shorter;
        }
        return withoutFirst(text, outlet);
    }

    private static String withoutLast(String text, String outlet) {
        Matcher last = LAST_PART.matcher(text);
        if (!last.matches()) {
            return text;
        }
        String before = last.group(1);
        String name = last.group(3);
        if (isOutlet(name, outlet)) {
            return before;
        }
        boolean isBar = last.group(2).equals("|");
        if (isBar && words(before) <= LONGEST_SECTION && words(name) > words(before) + 1) {
            // "Opinion | The president goes nowhere"
            return name;
        }
        boolean isSite = isBar || ("-–—".contains(last.group(2)) && looksLikeOutlet(name));
        return isSite && words(before) >= (isBar ? 1 : SHORTEST_TITLE) ? before : text;
    }

    private static String withoutFirst(String text, String outlet) {
        Matcher first = FIRST_PART.matcher(text);
        return first.matches() && isOutlet(first.group(1), outlet) && words(first.group(3)) >= SHORTEST_TITLE
                ? first.group(3)
                : text;
    }

    /** True if a part of a title is the name of the outlet, or what its host is named after. */
    private static boolean isOutlet(String part, String outlet) {
        if (outlet == null || outlet.isBlank()) {
            return false;
        }
        String name = plain(part);
        String own = plain(outlet);
        if (name.isEmpty()) {
            return false;
        }
        if (name.equals(own) || name.equals("the" + own) || own.equals("the" + name)) {
            return true;
        }
        // Of a host: "bbc.co.uk" is BBC News, "thehill.com" The Hill.
        int dot = outlet.indexOf('.');
        String label = dot > 0 && outlet.indexOf(' ') < 0 ? plain(outlet.substring(0, dot)) : "";
        return label.length() > 2
                && (name.equals(label)
                        || label.equals("the" + name)
                        || name.equals("the" + label)
                        || name.equals(label + "news")
                        || name.equals(label + "com"));
    }

    /** Up to five words, all of them capitalised, and the last one of those that newspapers are called. */
    private static boolean looksLikeOutlet(String name) {
        String[] words = name.split("\\s+", -1);
        if (words.length > LONGEST_SITE) {
            return false;
        }
        for (String word : words) {
            boolean isSmall = word.equals("of") || word.equals("the") || word.equals("and") || word.equals("&");
            if (!isSmall && !Character.isUpperCase(word.charAt(0))) {
                return false;
            }
        }
        return words.length > 1 && OUTLET_WORDS.contains(plain(words[words.length - 1]));
    }

    private static int words(String text) {
        return text.split("\\s+", -1).length;
    }

    private static String plain(String name) {
        return name.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]", "");
    }
}
