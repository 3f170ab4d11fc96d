package org.newsweft.text.names.lexicon;

import java.util.Collection;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.newsweft.text.Resources;
import org.newsweft.text.Tokens;

/**
 * The offices and titles that a text gives a person, beside the name: "Treasury Secretary Baker", "Smith, the chairman of
 * the board". Mr. and Dr. are none: they tell nobody apart.
 */
public final class Offices {
    private static final Offices LOADED = new Offices();
    private static final int LONGEST_BEFORE = 5;
    private static final int LONGEST_AFTER = 9;
    /** Words without which the office would be another one. */
    private static final Set<String> LESSER = Set.of("vice", "deputy", "assistant", "under", "associate");

    private static final Set<String> CIVILIAN_GENERALS = Set.of(
            "attorney",
            "secretary",
            "director",
            "surgeon",
            "solicitor",
            "governor",
            "consul",
            "postmaster",
            "inspector");

    /** After these, the office is somebody else's: "Weller, who met the president". */
    private static final Set<String> CLAUSES = Set.of("and", "who", "whose", "which", "that", "when", "while", "as");

    private static final Set<String> PAST = Set.of("former", "ex", "late", "acting", "then");

    private final Map<String, String> offices = new HashMap<>();
    private final Map<String, String> fields = new HashMap<>();

    private Offices() {
        Resources.rows(Offices.class, "offices.tsv").forEach(row -> {
            for (String word : row[2].split(" ", -1)) {
                offices.put(word, row[1]);
            }
            if (!row[0].equals("none")) {
                fields.put(row[1], row[0]);
            }
        });
    }

    public static Offices load() {
        return LOADED;
    }

    /**
     * The offices beside one mention.
     *
     * @param from first token of the name
     * @param to one past its last token
     * @return lower case: the office in its usual word, and with the word that tells it apart ("secretary" and "treasury
     *     secretary")
     */
    public Set<String> of(NameText text, int from, int to) {
        Set<String> roles = new TreeSet<>();
        before(text, from, roles);
        after(text, to, roles);
        return roles;
    }

    /** The walks of life that offices belong to: politics, business, sport, ...; sorted, each once. */
    public Set<String> fieldsOf(Collection<String> roles) {
        Set<String> found = new TreeSet<>();
        for (String role : roles) {
            String field = fields.get(role);
            if (field != null) {
                found.add(field);
            }
        }
        return found;
    }

    private void before(NameText text, int from, Set<String> roles) {
        for (int distance = 1; distance <= LONGEST_BEFORE && text.isNear(from, -distance); distance++) {
            int i = from - distance;
            if (office(text, i) != null) {
                add(text, i, roles);
                if (!isOffice(text, i - 1, from)) {
                    return;
                }
            } else if (!isOfWhat(text, i, from)) {
                return;
            }
        }
    }

    /** "State" and "of" in "Secretary of State John Kerry". */
    private boolean isOfWhat(NameText text, int i, int from) {
        boolean of = text.lower(i).equals("of") && isOffice(text, i - 1, from);
        boolean what =
                text.tokens().isCapitalized(i) && text.lowerNear(i, -1).equals("of") && isOffice(text, i - 2, from);
        return of || what;
    }

    private boolean isOffice(NameText text, int i, int from) {
        return i >= 0 && text.isNear(from, i - from) && office(text, i) != null;
    }

    private void after(NameText text, int to, Set<String> roles) {
        Tokens tokens = text.tokens();
        if (!text.isNear(to - 1, 1) || !tokens.is(to, ",")) {
            return;
        }
        for (int distance = 2; distance <= LONGEST_AFTER && text.isNear(to - 1, distance); distance++) {
            int i = to - 1 + distance;
            boolean word = Character.isLetter(tokens.firstChar(i))
                    || tokens.firstChar(i) == '\''
                    || tokens.firstChar(i) == '’'
                    || tokens.firstChar(i) == '-';
            if (!word || CLAUSES.contains(text.lower(i))) {
                return;
            }
            boolean small = Character.isLowerCase(tokens.firstChar(i));
            if (small && office(text, i) != null && !isOfficeOfAnother(text, i)) {
                add(text, i, roles);
                return;
            }
        }
    }

    /** "Smith, whose lawyer", "Smith, told president Xi", "Smith, a friend of the president". */
    private static boolean isOfficeOfAnother(NameText text, int i) {
        if (text.isCapitalizedNear(i, 1)) {
            return true;
        }
        for (int distance = 1; distance <= LONGEST_AFTER && text.isNear(i, -distance); distance++) {
            String word = text.lower(i - distance);
            if (word.equals(",")) {
                return false;
            }
            boolean other = word.equals("whose")
                    || word.equals("of")
                    || word.equals("to")
                    || word.equals("by")
                    || word.equals("with")
                    || word.equals("for")
                    || word.endsWith("ed");
            if (other) {
                return true;
            }
        }
        return false;
    }

    private void add(NameText text, int i, Set<String> roles) {
        String office = office(text, i);
        String before = text.lowerNear(i, -1);
        boolean civilian = office.equals("general") && CIVILIAN_GENERALS.contains(before);
        if (LESSER.contains(before) || civilian) {
            roles.add(before + " " + office);
            return;
        }
        roles.add(office);
        boolean tells = text.isCapitalizedNear(i, -1)
                && !PAST.contains(before)
                && !text.isFirstWord(i - 1)
                && Character.isLetter(before.charAt(0))
                && offices.get(before) == null;
        if (tells) {
            roles.add(WordLists.withoutStop(before) + " " + office);
        }
        if (text.lowerNear(i, 1).equals("of") && text.isCapitalizedNear(i, 2)) {
            roles.add(office + " of " + text.lower(i + 2));
        }
    }

    private String office(NameText text, int i) {
        String lower = text.lower(i);
        return offices.get(WordLists.withoutStop(lower).toLowerCase(Locale.ROOT));
    }
}
