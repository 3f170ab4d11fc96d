package org.newsweft.jobs.trends;

import static org.apache.spark.sql.functions.add_months;
import static org.apache.spark.sql.functions.arrays_zip;
import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.collect_list;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.date_add;
import static org.apache.spark.sql.functions.date_from_unix_date;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.ln;
import static org.apache.spark.sql.functions.log2;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.percentile;
import static org.apache.spark.sql.functions.pow;
import static org.apache.spark.sql.functions.round;
import static org.apache.spark.sql.functions.row_number;
import static org.apache.spark.sql.functions.sort_array;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.udf;
import static org.apache.spark.sql.functions.when;
import static org.newsweft.table.figures.TermChanges.*;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.api.java.UDF1;
import org.apache.spark.sql.api.java.UDF3;
import org.apache.spark.sql.api.java.UDF4;
import org.apache.spark.sql.expressions.UserDefinedFunction;
import org.apache.spark.sql.expressions.Window;
import org.apache.spark.sql.expressions.WindowSpec;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.newsweft.jobs.engine.Frames;
import org.newsweft.measure.Significance;
import org.newsweft.statistics.BetaBinomial;
import org.newsweft.statistics.GammaPoisson;
import org.newsweft.table.figures.Entities;
import org.newsweft.table.figures.PeriodTotals;
import org.newsweft.table.figures.TermBursts;
import scala.collection.Seq;

/**
 * What is new or rising in a period, against a window before it: 14 days, 8 weeks or 6 months, of which at least a third
 * must be there and not thin. Only what the stories of the period hold can be a row: what vanishes is found by the tests.
 *
 * <p>How much: the ratio of stories to those to expect, shrunk by a prior fitted to all terms of the period and kind
 * ({@link GammaPoisson}), so that three stories where none was expected are no more than they are. How sure: of all stories
 * with the term, now and in the window, as many or more fall into the period by chance ({@link BetaBinomial}); words come
 * in clumps, and how much so is estimated as the median overdispersion of the terms of that period and kind that are common
 * enough to tell. Each row depends on its period and the window alone, but for {@code first_seen}.
 */
public final class TermChanges {
    static final double FALSE_DISCOVERY_RATE = 0.05;
    static final int ALWAYS_KEPT = 100;

    /** Fewer stories in a period are a coincidence. */
    static final long LEAST_STORIES = 3;

    /** Looked at closely: more than are kept, as the bound of the ratio orders them a little otherwise than the ratio. */
    private static final int SHORT_LIST = 2 * ALWAYS_KEPT;

    /** Stories to expect in the period from which on the overdispersion of a term can be told. */
    private static final int LEAST_EXPECTED = 3;

    private static final double MEDIAN_OF_CHI_SQUARE = 0.4549364231195724;
    private static final double MOST_OVERDISPERSION = 0.5;

    private static final String PERIOD_DOCUMENTS = SeriesPoint.PERIOD_DOCUMENTS;
    private static final String PERIOD_OUTLETS = "period_outlets";
    private static final String EXPECTED = "expected";
    private static final String PROBABILITY = "probability";
    private static final String TRIALS = "trials";
    private static final String PRIOR = "prior";
    private static final String RHO = "rho";
    private static final String TERMS = "terms";
    private static final String PLACE = "place";
    private static final String LAST = "last";
    private static final String STRENGTH = "strength";

    private static final UserDefinedFunction FIT =
            udf((UDF1<Seq<Row>, double[]>) TermChanges::fitted, DataTypes.createArrayType(DataTypes.DoubleType, false));

    private static final UserDefinedFunction RATIO = udf(
            (UDF3<Seq<Double>, Long, Double, Double>)
                    (weights, count, expected) -> prior(weights).ratio(count, expected),
            DataTypes.DoubleType);

    private static final UserDefinedFunction LOW = udf(
            (UDF3<Seq<Double>, Long, Double, Double>)
                    (weights, count, expected) -> prior(weights).low(count, expected),
            DataTypes.DoubleType);

    private static final UserDefinedFunction TAIL =
            udf((UDF4<Long, Long, Double, Double, Double>) BetaBinomial::upperTail, DataTypes.DoubleType);

