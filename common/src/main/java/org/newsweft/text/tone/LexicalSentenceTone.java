package org.newsweft.text.tone;

/** The tone of a sentence by linear regression on word values, VADER's scores, and hashed words and pairs of words. */
final class LexicalSentenceTone implements SentenceToneModel {
    /** Chosen on articles held out, plain reports staying neutral: see the data sheet. */
    private static final LabelCuts CUTS = new LabelCuts(-0.09, 0.09);

    private final SentenceEncoder encoder;
    private final LinearWeights weights;

    private LexicalSentenceTone(SentenceEncoder encoder, LinearWeights weights) {
        this.encoder = encoder;
        this.weights = weights;
    }

    static LexicalSentenceTone load(SentenceEncoder encoder) {
        return new LexicalSentenceTone(
                encoder, LinearWeights.load("sentence_tone_lexical.bin", SentenceEncoder.FEATURES, 1));
    }

    @Override
    public double rating(String sentence) {
        LinearExample example = encoder.linear(sentence);
        return example.ngrams.length == 0 ? 0 : weights.outputs(example)[0];
    }

    @Override
    public LabelCuts cuts() {
        return CUTS;
    }
}
