package org.newsweft.text.names.lexicon;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.newsweft.text.Resources;

/** First names and their short forms: {@code william} and {@code bill}. That two names may be one proves nothing yet. */
public final class Nicknames {
    private static final Nicknames LOADED = new Nicknames();

    private final Map<String, Set<String>> fullForms = new HashMap<>();

    private Nicknames() {
        Resources.rows(Nicknames.class, "nicknames.tsv").forEach(row -> {
            for (String shortForm : row[1].split(" ", -1)) {
                fullForms.computeIfAbsent(shortForm, any -> new HashSet<>()).add(row[0]);
            }
        });
    }

    /** The list on the class path. */
    public static Nicknames load() {
        return LOADED;
    }

    /** The full forms of every short form, both lower-case ASCII. */
    public Map<String, List<String>> fullForms() {
        Map<String, List<String>> sorted = new HashMap<>();
        fullForms.forEach((shortForm, full) ->
                sorted.put(shortForm, full.stream().sorted().toList()));
        return Map.copyOf(sorted);
    }

    /** Whether one is a short form of the other. */
    public boolean areOne(String a, String b) {
        return fullForms.getOrDefault(a, Set.of()).contains(b)
                || fullForms.getOrDefault(b, Set.of()).contains(a);
    }
}
