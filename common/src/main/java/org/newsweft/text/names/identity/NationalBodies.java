package org.newsweft.text.names.identity;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.newsweft.text.Tokens;
import org.newsweft.text.names.lexicon.Gazetteer;
import org.newsweft.text.names.lexicon.GazetteerEntry;
import org.newsweft.text.names.lexicon.GazetteerEntry.Kind;
import org.newsweft.text.names.lexicon.GazetteerMatch;
import org.newsweft.text.names.lexicon.NameText;

/**
 * Bodies that every country has one of: "the Senate" is the country's whose name stands beside it ("Iran's Parliament", "the
 * Supreme Court of India"), else the one that the document names with its country, else the American one where the document
 * speaks of America. "US Senate", "U.S. Senate" and "the Senate" are one, two countries' National Assemblies are two.
 */
final class NationalBodies {
    /** Generic names, lower case, and the words that their ids have. */
    private static final Map<String, String> NAMES = names();

    /** Bodies that are the American ones wherever English-language news speaks of America and of no other country that has them. */
    private static final Set<String> AMERICAN =
            Set.of("senate", "congress", "house-of-representatives", "marine-corps", "coast-guard", "national-guard");

    /** The same where the document speaks of no country more than of America. */
    private static final Set<String> MAYBE_AMERICAN =
            Set.of("supreme-court", "army", "navy", "air-force", "space-force");

    /** Other countries whose senate, congress or house English-language news calls so. */
    private static final Set<String> ALSO = Set.of(
            "AU", "CA", "FR", "IT", "MX", "BR", "PH", "NG", "KE", "PK", "ES", "CL", "AR", "PE", "CO", "PL", "KH", "TH",
            "IE", "BE", "NL", "RO", "CZ", "IN", "JP", "NP", "LY", "ZW", "LR", "KZ", "UY", "PY", "BO", "HT", "DO", "CD",
            "CG", "MG", "RW", "BI", "SO", "PR", "GT", "HN", "VE", "MA", "MY", "NZ", "FJ", "ID", "ET", "CY", "BY", "UZ",
            "EG");

    private final NameText text;
    private final PlaceEvidence evidence;
    private final Gazetteer gazetteer = Gazetteer.load();
    private final Map<String, Set<String>> told = new HashMap<>();

    NationalBodies(NameText text, PlaceEvidence evidence) {
        this.text = text;
        this.evidence = evidence;
    }

    private static Map<String, String> names() {
        Map<String, String> names = new HashMap<>();
        for (String name : List.of(
                "senate",
                "congress",
                "house of representatives",
                "supreme court",
                "parliament",
                "national assembly",
                "army",
                "navy",
                "air force",
                "marine corps",
                "coast guard",
                "national guard",
                "space force")) {
            names.put(name, name.replace(' ', '-'));
        }
        names.put("house", "house-of-representatives");
        names.put("marines", "marine-corps");
        return Map.copyOf(names);
    }

    /** A body with its country, so that later places without it can follow. */
    void note(int from, int to) {
        Generic generic = read(from, to);
        if (generic != null && generic.country() != null) {
            told.computeIfAbsent(generic.slug(), slug -> new HashSet<>()).add(generic.country());
        }
    }

    /** The part of an id without prefix ({@code us-senate}, {@code parliament-iq}); null if the name is no generic one. */
    String slug(int from, int to) {
        Generic generic = read(from, to);
        if (generic == null) {
            return null;
        }
        String country = generic.country();
        if (country == null) {
            Set<String> known = told.getOrDefault(generic.slug(), Set.of());
            country = known.size() == 1 ? known.iterator().next() : null;
        }
        if (country == null && isAmerican(generic.slug())) {
            country = "US";
        }
        if (country == null) {
            return generic.slug();
        }
        return country.equals("US") ? "us-" + generic.slug() : generic.slug() + "-" + country.toLowerCase(Locale.ROOT);
    }

