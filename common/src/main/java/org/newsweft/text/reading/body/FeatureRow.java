package org.newsweft.text.reading.body;

/** Takes the features of one block in a fixed order. Written again for every block; not thread-safe. */
final class FeatureRow {
    private final double[] values;
    private int size;

    FeatureRow(int length) {
        values = new double[length];
    }

    void clear() {
        size = 0;
    }

    void add(double value) {
        values[size++] = value;
    }

    void add(boolean value) {
        values[size++] = value ? 1 : 0;
    }

    /** Copies what was added so far, which must be exactly as long as {@code target}. */
    void copyTo(double[] target) {
        if (size != target.length) {
            throw new IllegalStateException(size + " of " + target.length + " features were given");
        }
        System.arraycopy(values, 0, target, 0, size);
    }

    double[] values() {
        if (size != values.length) {
            throw new IllegalStateException(size + " of " + values.length + " features were given");
        }
        return values;
    }
}
