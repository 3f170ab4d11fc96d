package org.newsweft.text.tone.words;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.newsweft.text.Resources;

/**
 * What words are worth: VADER's mean ratings, -4 (very negative) to 4 (very positive), by lower-case word or phrase.
 *
 * <p>The lexicon is that of C. J. Hutto and E. Gilbert, "VADER: A Parsimonious Rule-based Model for Sentiment Analysis
 * of Social Media Text" (ICWSM 2014), MIT licence, as in the Python package vaderSentiment 3.3.2. {@link #news()}
 * puts our own values for news on top: in news, <i>security</i> and <i>party</i> are no praise, and <i>sanctions</i>
 * are no approval.
 */
public final class ValenceLexicon {
    private final Map<String, Double> values;
    /** Words of each phrase, by its first word; longer phrases first. */
    private final Map<String, List<String[]>> phrases;

    private ValenceLexicon(Map<String, Double> values, Map<String, List<String[]>> phrases) {
        this.values = values;
        this.phrases = phrases;
    }

    /** VADER's lexicon as published. */
    static ValenceLexicon vader() {
        return new ValenceLexicon(vaderValues(), Map.of());
    }

    /** VADER's lexicon with the news words and phrases; a news value of 0 takes the word out. */
    public static ValenceLexicon news() {
        Map<String, Double> values = vaderValues();
        Map<String, List<String[]>> phrases = new HashMap<>();
        for (String line : Resources.entries(ValenceLexicon.class, "news_words.tsv")) {
            String[] fields = line.split("\t", -1);
            String entry = fields[0];
            double value = Double.parseDouble(fields[1]);
            if (value == 0) {
                values.remove(entry);
            } else {
                values.put(entry, value);
            }
            String[] words = entry.split(" ", -1);
            if (words.length > 1) {
                phrases.computeIfAbsent(words[0], first -> new ArrayList<>()).add(words);
            }
        }
        phrases.values().forEach(list -> list.sort((a, b) -> Integer.compare(b.length, a.length)));
        return new ValenceLexicon(values, phrases);
    }

    private static Map<String, Double> vaderValues() {
        Map<String, Double> values = new HashMap<>();
        for (String line : Resources.lines(ValenceLexicon.class, "vader_lexicon.txt")) {
            String[] fields = line.strip().split("\t", -1);
            values.put(fields[0], Double.valueOf(fields[1]));
        }
        return values;
    }

    /** The value of a lower-case word, or null if it has none. */
    Double get(String word) {
        return values.get(word);
    }

    boolean contains(String word) {
        return values.containsKey(word);
    }

    /** The value of a lower-case word, 0 if it has none. */
    double valueOrZero(String word) {
        Double value = values.get(word);
        return value == null ? 0 : value;
    }

    /** How many words from {@code index} on form a phrase of this lexicon; 1 if none does. */
    int phraseLength(String[] lowerCase, int count, int index) {
        List<String[]> candidates = phrases.get(lowerCase[index]);
        if (candidates == null) {
            return 1;
        }
        for (String[] phrase : candidates) {
            if (index + phrase.length <= count && matches(phrase, lowerCase, index)) {
                return phrase.length;
            }
        }
        return 1;
    }

    private static boolean matches(String[] phrase, String[] words, int from) {
        for (int i = 1; i < phrase.length; i++) {
            if (!phrase[i].equals(words[from + i])) {
                return false;
            }
        }
        return true;
    }
}
