package org.newsweft.text.tone.roles;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.newsweft.text.tone.TargetEncoder;
import org.newsweft.text.tone.words.ToneVocabulary;
import org.newsweft.text.tone.words.ValenceLexicon;

class EventLexiconTest {
    private final EventLexicon events = EventLexicon.load();
    private final TargetEncoder encoder = new TargetEncoder(ToneVocabulary.load(), ValenceLexicon.news());

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Washington accused Moscow of spying and imposed sanctions.      | 4 | 0",
                "The ministers agreed on a pact after talks.                     | 0 | 3",
                "They sparred but agreed.                                        | 1 | 1",
                "The two did not agree.                                          | 1 | 0",
                "Beijing refused to cooperate.                                   | 1 | 0",
                "The army did not attack the town.                               | 0 | 0",
                "The bus left at noon.                                           | 0 | 0",
                "The United States met the United Nations.                       | 0 | 1",
                "United Airlines was sued.                                       | 1 | 0",
                "China Accuses Japan Of Spying On Its Islands                    | 2 | 0"
            })
    void countsConflictAndCooperation(String sentence, int conflict, int cooperation) {
        assertThat(events.count(encoder.words(sentence))).isEqualTo(new EventWords(conflict, cooperation));
    }
}
