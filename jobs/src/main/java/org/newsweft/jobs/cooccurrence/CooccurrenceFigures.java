package org.newsweft.jobs.cooccurrence;

import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.greatest;
import static org.apache.spark.sql.functions.hash;
import static org.apache.spark.sql.functions.least;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.log2;
import static org.apache.spark.sql.functions.pmod;
import static org.apache.spark.sql.functions.round;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.when;
import static org.apache.spark.sql.functions.xxhash64;
import static org.newsweft.table.figures.EntityCooccurrence.*;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.DataTypes;
import org.newsweft.jobs.engine.Frames;
import org.newsweft.measure.Association;
import org.newsweft.measure.Meetings;
import org.newsweft.measure.Significance;
import org.newsweft.table.Periods;
import org.newsweft.table.counts.EntityCounts;
import org.newsweft.table.counts.PairCounts;
import org.newsweft.table.counts.UnitCounts;
import org.newsweft.table.facts.Documents;
import org.newsweft.table.figures.Entities;
import org.newsweft.table.figures.EntityCooccurrence;
import org.newsweft.table.schema.Field;
import org.newsweft.table.schema.Granularity;

/**
 * Who appears with whom, and how much more often than chance: figures from counts alone. The rows of a period depend on the
 * counts of that period, on the names of its entities and on the minimum support, and on nothing else.
 */
public final class CooccurrenceFigures {
    static final String PAIR = "pair_hash";
    private static final String SHARE_OF_WORK = "share_of_work";
    private static final int SHARES_OF_WORK = 64;
    private static final double LOWER_END = 0.025;

    /** What an end of a pair has in the way of ties, by scope. */
    private static final String DEGREE = "degree_";

    private static final String STRENGTH = "strength_";
    private static final String OUTLETS = "outlets_";
    private static final String ENTITY_COUNT = "entities_";
    private static final String TOTAL_STRENGTH = "total_";

    private CooccurrenceFigures() {}

    /**
     * Counts and measures of every pair.
     *
     * @param pairCounts rows of {@link PairCounts}
     * @param entityCounts rows of {@link EntityCounts}, of the same documents
     * @param unitCounts rows of {@link UnitCounts}, of the same documents
     * @param entities rows of {@link Entities}, for labels and types
     * @param granularities the periods to count in
     * @param support units that must hold a pair
     * @return rows of {@link EntityCooccurrence}
     */
    public static Dataset<Row> pairs(
            Dataset<Row> pairCounts,
            Dataset<Row> entityCounts,
            Dataset<Row> unitCounts,
            Dataset<Row> entities,
            Collection<Granularity> granularities,
            Support support) {
        // Each is read more than once: ties and totals are those of the pairs that they are joined with again.
        Dataset<Row> pairs = Frames.computedOnce(ofPeriods(byPairThatMayCount(pairCounts, support), granularities));
        Dataset<Row> ends = Frames.computedOnce(ends(pairs, margins(entityCounts, granularities), support));
        Dataset<Row> totals = Frames.computedOnce(totals(units(unitCounts, granularities), ends));
        Dataset<Row> measured = Frames.computedOnce(withMeasures(scopes(withEnds(pairs, ends, totals), support)));
        return EntityCooccurrence.TABLE.rows(withQValues(
                        withNpmiLow(measured, Priors.ofPairs(measured, marginHistogram(ends, totals), support)),
                        support)
                .transform(rows -> withLabel(rows, entities, ENTITY_A, ENTITY_A_LABEL, TYPE_A))
                .transform(rows -> withLabel(rows, entities, ENTITY_B, ENTITY_B_LABEL, TYPE_B)));
    }

    /** Last, so that no shuffle carries what the id says. */
    private static Dataset<Row> withLabel(Dataset<Row> rows, Dataset<Row> entities, Field id, Field label, Field type) {
        return rows.join(
                entities.select(
                        Entities.ENTITY_ID.col().as(id.name()),
                        Entities.LABEL.col().as(label.name()),
                        Entities.TYPE.col().as(type.name())),
                Frames.on(id.name()),
                "left");
    }

