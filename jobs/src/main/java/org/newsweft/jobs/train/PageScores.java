package org.newsweft.jobs.train;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.newsweft.text.TextOverlap;

/** Mean over pages of precision and recall of the body's words and of the F1 of its runs of four words. */
final class PageScores {
    private static final int GRAM = 4;

    private record Score(TextOverlap words, TextOverlap grams) {}

    private final Map<String, List<Score>> scores = new TreeMap<>();

    void add(String field, String given, String right) {
        scores.computeIfAbsent(field, key -> new ArrayList<>())
                .add(new Score(TextOverlap.of(given, right, 1), TextOverlap.of(given, right, GRAM)));
    }

    void print(PrintStream out) {
        scores.forEach((field, pages) -> out.printf(
                Locale.ROOT,
                "%s: %d pages, precision %.4f, recall %.4f, four-gram F1 %.4f%n",
                field,
                pages.size(),
                pages.stream()
                        .mapToDouble(page -> page.words().precision())
                        .average()
                        .orElse(0),
                pages.stream()
                        .mapToDouble(page -> page.words().recall())
                        .average()
                        .orElse(0),
                pages.stream().mapToDouble(page -> page.grams().f1()).average().orElse(0)));
    }
}
