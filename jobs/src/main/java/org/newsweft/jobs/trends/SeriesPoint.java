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
import org.newsweft.table.schema.Granularity;
import scala.collection.Seq;

/**
 * A term in one period that has it, with what the time before says of it. Each point depends on its own period and a bounded
 * window before it, on nothing later. Days are counted from 1970-01-01, as Spark's {@code unix_date} does.
 */
final class SeriesPoint {
    static final String DAY = "day";
    static final String TERM_COUNT = "term_count";
    static final String DOCUMENT_COUNT = "document_count";
    static final String DOCUMENT_COUNT_WITH_COPIES = "document_count_with_copies";
    static final String OUTLET_COUNT = "outlet_count";
    static final String PERIOD_DOCUMENTS = "period_documents";
    static final String PERIOD_WORDS = "period_words";
    static final String IS_THIN = "is_thin";
    static final String ROLLING_SHARE = "rolling_share";
    static final String Z_SCORE = "z_score";

    /** Stories with the term in the window before; null where the period is thin or the window not there. */
    static final String BEFORE_COUNT = "before_count";

    /** All stories of the window before. */
    static final String BEFORE_DOCUMENTS = "before_documents";

    /** A point as a struct. */
    static final StructType SCHEMA = new StructType()
            .add(DAY, DataTypes.IntegerType, false)
            .add(TERM_COUNT, DataTypes.LongType, false)
            .add(DOCUMENT_COUNT, DataTypes.LongType, false)
            .add(DOCUMENT_COUNT_WITH_COPIES, DataTypes.LongType, false)
            .add(OUTLET_COUNT, DataTypes.LongType, false)
            .add(PERIOD_DOCUMENTS, DataTypes.LongType, false)
            .add(PERIOD_WORDS, DataTypes.LongType, false)
            .add(IS_THIN, DataTypes.BooleanType, false)
            .add(ROLLING_SHARE, DataTypes.DoubleType, false)
            .add(Z_SCORE, DataTypes.DoubleType, true)
            .add(BEFORE_COUNT, DataTypes.LongType, true)
            .add(BEFORE_DOCUMENTS, DataTypes.LongType, true);

    private SeriesPoint() {}

    /** Column over series: this field of all their points, an array in the order of time. */
    static Column all(String field) {
        return col(TermSeries.POINTS + "." + field);
    }

    /**
     * The points of a term as rows of {@link #SCHEMA}.
     *
     * @param granularity its code
     * @param occurrences structs as {@link TermSeries#OCCURRENCE} has them, by day, each with a story
     * @param calendar structs (day, document_count, word_count, is_thin) of all periods of the corpus that have a story, by day
     */
    static List<Row> series(String granularity, Seq<Row> occurrences, Seq<Row> calendar) {
        Granularity length = Granularity.of(granularity);
        int periods = calendar.size();
        int[] days = new int[periods];
        long[] documents = new long[periods];
        boolean[] thin = new boolean[periods];
        long[] counts = new long[periods];
        Row[] held = new Row[periods];
        int next = 0;
        for (int i = 0; i < periods; i++) {
            Row period = calendar.apply(i);
            days[i] = period.getInt(0);
            documents[i] = period.getLong(1);
            thin[i] = period.getBoolean(3);
            while (next < occurrences.size() && occurrences.apply(next).getInt(0) < days[i]) {
                next++;
            }
            if (next < occurrences.size() && occurrences.apply(next).getInt(0) == days[i]) {
                held[i] = occurrences.apply(next);
                counts[i] = held[i].getLong(2);
            }
        }
        List<Row> points = new ArrayList<>(occurrences.size());
        for (int i = 0; i < periods; i++) {
            if (counts[i] > 0) {
                Window before = Window.before(length, i, days, documents, thin, counts);
                boolean compared = before.isThere() && !thin[i];
                points.add(RowFactory.create(
                        days[i],
                        held[i].getLong(1),
                        counts[i],
                        held[i].getLong(3),
                        held[i].getLong(4),
                        documents[i],
                        calendar.apply(i).getLong(2),
                        thin[i],
                        rollingShare(length, i, days, documents, counts),
                        compared ? before.standardScore((double) counts[i] / documents[i]) : null,
                        compared ? before.count : null,
                        compared ? before.documents : null));
            }
        }
        return points;
    }

    /** Stories with the term over all stories, of this period and the time before it. */
    private static double rollingShare(Granularity length, int at, int[] days, long[] documents, long[] counts) {
        int from = rollingStart(length, days[at]);
        long all = 0;
        long holding = 0;
        for (int i = at; i >= 0 && days[i] >= from; i--) {
            all += documents[i];
            holding += counts[i];
        }
        return (double) holding / all;
    }

    /** First day of the earliest period that the rolling share of this one looks back to. */
    private static int rollingStart(Granularity length, int day) {
        LocalDate start = LocalDate.ofEpochDay(day);
        LocalDate earliest = switch (length) {
            case DAY -> start.minusDays(6);
            case WEEK -> start.minusWeeks(3);
            case MONTH -> start.minusMonths(2);
            case YEAR -> start.minusYears(2);
            case ALL -> throw new IllegalArgumentException("granularity all has no series");
        };
        return (int) earliest.toEpochDay();
    }

    /** What the periods before one say, thin ones left out. */
    private static final class Window {
        private final int wanted;
        private int periods;
        private long count;
        private long documents;
        private final double[] shares;

        private Window(int wanted) {
            this.wanted = wanted;
            this.shares = new double[wanted];
        }

        static Window before(Granularity length, int at, int[] days, long[] documents, boolean[] thin, long[] counts) {
            Window window = new Window(wanted(length));
            int from = start(length, days[at]);
            for (int i = at - 1; i >= 0 && days[i] >= from; i--) {
                if (!thin[i]) {
                    window.shares[window.periods++] = (double) counts[i] / documents[i];
                    window.count += counts[i];
                    window.documents += documents[i];
                }
            }
            return window;
        }

        /** At least a third of it: with less, nothing is known of what is usual. */
        boolean isThere() {
            return periods * 3 >= wanted;
        }

        /** {@code (share - mean) / s} with the sample deviation of the window; null where nothing varies. */
        Double standardScore(double share) {
            double sum = 0;
            for (int i = 0; i < periods; i++) {
                sum += shares[i];
            }
            double mean = sum / periods;
            double squares = 0;
            boolean varies = false;
            for (int i = 0; i < periods; i++) {
                squares += (shares[i] - mean) * (shares[i] - mean);
                varies |= shares[i] != shares[0];
            }
            return varies ? (share - mean) / Math.sqrt(squares / (periods - 1)) : null;
        }

        private static int wanted(Granularity length) {
            return switch (length) {
                case DAY -> 14;
                case WEEK -> 8;
                case MONTH, YEAR -> 6;
                case ALL -> throw new IllegalArgumentException("granularity all has no series");
            };
        }

        private static int start(Granularity length, int day) {
            LocalDate start = LocalDate.ofEpochDay(day);
            LocalDate earliest = switch (length) {
                case DAY -> start.minusDays(wanted(length));
                case WEEK -> start.minusWeeks(wanted(length));
                case MONTH -> start.minusMonths(wanted(length));
                case YEAR -> start.minusYears(wanted(length));
                case ALL -> throw new IllegalArgumentException("granularity all has no series");
            };
            return (int) earliest.toEpochDay();
        }
    }
}
