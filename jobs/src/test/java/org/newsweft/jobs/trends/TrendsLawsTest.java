package org.newsweft.jobs.trends;

import static org.apache.spark.sql.functions.sum;
import static org.assertj.core.api.Assertions.assertThat;
import static org.newsweft.measure.RandomCorpus.sortedRows;

import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;
import org.newsweft.measure.RandomCorpus;
import org.newsweft.statistics.KleinbergBursts;
import org.newsweft.table.figures.Entities;
import org.newsweft.table.figures.EventDocuments;
import org.newsweft.testing.SparkTest;

@SuppressWarnings("serial")
class TrendsLawsTest extends SparkTest {
    private static final BurstSettings ANY_BURST = new BurstSettings(new KleinbergBursts(2, 0.1, 8), 0, 1);

    @Test
    void theOrderOfRowsChangesNothing() {
        RandomCorpus corpus = RandomCorpus.of(spark(), "a", 1, 400);
        Map<String, Dataset<Row>> tables = figures(corpus, termCounts(corpus), totalCounts(corpus));
        RandomCorpus shuffled = corpus.shuffled(2);
        Map<String, Dataset<Row>> again = figures(shuffled, termCounts(shuffled), totalCounts(shuffled));

        tables.forEach((name, rows) ->
                assertThat(sortedRows(again.get(name))).as(name).isNotEmpty().isEqualTo(sortedRows(rows)));
    }

    @Test
    void countsOfDisjointCorporaAddUpAndCanBeTakenAway() {
        RandomCorpus one = RandomCorpus.of(spark(), "a", 3, 60);
        RandomCorpus other = RandomCorpus.of(spark(), "b", 4, 60);
        RandomCorpus both = one.and(other);
        Dataset<Row> takenAway = termCounts(other)
                .selectExpr(
                        "language",
                        "kind",
                        "term",
                        "precision",
                        "period_start",
                        "outlet",
                        "-document_count",
                        "-document_count_with_copies",
                        "-term_count");

        assertThat(sortedRows(addedUp(termCounts(one).union(termCounts(other)))))
                .isNotEmpty()
                .isEqualTo(sortedRows(addedUp(termCounts(both))));
        assertThat(sortedRows(addedUp(termCounts(both).union(takenAway)).where("copies <> 0")))
                .isEqualTo(sortedRows(addedUp(termCounts(one))));
        assertThat(sortedRows(addedUpTotals(totalCounts(one).union(totalCounts(other)))))
                .isEqualTo(sortedRows(addedUpTotals(totalCounts(both))));
    }

    private static Dataset<Row> addedUp(Dataset<Row> counts) {
        return counts.groupBy("language", "kind", "term", "precision", "period_start", "outlet")
                .agg(
                        sum("document_count").as("stories"),
                        sum("document_count_with_copies").as("copies"),
                        sum("term_count").as("terms"));
    }

    private static Dataset<Row> addedUpTotals(Dataset<Row> counts) {
        return counts.groupBy("language", "precision", "period_start", "outlet")
                .agg(
                        sum("document_count"),
                        sum("document_count_with_copies"),
                        sum("sentence_count"),
                        sum("word_count"));
    }

    private Dataset<Row> termCounts(RandomCorpus corpus) {
        return TermCounts.of(corpus.documentTerms(), corpus.mentions(), corpus.documents(), rows(Entities.TABLE));
    }

    private static Dataset<Row> totalCounts(RandomCorpus corpus) {
        return TermCounts.totalsOf(corpus.documents());
    }

    private Map<String, Dataset<Row>> figures(RandomCorpus corpus, Dataset<Row> termCounts, Dataset<Row> totalCounts) {
        Dataset<Row> entities = rows(Entities.TABLE);
        Dataset<Row> totals = Totals.of(totalCounts);
        Dataset<Row> followed = termCounts
                .select("language", "kind", "term")
                .distinct()
                .withColumn(FollowedTerms.MARKS, org.apache.spark.sql.functions.lit(false));
        Dataset<Row> series = TermSeries.of(termCounts, totals, followed).persist();
        Dataset<Row> changes = TermChanges.of(series, totals, entities);
        Dataset<Row> bursts = Bursts.of(series, totals, ANY_BURST);
        Map<String, Dataset<Row>> tables = new LinkedHashMap<>();
        tables.put("totals", totals);
        tables.put("trends", Trends.of(series));
        tables.put("tests", TrendTests.of(series, totals));
        Dataset<Row> told = TermStories.told(
                changes.select("kind", "term").union(bursts.select("kind", "term")),
                corpus.documentTerms(),
                corpus.mentions(),
                corpus.documents(),
                rows(EventDocuments.TABLE));
        tables.put("changes", TermChanges.ranked(TermStories.of(changes, told)));
        tables.put("bursts", Bursts.explained(TermStories.of(bursts, told), entities));
        tables.put("keyness", Keyness.strongest(Keyness.inPeriods(series, totals)));
        tables.put("outlets", Keyness.strongest(Keyness.inOutlets(termCounts, totalCounts, followed)));
        return tables;
    }
}
