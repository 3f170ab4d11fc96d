package org.newsweft.statistics;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Kleinberg's batched burst automaton (Bursty and Hierarchical Structure in Streams, KDD 2002, section 4): of each
 * batch of documents some are relevant. In state i a document is relevant with probability {@code base * scaling^i};
 * climbing i states costs {@code i * gamma * ln(batches)}, descending is free; the cheapest path of states is the
 * explanation of the stream, and a stretch of it above state 0 is a burst.
 *
 * @param scaling ratio of the rates of neighbouring states, above 1; Kleinberg uses 2
 * @param gamma cost of climbing, above 0: higher finds fewer bursts; Kleinberg uses 1
 * @param maximumLevel highest state, 1 or more
 */
public record KleinbergBursts(double scaling, double gamma, int maximumLevel) implements Serializable {
    /** Kleinberg's own settings, with up to eight levels: a rate up to 256 times the usual. */
    public static final KleinbergBursts USUAL = new KleinbergBursts(2, 1, 8);

    /** No state makes every document relevant: one that is not would then cost everything. */
    private static final double HIGHEST_RATE = 0.999;

    /**
     * Checks the settings.
     *
     * @throws IllegalArgumentException for a setting out of its range
     */
    public KleinbergBursts {
        if (!(scaling > 1) || !(gamma > 0) || maximumLevel < 1) {
            throw new IllegalArgumentException("scaling " + scaling + ", gamma " + gamma + ", maximum level "
                    + maximumLevel + ": must be above 1, above 0, and 1 or more");
        }
    }

    /**
     * A maximal stretch of batches above state 0.
     *
     * @param first its first batch
     * @param last its last batch
     * @param level the highest state reached
     * @param weight cost saved against staying in state 0, climbing not counted, in nats
     * @param peak the batch with the highest share of relevant documents, the first of several
     */
    public record Burst(int first, int last, int level, double weight, int peak) {}

    /**
     * The bursts of a stream of one batch or more. Batches before the first relevant document and after the last may be left out: the
     * cheapest path stays in state 0 there.
     *
     * @param relevant relevant documents per batch
     * @param documents all documents per batch, at least as many
     * @param baseRates rate to expect in each batch, as a rule the share of relevant documents in the whole stream,
     *     batches left out included; above 0 and at most 1
     * @param batches number of batches of the whole stream
     * @return bursts in order
     */
    public List<Burst> find(long[] relevant, long[] documents, double[] baseRates, long batches) {
        double[][] costs = new double[relevant.length][];
        for (int batch = 0; batch < costs.length; batch++) {
            costs[batch] = costs(relevant[batch], documents[batch], baseRates[batch]);
        }
        int[] states = cheapestPath(costs, gamma * StrictMath.log((double) batches));
        List<Burst> bursts = new ArrayList<>();
        int start = 0;
        while (start < states.length) {
            int end = start + 1;
            if (states[start] > 0) {
                while (end < states.length && states[end] > 0) {
                    end++;
                }
                bursts.add(burst(start, end, states, relevant, documents, costs));
            }
            start = end;
        }
        return bursts;
    }

    /**
     * Cost of a batch in each state: the negative log-likelihood, without the binomial coefficient, which is the same in
     * all states.
     */
    private double[] costs(long relevant, long documents, double baseRate) {
        double[] costs = new double[maximumLevel + 1];
        for (int state = 0; state <= maximumLevel; state++) {
            double rate = Math.min(baseRate * StrictMath.pow(scaling, state), HIGHEST_RATE);
            costs[state] = -((double) relevant * StrictMath.log(rate)
                    + (double) (documents - relevant) * StrictMath.log1p(-rate));
        }
        return costs;
    }

    /** Viterbi's algorithm, in time batches times states; of equal paths the one with the lower states. */
    private static int[] cheapestPath(double[][] costs, double climb) {
        int states = costs[0].length;
        int[][] cameFrom = new int[costs.length][states];
        double[] cost = new double[states];
        Arrays.fill(cost, 1, states, Double.POSITIVE_INFINITY);
        for (int batch = 0; batch < costs.length; batch++) {
            double[] next = new double[states];
            int above = states - 1;
            for (int state = states - 1; state >= 0; state--) {
                above = cost[state] <= cost[above] ? state : above;
                next[state] = cost[above];
                cameFrom[batch][state] = above;
            }
            int below = 0;
            for (int state = 1; state < states; state++) {
                double climbed = cost[below] + (state - below) * climb;
                if (climbed < next[state]) {
                    next[state] = climbed;
                    cameFrom[batch][state] = below;
                }
                below = cost[state] < climbed ? state : below;
            }
            for (int state = 0; state < states; state++) {
                next[state] += costs[batch][state];
            }
            cost = next;
        }
        return trace(cameFrom, cost);
    }

    private static int[] trace(int[][] cameFrom, double[] cost) {
        int state = 0;
        for (int candidate = 1; candidate < cost.length; candidate++) {
            state = cost[candidate] < cost[state] ? candidate : state;
        }
        int[] states = new int[cameFrom.length];
        for (int batch = states.length - 1; batch >= 0; batch--) {
            states[batch] = state;
            state = cameFrom[batch][state];
        }
        return states;
    }

    private static Burst burst(int start, int end, int[] states, long[] relevant, long[] documents, double[][] costs) {
        int level = 0;
        int peak = start;
        double weight = 0;
        for (int batch = start; batch < end; batch++) {
            level = Math.max(level, states[batch]);
            weight += costs[batch][0] - costs[batch][states[batch]];
            // Shares compared by cross products: exact, and safe for empty batches.
            if (relevant[batch] * documents[peak] > relevant[peak] * documents[batch]) {
                peak = batch;
            }
        }
        return new Burst(start, end - 1, level, weight, peak);
    }
}
