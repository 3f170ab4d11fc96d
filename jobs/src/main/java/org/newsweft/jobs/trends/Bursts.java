package org.newsweft.jobs.trends;

import static org.apache.spark.sql.functions.arrays_zip;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.collect_list;
import static org.apache.spark.sql.functions.date_from_unix_date;
import static org.apache.spark.sql.functions.date_trunc;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.inline;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.sort_array;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.udf;
import static org.apache.spark.sql.functions.when;
import static org.newsweft.table.figures.TermBursts.*;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.api.java.UDF1;
import org.apache.spark.sql.api.java.UDF5;
import org.apache.spark.sql.expressions.UserDefinedFunction;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.newsweft.jobs.engine.Frames;
import org.newsweft.statistics.KleinbergBursts.Burst;
import org.newsweft.statistics.WeekdayRhythm;
import org.newsweft.table.figures.Entities;
import org.newsweft.table.figures.PeriodTotals;
import org.newsweft.table.figures.TermBursts;
import org.newsweft.table.schema.Granularity;
import scala.collection.Seq;

/**
 * When a term was suddenly everywhere: Kleinberg's automaton over the share of stories, so that a day on which much is
 * written is no burst of everything. The base rate is the term's share in all periods of the corpus that are not thin, and
 * of days the usual share of the weekday where that is higher.
 */
public final class Bursts {
    /** Column of {@link #of}: all stories of the time of the burst. */
    private static final String SPAN_DOCUMENTS = "span_documents";

    private static final String BURSTS = "bursts";

    private static final StructType BURST = new StructType()
            .add("first", DataTypes.IntegerType, false)
            .add("last", DataTypes.IntegerType, false)
            .add(LEVEL.name(), DataTypes.LongType, false)
            .add(WEIGHT.name(), DataTypes.DoubleType, false)
            .add("peak", DataTypes.IntegerType, false)
            .add(DOCUMENT_COUNT.name(), DataTypes.LongType, false)
            .add(SPAN_DOCUMENTS, DataTypes.LongType, false)
            .add(OUTLET_COUNT.name(), DataTypes.LongType, false);

    private static final UserDefinedFunction EXPLAIN = udf(
            (UDF1<Seq<Row>, List<String>>) Bursts::explained, DataTypes.createArrayType(DataTypes.StringType, true));

    private Bursts() {}

    /**
     * The bursts of every series.
     *
     * @param series as by {@link TermSeries#of}
     * @param totals rows of {@link PeriodTotals}
     * @param settings what counts as a burst
     * @return rows with all columns of {@link TermBursts} but {@code part_of} and {@code event_id}, and the stories of the time
     */
    public static Dataset<Row> of(Dataset<Row> series, Dataset<Row> totals, BurstSettings settings) {
        return of(found(series, Calendars.of(totals), settings));
    }

    /** The series with what {@link #of(Dataset)} makes rows of: so that it can be worked out where they are. */
    static Dataset<Row> found(Dataset<Row> series, Calendars calendars, BurstSettings settings) {
        UDF5<String, String, Seq<Integer>, Seq<Long>, Seq<Long>, List<Row>> bursts =
                (granularity, language, days, counts, outlets) ->
                        bursts(settings, days, counts, outlets, calendars.get(granularity, language));
        return series.withColumn(
                BURSTS,
                udf(bursts, DataTypes.createArrayType(BURST, false))
                        .apply(
                                GRANULARITY.col(),
                                LANGUAGE.col(),
                                SeriesPoint.all(SeriesPoint.DAY),
                                SeriesPoint.all(SeriesPoint.DOCUMENT_COUNT),
                                SeriesPoint.all(SeriesPoint.OUTLET_COUNT)));
    }

    /**
     * The bursts of series.
     *
     * @param found as by {@link #found}
     * @return as {@link #of(Dataset, Dataset, BurstSettings)}
     */
    static Dataset<Row> of(Dataset<Row> found) {
        return found.select(GRANULARITY.col(), LANGUAGE.col(), KIND.col(), TERM.col(), inline(col(BURSTS)))
                .withColumn(STARTED_ON.name(), date_from_unix_date(col("first")))
                .withColumn(ENDED_ON.name(), date_from_unix_date(col("last")))
                .withColumn(PEAK_ON.name(), date_from_unix_date(col("peak")));
    }

