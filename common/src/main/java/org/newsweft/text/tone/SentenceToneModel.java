package org.newsweft.text.tone;

/**
 * The tone of a sentence as people rate it on average, by {@link ToneNetwork}: a rating from -4 to 4, divided by four.
 * Its data sheet is docs/models/sentence-tone.md.
 */
final class SentenceToneModel {
    private static final double GREATEST_RATING = 4;

    /** Cuts between the labels, chosen on articles held out, plain reports staying neutral: see the data sheet. */
    private static final double NEGATIVE_BELOW = -0.115;

    private static final double POSITIVE_ABOVE = 0.14;

    private final SentenceEncoder encoder;
    private final ToneNetwork network;

    private SentenceToneModel(SentenceEncoder encoder, ToneNetwork network) {
        this.encoder = encoder;
        this.network = network;
    }

    static SentenceToneModel load(ToneVocabulary vocabulary, ValenceLexicon newsLexicon) {
        TargetEncoder masking = new TargetEncoder(vocabulary, newsLexicon);
        return new SentenceToneModel(
                new SentenceEncoder(masking, Vader.standard(), new Vader(newsLexicon)),
                new ToneNetwork(ToneWeights.load("sentence_tone.bin"), vocabulary.size(), SentenceEncoder.FEATURES, 1));
    }

    SentenceTone tone(String sentence) {
        TargetEncoding encoding = encoder.encode(sentence);
        if (encoding.length == 0) {
            return new SentenceTone(0, ToneLabel.NEUTRAL);
        }
        double rating = network.outputs(encoding)[0];
        double score = Decimals.six(Math.max(-1, Math.min(1, rating / GREATEST_RATING)));
        return new SentenceTone(score, label(score));
    }

    ToneLabel label(double score) {
        if (score < NEGATIVE_BELOW) {
            return ToneLabel.NEGATIVE;
        }
        return score > POSITIVE_ABOVE ? ToneLabel.POSITIVE : ToneLabel.NEUTRAL;
    }
}
