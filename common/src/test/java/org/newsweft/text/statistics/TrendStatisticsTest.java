package org.newsweft.text.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.newsweft.graph.PageRank;
import org.newsweft.statistics.ChiSquare;
import org.newsweft.statistics.Deviation;
import org.newsweft.statistics.MannKendall;
import org.newsweft.statistics.StudentT;
import org.newsweft.statistics.TheilSen;

class TrendStatisticsTest {
    private static final double[] RISING = {.1, .3, .2, .5, .4, .4, .6, .9};
    private static final double[] MOSTLY_ZERO = {0, 0, 0, 1, 0, 0, 0, 0, 2, 0};

    @Test
    void theilSenIsTheMedianOfAllPairwiseSlopes() {
        // scipy.stats.theilslopes
        assertThat(TheilSen.slope(RISING)).isCloseTo(0.1, within(1e-15));
        assertThat(TheilSen.slope(MOSTLY_ZERO)).isZero();
        // Slopes 1, -1 and 3: the median is 1.
        assertThat(TheilSen.slope(new double[] {0, 3, 2})).isEqualTo(1);
        assertThat(TheilSen.slope(new double[] {2, 5})).isEqualTo(3);
        assertThatThrownBy(() -> TheilSen.slope(new double[] {2})).hasMessage("a series of 1 has no slope");
    }

    @Test
    void theilSenOfALongSeriesNeedsNoTableOfSlopes() {
        // 1,500 values of the generator x' = 48271 x mod (2^31 - 1) from 7, with a trend of 1e-4 added;
        // scipy.stats.theilslopes gives 0.0001219427255888721.
        double[] values = new double[1500];
        long x = 7;
        for (int i = 0; i < values.length; i++) {
            x = x * 48271 % 2147483647L;
            values[i] = x / 2147483647.0 + i * 1e-4;
        }
        assertThat(TheilSen.slope(values)).isCloseTo(0.0001219427255888721, within(1e-14));
    }

    @Test
    void mannKendallCountsRisesAgainstFallsAndAllowsForTies() {
        // tau-b by scipy.stats.kendalltau. RISING: 24 pairs rise, 3 fall, one is tied: S = 21. The variance is
        // (8 * 7 * 21 - 2 * 1 * 9) / 18 = 64.333, z = 20 / 8.0208, p = 2 * scipy.stats.norm.sf(z).
        MannKendall rising = MannKendall.of(RISING);
        assertThat(rising.tau()).isCloseTo(0.7637626158259733, within(1e-12));
        assertThat(rising.pValue()).isCloseTo(0.012648527380247998, within(1e-12));
        MannKendall mostlyZero = MannKendall.of(MOSTLY_ZERO);
        assertThat(mostlyZero.tau()).isCloseTo(0.1807753815155468, within(1e-12));
        assertThat(mostlyZero.pValue()).isCloseTo(0.6045711477247827, within(1e-12));
    }

    @Test
    void aConstantSeriesHasNoTauAndNoTrend() {
        MannKendall constant = MannKendall.of(new double[] {.5, .5, .5});
        assertThat(constant.tau()).isNaN();
        assertThat(constant.pValue()).isEqualTo(1);
        assertThat(MannKendall.of(new double[] {.5}).pValue()).isEqualTo(1);
    }

    @Test
    void standardScoresAreNullWhereNothingVaries() {
        // Mean 2, sample deviation 1.
        assertThat(Deviation.standardScores(new double[] {1, 2, 3})).containsExactly(-1.0, 0.0, 1.0);
        assertThat(Deviation.standardScores(new double[] {.1, .1, .1})).containsOnlyNulls();
        assertThat(Deviation.standardScores(new double[] {.1})).containsOnlyNulls();
    }

    @Test
    void distributionsAgreeWithScipy() {
        // scipy.stats.chi2.sf(x, 1), 2 * norm.sf(1.96), t.ppf(.975, d)
        assertThat(ChiSquare.pValue(3.841458820694124)).isCloseTo(.05, within(1e-12));
        assertThat(ChiSquare.pValue(-10)).isCloseTo(0.001565402258002549, within(1e-12));
        assertThat(ChiSquare.pValueOfNormal(1.96)).isCloseTo(0.04999579029644087, within(1e-12));
        assertThat(StudentT.quantile975(1)).isCloseTo(12.706204736174694, within(1e-6));
        assertThat(StudentT.quantile975(10)).isCloseTo(2.228138851986274, within(1e-6));
        assertThat(StudentT.quantile975(300)).isCloseTo(1.9679030112610865, within(1e-6));
        assertThat(StudentT.quantile975(2_000_000)).isCloseTo(1.9599651706763748, within(1e-5));
        assertThatThrownBy(() -> StudentT.quantile975(0)).hasMessage("degrees of freedom are 0, not 1 or more");
    }

    @Test
    void pageRankFollowsWeights() {
        // networkx.pagerank of a-b (3), a-c, b-c, c-d.
        double[] ranks = PageRank.of(4, new int[] {0, 0, 1, 2}, new int[] {1, 2, 2, 3}, new double[] {3, 1, 1, 1});
        assertThat(ranks[0]).isCloseTo(0.3109226731273992, within(1e-9));
        assertThat(ranks[1]).isCloseTo(0.3109226731273992, within(1e-9));
        assertThat(ranks[2]).isCloseTo(0.2654451847365165, within(1e-9));
        assertThat(ranks[3]).isCloseTo(0.11270946900868516, within(1e-9));
    }
}
