package org.newsweft.text.tone;

/**
 * The tone toward a name by logistic regression on the values of the words around it and on hashed words and pairs of
 * words; its data sheet is docs/models/target-tone.md.
 */
final class LexicalTargetTone implements TargetToneModel {
    private static final int CLASSES = 3;

    private final float[] ofFeatures;
    private final float[] ofNgrams;
    private final float[] bias;

    private LexicalTargetTone(ToneWeights weights) {
        this.ofFeatures = weights.array("features", LexicalFeatures.COUNT, CLASSES);
        this.ofNgrams = weights.array("vectors", NgramFeatures.BUCKETS, CLASSES);
        this.bias = weights.array("bias", CLASSES);
    }

    static LexicalTargetTone load() {
        return new LexicalTargetTone(ToneWeights.load("target_tone_lexical.bin"));
    }

    @Override
    public double[] logits(MaskedSentence sentence) {
        double[] logits = {bias[0], bias[1], bias[2]};
        float[] features = LexicalFeatures.of(sentence);
        for (int i = 0; i < features.length; i++) {
            for (int c = 0; c < CLASSES; c++) {
                logits[c] += features[i] * ofFeatures[i * CLASSES + c];
            }
        }
        for (int bucket : NgramFeatures.of(sentence)) {
            for (int c = 0; c < CLASSES; c++) {
                logits[c] += ofNgrams[bucket * CLASSES + c];
            }
        }
        return logits;
    }
}
