package org.newsweft.text.tone;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TonePriorTest {
    @Test
    void runningNewsIsCalledNegativeOrPositiveAboveItsCuts() {
        assertThat(new TargetTone(0.5, 0.49, 0.01).label()).isEqualTo(ToneLabel.NEGATIVE);
        assertThat(new TargetTone(0.49, 0.35, 0.16).label()).isEqualTo(ToneLabel.NEUTRAL);
        assertThat(new TargetTone(0.1, 0.55, 0.35).label()).isEqualTo(ToneLabel.POSITIVE);
        assertThat(new TargetTone(0.45, 0.09, 0.46).label()).isEqualTo(ToneLabel.POSITIVE);
    }

    @Test
    void chosenSentencesHaveOddsOfTheirOwn() {
        // .2 * 5.8, .7 * 1, .1 * 7.4 over their sum 2.6.
        assertThat(TonePrior.BALANCED.of(new TargetTone(0.2, 0.7, 0.1)))
                .isEqualTo(new TargetTone(0.446154, 0.269231, 0.284615));
        assertThat(TonePrior.BALANCED.label(new TargetTone(0.2, 0.7, 0.1))).isEqualTo(ToneLabel.NEGATIVE);
        assertThat(TonePrior.BALANCED.label(new TargetTone(0.1, 0.83, 0.07))).isEqualTo(ToneLabel.NEUTRAL);
        assertThat(TonePrior.RUNNING.of(new TargetTone(0.2, 0.7, 0.1))).isEqualTo(new TargetTone(0.2, 0.7, 0.1));
    }
}
