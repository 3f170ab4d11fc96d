package org.newsweft.jobs.cooccurrence;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.concat;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.sum;
import static org.assertj.core.api.Assertions.assertThat;
import static org.newsweft.measure.RandomCorpus.sortedRows;

import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.newsweft.jobs.engine.Counts;
import org.newsweft.measure.RandomCorpus;
import org.newsweft.table.counts.EntityCounts;
import org.newsweft.table.counts.PairCounts;
import org.newsweft.table.counts.UnitCounts;
import org.newsweft.table.figures.Entities;
import org.newsweft.table.schema.Granularity;
import org.newsweft.table.schema.Table;
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
        assertThat(sortedRows(Networks.nodes(same.repartition(3), entityCounts(shuffled), PERIODS)))
                .isNotEmpty()
                .isEqualTo(sortedRows(Networks.nodes(pairs, entityCounts(corpus), PERIODS)));
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
        Dataset<Row> pairs = pairs(corpus, 3);
        Dataset<Row> evidence = Evidence.of(pairs, corpus.mentions(), corpus.sentences(), corpus.documents());
        Dataset<Row> counted =
                evidence.groupBy("entity_a", "entity_b").agg(count(lit(1)).as("n_ab"));
        Dataset<Row> expected = pairs.where("scope = 'sentence' and granularity = 'all'")
                .select(col("entity_a"), col("entity_b"), col("n_ab"));

        assertThat(sortedRows(counted)).isNotEmpty().isEqualTo(sortedRows(expected));
    }

    @Test
    void countsThatAreTakenAwayLeaveNothingBehind() {
        RandomCorpus one = RandomCorpus.of(spark(), "a", 6, 40);
        RandomCorpus other = RandomCorpus.of(spark(), "b", 7, 40);
        Dataset<Row> more = namings(one.and(other));
        Dataset<Row> gone = namings(other);

        assertTakenAway(
                PairCounts.TABLE,
                CooccurrenceCounts.pairs(more, 2),
                CooccurrenceCounts.pairs(gone, 2),
                CooccurrenceCounts.pairs(namings(one), 2));
        assertTakenAway(
                EntityCounts.TABLE,
                CooccurrenceCounts.entities(more, 2),
                CooccurrenceCounts.entities(gone, 2),
                CooccurrenceCounts.entities(namings(one), 2));
        assertTakenAway(
                UnitCounts.TABLE,
                CooccurrenceCounts.units(more, 2),
                CooccurrenceCounts.units(gone, 2),
                CooccurrenceCounts.units(namings(one), 2));
    }

    @Test
    void theRowsOfAPeriodComeFromItsCountsAlone() {
        RandomCorpus corpus = RandomCorpus.of(spark(), "a", 8, 80);
        RandomCorpus january = new RandomCorpus(
                corpus.documents().where("published_on < '2013-02-01'"),
                corpus.sentences(),
                corpus.mentions(),
                corpus.documentTerms());
        String ofJanuary = "granularity = 'month' and period_start = '2013-01-01'";

        assertThat(sortedRows(pairs(january, 1).where(ofJanuary)))
                .isNotEmpty()
                .isEqualTo(sortedRows(pairs(corpus, 1).where(ofJanuary)));
        assertThat(sortedRows(pairs(january, 2).where(ofJanuary)))
                .isNotEmpty()
                .isEqualTo(sortedRows(pairs(corpus, 2).where(ofJanuary)));
    }

    @Test
    void namesThatMeetByChanceAreSaidToDoSo() {
        // Names are drawn for each sentence by their frequency alone: no pair has a tie. By document that does not
        // hold: a
        // long document names more of all, which with a dozen names is a tie of each two of them.
        Dataset<Row> pairs =
                pairs(RandomCorpus.of(spark(), "a", 9, 400)).where("granularity = 'all' and scope = 'sentence'");

        assertThat(pairs.count()).isGreaterThan(50);
        assertThat(pairs.where("q_value < 0.05").count()).isLessThanOrEqualTo(pairs.count() / 20);
        assertThat(pairs.where("story_count >= 3 and npmi_low > 0.2").count()).isZero();
    }

    @Test
    void aCopyChangesTheCountsWithCopiesAlone() {
        RandomCorpus corpus = RandomCorpus.of(spark(), "a", 10, 40);
        Dataset<Row> stories = corpus.documents().where("not is_copy");
        Dataset<Row> copies = stories.withColumn("doc_id", concat(lit("copy-"), col("doc_id")))
                .withColumn("is_copy", lit(true));
        Dataset<Row> mentions =
                corpus.mentions().union(corpus.mentions().withColumn("doc_id", concat(lit("copy-"), col("doc_id"))));
        Dataset<Row> alone = pairs(corpus.mentions(), stories);
        Dataset<Row> copied = pairs(mentions, stories.union(copies));

        assertThat(sortedRows(copied.drop("n_ab_with_copies")))
                .isNotEmpty()
                .isEqualTo(sortedRows(alone.drop("n_ab_with_copies")));
        assertThat(copied.where("n_ab_with_copies <> 2 * n_ab").count()).isZero();
    }

    private static Dataset<Row> pairs(Dataset<Row> mentions, Dataset<Row> documents) {
        return PairsOf.documents(mentions, documents, noEntities(), PERIODS, new Support(1, 1), 0);
    }

    private static void assertTakenAway(Table table, Dataset<Row> all, Dataset<Row> gone, Dataset<Row> left) {
        Column[] negative = table.columns().stream()
                .map(field -> table.key().contains(field)
                        ? field.col()
                        : field.col().multiply(-1).as(field.name()))
                .toArray(Column[]::new);
        assertThat(sortedRows(Counts.summed(table, all.union(gone.select(negative)))))
                .isNotEmpty()
                .isEqualTo(sortedRows(left));
    }

    private static Dataset<Row> namings(RandomCorpus corpus) {
        return CooccurrenceCounts.namings(corpus.mentions(), corpus.documents(), noEntities());
    }

    private static Dataset<Row> entityCounts(RandomCorpus corpus) {
        return CooccurrenceCounts.entities(namings(corpus), 0);
    }

    private static Dataset<Row> pairs(RandomCorpus corpus) {
        return pairs(corpus, 1);
    }

    private static Dataset<Row> pairs(RandomCorpus corpus, long support) {
        return PairsOf.documents(
                corpus.mentions(), corpus.documents(), noEntities(), PERIODS, new Support(support, support), 0);
    }

    private static Dataset<Row> noEntities() {
        return SparkSession.active().createDataFrame(List.of(), Entities.TABLE.schema());
    }
}
