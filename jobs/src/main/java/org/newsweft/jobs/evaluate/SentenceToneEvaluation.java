package org.newsweft.jobs.evaluate;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import org.apache.commons.math3.stat.correlation.PearsonsCorrelation;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.newsweft.table.facts.DocumentTone;
import org.newsweft.table.facts.Documents;
import org.newsweft.table.schema.Table;

/**
 * The tone of sentences, against the mean rating of many readers. A gold record has {@code id}, which is that of its
 * article, an underscore and a number, {@code text}, and {@code score_-4_4}; each is read as an article of its own.
 * Pearson's r over sentences, and over the means of the articles.
 */
final class SentenceToneEvaluation implements Evaluation {
    private static final String RATING = "score_-4_4";

    @Override
    public Optional<Map<String, String>> article(JsonNode gold, String field) {
        return PageArticle.of(gold, "text");
    }

    @Override
    public boolean needsTextAsItIs() {
        return true;
    }

    @Override
    public Figures figures(List<JsonNode> gold, Function<Table, Dataset<Row>> tables) {
        Map<String, Double> told = new HashMap<>();
        tables.apply(DocumentTone.TABLE)
                .join(tables.apply(Documents.TABLE), Documents.DOC_ID.name())
                .select(Documents.SOURCE.col(), DocumentTone.SCORE.col())
                .collectAsList()
                .forEach(row -> told.put(row.getString(0), row.getDouble(1)));
        List<double[]> sentences = new ArrayList<>();
        Map<String, List<double[]>> articles = new TreeMap<>();
        for (JsonNode record : gold) {
            String id = record.path("id").asText();
            if (told.containsKey(id)) {
                double[] pair = {told.get(id), record.path(RATING).asDouble()};
                sentences.add(pair);
                articles.computeIfAbsent(id.substring(0, Math.max(0, id.lastIndexOf('_'))), key -> new ArrayList<>())
                        .add(pair);
            }
        }
        List<double[]> means =
                articles.values().stream().map(SentenceToneEvaluation::mean).toList();
        return new Figures()
                .with("sentences", sentences.size())
                .with("pearson_r", correlation(sentences))
                .with("pearson_r_by_article", correlation(means));
    }

    private static double[] mean(List<double[]> pairs) {
        double[] mean = new double[2];
        for (double[] pair : pairs) {
            mean[0] += pair[0] / pairs.size();
            mean[1] += pair[1] / pairs.size();
        }
        return mean;
    }

    /** Pearson's r; 0 of fewer than two pairs, which have none. */
    private static double correlation(List<double[]> pairs) {
        if (pairs.size() < 2) {
            return 0;
        }
        return new PearsonsCorrelation()
                .correlation(
                        pairs.stream().mapToDouble(pair -> pair[0]).toArray(),
                        pairs.stream().mapToDouble(pair -> pair[1]).toArray());
    }
}
