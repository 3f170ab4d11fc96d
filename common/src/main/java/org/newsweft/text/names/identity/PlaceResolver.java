package org.newsweft.text.names.identity;

import java.util.List;
import java.util.Set;
import org.newsweft.text.Tokens;
import org.newsweft.text.names.lexicon.EntityIds;
import org.newsweft.text.names.lexicon.EntityType;
import org.newsweft.text.names.lexicon.Gazetteer;
import org.newsweft.text.names.lexicon.GazetteerEntry;
import org.newsweft.text.names.lexicon.GazetteerEntry.Kind;
import org.newsweft.text.names.lexicon.GazetteerMatch;
import org.newsweft.text.names.lexicon.Metonymy;
import org.newsweft.text.names.lexicon.NameText;
import org.newsweft.text.names.lexicon.NameType;
import org.newsweft.text.names.lexicon.Reading;
import org.newsweft.text.names.lexicon.WordLists;

/**
 * Decides which country, region, state or city a name of a place means, and whether a seat of government stands for its
 * government.
 */
public final class PlaceResolver {
    private static final double SURE = 0.95;
    private static final double LIKELY = 0.8;
    private static final double UNKNOWN = 0.6;

    /** Inhabitants from which a city is meant where a state of its country has the same name. */
    private static final int METROPOLIS = 600_000;

    /** Neighbours that a story about the country of Georgia names. */
    private static final Set<String> AROUND_GEORGIA = Set.of("RU", "AM", "AZ", "TR", "UA");

    /** Offices that states of the US have and their capitals have not. */
    private static final Set<String> STATE_OFFICES = Set.of(
            "gov",
            "governor",
            "sen",
            "senator",
            "senators",
            "legislature",
            "lawmakers",
            "congressman",
            "congresswoman",
            "rep");

    private final Gazetteer gazetteer = Gazetteer.load();
    private final Metonymy metonymy = Metonymy.load();

    private PlaceResolver() {}

    public static PlaceResolver load() {
        return new PlaceResolver();
    }

    /**
     * The people, party or region whose members listed words name ("Kurds", "Republican", "European"); null if they name
     * none, or if the tagger took words of several meanings ("Christian", "Labour") for something else.
     */
    public ResolvedName resolvePeople(NameText text, int from, int to, NameType tagged) {
        List<GazetteerEntry> entries = gazetteer.meanings(text.tokens(), from, to);
        GazetteerEntry people = new GazetteerMatch(from, to, entries).first(Kind.PEOPLE);
        if (people == null) {
            return null;
        }
        EntityType type = typeOf(people.id());
        boolean only = !people.alias()
                && entries.stream().noneMatch(entry -> entry.kind() == Kind.COUNTRY || entry.kind() == Kind.DEMONYM);
        boolean wanted = switch (tagged) {
            case NATIONALITY -> true;
            case ORGANIZATION -> only || type == EntityType.ORGANIZATION;
            case PLACE -> only;
            case PERSON -> only && entries.size() == 1;
        };
        return wanted
                ? new ResolvedName(people.id(), people.label(), type, Reading.DEMONYM, people.countryCode(), SURE)
                : null;
    }

    private static EntityType typeOf(String id) {
        return switch (id.substring(0, id.indexOf(':'))) {
            case "group" -> EntityType.GROUP;
            case "organization" -> EntityType.ORGANIZATION;
            case "region" -> EntityType.REGION;
            default -> EntityType.PLACE;
        };
    }

    /** The country that a nationality belongs to, else the people of that name; never null. */
    public ResolvedName resolveNationality(NameText text, int from, int to) {
        GazetteerMatch match = new GazetteerMatch(from, to, gazetteer.meanings(text.tokens(), from, to));
        GazetteerEntry people = match.first(Kind.DEMONYM);
        if (people != null) {
            return ResolvedName.country(people, Reading.DEMONYM, SURE);
        }
        GazetteerEntry country = match.first(Kind.COUNTRY);
        if (country != null) {
            return ResolvedName.country(country, country.alias() ? Reading.ALIAS : Reading.NAME, SURE);
        }
        GazetteerEntry region = match.first(Kind.REGION);
        if (region != null) {
            return region(region);
        }
        String surface = text.surface(from, to);
        return new ResolvedName(EntityIds.group(surface), surface, EntityType.GROUP, Reading.NAME, null, UNKNOWN);
    }