    /**
     * Counts by period: those of finer dates are added up, those of coarser ones count there and above.
     *
     * @param byPair rows of {@link PairCounts} as by {@link #byPair}
     * @return one row per period and pair that a story or a copy brings together: the measures of pair_counts and the
     *     outlets of its stories
     */
    static Dataset<Row> ofPeriods(Dataset<Row> byPair, Collection<Granularity> granularities) {
        Column[] key = {col(PAIR), GRANULARITY.col(), PERIOD_START.col(), ENTITY_A.col(), ENTITY_B.col()};
        List<String> measures = PairCounts.TABLE.columns().stream()
                .filter(column -> !PairCounts.TABLE.key().contains(column))
                .map(column -> column.name())
                .toList();
        List<Column> outlets = new ArrayList<>();
        for (Scope scope : Scope.values()) {
            outlets.add(sum(when(
                                    scope.both()
                                            .col()
                                            .gt(0)
                                            .and(PairCounts.OUTLET.col().isNotNull()),
                                    1L)
                            .otherwise(0L))
                    .as(OUTLETS + scope.code()));
        }
        Column[] keyAndOutlet = Stream.concat(Arrays.stream(key), Stream.of(PairCounts.OUTLET.col()))
                .toArray(Column[]::new);
        // Rows of a pair are together already, and stay so: both groupings hold its number in their key.
        return grouped(periods(byPair, granularities), keyAndOutlet, sums(measures))
                .transform(rows -> grouped(
                        rows,
                        key,
                        Stream.concat(sums(measures).stream(), outlets.stream()).toList()));
    }

    /** Counts with a number of the pair, the rows of each number together in one partition. */
    static Dataset<Row> byPair(Dataset<Row> pairCounts) {
        return withPairNumber(pairCounts).repartition(col(PAIR));
    }

    private static Dataset<Row> withPairNumber(Dataset<Row> pairCounts) {
        return pairCounts.withColumn(PAIR, xxhash64(ENTITY_A.col(), ENTITY_B.col()));
    }

    /**
     * Leaves out pairs that can reach the support in no scope and no period. Not needed for the result: by far the most
     * pairs share one article and nothing else.
     */
    private static Dataset<Row> byPairThatMayCount(Dataset<Row> pairCounts, Support support) {
        if (support.document() < 2) {
            return byPair(pairCounts);
        }
        Dataset<Row> keyed = withPairNumber(pairCounts);
        Dataset<Row> enough = keyed.groupBy(col(PAIR))
                .agg(
                        sum(PairCounts.DOCUMENTS.col()).as("documents"),
                        sum(PairCounts.SENTENCES.col()).as("sentences"),
                        sum(PairCounts.WINDOWS.col()).as("windows"))
                .where(col("documents")
                        .geq(support.document())
                        .or(col("sentences").geq(support.sentence()))
                        .or(col("windows").geq(support.sentence())))
                .select(col(PAIR));
        return keyed.join(enough.hint("shuffle_hash"), Frames.on(PAIR), "left_semi");
    }

    static Dataset<Row> periods(Dataset<Row> counts, Collection<Granularity> granularities) {
        return Periods.withPeriods(
                        counts.withColumnRenamed(PairCounts.PERIOD_START.name(), Documents.PUBLISHED_ON.name())
                                .withColumnRenamed(PairCounts.PRECISION.name(), Documents.PUBLISHED_PRECISION.name()),
                        granularities)
                .drop(Documents.PUBLISHED_ON.name(), Documents.PUBLISHED_PRECISION.name());
    }

    private static Dataset<Row> grouped(Dataset<Row> rows, Column[] key, List<Column> sums) {
        return rows.groupBy(key).agg(sums.get(0), sums.subList(1, sums.size()).toArray(Column[]::new));
    }

    private static List<Column> sums(List<String> measures) {
        return measures.stream().map(measure -> sum(col(measure)).as(measure)).toList();
    }

