package org.newsweft.jobs.evaluate;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.newsweft.table.facts.Documents;
import org.newsweft.table.schema.Table;
import org.newsweft.text.TextOverlap;

/**
 * What is left of whole pages, against bodies by hand ({@code gold_body}), or segments that must stay or go ({@code
 * must_keep_in_raw}, {@code must_drop_in_raw}). Of bodies, the mean over pages of precision, recall and F1 of the words,
 * and of the F1 of runs of four words; of segments, the share that is where it belongs.
 */
final class BoilerplateEvaluation implements Evaluation {
    private static final String BODY = "gold_body";
    private static final String KEPT = "must_keep_in_raw";
    private static final String DROPPED = "must_drop_in_raw";
    private static final int RUN = 4;

    @Override
    public Optional<Map<String, String>> article(JsonNode gold, String field) {
        return PageArticle.of(gold, field);
    }

    @Override
    public Figures figures(List<JsonNode> gold, Function<Table, Dataset<Row>> tables) {
        Map<String, String> texts = texts(tables);
        Figures figures = new Figures();
        if (gold.stream().anyMatch(page -> page.hasNonNull(BODY))) {
            addBodies(figures, gold, texts);
        }
        if (gold.stream().anyMatch(page -> page.has(KEPT) || page.has(DROPPED))) {
            addSegments(figures, gold, texts);
        }
        return figures;
    }

    private static Map<String, String> texts(Function<Table, Dataset<Row>> tables) {
        Map<String, String> texts = new HashMap<>();
        tables.apply(Documents.TABLE)
                .select(Documents.SOURCE.col(), Documents.TEXT.col())
                .collectAsList()
                .forEach(row -> texts.put(row.getString(0), row.getString(1)));
        return texts;
    }

    private static void addBodies(Figures figures, List<JsonNode> gold, Map<String, String> texts) {
        List<JsonNode> pages =
                gold.stream().filter(page -> page.hasNonNull(BODY)).toList();
        double precision = 0;
        double recall = 0;
        double f1 = 0;
        double gramF1 = 0;
        long missing = 0;
        for (JsonNode page : pages) {
            String text = texts.get(page.path("id").asText());
            String body = page.path(BODY).asText();
            missing += text == null ? 1 : 0;
            TextOverlap words = TextOverlap.of(text, body, 1);
            precision += words.precision();
            recall += words.recall();
            f1 += words.f1();
            gramF1 += TextOverlap.of(text, body, RUN).f1();
        }
        int count = pages.size();
        figures.with("pages", count)
                .with("missing", missing)
                .with("precision", precision / count)
                .with("recall", recall / count)
                .with("f1", f1 / count)
                .with("four_gram_f1", gramF1 / count);
    }

    private static void addSegments(Figures figures, List<JsonNode> gold, Map<String, String> texts) {
        long stayed = 0;
        long lost = 0;
        long left = 0;
        long gone = 0;
        for (JsonNode page : gold) {
            String text = squeezed(texts.getOrDefault(page.path("id").asText(), ""));
            for (JsonNode segment : page.path(KEPT)) {
                boolean isIn = text.contains(squeezed(segment.asText()));
                stayed += isIn ? 1 : 0;
                lost += isIn ? 0 : 1;
            }
            for (JsonNode segment : page.path(DROPPED)) {
                boolean isIn = text.contains(squeezed(segment.asText()));
                left += isIn ? 1 : 0;
                gone += isIn ? 0 : 1;
            }
        }
        figures.with("segments", stayed + lost + left + gone)
                .withShare("segment_precision", stayed, stayed + left)
                .withShare("segment_recall", stayed, stayed + lost)
                .withShare("segment_accuracy", stayed + gone, stayed + lost + left + gone);
    }

    private static String squeezed(String text) {
        return text.replaceAll("\\s+", " ");
    }
}
