package org.newsweft.jobs.trends;

import static org.apache.spark.sql.functions.sum;
import static org.assertj.core.api.Assertions.assertThat;
import static org.newsweft.measure.RandomCorpus.sortedRows;

import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;
import org.newsweft.measure.RandomCorpus;
import org.newsweft.testing.SparkTest;
import org.newsweft.text.statistics.KleinbergBursts;

@SuppressWarnings("serial")
class TrendsLawsTest extends SparkTest {
    @Test
    void theOrderOfRowsChangesNothing() {
        RandomCorpus corpus = RandomCorpus.of(spark(), "a", 1, 120);
        Dataset<Row> series = series(corpus).persist();
        Dataset<Row> shuffled = series(corpus.shuffled(2)).persist();
        BurstSettings anyBurst = new BurstSettings(new KleinbergBursts(2, 0.1, 8), 0, 1);

        assertThat(sortedRows(Trends.of(shuffled))).isNotEmpty().isEqualTo(sortedRows(Trends.of(series)));
        assertThat(sortedRows(TrendTests.of(shuffled))).isNotEmpty().isEqualTo(sortedRows(TrendTests.of(series)));
        assertThat(sortedRows(Bursts.of(shuffled, anyBurst)))
                .isNotEmpty()
                .isEqualTo(sortedRows(Bursts.of(series, anyBurst)));
        assertThat(sortedRows(Keyness.of(shuffled))).isNotEmpty().isEqualTo(sortedRows(Keyness.of(series)));
    }

    @Test
    void totalsOfDisjointCorporaAddUp() {
        RandomCorpus one = RandomCorpus.of(spark(), "a", 3, 40);
        RandomCorpus other = RandomCorpus.of(spark(), "b", 4, 40);
        Dataset<Row> added = Totals.of(one.documents())
                .union(Totals.of(other.documents()))
                .groupBy("granularity", "period_start")
                .agg(
                        sum("document_count"),
                        sum("document_count_with_copies"),
                        sum("sentence_count"),
                        sum("word_count"));

        assertThat(sortedRows(Totals.of(one.and(other).documents()))).isEqualTo(sortedRows(added));
    }

    private static Dataset<Row> series(RandomCorpus corpus) {
        return TermSeries.of(
                corpus.documentTerms(), corpus.mentions(), corpus.documents(), Totals.of(corpus.documents()), 2);
    }
}
