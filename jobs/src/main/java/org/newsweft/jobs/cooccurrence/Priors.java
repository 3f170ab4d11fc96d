package org.newsweft.jobs.cooccurrence;

import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.floor;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.log;
import static org.newsweft.table.figures.EntityCooccurrence.*;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.apache.spark.api.java.function.FlatMapGroupsFunction;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.newsweft.statistics.GammaPoissonShrinker;
import org.newsweft.statistics.GammaPoissonShrinker.Zeros;

/**
 * How far ratios of observed to expected counts lie apart, among all pairs of a period: what a ratio of few counts is drawn
 * toward. The fit sees a histogram (DuMouchel and Pregibon 2001 call it squashing): counts by the logarithm of what was
 * expected, in steps of a quarter.
 */
final class Priors {
    static final String SHAPE = "prior_shape";
    static final String RATE = "prior_rate";

    private static final double STEPS_PER_E = 4;
    private static final String KIND = "kind";
    private static final String OBSERVED = "observed";
    private static final String EXPECTED_STEP = "expected_step";
    private static final String ROWS = "rows";

    /** A pair that met: stories, and what was expected of them. */
    private static final String MET = "met";

    /** A pair that met: what was expected in units, as for pairs that did not. */
    private static final String MET_UNITS = "met_units";

    /** Entities by the units that name them. */
    private static final String MARGIN = "margin";

    private static final StructType FAMILY = new StructType()
            .add(SCOPE.name(), DataTypes.StringType)
            .add(GRANULARITY.name(), DataTypes.StringType)
            .add(PERIOD_START.name(), DataTypes.DateType);
    private static final StructType CELL = new StructType()
            .add(SCOPE.name(), DataTypes.StringType)
            .add(GRANULARITY.name(), DataTypes.StringType)
            .add(PERIOD_START.name(), DataTypes.DateType)
            .add(KIND, DataTypes.StringType)
            .add(OBSERVED, DataTypes.LongType)
            .add(EXPECTED_STEP, DataTypes.LongType)
            .add(ROWS, DataTypes.LongType);
    private static final StructType PRIOR = new StructType()
            .add(SCOPE.name(), DataTypes.StringType, false)
            .add(GRANULARITY.name(), DataTypes.StringType, false)
            .add(PERIOD_START.name(), DataTypes.DateType, true)
            .add(SHAPE, DataTypes.DoubleType, false)
            .add(RATE, DataTypes.DoubleType, false);

    private Priors() {}

    /**
     * The prior of every scope and period.
     *
     * @param measured rows of pairs with scope, period, n_ab, story_count and expected
     * @param margins rows of {@code units_of_entity}, {@code n} and {@code entity_count} by scope and period
     * @param support where it is 2 or more, pairs of one story are not among the rows: the fit then knows of all others that
     *     they have one story at most
     * @return scope, granularity, period_start, shape and rate
     */
    static Dataset<Row> ofPairs(Dataset<Row> measured, Dataset<Row> margins, Support support) {
        Column[] family = {SCOPE.col(), GRANULARITY.col(), PERIOD_START.col()};
        Dataset<Row> pairs = measured.where(CooccurrenceFigures.supportOfRow(support)
                .equalTo(1)
                .or(STORY_COUNT.col().gt(1)));
        Dataset<Row> met = cells(pairs, MET, STORY_COUNT.col(), step(CooccurrenceFigures.thinnedExpected()));
        Dataset<Row> metUnits = cells(pairs, MET_UNITS, lit(0L), step(EXPECTED.col()));
        Dataset<Row> all = margins.select(
                SCOPE.col(),
                GRANULARITY.col(),
                PERIOD_START.col(),
                lit(MARGIN).as(KIND),
                margins.col("units_of_entity").as(OBSERVED),
                N.col().as(EXPECTED_STEP),
                margins.col("entity_count").as(ROWS));
        FlatMapGroupsFunction<Row, Row, Row> fit = (period, cells) -> fit(period, cells, support);
        return met.union(metUnits)
                .union(all)
                .groupBy(family)
                .as(Encoders.row(FAMILY), Encoders.row(CELL))
                .flatMapSortedGroups(
                        new Column[] {
                            org.apache.spark.sql.functions.col(KIND),
                            org.apache.spark.sql.functions.col(OBSERVED),
                            org.apache.spark.sql.functions.col(EXPECTED_STEP)
                        },
                        fit,
                        Encoders.row(PRIOR));
    }

