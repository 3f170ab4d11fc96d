package org.newsweft.text.reading;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.newsweft.text.reading.page.CapitalisedNames;
import org.newsweft.text.reading.page.Page;
import org.newsweft.text.reading.page.PageAddress;
import org.newsweft.text.reading.page.TextBlock;

/**
 * Finds the name of the outlet where a page speaks of itself: "The Hill has removed its comment section", "is an FCW
 * staff writer", "keeps The Journal open", "Follow The Verge on Twitter", "© 2013 The Atlantic". Only blocks outside the
 * body are believed: in the body an outlet is somebody who is cited.
 */
final class OutletFinder {
    /** A phrase after or before which the outlet's name stands. */
    private record Clue(String before, String after, double points) {}

    private static final double ENOUGH = 2;
    private static final int MAX_BLOCK = 600;

    private static final List<Clue> CLUES = List.of(
            new Clue("", " has removed its comment", 3),
            new Clue("", " has closed its comment", 3),
            new Clue("", " has disabled comment", 3),
            new Clue(" keeps ", " open", 3),
            new Clue(" keep ", " free", 3),
            new Clue("support ", "'s journalism", 3),
            new Clue("support ", "’s journalism", 3),
            new Clue("subscribe to ", "", 2),
            new Clue("sign up for ", " newsletter", 2),
            new Clue("get the latest from ", "", 2),
            new Clue("follow ", " on twitter", 2),
            new Clue("follow ", " on facebook", 2),
            new Clue("download the ", " app", 2),
            new Clue(" is an ", " staff writer", 3),
            new Clue(" is a ", " staff writer", 3),
            new Clue(" is an ", " staff reporter", 3),
            new Clue(" is a ", " staff reporter", 3),
            new Clue(" is a staff writer at ", "", 3),
            new Clue(" is a staff writer for ", "", 3),
            new Clue(" is a staff reporter for ", "", 3),
            new Clue("all rights reserved by ", "", 2),
            new Clue("this article first appeared on ", "", 2),
            new Clue("source: ", "", 2));

    private OutletFinder() {}

    /**
     * Finds the outlet.
     *
     * @param page the page
     * @param isBody for each block, whether it belongs to the body
     * @param address the page's URL: its host is the outlet if there is one, the same for all pages of the outlet
     * @return the host or the name, or null if neither URL nor page tell
     */
    static String find(Page page, boolean[] isBody, PageAddress address) {
        if (address.outlet() != null) {
            return address.outlet();
        }
        Map<String, Double> points = new LinkedHashMap<>();
        for (TextBlock block : page.blocks()) {
            if (!isBody[block.number] && block.text.length() <= MAX_BLOCK) {
                collect(block.text, points);
            }
        }
        String best = null;
        double most = ENOUGH;
        for (Map.Entry<String, Double> entry : points.entrySet()) {
            if (entry.getValue() > most || (best == null && entry.getValue() >= most)) {
                best = entry.getKey();
                most = entry.getValue();
            }
        }
        return best;
    }

    private static void collect(String text, Map<String, Double> points) {
        for (Clue clue : CLUES) {
            String name = clue.before().isEmpty() ? nameBefore(text, clue.after()) : nameAfter(text, clue);
            if (isName(name)) {
                points.merge(name, clue.points(), Double::sum);
            }
        }
        String owner = copyrightOwner(text);
        if (isName(owner)) {
            points.merge(owner, 2.0, Double::sum);
        }
    }

    private static String nameBefore(String text, String after) {
        int at = indexOf(text, after, 0);
        return at <= 0 ? "" : CapitalisedNames.backward(text, at);
    }

    private static String nameAfter(String text, Clue clue) {
        int at = indexOf(text, clue.before(), 0);
        if (at < 0) {
            return "";
        }
        int from = at + clue.before().length();
        String name = CapitalisedNames.forward(text, from);
        int end = from + name.length();
        return clue.after().isEmpty()
                        || text.regionMatches(
                                true, end, clue.after(), 0, clue.after().length())
                ? name
                : "";
    }

    /** The name after "©" or "Copyright" and the year or years. */
    private static String copyrightOwner(String text) {
        int sign = text.indexOf('©');
        int word = indexOf(text, "copyright", 0);
        if (sign < 0 && word < 0) {
            return "";
        }
        int at = Math.max(sign + 1, word < 0 ? 0 : word + "copyright".length());
        int from = at;
        while (from < text.length()
                && (" -–,.:©".indexOf(text.charAt(from)) >= 0 || Character.isDigit(text.charAt(from)))) {
            from++;
        }
        if (text.regionMatches(true, from, "by ", 0, 3)) {
            from += 3;
        }
        String name = CapitalisedNames.forward(text, from);
        int all = name.indexOf(" All");
        return Agencies.named(name) != null ? "" : all > 0 ? name.substring(0, all) : name;
    }

    private static boolean isName(String name) {
        return name.length() >= 2
                && name.length() <= 50
                && Character.isUpperCase(name.charAt(0))
                && !name.equals("The")
                && !name.equals("All")
                && !name.startsWith("All Rights")
                && !name.equals("Our")
                && !name.equals("Us");
    }

    /** As {@link String#indexOf}, whatever the case. */
    private static int indexOf(String text, String part, int from) {
        int last = text.length() - part.length();
        char lower = part.charAt(0);
        char upper = Character.toUpperCase(lower);
        for (int i = from; i <= last; i++) {
            char c = text.charAt(i);
            if ((c == lower || c == upper) && text.regionMatches(true, i, part, 0, part.length())) {
                return i;
            }
        }
        return -1;
    }
}
