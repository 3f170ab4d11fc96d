package org.newsweft.jobs.trends;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.collect_list;
import static org.apache.spark.sql.functions.inline;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.udf;
import static org.apache.spark.sql.functions.unix_date;
import static org.apache.spark.sql.functions.when;
import static org.newsweft.table.figures.TermTrends.*;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.api.java.UDF2;
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

    /** Column: its stories in all periods that are not thin. */
    static final String STORIES = "stories";

    private static final String COUNTS = "counts";

    private static final StructType SERIES = new StructType()
            .add(GRANULARITY.name(), DataTypes.StringType, false)
            .add(STORIES, DataTypes.LongType, false)
            .add(POINTS, DataTypes.createArrayType(SeriesPoint.SCHEMA, false), false);

    private TermSeries() {}

    /**
     * The series of the terms that are followed.
     *
     * @param termCounts rows of {@link TermCounts}
     * @param totals rows of {@link PeriodTotals} of the same documents
     * @param followed as by {@link FollowedTerms#of}; those that mark an outlet have no series
     * @return one row per granularity, language, kind and term: {@code first_day}, {@code stories}, {@code points}
     */
    public static Dataset<Row> of(Dataset<Row> termCounts, Dataset<Row> totals, Dataset<Row> followed) {
        return of(termCounts, Calendars.of(totals), followed);
    }

    /** As {@link #of(Dataset, Dataset, Dataset)}, with the calendars of the totals. */
    static Dataset<Row> of(Dataset<Row> termCounts, Calendars calendars, Dataset<Row> followed) {
        Column count = struct(
                TermCounts.PRECISION.col(),
                unix_date(TermCounts.PERIOD_START.col()).as("day"),
                TermCounts.OUTLET.col(),
                TermCounts.TERM_COUNT.col(),
                TermCounts.DOCUMENT_COUNT.col(),
                TermCounts.DOCUMENT_COUNT_WITH_COPIES.col());
        UserDefinedFunction seriesOf = udf(
                (UDF2<String, Seq<Row>, List<Row>>) (language, counts) -> series(language, counts, calendars),
                DataTypes.createArrayType(SERIES, false));
        Dataset<Row> terms =
                followed.where(col(FollowedTerms.MARKS).equalTo(false)).select(LANGUAGE.col(), KIND.col(), TERM.col());
        return termCounts
                .where(TermCounts.PRECISION.col().notEqual("none"))
                .join(terms, Frames.on(LANGUAGE.name(), KIND.name(), TERM.name()), "left_semi")
                .groupBy(LANGUAGE.col(), KIND.col(), TERM.col())
                .agg(collect_list(count).as(COUNTS), firstDay().as(FIRST_DAY))
                .select(
                        LANGUAGE.col(),
                        KIND.col(),
                        TERM.col(),
                        col(FIRST_DAY),
                        inline(seriesOf.apply(LANGUAGE.col(), col(COUNTS))));
    }

    private static Column firstDay() {
        return min(when(TermCounts.DOCUMENT_COUNT.col().gt(0), unix_date(TermCounts.PERIOD_START.col())));
    }

    /** The series of one term, from its counts by date and outlet. */
    private static List<Row> series(String language, Seq<Row> counts, Calendars calendars) {
        List<Count> dated = new ArrayList<>(counts.size());
        for (int i = 0; i < counts.size(); i++) {
            dated.add(Count.of(counts.apply(i)));
        }
        dated.sort(Comparator.comparingInt(Count::day));
        List<Row> series = new ArrayList<>();
        for (int length = 0; length < GRANULARITIES.size(); length++) {
            String granularity = GRANULARITIES.get(length).code();
            Calendar calendar = calendars.get(granularity, language);
            if (calendar == null) {
                continue;
            }
            List<Row> points = SeriesPoint.series(rolledUp(dated, length), calendar);
            if (!points.isEmpty()) {
                long stories = points.stream()
                        .filter(point -> !point.getBoolean(7))
                        .mapToLong(point -> point.getLong(2))
                        .sum();
                series.add(RowFactory.create(granularity, stories, points.toArray()));
            }
        }
        return series;
    }

    /**
     * Counts of one term added up to periods of one length. Sums only: the order within a period is of no matter.
     *
     * @param counts by day
     * @param length place of the granularity among all; what is not dated as finely is left out
     */
    private static List<SeriesPoint.Occurrence> rolledUp(List<Count> counts, int length) {
        List<SeriesPoint.Occurrence> occurrences = new ArrayList<>();
        Sums sums = new Sums();
        for (Count count : counts) {
            if (count.finest() <= length) {
                int start = start(GRANULARITIES.get(length), count.day());
                if (start != sums.start) {
                    sums.addTo(occurrences);
                    sums = new Sums();
                    sums.start = start;
                }
                sums.add(count);
            }
        }
        sums.addTo(occurrences);
        return occurrences;
    }

    private static int start(Granularity granularity, int day) {
        return switch (granularity) {
            case DAY -> day;
            // 1970-01-01 was a Thursday.
            case WEEK -> day - Math.floorMod(day + 3, 7);
            case MONTH -> (int) LocalDate.ofEpochDay(day).withDayOfMonth(1).toEpochDay();
            case YEAR -> (int) LocalDate.ofEpochDay(day).withDayOfYear(1).toEpochDay();
            case ALL -> throw new IllegalArgumentException("granularity all has no series");
        };
    }

    /** @param finest place of the finest granularity that the date is known to */
    private record Count(int finest, int day, String outlet, long terms, long documents, long documentsWithCopies) {
        private static final List<String> PRECISIONS = List.of("day", "week", "month", "year");

        private static Count of(Row row) {
            return new Count(
                    PRECISIONS.indexOf(row.getString(0)),
                    row.getInt(1),
                    row.getString(2),
                    row.getLong(3),
                    row.getLong(4),
                    row.getLong(5));
        }
    }

    private static final class Sums {
        private int start = Integer.MIN_VALUE;
        private long terms;
        private long documents;
        private long documentsWithCopies;
        private final Set<String> outlets = new HashSet<>();

        private void add(Count count) {
            terms += count.terms();
            documents += count.documents();
            documentsWithCopies += count.documentsWithCopies();
            if (count.documents() > 0) {
                outlets.add(count.outlet());
            }
        }

        private void addTo(List<SeriesPoint.Occurrence> occurrences) {
            if (documents > 0) {
                occurrences.add(
                        new SeriesPoint.Occurrence(start, terms, documents, documentsWithCopies, outlets.size()));
            }
        }
    }
}
