package org.newsweft.jobs.trends;

import java.util.Arrays;
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
     * @param calendar the periods of the corpus
     */
    static DenseSeries of(Seq<Integer> days, Seq<Long> counts, Calendar calendar) {
        int[] periods = new int[calendar.periods()];
        long[] held = new long[periods.length];
        long[] documents = new long[periods.length];
        int length = 0;
        int next = 0;
        for (int i = 0; i < periods.length; i++) {
            int day = calendar.day(i);
            while (next < days.size() && days.apply(next) < day) {
                next++;
            }
            if (!calendar.isThin(i)) {
                periods[length] = day;
                documents[length] = calendar.documents(i);
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
