package org.newsweft.jobs.trends;

import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.collect_list;
import static org.apache.spark.sql.functions.inline;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.sort_array;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.udf;
import static org.apache.spark.sql.functions.unix_date;
import static org.apache.spark.sql.functions.when;
import static org.newsweft.table.figures.TermTrends.*;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.api.java.UDF1;
import org.apache.spark.sql.api.java.UDF3;
import org.apache.spark.sql.expressions.UserDefinedFunction;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.newsweft.jobs.engine.Frames;
import org.newsweft.table.counts.TermCounts;
import org.newsweft.table.figures.PeriodTotals;
import org.newsweft.table.schema.Granularity;
import scala.collection.Seq;

/**
 * The series of every term that is followed: what trends, tests, changes, bursts and keyness are computed from. Worked
 * out from counts once and worth caching: what follows needs no further shuffle to read it.
 *
 * <p>A series holds the periods with a story that has the term; the periods of the corpus without it are in its calendar.
 * Undated documents are in no series, and copies do not lengthen one.
 */
public final class TermSeries {
    /** Granularities that have trends. */
    static final List<Granularity> GRANULARITIES =
            List.of(Granularity.DAY, Granularity.WEEK, Granularity.MONTH, Granularity.YEAR);

    /** Column: the points of the series in order, an array of the structs that {@link SeriesPoint} declares. */
    static final String POINTS = "points";

    /** Column: day of the first story with the term, as precise as it is known, counted from 1970-01-01. */
    static final String FIRST_DAY = "first_day";

    /**
     * Column of {@link #withCalendar}: structs (day, document_count, word_count, is_thin, outlet_count) of the periods of
     * the corpus that have a story, in order.
     */
    static final String CALENDAR = "calendar";

    /** Column of {@link #withCalendar}: stories of all periods that are not thin. */
    static final String CORPUS_DOCUMENTS = "corpus_documents";

    /** A term in a period, counted. */
    static final StructType OCCURRENCE = new StructType()
            .add("day", DataTypes.IntegerType, false)
            .add("term_count", DataTypes.LongType, false)
            .add("document_count", DataTypes.LongType, false)
            .add("document_count_with_copies", DataTypes.LongType, false)
            .add("outlet_count", DataTypes.LongType, false);

    private static final String OCCURRENCES = "occurrences";
    private static final String COUNTS = "counts";

    private static final StructType ROLLED_UP = new StructType()
            .add("granularity", DataTypes.StringType, false)
            .add(OCCURRENCES, DataTypes.createArrayType(OCCURRENCE, false), false);

    private static final UserDefinedFunction ROLL_UP =
            udf((UDF1<Seq<Row>, List<Row>>) TermSeries::rolledUp, DataTypes.createArrayType(ROLLED_UP, false));

    private static final UserDefinedFunction POINTS_OF = udf(
            (UDF3<String, Seq<Row>, Seq<Row>, List<Row>>) SeriesPoint::series,
            DataTypes.createArrayType(SeriesPoint.SCHEMA, false));

    private TermSeries() {}

    /**
     * The series of the terms that are followed.
     *
     * @param termCounts rows of {@link TermCounts}
     * @param totals rows of {@link PeriodTotals} of the same documents
     * @param followed as by {@link FollowedTerms#of}; those that mark an outlet have no series
     * @return one row per granularity, language, kind and term: {@code first_day}, {@code points}
     */
    public static Dataset<Row> of(Dataset<Row> termCounts, Dataset<Row> totals, Dataset<Row> followed) {
        Column count = struct(
                TermCounts.PRECISION.col(),
                unix_date(TermCounts.PERIOD_START.col()).as("day"),
                TermCounts.OUTLET.col(),
                TermCounts.TERM_COUNT.col(),
                TermCounts.DOCUMENT_COUNT.col(),
                TermCounts.DOCUMENT_COUNT_WITH_COPIES.col());
        Dataset<Row> terms =
                followed.where(col(FollowedTerms.MARKS).equalTo(false)).select(LANGUAGE.col(), KIND.col(), TERM.col());
        Dataset<Row> series = termCounts
                .where(TermCounts.PRECISION.col().notEqual("none"))
                .join(terms, Frames.on(LANGUAGE.name(), KIND.name(), TERM.name()), "left_semi")
                .groupBy(LANGUAGE.col(), KIND.col(), TERM.col())
                .agg(collect_list(count).as(COUNTS), firstDay().as(FIRST_DAY))
                .select(LANGUAGE.col(), KIND.col(), TERM.col(), col(FIRST_DAY), inline(ROLL_UP.apply(col(COUNTS))));
        return withCalendar(series, totals)
                .withColumn(POINTS, POINTS_OF.apply(GRANULARITY.col(), col(OCCURRENCES), col(CALENDAR)))
                .select(GRANULARITY.col(), LANGUAGE.col(), KIND.col(), TERM.col(), col(FIRST_DAY), col(POINTS));
    }