    private static final StructType RANKED =
            new StructType().add(PART_OF.name(), DataTypes.StringType).add(RANK.name(), DataTypes.LongType);

    private static final UserDefinedFunction RANK_ALL =
            udf((UDF1<Seq<Row>, List<Row>>) TermChanges::ranked, DataTypes.createArrayType(RANKED, false));

    private TermChanges() {}

    /**
     * The changes of every period, not yet ranked.
     *
     * @param series as by {@link TermSeries#of}
     * @param totals rows of {@link PeriodTotals}
     * @param entities rows of {@link Entities}, for labels
     * @return rows with all columns of the table but {@code part_of}, {@code event_id} and {@code rank}; besides {@code
     *     started_on} and {@code ended_on}, the days of the period, and the stories and outlets of it
     */
    public static Dataset<Row> of(Dataset<Row> series, Dataset<Row> totals, Dataset<Row> entities) {
        Dataset<Row> compared = compared(series);
        Dataset<Row> cells = Frames.keys(strongestCells(Frames.computedOnce(cells(compared))));
        WindowSpec place = Window.partitionBy(GRANULARITY.col(), PERIOD_START.col(), LANGUAGE.col());
        Dataset<Row> tested = compared.where(DOCUMENT_COUNT.col().geq(LEAST_STORIES))
                .join(
                        cells,
                        Frames.on(
                                GRANULARITY.name(),
                                PERIOD_START.name(),
                                LANGUAGE.name(),
                                KIND.name(),
                                DOCUMENT_COUNT.name(),
                                PERIOD_DOCUMENTS,
                                BEFORE_COUNT.name(),
                                BEFORE_DOCUMENTS.name()))
                .withColumn(
                        PLACE,
                        row_number()
                                .over(place.orderBy(
                                        col(STRENGTH).desc(),
                                        DOCUMENT_COUNT.col().desc(),
                                        KIND.col(),
                                        TERM.col())))
                .where(rises().and(isSure().or(col(PLACE).leq(SHORT_LIST))))
                .withColumn(STRENGTH, strength(RATE_RATIO_LOW.col()))
                .withColumn(
                        PLACE,
                        row_number()
                                .over(place.orderBy(
                                        col(STRENGTH).desc(),
                                        DOCUMENT_COUNT.col().desc(),
                                        KIND.col(),
                                        TERM.col())))
                .where(isSure().or(col(PLACE).leq(ALWAYS_KEPT)));
        Dataset<Row> outlets = totals.select(
                GRANULARITY.col(),
                PERIOD_START.col(),
                LANGUAGE.col(),
                PeriodTotals.OUTLET_COUNT.col().as(PERIOD_OUTLETS));
        Dataset<Row> labels = entities.select(
                Entities.ENTITY_ID.col().as(TERM.name()),
                lit(TermCounts.ENTITY).as(KIND.name()),
                Entities.LABEL.col().as("entity_label"));
        Column firstDay = col(TermSeries.FIRST_DAY);
        Column windowStart = when(GRANULARITY.col().equalTo("day"), date_add(PERIOD_START.col(), -14))
                .when(GRANULARITY.col().equalTo("week"), date_add(PERIOD_START.col(), -56))
                .otherwise(add_months(PERIOD_START.col(), -6));
        return tested.join(broadcast(outlets), Frames.on(GRANULARITY.name(), PERIOD_START.name(), LANGUAGE.name()))
                .join(labels, Frames.on(KIND.name(), TERM.name()), "left")
                .withColumn(LABEL.name(), coalesce(col("entity_label"), TERM.col()))
                .withColumn(FIRST_SEEN.name(), date_from_unix_date(firstDay))
                .withColumn(IS_NEW.name(), FIRST_SEEN.col().geq(PERIOD_START.col()))
                .withColumn(
                        IS_RETURNING.name(),
                        BEFORE_COUNT.col().equalTo(0).and(FIRST_SEEN.col().lt(windowStart)))
                .withColumn(DOCUMENT_SHARE.name(), DOCUMENT_COUNT.col().divide(col(PERIOD_DOCUMENTS)))
                .withColumn(BEFORE_SHARE.name(), BEFORE_COUNT.col().divide(BEFORE_DOCUMENTS.col()))
                .withColumn(TermBursts.STARTED_ON.name(), PERIOD_START.col())
                .withColumn(
                        TermBursts.ENDED_ON.name(),
                        when(GRANULARITY.col().equalTo("day"), PERIOD_START.col())
                                .when(GRANULARITY.col().equalTo("week"), date_add(PERIOD_START.col(), 6))
                                .otherwise(date_add(add_months(PERIOD_START.col(), 1), -1)));
    }

