package org.newsweft.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class TextOverlapTest {
    @Test
    void wordsAreCountedAsOftenAsTheyStand() {
        // Given a a b c, right a b d: two of four given are right, two of three right are given; F1 = 4/7.
        TextOverlap overlap = TextOverlap.of("A a b, c", "a b d", 1);
        assertThat(overlap).isEqualTo(new TextOverlap(.5, 2 / 3.0));
        assertThat(overlap.f1()).isCloseTo(4 / 7.0, within(1e-12));
    }

    @Test
    void runsKeepTheOrderOfWords() {
        assertThat(TextOverlap.of("one two three four", "two one three four", 2))
                .isEqualTo(new TextOverlap(1 / 3.0, 1 / 3.0));
        assertThat(TextOverlap.of("one two", "one two", 4)).isEqualTo(new TextOverlap(1, 1));
    }

    @Test
    void nothingIsRightWhereNothingIsToBeFound() {
        assertThat(TextOverlap.of(null, "", 4)).isEqualTo(new TextOverlap(1, 1));
        assertThat(TextOverlap.of("", "a", 4)).isEqualTo(new TextOverlap(0, 0));
        assertThat(TextOverlap.of("a", "", 4)).isEqualTo(new TextOverlap(0, 1));
    }
}
