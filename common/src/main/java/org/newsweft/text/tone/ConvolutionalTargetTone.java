package org.newsweft.text.tone;

import java.util.ArrayList;
import java.util.List;

/**
 * The tone toward a name from a small convolutional network over static word vectors that knows where the name stands:
 * one convolution, five ways of pooling it (by attention, maximum, nearness to the target, at the target, mean), one
 * hidden layer. Trained by docs/models/tone-training on NewsMTSC and a transformer's judgements; its data sheet is
 * docs/models/target-tone.md.
 */
final class ConvolutionalTargetTone implements TargetToneModel {
    private static final int POOLS = 5;
    private static final int CLASSES = 3;

    private final TargetEncoder encoder;
    private final WordConvolution convolution;
    private final int filters;
    private final float[] attention;
    private final float[] attentionOfDistance;
    private final float[] hidden;
    private final float[] hiddenBias;
    private final float[] output;
    private final float[] outputBias;

    private ConvolutionalTargetTone(ToneWeights weights, ToneVocabulary vocabulary, TargetEncoder encoder) {
        this.encoder = encoder;
        this.convolution = new WordConvolution(weights, vocabulary.size());
        this.filters = convolution.filters();
        this.attention = weights.array("attention", filters);
        this.attentionOfDistance = weights.array("attention_distance", TargetEncoding.DISTANCES);
        int units = weights.size("hidden_bias", 0);
        this.hidden = weights.array("hidden", POOLS * filters + LexicalFeatures.COUNT, units);
        this.hiddenBias = weights.array("hidden_bias", units);
        this.output = weights.array("output", units, CLASSES);
        this.outputBias = weights.array("output_bias", CLASSES);
    }

    static ConvolutionalTargetTone load(ValenceLexicon lexicon) {
        ToneVocabulary vocabulary = ToneVocabulary.load();
        return new ConvolutionalTargetTone(
                ToneWeights.load("target_tone.bin"), vocabulary, new TargetEncoder(vocabulary, lexicon));
    }

    @Override
    public List<TargetTone> tones(String sentence, List<Target> targets) {
        List<TargetTone> tones = new ArrayList<>(targets.size());
        for (MaskedSentence masked : encoder.mask(sentence, targets)) {
            float[] logits = logits(TargetEncoding.of(masked));
            tones.add(TargetTone.ofLogits(logits[0], logits[1], logits[2]));
        }
        return tones;
    }

    private float[] logits(TargetEncoding encoding) {
        float[] pooled = pool(encoding);
        float[] units = multiply(pooled, hidden, hiddenBias);
        for (int i = 0; i < units.length; i++) {
            units[i] = Math.max(0, units[i]);
        }
        return multiply(units, output, outputBias);
    }

    /** The pools in the order in which they were trained, then the lexical features. */
    private float[] pool(TargetEncoding encoding) {
        int length = encoding.length;
        float[] pooled = new float[POOLS * filters + LexicalFeatures.COUNT];
        System.arraycopy(encoding.features, 0, pooled, POOLS * filters, LexicalFeatures.COUNT);
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
