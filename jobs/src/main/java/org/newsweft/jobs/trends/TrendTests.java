package org.newsweft.jobs.trends;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.udf;
import static org.apache.spark.sql.functions.when;
import static org.newsweft.table.TermTests.*;

import java.util.stream.IntStream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.api.java.UDF2;
import org.apache.spark.sql.expressions.UserDefinedFunction;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.newsweft.measure.Significance;
import org.newsweft.table.TermTests;
import org.newsweft.text.statistics.MannKendall;
import org.newsweft.text.statistics.TheilSen;
import scala.collection.Seq;

/**
 * Which terms rise or fall, beyond chance.
 *
 * <p>A series is tested if it has at least {@value #MINIMUM_PERIODS} periods, below which the normal approximation of
 * the test is poor (Kendall wants ten, and tables below; Gilbert 1987 allows eight), and {@value #MINIMUM_DOCUMENTS}
 * stories, below which nearly all its points are zero. Other series have the direction unknown, and do not count among
 * the tests that the q-values allow for. A term rises or falls if its q-value is at most
 * {@value #FALSE_DISCOVERY_RATE}, in the direction of tau: the slope of a rare term is zero even when it rises.
 */
public final class TrendTests {
    static final int MINIMUM_PERIODS = 8;
    static final int MINIMUM_DOCUMENTS = 5;
    static final double FALSE_DISCOVERY_RATE = 0.05;

    private static final String DOCUMENTS = "documents";
    private static final StructType TEST = new StructType()
            .add(PERIOD_COUNT.name(), DataTypes.LongType, false)
            .add(DOCUMENTS, DataTypes.LongType, false)
            .add(SLOPE.name(), DataTypes.DoubleType)
            .add(TAU.name(), DataTypes.DoubleType)
            .add("p", DataTypes.DoubleType, false);

    private static final UserDefinedFunction TEST_OF = udf((UDF2<Seq<Long>, Seq<Long>, Row>) TrendTests::test, TEST);

    private TrendTests() {}

    /**
     * Tests every series.
     *
     * @param series as by {@link TermSeries#of}
     * @return rows of {@link TermTests}
     */
    public static Dataset<Row> of(Dataset<Row> series) {
        Column counts = SeriesPoint.all(SeriesPoint.DOCUMENT_COUNT);
        Column documents = SeriesPoint.all(SeriesPoint.PERIOD_DOCUMENTS);
        Column enough =
                PERIOD_COUNT.col().geq(MINIMUM_PERIODS).and(col(DOCUMENTS).geq(MINIMUM_DOCUMENTS));
        Column beyondChance = Q_VALUE.col().leq(FALSE_DISCOVERY_RATE);
        return TermTests.TABLE.rows(series.withColumn("test", TEST_OF.apply(counts, documents))
                .select(GRANULARITY.col(), KIND.col(), TERM.col(), col("test.*"))
                .withColumn(HAS_ENOUGH_DATA.name(), enough)
                .withColumn(P_VALUE.name(), when(HAS_ENOUGH_DATA.col(), col("p")))
                .withColumn(Q_VALUE.name(), Significance.qValue(P_VALUE.col(), GRANULARITY.col(), KIND.col()))
                .withColumn(
                        DIRECTION.name(),
                        when(HAS_ENOUGH_DATA.col().equalTo(false), "unknown")
                                .when(beyondChance.and(TAU.col().gt(0)), "rising")
                                .when(beyondChance.and(TAU.col().lt(0)), "falling")
                                .otherwise(lit("steady"))));
    }

    private static Row test(Seq<Long> counts, Seq<Long> documents) {
        double[] shares = IntStream.range(0, counts.size())
                .mapToDouble(i -> (double) counts.apply(i) / documents.apply(i))
                .toArray();
        long stories = IntStream.range(0, counts.size())
                .mapToLong(i -> counts.apply(i))
                .sum();
        MannKendall test = MannKendall.of(shares);
        return RowFactory.create(
                (long) shares.length,
                stories,
                shares.length < 2 ? null : TheilSen.slope(shares),
                Double.isNaN(test.tau()) ? null : test.tau(),
                test.pValue());
    }
}
