package org.newsweft.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class ClassAgreementTest {
    @Test
    void accuracyAndMacroF1() {
        ClassAgreement agreement = new ClassAgreement(3);
        int[][] goldAndTold = {{0, 0}, {0, 0}, {0, 1}, {1, 1}, {1, 2}};
        for (int[] pair : goldAndTold) {
            agreement.add(pair[0], pair[1]);
        }

        // 3 of 5 right. F1: 2*2 / (3+2) = .8; 2*1 / (2+2) = .5; class 2 is told once and never right: 0.
        assertThat(agreement.accuracy()).isEqualTo(0.6);
        assertThat(agreement.f1(0)).isCloseTo(0.8, within(1e-12));
        assertThat(agreement.macroF1()).isCloseTo(1.3 / 3, within(1e-12));
    }

    @Test
    void nothingAgreesWithNothing() {
        assertThat(new ClassAgreement(3).accuracy()).isZero();
        assertThat(new ClassAgreement(3).macroF1()).isZero();
    }
}
