package org.newsweft.text.tone;

import java.util.List;
import org.newsweft.text.Span;
import org.newsweft.text.tone.roles.MaskedSentence;
import org.newsweft.text.tone.roles.Target;
import org.newsweft.text.tone.words.Vader;
import org.newsweft.text.tone.words.VaderScores;
import org.newsweft.text.tone.words.ValenceLexicon;

/**
 * What the models for whole sentences read: the sentence with its names masked and no target, the lexical features,
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

    private SentenceEncoder(TargetEncoder encoder, Vader standard, Vader news) {
        this.encoder = encoder;
        this.standard = standard;
        this.news = news;
    }

    static SentenceEncoder of(TargetEncoder encoder, ValenceLexicon newsLexicon) {
        return new SentenceEncoder(encoder, Vader.standard(), new Vader(newsLexicon));
    }

    /** For the network. */
    TargetEncoding encode(String sentence) {
        String plain = plain(sentence);
        MaskedSentence masked = masked(plain);
        return TargetEncoding.of(masked, features(plain, masked));
    }

    /** For the linear model. */
    LinearExample linear(String sentence) {
        String plain = plain(sentence);
        MaskedSentence masked = masked(plain);
        return new LinearExample(features(plain, masked), NgramFeatures.ofSentence(masked));
    }

    private static String plain(String sentence) {
        return sentence.replace('\u2019', '\'');
    }

    private MaskedSentence masked(String plain) {
        return encoder.mask(plain, List.of(NOWHERE)).get(0);
    }

    private float[] features(String plain, MaskedSentence masked) {
        float[] features = new float[FEATURES];
        System.arraycopy(LexicalFeatures.of(masked), 0, features, 0, LexicalFeatures.COUNT);
        VaderScores scores = news.scores(plain);
        features[LexicalFeatures.COUNT] = (float) scores.compound();
        features[LexicalFeatures.COUNT + 1] = (float) scores.negative();
        features[LexicalFeatures.COUNT + 2] = (float) scores.neutral();
        features[LexicalFeatures.COUNT + 3] = (float) scores.positive();
        features[LexicalFeatures.COUNT + 4] = (float) standard.compound(plain);
        return features;
    }
}