    /**
     * Says which bursts are explained by a heavier one with the same stories. Bursts are compared if they peak in the same
     * month, of weeks in the same quarter, of months in the same year.
     *
     * @param bursts as by {@link #of}, with their stories and event, as by {@link TermStories#of}
     * @param entities rows of {@link Entities}, for their names
     * @return rows of {@link TermBursts}
     */
    public static Dataset<Row> explained(Dataset<Row> bursts, Dataset<Row> entities) {
        Column together = when(GRANULARITY.col().equalTo("day"), date_trunc("month", PEAK_ON.col()))
                .when(GRANULARITY.col().equalTo("week"), date_trunc("quarter", PEAK_ON.col()))
                .when(GRANULARITY.col().equalTo("month"), date_trunc("year", PEAK_ON.col()));
        Dataset<Row> labels = entities.select(
                Entities.ENTITY_ID.col().as(TERM.name()),
                lit(TermCounts.ENTITY).as(KIND.name()),
                Entities.LABEL.col().as("label"));
        Column candidate = struct(
                KIND.col(),
                TERM.col(),
                STARTED_ON.col(),
                coalesce(col("label"), TERM.col()).as("label"),
                WEIGHT.col(),
                col(SPAN_DOCUMENTS),
                col(TermStories.STORIES),
                // What is only handed through comes after what is asked.
                ENDED_ON.col(),
                LEVEL.col(),
                PEAK_ON.col(),
                DOCUMENT_COUNT.col(),
                OUTLET_COUNT.col(),
                EVENT_ID.col());
        return TermBursts.TABLE.rows(bursts.join(labels, Frames.on(KIND.name(), TERM.name()), "left")
                .groupBy(GRANULARITY.col(), LANGUAGE.col(), together.as("together"))
                .agg(sort_array(collect_list(candidate)).as("candidates"))
                .select(
                        GRANULARITY.col(),
                        LANGUAGE.col(),
                        explode(arrays_zip(
                                        col("candidates").as("candidate"),
                                        EXPLAIN.apply(col("candidates")).as(PART_OF.name())))
                                .as("explained"))
                .select(
                        GRANULARITY.col(),
                        LANGUAGE.col(),
                        col("explained.candidate.*"),
                        col("explained." + PART_OF.name())));
    }

    private static List<Row> bursts(
            BurstSettings settings, Seq<Integer> days, Seq<Long> counts, Seq<Long> outlets, Calendar calendar) {
        DenseSeries series = DenseSeries.of(days, counts, calendar);
        long all = Arrays.stream(series.documents()).sum();
        long stories = series.stories();
        if (stories == 0 || stories == all) {
            return List.of();
        }
        double[] rates = expectedRates(calendar.length(), series, (double) stories / all);
        List<Row> rows = new ArrayList<>();
        for (Burst burst :
                settings.automaton().find(series.counts(), series.documents(), rates, series.days().length)) {
            long held = 0;
            long written = 0;
            for (int i = burst.first(); i <= burst.last(); i++) {
                held += series.counts()[i];
                written += series.documents()[i];
            }
            if (burst.weight() >= settings.minimumWeight() && held >= settings.minimumDocuments()) {
                int first = series.days()[burst.first()];
                int last = lastDay(calendar.length(), series.days()[burst.last()]);
                rows.add(RowFactory.create(
                        first,
                        last,
                        (long) burst.level(),
                        burst.weight(),
                        series.days()[burst.peak()],
                        held,
                        written,
                        mostOutlets(days, outlets, first, last)));
            }
        }
        return rows;
    }

    /** The most outlets that had it in one period of the burst. */
    private static long mostOutlets(Seq<Integer> days, Seq<Long> outlets, int first, int last) {
        long most = 0;
        for (int i = 0; i < days.size(); i++) {
            if (days.apply(i) >= first && days.apply(i) <= last) {
                most = Math.max(most, outlets.apply(i));
            }
        }
        return most;
    }

    private static double[] expectedRates(Granularity granularity, DenseSeries series, double rate) {
        if (granularity == Granularity.DAY) {
            return WeekdayRhythm.expectedRates(series.days(), series.counts(), series.documents(), rate);
        }
        double[] rates = new double[series.days().length];
        Arrays.fill(rates, rate);
        return rates;
    }

    private static List<String> explained(Seq<Row> rows) {
        List<Explanations.Candidate> candidates = new ArrayList<>();
        for (int i = 0; i < rows.size(); i++) {
            Row row = rows.apply(i);
            Seq<Long> stories = row.getSeq(6);
            long[] numbers = new long[stories.size()];
            for (int k = 0; k < numbers.length; k++) {
                numbers[k] = stories.apply(k);
            }
            candidates.add(new Explanations.Candidate(
                    row.getString(1),
                    row.getString(0),
                    row.getString(3).toLowerCase(Locale.ROOT),
                    row.getDouble(4),
                    numbers,
                    row.getLong(5)));
        }
        return Arrays.asList(Explanations.of(candidates));
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