    /**
     * Ranks the changes of each period, those left out that another explains.
     *
     * @param changes as by {@link #of}, with their stories and event, as by {@link TermStories#of}
     * @return rows of {@link org.newsweft.table.figures.TermChanges}
     */
    public static Dataset<Row> ranked(Dataset<Row> changes) {
        Column candidate = struct(
                KIND.col(),
                TERM.col(),
                LABEL.col(),
                col(STRENGTH),
                DOCUMENT_COUNT.col(),
                OUTLET_COUNT.col(),
                col(PERIOD_DOCUMENTS),
                col(PERIOD_OUTLETS),
                col(TermStories.STORIES),
                // What is only handed through comes after what is asked.
                DOCUMENT_SHARE.col(),
                BEFORE_COUNT.col(),
                BEFORE_DOCUMENTS.col(),
                BEFORE_SHARE.col(),
                RATE_RATIO.col(),
                RATE_RATIO_LOW.col(),
                P_VALUE.col(),
                Q_VALUE.col(),
                IS_NEW.col(),
                IS_RETURNING.col(),
                FIRST_SEEN.col(),
                EVENT_ID.col());
        return TABLE.rows(changes.groupBy(GRANULARITY.col(), PERIOD_START.col(), LANGUAGE.col())
                .agg(sort_array(collect_list(candidate)).as("candidates"))
                .select(
                        GRANULARITY.col(),
                        PERIOD_START.col(),
                        LANGUAGE.col(),
                        explode(arrays_zip(
                                        col("candidates").as("candidate"),
                                        RANK_ALL.apply(col("candidates")).as("ranked")))
                                .as("both"))
                .select(
                        GRANULARITY.col(),
                        PERIOD_START.col(),
                        LANGUAGE.col(),
                        col("both.candidate.*"),
                        col("both.ranked.*")));
    }

    /**
     * How much a ratio says of the stories of a period: the log-likelihood ratio of a Poisson count, {@code n ln r - n (1 -
     * 1/r)}, of the ratio that is surely reached. Three stories on a name nobody knew and two hundred instead of a hundred and
     * ninety are both small by it; below a ratio of 1, how far.
     */
    private static Column strength(Column ratio) {
        Column count = DOCUMENT_COUNT.col().cast(DataTypes.DoubleType);
        Column fewer = lit(1.0).minus(lit(1.0).divide(ratio));
        return when(ratio.gt(1), count.multiply(ln(ratio)).minus(count.multiply(fewer)))
                .otherwise(ratio.minus(1));
    }

    private static Column rises() {
        return DOCUMENT_COUNT.col().cast(DataTypes.DoubleType).gt(col(EXPECTED));
    }

    private static Column isSure() {
        return Q_VALUE.col().leq(FALSE_DISCOVERY_RATE);
    }

    private static scala.collection.immutable.Seq<String> familyKey() {
        return Frames.on(GRANULARITY.name(), PERIOD_START.name(), LANGUAGE.name(), KIND.name());
    }

    /** Every term in every period that can be compared with the window before it. */
    private static Dataset<Row> compared(Dataset<Row> series) {
        return Trends.points(series)
                .where(GRANULARITY
                        .col()
                        .isin("day", "week", "month")
                        .and(BEFORE_DOCUMENTS.col().isNotNull()))
                .select(
                        GRANULARITY.col(),
                        PERIOD_START.col(),
                        LANGUAGE.col(),
                        KIND.col(),
                        TERM.col(),
                        col(TermSeries.FIRST_DAY),
                        DOCUMENT_COUNT.col(),
                        OUTLET_COUNT.col(),
                        col(PERIOD_DOCUMENTS),
                        BEFORE_COUNT.col(),
                        BEFORE_DOCUMENTS.col());
    }

