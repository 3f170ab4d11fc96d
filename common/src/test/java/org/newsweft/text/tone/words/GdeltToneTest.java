package org.newsweft.text.tone.words;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.newsweft.text.tone.ToneAnalyzer;
import org.newsweft.text.tone.ToneModel;

class GdeltToneTest {
    private final ToneAnalyzer analyzer = ToneAnalyzer.load(ToneModel.LEXICAL);

    @Test
    void countsSharesOfTheWords() {
        // 10 words; positive: peace, hailed; negative: war; active: hailed, attacked; pronouns: we
        GdeltTone figures = analyzer.document("We hailed the peace. Then, in 1914, war attacked everyone.");
        assertThat(figures.wordCount()).isEqualTo(10);
        assertThat(figures.positivePercent()).isEqualTo(20);
        assertThat(figures.negativePercent()).isEqualTo(20); // war, attacked
        assertThat(figures.tone()).isZero();
        assertThat(figures.polarity()).isEqualTo(40);
        assertThat(figures.activityDensity()).isEqualTo(20);
        assertThat(figures.selfGroupDensity()).isEqualTo(10);
    }

    @Test
    void toneIsPositiveLessNegativePercent() {
        GdeltTone figures = analyzer.document("A good, good, bad day."); // 5 words
        assertThat(figures.tone()).isEqualTo(20);
        assertThat(figures.polarity()).isEqualTo(60);
    }

    @Test
    void isZeroWithoutWords() {
        assertThat(analyzer.document(" ... ")).isEqualTo(new GdeltTone(0, 0, 0, 0, 0, 0, 0));
    }
}