    /** Series with {@link #CALENDAR} and {@link #CORPUS_DOCUMENTS} of their granularity and language. */
    static Dataset<Row> withCalendar(Dataset<Row> series, Dataset<Row> totals) {
        return series.join(broadcast(calendars(totals)), Frames.on(GRANULARITY.name(), LANGUAGE.name()));
    }

    private static Column firstDay() {
        return min(when(TermCounts.DOCUMENT_COUNT.col().gt(0), unix_date(TermCounts.PERIOD_START.col())));
    }

    /** One row per granularity and language: its periods with at least one story, in order. */
    private static Dataset<Row> calendars(Dataset<Row> totals) {
        Column period = struct(
                unix_date(PeriodTotals.PERIOD_START.col()).as("day"),
                PeriodTotals.DOCUMENT_COUNT.col(),
                PeriodTotals.WORD_COUNT.col(),
                PeriodTotals.IS_THIN.col(),
                PeriodTotals.OUTLET_COUNT.col());
        return totals.where(PeriodTotals.GRANULARITY
                        .col()
                        .notEqual(Granularity.ALL.code())
                        .and(PeriodTotals.DOCUMENT_COUNT.col().gt(0)))
                .groupBy(PeriodTotals.GRANULARITY.col(), PeriodTotals.LANGUAGE.col())
                .agg(
                        sort_array(collect_list(period)).as(CALENDAR),
                        sum(when(PeriodTotals.IS_THIN.col(), 0L).otherwise(PeriodTotals.DOCUMENT_COUNT.col()))
                                .as(CORPUS_DOCUMENTS));
    }

    /** Counts of one term by date and outlet, added up to periods of each length. Sums only: their order is of no matter. */
    private static List<Row> rolledUp(Seq<Row> counts) {
        List<Map<Integer, Sums>> periods = new ArrayList<>();
        GRANULARITIES.forEach(granularity -> periods.add(new TreeMap<>()));
        for (int i = 0; i < counts.size(); i++) {
            Row count = counts.apply(i);
            int finest = Arrays.asList("day", null, "month", "year").indexOf(count.getString(0));
            LocalDate day = LocalDate.ofEpochDay(count.getInt(1));
            for (int length = finest; length < periods.size(); length++) {
                int start = (int) start(GRANULARITIES.get(length), day).toEpochDay();
                periods.get(length).computeIfAbsent(start, any -> new Sums()).add(count);
            }
        }
        List<Row> rows = new ArrayList<>();
        for (int length = 0; length < periods.size(); length++) {
            List<Row> occurrences = new ArrayList<>();
            periods.get(length).forEach((start, sums) -> {
                if (sums.documents > 0) {
                    occurrences.add(RowFactory.create(
                            start, sums.terms, sums.documents, sums.documentsWithCopies, (long) sums.outlets.size()));
                }
            });
            if (!occurrences.isEmpty()) {
                rows.add(RowFactory.create(GRANULARITIES.get(length).code(), occurrences.toArray()));
            }
        }
        return rows;
    }

    private static LocalDate start(Granularity granularity, LocalDate day) {
        return switch (granularity) {
            case DAY -> day;
            case WEEK -> day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
            case MONTH -> day.withDayOfMonth(1);
            case YEAR -> day.withDayOfYear(1);
            case ALL -> throw new IllegalArgumentException("granularity all has no series");
        };
    }

    private static final class Sums {
        private long terms;
        private long documents;
        private long documentsWithCopies;
        private final Set<String> outlets = new HashSet<>();

        private void add(Row count) {
            terms += count.getLong(3);
            documents += count.getLong(4);
            documentsWithCopies += count.getLong(5);
            if (count.getLong(4) > 0) {
                outlets.add(count.getString(2));
            }
        }
    }
}
