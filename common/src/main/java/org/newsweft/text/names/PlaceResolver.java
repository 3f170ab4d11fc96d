package org.newsweft.text.names;

import java.util.List;
import java.util.Set;
import org.newsweft.text.Tokens;
import org.newsweft.text.names.GazetteerEntry.Kind;

/**
 * Decides which country, region, state or city a name of a place means, and whether a seat of government stands for its
 * government.
 */
final class PlaceResolver {
    private static final double SURE = 0.95;
    private static final double LIKELY = 0.8;
    private static final double UNKNOWN = 0.6;

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

    static PlaceResolver load() {
        return new PlaceResolver();
    }

    /** The country that a nationality belongs to; null if the word is no nationality of one country. */
    ResolvedName resolveNationality(NameText text, int from, int to) {
        for (GazetteerEntry entry : gazetteer.meanings(text.tokens(), from, to)) {
            if (entry.kind() == Kind.DEMONYM) {
                return ResolvedName.country(entry, Reading.DEMONYM, SURE);
            }
        }
        return null;
    }

    /** What the place named by these tokens is; never null. */
    ResolvedName resolve(NameText text, int from, int to, PlaceEvidence evidence) {
        ResolvedName listed = resolveListed(text, from, to, evidence);
        return listed != null ? listed : unlisted(text, from, to);
    }

    /** The same for names on the lists only; null for others. */
    ResolvedName resolveListed(NameText text, int from, int to, PlaceEvidence evidence) {
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
        if (region != null) {
            return named(region, EntityType.REGION, SURE);
        }
        GazetteerEntry city = largestFitting(text, match, evidence);
        if (state != null && (city == null || isWholeState(text, match))) {
            return named(state, EntityType.REGION, LIKELY);
        }
        return city != null ? city(text, match, city) : halfOfKorea(text, from, to, evidence);
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
            GazetteerEntry government = new GazetteerEntry(
                    Kind.COUNTRY,
                    "",
                    gazetteer.countryLabel(seat.countryCode()),
                    seat.countryCode(),
                    0,
                    false,
                    true,
                    false,
                    0);
            return ResolvedName.country(government, Reading.METONYM, LIKELY);
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
            double score = Math.log10(entry.inhabitants() + 1.0);
            score += entry.capital() ? 2 : 0;
            score += evidence.mentionsOf(entry.countryCode()) > 0 ? 0.8 : 0;
            score += "US".equals(entry.countryCode()) && evidence.states() > 0 ? 0.4 : 0;
            score += named != null && entry.countryCode().equals(named.countryCode()) ? 5 : 0;
            if (score > bestScore) {
                best = entry;
                bestScore = score;
            }
        }
        return best;
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