    /** What the place named by these tokens is; never null. */
    public ResolvedName resolve(NameText text, int from, int to, PlaceEvidence evidence) {
        ResolvedName listed = resolveListed(text, from, to, evidence);
        if (listed == null && to - from > 1 && isDistrict(text, from, to)) {
            GazetteerMatch city = new GazetteerMatch(from, from + 1, gazetteer.meanings(text.tokens(), from, from + 1));
            listed = named(largestFitting(text, city, evidence), EntityType.PLACE, SURE);
        }
        return listed != null ? listed : unlisted(text, from, to);
    }

    /** "Washington, D.C." */
    private static boolean isDistrict(NameText text, int from, int to) {
        String last = text.lower(to - 1).replace(".", "");
        return text.tokens().is(from, "Washington") && (last.equals("dc") || last.equals("c"));
    }

    /** The same for names on the lists only; null for others. */
    public ResolvedName resolveListed(NameText text, int from, int to, PlaceEvidence evidence) {
        List<GazetteerEntry> entries = gazetteer.meanings(text.tokens(), from, to);
        GazetteerMatch match = new GazetteerMatch(from, to, entries);
        GazetteerEntry seat = match.first(Kind.SEAT);
        if (seat != null) {
            return seat(text, match, seat);
        }
        GazetteerEntry country = match.first(Kind.COUNTRY);
        GazetteerEntry state = stateOf(text, match);
        if (country != null && state == null && isBeforeUsState(text, match)) {
            return namesakeInUs(text, match, country);
        }
        if (country != null && (state == null || !isStateRather(text, match, country, evidence))) {
            return ResolvedName.country(country, country.alias() ? Reading.ALIAS : Reading.NAME, SURE);
        }
        GazetteerEntry region = match.first(Kind.REGION);
        GazetteerEntry city = largestFitting(text, match, evidence);
        boolean whole = city == null || isWholeState(text, match) || !isCityRather(text, match, city, evidence);
        if (region != null && (region.countryCode() == null || whole)) {
            return region(region);
        }
        if (state != null && whole) {
            return named(state, EntityType.REGION, LIKELY);
        }
        if (city != null) {
            return city(text, match, city);
        }
        boolean west = to - from == 1
                && text.tokens().is(from, "West")
                && text.lowerNear(from, -1).equals("the");
        return west
                ? new ResolvedName(
                        EntityIds.region("the-west"), "the West", EntityType.REGION, Reading.NAME, null, LIKELY)
                : halfOfKorea(text, from, to, evidence);
    }

    /**
     * Whether a name that a state or province shares with a city means the city: a city that is itself larger than most
     * states (New York, Washington), one that the text puts elsewhere ("Florida, Cuba", "Nevada, Missouri"), or one abroad
     * in a document that names its country and nothing of the state's.
     */
    private boolean isCityRather(NameText text, GazetteerMatch match, GazetteerEntry city, PlaceEvidence evidence) {
        GazetteerEntry state = match.first(Kind.STATE) != null ? match.first(Kind.STATE) : match.first(Kind.REGION);
        if (state == null || (city.countryCode().equals(state.countryCode()) && city.inhabitants() >= METROPOLIS)) {
            return true;
        }
        GazetteerEntry after = placeAfterComma(text, match.to());
        if (after != null) {
            boolean closed = after.kind() != Kind.STATE || isBeforeUsState(text, match);
            return closed && after.countryCode() != null && after.countryCode().equals(city.countryCode());
        }
        boolean abroad = !city.countryCode().equals(state.countryCode());
        boolean american = evidence.states() > 0 || evidence.usCities() > 0;
        boolean homely = evidence.mentionsOf(state.countryCode()) > 0 || ("US".equals(state.countryCode()) && american);
        return abroad && evidence.mentionsOf(city.countryCode()) > 1 && !homely;
    }

    private static ResolvedName region(GazetteerEntry entry) {
        return named(entry, EntityType.REGION, SURE);
    }

