package org.newsweft.text.tone;

/** The tone of a sentence: VADER's compound over the news lexicon. */
final class SentenceToneModel {
    private static final double CUT = 0.05;

    private final Vader vader;

    SentenceToneModel(Vader vader) {
        this.vader = vader;
    }

    SentenceTone tone(String sentence) {
        double score = Decimals.six(vader.compound(sentence.replace('\u2019', '\'')));
        return new SentenceTone(score, label(score));
    }

    ToneLabel label(double score) {
        return score >= CUT ? ToneLabel.POSITIVE : score <= -CUT ? ToneLabel.NEGATIVE : ToneLabel.NEUTRAL;
    }
}
