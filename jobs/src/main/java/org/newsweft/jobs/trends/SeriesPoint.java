package org.newsweft.jobs.trends;

import static org.apache.spark.sql.functions.col;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.newsweft.table.Granularity;
import org.newsweft.text.statistics.Deviation;
import scala.collection.Seq;
import scala.jdk.javaapi.CollectionConverters;

/**
 * A term in one period of the corpus. Days are counted from 1970-01-01, as Spark's {@code unix_date} does.
 *
 * @param day first day of the period
 * @param termCount occurrences in stories
 * @param documentCount stories that hold the term
 * @param documentCountWithCopies documents that hold it
 * @param periodDocuments stories of the period, 1 or more
 * @param periodWords words of these stories
 */
record SeriesPoint(
        int day,
        long termCount,
        long documentCount,
        long documentCountWithCopies,
        long periodDocuments,
        long periodWords) {
    static final String DAY = "day";
    static final String TERM_COUNT = "term_count";
    static final String DOCUMENT_COUNT = "document_count";
    static final String DOCUMENT_COUNT_WITH_COPIES = "document_count_with_copies";
    static final String PERIOD_DOCUMENTS = "period_documents";
    static final String PERIOD_WORDS = "period_words";
    static final String ROLLING_SHARE = "rolling_share";
    static final String Z_SCORE = "z_score";

    /** A point as a struct, with what it takes its neighbours to work out. */
    static final StructType SCHEMA = new StructType()
            .add(DAY, DataTypes.IntegerType, false)
            .add(TERM_COUNT, DataTypes.LongType, false)
            .add(DOCUMENT_COUNT, DataTypes.LongType, false)
            .add(DOCUMENT_COUNT_WITH_COPIES, DataTypes.LongType, false)
            .add(PERIOD_DOCUMENTS, DataTypes.LongType, false)
            .add(PERIOD_WORDS, DataTypes.LongType, false)
            .add(ROLLING_SHARE, DataTypes.DoubleType, false)
            .add(Z_SCORE, DataTypes.DoubleType, true);

    /** Column over series: this field of all their points, an array in the order of time. */
    static Column all(String field) {
        return col(TermSeries.POINTS + "." + field);
    }

    /**
     * The series of a term as rows of {@link #SCHEMA}.
     *
     * @param granularity its code
     * @param occurrences structs (day, term_count, document_count, document_count_with_copies) by day; one or more with
     *     a document
     * @param calendar structs (day, document_count, word_count) of all periods of the corpus, by day
     */
    static List<Row> series(String granularity, Seq<Row> occurrences, Seq<Row> calendar) {
        List<Row> held = CollectionConverters.asJava(occurrences);
        List<Row> periods = CollectionConverters.asJava(calendar);
        List<SeriesPoint> points = zeroFilled(held, periods);
        double[] rolling = rollingShares(Granularity.of(granularity), points, periods);
        double[] shares = points.stream().mapToDouble(SeriesPoint::share).toArray();
        Double[] deviations = Deviation.standardScores(shares);
        List<Row> rows = new ArrayList<>(points.size());
        for (int i = 0; i < points.size(); i++) {
            rows.add(points.get(i).row(rolling[i], deviations[i]));
        }
        return rows;
    }

    double share() {
        return (double) documentCount / periodDocuments;
    }

    private Row row(double rollingShare, Double zScore) {
        return RowFactory.create(
                day,
                termCount,
                documentCount,
                documentCountWithCopies,
                periodDocuments,
                periodWords,
                rollingShare,
                zScore);
    }

    /** A point for each period of the corpus from the first to the last whose stories hold the term. */
    private static List<SeriesPoint> zeroFilled(List<Row> held, List<Row> periods) {
        int first = Integer.MAX_VALUE;
        int last = Integer.MIN_VALUE;
        for (Row occurrence : held) {
            if (occurrence.getLong(2) > 0) {
                first = Math.min(first, occurrence.getInt(0));
                last = Math.max(last, occurrence.getInt(0));
            }
        }
        List<SeriesPoint> points = new ArrayList<>();
        int next = 0;
        for (Row period : periods) {
            int day = period.getInt(0);
            while (next < held.size() && held.get(next).getInt(0) < day) {
                next++;
            }
            if (day >= first && day <= last) {
                boolean holds = next < held.size() && held.get(next).getInt(0) == day;
                points.add(holds ? point(held.get(next), period) : empty(period));
            }
        }
        return points;
    }

    private static SeriesPoint point(Row occurrence, Row period) {
        return new SeriesPoint(
                period.getInt(0),
                occurrence.getLong(1),
                occurrence.getLong(2),
                occurrence.getLong(3),
                period.getLong(1),
                period.getLong(2));
    }

    private static SeriesPoint empty(Row period) {
        return new SeriesPoint(period.getInt(0), 0, 0, 0, period.getLong(1), period.getLong(2));
    }

    /** Stories with the term over all stories, of the days up to each period's, the days before the series included. */
    private static double[] rollingShares(Granularity granularity, List<SeriesPoint> points, List<Row> periods) {
        double[] shares = new double[points.size()];
        int firstPeriod = 0;
        int nextPeriod = 0;
        int firstPoint = 0;
        long documents = 0;
        long holding = 0;
        for (int i = 0; i < shares.length; i++) {
            int day = points.get(i).day();
            int from = rollingStart(granularity, day);
            while (nextPeriod < periods.size() && periods.get(nextPeriod).getInt(0) <= day) {
                documents += periods.get(nextPeriod++).getLong(1);
            }
            while (periods.get(firstPeriod).getInt(0) < from) {
                documents -= periods.get(firstPeriod++).getLong(1);
            }
            holding += points.get(i).documentCount();
            while (points.get(firstPoint).day() < from) {
                holding -= points.get(firstPoint++).documentCount();
            }
            shares[i] = (double) holding / documents;
        }
        return shares;
    }

    /** First day of the earliest period that the rolling share of this one looks back to. */
    private static int rollingStart(Granularity granularity, int day) {
        LocalDate start = LocalDate.ofEpochDay(day);
        LocalDate earliest = switch (granularity) {
            case DAY -> start.minusDays(6);
            case WEEK -> start.minusWeeks(3);
            case MONTH -> start.minusMonths(2);
            case YEAR -> start.minusYears(2);
            case ALL -> throw new IllegalArgumentException("granularity all has no series");
        };
        return (int) earliest.toEpochDay();
    }
}
