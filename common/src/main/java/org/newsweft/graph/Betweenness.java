package org.newsweft.graph;

import java.util.Arrays;

/**
 * Betweenness of the nodes of an undirected network (Freeman 1977): the share of the shortest ways between two others that
 * lead over a node, whatever the weights of the ties; by Brandes 2001 (A faster algorithm for betweenness centrality).
 */
public final class Betweenness {
    /**
     * Up to so many steps every node is a source; beyond, as many as that allows, evenly spaced (Brandes and Pich 2007,
     * Centrality estimation in large networks).
     */
    private static final long STEPS = 100_000_000;

    private Betweenness() {}

    /**
     * One value per node, 0 to 1. Exact while nodes times ties is below 100 million; else an estimate from evenly spaced
     * sources, the same for the same network.
     *
     * @param nodes number of nodes
     * @param from one end of each tie, a node from 0
     * @param to its other end
     */
    public static double[] of(int nodes, int[] from, int[] to) {
        double[] betweenness = new double[nodes];
        if (nodes < 3) {
            return betweenness;
        }
        int[][] neighbours = neighbours(nodes, from, to);
        long steps = Math.max(1, (long) nodes + 2L * from.length);
        int sources = (int) Math.max(1, Math.min(nodes, STEPS / steps));
        Search search = new Search(neighbours);
        for (int i = 0; i < sources; i++) {
            search.from((int) ((long) i * nodes / sources), betweenness);
        }
        // Each two nodes were seen from both: the sum is twice that over pairs, which are (n - 1)(n - 2) / 2 without
        // the node.
        double all = (nodes - 1.0) * (nodes - 2.0) * sources / nodes;
        return Arrays.stream(betweenness).map(sum -> sum / all).toArray();
    }

    private static int[][] neighbours(int nodes, int[] from, int[] to) {
        int[] degree = new int[nodes];
        for (int tie = 0; tie < from.length; tie++) {
            degree[from[tie]]++;
            degree[to[tie]]++;
        }
        int[][] neighbours = new int[nodes][];
        for (int node = 0; node < nodes; node++) {
            neighbours[node] = new int[degree[node]];
        }
        for (int tie = from.length - 1; tie >= 0; tie--) {
            neighbours[from[tie]][--degree[from[tie]]] = to[tie];
            neighbours[to[tie]][--degree[to[tie]]] = from[tie];
        }
        return neighbours;
    }

    /** Shortest ways from one node: how many there are, and what share of them leads over each other node. */
    private static final class Search {
        private final int[][] neighbours;
        private final int[] order;
        private final int[] distance;
        private final double[] ways;
        private final double[] dependency;

        Search(int[][] neighbours) {
            this.neighbours = neighbours;
            this.order = new int[neighbours.length];
            this.distance = new int[neighbours.length];
            this.ways = new double[neighbours.length];
            this.dependency = new double[neighbours.length];
        }

        void from(int source, double[] betweenness) {
            Arrays.fill(distance, -1);
            Arrays.fill(ways, 0);
            Arrays.fill(dependency, 0);
            distance[source] = 0;
            ways[source] = 1;
            order[0] = source;
            int found = 1;
            for (int next = 0; next < found; next++) {
                int node = order[next];
                for (int neighbour : neighbours[node]) {
                    if (distance[neighbour] < 0) {
                        distance[neighbour] = distance[node] + 1;
                        order[found++] = neighbour;
                    }
                    if (distance[neighbour] == distance[node] + 1) {
                        ways[neighbour] += ways[node];
                    }
                }
            }
            for (int last = found - 1; last > 0; last--) {
                int node = order[last];
                for (int neighbour : neighbours[node]) {
                    if (distance[neighbour] == distance[node] - 1) {
                        dependency[neighbour] += ways[neighbour] / ways[node] * (1 + dependency[node]);
                    }
                }
                betweenness[node] += dependency[node];
            }
        }
    }
}
