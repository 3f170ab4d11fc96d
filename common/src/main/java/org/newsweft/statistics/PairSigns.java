package org.newsweft.statistics;

import java.util.Arrays;

/**
 * How many pairs of a series rise, fall or stay: over all pairs of an earlier and a later value.
 *
 * @param rising pairs whose later value is the greater
 * @param falling pairs whose later value is the smaller
 * @param tied pairs of equal values
 */
record PairSigns(long rising, long falling, long tied) {
    /** Counts in time n log n, with a Fenwick tree over the ranks of the values (Knight 1966 does so by merging). */
    static PairSigns of(double[] values) {
        double[] distinct = Arrays.stream(values).sorted().distinct().toArray();
        long[] tree = new long[distinct.length + 1];
        long rising = 0;
        long falling = 0;
        for (int later = 0; later < values.length; later++) {
            int rank = Arrays.binarySearch(distinct, values[later]) + 1;
            long smaller = countUpTo(tree, rank - 1);
            long smallerOrEqual = countUpTo(tree, rank);
            rising += smaller;
            falling += later - smallerOrEqual;
            add(tree, rank);
        }
        return new PairSigns(rising, falling, pairs(values.length) - rising - falling);
    }

    /** Number of pairs of n values. */
    static long pairs(long n) {
        return n * (n - 1) / 2;
    }

    private static void add(long[] tree, int rank) {
        for (int i = rank; i < tree.length; i += i & -i) {
            tree[i]++;
        }
    }

    private static long countUpTo(long[] tree, int rank) {
        long count = 0;
        for (int i = rank; i > 0; i -= i & -i) {
            count += tree[i];
        }
        return count;
    }
}
