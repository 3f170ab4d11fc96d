package org.newsweft.jobs.events;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.transform;
import static org.apache.spark.sql.functions.xxhash64;

import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Row;
import scala.collection.Seq;
import scala.jdk.javaapi.CollectionConverters;

/**
 * The terms of a story as numbers: hashes of 64 bits, and weights scaled to a vector of length {@value #LENGTH}. Whole
 * numbers, so that products add up to the same sum in any order.
 */
final class TermVector {
    /** Length of every vector; the product of two is at most its square. */
    static final int LENGTH = 1 << 15;

    /** Column: hashes of the terms, in their order. */
    static final String HASHES = "hashes";

    private static final TermVector EMPTY = new TermVector(new long[0], new int[0]);

    private final long[] terms;
    private final int[] weights;

    private TermVector(long[] terms, int[] weights) {
        this.terms = terms;
        this.weights = weights;
    }

    /** Number of terms. */
    int size() {
        return terms.length;
    }

    /** Hash of the term at this place. */
    long term(int place) {
        return terms[place];
    }

    /** Its weight. */
    int weight(int place) {
        return weights[place];
    }

    /** The hashes of {@link TermWeights#TERMS}. */
    static Column hashes() {
        return transform(col(TermWeights.TERMS), term -> xxhash64(term)).as(HASHES);
    }

    /** The square of {@link #LENGTH}: what the product of a vector with itself comes to. */
    static double square() {
        return (double) LENGTH * LENGTH;
    }

    /** The vector of a row with {@link #HASHES} and {@link TermWeights#WEIGHTS}; empty where they are null. */
    static TermVector of(Row row) {
        Seq<Long> hashes = row.getAs(HASHES);
        if (hashes == null) {
            return EMPTY;
        }
        List<Long> terms = CollectionConverters.asJava(hashes);
        List<Long> weights = CollectionConverters.asJava(row.<Seq<Long>>getAs(TermWeights.WEIGHTS));
        long squares = 0;
        for (long weight : weights) {
            squares += weight * weight;
        }
        double scale = LENGTH / Math.sqrt((double) squares);
        long[] hashed = new long[terms.size()];
        int[] scaled = new int[terms.size()];
        for (int i = 0; i < hashed.length; i++) {
            hashed[i] = terms.get(i);
            scaled[i] = (int) Math.round(weights.get(i) * scale);
        }
        return new TermVector(hashed, scaled);
    }
}
