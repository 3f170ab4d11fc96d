package org.newsweft.jobs.cooccurrence;

import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.when;
import static org.newsweft.table.EntityCooccurrence.*;

import java.util.Collection;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.DataTypes;
import org.newsweft.measure.Association;
import org.newsweft.measure.EntityPairs;
import org.newsweft.measure.Significance;
import org.newsweft.table.CooccurrenceEvidence;
import org.newsweft.table.Documents;
import org.newsweft.table.EntityCooccurrence;
import org.newsweft.table.Granularity;
import org.newsweft.table.Mentions;
import org.newsweft.table.Periods;
import org.newsweft.table.Sentences;

/**
 * Who appears with whom.
 *
 * <p>A unit of text is a sentence or a whole document; two entities meet in a unit that names both, however often.
 * Copies of a story count in {@code n_ab_with_copies} alone: a pair that meets in copies only has no row.
 */
public final class Cooccurrence {
    public static final String SENTENCE = "sentence";
    public static final String DOCUMENT = "document";

    private Cooccurrence() {}

    /**
     * Counts and measures of every pair.
     *
     * @param mentions rows of {@link Mentions}
     * @param documents rows of {@link Documents}
     * @param granularities the periods to count in
     * @param minimumSupport units that must hold a pair, 1 or more; the q-values are those of the pairs kept
     * @return rows of {@link EntityCooccurrence}
     * @throws IllegalArgumentException if the minimum is below 1
     */
    public static Dataset<Row> pairs(
            Dataset<Row> mentions, Dataset<Row> documents, Collection<Granularity> granularities, long minimumSupport) {
        if (minimumSupport < 1) {
            throw new IllegalArgumentException("minimum support is " + minimumSupport + ", not 1 or more");
        }
        Dataset<Row> units = Periods.withPeriods(units(mentions, documents), granularities);
        Dataset<Row> pairs = pairCounts(units).where(N_AB.col().geq(minimumSupport));
        return EntityCooccurrence.TABLE.rows(withMeasures(withMargins(pairs, units)));
    }

    /**
     * The sentences behind the pairs of scope sentence: for every pair of granularity all, exactly {@code n_ab} rows.
     *
     * @param pairs rows of {@link EntityCooccurrence}; those of other scopes and granularities are ignored
     * @param mentions rows of {@link Mentions}
     * @param sentences rows of {@link Sentences}
     * @param documents rows of {@link Documents}
     * @return rows of {@link CooccurrenceEvidence}
     */
    public static Dataset<Row> evidence(
            Dataset<Row> pairs, Dataset<Row> mentions, Dataset<Row> sentences, Dataset<Row> documents) {
        Dataset<Row> kept = pairs.where(
                        SCOPE.col().equalTo(SENTENCE).and(GRANULARITY.col().equalTo(Granularity.ALL.code())))
                .select(ENTITY_A.col(), ENTITY_B.col());
        Dataset<Row> stories = documents
                .where(not(Documents.IS_COPY.col()))
                .select(Documents.DOC_ID.col(), Documents.PUBLISHED_ON.col(), Documents.OUTLET.col());
        Dataset<Row> named = mentions.select(
                        Mentions.DOC_ID.col(), Mentions.SENTENCE_NO.col(), Mentions.ENTITY_ID.col())
                .join(stories, Documents.DOC_ID.name());
        Dataset<Row> units = EntityPairs.units(
                named,
                Mentions.DOC_ID.col(),
                Mentions.SENTENCE_NO.col(),
                Documents.PUBLISHED_ON.col(),
                Documents.OUTLET.col());
        Dataset<Row> meetings =
                EntityPairs.withPairs(units).join(kept, new String[] {ENTITY_A.name(), ENTITY_B.name()}, "left_semi");
        Dataset<Row> texts =
                sentences.select(Sentences.DOC_ID.col(), Sentences.SENTENCE_NO.col(), Sentences.TEXT.col());
        return CooccurrenceEvidence.TABLE.rows(
                meetings.join(texts, new String[] {Sentences.DOC_ID.name(), Sentences.SENTENCE_NO.name()}));
    }

