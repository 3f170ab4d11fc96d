package org.newsweft.text.tone;

import java.util.List;
import org.newsweft.text.Span;

/**
 * What the network for whole sentences reads: the sentence with its names masked and no target, the lexical features,
 * and what VADER says, with its own lexicon and with that for news.
 */
final class SentenceEncoder {
    private static final int VADER_FEATURES = 5;

    static final int FEATURES = LexicalFeatures.COUNT + VADER_FEATURES;

    /** Before the first character: no token lies there. */
    private static final Target NOWHERE = new Target(List.of(new Span(0, 0)), "");

    private final TargetEncoder encoder;
    private final Vader standard;
    private final Vader news;

    SentenceEncoder(TargetEncoder encoder, Vader standard, Vader news) {
        this.encoder = encoder;
        this.standard = standard;
        this.news = news;
    }

    TargetEncoding encode(String sentence) {
        String plain = sentence.replace('\u2019', '\'');
        MaskedSentence masked = encoder.mask(plain, List.of(NOWHERE)).get(0);
        float[] features = new float[FEATURES];
        System.arraycopy(LexicalFeatures.of(masked), 0, features, 0, LexicalFeatures.COUNT);
        VaderScores scores = news.scores(plain);
        features[LexicalFeatures.COUNT] = (float) scores.compound();
        features[LexicalFeatures.COUNT + 1] = (float) scores.negative();
        features[LexicalFeatures.COUNT + 2] = (float) scores.neutral();
        features[LexicalFeatures.COUNT + 3] = (float) scores.positive();
        features[LexicalFeatures.COUNT + 4] = (float) standard.compound(plain);
        return TargetEncoding.of(masked, features);
    }
}
