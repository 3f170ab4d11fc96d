package org.newsweft.text.names.identity;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.newsweft.text.names.lexicon.EntityIds;
import org.newsweft.text.names.lexicon.Gazetteer;
import org.newsweft.text.names.lexicon.WordLists;

/**
 * The parts of a written personal name.
 *
 * @param written the name as it stands in the text
 * @param all its words, initials included, "Jr." and ordinals left out; hyphened words stay whole; never empty
 * @param suffix "jr", "sr" or an ordinal, lower case; empty if there is none
 * @param familyFirst whether the first part is the family name, as in "Xi Jinping"
 */
public record PersonName(String written, List<String> all, String suffix, boolean familyFirst) {
    private static final Pattern SPACE = Pattern.compile("\\s++");
    /** A nickname in quotation marks or brackets between the parts of a name. */
    private static final Pattern NICKNAME = Pattern.compile("\\s[“\"'‘(]([^”\"’)]{1,40}?)[”\"'’)](?=\\s)");

    private static final Set<String> SUFFIXES =
            Set.of("jr", "sr", "ii", "iii", "iv", "vi", "vii", "viii", "xiv", "xvi");
    private static final Set<String> PARTICLES = Set.of(
            "van", "von", "de", "del", "della", "da", "di", "du", "al", "el", "bin", "ibn", "la", "le", "dos", "der",
            "den", "ben", "abu");

    public PersonName {
        all = List.copyOf(all);
    }

    public static PersonName of(String written, Gazetteer gazetteer, Set<String> familyNames) {
        return of(written, "", gazetteer, familyNames);
    }

    /**
     * Takes a name apart.
     *
     * @param following the word after the name in the text, which may be its "Jr."; empty if there is none
     */
    public static PersonName of(String written, String following, Gazetteer gazetteer, Set<String> familyNames) {
        List<String> parts = new ArrayList<>();
        String suffix = suffix(following);
        for (String part : SPACE.split(NICKNAME.matcher(written.strip()).replaceFirst(""), -1)) {
            String bare = part.endsWith(",") ? part.substring(0, part.length() - 1) : part;
            String ending = suffix(bare);
            if (!ending.isEmpty() && !parts.isEmpty()) {
                suffix = ending;
            } else if (!bare.isEmpty()) {
                parts.add(bare);
            }
        }
        if (parts.isEmpty()) {
            parts.add(written);
        }
        joinLeadingInitials(parts);
        return new PersonName(written, parts, suffix, isFamilyFirst(withoutInitials(parts), gazetteer, familyNames));
    }

    private static String suffix(String word) {
        String bare = WordLists.withoutStop(word.toLowerCase(Locale.ROOT));
        return SUFFIXES.contains(bare) ? bare : "";
    }

    /** "J. D. Vance" is "J.D. Vance". */
    private static void joinLeadingInitials(List<String> parts) {
        while (parts.size() > 2 && isInitials(parts.get(0)) && isInitial(parts.get(1))) {
            parts.set(0, parts.get(0) + parts.remove(1));
        }
    }

    /** Initials go as long as two other parts stay: "J. Edgar Hoover" and "John F. Kennedy", but not "J. Smith". */
    private static List<String> withoutInitials(List<String> parts) {
        long words = parts.stream().filter(part -> !isInitial(part)).count();
        return words < 2
                ? parts
                : parts.stream().filter(part -> !isInitial(part)).toList();
    }

    private static boolean isInitial(String part) {
        return part.length() == 1 || (part.length() == 2 && part.charAt(1) == '.');
    }

