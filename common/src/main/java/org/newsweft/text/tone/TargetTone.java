package org.newsweft.text.tone;

/**
 * Tone of a sentence toward one name in it, as probabilities of six decimals that sum to one.
 *
 * <p>This is how the sentence presents the name; it is not the author's opinion of it.
 *
 * @param negative probability of a negative tone
 * @param neutral probability of a neutral tone
 * @param positive probability of a positive tone
 */
public record TargetTone(double negative, double neutral, double positive) {
    public TargetTone {
        double sum = negative + neutral + positive;
        if (!(negative >= 0 && neutral >= 0 && positive >= 0 && Math.abs(sum - 1) < 1e-5)) {
            throw new IllegalArgumentException("not probabilities: " + negative + ", " + neutral + ", " + positive);
        }
    }

    /**
     * Probabilities from three logits (softmax), rounded so that they still sum to one.
     *
     * @throws IllegalArgumentException if a logit is not finite
     */
    static TargetTone ofLogits(double negative, double neutral, double positive) {
        double greatest = Math.max(negative, Math.max(neutral, positive));
        double a = Math.exp(negative - greatest);
        double b = Math.exp(neutral - greatest);
        double c = Math.exp(positive - greatest);
        double sum = a + b + c;
        double roundedNegative = Decimals.six(a / sum);
        double roundedPositive = Decimals.six(c / sum);
        double rest = Math.max(0, Decimals.six(1 - roundedNegative - roundedPositive));
        return new TargetTone(roundedNegative, rest, roundedPositive);
    }

    /** Positive less negative probability, -1 to 1, six decimals. */
    public double score() {
        return Decimals.six(positive - negative);
    }

    /** The most probable class; neutral wins a tie, then negative. */
    public ToneLabel label() {
        if (neutral >= negative && neutral >= positive) {
            return ToneLabel.NEUTRAL;
        }
        return negative >= positive ? ToneLabel.NEGATIVE : ToneLabel.POSITIVE;
    }
}
