package org.newsweft.text.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;
import org.newsweft.graph.Backbone;
import org.newsweft.graph.Betweenness;
import org.newsweft.statistics.GammaPoissonShrinker;
import org.newsweft.statistics.GammaPoissonShrinker.Zeros;
import org.newsweft.statistics.GammaQuantile;
import org.newsweft.statistics.MeetingTest;

class MeetingStatisticsTest {
    @Test
    void rareMeetingsAreJudgedByTheHypergeometricDistribution() {
        // scipy: hypergeom.sf(k, n, a, b) + hypergeom.pmf(k, n, a, b) / 2. By hand for 1 of 4 and 2 in 10: of 45
        // ways to draw two, 6 hold both and 24 one: 6 / 45 + 12 / 45.
        assertThat(MeetingTest.upperTail(2, 3, 3, 20_000)).isCloseTo(2.250075e-08, Percentage.withPercentage(1e-4));
        assertThat(MeetingTest.upperTail(3, 20, 30, 5_000)).isCloseTo(0.0001061284975, Percentage.withPercentage(1e-6));
        assertThat(MeetingTest.upperTail(1, 4, 2, 10)).isCloseTo(0.4, within(1e-12));
        assertThat(MeetingTest.upperTail(10, 40, 60, 900)).isCloseTo(8.339681432e-05, Percentage.withPercentage(1e-6));
    }

    @Test
    void sentencesOfOneStoryCountOnce() {
        // Ten sentences in two stories: all counts are divided by five, 2, 4, 3 of 800 are left.
        assertThat(MeetingTest.pValue(2, 10, 20, 15, 4_000)).isCloseTo(2.81366746e-05, Percentage.withPercentage(1e-6));
        assertThat(MeetingTest.pValue(1, 10, 20, 15, 4_000)).isEqualTo(1);
    }

    @Test
    void frequentMeetingsAreJudgedByTheLogLikelihoodRatio() {
        // 60 where 50 are expected, in 30 stories: scipy.stats.norm.sf(sqrt(g2 / 2)), g2 = 2.42266.
        assertThat(MeetingTest.pValue(30, 60, 400, 500, 4_000)).isCloseTo(0.1355343858, within(1e-9));
        // 40 where 50 are expected: fewer than chance is no sign of a tie.
        assertThat(MeetingTest.pValue(40, 40, 400, 500, 4_000)).isCloseTo(0.9493170724, within(1e-9));
    }

    @Test
    void thePriorIsThatOfGreatestLikelihood() {
        long[] observed = {0, 0, 1, 1, 2, 3, 8, 20};
        double[] expected = {.5, 2, .5, 2, 1, .2, 1, 4};
        long[] rows = {400, 100, 60, 50, 30, 5, 4, 2};

        // scipy.optimize.minimize of the negative binomial likelihood, Nelder-Mead; the second with zeros that may be
        // ones.
        assertThat(GammaPoissonShrinker.fit(observed, expected, rows))
                .isEqualTo(new GammaPoissonShrinker(.4269, .9447));
        GammaPoissonShrinker unsure = GammaPoissonShrinker.fit(observed, expected, rows, Zeros.MAY_BE_ONE);
        assertThat(unsure.shape()).isCloseTo(1.80665211, within(1e-3));
        assertThat(unsure.rate()).isCloseTo(2.55669305, within(1e-3));
        assertThat(GammaPoissonShrinker.fit(new long[0], new double[0], new long[0]))
                .isEqualTo(new GammaPoissonShrinker(1, 1));
    }

    @Test
    void whatIsKnownOfARatioIsAGammaDistribution() {
        GammaPoissonShrinker prior = new GammaPoissonShrinker(.5, 1.5);

        // exp(digamma(2.5)) / 3.5 and scipy.stats.gamma.ppf(.05, 2.5) / 3.5.
        assertThat(prior.ratio(2, 2)).isCloseTo(0.5771769842, within(1e-8));
        assertThat(prior.quantile(2, 2, .05)).isCloseTo(0.1636394609, within(1e-8));
        assertThatThrownBy(() -> new GammaPoissonShrinker(0, 1)).hasMessage("a gamma prior of shape 0.0 and rate 1.0");
    }

    @Test
    void quantilesOfTheGammaDistribution() {
        // scipy.stats.gamma.ppf
        assertThat(GammaQuantile.of(3.5, .05)).isCloseTo(1.083674955, Percentage.withPercentage(1e-6));
        assertThat(GammaQuantile.of(.2, .05)).isCloseTo(2.03921311e-07, Percentage.withPercentage(1e-5));
        assertThat(GammaQuantile.of(100, .025)).isCloseTo(81.36399125, Percentage.withPercentage(1e-6));
        assertThat(GammaQuantile.of(1.05, .025)).isCloseTo(0.03089087117, Percentage.withPercentage(1e-6));
        assertThat(GammaQuantile.of(30.002, .05)).isCloseTo(21.59567781, Percentage.withPercentage(1e-6));
    }

    @Test
    void tiesThatAreMoreThanNoise() {
        // scipy.stats.binom.sf(9, 1000, 30 * 40 / 1000 ** 2), binom.sf(1, 500, 4 / 500 ** 2).
        assertThat(Backbone.noiseCorrected(10, 30, 40, 1_000))
                .isCloseTo(5.563821503e-07, Percentage.withPercentage(1e-6));
        assertThat(Backbone.noiseCorrected(2, 2, 2, 500)).isCloseTo(3.176686078e-05, Percentage.withPercentage(1e-6));
        assertThat(Backbone.noiseCorrected(1, 1, 1, 500)).isEqualTo(1);
        // The end with 30 in 5 ties: (1 - 10 / 30) ^ 4 = 0.1975; that with 40 in 12: (3 / 4) ^ 11.
        assertThat(Backbone.disparity(10, 30, 5, 40, 12)).isCloseTo(0.04223513603, within(1e-10));
        assertThat(Backbone.disparity(3, 3, 1, 3, 1)).isEqualTo(1);
    }

    @Test
    void betweennessIsTheShareOfShortestWays() {
        // networkx.betweenness_centrality of a kite: a-b, a-c, b-d, c-d, d-e, e-f.
        double[] betweenness = Betweenness.of(6, new int[] {0, 0, 1, 2, 3, 4}, new int[] {1, 2, 3, 3, 4, 5});

        assertThat(betweenness)
                .containsExactly(
                        new double[] {0.05, 0.15000000000000002, 0.15000000000000002, 0.65, 0.4, 0.0}, within(1e-12));
    }
}
