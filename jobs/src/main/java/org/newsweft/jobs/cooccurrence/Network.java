package org.newsweft.jobs.cooccurrence;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import nl.cwts.networkanalysis.Clustering;
import nl.cwts.networkanalysis.LeidenAlgorithm;
import nl.cwts.util.LargeDoubleArray;
import nl.cwts.util.LargeIntArray;
import org.newsweft.text.statistics.PageRank;

/** The entities of one period and how often each two of them meet: undirected, weighted, without loops. */
final class Network {
    /** Leiden stops by itself when nothing moves; this bounds it. */
    private static final int LEIDEN_ITERATIONS = 50;

    private static final double LEIDEN_RANDOMNESS = 0.01;
    private static final long SEED = 20130415;

    private final List<String> entities;
    private final int[] from;
    private final int[] to;
    private final double[] weights;

    private Network(List<String> entities, int[] from, int[] to, double[] weights) {
        this.entities = entities;
        this.from = from;
        this.to = to;
        this.weights = weights;
    }

    /**
     * One entity of the network.
     *
     * @param degree entities it meets
     * @param strength sum of its meetings
     * @param pagerank its share of 1
     * @param community the entity that stands for its community
     */
    record Node(String entity, long degree, long strength, double pagerank, String community) {}

    /** Collects edges, and numbers entities as they come: the result depends on the order of the edges alone. */
    static final class Builder {
        private final Map<String, Integer> numbers = new LinkedHashMap<>();
        private int[] from = new int[64];
        private int[] to = new int[64];
        private double[] weights = new double[64];
        private int size;

        void add(String a, String b, long weight) {
            if (size == from.length) {
                from = Arrays.copyOf(from, 2 * size);
                to = Arrays.copyOf(to, 2 * size);
                weights = Arrays.copyOf(weights, 2 * size);
            }
            from[size] = number(a);
            to[size] = number(b);
            weights[size] = weight;
            size++;
        }

        Network build() {
            return new Network(
                    List.copyOf(numbers.keySet()),
                    Arrays.copyOf(from, size),
                    Arrays.copyOf(to, size),
                    Arrays.copyOf(weights, size));
        }

        private int number(String entity) {
            return numbers.computeIfAbsent(entity, unseen -> numbers.size());
        }
    }

    /** All nodes, in the order in which the edges brought them. */
    List<Node> nodes() {
        long[] degree = new long[entities.size()];
        long[] strength = new long[entities.size()];
        for (int edge = 0; edge < weights.length; edge++) {
            degree[from[edge]]++;
            degree[to[edge]]++;
            strength[from[edge]] += (long) weights[edge];
            strength[to[edge]] += (long) weights[edge];
        }
        double[] pagerank = PageRank.of(entities.size(), from, to, weights);
        Clustering communities = communities();
        int[] strongest = strongestMembers(communities, strength);
        List<Node> nodes = new ArrayList<>(entities.size());
        for (int node = 0; node < entities.size(); node++) {
            String community = entities.get(strongest[communities.getCluster(node)]);
            nodes.add(new Node(entities.get(node), degree[node], strength[node], pagerank[node], community));
        }
        return nodes;
    }

    /**
     * Communities by the Leiden algorithm (Traag, Waltman and van Eck 2019) with modularity: the constant Potts model
     * with nodes weighted by their strength and a resolution of one over twice the sum of all weights.
     */
    private Clustering communities() {
        nl.cwts.networkanalysis.Network network = new nl.cwts.networkanalysis.Network(
                entities.size(),
                true,
                new LargeIntArray[] {new LargeIntArray(from), new LargeIntArray(to)},
                new LargeDoubleArray(weights),
                false,
                false);
        double resolution = 1 / (2 * network.getTotalEdgeWeight());
        return new LeidenAlgorithm(resolution, LEIDEN_ITERATIONS, LEIDEN_RANDOMNESS, new Random(SEED))
                .findClustering(network);
    }

    /** Of each community the member with the most meetings, the first by id of several. */
    private int[] strongestMembers(Clustering communities, long[] strength) {
        int[] strongest = new int[communities.getNClusters()];
        Arrays.fill(strongest, -1);
        IntStream.range(0, entities.size()).forEach(node -> {
            int community = communities.getCluster(node);
            int best = strongest[community];
            if (best < 0
                    || strength[node] > strength[best]
                    || (strength[node] == strength[best] && entities.get(node).compareTo(entities.get(best)) < 0)) {
                strongest[community] = node;
            }
        });
        return strongest;
    }
}
