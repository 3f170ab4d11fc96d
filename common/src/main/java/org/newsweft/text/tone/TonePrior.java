package org.newsweft.text.tone;

/**
 * What share of mentions carries a tone, before anything is known of the sentence. Probabilities are those of running
 * news; for sentences that were chosen because they judge somebody they are shifted by Bayes' rule.
 */
public enum TonePrior {
    /** News as it comes: four mentions in five carry no tone. */
    RUNNING(new double[] {1, 1, 1}) {
        @Override
        public ToneLabel label(TargetTone tone) {
            if (tone.negative() >= NEGATIVE_FROM && tone.negative() >= tone.positive()) {
                return ToneLabel.NEGATIVE;
            }
            return tone.positive() >= POSITIVE_FROM ? ToneLabel.POSITIVE : ToneLabel.NEUTRAL;
        }
    },
    /**
     * Sentences chosen because they judge somebody, half of which carry a tone, as those of NewsMTSC. The odds are those
     * that fit its training set best.
     */
    BALANCED(new double[] {5.8, 1, 7.4}) {
        @Override
        public ToneLabel label(TargetTone tone) {
            TargetTone shifted = of(tone);
            if (shifted.neutral() >= shifted.negative() && shifted.neutral() >= shifted.positive()) {
                return ToneLabel.NEUTRAL;
            }
            return shifted.negative() >= shifted.positive() ? ToneLabel.NEGATIVE : ToneLabel.POSITIVE;
        }
    };

    /**
     * Least probabilities of a label: for articles held out of the training, whatever their source, labels above them were
     * right more often than those above lower ones; see docs/models/target-tone.md.
     */
    private static final double NEGATIVE_FROM = 0.5;

    private static final double POSITIVE_FROM = 0.35;

    private final double[] odds;

    TonePrior(double[] odds) {
        this.odds = odds;
    }

    /** The probabilities under this prior, given those of running news. */
    public TargetTone of(TargetTone running) {
        return TargetTone.ofShares(
                running.negative() * odds[0], running.neutral() * odds[1], running.positive() * odds[2]);
    }

    /** The label under this prior, given the probabilities of running news. */
    public abstract ToneLabel label(TargetTone running);
}
