package org.newsweft.text.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.newsweft.statistics.BetaBinomial;
import org.newsweft.statistics.GammaPoisson;
import org.newsweft.statistics.LevelShift;

class ChangeStatisticsTest {
    @Test
    void theTailOfTheBetaBinomialAgreesWithScipy() {
        // scipy.stats.betabinom.sf(k - 1, m, p * s, (1 - p) * s) with s = 1 / rho - 1; the last scipy.stats.binom.sf.
        assertThat(BetaBinomial.upperTail(5, 20, .1, .05)).isCloseTo(0.1042023373027815, within(1e-12));
        assertThat(BetaBinomial.upperTail(30, 400, 1.0 / 9, .01)).isCloseTo(0.8613310279090315, within(1e-10));
        assertThat(BetaBinomial.upperTail(3, 3, 1.0 / 9, 0)).isCloseTo(0.001371742112482853, within(1e-8));
        assertThat(BetaBinomial.upperTail(0, 3, .5, .1)).isEqualTo(1);
    }

    @Test
    void ratiosAreShrunkAsTheMixtureHasIt() {
        // The posterior written out with scipy.stats.nbinom and gamma; its 5 % point by scipy.optimize.brentq.
        GammaPoisson prior = GammaPoisson.of(.5, .2, .1, .1, .04, .03, .02, .01);
        assertThat(prior.ratio(3, .05)).isCloseTo(25.256171487098094, within(1e-6));
        assertThat(prior.low(3, .05)).isCloseTo(1.4195266806666125, within(1e-6));
        assertThat(prior.ratio(1, .05)).isCloseTo(1.0646090964639088, within(1e-8));
        assertThat(prior.low(1, .05)).isCloseTo(0.409447119063851, within(1e-6));
        assertThat(prior.ratio(70, 5)).isCloseTo(13.827592507028463, within(1e-8));
        assertThat(prior.low(70, 5)).isCloseTo(11.307925291124388, within(1e-6));
        assertThat(prior.ratio(5, 5)).isCloseTo(0.968560646284001, within(1e-8));
        assertThat(prior.low(5, 5)).isCloseTo(0.6720969095915518, within(1e-6));
        assertThatThrownBy(() -> GammaPoisson.of(1)).hasMessage("1 weights, not 8");
    }

    @Test
    void thePriorIsFittedToTheCounts() {
        // The same hundred rounds in numpy.
        GammaPoisson prior = GammaPoisson.fitted(
                new long[] {1, 2, 3, 1, 5, 40}, new double[] {.1, 1, 3, 1, 5, 2}, new long[] {50, 20, 10, 30, 10, 1});
        assertThat(prior.weights()[0]).isCloseTo(0.8422035821584796, within(1e-8));
        assertThat(prior.weights()[1]).isCloseTo(0.14699577069340355, within(1e-8));
        assertThat(prior.weights()[6]).isCloseTo(0.009430801479572112, within(1e-8));
    }

    @Test
    void aShareThatGrewForGoodHasShifted() {
        // The sum and its variance in numpy, p by scipy.stats.kstwobign.sf.
        LevelShift war = LevelShift.of(new long[] {5, 4, 5, 6, 70, 60, 52, 45, 42, 40, 40}, fill(11, 150));
        assertThat(war.at()).isEqualTo(4);
        assertThat(war.pValue()).isCloseTo(5.914988477371263e-40, within(1e-50));
        assertThat(war.before()).isCloseTo(0.03333333333333333, within(1e-12));
        assertThat(war.after()).isCloseTo(0.3323809523809524, within(1e-12));
        assertThat(war.direction()).isEqualTo(1);
        assertThat(LevelShift.kolmogorov(1.36)).isCloseTo(0.049485876755377876, within(1e-12));
        assertThat(LevelShift.kolmogorov(.5)).isCloseTo(0.9639452436648751, within(1e-12));
    }

    @Test
    void whatIsOverOrNeverWasHasNot() {
        LevelShift spike = LevelShift.of(new long[] {2, 1, 2, 60, 2, 1, 2, 1}, fill(8, 100));
        assertThat(spike.direction()).isZero();
        LevelShift flat = LevelShift.of(new long[] {3, 5, 4, 6, 5, 3, 4, 5}, fill(8, 100));
        assertThat(flat.pValue()).isGreaterThan(.9);
        assertThat(flat.direction()).isZero();
        LevelShift gone = LevelShift.of(new long[] {20, 22, 19, 25, 21, 0, 0, 0}, fill(8, 100));
        assertThat(gone.at()).isEqualTo(5);
        assertThat(gone.direction()).isEqualTo(-1);
        assertThat(LevelShift.of(new long[] {0, 0}, fill(2, 100))).isNull();
    }

    private static long[] fill(int periods, long documents) {
        long[] totals = new long[periods];
        java.util.Arrays.fill(totals, documents);
        return totals;
    }
}