    /** One row per period and entity: units that name it. */
    static Dataset<Row> margins(Dataset<Row> entityCounts, Collection<Granularity> granularities) {
        return grouped(
                periods(entityCounts, granularities),
                new Column[] {GRANULARITY.col(), PERIOD_START.col(), EntityCounts.ENTITY_ID.col()},
                sums(Stream.of(Scope.values()).map(scope -> scope.one().name()).toList()));
    }

    /** One row per period: units that name any. */
    static Dataset<Row> units(Dataset<Row> unitCounts, Collection<Granularity> granularities) {
        return grouped(
                periods(unitCounts, granularities),
                new Column[] {GRANULARITY.col(), PERIOD_START.col()},
                sums(Stream.of(Scope.values()).map(scope -> scope.any().name()).toList()));
    }

    /** Margins with the ties that the entity has. */
    private static Dataset<Row> ends(Dataset<Row> pairs, Dataset<Row> margins, Support support) {
        List<Column> ties = new ArrayList<>();
        for (Scope scope : Scope.values()) {
            Column isKept = scope.both().col().geq(support.of(scope));
            ties.add(sum(when(isKept, 1L).otherwise(0L)).as(DEGREE + scope.code()));
            ties.add(sum(when(isKept, scope.stories().col()).otherwise(0L)).as(STRENGTH + scope.code()));
        }
        Dataset<Row> tied = grouped(
                pairs.withColumn(EntityCounts.ENTITY_ID.name(), explode(array(ENTITY_A.col(), ENTITY_B.col()))),
                new Column[] {GRANULARITY.col(), PERIOD_START.col(), EntityCounts.ENTITY_ID.col()},
                ties);
        Column samePeriodAndEntity = GRANULARITY
                .of("margin")
                .equalTo(GRANULARITY.of("tie"))
                .and(PERIOD_START.of("margin").eqNullSafe(PERIOD_START.of("tie")))
                .and(EntityCounts.ENTITY_ID.of("margin").equalTo(EntityCounts.ENTITY_ID.of("tie")));
        List<Column> columns = new ArrayList<>(List.of(col("margin.*")));
        for (Scope scope : Scope.values()) {
            for (String tie : List.of(DEGREE, STRENGTH)) {
                columns.add(coalesce(col("tie." + tie + scope.code()), lit(0L)).as(tie + scope.code()));
            }
        }
        return margins.as("margin")
                .join(tied.as("tie"), samePeriodAndEntity, "left")
                .select(columns.toArray(Column[]::new));
    }

    /** Units with what all entities of the period have together. */
    private static Dataset<Row> totals(Dataset<Row> units, Dataset<Row> ends) {
        List<Column> sums = new ArrayList<>();
        for (Scope scope : Scope.values()) {
            sums.add(sum(when(scope.one().col().gt(0), 1L).otherwise(0L)).as(ENTITY_COUNT + scope.code()));
            sums.add(sum(col(STRENGTH + scope.code())).as(TOTAL_STRENGTH + scope.code()));
        }
        Dataset<Row> together = grouped(ends, new Column[] {GRANULARITY.col(), PERIOD_START.col()}, sums);
        return units.as("unit")
                .join(
                        together.as("together"),
                        GRANULARITY
                                .of("unit")
                                .equalTo(GRANULARITY.of("together"))
                                .and(PERIOD_START.of("unit").eqNullSafe(PERIOD_START.of("together"))))
                .drop(GRANULARITY.of("together"))
                .drop(PERIOD_START.of("together"));
    }

    private static Dataset<Row> withEnds(Dataset<Row> pairs, Dataset<Row> ends, Dataset<Row> totals) {
        return pairs.as("pair")
                .join(ends.as("a"), samePeriod("a").and(ENTITY_A.of("pair").equalTo(Entities.ENTITY_ID.of("a"))))
                .join(ends.as("b"), samePeriod("b").and(ENTITY_B.of("pair").equalTo(Entities.ENTITY_ID.of("b"))))
                .join(broadcast(totals).as("total"), samePeriod("total"));
    }

