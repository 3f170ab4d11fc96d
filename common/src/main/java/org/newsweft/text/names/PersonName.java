package org.newsweft.text.names;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The parts of a written personal name, initials and "Jr." set aside.
 *
 * @param written the name as it stands in the text
 * @param parts its words; hyphened words stay whole; never empty
 * @param familyFirst whether the first part is the family name, as in "Xi Jinping"
 */
record PersonName(String written, List<String> parts, boolean familyFirst) {
    private static final Pattern SPACE = Pattern.compile("\\s++");
    private static final Set<String> SUFFIXES = Set.of("jr", "sr", "ii", "iii", "iv", "jr.", "sr.");
    private static final Set<String> PARTICLES = Set.of(
            "van", "von", "de", "del", "della", "da", "di", "du", "al", "el", "bin", "ibn", "la", "le", "dos", "der",
            "den", "ben", "abu");

    PersonName {
        parts = List.copyOf(parts);
    }

    static PersonName of(String written, Gazetteer gazetteer, Set<String> familyNames) {
        List<String> parts = new ArrayList<>();
        for (String part : SPACE.split(written.strip(), -1)) {
            String bare = part.endsWith(",") ? part.substring(0, part.length() - 1) : part;
            if (!bare.isEmpty() && !SUFFIXES.contains(bare.toLowerCase(Locale.ROOT))) {
                parts.add(bare);
            }
        }
        dropInitials(parts);
        if (parts.isEmpty()) {
            parts.add(written);
        }
        return new PersonName(written, parts, isFamilyFirst(parts, gazetteer, familyNames));
    }

    /** Initials go as long as two other parts stay: "J. Edgar Hoover" and "John F. Kennedy", but not "J. Smith". */
    private static void dropInitials(List<String> parts) {
        long words = parts.stream().filter(part -> !isInitial(part)).count();
        if (words >= 2) {
            parts.removeIf(PersonName::isInitial);
        }
    }

    private static boolean isInitial(String part) {
        return part.length() == 1 || (part.length() == 2 && part.charAt(1) == '.');
    }

    private static boolean isFamilyFirst(List<String> parts, Gazetteer gazetteer, Set<String> familyNames) {
        if (parts.size() < 2
                || parts.size() > 3
                || !familyNames.contains(parts.get(0).toLowerCase(Locale.ROOT))) {
            return false;
        }
        String second = parts.get(1);
        int hyphen = second.indexOf('-');
        if (parts.size() == 3) {
            return !gazetteer.isFirstName(parts.get(1)) && parts.get(2).length() <= 6;
        }
        return hyphen > 0
                || (!gazetteer.isFirstName(second) && !gazetteer.isFirstName(parts.get(0)))
                || isShort(parts.get(0), second, gazetteer);
    }

    private static boolean isShort(String first, String second, Gazetteer gazetteer) {
        return (second.length() <= 3 || first.length() == 2) && !gazetteer.isFirstName(second);
    }

    boolean isSingle() {
        return parts.size() == 1;
    }

    /** Id without prefix: "john-kerry". */
    String slug() {
        return EntityIds.slug(String.join(" ", parts));
    }

    String first() {
        return key(parts.get(0));
    }

    String last() {
        return key(parts.get(parts.size() - 1));
    }

    /** The short forms by which a text may go on to speak of the person, lower case. */
    List<String> shortForms() {
        List<String> forms = new ArrayList<>();
        if (parts.size() < 2) {
            return forms;
        }
        if (familyFirst) {
            forms.add(first());
            return forms;
        }
        forms.add(last());
        int at = parts.size() - 2;
        while (at >= 1 && PARTICLES.contains(parts.get(at).toLowerCase(Locale.ROOT))) {
            forms.add(key(String.join(" ", parts.subList(at, parts.size()))));
            at--;
        }
        if (parts.size() >= 3 && forms.size() == 1) {
            forms.add(key(String.join(" ", parts.subList(parts.size() - 2, parts.size()))));
        }
        return forms;
    }

    static String key(String name) {
        return EntityIds.slug(name);
    }
}