    /** "Peru, Indiana,": a country's name and then a US state, closed by a mark and no member of a list of places. */
    private boolean isBeforeUsState(NameText text, GazetteerMatch match) {
        GazetteerEntry after = placeAfterComma(text, match.to());
        if (after == null || after.kind() != Kind.STATE) {
            return false;
        }
        int first = match.to() + 1;
        GazetteerMatch state = gazetteer.longestAt(
                text.tokens(), first, text.tokens().sentenceEnd(text.tokens().sentenceOf(first)));
        int last = state == null ? first : state.to() - 1;
        String closing = text.lowerNear(last, 1);
        boolean listed = text.isCapitalizedNear(last, 2);
        return closing.equals(".") || (closing.equals(",") && !listed);
    }

    private ResolvedName namesakeInUs(NameText text, GazetteerMatch match, GazetteerEntry country) {
        for (GazetteerEntry entry : match.entries()) {
            if (entry.kind() == Kind.CITY && "US".equals(entry.countryCode())) {
                return named(entry, EntityType.PLACE, SURE);
            }
        }
        String surface = text.surface(match.from(), match.to());
        return new ResolvedName(
                EntityIds.place(country.label(), "US"), surface, EntityType.PLACE, Reading.NAME, "US", LIKELY);
    }

    /** "the North" and "the South" in a document about the two Koreas; null otherwise. */
    private ResolvedName halfOfKorea(NameText text, int from, int to, PlaceEvidence evidence) {
        boolean north = text.tokens().is(from, "North");
        boolean half = to - from == 1
                && (north || text.tokens().is(from, "South"))
                && text.lowerNear(from, -1).equals("the");
        if (!half || evidence.mentionsOf("KP") == 0) {
            return null;
        }
        String iso = north ? "KP" : "KR";
        return new ResolvedName(
                EntityIds.country(iso), gazetteer.countryLabel(iso), EntityType.COUNTRY, Reading.ALIAS, iso, LIKELY);
    }

    private ResolvedName seat(NameText text, GazetteerMatch match, GazetteerEntry seat) {
        if (metonymy.actsAsGovernment(text, match.from(), match.to())) {
            return new ResolvedName(
                    seat.id(), seat.label(), EntityType.ORGANIZATION, Reading.METONYM, seat.countryCode(), SURE);
        }
        return new ResolvedName(
                seat.id(), seat.label(), EntityType.ORGANIZATION, Reading.NAME, seat.countryCode(), SURE);
    }

    private ResolvedName city(NameText text, GazetteerMatch match, GazetteerEntry city) {
        if (city.capital() && metonymy.actsAsGovernment(text, match.from(), match.to())) {
            GazetteerEntry government = new GazetteerEntry(
                    Kind.COUNTRY,
                    "",
                    gazetteer.countryLabel(city.countryCode()),
                    city.countryCode(),
                    0,
                    false,
                    true,
                    false,
                    0);
            return ResolvedName.country(government, Reading.METONYM, LIKELY);
        }
        return named(city, EntityType.PLACE, city.inhabitants() >= 100_000 ? SURE : LIKELY);
    }

    private static ResolvedName named(GazetteerEntry entry, EntityType type, double confidence) {
        Reading reading = entry.alias() ? Reading.ALIAS : Reading.NAME;
        return new ResolvedName(entry.entityId(), entry.label(), type, reading, entry.countryCode(), confidence);
    }

    private ResolvedName unlisted(NameText text, int from, int to) {
        String surface = text.surface(from, to);
        String inCountry = null;
        for (int i = to - 1; i > from && inCountry == null; i--) {
            GazetteerEntry country =
                    new GazetteerMatch(i, to, gazetteer.meanings(text.tokens(), i, to)).first(Kind.COUNTRY);
            inCountry = country == null ? null : country.countryCode();
        }
        if (inCountry == null) {
            GazetteerEntry after = placeAfterComma(text, to);
            inCountry = after == null ? null : after.countryCode();
        }
        return new ResolvedName(
                EntityIds.place(surface, inCountry), surface, EntityType.PLACE, Reading.NAME, inCountry, UNKNOWN);
    }

    private GazetteerEntry stateOf(NameText text, GazetteerMatch match) {
        GazetteerEntry listed = match.first(Kind.STATE);
        boolean afterComma = text.lowerNear(match.from(), -1).equals(",");
        return listed == null && afterComma
                ? gazetteer.stateByAbbreviation(text.surface(match.from(), match.to()))
                : listed;
    }