    /**
     * Terms of one period and kind that have the same counts: what follows from counts alone is worked out, and sorted, once
     * for all {@link #TERMS} of them.
     */
    private static Dataset<Row> cells(Dataset<Row> compared) {
        Column all = col(PERIOD_DOCUMENTS).plus(BEFORE_DOCUMENTS.col());
        return compared.groupBy(
                        GRANULARITY.col(),
                        PERIOD_START.col(),
                        LANGUAGE.col(),
                        KIND.col(),
                        DOCUMENT_COUNT.col(),
                        col(PERIOD_DOCUMENTS),
                        BEFORE_COUNT.col(),
                        BEFORE_DOCUMENTS.col())
                .agg(count(lit(1)).as(TERMS))
                .withColumn(
                        EXPECTED,
                        col(PERIOD_DOCUMENTS)
                                .multiply(BEFORE_COUNT.col().plus(0.5))
                                .divide(BEFORE_DOCUMENTS.col().plus(1.0)))
                .withColumn(TRIALS, DOCUMENT_COUNT.col().plus(BEFORE_COUNT.col()))
                .withColumn(
                        PROBABILITY,
                        col(PERIOD_DOCUMENTS).cast(DataTypes.DoubleType).divide(all));
    }

    /**
     * The cells whose terms may be among the changes: surely more than chance, or of the strongest of their period. All terms
     * that are as strong are there, so that places among them are places among all.
     */
    private static Dataset<Row> strongestCells(Dataset<Row> cells) {
        Column[] family = {GRANULARITY.col(), PERIOD_START.col(), LANGUAGE.col(), KIND.col()};
        Column chance = when(
                        DOCUMENT_COUNT
                                .col()
                                .cast(DataTypes.DoubleType)
                                .leq(col(TRIALS).multiply(col(PROBABILITY))),
                        1.0)
                .otherwise(TAIL.apply(DOCUMENT_COUNT.col(), col(TRIALS), col(PROBABILITY), col(RHO)));
        WindowSpec period = Window.partitionBy(GRANULARITY.col(), PERIOD_START.col(), LANGUAGE.col());
        WindowSpec downwards =
                period.orderBy(col(STRENGTH).desc(), DOCUMENT_COUNT.col().desc());
        Column position = struct(col(STRENGTH), DOCUMENT_COUNT.col());
        return cells.where(DOCUMENT_COUNT.col().geq(LEAST_STORIES))
                .join(broadcast(priors(cells, family)), familyKey())
                .withColumn(P_VALUE.name(), chance)
                .withColumn(Q_VALUE.name(), Significance.qValueOfEqual(col(TERMS), P_VALUE.col(), family))
                .withColumn(RATE_RATIO.name(), RATIO.apply(col(PRIOR), DOCUMENT_COUNT.col(), col(EXPECTED)))
                .withColumn(STRENGTH, strength(RATE_RATIO.col()))
                .withColumn(
                        PLACE,
                        sum(TERMS).over(downwards.rangeBetween(Window.unboundedPreceding(), Window.currentRow())))
                // Where the last of the short list stands, if there are as many.
                .withColumn(
                        LAST, max(when(col(PLACE).geq(SHORT_LIST), position)).over(period))
                .where(isSure().or(col(LAST).isNull()).or(position.geq(col(LAST))))
                .withColumn(
                        RATE_RATIO_LOW.name(),
                        when(rises(), round(LOW.apply(col(PRIOR), DOCUMENT_COUNT.col(), col(EXPECTED)), 6)))
                .withColumn(RATE_RATIO.name(), round(RATE_RATIO.col(), 6))
                .drop(TERMS, TRIALS, PROBABILITY, PRIOR, RHO, PLACE, LAST);
    }

