package org.newsweft.jobs.tone;

import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.collect_set;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.count_if;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.size;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.when;
import static org.newsweft.jobs.Frames.computedOnce;

import java.util.Collection;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.newsweft.measure.EntityPairs;
import org.newsweft.measure.ExactMean;
import org.newsweft.measure.ShrunkMean;
import org.newsweft.table.Documents;
import org.newsweft.table.EntityTone;
import org.newsweft.table.Field;
import org.newsweft.table.Granularity;
import org.newsweft.table.Mentions;
import org.newsweft.table.PairTone;
import org.newsweft.table.Periods;
import org.newsweft.table.Sentences;

/**
 * In what tone entities and pairs of them are written about: the tone of the sentences that name them, which is not
 * the author's opinion of them. Copies of a story are left out.
 */
public final class Tones {
    public static final String ALL_OUTLETS = "(all)";
    public static final String UNKNOWN_OUTLET = "(unknown)";

    private static final String SUM = "score_sum";
    private static final String SQUARES = "score_squares";
    private static final String QUOTED_SUM = "quoted_sum";

    private static final String MEAN = "mean";
    private static final String OF_ALL = "_of_all";
    private static final String WITHIN = "variance_within";
    private static final String BETWEEN = "variance_between";

    private Tones() {}

    /**
     * The tone toward each entity, by period and outlet.
     *
     * @param mentions rows of {@link Mentions}
     * @param documents rows of {@link Documents}
     * @param granularities the periods to aggregate over
     * @return rows of {@link EntityTone}
     */
    public static Dataset<Row> entityTone(
            Dataset<Row> mentions, Dataset<Row> documents, Collection<Granularity> granularities) {
        Column outlet = coalesce(Documents.OUTLET.col(), lit(UNKNOWN_OUTLET));
        Dataset<Row> byDocument = byDocument(mentions, stories(documents))
                .withColumn(EntityTone.OUTLET.name(), explode(array(outlet, lit(ALL_OUTLETS))));
        Dataset<Row> sums = computedOnce(Periods.withPeriods(byDocument, granularities)
                .groupBy(
                        EntityTone.GRANULARITY.col(),
                        EntityTone.PERIOD_START.col(),
                        EntityTone.ENTITY_ID.col(),
                        EntityTone.OUTLET.col())
                .agg(
                        total(EntityTone.MENTION_COUNT.name()),
                        total(EntityTone.SENTENCE_COUNT.name()),
                        total(EntityTone.NEGATIVE_COUNT.name()),
                        total(EntityTone.NEUTRAL_COUNT.name()),
                        total(EntityTone.POSITIVE_COUNT.name()),
                        total(EntityTone.QUOTED_COUNT.name()),
                        total(SUM),
                        total(SQUARES),
                        total(QUOTED_SUM)));
        Column mentionCount = EntityTone.MENTION_COUNT.col();
        ExactMean all = ExactMean.of(mentionCount, col(SUM), col(SQUARES));
        ExactMean quoted = ExactMean.of(EntityTone.QUOTED_COUNT.col(), col(QUOTED_SUM), lit(null));
        ExactMean unquoted = ExactMean.of(
                mentionCount.minus(EntityTone.QUOTED_COUNT.col()), col(SUM).minus(col(QUOTED_SUM)), lit(null));
        Dataset<Row> means = sums.withColumn(EntityTone.SCORE.name(), all.mean())
                .withColumn(EntityTone.SCORE_QUOTED.name(), quoted.mean())
                .withColumn(EntityTone.SCORE_UNQUOTED.name(), unquoted.mean())
                .withColumn(EntityTone.CI_LOW.name(), all.low())
                .withColumn(EntityTone.CI_HIGH.name(), all.high());
        List<Field> keys = List.of(EntityTone.GRANULARITY, EntityTone.PERIOD_START, EntityTone.OUTLET);
        Dataset<Row> entities = sums.where(EntityTone.OUTLET.col().equalTo(ALL_OUTLETS));
        return EntityTone.TABLE.rows(withShrunkScore(
                means, mentionCount, keys, meansOfAll(sums, mentionCount, keys), variances(entities, mentionCount)));
    }

