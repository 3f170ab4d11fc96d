package org.newsweft.jobs.evaluate;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.newsweft.jobs.engine.Frames;
import org.newsweft.table.facts.Documents;
import org.newsweft.table.figures.EventDocuments;
import org.newsweft.table.schema.Table;

/**
 * Events, against articles of which it is known on which happening they are ({@code event}, else {@code cluster}). Pairs
 * of articles that share a happening are compared with pairs that share an event; and for each article, the articles of
 * its event with those of its happening (B-cubed, Bagga and Baldwin 1998). An article on no event is alone.
 */
final class EventEvaluation implements Evaluation {
    private static final List<String> FIELDS = List.of("id", "title", "date", "outlet", "text");

    @Override
    public Optional<Map<String, String>> article(JsonNode gold, String field) {
        if (gold.path("text").asText("").isEmpty()) {
            return Optional.empty();
        }
        Map<String, String> article = new LinkedHashMap<>();
        for (String name : FIELDS) {
            if (!gold.path(name).asText("").isEmpty()) {
                article.put(name, gold.path(name).asText());
            }
        }
        return Optional.of(article);
    }

    @Override
    public Figures figures(List<JsonNode> gold, Function<Table, Dataset<Row>> tables) {
        Map<String, String> events = new HashMap<>();
        for (Row row : tables.apply(EventDocuments.TABLE)
                .join(
                        tables.apply(Documents.TABLE).select(Documents.DOC_ID.col(), Documents.SOURCE.col()),
                        Frames.on(Documents.DOC_ID.name()))
                .select(Documents.SOURCE.col(), EventDocuments.EVENT_ID.col())
                .collectAsList()) {
            events.put(row.getString(0), row.getString(1));
        }
        Map<String, String> happenings = new TreeMap<>();
        for (JsonNode record : gold) {
            happenings.put(
                    record.path("id").asText(),
                    record.path("event").asText(record.path("cluster").asText()));
        }
        Map<String, Set<String>> byHappening = new HashMap<>();
        Map<String, Set<String>> byEvent = new HashMap<>();
        long placed = 0;
        for (Map.Entry<String, String> article : happenings.entrySet()) {
            String id = article.getKey();
            placed += events.containsKey(id) ? 1 : 0;
            events.putIfAbsent(id, "alone " + id);
            byHappening
                    .computeIfAbsent(article.getValue(), happening -> new HashSet<>())
                    .add(id);
            byEvent.computeIfAbsent(events.get(id), event -> new HashSet<>()).add(id);
        }
        long both = 0;
        double precision = 0;
        double recall = 0;
        for (Map.Entry<String, String> article : happenings.entrySet()) {
            Set<String> event = byEvent.get(events.get(article.getKey()));
            Set<String> happening = byHappening.get(article.getValue());
            long shared = event.stream().filter(happening::contains).count();
            both += shared - 1;
            precision += (double) shared / event.size();
            recall += (double) shared / happening.size();
        }
        long given = orderedPairs(byEvent);
        long known = orderedPairs(byHappening);
        int articles = Math.max(1, happenings.size());
        double sum = precision + recall;
        return new Figures()
                .with("articles", happenings.size())
                .with("placed", placed)
                .withShare("pair_precision", both, given)
                .withShare("pair_recall", both, known)
                .withShare("pair_f1", 2 * both, given + known)
                // The harmonic mean of both means: 2 * (p / n) * (r / n) / ((p + r) / n).
                .with("bcubed_f1", sum == 0 ? 0 : 2 * precision * recall / sum / articles);
    }

    private static long orderedPairs(Map<String, Set<String>> groups) {
        return groups.values().stream()
                .mapToLong(group -> (long) group.size() * (group.size() - 1))
                .sum();
    }
}
