package org.newsweft.text.tone;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.newsweft.text.Resources;

/**
 * Arrays of trained weights by name, as the training programs (docs/models/tone-training, {@link LinearWeights}) write them: the number of
 * arrays; for each its name, the number of dimensions and their sizes; then the numbers, of which those of
 * {@code vectors} are a scale and one signed byte per number for each row.
 */
final class ToneWeights {
    /** Rows of bytes, with what to multiply each row by. */
    private static final String QUANTIZED = "vectors";

    private final Map<String, float[]> arrays = new HashMap<>();
    private final Map<String, int[]> shapes = new HashMap<>();

    private ToneWeights() {}

    static ToneWeights load(String resource) {
        try (InputStream stream = Resources.open(ToneWeights.class, resource)) {
            return read(stream);
        } catch (IOException cause) {
            throw new UncheckedIOException("cannot read resource " + resource, cause);
        }
    }

    static ToneWeights read(InputStream in) throws IOException {
        DataInputStream stream = new DataInputStream(new BufferedInputStream(in));
        ToneWeights weights = new ToneWeights();
        int count = stream.readInt();
        for (int i = 0; i < count; i++) {
            weights.readArray(stream);
        }
        return weights;
    }

    private void readArray(DataInputStream stream) throws IOException {
        String name = stream.readUTF();
        int[] shape = new int[stream.readInt()];
        int size = 1;
        for (int i = 0; i < shape.length; i++) {
            shape[i] = stream.readInt();
            size *= shape[i];
        }
        float[] numbers = new float[size];
        if (name.equals(QUANTIZED)) {
            readRows(stream, numbers, shape[1]);
        } else {
            for (int i = 0; i < size; i++) {
                numbers[i] = stream.readFloat();
            }
        }
        arrays.put(name, numbers);
        shapes.put(name, shape);
    }

    private static void readRows(DataInputStream stream, float[] numbers, int width) throws IOException {
        byte[] row = new byte[width];
        for (int start = 0; start < numbers.length; start += width) {
            float scale = stream.readFloat();
            stream.readFully(row);
            for (int i = 0; i < width; i++) {
                numbers[start + i] = scale * row[i];
            }
        }
    }

    /**
     * The numbers of an array, row by row.
     *
     * @param shape its sizes as the reader expects them, -1 where any will do
     * @throws IllegalStateException if there is no such array of that shape: weights and program do not fit
     */
    float[] array(String name, int... shape) {
        int[] found = shapes.get(name);
        boolean fits = found != null && found.length == shape.length;
        for (int i = 0; fits && i < shape.length; i++) {
            fits = shape[i] < 0 || shape[i] == found[i];
        }
        if (!fits) {
            throw new IllegalStateException("weights " + name + ": wanted " + Arrays.toString(shape) + ", found "
                    + (found == null ? "none" : Arrays.toString(found)));
        }
        return arrays.get(name);
    }

    /** The size of one dimension of an array that must be there. */
    int size(String name, int dimension) {
        return shapes.get(name)[dimension];
    }
}
