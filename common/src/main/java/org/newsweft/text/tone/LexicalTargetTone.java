package org.newsweft.text.tone;

import org.newsweft.text.tone.roles.MaskedSentence;

/**
 * The tone toward a name by logistic regression on the values of the words around it and on hashed words and pairs of
 * words; its data sheet is docs/models/target-tone.md.
 */
final class LexicalTargetTone implements TargetToneModel {
    private static final int CLASSES = 3;

    private final LinearWeights weights;

    private LexicalTargetTone(LinearWeights weights) {
        this.weights = weights;
    }

    static LexicalTargetTone load() {
        return new LexicalTargetTone(LinearWeights.load("target_tone_lexical.bin", LexicalFeatures.COUNT, CLASSES));
    }

    static LinearExample example(MaskedSentence sentence) {
        return new LinearExample(LexicalFeatures.of(sentence), NgramFeatures.ofTarget(sentence));
    }

    @Override
    public double[] logits(MaskedSentence sentence) {
        return weights.outputs(example(sentence));
    }
}
