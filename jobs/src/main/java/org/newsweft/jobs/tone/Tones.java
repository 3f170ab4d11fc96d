package org.newsweft.jobs.tone;

import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.sum;
import static org.newsweft.jobs.engine.Frames.computedOnce;

import java.util.Collection;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.newsweft.measure.ExactMean;
import org.newsweft.measure.ShrunkMean;
import org.newsweft.table.Periods;
import org.newsweft.table.figures.EntityTone;
import org.newsweft.table.figures.PairTone;
import org.newsweft.table.figures.SpeakerTone;
import org.newsweft.table.schema.Field;
import org.newsweft.table.schema.Granularity;

/**
 * In what tone entities and pairs of them are written about: the tone of the sentences that name them, which is not
 * the author's opinion of them. Copies of a story are left out.
 */
public final class Tones {
    public static final String ALL_OUTLETS = "(all)";
    public static final String UNKNOWN_OUTLET = "(unknown)";

    private static final String SUM = ToneCounts.SUM;
    private static final String SQUARES = ToneCounts.SQUARES;
    private static final String QUOTED_SUM = ToneCounts.QUOTED_SUM;

    private static final String MEAN = "mean";
    private static final String OF_ALL = "_of_all";
    private static final String WITHIN = "variance_within";
    private static final String BETWEEN = "variance_between";

    private Tones() {}

    /**
     * The tone toward each entity, by period and outlet.
     *
     * @param counts as {@link ToneCounts#ofEntities} gives them
     * @param granularities the periods to aggregate over
     * @return rows of {@link EntityTone}
     */
    public static Dataset<Row> entityTone(Dataset<Row> counts, Collection<Granularity> granularities) {
        Dataset<Row> dated = computedOnce(Periods.withPeriods(counts, granularities)
                .withColumn(EntityTone.OUTLET.name(), coalesce(EntityTone.OUTLET.col(), lit(UNKNOWN_OUTLET))));
        Dataset<Row> sums = computedOnce(ToneCounts.added(
                dated.withColumn(EntityTone.OUTLET.name(), explode(array(EntityTone.OUTLET.col(), lit(ALL_OUTLETS)))),
                new Column[] {
                    EntityTone.GRANULARITY.col(),
                    EntityTone.PERIOD_START.col(),
                    EntityTone.ENTITY_ID.col(),
                    EntityTone.OUTLET.col()
                },
                EntityTone.MENTION_COUNT.name(),
                EntityTone.SENTENCE_COUNT.name(),
                EntityTone.NEGATIVE_COUNT.name(),
                EntityTone.NEUTRAL_COUNT.name(),
                EntityTone.POSITIVE_COUNT.name(),
                EntityTone.QUOTED_COUNT.name(),
                SUM,
                SQUARES,
                QUOTED_SUM,
                ToneCounts.TONED_SUM));
        Column mentionCount = EntityTone.MENTION_COUNT.col();
        ExactMean all = ExactMean.of(mentionCount, col(SUM), col(SQUARES));
        ExactMean quoted = ExactMean.of(EntityTone.QUOTED_COUNT.col(), col(QUOTED_SUM), lit(null));
        ExactMean unquoted = ExactMean.of(
                mentionCount.minus(EntityTone.QUOTED_COUNT.col()), col(SUM).minus(col(QUOTED_SUM)), lit(null));
        Dataset<Row> means = sums.withColumn(EntityTone.SCORE.name(), all.mean())
                .withColumn(EntityTone.SCORE_QUOTED.name(), quoted.mean())
                .withColumn(EntityTone.SCORE_UNQUOTED.name(), unquoted.mean())
                .withColumn(EntityTone.CI_LOW.name(), all.low())
                .withColumn(EntityTone.CI_HIGH.name(), all.high())
                .withColumn(
                        EntityTone.TONED_SHARE.name(),
                        ExactMean.of(mentionCount, col(ToneCounts.TONED_SUM), lit(null))
                                .mean());
        List<Field> keys = List.of(EntityTone.GRANULARITY, EntityTone.PERIOD_START, EntityTone.OUTLET);
        Dataset<Row> entities = sums.where(EntityTone.OUTLET.col().equalTo(ALL_OUTLETS));
        Dataset<Row> shrunk = withShrunkScore(
                means, mentionCount, keys, meansOfAll(sums, mentionCount, keys), variances(entities, mentionCount));
        return EntityTone.TABLE.rows(OutletComparison.added(shrunk, dated));
    }