    private static boolean isInitials(String part) {
        return isInitial(part) || (part.length() <= 6 && part.length() % 2 == 0 && part.charAt(1) == '.');
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

    /** The parts without initials, as long as two others stay. */
    List<String> parts() {
        return withoutInitials(all);
    }

    /** True for one word ("Kerry"), and for a family name of several ("von der Leyen"). */
    boolean isSingle() {
        return parts().size() == 1 || familyFrom() == 0;
    }

    /** Id without prefix and without initials: "john-kerry", "donald-trump-jr". */
    String slug() {
        return slug(parts());
    }

    /** Id without prefix, initials kept: "george-h-w-bush". */
    String fullSlug() {
        return slug(all);
    }

    private String slug(List<String> words) {
        String slug = EntityIds.slug(String.join(" ", words));
        return suffix.isEmpty() ? slug : slug + "-" + suffix;
    }

    /** For people to read: the parts without initials, and "Jr." as it is usually written. */
    String label() {
        String name = String.join(" ", parts());
        return switch (suffix) {
            case "" -> name;
            case "jr", "sr" -> name + " " + suffix.substring(0, 1).toUpperCase(Locale.ROOT) + suffix.charAt(1) + ".";
            default -> name + " " + suffix.toUpperCase(Locale.ROOT);
        };
    }

    /** The nickname that stands inside the name: "shorty" of {@code Luis “Shorty” Ramirez}; empty if there is none. */
    String nickname() {
        Matcher nickname = NICKNAME.matcher(written);
        return nickname.find() ? key(nickname.group(1)) : "";
    }

    /** Whether all before the last word is particles: "De Blasio", which may be a whole name or a surname alone. */
    boolean mayBeSurname() {
        return all.size() == 2 && PARTICLES.contains(all.get(0).toLowerCase(Locale.ROOT));
    }

    String first() {
        return key(parts().get(0));
    }

    String last() {
        return key(all.get(all.size() - 1));
    }

    /**
     * The family name, with its particles ("von-der-leyen"); the whole name if there is no other part.
     */
    String family() {
        if (all.size() == 1) {
            return key(all.get(0));
        }
        return familyFirst ? key(parts().get(0)) : key(String.join(" ", all.subList(familyFrom(), all.size())));
    }

    /** The given name: the first part, or all that follows a family name that comes first; without hyphens. */
    String given() {
        if (isSingle()) {
            return "";
        }
        String given = familyFirst ? String.join("", parts().subList(1, parts().size())) : all.get(0);
        return key(given).replace("-", "");
    }

    /** What stands between given and family name: middle names, and initials as one letter; in order. */
    List<String> middle() {
        return isSingle() || familyFirst
                ? List.of()
                : all.subList(1, familyFrom()).stream().map(PersonName::key).toList();
    }

    private int familyFrom() {
        int from = all.size() - 1;
        while (from > 1 && PARTICLES.contains(all.get(from - 1).toLowerCase(Locale.ROOT))) {
            from--;
        }
        // "Ben Carson" and "Van Morrison" begin with a given name, "von Braun" and "Von der Leyen" with a particle.
        boolean particle = from == 1 && PARTICLES.contains(all.get(0).toLowerCase(Locale.ROOT));
        return particle && (all.size() > 2 || Character.isLowerCase(all.get(0).charAt(0))) ? 0 : from;
    }

    /**
     * What two ways to write one full name have in common: given name, family name and suffix, whatever the order, the
     * hyphens and the accents ("kim jongun"). Empty for a single name.
     */
    public String nameKey() {
        if (isSingle()) {
            return "";
        }
        return given() + " " + family() + (suffix.isEmpty() ? "" : " " + suffix);
    }

    /** Whether the middle names may belong to one person: none on one side, or alike with initials taken for names. */
    boolean agreesWith(PersonName other) {
        List<String> mine = middle();
        List<String> others = other.middle();
        if (mine.isEmpty() || others.isEmpty()) {
            return true;
        }
        if (mine.size() != others.size()) {
            return false;
        }
        for (int i = 0; i < mine.size(); i++) {
            String a = mine.get(i);
            String b = others.get(i);
            boolean alike = a.equals(b) || (a.length() == 1 ? b.startsWith(a) : b.length() == 1 && a.startsWith(b));
            if (!alike) {
                return false;
            }
        }
        return true;
    }

    /** The short forms by which a text may go on to speak of the person, lower case. */
    List<String> shortForms() {
        List<String> forms = new ArrayList<>();
        List<String> parts = parts();
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
