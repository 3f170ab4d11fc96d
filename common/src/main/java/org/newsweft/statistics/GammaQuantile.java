package org.newsweft.statistics;

import org.apache.commons.math3.special.Gamma;

/** Quantiles of the gamma distribution of rate 1. */
public final class GammaQuantile {
    private static final double STANDARD_NORMAL_975 = 1.959963984540054;
    private static final int STEPS = 60;
    private static final double PRECISION = 1e-9;

    private GammaQuantile() {}

    /**
     * The value that the share lies below: from Wilson and Hilferty's approximation (1931), or that of small values,
     * {@code (share * Gamma(shape + 1)) ^ (1 / shape)}, by Newton's steps on the logarithm.
     *
     * @param shape positive
     * @param share between 0 and 1
     */
    public static double of(double shape, double share) {
        if (!(shape > 0) || !(share > 0) || !(share < 1)) {
            throw new IllegalArgumentException("quantile " + share + " of a gamma distribution of shape " + shape);
        }
        double logGamma = Gamma.logGamma(shape);
        double logOfValue = Math.log(start(shape, share));
        for (int step = 0; step < STEPS; step++) {
            double value = Math.exp(logOfValue);
            double below = Gamma.regularizedGammaP(shape, value, 1e-14, 10_000);
            // On logarithms of both value and share the curve is nearly straight at the low end.
            double slope = Math.exp(shape * logOfValue - value - logGamma) / below;
            double move = (Math.log(share) - Math.log(below)) / slope;
            move = Math.max(-2, Math.min(2, move));
            logOfValue += move;
            if (Math.abs(move) < PRECISION) {
                break;
            }
        }
        return Math.exp(logOfValue);
    }

    private static double start(double shape, double share) {
        double z = normalQuantile(share);
        double root = 1 - 1 / (9 * shape) + z / (3 * Math.sqrt(shape));
        double wilsonHilferty = shape * root * root * root;
        return root > 0.3
                ? wilsonHilferty
                : Math.max(1e-300, Math.exp((Math.log(share) + Gamma.logGamma(shape + 1)) / shape));
    }

    /** Good enough to start from: a logistic curve through the 97.5 % point. */
    private static double normalQuantile(double share) {
        return Math.log(share / (1 - share)) * STANDARD_NORMAL_975 / Math.log(0.975 / 0.025);
    }
}
