package org.newsweft.text.tone;

import java.util.Arrays;
import java.util.concurrent.atomic.AtomicReferenceArray;

/**
 * A convolution over word vectors and a few numbers beside them, with the products taken once a word: as each word's
 * vector is one of a table's rows, so is its product with each slice of the kernel, and the convolution is a sum of
 * rows. They are taken when the word is first met: those of all words take seconds, and five articles have few words.
 */
final class WordConvolution {
    private final int width;
    private final int filters;
    private final float[] vectors;
    private final float[] kernel;
    /** Of each word met so far, row {@code slice}: the product of its vector with that slice of the kernel. */
    private final AtomicReferenceArray<float[]> words;
    /** Row {@code distance * width + slice}: the same for classes of distance. */
    private final float[] distances;
    /** Rows {@code slice}: of the negation flag, and of the value. */
    private final float[] negation;

    private final float[] value;
    private final float[] bias;

    WordConvolution(ToneWeights weights, int vocabularySize) {
        int vectorSize = weights.size("vectors", 1);
        int distanceSize = weights.size("distances", 1);
        int inputs = vectorSize + distanceSize + 2;
        this.width = weights.size("convolution", 0);
        this.filters = weights.size("convolution", 2);
        this.kernel = weights.array("convolution", width, inputs, filters);
        this.vectors = weights.array("vectors", vocabularySize, vectorSize);
        this.words = new AtomicReferenceArray<>(vocabularySize);
        this.distances = folded(
                weights.array("distances", TargetEncoding.DISTANCES, distanceSize), distanceSize, inputs, vectorSize);
        this.negation = folded(new float[] {1}, 1, inputs, inputs - 2);
        this.value = folded(new float[] {1}, 1, inputs, inputs - 1);
        this.bias = weights.array("convolution_bias", filters);
    }

    /** Two threads may do the same work at once; what they get is equal. */
    private float[] word(int word) {
        float[] products = words.getAcquire(word);
        if (products == null) {
            int size = vectors.length / words.length();
            products = folded(
                    Arrays.copyOfRange(vectors, word * size, (word + 1) * size),
                    size,
                    kernel.length / width / filters,
                    0);
            words.setRelease(word, products);
        }
        return products;
    }

    private float[] folded(float[] rows, int rowSize, int inputs, int offset) {
        int count = rows.length / rowSize;
        float[] products = new float[count * width * filters];
        for (int row = 0; row < count; row++) {
            for (int slice = 0; slice < width; slice++) {
                int to = (row * width + slice) * filters;
                for (int i = 0; i < rowSize; i++) {
                    addScaled(rows[row * rowSize + i], kernel, (slice * inputs + offset + i) * filters, products, to);
                }
            }
        }
        return products;
    }

    private void addScaled(float factor, float[] from, int start, float[] to, int target) {
        for (int j = 0; j < filters; j++) {
            to[target + j] += factor * from[start + j];
        }
    }

    int filters() {
        return filters;
    }

    /** Writes the filters' outputs after ReLU at position {@code t} of the encoding to {@code out}. */
    void apply(TargetEncoding encoding, int t, float[] out) {
        System.arraycopy(bias, 0, out, 0, filters);
        int half = width / 2;
        int from = Math.max(0, t - half);
        int to = Math.min(encoding.length - 1, t + half);
        for (int s = from; s <= to; s++) {
            int slice = s - t + half;
            addRow(word(encoding.words[s]), slice * filters, out);
            addRow(distances, (encoding.distances[s] * width + slice) * filters, out);
            if (encoding.negated[s]) {
                addRow(negation, slice * filters, out);
            }
            if (encoding.values[s] != 0) {
                addScaled(encoding.values[s], value, slice * filters, out, 0);
            }
        }
        for (int j = 0; j < filters; j++) {
            out[j] = Math.max(0, out[j]);
        }
    }

    private void addRow(float[] table, int row, float[] out) {
        for (int j = 0; j < filters; j++) {
            out[j] += table[row + j];
        }
    }
}
