package org.newsweft.statistics;

import org.apache.commons.math3.special.Erf;
import org.apache.commons.math3.special.Gamma;

/**
 * Whether two things meet more often than chance has it, from the four counts of a 2 x 2 table whose units come in
 * clusters: sentences of one story do not vouch for each other.
 *
 * <p>All four counts are divided by the units per cluster that hold both (the design effect of Rao and Scott 1992, A simple
 * method for the analysis of clustered binary data), so that the first becomes the number of clusters. On what is left,
 * while fewer than 5 are expected: the upper tail of the hypergeometric distribution, as in Fisher's exact test, with half
 * the probability of the observed count (mid-p, Lancaster 1961), which corrects the test's caution with small counts. From
 * 5 expected on: the upper tail of the signed root of the log-likelihood ratio. The table of a news corpus has
 * mostly cells where far less than 1 is expected: there the ratio calls every single meeting significant.
 */
public final class MeetingTest {
    private static final double LARGE = 5;
    private static final double NEGLIGIBLE = 1e-17;

    private MeetingTest() {}

    /**
     * Probability that chance brings the two together in at least so many clusters.
     *
     * @param clusters clusters with a unit that holds both, 0 to {@code both}
     * @param both units that hold both
     * @param left units that hold the first
     * @param right units that hold the second
     * @param all all units
     * @return 0 to 1; 1 for fewer than two clusters, since one alone can never be told from chance
     */
    public static double pValue(long clusters, long both, long left, long right, long all) {
        if (clusters < 2) {
            return 1;
        }
        double expected = (double) left * right / all * clusters / both;
        return expected < LARGE
                ? ofThinned(clusters, both, left, right, all)
                : ofLargeCounts(clusters, both, left, right, all);
    }

    private static double ofThinned(long clusters, long both, long left, long right, long all) {
        long thinLeft = Math.max(clusters, thinned(left, clusters, both));
        long thinRight = Math.max(clusters, thinned(right, clusters, both));
        long thinAll = Math.max(thinLeft + thinRight - clusters, thinned(all, clusters, both));
        return upperTail(clusters, thinLeft, thinRight, thinAll);
    }

    /** {@code count * clusters / both}, rounded. */
    private static long thinned(long count, long clusters, long both) {
        return clusters == both ? count : Math.round((double) count * clusters / both);
    }

    /**
     * Probability of more than {@code both}, and half that of {@code both}, in a hypergeometric distribution.
     *
     * @param both 0 to the smaller of left and right
     * @param all at least {@code left + right - both}
     */
    public static double upperTail(long both, long left, long right, long all) {
        double term = Math.exp(logChoose(left, both) + logChoose(all - left, right - both) - logChoose(all, right));
        double sum = term / 2;
        for (long next = both + 1; next <= Math.min(left, right) && term > sum * NEGLIGIBLE; next++) {
            term *= (double) (left - next + 1) / next * (right - next + 1) / (all - left - right + next);
            sum += term;
        }
        return Math.min(1, sum);
    }

    private static double ofLargeCounts(long clusters, long both, long left, long right, long all) {
        double sum = cell(both, left, right, all)
                + cell(left - both, left, all - right, all)
                + cell(right - both, all - left, right, all)
                + cell(all - left - right + both, all - left, all - right, all);
        double ratio = Math.max(0, 2 * sum * clusters / both);
        double root = Math.sqrt(ratio);
        boolean isMore = (double) both * all > (double) left * right;
        return Erf.erfc((isMore ? root : -root) / Math.sqrt(2)) / 2;
    }

    private static double cell(long observed, long row, long column, long all) {
        return observed == 0 ? 0 : observed * Math.log((double) observed * all / ((double) row * column));
    }

    private static double logChoose(long n, long k) {
        return Gamma.logGamma(n + 1.0) - Gamma.logGamma(k + 1.0) - Gamma.logGamma(n - k + 1.0);
    }
}
