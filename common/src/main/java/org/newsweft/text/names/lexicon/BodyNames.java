package org.newsweft.text.names.lexicon;

import java.util.Map;

/** What spellings of the name of a body have in common. */
public final class BodyNames {
    private static final Map<String, String> ABBREVIATIONS = Map.of(
            "bros", "brothers",
            "intl", "international",
            "assn", "association",
            "assoc", "association",
            "dept", "department",
            "univ", "university",
            "natl", "national",
            "and", "");
    private static final Map<String, String> AMERICAN = Map.of(
            "defence", "defense",
            "centre", "center",
            "centres", "centers",
            "organisation", "organization",
            "organisations", "organizations",
            "programme", "program",
            "theatre", "theater",
            "harbour", "harbor");
    /** In shorter names the spelling is that of another country's body: "Labour" is not "Labor". */
    private static final int WORDS_IN_ANY_SPELLING = 3;

    private BodyNames() {}

    /** The slug of a name with abbreviations written out, and words of long names in American spelling; never empty. */
    public static String key(String slug) {
        String[] words = slug.split("-", -1);
        if (words.length == 1) {
            return slug;
        }
        StringBuilder key = new StringBuilder(slug.length());
        for (String word : words) {
            String written = ABBREVIATIONS.getOrDefault(word, word);
            String usual = words.length >= WORDS_IN_ANY_SPELLING ? AMERICAN.getOrDefault(written, written) : written;
            if (!usual.isEmpty()) {
                key.append(key.isEmpty() ? "" : "-").append(usual);
            }
        }
        return key.isEmpty() ? slug : key.toString();
    }
}