    /**
     * The tone of the sentences that name both of a pair, by period.
     *
     * @param counts as {@link ToneCounts#ofPairs} gives them
     * @param granularities the periods to aggregate over
     * @return rows of {@link PairTone}
     */
    public static Dataset<Row> pairTone(Dataset<Row> counts, Collection<Granularity> granularities) {
        Dataset<Row> sums = computedOnce(ToneCounts.added(
                Periods.withPeriods(counts, granularities),
                new Column[] {
                    PairTone.GRANULARITY.col(),
                    PairTone.PERIOD_START.col(),
                    PairTone.ENTITY_A.col(),
                    PairTone.ENTITY_B.col()
                },
                PairTone.SENTENCE_COUNT.name(),
                SUM,
                SQUARES,
                PairTone.NEGATIVE_COUNT.name(),
                PairTone.NEUTRAL_COUNT.name(),
                PairTone.POSITIVE_COUNT.name(),
                PairTone.CONFLICT_COUNT.name(),
                PairTone.COOPERATION_COUNT.name()));
        Column sentenceCount = PairTone.SENTENCE_COUNT.col();
        List<Field> keys = List.of(PairTone.GRANULARITY, PairTone.PERIOD_START);
        ExactMean mean = ExactMean.of(sentenceCount, col(SUM), col(SQUARES));
        return PairTone.TABLE.rows(withShrunkScore(
                sums.withColumn(PairTone.SCORE.name(), mean.mean())
                        .withColumn(PairTone.CI_LOW.name(), mean.low())
                        .withColumn(PairTone.CI_HIGH.name(), mean.high()),
                sentenceCount,
                keys,
                meansOfAll(sums, sentenceCount, keys),
                variances(sums, sentenceCount)));
    }

    /**
     * The tone of direct speech toward those it names, by period and speaker.
     *
     * @param counts as {@link ToneCounts#ofSpeakers} gives them
     * @param granularities the periods to aggregate over
     * @return rows of {@link SpeakerTone}
     */
    public static Dataset<Row> speakerTone(Dataset<Row> counts, Collection<Granularity> granularities) {
        Dataset<Row> sums = ToneCounts.added(
                Periods.withPeriods(counts, granularities),
                new Column[] {
                    SpeakerTone.GRANULARITY.col(),
                    SpeakerTone.PERIOD_START.col(),
                    SpeakerTone.SPEAKER_ENTITY_ID.col(),
                    SpeakerTone.ENTITY_ID.col()
                },
                SpeakerTone.QUOTE_COUNT.name(),
                SpeakerTone.STORY_COUNT.name(),
                SpeakerTone.MENTION_COUNT.name(),
                SpeakerTone.NEGATIVE_COUNT.name(),
                SpeakerTone.POSITIVE_COUNT.name(),
                SUM,
                SQUARES);
        ExactMean mean = ExactMean.of(SpeakerTone.MENTION_COUNT.col(), col(SUM), col(SQUARES));
        return SpeakerTone.TABLE.rows(sums.withColumn(SpeakerTone.SCORE.name(), mean.mean())
                .withColumn(SpeakerTone.CI_LOW.name(), mean.low())
                .withColumn(SpeakerTone.CI_HIGH.name(), mean.high()));
    }

    /** The mean score of all rows with the same keys: what few scores are drawn toward. */
    private static Dataset<Row> meansOfAll(Dataset<Row> sums, Column count, List<Field> keys) {
        return sums.groupBy(keys.stream()
                        .map(key -> key.col().as(key.name() + OF_ALL))
                        .toArray(Column[]::new))
                .agg(ExactMean.of(sum(count), sum(col(SUM)), lit(null)).mean().as(MEAN + OF_ALL));
    }

    /** How much scores vary within the rows of a granularity, and how much the rows do. */
    private static Dataset<Row> variances(Dataset<Row> sums, Column count) {
        return sums.groupBy(EntityTone.GRANULARITY.col())
                .agg(
                        ShrunkMean.varianceWithin(count, col(SUM), col(SQUARES)).as(WITHIN),
                        ShrunkMean.varianceBetween(count, col(SUM), col(SQUARES))
                                .as(BETWEEN));
    }

    /** Adds the shrunk mean. What is drawn toward and how strongly is little, and goes to every task. */
    private static Dataset<Row> withShrunkScore(
            Dataset<Row> means, Column count, List<Field> keys, Dataset<Row> meansOfAll, Dataset<Row> variances) {
        Column sameKeys = keys.stream()
                .map(key -> key.col().eqNullSafe(col(key.name() + OF_ALL)))
                .reduce(lit(true), Column::and);
        return means.join(broadcast(meansOfAll), sameKeys)
                .join(broadcast(variances), EntityTone.GRANULARITY.name())
                .withColumn(
                        EntityTone.SCORE_SHRUNK.name(),
                        ShrunkMean.of(count, EntityTone.SCORE.col(), col(MEAN + OF_ALL), col(WITHIN), col(BETWEEN)));
    }
}
