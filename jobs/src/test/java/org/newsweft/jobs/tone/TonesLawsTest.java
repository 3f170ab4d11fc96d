package org.newsweft.jobs.tone;

import static org.apache.spark.sql.functions.sum;
import static org.assertj.core.api.Assertions.assertThat;
import static org.newsweft.measure.RandomCorpus.sortedRows;

import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;
import org.newsweft.measure.RandomCorpus;
import org.newsweft.table.schema.Granularity;
import org.newsweft.testing.SparkTest;

@SuppressWarnings("serial")
class TonesLawsTest extends SparkTest {
    private static final List<Granularity> PERIODS = List.of(Granularity.MONTH, Granularity.ALL);

    @Test
    void theOrderOfRowsChangesNothing() {
        RandomCorpus corpus = RandomCorpus.of(spark(), "a", 1, 60);
        RandomCorpus shuffled = corpus.shuffled(2);

        assertThat(sortedRows(entityTone(shuffled))).isNotEmpty().isEqualTo(sortedRows(entityTone(corpus)));
        assertThat(sortedRows(pairTone(shuffled))).isNotEmpty().isEqualTo(sortedRows(pairTone(corpus)));
    }

    @Test
    void countsOfDisjointCorporaAddUp() {
        RandomCorpus one = RandomCorpus.of(spark(), "a", 3, 40);
        RandomCorpus other = RandomCorpus.of(spark(), "b", 4, 40);
        Dataset<Row> added = entityTone(one)
                .union(entityTone(other))
                .groupBy("granularity", "period_start", "entity_id", "outlet")
                .agg(sum("mention_count"), sum("sentence_count"), sum("negative_count"), sum("positive_count"));
        Dataset<Row> together = entityTone(one.and(other))
                .select(
                        "granularity",
                        "period_start",
                        "entity_id",
                        "outlet",
                        "mention_count",
                        "sentence_count",
                        "negative_count",
                        "positive_count");

        assertThat(sortedRows(together)).isNotEmpty().isEqualTo(sortedRows(added));
    }

    private static Dataset<Row> entityTone(RandomCorpus corpus) {
        return Tones.entityTone(ToneCounts.ofEntities(corpus.mentions(), corpus.documents()), PERIODS);
    }

    private static Dataset<Row> pairTone(RandomCorpus corpus) {
        return Tones.pairTone(ToneCounts.ofPairs(corpus.mentions(), corpus.sentences(), corpus.documents()), PERIODS);
    }
}
