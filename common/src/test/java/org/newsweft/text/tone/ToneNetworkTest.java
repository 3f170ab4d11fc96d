package org.newsweft.text.tone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.newsweft.text.Span;
import org.newsweft.text.tone.roles.MaskedSentence;
import org.newsweft.text.tone.roles.Target;
import org.newsweft.text.tone.words.ToneVocabulary;
import org.newsweft.text.tone.words.ValenceLexicon;

/** The folded network against the same network computed the long way, from the vectors, with the shipped weights. */
class ToneNetworkTest {
    private final ToneVocabulary vocabulary = ToneVocabulary.load();
    private final ToneWeights weights = ToneWeights.load("target_tone.bin");

    @Test
    void foldedSumsEqualTheConvolution() {
        String sentence = "Critics did not praise Smith, whose “awful” plan failed, and Smith resigned.";
        Target target = new Target(List.of(new Span(23, 28), new Span(61, 66)), "smith");
        MaskedSentence masked = new TargetEncoder(vocabulary, ValenceLexicon.news())
                .mask(sentence, List.of(target))
                .get(0);
        TargetEncoding encoding = TargetEncoding.of(masked);
        ToneNetwork network = new ToneNetwork(weights, vocabulary.size(), LexicalFeatures.COUNT, 3);
        double[] expected = theLongWay(encoding);
        float[] outputs = network.outputs(encoding);
        for (int c = 0; c < 3; c++) {
            assertThat((double) outputs[c]).isCloseTo(expected[c], within(1e-3));
        }
    }

    private double[] theLongWay(TargetEncoding encoding) {
        int vectorSize = weights.size("vectors", 1);
        int distanceSize = weights.size("distances", 1);
        int inputs = vectorSize + distanceSize + 2;
        int width = weights.size("convolution", 0);
        int filters = weights.size("convolution", 2);
        float[] vectors = weights.array("vectors", -1, vectorSize);
        float[] distances = weights.array("distances", -1, distanceSize);
        double[][] x = new double[encoding.length][inputs];
        for (int t = 0; t < encoding.length; t++) {
            for (int i = 0; i < vectorSize; i++) {
                x[t][i] = vectors[encoding.words[t] * vectorSize + i];
            }
            for (int i = 0; i < distanceSize; i++) {
                x[t][vectorSize + i] = distances[encoding.distances[t] * distanceSize + i];
            }
            x[t][inputs - 2] = encoding.negated[t] ? 1 : 0;
            x[t][inputs - 1] = encoding.values[t];
        }
        float[] kernel = weights.array("convolution", width, inputs, filters);
        float[] bias = weights.array("convolution_bias", filters);
        double[][] h = new double[encoding.length][filters];
        for (int t = 0; t < encoding.length; t++) {
            for (int j = 0; j < filters; j++) {
                double sum = bias[j];
                for (int k = 0; k < width; k++) {
                    int s = t + k - width / 2;
                    for (int i = 0; s >= 0 && s < encoding.length && i < inputs; i++) {
                        sum += x[s][i] * kernel[(k * inputs + i) * filters + j];
                    }
                }
                h[t][j] = Math.max(0, sum);
            }
        }
        return head(encoding, pools(encoding, h, filters));
    }

    private double[] pools(TargetEncoding encoding, double[][] h, int filters) {
        float[] attention = weights.array("attention", filters);
        float[] ofDistance = weights.array("attention_distance", TargetEncoding.DISTANCES);
        double[] share = new double[encoding.length];
        double shares = 0;
        double near = 0;
        double targets = 0;
        for (int t = 0; t < encoding.length; t++) {
            double logit = ofDistance[encoding.distances[t]];
            for (int j = 0; j < filters; j++) {
                logit += h[t][j] * attention[j];
            }
            share[t] = Math.exp(logit);
            shares += share[t];
            near += encoding.weights[t];
            targets += encoding.words[t] == 2 || encoding.words[t] == 3 ? 1 : 0;
        }
        double[] pools = new double[5 * filters];
        for (int t = 0; t < encoding.length; t++) {
            for (int j = 0; j < filters; j++) {
                pools[j] += share[t] / shares * h[t][j];
                pools[filters + j] = Math.max(pools[filters + j], h[t][j]);
                pools[2 * filters + j] += encoding.weights[t] / near * h[t][j];
                if (encoding.words[t] == 2 || encoding.words[t] == 3) {
                    pools[3 * filters + j] += h[t][j] / targets;
                }
                pools[4 * filters + j] += h[t][j] / encoding.length;
            }
        }
        return pools;
    }

    private double[] head(TargetEncoding encoding, double[] pools) {
        int units = weights.size("hidden_bias", 0);
        float[] hidden = weights.array("hidden", -1, units);
        float[] hiddenBias = weights.array("hidden_bias", units);
        float[] output = weights.array("output", units, 3);
        float[] outputBias = weights.array("output_bias", 3);
        double[] logits = {outputBias[0], outputBias[1], outputBias[2]};
        for (int u = 0; u < units; u++) {
            double sum = hiddenBias[u];
            for (int i = 0; i < pools.length; i++) {
                sum += pools[i] * hidden[i * units + u];
            }
            for (int i = 0; i < encoding.features.length; i++) {
                sum += encoding.features[i] * hidden[(pools.length + i) * units + u];
            }
            for (int c = 0; c < 3; c++) {
                logits[c] += Math.max(0, sum) * output[u * 3 + c];
            }
        }
        return logits;
    }
}
