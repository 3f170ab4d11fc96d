package org.newsweft.text.names;

import java.util.Map;

/** What spellings of the name of a body have in common. */
final class BodyNames {
    /** British and American spelling, and joiners that some leave out. */
    private static final Map<String, String> SPELLINGS = Map.ofEntries(
            Map.entry("defence", "defense"),
            Map.entry("centre", "center"),
            Map.entry("centres", "centers"),
            Map.entry("organisation", "organization"),
            Map.entry("organisations", "organizations"),
            Map.entry("labour", "labor"),
            Map.entry("programme", "program"),
            Map.entry("theatre", "theater"),
            Map.entry("harbour", "harbor"),
            Map.entry("bros", "brothers"),
            Map.entry("intl", "international"),
            Map.entry("assn", "association"),
            Map.entry("assoc", "association"),
            Map.entry("dept", "department"),
            Map.entry("univ", "university"),
            Map.entry("natl", "national"),
            Map.entry("and", ""));

    private BodyNames() {}

    /** The slug of a name with every word in one spelling; never empty. */
    static String key(String slug) {
        StringBuilder key = new StringBuilder(slug.length());
        for (String word : slug.split("-", -1)) {
            String usual = SPELLINGS.getOrDefault(word, word);
            if (!usual.isEmpty()) {
                key.append(key.isEmpty() ? "" : "-").append(usual);
            }
        }
        return key.isEmpty() ? slug : key.toString();
    }
}
