package org.newsweft.text.reading.page;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class IntervalTest {
    @Test
    void findsTheStretchWithTheHighestSum() {
        // 3 - 1 + 4 = 6 beats 4 alone and 3 alone.
        assertThat(Interval.best(new double[] {1, -5, 3, -1, 4, -2, 1})).isEqualTo(new Interval(2, 4));
        assertThat(Interval.best(new double[] {-3, -1, -2})).isEqualTo(new Interval(1, 1));
    }
}