    /** One row per sentence and one per document that names an entity, with what is needed to place and count it. */
    private static Dataset<Row> units(Dataset<Row> mentions, Dataset<Row> documents) {
        Dataset<Row> dated = documents.select(
                Documents.DOC_ID.col(),
                Documents.PUBLISHED_ON.col(),
                Documents.PUBLISHED_PRECISION.col(),
                Documents.IS_COPY.col());
        // Each mention stands for its sentence and for its document, so that one grouping serves both scopes.
        Column sentence = struct(
                lit(SENTENCE).as(SCOPE.name()), Mentions.SENTENCE_NO.col().as("unit_no"));
        Column document = struct(
                lit(DOCUMENT).as(SCOPE.name()),
                lit(null).cast(DataTypes.LongType).as("unit_no"));
        Dataset<Row> named = mentions.select(
                        Mentions.DOC_ID.col(),
                        Mentions.ENTITY_ID.col(),
                        explode(array(sentence, document)).as("unit"))
                .join(dated, Documents.DOC_ID.name());
        return EntityPairs.units(
                        named,
                        Mentions.DOC_ID.col(),
                        col("unit.unit_no"),
                        col("unit." + SCOPE.name()),
                        Documents.PUBLISHED_ON.col(),
                        Documents.PUBLISHED_PRECISION.col(),
                        Documents.IS_COPY.col())
                .drop(Documents.DOC_ID.name(), "unit_no");
    }

    private static Dataset<Row> pairCounts(Dataset<Row> units) {
        return EntityPairs.withPairs(units)
                .groupBy(SCOPE.col(), GRANULARITY.col(), PERIOD_START.col(), ENTITY_A.col(), ENTITY_B.col())
                .agg(stories().as(N_AB.name()), count(lit(1)).as(N_AB_WITH_COPIES.name()));
    }

    /** Units that are no copies. A filter would do too, but would keep Spark from reading the units once for all. */
    private static Column stories() {
        return sum(when(Documents.IS_COPY.col(), 0L).otherwise(1L));
    }

    private static Dataset<Row> withMargins(Dataset<Row> pairs, Dataset<Row> units) {
        Dataset<Row> margins = units.withColumn(Mentions.ENTITY_ID.name(), explode(col(EntityPairs.ENTITIES)))
                .groupBy(SCOPE.col(), GRANULARITY.col(), PERIOD_START.col(), Mentions.ENTITY_ID.col())
                .agg(stories().as("n_entity"));
        Dataset<Row> totals = units.groupBy(SCOPE.col(), GRANULARITY.col(), PERIOD_START.col())
                .agg(stories().as(N.name()));
        return pairs.as("pair")
                .join(margins.as("a"), samePeriod("a").and(ENTITY_A.of("pair").equalTo(Mentions.ENTITY_ID.of("a"))))
                .join(margins.as("b"), samePeriod("b").and(ENTITY_B.of("pair").equalTo(Mentions.ENTITY_ID.of("b"))))
                .join(broadcast(totals).as("total"), samePeriod("total"))
                .select(
                        col("pair.*"),
                        col("a.n_entity").as(N_A.name()),
                        col("b.n_entity").as(N_B.name()),
                        N.of("total"));
    }

    private static Column samePeriod(String alias) {
        return SCOPE.of("pair")
                .equalTo(SCOPE.of(alias))
                .and(GRANULARITY.of("pair").equalTo(GRANULARITY.of(alias)))
                .and(PERIOD_START.of("pair").eqNullSafe(PERIOD_START.of(alias)));
    }

    private static Dataset<Row> withMeasures(Dataset<Row> counts) {
        Association association = Association.of(N_AB.col(), N_A.col(), N_B.col(), N.col());
        return counts.withColumn(PMI.name(), association.pmi())
                .withColumn(NPMI.name(), association.npmi())
                .withColumn(G2.name(), association.logLikelihood())
                .withColumn(LOG_DICE.name(), association.logDice())
                .withColumn(JACCARD.name(), association.jaccard())
                .withColumn(T_SCORE.name(), association.tScore())
                .withColumn(P_VALUE.name(), Significance.pValue(G2.col()))
                .withColumn(
                        Q_VALUE.name(),
                        Significance.qValue(P_VALUE.col(), SCOPE.col(), GRANULARITY.col(), PERIOD_START.col()));
    }
}
