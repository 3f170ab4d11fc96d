package org.newsweft.text.tone;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TonePriorTest {
    @Test
    void runningNewsIsCalledNegativeOrPositiveAboveItsCuts() {
        assertThat(new TargetTone(0.45, 0.54, 0.01).label()).isEqualTo(ToneLabel.NEGATIVE);
        assertThat(new TargetTone(0.44, 0.40, 0.16).label()).isEqualTo(ToneLabel.NEUTRAL);
        assertThat(new TargetTone(0.1, 0.6, 0.3).label()).isEqualTo(ToneLabel.POSITIVE);
        assertThat(new TargetTone(0.45, 0.09, 0.46).label()).isEqualTo(ToneLabel.POSITIVE);
    }

    @Test
    void chosenSentencesHaveOddsOfTheirOwn() {
        // .2 * 5, .7 * 1, .1 * 6.8 over their sum 2.38.
        assertThat(TonePrior.BALANCED.of(new TargetTone(0.2, 0.7, 0.1)))
                .isEqualTo(new TargetTone(0.420168, 0.294118, 0.285714));
        assertThat(TonePrior.BALANCED.label(new TargetTone(0.2, 0.7, 0.1))).isEqualTo(ToneLabel.NEGATIVE);
        assertThat(TonePrior.BALANCED.label(new TargetTone(0.1, 0.82, 0.08))).isEqualTo(ToneLabel.NEUTRAL);
        assertThat(TonePrior.RUNNING.of(new TargetTone(0.2, 0.7, 0.1))).isEqualTo(new TargetTone(0.2, 0.7, 0.1));
    }
}