    private static Column samePeriod(String alias) {
        return GRANULARITY
                .of("pair")
                .equalTo(GRANULARITY.of(alias))
                .and(PERIOD_START.of("pair").eqNullSafe(PERIOD_START.of(alias)));
    }

    /** One row per scope in which the pair meets, often enough to be tested or shown. */
    private static Dataset<Row> scopes(Dataset<Row> joined, Support support) {
        Column[] scopes = Stream.of(Scope.values())
                .map(scope -> when(
                        // Pairs of one unit have a p-value of 1: without them, others keep their q-values.
                        scope.both().of("pair").geq(Math.min(support.of(scope), 2)),
                        struct(
                                lit(scope.code()).as(SCOPE.name()),
                                scope.both().of("pair").as(N_AB.name()),
                                scope.one().of("a").as(N_A.name()),
                                scope.one().of("b").as(N_B.name()),
                                scope.any().of("total").as(N.name()),
                                scope.bothWithCopies().of("pair").as(N_AB_WITH_COPIES.name()),
                                scope.stories().of("pair").as(STORY_COUNT.name()),
                                col("pair." + OUTLETS + scope.code()).as(OUTLET_COUNT.name()),
                                pairsOf(col("total." + ENTITY_COUNT + scope.code()))
                                        .as(TEST_COUNT.name()),
                                col("a." + STRENGTH + scope.code()).as("strength_a"),
                                col("b." + STRENGTH + scope.code()).as("strength_b"),
                                col("a." + DEGREE + scope.code()).as("degree_a"),
                                col("b." + DEGREE + scope.code()).as("degree_b"),
                                col("total." + TOTAL_STRENGTH + scope.code()).as("strength_of_all"))))
                .toArray(Column[]::new);
        Dataset<Row> exploded = joined.select(
                GRANULARITY.of("pair"),
                PERIOD_START.of("pair"),
                ENTITY_A.of("pair"),
                ENTITY_B.of("pair"),
                explode(org.apache.spark.sql.functions.filter(array(scopes), Column::isNotNull))
                        .as("of_scope"));
        return exploded.select(col("*"), col("of_scope.*"))
                .drop("of_scope")
                .where(N_AB.col()
                        .geq(supportOfRow(support))
                        .or(STORY_COUNT.col().gt(1)));
    }

    static Column supportOfRow(Support support) {
        return when(SCOPE.col().equalTo(Scope.DOCUMENT.code()), support.document())
                .otherwise(support.sentence());
    }

    private static Column pairsOf(Column entities) {
        return entities.multiply(entities.minus(1)).divide(2).cast(DataTypes.LongType);
    }

    private static Dataset<Row> withMeasures(Dataset<Row> counts) {
        Association association = Association.of(N_AB.col(), N_A.col(), N_B.col(), N.col());
        return counts.withColumn(PMI.name(), association.pmi())
                .withColumn(NPMI.name(), association.npmi())
                .withColumn(G2.name(), association.logLikelihood())
                .withColumn(LOG_DICE.name(), association.logDice())
                .withColumn(JACCARD.name(), association.jaccard())
                .withColumn(T_SCORE.name(), association.tScore())
                .withColumn(EXPECTED.name(), association.expected())
                .withColumn(
                        P_VALUE.name(), Meetings.pValue(STORY_COUNT.col(), N_AB.col(), N_A.col(), N_B.col(), N.col()))
                .withColumn(
                        BACKBONE_P.name(),
                        Meetings.noiseCorrected(
                                STORY_COUNT.col(), col("strength_a"), col("strength_b"), col("strength_of_all")))
                .withColumn(
                        DISPARITY_P.name(),
                        Meetings.disparity(
                                STORY_COUNT.col(),
                                col("strength_a"),
                                col("degree_a"),
                                col("strength_b"),
                                col("degree_b")))
                .drop("strength_a", "strength_b", "strength_of_all", "degree_a", "degree_b");
    }

