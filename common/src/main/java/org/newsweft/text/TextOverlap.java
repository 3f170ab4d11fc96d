package org.newsweft.text;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How much of one text is in another: both are taken as bags of words, or of runs of words, in lower case.
 *
 * @param precision share of the given text that is in the right one; 1 if both are empty, 0 if only the given one is
 * @param recall share of the right text that is in the given one; 1 if it is empty
 */
public record TextOverlap(double precision, double recall) {
    private static final Pattern WORD = Pattern.compile("\\w+", Pattern.UNICODE_CHARACTER_CLASS);

    /**
     * Compares two texts.
     *
     * @param given the text to judge; null is no text
     * @param right the text it should be
     * @param run words in a run: 1 for words alone. A text of fewer words is one run
     */
    public static TextOverlap of(String given, String right, int run) {
        List<String> givenRuns = runs(words(given), run);
        List<String> rightRuns = runs(words(right), run);
        Map<String, Integer> left = new HashMap<>();
        rightRuns.forEach(item -> left.merge(item, 1, Integer::sum));
        int hits = 0;
        for (String item : givenRuns) {
            hits += left.merge(item, -1, Integer::sum) >= 0 ? 1 : 0;
        }
        double precision = givenRuns.isEmpty() ? (rightRuns.isEmpty() ? 1 : 0) : (double) hits / givenRuns.size();
        return new TextOverlap(precision, rightRuns.isEmpty() ? 1 : (double) hits / rightRuns.size());
    }

    /** Harmonic mean of precision and recall. */
    public double f1() {
        return precision + recall == 0 ? 0 : 2 * precision * recall / (precision + recall);
    }

    /** The words of a text in lower case; none for null. */
    public static List<String> words(String text) {
        List<String> words = new ArrayList<>();
        if (text != null) {
            Matcher matcher = WORD.matcher(text.toLowerCase(Locale.ROOT));
            while (matcher.find()) {
                words.add(matcher.group());
            }
        }
        return words;
    }

    private static List<String> runs(List<String> words, int run) {
        if (run == 1) {
            return words;
        }
        List<String> runs = new ArrayList<>();
        for (int i = 0; i + run <= words.size(); i++) {
            runs.add(String.join(" ", words.subList(i, i + run)));
        }
        if (runs.isEmpty() && !words.isEmpty()) {
            runs.add(String.join(" ", words));
        }
        return runs;
    }
}