    /** "US Senate" of {@code us-senate}, "Parliament" of {@code parliament-iq}: for people to read. */
    static String label(String slug, String countryLabel) {
        boolean american = slug.startsWith("us-");
        StringBuilder label = new StringBuilder();
        for (String word : slug.substring(american ? 3 : 0).split("-", -1)) {
            label.append(label.isEmpty() ? "" : " ");
            label.append(word.equals("of") ? word : Character.toUpperCase(word.charAt(0)) + word.substring(1));
        }
        return american ? "US " + label : countryLabel == null ? label.toString() : label + " of " + countryLabel;
    }

    private boolean isAmerican(String slug) {
        int american = evidence.american();
        if (AMERICAN.contains(slug)) {
            int elsewhere = 0;
            for (String country : ALSO) {
                elsewhere = Math.max(elsewhere, evidence.mentionsOf(country));
            }
            return american > 0 && american >= elsewhere;
        }
        int weight = slug.equals("supreme-court") ? 2 : 1;
        return MAYBE_AMERICAN.contains(slug) && american > 0 && american * weight >= evidence.mostElsewhere("US");
    }

    /** A generic name and the country that stands in it or beside it, or null for the country. */
    private record Generic(String slug, String country) {}

    private Generic read(int from, int to) {
        int start = from;
        while (start < to - 1
                && (text.lower(start).equals("the")
                        || Character.isDigit(text.tokens().firstChar(start)))) {
            start++;
        }
        String country = null;
        int length = lengthOfCountry(start, to);
        if (length > 0 && start + length < to) {
            country = countryOf(start, start + length);
            start += length;
        }
        int end = to;
        for (int of = start + 1; of < to - 1 && country == null; of++) {
            if (text.lower(of).equals("of")) {
                int place = text.lower(of + 1).equals("the") ? of + 2 : of + 1;
                String named = place < to ? countryOf(place, to) : null;
                end = named == null ? end : of;
                country = named;
            }
        }
        String slug = NAMES.get(text.surface(start, end).toLowerCase(Locale.ROOT));
        if (slug == null) {
            return null;
        }
        return new Generic(slug, country == null ? countryBeside(start, end) : country);
    }

    /** Number of tokens of a country or its people at the beginning of a name; 0 if there is none. */
    private int lengthOfCountry(int from, int to) {
        GazetteerMatch match = gazetteer.longestAt(text.tokens(), from, to);
        boolean country = match != null && (match.has(Kind.COUNTRY) || match.has(Kind.DEMONYM));
        return country ? match.to() - match.from() : 0;
    }

    private String countryOf(int from, int to) {
        for (GazetteerEntry entry : gazetteer.meanings(text.tokens(), from, to)) {
            if (entry.kind() == Kind.COUNTRY || entry.kind() == Kind.DEMONYM) {
                return entry.countryCode();
            }
        }
        return null;
    }

    /** "Iran's Parliament", "the Turkish Parliament", "the Parliament of the Netherlands". */
    private String countryBeside(int from, int to) {
        Tokens tokens = text.tokens();
        int before = from;
        String possessive = text.lowerNear(before, -1);
        if (possessive.equals("'s") || possessive.equals("’s") || possessive.equals("’") || possessive.equals("'")) {
            before--;
        }
        for (int length = 1; length <= 3 && text.isNear(before, -length); length++) {
            String country = countryOf(before - length, before);
            if (country != null) {
                return country;
            }
        }
        if (!text.lowerNear(to - 1, 1).equals("of")) {
            return null;
        }
        int place = text.lowerNear(to, 1).equals("the") ? to + 2 : to + 1;
        if (place >= tokens.size() || !text.isNear(to - 1, place - to + 1)) {
            return null;
        }
        GazetteerMatch match = gazetteer.longestAt(tokens, place, tokens.sentenceEnd(tokens.sentenceOf(place)));
        GazetteerEntry country = match == null ? null : match.first(Kind.COUNTRY);
        return country == null ? null : country.countryCode();
    }
}