    /**
     * The lower end of the interval of npmi: that of the ratio of stories to chance, carried through its formula. Counts
     * are thinned to stories as for the p-value.
     */
    private static Dataset<Row> withNpmiLow(Dataset<Row> pairs, Dataset<Row> priors) {
        Column ratio = Meetings.quantile(
                STORY_COUNT.col(), thinnedExpected(), col(Priors.SHAPE), col(Priors.RATE), lit(LOWER_END));
        Column low = log2(ratio).divide(log2(N_AB.col().divide(N.col())).multiply(-1));
        Column bounded = least(NPMI.col(), greatest(lit(-1.0), low));
        return pairs.as("pair")
                .join(
                        broadcast(priors).as("prior"),
                        SCOPE.of("pair")
                                .equalTo(SCOPE.of("prior"))
                                .and(GRANULARITY.of("pair").equalTo(GRANULARITY.of("prior")))
                                .and(PERIOD_START.of("pair").eqNullSafe(PERIOD_START.of("prior"))))
                .select(col("pair.*"), col("prior." + Priors.SHAPE), col("prior." + Priors.RATE))
                // Where every unit holds both, npmi is 1 by definition, and nothing is known of chance.
                .withColumn(
                        NPMI_LOW.name(),
                        when(N_AB.col().equalTo(N.col()), lit(-1.0)).otherwise(round(bounded, 6)));
    }

    /** Stories in which chance would have the two meet, if sentences of a story counted once. */
    static Column thinnedExpected() {
        return EXPECTED.col().multiply(STORY_COUNT.col()).divide(N_AB.col());
    }

    /** Entities of a period by how many units name them: from it follows what chance has for all pairs that never met. */
    private static Dataset<Row> marginHistogram(Dataset<Row> ends, Dataset<Row> totals) {
        Column[] scopes = Stream.of(Scope.values())
                .map(scope -> struct(
                        lit(scope.code()).as(SCOPE.name()),
                        scope.one().of("end").as("units_of_entity"),
                        scope.any().of("total").as(N.name())))
                .toArray(Column[]::new);
        return ends.as("end")
                .join(
                        broadcast(totals).as("total"),
                        GRANULARITY
                                .of("end")
                                .equalTo(GRANULARITY.of("total"))
                                .and(PERIOD_START.of("end").eqNullSafe(PERIOD_START.of("total"))))
                .select(
                        GRANULARITY.of("end"),
                        PERIOD_START.of("end"),
                        explode(array(scopes)).as("of_scope"))
                .select(GRANULARITY.col(), PERIOD_START.col(), col("of_scope.*"))
                .where(col("units_of_entity").gt(0))
                .groupBy(SCOPE.col(), GRANULARITY.col(), PERIOD_START.col(), col("units_of_entity"), N.col())
                .agg(org.apache.spark.sql.functions.count(lit(1)).as("entity_count"));
    }

    private static Dataset<Row> withQValues(Dataset<Row> pairs, Support support) {
        // Pairs of one story have a p-value of 1 and need not be sorted: they are spread over all tasks.
        Column share = when(STORY_COUNT.col().gt(1), 0)
                .otherwise(pmod(hash(ENTITY_A.col(), ENTITY_B.col()), lit(SHARES_OF_WORK))
                        .plus(1));
        Column q = Significance.qValueAmong(
                TEST_COUNT.col(),
                P_VALUE.col(),
                SCOPE.col(),
                GRANULARITY.col(),
                PERIOD_START.col(),
                col(SHARE_OF_WORK));
        return pairs.withColumn(SHARE_OF_WORK, share)
                .withColumn(Q_VALUE.name(), q)
                .withColumn(
                        Q_VALUE.name(),
                        when(STORY_COUNT.col().gt(1), Q_VALUE.col()).otherwise(1.0))
                .where(N_AB.col().geq(supportOfRow(support)));
    }
}
