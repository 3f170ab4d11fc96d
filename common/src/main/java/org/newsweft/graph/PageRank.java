package org.newsweft.graph;

import java.util.Arrays;

/**
 * PageRank (Brin and Page 1998) of an undirected, weighted network: how often a walk that follows edges in proportion
 * to their weight, and starts afresh anywhere with probability 0.15, stands at each node.
 */
public final class PageRank {
    private static final double DAMPING = 0.85;
    private static final double TOLERANCE = 1e-12;
    private static final int MAXIMUM_ITERATIONS = 200;

    private PageRank() {}

    /**
     * Ranks the nodes. The result depends on the order of the edges in its last digits: hand them in a fixed order.
     *
     * @param nodes number of nodes, each with at least one edge
     * @param from one end of each edge, a node from 0
     * @param to its other end
     * @param weights positive
     * @return a rank per node; they sum to 1
     */
    public static double[] of(int nodes, int[] from, int[] to, double[] weights) {
        double[] strength = new double[nodes];
        for (int edge = 0; edge < weights.length; edge++) {
            strength[from[edge]] += weights[edge];
            strength[to[edge]] += weights[edge];
        }
        double[] rank = new double[nodes];
        Arrays.fill(rank, 1.0 / nodes);
        for (int iteration = 0; iteration < MAXIMUM_ITERATIONS; iteration++) {
            double[] next = new double[nodes];
            Arrays.fill(next, (1 - DAMPING) / nodes);
            for (int edge = 0; edge < weights.length; edge++) {
                int a = from[edge];
                int b = to[edge];
                next[b] += DAMPING * rank[a] * weights[edge] / strength[a];
                next[a] += DAMPING * rank[b] * weights[edge] / strength[b];
            }
            double change = 0;
            for (int node = 0; node < nodes; node++) {
                change += Math.abs(next[node] - rank[node]);
            }
            rank = next;
            if (change < TOLERANCE) {
                break;
            }
        }
        return normalised(rank);
    }

    /** Takes out what rounding has added or lost. */
    private static double[] normalised(double[] rank) {
        double sum = Arrays.stream(rank).sum();
        return Arrays.stream(rank).map(value -> value / sum).toArray();
    }
}
