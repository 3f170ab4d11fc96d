package org.newsweft.jobs.trends;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.date_from_unix_date;
import static org.apache.spark.sql.functions.inline;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.udf;
import static org.apache.spark.sql.functions.when;
import static org.newsweft.table.figures.TermTests.*;

import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.api.java.UDF4;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.newsweft.measure.Significance;
import org.newsweft.statistics.LevelShift;
import org.newsweft.statistics.MannKendall;
import org.newsweft.statistics.TheilSen;
import org.newsweft.table.figures.PeriodTotals;
import org.newsweft.table.figures.TermTests;
import scala.collection.Seq;

/**
 * Which terms rise or fall, beyond chance: over the whole time of the corpus, and over its last {@value #RECENT} periods.
 * Series start with the corpus, not with the term, so that what is new can rise.
 *
 * <p>A series is tested if the corpus has at least {@value #MINIMUM_PERIODS} periods that are not thin, below which the
 * normal approximation of the test is poor (Kendall wants ten, and tables below; Gilbert 1987 allows eight), and
 * {@value #MINIMUM_DOCUMENTS} stories hold the term, below which nearly all its points are zero. Other series have the
 * direction unknown, and do not count among the tests that the q-values allow for.
 *
 * <p>A term rises or falls if the q-value of Mann and Kendall's test is at most {@value #FALSE_DISCOVERY_RATE}, in the
 * direction of tau; else if that of a {@link LevelShift} is and the new level persists. Ranks alone find nothing among
 * thousands of terms in a dozen weeks, as the order of twelve has too few outcomes: counts do.
 */
public final class TrendTests {
    static final int MINIMUM_PERIODS = 8;
    static final int MINIMUM_DOCUMENTS = 5;
    static final int RECENT = 8;
    static final double FALSE_DISCOVERY_RATE = 0.05;

    private static final String DOCUMENTS = "documents";
    private static final String RISE = "shift_direction";
    private static final StructType TEST = new StructType()
            .add(HORIZON.name(), DataTypes.StringType, false)
            .add(PERIOD_COUNT.name(), DataTypes.LongType, false)
            .add(DOCUMENTS, DataTypes.LongType, false)
            .add(SLOPE.name(), DataTypes.DoubleType)
            .add(TAU.name(), DataTypes.DoubleType)
            .add("p", DataTypes.DoubleType, false)
            .add("shift_day", DataTypes.IntegerType)
            .add(SHIFT_P.name(), DataTypes.DoubleType)
            .add(SHARE_BEFORE.name(), DataTypes.DoubleType)
            .add(SHARE_AFTER.name(), DataTypes.DoubleType)
            .add(RISE, DataTypes.IntegerType);

    private static final String TESTS = "tests";

    private TrendTests() {}

    /**
     * Tests every series.
     *
     * @param series as by {@link TermSeries#of}
     * @param totals rows of {@link PeriodTotals}
     * @return rows of {@link TermTests}
     */
    public static Dataset<Row> of(Dataset<Row> series, Dataset<Row> totals) {
        return of(tested(series, Calendars.of(totals)));
    }

    /** The series with what {@link #of(Dataset)} makes rows of: so that it can be worked out where they are. */
    static Dataset<Row> tested(Dataset<Row> series, Calendars calendars) {
        UDF4<String, String, Seq<Integer>, Seq<Long>, List<Row>> tests =
                (granularity, language, days, counts) -> tests(days, counts, calendars.get(granularity, language));
        return series.withColumn(
                TESTS,
                udf(tests, DataTypes.createArrayType(TEST, false))
                        .apply(
                                GRANULARITY.col(),
                                LANGUAGE.col(),
                                SeriesPoint.all(SeriesPoint.DAY),
                                SeriesPoint.all(SeriesPoint.DOCUMENT_COUNT)));
    }

    /**
     * The tests of series.
     *
     * @param tested as by {@link #tested}
     * @return rows of {@link TermTests}
     */
    static Dataset<Row> of(Dataset<Row> tested) {
        Column enough =
                PERIOD_COUNT.col().geq(MINIMUM_PERIODS).and(col(DOCUMENTS).geq(MINIMUM_DOCUMENTS));
        Column trend = Q_VALUE.col().leq(FALSE_DISCOVERY_RATE);
        Column shift = SHIFT_Q.col().leq(FALSE_DISCOVERY_RATE);
        Column[] family = {GRANULARITY.col(), HORIZON.col(), LANGUAGE.col(), KIND.col()};
        return TermTests.TABLE.rows(tested.select(
                        GRANULARITY.col(), LANGUAGE.col(), KIND.col(), TERM.col(), inline(col(TESTS)))
                .withColumn(HAS_ENOUGH_DATA.name(), enough)
                .withColumn(P_VALUE.name(), when(HAS_ENOUGH_DATA.col(), col("p")))
                .withColumn(Q_VALUE.name(), Significance.qValue(P_VALUE.col(), family))
                .withColumn(SHIFT_P.name(), when(HAS_ENOUGH_DATA.col(), SHIFT_P.col()))
                .withColumn(SHIFT_Q.name(), Significance.qValue(SHIFT_P.col(), family))
                .withColumn(SHIFTED_ON.name(), when(HAS_ENOUGH_DATA.col(), date_from_unix_date(col("shift_day"))))
                .withColumn(SHARE_BEFORE.name(), when(HAS_ENOUGH_DATA.col(), SHARE_BEFORE.col()))
                .withColumn(SHARE_AFTER.name(), when(HAS_ENOUGH_DATA.col(), SHARE_AFTER.col()))
                .withColumn(
                        DIRECTION.name(),
                        when(HAS_ENOUGH_DATA.col().equalTo(false), "unknown")
                                .when(trend.and(TAU.col().gt(0)), "rising")
                                .when(trend.and(TAU.col().lt(0)), "falling")
                                .when(shift.and(col(RISE).gt(0)), "rising")
                                .when(shift.and(col(RISE).lt(0)), "falling")
                                .otherwise(lit("steady"))));
    }

    private static List<Row> tests(Seq<Integer> days, Seq<Long> counts, Calendar calendar) {
        DenseSeries whole = DenseSeries.of(days, counts, calendar);
        List<Row> tests = new ArrayList<>();
        if (whole.stories() > 0) {
            tests.add(test("all", whole));
        }
        DenseSeries recent = whole.last(RECENT);
        if (recent.stories() > 0) {
            tests.add(test("recent", recent));
        }
        return tests;
    }

    private static Row test(String horizon, DenseSeries series) {
        double[] shares = series.shares();
        MannKendall test = MannKendall.of(shares);
        LevelShift shift = LevelShift.of(series.counts(), series.documents());
        return RowFactory.create(
                horizon,
                (long) shares.length,
                series.stories(),
                shares.length < 2 ? null : TheilSen.slope(shares),
                Double.isNaN(test.tau()) ? null : test.tau(),
                test.pValue(),
                shift == null ? null : series.days()[shift.at()],
                shift == null ? null : shift.pValue(),
                shift == null ? null : shift.before(),
                shift == null ? null : shift.after(),
                shift == null ? null : shift.direction());
    }
}
