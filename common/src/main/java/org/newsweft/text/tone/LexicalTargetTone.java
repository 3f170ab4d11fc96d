package org.newsweft.text.tone;

/**
 * The tone toward a name from the values of the words around it: each counts by 1 / (1 + distance / 4), turned if
 * negated.
 */
final class LexicalTargetTone implements TargetToneModel {
    private static final double SLOPE = 3;
    private static final double NEUTRAL_BIAS = 0.7;
    private static final int NEAR_POSITIVE = 4;
    private static final int NEAR_NEGATIVE = 5;

    @Override
    public double[] logits(MaskedSentence sentence) {
        float[] features = LexicalFeatures.of(sentence);
        double scaled = SLOPE * (features[NEAR_POSITIVE] - features[NEAR_NEGATIVE]);
        return new double[] {-scaled, NEUTRAL_BIAS, scaled};
    }
}
