package org.newsweft.text.names.lexicon;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.newsweft.text.Resources;
import org.newsweft.text.Span;
import org.newsweft.text.Tokens;
import org.newsweft.text.names.lexicon.GazetteerEntry.Kind;

/** The lists of countries, places, bodies and well-known people on the class path, and the search for them in a text. */
public final class Gazetteer {
    private static final Gazetteer LOADED = new Gazetteer();
    private static final int LONGEST_ACRONYM = 6;

    private final PhraseTable<GazetteerEntry> names = new PhraseTable<>();
    private final Map<String, String> countryLabels = new HashMap<>();
    private final Set<String> firstNames = new HashSet<>();
    private final Map<String, GazetteerEntry> stateAbbreviations = new HashMap<>();

    private Gazetteer() {
        rows("countries.tsv").forEach(this::addCountry);
        rows("regions.tsv").forEach(this::addRegion);
        rows("us_states.tsv").forEach(this::addState);
        rows("seats.tsv").forEach(this::addSeat);
        rows("organizations.tsv").forEach(this::addOrganization);
        rows("persons.tsv").forEach(this::addPerson);
        rows("peoples.tsv").forEach(this::addPeople);
        rows("cities.tsv").forEach(this::addCity);
        rows("first_names.txt").forEach(fields -> firstNames.add(fields[0]));
    }

    public static Gazetteer load() {
        return LOADED;
    }

    /** English name of a country; null for an unknown code. */
    public String countryLabel(String isoCode) {
        return countryLabels.get(isoCode);
    }

    /** Whether a capitalised word is a common first name. */
    public boolean isFirstName(String word) {
        return firstNames.contains(word);
    }

    /** The US state that the agencies abbreviate so ({@code Calif.}); null if none. */
    public GazetteerEntry stateByAbbreviation(String word) {
        return stateAbbreviations.get(word);
    }

    /**
     * The longest names on the lists, from left to right, not overlapping. Names must be written with capitals where the
     * list has them; acronyms letter by letter.
     */
    public List<GazetteerMatch> matches(Tokens tokens) {
        List<GazetteerMatch> found = new ArrayList<>();
        for (int sentence = 0; sentence < tokens.sentenceCount(); sentence++) {
            int end = tokens.sentenceEnd(sentence);
            int i = tokens.sentenceStart(sentence);
            while (i < end) {
                GazetteerMatch match = mayBegin(tokens, i) ? longestAt(tokens, i, end) : null;
                if (match != null) {
                    found.add(match);
                }
                i = match == null ? i + 1 : match.to();
            }
        }
        return found;
    }

    /** The longest name that begins at a token and ends before {@code limit}; null if there is none. */
    public GazetteerMatch longestAt(Tokens tokens, int from, int limit) {
        GazetteerMatch longest = null;
        long hash = PhraseTable.EMPTY_PHRASE;
        int capitals = 0;
        for (int i = from; i < limit; i++) {
            hash = PhraseTable.extend(hash, PhraseTable.hashOf(tokens.text(), tokens.start(i), tokens.end(i)));
            List<GazetteerEntry> entries = names.get(hash);
            if (entries == null) {
                break;
            }
            capitals |= tokens.isCapitalized(i) ? 1 << (i - from) : 0;
            List<GazetteerEntry> fitting = fitting(entries, tokens, from, i, capitals);
            if (!fitting.isEmpty()) {
                longest = new GazetteerMatch(from, i + 1, fitting);
            }
        }
        return longest;
    }

    /** The same without regard to capitals, for the trained tagger; null if there is none. */
    public GazetteerMatch longestAnyCase(Tokens tokens, int from, int limit) {
        GazetteerMatch longest = null;
        long hash = PhraseTable.EMPTY_PHRASE;
        for (int i = from; i < limit; i++) {
            hash = PhraseTable.extend(hash, PhraseTable.hashOf(tokens.text(), tokens.start(i), tokens.end(i)));
            List<GazetteerEntry> entries = names.get(hash);
            if (entries == null) {
                break;
            }
            if (!entries.isEmpty()) {
                longest = new GazetteerMatch(from, i + 1, entries);
            }
        }
        return longest;
    }

    /** What exactly these tokens may mean; empty if they are on no list. */
    public List<GazetteerEntry> meanings(Tokens tokens, int from, int to) {
        long hash = PhraseTable.EMPTY_PHRASE;
        int capitals = 0;
        for (int i = from; i < to; i++) {
            hash = PhraseTable.extend(hash, PhraseTable.hashOf(tokens.text(), tokens.start(i), tokens.end(i)));
            capitals |= tokens.isCapitalized(i) ? 1 << (i - from) : 0;
        }
        List<GazetteerEntry> entries = names.get(hash);
        return entries == null ? List.of() : fitting(entries, tokens, from, to - 1, capitals);
    }

    private static boolean mayBegin(Tokens tokens, int i) {
        return tokens.isCapitalized(i) || tokens.is(i, "al") || tokens.is(i, "bin");
    }

