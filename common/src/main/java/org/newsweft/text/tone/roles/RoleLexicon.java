package org.newsweft.text.tone.roles;

import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.newsweft.text.Resources;
import org.newsweft.text.tone.words.InflectedWords;

/** The verbs and nouns that tell the roles of those named beside them. */
public final class RoleLexicon {
    private static final String BEFALL = "befall";
    private static final String AGENTS = "agents";

    private final Map<String, RoleClass> verbs = new HashMap<>();
    private final Map<String, RoleClass> nouns = new HashMap<>();
    private final Set<String> participles = new HashSet<>();
    private final Set<String> weak = new HashSet<>();
    private final Set<String> befalling = new HashSet<>();
    private final Set<String> agents = new HashSet<>();

    private RoleLexicon() {}

    public static RoleLexicon load() {
        RoleLexicon lexicon = new RoleLexicon();
        for (String line : Resources.entries(RoleLexicon.class, "role_verbs.tsv")) {
            String[] fields = line.split("\t", -1);
            if (fields[0].equals(AGENTS)) {
                Collections.addAll(lexicon.agents, fields[2].split(" ", -1));
                continue;
            }
            if (fields[0].equals(BEFALL)) {
                for (String entry : fields[2].split(" ", -1)) {
                    lexicon.befalling.addAll(InflectedWords.ofNoun(entry));
                }
                continue;
            }
            RoleClass event = RoleClass.valueOf(fields[0].toUpperCase(Locale.ROOT));
            for (String entry : fields[2].split(" ", -1)) {
                lexicon.add(event, fields[1], entry);
            }
        }
        return lexicon;
    }

    private void add(RoleClass event, String part, String entry) {
        switch (part) {
            case "verb" -> InflectedWords.ofVerb(entry).forEach(form -> addVerb(event, form));
            case "form" -> addVerb(event, entry);
            case "weak" -> {
                addVerb(event, entry);
                weak.add(entry);
            }
            case "noun" -> InflectedWords.ofNoun(entry).forEach(form -> nouns.putIfAbsent(form, event));
            default -> throw new IllegalStateException("role_verbs.tsv: no such part: " + part);
        }
    }

    /** A verb of two classes keeps the first. */
    private void addVerb(RoleClass event, String form) {
        verbs.putIfAbsent(form, event);
        if (!form.endsWith("ing") && !form.endsWith("s")) {
            participles.add(form);
        }
    }

    /** The class of a verb form, or null. */
    RoleClass verb(String word) {
        return word == null ? null : verbs.get(word);
    }

    /** True if the verb form, in the active, tells nothing of who does it. */
    boolean isWeak(String word) {
        return weak.contains(word);
    }

    /** The class of a noun, or null. */
    RoleClass noun(String word) {
        return word == null ? null : nouns.get(word);
    }

    /** True for a noun that names what befell somebody: "X's murder". */
    boolean isBefalling(String word) {
        return word != null && befalling.contains(word);
    }

    /** True for those who act for whom they are named after: the troops of X. */
    boolean isAgent(String word) {
        return word != null && agents.contains(word);
    }

    /** True if a known verb form can be a past participle. */
    boolean isParticiple(String word) {
        return participles.contains(word);
    }
}
