package org.newsweft.statistics;

import org.apache.commons.math3.special.Gamma;

/**
 * A binomial distribution whose probability itself varies: counts that come in clumps, as words in the news do.
 * Williams 1982 writes the variance as {@code m p (1 - p) (1 + (m - 1) rho)}; with {@code rho} 0 it is the binomial.
 */
public final class BetaBinomial {
    /** Terms this small beside the sum change no digit that is kept. */
    private static final double NEGLIGIBLE = 1e-17;

    private BetaBinomial() {}

    /**
     * Probability of {@code count} or more.
     *
     * @param count 0 or more
     * @param trials at least as many
     * @param probability above 0 and below 1
     * @param rho overdispersion, 0 or more and below 1
     */
    public static double upperTail(long count, long trials, double probability, double rho) {
        if (count <= 0) {
            return 1;
        }
        // Beta(a, b) with mean p and rho = 1 / (a + b + 1). Without overdispersion a and b are beyond all counts.
        double size = rho <= 1e-9 ? 1e9 : 1 / rho - 1;
        double a = probability * size;
        double b = (1 - probability) * size;
        double term = StrictMath.exp(logChoose(trials, count) + logBeta(a + count, b + trials - count) - logBeta(a, b));
        double sum = term;
        for (long k = count; k < trials; k++) {
            term *= (trials - k) / (k + 1.0) * ((a + k) / (b + trials - k - 1));
            sum += term;
            if (k > probability * trials && term < sum * NEGLIGIBLE) {
                break;
            }
        }
        return Math.min(1, sum);
    }

    private static double logChoose(long n, long k) {
        return Gamma.logGamma(n + 1.0) - Gamma.logGamma(k + 1.0) - Gamma.logGamma(n - k + 1.0);
    }

    private static double logBeta(double a, double b) {
        return Gamma.logGamma(a) + Gamma.logGamma(b) - Gamma.logGamma(a + b);
    }
}
