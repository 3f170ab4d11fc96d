package org.newsweft.statistics;

import java.util.Arrays;
import org.apache.commons.math3.special.Gamma;

/**
 * Ratios of what was counted to what was expected, shrunk the more the less there is to go by (empirical Bayes; DuMouchel,
 * "Bayesian data mining in large frequency tables", The American Statistician 53, 1999). A count {@code n} is Poisson with
 * mean {@code ratio * expected}; true ratios follow a mixture of gamma distributions, and so do they given the count.
 *
 * <p>DuMouchel fits two gamma distributions with five parameters, which depends on where the search begins. Here the
 * distributions are fixed, close around 1 and wider around other ratios up to 81, and only their weights are fitted, by
 * expectation and maximisation, which has one optimum (Laird 1978). Counts of 0 are not known (a term that does not occur has
 * no row), so likelihoods are those of counts of 1 and more (DuMouchel and Pregibon 2001).
 */
public final class GammaPoisson {
    private static final double[] MEANS = {1, 1, 1, 1.0 / 3, 3, 9, 27, 81};
    private static final double[] SHAPES = {64, 16, 4, 2, 2, 2, 2, 2};
    private static final int ROUNDS = 100;

    /** A distribution that weighs less given the count changes no digit that is kept. */
    private static final double NEGLIGIBLE = 1e-9;

    /** Halvings of the logarithm of an interval that is two powers of ten wide and more: to within a millionth. */
    private static final int HALVINGS = 40;

    private final double[] weights;

    private GammaPoisson(double[] weights) {
        this.weights = weights;
    }

    /**
     * A prior with these weights.
     *
     * @param weights one for each of the eight distributions, in sum 1
     * @throws IllegalArgumentException for another number of them
     */
    public static GammaPoisson of(double... weights) {
        if (weights.length != MEANS.length) {
            throw new IllegalArgumentException(weights.length + " weights, not " + MEANS.length);
        }
        return new GammaPoisson(weights.clone());
    }

    /**
     * The most likely prior of these counts.
     *
     * @param counts 1 or more each
     * @param expected above 0 each
     * @param frequencies how often each combination occurs, 1 or more
     */
    public static GammaPoisson fitted(long[] counts, double[] expected, long[] frequencies) {
        double[][] likelihoods = new double[counts.length][];
        for (int i = 0; i < counts.length; i++) {
            likelihoods[i] = likelihoods(counts[i], expected[i]);
        }
        double[] weights = new double[MEANS.length];
        Arrays.fill(weights, 1.0 / MEANS.length);
        for (int round = 0; round < ROUNDS; round++) {
            double[] next = new double[MEANS.length];
            double all = 0;
            for (int i = 0; i < counts.length; i++) {
                double[] posterior = posterior(weights, likelihoods[i]);
                for (int k = 0; k < next.length; k++) {
                    next[k] += frequencies[i] * posterior[k];
                }
                all += frequencies[i];
            }
            for (int k = 0; k < next.length; k++) {
                weights[k] = next[k] / all;
            }
        }
        return new GammaPoisson(weights);
    }

    /** Weights of the distributions. */
    public double[] weights() {
        return weights.clone();
    }

    /** DuMouchel's EBGM: the geometric mean of the ratio given the count. */
    public double ratio(long count, double expected) {
        double[] posterior = posterior(weights, likelihoods(count, expected));
        double mean = 0;
        for (int k = 0; k < posterior.length; k++) {
            mean += posterior[k] * (Gamma.digamma(SHAPES[k] + count) - StrictMath.log(rate(k) + expected));
        }
        return StrictMath.exp(mean);
    }

    /** DuMouchel's EB05: the ratio that is exceeded with a probability of 95 %. */
    public double low(long count, double expected) {
        double[] posterior = posterior(weights, likelihoods(count, expected));
        double middle = StrictMath.log(ratio(count, expected));
        double low = middle - 8;
        double high = middle + 2;
        for (int halving = 0; halving < HALVINGS; halving++) {
            double at = (low + high) / 2;
            if (below(StrictMath.exp(at), posterior, count, expected) < 0.05) {
                low = at;
            } else {
                high = at;
            }
        }
        return StrictMath.exp((low + high) / 2);
    }

    private static double below(double ratio, double[] posterior, long count, double expected) {
        double below = 0;
        for (int k = 0; k < posterior.length; k++) {
            if (posterior[k] > NEGLIGIBLE) {
                below += posterior[k]
                        * Gamma.regularizedGammaP(SHAPES[k] + count, (rate(k) + expected) * ratio, 1e-12, 10_000);
            }
        }
        return below;
    }

    private static double rate(int k) {
        return SHAPES[k] / MEANS[k];
    }

    private static double[] posterior(double[] weights, double[] likelihoods) {
        double[] posterior = new double[weights.length];
        double sum = 0;
        for (int k = 0; k < posterior.length; k++) {
            posterior[k] = weights[k] * likelihoods[k];
            sum += posterior[k];
        }
        for (int k = 0; k < posterior.length; k++) {
            posterior[k] /= sum;
        }
        return posterior;
    }

    /**
     * Likelihood of a count under each distribution, relative to the greatest: negative binomial, given that it is not 0.
     */
    private static double[] likelihoods(long count, double expected) {
        double[] logs = new double[MEANS.length];
        double greatest = Double.NEGATIVE_INFINITY;
        for (int k = 0; k < logs.length; k++) {
            double shape = SHAPES[k];
            double zero = shape * StrictMath.log(rate(k) / (rate(k) + expected));
            logs[k] = Gamma.logGamma(shape + count)
                    - Gamma.logGamma(shape)
                    + zero
                    + count * StrictMath.log(expected / (rate(k) + expected))
                    - StrictMath.log(-StrictMath.expm1(zero));
            greatest = Math.max(greatest, logs[k]);
        }
        for (int k = 0; k < logs.length; k++) {
            logs[k] = StrictMath.exp(logs[k] - greatest);
        }
        return logs;
    }
}
