package org.newsweft.jobs.evaluate;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.newsweft.table.facts.Documents;
import org.newsweft.table.schema.Table;

/**
 * Copies found in a corpus, against pairs of documents known to be copies ({@code a}, {@code b}, and perhaps {@code
 * jaccard3}, the similarity of their word triples: pairs below .5 are not asked for). A pair is found if both documents
 * are of one story. {@code pairs_listed} is the share of the pairs found that gold knows: a lower bound of precision,
 * since no list of copies is complete.
 */
final class NearDuplicateEvaluation implements Evaluation {
    private static final double SIMILAR = .5;

    @Override
    public Figures figures(List<JsonNode> gold, Function<Table, Dataset<Row>> tables) {
        Map<String, String> stories = new HashMap<>();
        Map<String, Long> sizes = new HashMap<>();
        Set<String> documents = new HashSet<>();
        for (Row row : tables.apply(Documents.TABLE)
                .select(Documents.SOURCE.col(), Documents.STORY_ID.col())
                .collectAsList()) {
            documents.add(row.getString(0));
            stories.put(row.getString(0), row.getString(1));
            sizes.merge(row.getString(1), 1L, Long::sum);
        }
        long asked = 0;
        long found = 0;
        long listed = 0;
        for (JsonNode pair : gold) {
            String story = stories.get(pair.path("a").asText());
            boolean together =
                    story != null && story.equals(stories.get(pair.path("b").asText()));
            listed += together ? 1 : 0;
            if (pair.path("jaccard3").asDouble(1) >= SIMILAR) {
                asked++;
                found += together ? 1 : 0;
            }
        }
        long given =
                sizes.values().stream().mapToLong(size -> size * (size - 1) / 2).sum();
        return new Figures()
                .with("documents", documents.size())
                .with("stories", sizes.size())
                .with("pairs", asked)
                .withShare("recall", found, asked)
                .with("pairs_given", given)
                .withShare("pairs_listed", listed, given);
    }
}