    /**
     * The prior of the changes of every period, from pairs that meet in it.
     *
     * @param changes rows with scope, period, {@code story_count} of 1 or more and {@code expected}
     * @return scope, granularity, period_start, shape and rate
     */
    static Dataset<Row> ofChanges(Dataset<Row> changes) {
        FlatMapGroupsFunction<Row, Row, Row> fit = (period, cells) -> fitMet(period, cells);
        return cells(changes, MET, STORY_COUNT.col(), step(EXPECTED.col()))
                .groupBy(SCOPE.col(), GRANULARITY.col(), PERIOD_START.col())
                .as(Encoders.row(FAMILY), Encoders.row(CELL))
                .flatMapSortedGroups(
                        new Column[] {
                            org.apache.spark.sql.functions.col(OBSERVED),
                            org.apache.spark.sql.functions.col(EXPECTED_STEP)
                        },
                        fit,
                        Encoders.row(PRIOR));
    }

    private static Iterator<Row> fitMet(Row family, Iterator<Row> cells) {
        List<long[]> met = new ArrayList<>();
        cells.forEachRemaining(cell -> met.add(
                new long[] {cell.<Long>getAs(OBSERVED), cell.<Long>getAs(EXPECTED_STEP), cell.<Long>getAs(ROWS)}));
        return row(family, met, Zeros.NOT_THERE);
    }

    private static Iterator<Row> row(Row family, List<long[]> cells, Zeros zeros) {
        GammaPoissonShrinker prior = GammaPoissonShrinker.fit(
                cells.stream().mapToLong(cell -> cell[0]).toArray(),
                cells.stream().mapToDouble(cell -> middle(cell[1])).toArray(),
                cells.stream().mapToLong(cell -> cell[2]).toArray(),
                zeros);
        return List.of(RowFactory.create(family.get(0), family.get(1), family.get(2), prior.shape(), prior.rate()))
                .iterator();
    }

    private static Dataset<Row> cells(Dataset<Row> pairs, String kind, Column observed, Column step) {
        return pairs.groupBy(
                        SCOPE.col(),
                        GRANULARITY.col(),
                        PERIOD_START.col(),
                        lit(kind).as(KIND),
                        observed.as(OBSERVED),
                        step.as(EXPECTED_STEP))
                .agg(count(lit(1)).as(ROWS));
    }

    private static Column step(Column expected) {
        return floor(log(expected).multiply(STEPS_PER_E));
    }

    private static double middle(long step) {
        return Math.exp((step + 0.5) / STEPS_PER_E);
    }

    private static Iterator<Row> fit(Row family, Iterator<Row> cells, Support support) {
        List<long[]> met = new ArrayList<>();
        // Pairs that never met, by what chance had for them.
        TreeMap<Long, Long> unmet = new TreeMap<>();
        List<long[]> margins = new ArrayList<>();
        long all = 0;
        while (cells.hasNext()) {
            Row cell = cells.next();
            long observed = cell.<Long>getAs(OBSERVED);
            long step = cell.<Long>getAs(EXPECTED_STEP);
            long rows = cell.<Long>getAs(ROWS);
            switch (cell.<String>getAs(KIND)) {
                case MET -> met.add(new long[] {observed, step, rows});
                case MET_UNITS -> unmet.merge(step, -rows, Long::sum);
                default -> {
                    margins.add(new long[] {observed, rows});
                    all = step;
                }
            }
        }
        addAllPairs(unmet, margins, all);
        unmet.forEach((step, rows) -> met.add(new long[] {0, step, Math.max(0, rows)}));
        boolean isAll =
                support.of(Scope.valueOf(family.<String>getAs(SCOPE.name()).toUpperCase(Locale.ROOT))) == 1;
        return row(family, met, isAll ? Zeros.SEEN : Zeros.MAY_BE_ONE);
    }

    /** Every two entities, by the product of their margins: as many steps as there are different margins, squared. */
    private static void addAllPairs(Map<Long, Long> byStep, List<long[]> margins, long all) {
        for (int i = 0; i < margins.size(); i++) {
            for (int j = i; j < margins.size(); j++) {
                long[] one = margins.get(i);
                long[] other = margins.get(j);
                long pairs = i == j ? one[1] * (one[1] - 1) / 2 : one[1] * other[1];
                if (pairs > 0) {
                    double expected = (double) one[0] * other[0] / all;
                    byStep.merge((long) Math.floor(Math.log(expected) * STEPS_PER_E), pairs, Long::sum);
                }
            }
        }
    }
}
