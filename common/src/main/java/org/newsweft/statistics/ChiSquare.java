package org.newsweft.statistics;

import org.apache.commons.math3.special.Erf;

/** The chi-square distribution with one degree of freedom, and the normal distribution that it is the square of. */
public final class ChiSquare {
    private ChiSquare() {}

    /**
     * Probability of a statistic at least this far from zero under chi-square with one degree of freedom:
     * {@code erfc(sqrt(|x| / 2))}.
     *
     * @param statistic a log-likelihood ratio or chi-square; the sign is ignored
     * @return 0 to 1
     */
    public static double pValue(double statistic) {
        return Erf.erfc(Math.sqrt(Math.abs(statistic) / 2));
    }

    /**
     * Two-sided probability of a standard normal deviate: {@code erfc(|z| / sqrt(2))}.
     *
     * @param z a standardised difference; the sign is ignored
     * @return 0 to 1
     */
    public static double pValueOfNormal(double z) {
        return Erf.erfc(Math.abs(z) / Math.sqrt(2));
    }
}
