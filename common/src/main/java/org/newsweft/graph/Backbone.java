package org.newsweft.graph;

import org.apache.commons.math3.special.Beta;

/**
 * Which ties of an undirected, weighted network are more than noise. Both say with what probability a tie is noise, given
 * how much its two ends have to do with anybody at all.
 */
public final class Backbone {
    private Backbone() {}

    /**
     * The null model of the noise-corrected backbone (Coscia and Neffke 2017, Network backboning with noisy data): each of
     * all meetings falls on the two with the probability of the product of their shares in all meetings. This is the tail
     * of that binomial distribution. Their own criterion sets a transformed lift against its normal deviation, which calls
     * every tie of two that meet nobody else sure: one meeting of strengths 1 in 500 lies 354 deviations out.
     *
     * @param weight of the tie: a whole number of meetings, 1 or more
     * @param strengthA sum of the weights at one end, {@code weight} or more
     * @param strengthB the same at the other end
     * @param total sum of the strengths of all nodes: twice the sum of all weights
     * @return probability of at least this weight; 1 for a single meeting, which can never be told from chance
     */
    public static double noiseCorrected(long weight, long strengthA, long strengthB, long total) {
        if (weight < 2) {
            return 1;
        }
        double probability = (double) strengthA / total * ((double) strengthB / total);
        return Beta.regularizedBeta(probability, (double) weight, total - weight + 1.0);
    }

    /**
     * The disparity filter (Serrano, Boguñá and Vespignani 2009): the probability that a node which shares its strength
     * out among its ties at random gives one of them at least this share, of the end for which it is the smaller. A node
     * with a single tie says nothing of it.
     *
     * @param weight of the tie, positive
     * @param strengthA sum of the weights at one end, {@code weight} or more
     * @param degreeA ties at that end, 1 or more
     * @param strengthB sum of the weights at the other end
     * @param degreeB ties at the other end
     */
    public static double disparity(double weight, double strengthA, long degreeA, double strengthB, long degreeB) {
        return Math.min(
                Math.pow(1 - weight / strengthA, degreeA - 1.0), Math.pow(1 - weight / strengthB, degreeB - 1.0));
    }
}
