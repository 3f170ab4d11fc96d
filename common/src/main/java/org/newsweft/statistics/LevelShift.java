package org.newsweft.statistics;

import java.util.Arrays;

/**
 * Where a share changed its level for good: a cumulative sum (CUSUM) over counts. With {@code x} of {@code n} stories in
 * each period and the share {@code p} of all, the sums {@code S(k) = sum to k of (x - n p)} are a Brownian bridge where
 * nothing changes, so the largest of them, in its standard deviations, has Kolmogorov's distribution (Ploberger and
 * Krämer, "The CUSUM test with OLS residuals", Econometrica 60, 1992).
 *
 * <p>Not Pettitt's test: it sees ranks only, and of eleven weeks no step whatever gets a p below .048 from it. Counts say
 * more. As words come in clumps, the variance is that of the binomial times an overdispersion that is estimated from the
 * steps between neighbouring periods (von Neumann), by their median, so that the shift itself does not hide in it.
 *
 * <p>A spike that is over is no shift: it persists if each half of what comes after lies beyond each half of what
 * comes before, by two standard deviations and a factor of {@value #FACTOR}.
 *
 * @param at first period of the new level
 * @param pValue of the largest sum, 0 to 1
 * @param before share of all periods before
 * @param after share of this period and all that follow
 * @param direction 1 where a shift up persists, -1 where one down does, else 0
 */
public record LevelShift(int at, double pValue, double before, double after, int direction) {
    private static final double FACTOR = 1.5;
    private static final double DEVIATIONS = 2;

    /** Median of chi-square with one degree of freedom. */
    private static final double MEDIAN_OF_CHI_SQUARE = 0.4549364231195724;

    /**
     * The strongest shift of a series.
     *
     * @param counts stories that hold the term, by period, two or more
     * @param totals all stories, 1 or more each
     * @return null where all stories or none hold the term
     */
    public static LevelShift of(long[] counts, long[] totals) {
        double x = sum(counts, 0, counts.length);
        double n = sum(totals, 0, totals.length);
        double share = x / n;
        if (counts.length < 2 || x == 0 || x == n) {
            return null;
        }
        double running = 0;
        double largest = -1;
        int at = 1;
        for (int k = 0; k < counts.length - 1; k++) {
            running += counts[k] - totals[k] * share;
            if (Math.abs(running) > largest) {
                largest = Math.abs(running);
                at = k + 1;
            }
        }
        double deviation = Math.sqrt(dispersion(counts, totals, share) * n * share * (1 - share));
        double before = sum(counts, 0, at) / sum(totals, 0, at);
        double after = sum(counts, at, counts.length) / sum(totals, at, counts.length);
        return new LevelShift(at, kolmogorov(largest / deviation), before, after, direction(counts, totals, at));
    }

    /** {@code 2 * sum over j of (-1)^(j-1) exp(-2 j^2 x^2)}, the probability that a Brownian bridge goes beyond x. */
    public static double kolmogorov(double x) {
        if (x < 0.2) {
            return 1;
        }
        double sum = 0;
        for (int j = 1; j <= 20; j++) {
            sum += (j % 2 == 1 ? 2 : -2) * StrictMath.exp(-2.0 * j * j * x * x);
        }
        return Math.max(0, Math.min(1, sum));
    }

    private static double dispersion(long[] counts, long[] totals, double share) {
        double[] steps = new double[counts.length - 1];
        double last = residual(counts[0], totals[0], share);
        for (int i = 1; i < counts.length; i++) {
            double next = residual(counts[i], totals[i], share);
            steps[i - 1] = (next - last) * (next - last) / 2;
            last = next;
        }
        Arrays.sort(steps);
        double median = (steps[(steps.length - 1) / 2] + steps[steps.length / 2]) / 2;
        return Math.max(1, median / MEDIAN_OF_CHI_SQUARE);
    }

    private static double residual(long count, long total, double share) {
        return (count - total * share) / Math.sqrt(total * share * (1 - share));
    }

    private static int direction(long[] counts, long[] totals, int at) {
        int direction = 0;
        int[][] before = halves(0, at);
        int[][] after = halves(at, counts.length);
        for (int[] earlier : before) {
            for (int[] later : after) {
                int change = change(counts, totals, earlier, later);
                if (change == 0 || change == -direction) {
                    return 0;
                }
                direction = change;
            }
        }
        return direction;
    }

    /** Up or down by {@value #DEVIATIONS} deviations of a difference of shares, or neither. */
    private static int change(long[] counts, long[] totals, int[] earlier, int[] later) {
        double x = sum(counts, earlier[0], earlier[1]);
        double n = sum(totals, earlier[0], earlier[1]);
        double y = sum(counts, later[0], later[1]);
        double m = sum(totals, later[0], later[1]);
        double pooled = (x + y) / (n + m);
        double deviation = Math.sqrt(pooled * (1 - pooled) * (1 / n + 1 / m));
        double z = (y / m - x / n) / deviation;
        if (z >= DEVIATIONS && y / m >= FACTOR * x / n) {
            return 1;
        }
        return z <= -DEVIATIONS && x / n >= FACTOR * y / m ? -1 : 0;
    }

    /** The two halves of a stretch; a stretch of one period is its own half. */
    private static int[][] halves(int from, int to) {
        if (to - from < 2) {
            return new int[][] {{from, to}};
        }
        int middle = (from + to) / 2;
        return new int[][] {{from, middle}, {middle, to}};
    }

    private static double sum(long[] values, int from, int to) {
        double sum = 0;
        for (int i = from; i < to; i++) {
            sum += values[i];
        }
        return sum;
    }
}
