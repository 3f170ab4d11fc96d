package org.newsweft.jobs.trends;

import static org.apache.spark.sql.functions.col;

import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

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
     * @param occurrences the term in the periods that have a story with it, by day
     * @param calendar all periods of the corpus that have a story
     */
    static List<Row> series(List<Occurrence> occurrences, Calendar calendar) {
        long[] counts = new long[calendar.periods()];
        for (Occurrence occurrence : occurrences) {
            int place = calendar.place(occurrence.day());
            if (place >= 0) {
                counts[place] = occurrence.documents();
            }
        }
        List<Row> points = new ArrayList<>(occurrences.size());
        for (Occurrence occurrence : occurrences) {
            int i = calendar.place(occurrence.day());
            if (i < 0) {
                continue;
            }
            Window before = Window.before(i, calendar, counts);
            boolean compared = before.isThere() && !calendar.isThin(i);
            points.add(RowFactory.create(
                    occurrence.day(),
                    occurrence.terms(),
                    counts[i],
                    occurrence.documentsWithCopies(),
                    occurrence.outlets(),
                    calendar.documents(i),
                    calendar.words(i),
                    calendar.isThin(i),
                    rollingShare(i, calendar, counts),
                    compared ? before.standardScore((double) counts[i] / calendar.documents(i)) : null,
                    compared ? before.count : null,
                    compared ? before.documents : null));
        }
        return points;
    }

    /**
     * A term in a period, counted.
     *
     * @param day first day of the period
     * @param documents stories that hold it, 1 or more
     */
    record Occurrence(int day, long terms, long documents, long documentsWithCopies, long outlets) {}

    /** Stories with the term over all stories, of this period and the time before it. */
    private static double rollingShare(int at, Calendar calendar, long[] counts) {
        long all = 0;
        long holding = 0;
        for (int i = at; i >= calendar.rollingStart(at); i--) {
            all += calendar.documents(i);
            holding += counts[i];
        }
        return (double) holding / all;
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

        static Window before(int at, Calendar calendar, long[] counts) {
            Window window = new Window(calendar.windowLength());
            for (int i = at - 1; i >= calendar.windowStart(at); i--) {
                if (!calendar.isThin(i)) {
                    window.shares[window.periods++] = (double) counts[i] / calendar.documents(i);
                    window.count += counts[i];
                    window.documents += calendar.documents(i);
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
    }
}
