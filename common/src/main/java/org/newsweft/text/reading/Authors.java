package org.newsweft.text.reading;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.newsweft.text.reading.page.CapitalisedNames;
import org.newsweft.text.reading.page.Whitespace;

/** Who wrote an article, as by-lines and fields name them: several names are parted by commas, and nobody is null. */
final class Authors {
    /** What systems and offices write where they name nobody. */
    private static final Set<String> NOBODY = Set.of(
            ("unknown|n/a|na|none|null|nil|undefined|anonymous|admin|administrator|webmaster|root|user|guest|author|authors"
                            + "|editor|editors|the editors|staff|staff writer|staff writers|staff reporter|staff reporters"
                            + "|staff report|news staff|newsroom|news desk|newsdesk|web desk|online desk|desk"
                            + "|unknown author|no author|not available|not specified|unspecified|by|-|--|?")
                    .split("\\|", -1));

    private static final Set<String> OFFICES = Set.of(
            ("writer writers reporter reporters editor editors correspondent correspondents columnist contributor"
                            + " contributors producer staff news press times post journal bureau desk service magazine")
                    .split(" ", -1));

    private static final Pattern BY = Pattern.compile("(?i)^(?:written |posted |words |story )?by[: ]\\s*");
    private static final Pattern BETWEEN =
            Pattern.compile("\\s*(?:,\\s*(?:and|&)\\s|,|;|\\s(?:and|&)\\s|\\s[|/•·]\\s)\\s*");

    /** After a name in a by-line: what the reader may do, and when it was. */
    private static final Pattern AFTER_NAMES = Pattern.compile(
            "(?i)\\s*(?:[|•·]|\\b(?:e-?mail|follow|contact|updated|published|posted|on twitter|view profile|bio)\\b|@\\w|\\S+@\\S+).*");

    private static final int MOST_NAMES = 12;

    private Authors() {}

    /** The author field of a record, or null if it names nobody. */
    static String given(String field) {
        if (field == null || field.isBlank()) {
            return null;
        }
        String line = Whitespace.collapse(field, 0, field.length()).strip();
        Matcher by = BY.matcher(line);
        String names = by.find() && line.length() > by.end() ? line.substring(by.end()) : line;
        List<String> some = new ArrayList<>();
        boolean isAnyNobody = false;
        for (String name : names.split(",", -1)) {
            String one = name.strip();
            boolean isNobody = one.isEmpty() || NOBODY.contains(one.toLowerCase(Locale.ROOT));
            isAnyNobody |= isNobody;
            if (!isNobody) {
                some.add(one);
            }
        }
        if (!isAnyNobody) {
            return names;
        }
        return some.isEmpty() ? null : String.join(", ", some);
    }

    /**
     * The names in a by-line, after its "By".
     *
     * @param text the line from its first name on
     * @return "Jane Doe, John Roe", or empty if it does not begin with a person's name
     */
    static String inByline(String text) {
        Matcher after = AFTER_NAMES.matcher(text);
        String line = after.find() ? text.substring(0, after.start()) : text;
        List<String> names = new ArrayList<>();
        int at = 0;
        Matcher between = BETWEEN.matcher(line);
        while (at < line.length() && names.size() < MOST_NAMES) {
            boolean found = between.find(at);
            int end = found ? between.start() : line.length();
            String part = line.substring(at, end).strip();
            String name = CapitalisedNames.forward(part, 0);
            if (!isPerson(name) || isOffice(name) || (!names.isEmpty() && !name.equals(part))) {
                break;
            }
            names.add(name);
            // What follows the name in its part is its office or its paper, and no other name.
            if (!found || !name.equals(part)) {
                break;
            }
            at = between.end();
        }
        return String.join(", ", names);
    }

    /** "Staff Writer", "Political Correspondent": who somebody is, and nobody's name. */
    private static boolean isOffice(String name) {
        String last = name.substring(name.lastIndexOf(' ') + 1).toLowerCase(Locale.ROOT);
        return OFFICES.contains(last) || NOBODY.contains(name.toLowerCase(Locale.ROOT));
    }

    /** Two to four words, none of them an agency's or a section's. */
    static boolean isPerson(String name) {
        int words = name.isEmpty() ? 0 : name.split(" ", -1).length;
        return words >= 2 && words <= 4 && Agencies.named(name) == null;
    }
}
