package org.newsweft.text.names.lexicon;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.newsweft.text.Resources;

/** The word lists of {@code words.tsv}: which lower-case words introduce a person, end the name of a body, and so on. */
public final class WordLists {
    private static final WordLists LOADED = read();

    private final Map<String, Set<String>> byKind;

    private WordLists(Map<String, Set<String>> byKind) {
        this.byKind = byKind;
    }

    public static WordLists load() {
        return LOADED;
    }

    /** The words of one kind; an unknown kind is a fault of the caller. */
    public Set<String> of(String kind) {
        Set<String> words = byKind.get(kind);
        if (words == null) {
            throw new IllegalArgumentException("no word list '" + kind + "'; there are " + byKind.keySet());
        }
        return words;
    }

    private static WordLists read() {
        Map<String, Set<String>> byKind = new HashMap<>();
        Resources.rows(WordLists.class, "words.tsv")
                .forEach(fields -> byKind.computeIfAbsent(fields[0], kind -> new HashSet<>())
                        .addAll(List.of(fields[1].split(" "))));
        byKind.replaceAll((kind, words) -> Set.copyOf(words));
        return new WordLists(Map.copyOf(byKind));
    }

    /** A lower-case word without the full stop of an abbreviation: {@code gen.} and {@code gen} are one. */
    public static String withoutStop(String lower) {
        int last = lower.length() - 1;
        return last > 0 && lower.charAt(last) == '.' ? lower.substring(0, last) : lower;
    }
}