    /** One row per period and kind: the weights of the prior, and the overdispersion of counts. */
    private static Dataset<Row> priors(Dataset<Row> cells, Column[] family) {
        // The prior is fitted to a histogram: how often a count meets an expectation, in eighths of an octave.
        Column bin = round(log2(col(EXPECTED)).multiply(8)).cast(DataTypes.LongType);
        Column[] bins = new Column[family.length + 2];
        System.arraycopy(family, 0, bins, 0, family.length);
        bins[family.length] = DOCUMENT_COUNT.col();
        bins[family.length + 1] = bin.as("bin");
        Dataset<Row> fits = cells.groupBy(bins)
                .agg(sum(TERMS).as("weight"))
                .groupBy(family)
                .agg(FIT.apply(sort_array(collect_list(struct(DOCUMENT_COUNT.col(), col("bin"), col("weight")))))
                        .as(PRIOR));
        Column mean = col(TRIALS).multiply(col(PROBABILITY));
        Column chiSquare =
                pow(DOCUMENT_COUNT.col().minus(mean), 2).divide(mean.multiply(lit(1.0).minus(col(PROBABILITY))));
        Column overdispersion = chiSquare
                .divide(MEDIAN_OF_CHI_SQUARE)
                .minus(1)
                .divide(col(TRIALS).minus(1));
        Dataset<Row> dispersions = cells.where(
                        mean.geq(LEAST_EXPECTED).and(col(TRIALS).gt(1)))
                .groupBy(family)
                .agg(percentile(round(overdispersion, 6), lit(0.5), col(TERMS)).as(RHO));
        Column bounded = org.apache.spark.sql.functions.greatest(
                lit(0.0), org.apache.spark.sql.functions.least(lit(MOST_OVERDISPERSION), coalesce(col(RHO), lit(0.0))));
        return fits.join(dispersions, familyKey(), "left").withColumn(RHO, bounded);
    }

    private static GammaPoisson prior(Seq<Double> weights) {
        double[] array = new double[weights.size()];
        for (int i = 0; i < array.length; i++) {
            array[i] = weights.apply(i);
        }
        return GammaPoisson.of(array);
    }

    private static double[] fitted(Seq<Row> histogram) {
        long[] counts = new long[histogram.size()];
        double[] expected = new double[counts.length];
        long[] weights = new long[counts.length];
        for (int i = 0; i < counts.length; i++) {
            counts[i] = histogram.apply(i).getLong(0);
            expected[i] = StrictMath.pow(2, histogram.apply(i).getLong(1) / 8.0);
            weights[i] = histogram.apply(i).getLong(2);
        }
        return GammaPoisson.fitted(counts, expected, weights).weights();
    }

    private static List<Row> ranked(Seq<Row> rows) {
        List<Explanations.Candidate> candidates = new ArrayList<>();
        for (int i = 0; i < rows.size(); i++) {
            Row row = rows.apply(i);
            Seq<Long> stories = row.getSeq(8);
            long[] numbers = new long[stories.size()];
            for (int k = 0; k < numbers.length; k++) {
                numbers[k] = stories.apply(k);
            }
            candidates.add(new Explanations.Candidate(
                    row.getString(1),
                    row.getString(0),
                    row.getString(2).toLowerCase(java.util.Locale.ROOT),
                    row.getDouble(3),
                    numbers,
                    row.getLong(6)));
        }
        String[] partOf = Explanations.of(candidates);
        List<Integer> order = new ArrayList<>();
        for (int i = 0; i < partOf.length; i++) {
            if (partOf[i] == null) {
                order.add(i);
            }
        }
        order.sort(Comparator.comparing((Integer i) -> isAlone(rows.apply(i)))
                .thenComparing(i -> -rows.apply(i).getDouble(3))
                .thenComparing(i -> -rows.apply(i).getLong(4))
                .thenComparing(i -> i));
        Long[] ranks = new Long[partOf.length];
        for (int place = 0; place < order.size(); place++) {
            ranks[order.get(place)] = place + 1L;
        }
        List<Row> ranked = new ArrayList<>();
        for (int i = 0; i < partOf.length; i++) {
            ranked.add(RowFactory.create(partOf[i], ranks[i]));
        }
        return ranked;
    }

    /** One outlet alone, in a period that more wrote in. */
    private static boolean isAlone(Row row) {
        return row.getLong(5) < 2 && row.getLong(7) > 1;
    }
}
