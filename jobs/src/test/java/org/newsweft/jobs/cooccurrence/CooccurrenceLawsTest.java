package org.newsweft.jobs.cooccurrence;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.sum;
import static org.assertj.core.api.Assertions.assertThat;
import static org.newsweft.measure.RandomCorpus.sortedRows;

import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;
import org.newsweft.measure.RandomCorpus;
import org.newsweft.table.Granularity;
import org.newsweft.testing.SparkTest;

@SuppressWarnings("serial")
class CooccurrenceLawsTest extends SparkTest {
    private static final List<Granularity> PERIODS = List.of(Granularity.MONTH, Granularity.YEAR, Granularity.ALL);

    @Test
    void theOrderOfRowsChangesNothing() {
        RandomCorpus corpus = RandomCorpus.of(spark(), "a", 1, 60);
        RandomCorpus shuffled = corpus.shuffled(2);
        Dataset<Row> pairs = pairs(corpus);
        Dataset<Row> same = pairs(shuffled);

        assertThat(sortedRows(same)).isNotEmpty().isEqualTo(sortedRows(pairs));
        assertThat(sortedRows(Networks.nodes(same.repartition(3)))).isEqualTo(sortedRows(Networks.nodes(pairs)));
    }

    @Test
    void countsOfDisjointCorporaAddUp() {
        RandomCorpus one = RandomCorpus.of(spark(), "a", 3, 40);
        RandomCorpus other = RandomCorpus.of(spark(), "b", 4, 40);
        Dataset<Row> added = pairs(one)
                .union(pairs(other))
                .groupBy("scope", "granularity", "period_start", "entity_a", "entity_b")
                .agg(sum("n_ab").as("n_ab"));
        Dataset<Row> together =
                pairs(one.and(other)).select("scope", "granularity", "period_start", "entity_a", "entity_b", "n_ab");

        assertThat(sortedRows(together)).isNotEmpty().isEqualTo(sortedRows(added));
    }

    @Test
    void evidenceCountsToTheSentencesOfEveryPair() {
        RandomCorpus corpus = RandomCorpus.of(spark(), "a", 5, 60);
        Dataset<Row> pairs = Cooccurrence.pairs(corpus.mentions(), corpus.documents(), PERIODS, 3);
        Dataset<Row> evidence = Cooccurrence.evidence(pairs, corpus.mentions(), corpus.sentences(), corpus.documents());
        Dataset<Row> counted =
                evidence.groupBy("entity_a", "entity_b").agg(count(lit(1)).as("n_ab"));
        Dataset<Row> expected = pairs.where("scope = 'sentence' and granularity = 'all'")
                .select(col("entity_a"), col("entity_b"), col("n_ab"));

        assertThat(sortedRows(counted)).isNotEmpty().isEqualTo(sortedRows(expected));
    }

    private static Dataset<Row> pairs(RandomCorpus corpus) {
        return Cooccurrence.pairs(corpus.mentions(), corpus.documents(), PERIODS, 1);
    }
}
