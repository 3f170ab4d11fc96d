package org.newsweft.jobs.trends;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.date_from_unix_date;
import static org.apache.spark.sql.functions.inline;
import static org.apache.spark.sql.functions.udf;
import static org.newsweft.table.TermBursts.*;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.api.java.UDF6;
import org.apache.spark.sql.expressions.UserDefinedFunction;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.newsweft.table.Granularity;
import org.newsweft.table.TermBursts;
import org.newsweft.text.statistics.KleinbergBursts.Burst;
import org.newsweft.text.statistics.WeekdayRhythm;
import scala.collection.Seq;

/**
 * When a term was suddenly everywhere: Kleinberg's automaton over the share of stories, so that a day on which much is
 * written is no burst of everything. The base rate is the term's share in all periods of the
 * corpus, and of days the usual share of the weekday where that is higher.
 */
public final class Bursts {
    private static final StructType BURST = new StructType()
            .add("first", DataTypes.IntegerType, false)
            .add("last", DataTypes.IntegerType, false)
            .add(LEVEL.name(), DataTypes.LongType, false)
            .add(WEIGHT.name(), DataTypes.DoubleType, false)
            .add("peak", DataTypes.IntegerType, false)
            .add(DOCUMENT_COUNT.name(), DataTypes.LongType, false);

    private Bursts() {}

    /**
     * The bursts of every series.
     *
     * @param series as by {@link TermSeries#of}
     * @param settings what counts as a burst
     * @return rows of {@link TermBursts}
     */
    public static Dataset<Row> of(Dataset<Row> series, BurstSettings settings) {
        UDF6<String, Seq<Integer>, Seq<Long>, Seq<Long>, Long, Long, List<Row>> bursts =
                (granularity, days, counts, documents, corpusDocuments, corpusPeriods) ->
                        bursts(settings, granularity, days, counts, documents, corpusDocuments, corpusPeriods);
        UserDefinedFunction burstsOf = udf(bursts, DataTypes.createArrayType(BURST, false));
        Column found = burstsOf.apply(
                GRANULARITY.col(),
                SeriesPoint.all(SeriesPoint.DAY),
                SeriesPoint.all(SeriesPoint.DOCUMENT_COUNT),
                SeriesPoint.all(SeriesPoint.PERIOD_DOCUMENTS),
                col(TermSeries.CORPUS_DOCUMENTS),
                col(TermSeries.CORPUS_PERIODS));
        return TermBursts.TABLE.rows(series.select(GRANULARITY.col(), KIND.col(), TERM.col(), inline(found))
                .withColumn(STARTED_ON.name(), date_from_unix_date(col("first")))
                .withColumn(ENDED_ON.name(), date_from_unix_date(col("last")))
                .withColumn(PEAK_ON.name(), date_from_unix_date(col("peak"))));
    }

    private static List<Row> bursts(
            BurstSettings settings,
            String granularity,
            Seq<Integer> days,
            Seq<Long> counts,
            Seq<Long> documents,
            long corpusDocuments,
            long corpusPeriods) {
        long[] relevant = longs(counts);
        long stories = 0;
        for (long count : relevant) {
            stories += count;
        }
        double[] rates = expectedRates(
                Granularity.of(granularity), days, relevant, longs(documents), (double) stories / corpusDocuments);
        List<Row> rows = new ArrayList<>();
        for (Burst burst : settings.automaton().find(relevant, longs(documents), rates, corpusPeriods)) {
            long held = 0;
            for (int i = burst.first(); i <= burst.last(); i++) {
                held += relevant[i];
            }
            if (burst.weight() >= settings.minimumWeight() && held >= settings.minimumDocuments()) {
                rows.add(RowFactory.create(
                        days.apply(burst.first()),
                        lastDay(Granularity.of(granularity), days.apply(burst.last())),
                        (long) burst.level(),
                        burst.weight(),
                        days.apply(burst.peak()),
                        held));
            }
        }
        return rows;
    }

    private static double[] expectedRates(
            Granularity granularity, Seq<Integer> days, long[] relevant, long[] documents, double rate) {
        int[] firstDays = IntStream.range(0, days.size()).map(days::apply).toArray();
        if (granularity == Granularity.DAY) {
            return WeekdayRhythm.expectedRates(firstDays, relevant, documents, rate);
        }
        double[] rates = new double[firstDays.length];
        Arrays.fill(rates, rate);
        return rates;
    }

    private static long[] longs(Seq<Long> values) {
        long[] array = new long[values.size()];
        for (int i = 0; i < array.length; i++) {
            array[i] = values.apply(i);
        }
        return array;
    }

    /** Last day of the period that starts on this one, both counted from 1970-01-01. */
    private static int lastDay(Granularity granularity, int firstDay) {
        LocalDate start = LocalDate.ofEpochDay(firstDay);
        LocalDate next = switch (granularity) {
            case DAY -> start.plusDays(1);
            case WEEK -> start.plusWeeks(1);
            case MONTH -> start.plusMonths(1);
            case YEAR -> start.plusYears(1);
            case ALL -> throw new IllegalArgumentException("granularity all has no series");
        };
        return (int) next.toEpochDay() - 1;
    }
}
