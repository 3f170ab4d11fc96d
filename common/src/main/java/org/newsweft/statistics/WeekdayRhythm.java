package org.newsweft.statistics;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * What a term has every week anyway: a column that comes out on Mondays is no news on a Monday. The usual share of a
 * weekday is the median over its weeks, which an event of a few days does not move.
 */
public final class WeekdayRhythm {
    /** With fewer weeks, the event itself would make up too much of what is called usual. */
    private static final int MINIMUM_WEEKS = 8;

    private WeekdayRhythm() {}

    /**
     * The rate to expect on each day: the usual share of its weekday where that is above the rate of all days.
     *
     * @param days days counted from any Monday or 1970-01-01, in order
     * @param relevant relevant documents per day
     * @param documents all documents per day, 1 or more
     * @param rate share of relevant documents over all days
     * @return a rate per day, {@code rate} or more
     */
    public static double[] expectedRates(int[] days, long[] relevant, long[] documents, double rate) {
        double[] usual = new double[7];
        for (int weekday = 0; weekday < 7; weekday++) {
            int wanted = weekday;
            double[] shares = IntStream.range(0, days.length)
                    .filter(i -> Math.floorMod(days[i], 7) == wanted)
                    .mapToDouble(i -> (double) relevant[i] / documents[i])
                    .sorted()
                    .toArray();
            usual[weekday] = shares.length < MINIMUM_WEEKS ? 0 : shares[(shares.length - 1) / 2];
        }
        return Arrays.stream(days)
                .mapToDouble(day -> Math.max(rate, usual[Math.floorMod(day, 7)]))
                .toArray();
    }
}
