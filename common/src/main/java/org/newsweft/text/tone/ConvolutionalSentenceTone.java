package org.newsweft.text.tone;

import org.newsweft.text.tone.words.ToneVocabulary;

/** The tone of a sentence by {@link ToneNetwork}. */
final class ConvolutionalSentenceTone implements SentenceToneModel {
    /** Chosen on articles held out, plain reports staying neutral: see the data sheet. */
    private static final LabelCuts CUTS = new LabelCuts(-0.115, 0.14);

    private final SentenceEncoder encoder;
    private final ToneNetwork network;

    private ConvolutionalSentenceTone(SentenceEncoder encoder, ToneNetwork network) {
        this.encoder = encoder;
        this.network = network;
    }

    static ConvolutionalSentenceTone load(SentenceEncoder encoder, ToneVocabulary vocabulary) {
        return new ConvolutionalSentenceTone(
                encoder,
                new ToneNetwork(ToneWeights.load("sentence_tone.bin"), vocabulary.size(), SentenceEncoder.FEATURES, 1));
    }

    @Override
    public double rating(String sentence) {
        TargetEncoding encoding = encoder.encode(sentence);
        return encoding.length == 0 ? 0 : network.outputs(encoding)[0];
    }

    @Override
    public LabelCuts cuts() {
        return CUTS;
    }
}
