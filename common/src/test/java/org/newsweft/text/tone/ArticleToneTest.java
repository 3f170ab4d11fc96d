package org.newsweft.text.tone;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class ArticleToneTest {
    @Test
    void intervalIsStudents() {
        // Mean 0.2, deviation 0.360555, t(2 degrees, .975) = 4.302653: 0.2 +- 0.895669, cut off at 1.
        assertThat(ArticleTone.of(List.of(0.5, -0.2, 0.3))).isEqualTo(new ArticleTone(0.2, -0.695669, 1.0));
    }

    @Test
    void equalScoresHaveAnIntervalOfNoWidth() {
        assertThat(ArticleTone.of(List.of(0.1, 0.1, 0.1))).isEqualTo(new ArticleTone(0.1, 0.1, 0.1));
    }

    @Test
    void oneSentenceHasNoInterval() {
        assertThat(ArticleTone.of(List.of(-0.4))).isEqualTo(new ArticleTone(-0.4, null, null));
        assertThat(ArticleTone.of(List.of())).isEqualTo(new ArticleTone(0, null, null));
    }
}
