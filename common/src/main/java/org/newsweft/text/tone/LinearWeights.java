package org.newsweft.text.tone;

import java.io.BufferedOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;

/** A linear model over lexical features and hashed n-grams, for one output or several. */
final class LinearWeights {
    private static final String OF_FEATURES = "features";
    private static final String OF_NGRAMS = "vectors";
    private static final String BIAS = "bias";

    private static final float GREATEST_BYTE = 127;

    private final int outputs;
    private final float[] ofFeatures;
    private final float[] ofNgrams;
    private final float[] bias;

    private LinearWeights(int outputs, float[] ofFeatures, float[] ofNgrams, float[] bias) {
        this.outputs = outputs;
        this.ofFeatures = ofFeatures;
        this.ofNgrams = ofNgrams;
        this.bias = bias;
    }

    /**
     * Takes a model out of its weights.
     *
     * @throws IllegalStateException if the weights are not of such a model
     */
    static LinearWeights load(String resource, int features, int outputs) {
        return of(ToneWeights.load(resource), features, outputs);
    }

    static LinearWeights of(ToneWeights weights, int features, int outputs) {
        return new LinearWeights(
                outputs,
                weights.array(OF_FEATURES, features, outputs),
                weights.array(OF_NGRAMS, NgramFeatures.BUCKETS, outputs),
                weights.array(BIAS, outputs));
    }

    /** The outputs for an example. */
    double[] outputs(LinearExample example) {
        double[] sums = new double[outputs];
        for (int o = 0; o < outputs; o++) {
            sums[o] = bias[o];
        }
        for (int i = 0; i < example.features.length; i++) {
            add(ofFeatures, i, example.features[i], sums);
        }
        for (int bucket : example.ngrams) {
            add(ofNgrams, bucket, 1, sums);
        }
        return sums;
    }

    private void add(float[] rows, int row, float factor, double[] sums) {
        for (int o = 0; o < outputs; o++) {
            sums[o] += factor * rows[row * outputs + o];
        }
    }

    /**
     * Writes a trained model in the format of {@link ToneWeights}.
     *
     * @param coefficients one row for each feature, then one for each bucket of n-grams; one number for each output
     * @param bias one number for each output
     */
    static void write(OutputStream out, double[][] coefficients, double[] bias) throws IOException {
        int outputs = bias.length;
        int features = coefficients.length - NgramFeatures.BUCKETS;
        DataOutputStream stream = new DataOutputStream(new BufferedOutputStream(out));
        stream.writeInt(3);
        writeHead(stream, BIAS, outputs);
        writeFloats(stream, bias);
        writeHead(stream, OF_FEATURES, features, outputs);
        for (int row = 0; row < features; row++) {
            writeFloats(stream, coefficients[row]);
        }
        writeHead(stream, OF_NGRAMS, NgramFeatures.BUCKETS, outputs);
        for (int row = features; row < coefficients.length; row++) {
            writeBytes(stream, coefficients[row]);
        }
        stream.flush();
    }

    private static void writeHead(DataOutputStream stream, String name, int... shape) throws IOException {
        stream.writeUTF(name);
        stream.writeInt(shape.length);
        for (int size : shape) {
            stream.writeInt(size);
        }
    }

    private static void writeFloats(DataOutputStream stream, double[] numbers) throws IOException {
        for (double number : numbers) {
            stream.writeFloat((float) number);
        }
    }

    private static void writeBytes(DataOutputStream stream, double[] numbers) throws IOException {
        double greatest = 0;
        for (double number : numbers) {
            greatest = Math.max(greatest, Math.abs(number));
        }
        float scale = (float) greatest / GREATEST_BYTE;
        stream.writeFloat(scale);
        for (double number : numbers) {
            stream.writeByte(scale == 0 ? 0 : (int) Math.rint(number / scale));
        }
    }
}
