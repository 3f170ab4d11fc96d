package org.newsweft.jobs.cooccurrence;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import nl.cwts.networkanalysis.Clustering;
import nl.cwts.networkanalysis.LeidenAlgorithm;
import nl.cwts.util.LargeDoubleArray;
import nl.cwts.util.LargeIntArray;
import org.newsweft.graph.Betweenness;
import org.newsweft.graph.PageRank;

/**
 * The entities of one period and how often each two of them meet: undirected, weighted, without loops.
 *
 * <p>A community is called by one of its own members, so that its id is the same whoever counts and whatever was counted the
 * night before: a run over the whole corpus knows of no other night. So that the id stays while most members do, it is not the
 * strongest member, which changes when two of about equal strength swap places, but of the ten strongest the one that the
 * corpus has known longest: it changes only where that one leaves, or falls out of the ten.
 */
final class Network {
    /** Leiden stops by itself when nothing moves; this bounds it. */
    private static final int LEIDEN_ITERATIONS = 50;

    private static final double LEIDEN_RANDOMNESS = 0.01;
    private static final long SEED = 20130415;

    /** Members that may give a community its id. */
    private static final int CORE = 10;

    /** Members that give it its label. */
    private static final int NAMED = 3;

    private final List<Entity> entities;
    private final int[] from;
    private final int[] to;
    private final double[] weights;

    private Network(List<Entity> entities, int[] from, int[] to, double[] weights) {
        this.entities = entities;
        this.from = from;
        this.to = to;
        this.weights = weights;
    }

    /**
     * One entity of the network.
     *
     * @param label its name; null where it is not known
     * @param firstDay days from 1970 to the day on which it is first named in the period; {@code Long.MAX_VALUE} where no
     *     day is known
     */
    record Entity(String id, String label, long firstDay) {}

    /**
     * What the network makes of an entity.
     *
     * @param degree entities it meets
     * @param pagerank its share of 1
     * @param betweenness share of shortest ways that lead over it
     * @param community id of its community
     * @param communityLabel name of its community
     */
    record Node(
            String entity, long degree, double pagerank, double betweenness, String community, String communityLabel) {}

    /** Collects edges, and numbers entities as they come: the result depends on the order of the edges alone. */
    static final class Builder {
        private final Map<String, Integer> numbers = new LinkedHashMap<>();
        private final List<Entity> entities = new ArrayList<>();
        private int[] from = new int[64];
        private int[] to = new int[64];
        private double[] weights = new double[64];
        private int size;

        void add(Entity a, Entity b, long weight) {
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
                    List.copyOf(entities),
                    Arrays.copyOf(from, size),
                    Arrays.copyOf(to, size),
                    Arrays.copyOf(weights, size));
        }

        private int number(Entity entity) {
            Integer known = numbers.putIfAbsent(entity.id(), entities.size());
            if (known == null) {
                entities.add(entity);
                return entities.size() - 1;
            }
            return known;
        }
    }

    /** All nodes, in the order in which the edges brought them. */
    List<Node> nodes() {
        long[] degree = new long[entities.size()];
        for (int edge = 0; edge < weights.length; edge++) {
            degree[from[edge]]++;
            degree[to[edge]]++;
        }
        double[] pagerank = PageRank.of(entities.size(), from, to, weights);
        double[] betweenness = Betweenness.of(entities.size(), from, to);
        Clustering clusters = communities();
        List<List<Integer>> members = strongestFirst(clusters, pagerank);
        List<Node> nodes = new ArrayList<>(entities.size());
        for (int node = 0; node < entities.size(); node++) {
            List<Integer> community = members.get(clusters.getCluster(node));
            nodes.add(new Node(
                    entities.get(node).id(),
                    degree[node],
                    pagerank[node],
                    betweenness[node],
                    id(community),
                    label(community)));
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

    /** Members of each community by PageRank, the first by id of several. */
    private List<List<Integer>> strongestFirst(Clustering clusters, double[] pagerank) {
        List<List<Integer>> members = new ArrayList<>();
        for (int cluster = 0; cluster < clusters.getNClusters(); cluster++) {
            members.add(new ArrayList<>());
        }
        for (int node = 0; node < entities.size(); node++) {
            members.get(clusters.getCluster(node)).add(node);
        }
        // Rounded as in the table: what the table shows as equal is equal.
        Comparator<Integer> strongest = Comparator.comparing(node -> -Math.round(pagerank[node] * 1e9));
        members.forEach(community -> community.sort(
                strongest.thenComparing(node -> entities.get(node).id())));
        return members;
    }

    private String id(List<Integer> strongestFirst) {
        return strongestFirst.stream()
                .limit(CORE)
                .map(entities::get)
                .min(Comparator.comparingLong(Entity::firstDay).thenComparing(Entity::id))
                .orElseThrow()
                .id();
    }

    private String label(List<Integer> strongestFirst) {
        return strongestFirst.stream()
                .limit(NAMED)
                .map(entities::get)
                .map(entity -> entity.label() == null ? entity.id() : entity.label())
                .collect(Collectors.joining(", "));
    }
}
