package org.newsweft.jobs.train;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Mean over pages of precision and recall of the body's words and of the F1 of its runs of four words. */
final class PageScores {
    private static final Pattern WORD = Pattern.compile("\\w+", Pattern.UNICODE_CHARACTER_CLASS);
    private static final int GRAM = 4;

    /** The share of right ones among those given, and of those given among the right ones. */
    private record Overlap(double precision, double recall) {
        static Overlap of(List<String> given, List<String> right) {
            Map<String, Integer> left = new HashMap<>();
            right.forEach(item -> left.merge(item, 1, Integer::sum));
            int hits = 0;
            for (String item : given) {
                hits += left.merge(item, -1, Integer::sum) >= 0 ? 1 : 0;
            }
            double precision = given.isEmpty() ? (right.isEmpty() ? 1 : 0) : (double) hits / given.size();
            return new Overlap(precision, right.isEmpty() ? 1 : (double) hits / right.size());
        }

        double f1() {
            return precision + recall == 0 ? 0 : 2 * precision * recall / (precision + recall);
        }
    }

    private record Score(double precision, double recall, double gramF1) {}

    private final Map<String, List<Score>> scores = new TreeMap<>();

    void add(String field, String given, String right) {
        List<String> givenWords = words(given);
        List<String> rightWords = words(right);
        Overlap words = Overlap.of(givenWords, rightWords);
        Overlap grams = Overlap.of(grams(givenWords), grams(rightWords));
        scores.computeIfAbsent(field, key -> new ArrayList<>())
                .add(new Score(words.precision(), words.recall(), grams.f1()));
    }

    void print(PrintStream out) {
        scores.forEach((field, pages) -> out.printf(
                Locale.ROOT,
                "%s: %d pages, precision %.4f, recall %.4f, four-gram F1 %.4f%n",
                field,
                pages.size(),
                pages.stream().mapToDouble(Score::precision).average().orElse(0),
                pages.stream().mapToDouble(Score::recall).average().orElse(0),
                pages.stream().mapToDouble(Score::gramF1).average().orElse(0)));
    }

    private static List<String> words(String text) {
        List<String> words = new ArrayList<>();
        Matcher matcher = WORD.matcher(text.toLowerCase(Locale.ROOT));
        while (matcher.find()) {
            words.add(matcher.group());
        }
        return words;
    }

    private static List<String> grams(List<String> words) {
        List<String> grams = new ArrayList<>();
        for (int i = 0; i + GRAM <= words.size(); i++) {
            grams.add(String.join(" ", words.subList(i, i + GRAM)));
        }
        if (grams.isEmpty() && !words.isEmpty()) {
            grams.add(String.join(" ", words));
        }
        return grams;
    }
}