    /**
     * The tone of the sentences that name both of a pair, by period.
     *
     * @param mentions rows of {@link Mentions}
     * @param sentences rows of {@link Sentences}
     * @param documents rows of {@link Documents}
     * @param granularities the periods to aggregate over
     * @return rows of {@link PairTone}
     */
    public static Dataset<Row> pairTone(
            Dataset<Row> mentions,
            Dataset<Row> sentences,
            Dataset<Row> documents,
            Collection<Granularity> granularities) {
        Dataset<Row> units = EntityPairs.units(mentions, Mentions.DOC_ID.col(), Mentions.SENTENCE_NO.col());
        Dataset<Row> tones = sentences.select(
                Sentences.DOC_ID.col(),
                Sentences.SENTENCE_NO.col(),
                Sentences.SCORE.col(),
                Sentences.LABEL.col(),
                Sentences.CONFLICT_COUNT.col(),
                Sentences.COOPERATION_COUNT.col());
        Dataset<Row> meetings = EntityPairs.withPairs(units.join(
                        tones, new String[] {Sentences.DOC_ID.name(), Sentences.SENTENCE_NO.name()})
                .join(stories(documents), Documents.DOC_ID.name()));
        Dataset<Row> sums = computedOnce(Periods.withPeriods(meetings, granularities)
                .groupBy(
                        PairTone.GRANULARITY.col(),
                        PairTone.PERIOD_START.col(),
                        PairTone.ENTITY_A.col(),
                        PairTone.ENTITY_B.col())
                .agg(
                        count(lit(1)).as(PairTone.SENTENCE_COUNT.name()),
                        ExactMean.sumOf(Sentences.SCORE.col()).as(SUM),
                        ExactMean.sumOfSquaresOf(Sentences.SCORE.col()).as(SQUARES),
                        labelled(Sentences.LABEL.col(), "negative").as(PairTone.NEGATIVE_COUNT.name()),
                        labelled(Sentences.LABEL.col(), "neutral").as(PairTone.NEUTRAL_COUNT.name()),
                        labelled(Sentences.LABEL.col(), "positive").as(PairTone.POSITIVE_COUNT.name()),
                        total(Sentences.CONFLICT_COUNT.name()),
                        total(Sentences.COOPERATION_COUNT.name())));
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

    /** Documents that are no copies, with what places them in a period and an outlet. */
    private static Dataset<Row> stories(Dataset<Row> documents) {
        return documents
                .where(not(Documents.IS_COPY.col()))
                .select(
                        Documents.DOC_ID.col(),
                        Documents.PUBLISHED_ON.col(),
                        Documents.PUBLISHED_PRECISION.col(),
                        Documents.OUTLET.col());
    }

    /**
     * One row per document and entity: far fewer than mentions, before periods and outlets multiply them. Joined first:
     * rows that lie together by document need not be moved again to be grouped by document and entity.
     */
    private static Dataset<Row> byDocument(Dataset<Row> mentions, Dataset<Row> stories) {
        Column score = Mentions.SCORE.col();
        Column quoted = when(Mentions.IS_QUOTED.col(), score);
        return mentions.where(Mentions.ENTITY_ID.col().isNotNull())
                .join(stories, Documents.DOC_ID.name())
                .groupBy(
                        Mentions.DOC_ID.col(),
                        Mentions.ENTITY_ID.col(),
                        Documents.PUBLISHED_ON.col(),
                        Documents.PUBLISHED_PRECISION.col(),
                        Documents.OUTLET.col())
                .agg(
                        count(lit(1)).as(EntityTone.MENTION_COUNT.name()),
                        size(collect_set(Mentions.SENTENCE_NO.col()))
                                .cast("long")
                                .as(EntityTone.SENTENCE_COUNT.name()),
                        labelled(Mentions.LABEL.col(), "negative").as(EntityTone.NEGATIVE_COUNT.name()),
                        labelled(Mentions.LABEL.col(), "neutral").as(EntityTone.NEUTRAL_COUNT.name()),
                        labelled(Mentions.LABEL.col(), "positive").as(EntityTone.POSITIVE_COUNT.name()),
                        ExactMean.sumOf(score).as(SUM),
                        ExactMean.sumOfSquaresOf(score).as(SQUARES),
                        ExactMean.countOf(quoted).as(EntityTone.QUOTED_COUNT.name()),
                        ExactMean.sumOf(coalesce(quoted, lit(0.0))).as(QUOTED_SUM));
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

    private static Column labelled(Column label, String value) {
        return count_if(label.equalTo(value));
    }

    private static Column total(String column) {
        return sum(col(column)).as(column);
    }
}
