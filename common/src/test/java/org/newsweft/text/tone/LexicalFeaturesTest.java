package org.newsweft.text.tone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.newsweft.text.Span;
import org.newsweft.text.tone.roles.MaskedSentence;
import org.newsweft.text.tone.roles.Target;
import org.newsweft.text.tone.words.ToneVocabulary;
import org.newsweft.text.tone.words.ValenceLexicon;

class LexicalFeaturesTest {
    private final TargetEncoder encoder = new TargetEncoder(ToneVocabulary.load(), ValenceLexicon.news());

    @Test
    void sumsValuesBySideAndDistance() {
        float[] features = LexicalFeatures.of(mask("a good man Kerry met a bad man", 11, 16));
        // good 1.9 stands two words before, bad -2.5 three words after; x / sqrt(x * x + 15)
        assertThat((double) features[0]).isCloseTo(1.9 / Math.sqrt(1.9 * 1.9 + 15), within(1e-6));
        assertThat(features[1]).isZero();
        assertThat(features[2]).isZero();
        assertThat((double) features[3]).isCloseTo(2.5 / Math.sqrt(2.5 * 2.5 + 15), within(1e-6));
        double weighted = 1.9 / (1 + 2 / 4.0);
        assertThat((double) features[4]).isCloseTo(weighted / Math.sqrt(weighted * weighted + 15), within(1e-6));
    }

    @Test
    void turnsNegatedValues() {
        float[] features = LexicalFeatures.of(mask("Kerry is not bad", 0, 5));
        double turned = 0.74 * 2.5;
        assertThat((double) features[2]).isCloseTo(turned / Math.sqrt(turned * turned + 15), within(1e-6));
        assertThat(features[3]).isZero();
    }

    @Test
    void distancesFallIntoFifteenClasses() {
        assertThat(TargetEncoding.distanceClass(0)).isEqualTo(7);
        assertThat(TargetEncoding.distanceClass(-1)).isEqualTo(6);
        assertThat(TargetEncoding.distanceClass(5)).isEqualTo(11);
        assertThat(TargetEncoding.distanceClass(16)).isEqualTo(13);
        assertThat(TargetEncoding.distanceClass(500)).isEqualTo(14);
        assertThat(TargetEncoding.distanceClass(-500)).isZero();
    }

    private MaskedSentence mask(String sentence, int start, int end) {
        return encoder.mask(sentence, List.of(new Target(List.of(new Span(start, end)), "kerry")))
                .get(0);
    }
}
