package org.newsweft.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.newsweft.statistics.KleinbergBursts.Burst;

class KleinbergBurstsTest {
    @Test
    void findsTheCheapestPathOfStates() {
        // 17 of 160 documents. All paths of four states tried out in Python: the cheapest is 0 0 1 1 0 0 0 0, which
        // saves 5.593720 nats for one climb of ln 8 = 2.079.
        long[] relevant = {1, 0, 6, 7, 1, 0, 1, 1};
        List<Burst> bursts = new KleinbergBursts(2, 1, 3).find(relevant, twenties(8), rates(8, 17 / 160.0), 8);

        assertThat(bursts).hasSize(1);
        Burst burst = bursts.get(0);
        assertThat(burst.first()).isEqualTo(2);
        assertThat(burst.last()).isEqualTo(3);
        assertThat(burst.level()).isEqualTo(1);
        assertThat(burst.peak()).isEqualTo(3);
        assertThat(burst.weight()).isCloseTo(5.593719817951696, within(1e-12));
    }

    @Test
    void noPathIsCheaperThanTheOneFound() {
        Random random = new Random(20130415);
        KleinbergBursts automaton = new KleinbergBursts(2, 0.3, 3);
        for (int stream = 0; stream < 50; stream++) {
            long[] relevant = random.longs(6, 0, 12).toArray();
            double rate = Arrays.stream(relevant).sum() / 120.0 / 2;
            double found = automaton.find(relevant, twenties(6), rates(6, rate), 6).stream()
                    .mapToDouble(Burst::weight)
                    .sum();
            // What a burst saves, less the cost of climbing, is the most that any path saves; the weight is without it.
            assertThat(found)
                    .as("stream %s", Arrays.toString(relevant))
                    .isGreaterThanOrEqualTo(mostSaved(relevant, rate, 0.3));
        }
    }

    /** The most that any of the 4^6 paths saves against staying in state 0. */
    private static double mostSaved(long[] relevant, double rate, double gamma) {
        double most = 0;
        for (int path = 0; path < 4096; path++) {
            double saved = 0;
            int previous = 0;
            for (int batch = 0; batch < 6; batch++) {
                int state = path >> (2 * batch) & 3;
                saved += cost(relevant[batch], rate) - cost(relevant[batch], Math.min(.999, rate * (1 << state)));
                saved -= Math.max(0, state - previous) * gamma * Math.log(6);
                previous = state;
            }
            most = Math.max(most, saved);
        }
        return most;
    }

    private static double cost(long relevant, double rate) {
        return -(relevant * Math.log(rate) + (20 - relevant) * Math.log(1 - rate));
    }

    @Test
    void aBusyDayIsNoBurst() {
        // One in ten documents, every day; on the third day there are ten times as many.
        long[] relevant = {2, 2, 20, 2, 2};
        long[] documents = {20, 20, 200, 20, 20};
        assertThat(KleinbergBursts.USUAL.find(relevant, documents, rates(5, .1), 5))
                .isEmpty();
    }

    @Test
    void batchesWithoutTheTermAtEitherEndChangeNothing() {
        long[] relevant = {1, 0, 6, 7, 1, 0, 1, 1};
        long[] padded = {0, 0, 0, 1, 0, 6, 7, 1, 0, 1, 1, 0, 0};
        List<Burst> bursts = KleinbergBursts.USUAL.find(relevant, twenties(8), rates(8, 17 / 260.0), 13);
        List<Burst> shifted = KleinbergBursts.USUAL.find(padded, twenties(13), rates(13, 17 / 260.0), 13);

        assertThat(bursts).isNotEmpty();
        assertThat(shifted).hasSameSizeAs(bursts);
        assertThat(shifted.get(0).first()).isEqualTo(bursts.get(0).first() + 3);
        assertThat(shifted.get(0).weight()).isEqualTo(bursts.get(0).weight());
    }

    @Test
    void whatComesEveryMondayIsUsualOnMondays() {
        // Ten weeks from Thursday 1970-01-01; three of twenty documents on each Monday (day 4 and on).
        int[] days = IntStream.range(0, 70).toArray();
        long[] relevant =
                IntStream.range(0, 70).mapToLong(day -> day % 7 == 4 ? 3 : 0).toArray();
        double[] expected = WeekdayRhythm.expectedRates(days, relevant, twenties(70), 30 / 1400.0);

        assertThat(expected[4]).isEqualTo(.15);
        assertThat(expected[5]).isEqualTo(30 / 1400.0);
        assertThat(KleinbergBursts.USUAL.find(relevant, twenties(70), expected, 70))
                .isEmpty();

        relevant[4] = 15;
        expected = WeekdayRhythm.expectedRates(days, relevant, twenties(70), 42 / 1400.0);
        assertThat(KleinbergBursts.USUAL.find(relevant, twenties(70), expected, 70))
                .extracting(Burst::first)
                .containsExactly(4);
    }

    @Test
    void settingsAreChecked() {
        assertThatThrownBy(() -> new KleinbergBursts(1, 1, 8))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("scaling 1.0");
    }

    private static long[] twenties(int batches) {
        long[] documents = new long[batches];
        Arrays.fill(documents, 20);
        return documents;
    }

    private static double[] rates(int batches, double rate) {
        double[] rates = new double[batches];
        Arrays.fill(rates, rate);
        return rates;
    }
}
