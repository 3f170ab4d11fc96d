package org.newsweft.statistics;

import org.apache.commons.math3.distribution.BinomialDistribution;
import org.apache.commons.math3.special.Beta;

/**
 * Whether something happens at a greater rate now than before: of all its events, as many fall to now by chance as now has
 * of all occasions (the conditional test of two Poisson rates, Przyborowski and Wilenski 1940), mid-p.
 */
public final class RateTest {
    private RateTest() {}

    /**
     * Probability of at least so many events now, were the rate the same.
     *
     * @param now events now, 0 or more
     * @param before events before
     * @param occasionsNow occasions now, 1 or more
     * @param occasionsBefore occasions before, 1 or more
     * @return 0 to 1; 1 for fewer than two events now, since one alone can never be told from chance
     */
    public static double pValue(long now, long before, long occasionsNow, long occasionsBefore) {
        if (now < 2) {
            return 1;
        }
        double share = (double) occasionsNow / (occasionsNow + occasionsBefore);
        double atLeast = Beta.regularizedBeta(share, (double) now, before + 1.0);
        double exactly =
                new BinomialDistribution(null, Math.toIntExact(now + before), share).probability(Math.toIntExact(now));
        return atLeast - exactly / 2;
    }
}
