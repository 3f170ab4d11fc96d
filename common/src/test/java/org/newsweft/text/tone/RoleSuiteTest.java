package org.newsweft.text.tone;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/**
 * Victims are not criticised and accusers not accused: the share of our hand-labelled sentences told right may not fall.
 * Before roles, contrast and negated predicates were looked at, the network had .538 and .608.
 */
class RoleSuiteTest {
    @Test
    void networkKnowsWhoIsCriticised() {
        ToneAnalyzer analyzer = ToneAnalyzer.load(ToneModel.EMBEDDING);
        assertThat(RoleSuite.cases()).hasSizeGreaterThanOrEqualTo(150);
        assertThat(RoleSuite.share(analyzer, true)).as("half looked at").isGreaterThanOrEqualTo(0.85);
        assertThat(RoleSuite.share(analyzer, false)).as("half not looked at").isGreaterThanOrEqualTo(0.75);
    }

    @Test
    void linearModelKnowsWhoIsCriticised() {
        ToneAnalyzer analyzer = ToneAnalyzer.load(ToneModel.LEXICAL);
        assertThat(RoleSuite.share(analyzer, true)).as("half looked at").isGreaterThanOrEqualTo(0.75);
        assertThat(RoleSuite.share(analyzer, false)).as("half not looked at").isGreaterThanOrEqualTo(0.70);
    }
}
