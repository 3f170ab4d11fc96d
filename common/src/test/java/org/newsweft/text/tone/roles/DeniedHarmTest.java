package org.newsweft.text.tone.roles;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.newsweft.text.tone.SentenceTone;
import org.newsweft.text.tone.ToneAnalyzer;
import org.newsweft.text.tone.ToneLabel;
import org.newsweft.text.tone.ToneModel;

/** What is denied is not said: a sentence without harm is no bad news. */
class DeniedHarmTest {
    private static final ToneAnalyzer ANALYZER = ToneAnalyzer.load(ToneModel.EMBEDDING);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Inspectors found no problems at the Harlow plant.",
                "There were no complaints and no injuries at the festival, organisers in Leeds said.",
                "It was not the worst season of Karel Dusek's career.",
                "Without a doubt Marta Ruiz is an excellent choice.",
                "The auditors cleared Ivan Petrenko of any wrongdoing.",
                "There is nothing to worry about, said Oscar Lindgren.",
                "Engineers saw no damage to the bridge.",
                "There was no violence and no vandalism at the march.",
                "There is no reason to fear the storm, said the mayor."
            })
    void isNotNegative(String sentence) {
        SentenceTone tone = ANALYZER.sentence(sentence);
        assertThat(tone.label()).as("%s %s", sentence, tone.score()).isNotEqualTo(ToneLabel.NEGATIVE);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Officials failed to prevent the deadly violence.",
                "There was no end to the killing and the terror.",
                "Nobody helped the wounded after the bombing, and dozens were killed."
            })
    void helpThatIsDeniedIsBadNews(String sentence) {
        assertThat(ANALYZER.sentence(sentence).label()).isEqualTo(ToneLabel.NEGATIVE);
    }
}