    /** Georgia alone is both. */
    private boolean isStateRather(NameText text, GazetteerMatch match, GazetteerEntry country, PlaceEvidence evidence) {
        int around = evidence.mentionsOf(country.countryCode());
        for (String neighbour : AROUND_GEORGIA) {
            around += evidence.mentionsOf(neighbour);
        }
        boolean afterUsCity = text.lowerNear(match.from(), -1).equals(",")
                && text.isCapitalizedNear(match.from(), -2)
                && isUsCity(text, match.from() - 2);
        boolean american = evidence.states() > 0 || evidence.usCities() > 0 || evidence.mentionsOf("US") > 0;
        return afterUsCity || isStateOffice(text, match) || (around == 0 && american);
    }

    private boolean isUsCity(NameText text, int token) {
        for (GazetteerEntry entry : gazetteer.meanings(text.tokens(), token, token + 1)) {
            if (entry.kind() == Kind.CITY && "US".equals(entry.countryCode())) {
                return true;
            }
        }
        return false;
    }

    /** "New York Gov. Ann Harlow", "the senator from Georgia". */
    private static boolean isStateOffice(NameText text, GazetteerMatch match) {
        String after = WordLists.withoutStop(text.lowerNear(match.to() - 1, 1));
        boolean from = text.lowerNear(match.from(), -1).equals("from")
                || text.lowerNear(match.from(), -1).equals("of");
        return STATE_OFFICES.contains(after) || (from && STATE_OFFICES.contains(text.lowerNear(match.from(), -2)));
    }

    /** "Washington state", "New York state", and a state after a city and a comma. */
    private boolean isWholeState(NameText text, GazetteerMatch match) {
        boolean said = text.lowerNear(match.to() - 1, 1).equals("state")
                || (text.lowerNear(match.from(), -1).equals("of")
                        && text.lowerNear(match.from(), -2).equals("state"));
        boolean afterCity = text.lowerNear(match.from(), -1).equals(",")
                && text.isCapitalizedNear(match.from(), -2)
                && isUsCity(text, match.from() - 2);
        return said || afterCity || isStateOffice(text, match);
    }

    private GazetteerEntry largestFitting(NameText text, GazetteerMatch match, PlaceEvidence evidence) {
        GazetteerEntry named = placeAfterComma(text, match.to());
        GazetteerEntry best = null;
        double bestScore = Double.NEGATIVE_INFINITY;
        for (GazetteerEntry entry : match.entries()) {
            if (entry.kind() != Kind.CITY) {
                continue;
            }
            double score = Math.log10(inhabitants(match, entry) + 1.0);
            boolean told = evidence.mentionsOf(entry.countryCode()) > 0;
            score += entry.capital() ? (told ? 2 : 1) : 0;
            score += told ? 0.8 : 0;
            score += "US".equals(entry.countryCode()) && evidence.states() > 0 ? 0.4 : 0;
            score += named != null && entry.countryCode().equals(named.countryCode()) ? 5 : 0;
            boolean equal = best != null && score == bestScore && entry.capital() && !best.capital();
            if (score > bestScore || equal) {
                best = entry;
                bestScore = score;
            }
        }
        return best;
    }

    /** Those of the town itself: a seat of government that is on the list of cities too has the number from there. */
    private static int inhabitants(GazetteerMatch match, GazetteerEntry city) {
        if (!city.capital()) {
            return city.inhabitants();
        }
        for (GazetteerEntry entry : match.entries()) {
            boolean same = entry.kind() == Kind.CITY
                    && !entry.capital()
                    && entry.countryCode().equals(city.countryCode());
            if (same) {
                return entry.inhabitants();
            }
        }
        return city.inhabitants();
    }

    /** The country or state in "Paris, Texas" and "Cambridge, England"; null if none follows. */
    private GazetteerEntry placeAfterComma(NameText text, int to) {
        if (!text.lowerNear(to - 1, 1).equals(",") || !text.isCapitalizedNear(to - 1, 2)) {
            return null;
        }
        Tokens tokens = text.tokens();
        int next = to + 1;
        GazetteerEntry state = gazetteer.stateByAbbreviation(tokens.word(next));
        if (state != null) {
            return state;
        }
        GazetteerMatch match = gazetteer.longestAt(tokens, next, tokens.sentenceEnd(tokens.sentenceOf(next)));
        if (match == null) {
            return null;
        }
        GazetteerEntry country = match.first(Kind.STATE);
        return country != null ? country : match.first(Kind.COUNTRY);
    }
}
