package org.newsweft.text.tone.words;

import java.util.Collections;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import org.newsweft.text.Resources;

/** Counts behind {@link GdeltTone}: no negation, no weights, every word alone, as GDELT counts. */
public final class GdeltDictionary {
    private static final Set<String> PRONOUNS = Set.of(
            "i",
            "me",
            "my",
            "mine",
            "myself",
            "we",
            "us",
            "our",
            "ours",
            "ourselves",
            "you",
            "your",
            "yours",
            "yourself",
            "yourselves",
            "he",
            "him",
            "his",
            "himself",
            "she",
            "her",
            "hers",
            "herself",
            "it",
            "its",
            "itself",
            "they",
            "them",
            "their",
            "theirs",
            "themselves",
            "i'm",
            "i've",
            "i'll",
            "i'd",
            "we're",
            "we've",
            "we'll",
            "we'd",
            "you're",
            "you've",
            "you'll",
            "you'd",
            "he's",
            "he'll",
            "he'd",
            "she's",
            "she'll",
            "she'd",
            "it's",
            "it'll",
            "they're",
            "they've",
            "they'll",
            "they'd");

    private final ValenceLexicon lexicon;
    private final Set<String> activeVerbs;

    private GdeltDictionary(ValenceLexicon lexicon, Set<String> activeVerbs) {
        this.lexicon = lexicon;
        this.activeVerbs = Set.copyOf(activeVerbs);
    }

    public static GdeltDictionary load(ValenceLexicon lexicon) {
        Set<String> verbs = new HashSet<>();
        for (String line : Resources.entries(GdeltDictionary.class, "active_verbs.txt")) {
            if (line.startsWith("=")) {
                Collections.addAll(verbs, line.substring(1).split(" ", -1));
                continue;
            }
            for (String entry : line.split(" ", -1)) {
                verbs.addAll(InflectedWords.ofVerb(entry));
            }
        }
        return new GdeltDictionary(lexicon, verbs);
    }

    /** The seven figures of a text of any length. */
    public GdeltTone figures(String text) {
        int words = 0;
        int positive = 0;
        int negative = 0;
        int active = 0;
        int pronouns = 0;
        TokenScanner scanner = new TokenScanner(text);
        while (scanner.advance()) {
            if (!scanner.isWord()) {
                continue;
            }
            String word = scanner.surface().toLowerCase(Locale.ROOT);
            double value = lexicon.valueOrZero(word);
            words++;
            positive += value > 0 ? 1 : 0;
            negative += value < 0 ? 1 : 0;
            active += activeVerbs.contains(word) ? 1 : 0;
            pronouns += PRONOUNS.contains(word) ? 1 : 0;
        }
        return new GdeltTone(
                percent(positive - negative, words),
                percent(positive, words),
                percent(negative, words),
                percent(positive + negative, words),
                percent(active, words),
                percent(pronouns, words),
                words);
    }

    private static double percent(int count, int words) {
        return words == 0 ? 0 : Decimals.six(100.0 * count / words);
    }
}
