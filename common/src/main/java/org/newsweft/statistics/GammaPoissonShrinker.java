package org.newsweft.statistics;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import org.apache.commons.math3.special.Gamma;

/**
 * Ratios of observed to expected counts that small counts cannot lead.
 *
 * <p>Counts are taken as Poisson around their expectation times a ratio, and the ratios of all rows together as drawn from
 * one gamma distribution: the prior, fitted to the rows themselves (empirical Bayes). What is then known of one ratio is
 * again a gamma distribution, with {@code shape + observed} and {@code rate + expected}. The first who ranked a large
 * table so is DuMouchel 1999 (Bayesian data mining in large frequency tables); his prior mixes two gammas, this one has
 * one: with a shape far below 1 it has the long tail that he mixes the second in for, and its fit has one maximum.
 *
 * @param shape of the prior, positive
 * @param rate of the prior, positive; the mean ratio is {@code shape / rate}
 */
public record GammaPoissonShrinker(double shape, double rate) {
    private static final double LEAST = 1e-3;
    private static final double MOST = 1e3;
    private static final int STEPS = 40;
    private static final double GOLDEN = (Math.sqrt(5) - 1) / 2;
    /** Fitted values are rounded: what a compiler makes of a sum's last digit must not reach the tables. */
    private static final MathContext DIGITS = new MathContext(4, RoundingMode.HALF_EVEN);

    public GammaPoissonShrinker {
        if (!(shape > 0) || !(rate > 0)) {
            throw new IllegalArgumentException("a gamma prior of shape " + shape + " and rate " + rate);
        }
    }

    /**
     * The prior under which these counts are most probable (maximum likelihood of the negative binomial distribution).
     * Shape and rate are looked for between 0.001 and 1,000 and rounded to four digits; the same rows in the same order
     * give the same prior. Without any row the prior is {@code (1, 1)}.
     *
     * @param observed counts, 0 or more
     * @param expected what is expected of each, positive
     * @param weights rows that have these two numbers; 0 or more
     * @throws IllegalArgumentException if the arrays are not of one length
     */
    public static GammaPoissonShrinker fit(long[] observed, double[] expected, long[] weights) {
        return fit(observed, expected, weights, Zeros.SEEN);
    }

    /** What the rows tell of things that were never observed. */
    public enum Zeros {
        /** Rows with a count of 0 are there like all others. */
        SEEN,
        /** Rows with a count of 0 stand for 0 or 1, which cannot be told apart. */
        MAY_BE_ONE,
        /** There are none: only what was observed at least once has a row. */
        NOT_THERE
    }

    /** The same where things of small counts are seen in part. */
    public static GammaPoissonShrinker fit(long[] observed, double[] expected, long[] weights, Zeros zeros) {
        if (observed.length != expected.length || observed.length != weights.length) {
            throw new IllegalArgumentException("counts of different lengths");
        }
        if (observed.length == 0) {
            return new GammaPoissonShrinker(1, 1);
        }
        Likelihood likelihood = new Likelihood(observed, expected, weights, zeros);
        double low = Math.log(LEAST);
        double high = Math.log(MOST);
        double left = high - GOLDEN * (high - low);
        double right = low + GOLDEN * (high - low);
        double atLeft = likelihood.at(Math.exp(left));
        double atRight = likelihood.at(Math.exp(right));
        for (int step = 0; step < STEPS; step++) {
            if (atLeft >= atRight) {
                high = right;
                right = left;
                atRight = atLeft;
                left = high - GOLDEN * (high - low);
                atLeft = likelihood.at(Math.exp(left));
            } else {
                low = left;
                left = right;
                atLeft = atRight;
                right = low + GOLDEN * (high - low);
                atRight = likelihood.at(Math.exp(right));
            }
        }
        double shape = Math.exp((low + high) / 2);
        return new GammaPoissonShrinker(rounded(shape), rounded(likelihood.bestRate(shape)));
    }

    /**
     * The ratio to show: DuMouchel's EBGM, the geometric mean of what is known of it,
     * {@code exp(digamma(shape + observed) - ln(rate + expected))}.
     */
    public double ratio(long observed, double expected) {
        return Math.exp(Gamma.digamma(shape + observed)) / (rate + expected);
    }

    /**
     * The ratio that the true one lies below with a probability of {@code share}; 0.05 gives DuMouchel's EB05.
     *
     * @param share between 0 and 1
     */
    public double quantile(long observed, double expected, double share) {
        return GammaQuantile.of(shape + observed, share) / (rate + expected);
    }

    private static double rounded(double value) {
        return new BigDecimal(value).round(DIGITS).doubleValue();
    }

    /** Logarithm of the likelihood of all counts, less what depends on no parameter. */
    private static final class Likelihood {
        private final long[] observed;
        private final double[] expected;
        private final long[] weights;
        private final Zeros zeros;

        Likelihood(long[] observed, double[] expected, long[] weights, Zeros zeros) {
            this.zeros = zeros;
            this.observed = observed;
            this.expected = expected;
            this.weights = weights;
        }

        /** The greatest likelihood that this shape can have. */
        double at(double shape) {
            double rate = bestRate(shape);
            double logGamma = Gamma.logGamma(shape);
            double logRate = Math.log(rate);
            double sum = 0;
            for (int i = 0; i < observed.length; i++) {
                double row = shape * (logRate - Math.log(rate + expected[i]));
                if (observed[i] > 0) {
                    row += Gamma.logGamma(shape + observed[i]) - logGamma - observed[i] * Math.log(rate + expected[i]);
                } else if (zeros == Zeros.MAY_BE_ONE) {
                    // The probability of one is that of none times shape * expected / (rate + expected).
                    row += Math.log1p(shape * expected[i] / (rate + expected[i]));
                }
                if (zeros == Zeros.NOT_THERE) {
                    row -= Math.log1p(-none(i, shape, rate));
                }
                sum += weights[i] * row;
            }
            return sum;
        }

        /** For a given shape the likelihood has one maximum: where {@code shape / rate} is the mean of what is known. */
        double bestRate(double shape) {
            double low = Math.log(LEAST);
            double high = Math.log(MOST);
            for (int step = 0; step < STEPS; step++) {
                double middle = (low + high) / 2;
                double rate = Math.exp(middle);
                double slope = 0;
                for (int i = 0; i < observed.length; i++) {
                    // shape / rate - (shape + observed) / (rate + expected), over one denominator.
                    double row = (shape * expected[i] - rate * observed[i]) / (rate + expected[i]);
                    if (zeros == Zeros.MAY_BE_ONE && observed[i] == 0) {
                        double once = shape * expected[i];
                        row -= rate * once / ((rate + expected[i]) * (rate + expected[i] + once));
                    }
                    if (zeros == Zeros.NOT_THERE) {
                        double none = none(i, shape, rate);
                        row += shape * expected[i] * none / ((rate + expected[i]) * (1 - none));
                    }
                    slope += weights[i] * row;
                }
                if (slope > 0) {
                    low = middle;
                } else {
                    high = middle;
                }
            }
            return Math.exp((low + high) / 2);
        }

        /** Probability of a count of 0. */
        private double none(int i, double shape, double rate) {
            return Math.exp(-shape * Math.log1p(expected[i] / rate));
        }
    }
}
