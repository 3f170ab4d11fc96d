package org.newsweft.text.names.identity;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.newsweft.text.names.lexicon.GazetteerEntry;
import org.newsweft.text.names.lexicon.GazetteerEntry.Kind;
import org.newsweft.text.names.lexicon.GazetteerMatch;

/** Which countries a document is about, from names that mean only one: what "Georgia" and "Birmingham" are judged by. */
public final class PlaceEvidence {
    private static final int LARGE_CITY = 300_000;

    private final Map<String, Integer> countries = new HashMap<>();
    private final Set<String> states = new HashSet<>();
    private int usCities;

    private PlaceEvidence() {}

    public static PlaceEvidence of(List<GazetteerMatch> matches) {
        PlaceEvidence evidence = new PlaceEvidence();
        for (GazetteerMatch match : matches) {
            evidence.add(match);
        }
        return evidence;
    }

    /** How often the document names the country or its people in words that mean nothing else. */
    int mentionsOf(String isoCode) {
        return countries.getOrDefault(isoCode, 0);
    }

    /** How often the document names the country other than this that it names most. */
    int mostElsewhere(String isoCode) {
        int most = 0;
        for (Map.Entry<String, Integer> country : countries.entrySet()) {
            most = country.getKey().equals(isoCode) ? most : Math.max(most, country.getValue());
        }
        return most;
    }

    /** How often the document names the United States, their states and large cities. */
    int american() {
        return mentionsOf("US") + states() + usCities();
    }

    /** Number of different US states that the document names. */
    int states() {
        return states.size();
    }

    /** How often the document names a large city that lies in the US and has no larger namesake elsewhere. */
    int usCities() {
        return usCities;
    }

    private void add(GazetteerMatch match) {
        GazetteerEntry city = match.first(Kind.CITY);
        boolean large = city != null && city.inhabitants() >= LARGE_CITY && "US".equals(city.countryCode());
        usCities += large && match.entries().get(0).equals(city) ? 1 : 0;
        GazetteerEntry state = match.first(Kind.STATE);
        GazetteerEntry country = match.first(Kind.COUNTRY);
        GazetteerEntry people = match.first(Kind.DEMONYM);
        if (state != null && country == null && !match.has(Kind.CITY)) {
            states.add(state.id());
        } else if (country != null && state == null) {
            countries.merge(country.countryCode(), 1, Integer::sum);
        } else if (people != null && match.entries().size() == 1) {
            countries.merge(people.countryCode(), 1, Integer::sum);
        }
    }
}
