package org.newsweft.jobs.train;

import java.util.Arrays;
import org.apache.spark.ml.linalg.Vector;
import org.apache.spark.ml.linalg.Vectors;
import org.newsweft.text.tone.ToneExamples;

/** Gathers the numbers of an example into a sparse vector of MLlib. */
final class SparseRow {
    private int[] places = new int[64];
    private double[] values = new double[64];
    private int count;

    private SparseRow() {}

    /** Whatever gives the numbers of an example to a consumer. */
    @FunctionalInterface
    interface Source {
        void giveTo(ToneExamples.Consumer consumer);
    }

    static Vector of(int size, Source source) {
        SparseRow row = new SparseRow();
        source.giveTo(row::add);
        return Vectors.sparse(size, Arrays.copyOf(row.places, row.count), Arrays.copyOf(row.values, row.count));
    }

    private void add(int place, double value) {
        if (count == places.length) {
            places = Arrays.copyOf(places, 2 * count);
            values = Arrays.copyOf(values, 2 * count);
        }
        places[count] = place;
        values[count++] = value;
    }
}
