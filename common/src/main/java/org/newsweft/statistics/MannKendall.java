package org.newsweft.statistics;

import java.util.Arrays;

/**
 * Mann and Kendall's test of a series against time (Mann 1945, Kendall 1975): does it rise or fall more often than
 * chance, whatever the shape?
 *
 * @param tau Kendall's tau-b, -1 to 1; NaN where all values are equal
 * @param pValue two-sided, by the normal approximation with continuity correction, the variance corrected for ties; 1
 *     where all values are equal
 */
public record MannKendall(double tau, double pValue) {
    /** Tests a series of one value or more, in time n log n. */
    public static MannKendall of(double[] values) {
        PairSigns signs = PairSigns.of(values);
        long s = signs.rising() - signs.falling();
        double pairs = (double) PairSigns.pairs(values.length);
        double tau = s / Math.sqrt(pairs * (pairs - signs.tied()));
        double variance = variance(values);
        double pValue =
                variance > 0 ? ChiSquare.pValueOfNormal((s - Math.signum((double) s)) / Math.sqrt(variance)) : 1;
        return new MannKendall(tau, pValue);
    }

    /** {@code (n(n-1)(2n+5) - sum of t(t-1)(2t+5) over groups of t equal values) / 18}. */
    private static double variance(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        double variance = term(sorted.length);
        int start = 0;
        for (int end = 1; end <= sorted.length; end++) {
            if (end == sorted.length || sorted[end] != sorted[start]) {
                variance -= term(end - start);
                start = end;
            }
        }
        return variance / 18;
    }

    private static double term(double n) {
        return n * (n - 1) * (2 * n + 5);
    }
}
