package org.newsweft.statistics;

import org.apache.commons.math3.distribution.NormalDistribution;
import org.apache.commons.math3.distribution.TDistribution;

/** Quantiles of Student's t distribution, for 95 % intervals of a mean. */
public final class StudentT {
    /** Most series are short: their quantiles are worked out once. */
    private static final int TABULATED = 256;

    /** Above, t and normal agree to the fifth digit. */
    private static final long NORMAL_FROM = 1_000_000;

    private StudentT() {}

    /**
     * The value that lies above 97.5 % of the distribution.
     *
     * @param degreesOfFreedom 1 or more
     * @throws IllegalArgumentException if there is no degree of freedom
     */
    public static double quantile975(long degreesOfFreedom) {
        if (degreesOfFreedom < 1) {
            throw new IllegalArgumentException("degrees of freedom are " + degreesOfFreedom + ", not 1 or more");
        }
        if (degreesOfFreedom < TABULATED) {
            return Table.QUANTILES[(int) degreesOfFreedom];
        }
        return quantile(degreesOfFreedom);
    }

    private static double quantile(long degreesOfFreedom) {
        return degreesOfFreedom >= NORMAL_FROM
                ? new NormalDistribution(null, 0, 1).inverseCumulativeProbability(0.975)
                : new TDistribution(null, degreesOfFreedom).inverseCumulativeProbability(0.975);
    }

    /** Filled on first use. */
    private static final class Table {
        private static final double[] QUANTILES = new double[TABULATED];

        static {
            for (int degrees = 1; degrees < TABULATED; degrees++) {
                QUANTILES[degrees] = quantile(degrees);
            }
        }
    }
}
