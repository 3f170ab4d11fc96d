package org.newsweft.jobs.tone;

import static org.apache.spark.sql.functions.array;
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

import java.util.Arrays;
import java.util.Collection;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.newsweft.measure.EntityPairs;
import org.newsweft.measure.ExactMean;
import org.newsweft.table.Documents;
import org.newsweft.table.EntityTone;
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
    private static final String QUOTED_COUNT = "quoted_count";
    private static final String QUOTED_SUM = "quoted_sum";

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
        Dataset<Row> stories = stories(documents, Documents.OUTLET.col());
        Dataset<Row> byDocument = byDocument(mentions)
                .join(stories, Documents.DOC_ID.name())
                .withColumn(EntityTone.OUTLET.name(), explode(array(outlet, lit(ALL_OUTLETS))));
        Dataset<Row> sums = Periods.withPeriods(byDocument, granularities)
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
                        total(SUM),
                        total(SQUARES),
                        total(QUOTED_COUNT),
                        total(QUOTED_SUM));
        return EntityTone.TABLE.rows(withMeans(sums));
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
        return PairTone.TABLE.rows(Periods.withPeriods(meetings, granularities)
                .groupBy(
                        PairTone.GRANULARITY.col(),
                        PairTone.PERIOD_START.col(),
                        PairTone.ENTITY_A.col(),
                        PairTone.ENTITY_B.col())
                .agg(
                        count(lit(1)).as(PairTone.SENTENCE_COUNT.name()),
                        ExactMean.sumOf(Sentences.SCORE.col()).as(SUM),
                        labelled(Sentences.LABEL.col(), "negative").as(PairTone.NEGATIVE_COUNT.name()),
                        labelled(Sentences.LABEL.col(), "neutral").as(PairTone.NEUTRAL_COUNT.name()),
                        labelled(Sentences.LABEL.col(), "positive").as(PairTone.POSITIVE_COUNT.name()),
                        total(Sentences.CONFLICT_COUNT.name()),
                        total(Sentences.COOPERATION_COUNT.name()))
                .withColumn(
                        PairTone.SCORE.name(),
                        ExactMean.of(PairTone.SENTENCE_COUNT.col(), col(SUM), lit(null))
                                .mean()));
    }

    /** Documents that are no copies, with what places them in a period and the columns asked for. */
    private static Dataset<Row> stories(Dataset<Row> documents, Column... more) {
        Dataset<Row> stories = documents.where(not(Documents.IS_COPY.col()));
        Column[] columns = Arrays.copyOf(
                new Column[] {Documents.DOC_ID.col(), Documents.PUBLISHED_ON.col(), Documents.PUBLISHED_PRECISION.col()
                },
                3 + more.length);
        System.arraycopy(more, 0, columns, 3, more.length);
        return stories.select(columns);
    }

    /** One row per document and entity: far fewer than mentions, before periods and outlets multiply them. */
    private static Dataset<Row> byDocument(Dataset<Row> mentions) {
        Column score = Mentions.SCORE.col();
        Column quoted = when(Mentions.IS_QUOTED.col(), score);
        return mentions.where(Mentions.ENTITY_ID.col().isNotNull())
                .groupBy(Mentions.DOC_ID.col(), Mentions.ENTITY_ID.col())
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
                        ExactMean.countOf(quoted).as(QUOTED_COUNT),
                        ExactMean.sumOf(coalesce(quoted, lit(0.0))).as(QUOTED_SUM));
    }

    private static Dataset<Row> withMeans(Dataset<Row> sums) {
        Column mentions = EntityTone.MENTION_COUNT.col();
        ExactMean all = ExactMean.of(mentions, col(SUM), col(SQUARES));
        ExactMean quoted = ExactMean.of(col(QUOTED_COUNT), col(QUOTED_SUM), lit(null));
        ExactMean unquoted =
                ExactMean.of(mentions.minus(col(QUOTED_COUNT)), col(SUM).minus(col(QUOTED_SUM)), lit(null));
        return sums.withColumn(EntityTone.SCORE.name(), all.mean())
                .withColumn(EntityTone.SCORE_QUOTED.name(), quoted.mean())
                .withColumn(EntityTone.SCORE_UNQUOTED.name(), unquoted.mean())
                .withColumn(EntityTone.CI_LOW.name(), all.low())
                .withColumn(EntityTone.CI_HIGH.name(), all.high());
    }

    private static Column labelled(Column label, String value) {
        return count_if(label.equalTo(value));
    }

    private static Column total(String column) {
        return sum(col(column)).as(column);
    }
}
