package org.newsweft.jobs.trends;

import java.util.Arrays;
import org.apache.spark.sql.Row;
import scala.collection.Seq;

/**
 * A term over all periods of the corpus that are not thin, those without it included.
 *
 * @param days first days of the periods
 * @param counts stories that hold the term
 * @param documents all stories, 1 or more each
 */
@SuppressWarnings("ArrayRecordComponent") // One task makes it and reads it; nothing compares it.
record DenseSeries(int[] days, long[] counts, long[] documents) {
    /**
     * Lays a series out over the calendar.
     *
     * @param days days of its points, in order
     * @param counts their stories
     * @param calendar as {@link TermSeries#CALENDAR}
     */
    static DenseSeries of(Seq<Integer> days, Seq<Long> counts, Seq<Row> calendar) {
        int[] periods = new int[calendar.size()];
        long[] held = new long[periods.length];
        long[] documents = new long[periods.length];
        int length = 0;
        int next = 0;
        for (int i = 0; i < periods.length; i++) {
            Row period = calendar.apply(i);
            int day = period.getInt(0);
            while (next < days.size() && days.apply(next) < day) {
                next++;
            }
            if (!period.getBoolean(3)) {
                periods[length] = day;
                documents[length] = period.getLong(1);
                held[length++] = next < days.size() && days.apply(next) == day ? counts.apply(next) : 0;
            }
        }
        return new DenseSeries(
                Arrays.copyOf(periods, length), Arrays.copyOf(held, length), Arrays.copyOf(documents, length));
    }

    /** The last periods. */
    DenseSeries last(int periods) {
        int from = Math.max(0, days.length - periods);
        return new DenseSeries(
                Arrays.copyOfRange(days, from, days.length),
                Arrays.copyOfRange(counts, from, counts.length),
                Arrays.copyOfRange(documents, from, documents.length));
    }

    double[] shares() {
        double[] shares = new double[counts.length];
        for (int i = 0; i < shares.length; i++) {
            shares[i] = (double) counts[i] / documents[i];
        }
        return shares;
    }

    long stories() {
        return Arrays.stream(counts).sum();
    }
}
