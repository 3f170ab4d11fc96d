package org.newsweft.text.tone;

import org.newsweft.text.tone.words.Decimals;

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
        return ofShares(Math.exp(negative - greatest), Math.exp(neutral - greatest), Math.exp(positive - greatest));
    }

    /** Probabilities in proportion to three numbers, not all 0, rounded so that they sum to one. */
    static TargetTone ofShares(double negative, double neutral, double positive) {
        double sum = negative + neutral + positive;
        double roundedNegative = Decimals.six(negative / sum);
        double roundedPositive = Decimals.six(positive / sum);
        double rest = Math.max(0, Decimals.six(1 - roundedNegative - roundedPositive));
        return new TargetTone(roundedNegative, rest, roundedPositive);
    }

    /** Positive less negative probability, -1 to 1, six decimals. */
    public double score() {
        return Decimals.six(positive - negative);
    }

    /** The label by the cuts for running news; see {@link TonePrior#RUNNING}. */
    public ToneLabel label() {
        return TonePrior.RUNNING.label(this);
    }
}
