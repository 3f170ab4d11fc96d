package org.newsweft.statistics;

import java.util.Arrays;

/**
 * Theil and Sen's slope (Sen 1968): the median of the slopes between all pairs of points of an evenly spaced series. A
 * burst in a few periods does not move it.
 */
public final class TheilSen {
    /** Up to here all slopes are laid out: half a million of them at most. */
    private static final int LAID_OUT = 1_000;

    private TheilSen() {}

    /**
     * The slope per step of the series. Exact up to a thousand values; beyond, within the rounding of the values
     * (about 1e-15 times the largest step), in time n log n and memory n.
     *
     * @param values two or more
     * @throws IllegalArgumentException for fewer, which have no slope
     */
    public static double slope(double[] values) {
        if (values.length < 2) {
            throw new IllegalArgumentException("a series of " + values.length + " has no slope");
        }
        long pairs = PairSigns.pairs(values.length);
        long lowerMedian = (pairs - 1) / 2;
        long upperMedian = pairs / 2;
        PairSigns signs = PairSigns.of(values);
        // Most terms are absent from most periods: then most slopes are zero, and so is their median.
        if (signs.falling() <= lowerMedian && upperMedian < signs.falling() + signs.tied()) {
            return 0;
        }
        if (values.length <= LAID_OUT) {
            double[] slopes = sortedSlopes(values);
            return mean(slopes[(int) lowerMedian], slopes[(int) upperMedian]);
        }
        return mean(orderStatistic(values, lowerMedian), orderStatistic(values, upperMedian));
    }

    private static double mean(double a, double b) {
        return a == b ? a : (a + b) / 2;
    }

    private static double[] sortedSlopes(double[] values) {
        double[] slopes = new double[(int) PairSigns.pairs(values.length)];
        int next = 0;
        for (int later = 1; later < values.length; later++) {
            for (int earlier = 0; earlier < later; earlier++) {
                slopes[next++] = (values[later] - values[earlier]) / (later - earlier);
            }
        }
        Arrays.sort(slopes);
        return slopes;
    }

    /** The slope that {@code smaller} others lie below, by halving the interval that holds it. */
    private static double orderStatistic(double[] values, long smaller) {
        // A slope between distant points is a mean of steps between neighbours, so these bound all slopes.
        double low = Double.POSITIVE_INFINITY;
        double high = Double.NEGATIVE_INFINITY;
        for (int i = 1; i < values.length; i++) {
            low = Math.min(low, values[i] - values[i - 1]);
            high = Math.max(high, values[i] - values[i - 1]);
        }
        double precision = 1e-15 * Math.max(Math.abs(low), Math.abs(high));
        while (high - low > precision) {
            double middle = low + (high - low) / 2;
            if (slopesUpTo(values, middle) > smaller) {
                high = middle;
            } else {
                low = middle;
            }
        }
        return high;
    }

    /** Slopes at or below the limit: pairs that do not rise once the line of that slope is taken away. */
    private static long slopesUpTo(double[] values, double limit) {
        double[] levelled = new double[values.length];
        for (int i = 0; i < values.length; i++) {
            levelled[i] = values[i] - limit * i;
        }
        PairSigns signs = PairSigns.of(levelled);
        return signs.falling() + signs.tied();
    }
}
