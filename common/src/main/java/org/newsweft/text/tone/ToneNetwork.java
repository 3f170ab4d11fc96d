package org.newsweft.text.tone;

import org.newsweft.text.tone.words.ToneVocabulary;

/**
 * A small convolutional network over static word vectors that knows where in the sentence the target stands: one
 * convolution, five ways of pooling it (by attention, maximum, nearness to the target, at the target, mean), lexical
 * features beside them, one hidden layer. Trained by the programs in docs/models/tone-training.
 */
final class ToneNetwork {
    private static final int POOLS = 5;

    private final WordConvolution convolution;
    private final int filters;
    private final int features;
    private final float[] attention;
    private final float[] attentionOfDistance;
    private final float[] hidden;
    private final float[] hiddenBias;
    private final float[] output;
    private final float[] outputBias;

    /**
     * Takes the arrays of a network out of its weights.
     *
     * @param vocabularySize how many words it must know
     * @param features how many lexical features it must take
     * @param outputs how many numbers it must tell
     * @throws IllegalStateException if the weights are not of such a network
     */
    ToneNetwork(ToneWeights weights, int vocabularySize, int features, int outputs) {
        this.convolution = new WordConvolution(weights, vocabularySize);
        this.filters = convolution.filters();
        this.features = features;
        this.attention = weights.array("attention", filters);
        this.attentionOfDistance = weights.array("attention_distance", TargetEncoding.DISTANCES);
        int units = weights.size("hidden_bias", 0);
        this.hidden = weights.array("hidden", POOLS * filters + features, units);
        this.hiddenBias = weights.array("hidden_bias", units);
        this.output = weights.array("output", units, outputs);
        this.outputBias = weights.array("output_bias", outputs);
    }

    /** What the network tells of an encoded sentence: logits of classes, or scores. */
    float[] outputs(TargetEncoding encoding) {
        float[] units = multiply(pool(encoding), hidden, hiddenBias);
        for (int i = 0; i < units.length; i++) {
            units[i] = Math.max(0, units[i]);
        }
        return multiply(units, output, outputBias);
    }

    /** The pools in the order in which they were trained, then the lexical features. */
    private float[] pool(TargetEncoding encoding) {
        int length = encoding.length;
        float[] pooled = new float[POOLS * filters + features];
        System.arraycopy(encoding.features, 0, pooled, POOLS * filters, features);
        float[][] outputs = new float[length][filters];
        float[] shares = new float[length];
        float nearness = 0;
        int mentions = 0;
        for (int t = 0; t < length; t++) {
            convolution.apply(encoding, t, outputs[t]);
            shares[t] = attentionOfDistance[encoding.distances[t]] + dot(outputs[t], attention);
            nearness += encoding.weights[t];
            mentions += isTarget(encoding.words[t]) ? 1 : 0;
        }
        softmax(shares);
        for (int t = 0; t < length; t++) {
            float[] at = outputs[t];
            addScaled(shares[t], at, pooled, 0);
            takeGreatest(at, pooled, filters);
            addScaled(encoding.weights[t] / nearness, at, pooled, 2 * filters);
            if (isTarget(encoding.words[t])) {
                addScaled(1f / mentions, at, pooled, 3 * filters);
            }
            addScaled(1f / length, at, pooled, 4 * filters);
        }
        return pooled;
    }

    private static boolean isTarget(int word) {
        return word == ToneVocabulary.TARGET || word == ToneVocabulary.TARGET_AGAIN;
    }

    private static void softmax(float[] numbers) {
        float greatest = Float.NEGATIVE_INFINITY;
        for (float number : numbers) {
            greatest = Math.max(greatest, number);
        }
        float sum = 0;
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = (float) Math.exp(numbers[i] - greatest);
            sum += numbers[i];
        }
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] /= sum;
        }
    }

    private static float dot(float[] a, float[] b) {
        float sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += a[i] * b[i];
        }
        return sum;
    }

    private static void addScaled(float factor, float[] from, float[] to, int start) {
        for (int j = 0; j < from.length; j++) {
            to[start + j] += factor * from[j];
        }
    }

    private static void takeGreatest(float[] from, float[] to, int start) {
        for (int j = 0; j < from.length; j++) {
            to[start + j] = Math.max(to[start + j], from[j]);
        }
    }

    /** {@code input} times {@code matrix}, whose rows are the inputs, plus {@code bias}. */
    private static float[] multiply(float[] input, float[] matrix, float[] bias) {
        float[] result = bias.clone();
        for (int i = 0; i < input.length; i++) {
            float factor = input[i];
            if (factor != 0) {
                int row = i * result.length;
                for (int j = 0; j < result.length; j++) {
                    result[j] += factor * matrix[row + j];
                }
            }
        }
        return result;
    }
}