    private static List<GazetteerEntry> fitting(
            List<GazetteerEntry> entries, Tokens tokens, int from, int last, int capitals) {
        if (entries.isEmpty()) {
            return entries;
        }
        List<GazetteerEntry> fitting = new ArrayList<>(entries.size());
        for (GazetteerEntry entry : entries) {
            boolean capitalised = (entry.capitals() & ~capitals) == 0;
            if (capitalised && (!entry.exactCase() || isUpperCase(tokens, from, last))) {
                fitting.add(entry);
            }
        }
        return fitting;
    }

    private static boolean isUpperCase(Tokens tokens, int from, int last) {
        for (int i = tokens.start(from); i < tokens.end(last); i++) {
            if (Character.isLowerCase(tokens.text().charAt(i))) {
                return false;
            }
        }
        return true;
    }

    private static List<String[]> rows(String name) {
        return Resources.rows(Gazetteer.class, name);
    }

    /** The parts of a field that lists several names, separated by a vertical bar; none for an empty field. */
    private static List<String> parts(String field) {
        return field.isEmpty() ? List.of() : List.of(field.split("\\|"));
    }

    private void addCountry(String[] fields) {
        String iso = fields[0];
        String label = fields[1];
        String id = EntityIds.country(iso);
        countryLabels.put(iso, label);
        add(label, Kind.COUNTRY, id, label, iso, 0, false, false);
        parts(fields[3]).forEach(alias -> add(alias, Kind.COUNTRY, id, label, iso, 0, false, true));
        parts(fields[4]).forEach(people -> add(people, Kind.DEMONYM, id, label, iso, 0, false, false));
        List<String> capitals = parts(fields[2]);
        capitals.forEach(city ->
                add(city, Kind.CITY, null, capitals.get(0), iso, 1_000_000, true, !city.equals(capitals.get(0))));
    }

    private void addRegion(String[] fields) {
        String id = EntityIds.region(fields[0]);
        String iso = fields[3].isEmpty() ? null : fields[3];
        add(fields[1], Kind.REGION, id, fields[1], iso, 0, false, false);
        parts(fields[2]).forEach(alias -> add(alias, Kind.REGION, id, fields[1], iso, 0, false, true));
    }

    private void addState(String[] fields) {
        String id = EntityIds.region(EntityIds.slug(fields[1]) + "-us");
        GazetteerEntry entry = add(fields[1], Kind.STATE, id, fields[1], "US", 0, false, false);
        stateAbbreviations.put(fields[0], entry);
        stateAbbreviations.put(fields[2], entry);
    }

    private void addSeat(String[] fields) {
        String iso = fields[1].substring(fields[1].indexOf(':') + 1);
        add(fields[0], Kind.SEAT, EntityIds.organization(fields[2]), fields[0], iso, 0, true, false);
    }

    private void addOrganization(String[] fields) {
        String id = fields[0].indexOf(':') > 0 ? fields[0] : EntityIds.organization(fields[0]);
        add(fields[1], Kind.ORGANIZATION, id, fields[1], null, 0, false, false);
        parts(fields[2]).forEach(alias -> add(alias, Kind.ORGANIZATION, id, fields[1], null, 0, false, true));
    }

    private void addPerson(String[] fields) {
        String id = EntityIds.person(fields[0]);
        add(fields[1], Kind.PERSON, id, fields[1], null, 0, false, false);
        parts(fields[2]).forEach(alias -> add(alias, Kind.PERSON, id, fields[1], null, 0, false, true));
    }

    private void addPeople(String[] fields) {
        String iso = fields[4].isEmpty() ? null : fields[4];
        parts(fields[2]).forEach(word -> add(word, Kind.PEOPLE, fields[0], fields[1], iso, 0, false, false));
        parts(fields[3]).forEach(word -> add(word, Kind.PEOPLE, fields[0], fields[1], iso, 0, false, true));
    }

    private void addCity(String[] fields) {
        String label = fields[4].isEmpty() ? fields[0] : fields[4];
        boolean alias = !fields[4].isEmpty();
        add(fields[0], Kind.CITY, null, label, fields[1], Integer.parseInt(fields[2]), false, alias);
    }

    private GazetteerEntry add(
            String name,
            Kind kind,
            String id,
            String label,
            String iso,
            int inhabitants,
            boolean capital,
            boolean alias) {
        Tokens tokens = Tokens.of(name, List.of(new Span(0, name.length())));
        GazetteerEntry entry = new GazetteerEntry(
                kind, id, label, iso, inhabitants, capital, alias, isAcronym(name), capitals(tokens));
        names.add(tokens, entry);
        return entry;
    }

    private static boolean isAcronym(String name) {
        return name.length() <= LONGEST_ACRONYM && name.toUpperCase(Locale.ROOT).equals(name);
    }

    private static int capitals(Tokens tokens) {
        int capitals = 0;
        for (int i = 0; i < tokens.size(); i++) {
            capitals |= tokens.isCapitalized(i) ? 1 << i : 0;
        }
        return capitals;
    }
}
