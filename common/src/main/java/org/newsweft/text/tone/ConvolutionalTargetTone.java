package org.newsweft.text.tone;

import org.newsweft.text.tone.roles.MaskedSentence;
import org.newsweft.text.tone.words.ToneVocabulary;

/** The tone toward a name by {@link ToneNetwork}; its data sheet is docs/models/target-tone.md. */
final class ConvolutionalTargetTone implements TargetToneModel {
    private static final int CLASSES = 3;

    private final ToneNetwork network;

    private ConvolutionalTargetTone(ToneNetwork network) {
        this.network = network;
    }

    static ConvolutionalTargetTone load(ToneVocabulary vocabulary) {
        ToneWeights weights = ToneWeights.load("target_tone.bin");
        return new ConvolutionalTargetTone(new ToneNetwork(weights, vocabulary.size(), LexicalFeatures.COUNT, CLASSES));
    }

    @Override
    public double[] logits(MaskedSentence sentence) {
        float[] outputs = network.outputs(TargetEncoding.of(sentence));
        return new double[] {outputs[0], outputs[1], outputs[2]};
    }
}
