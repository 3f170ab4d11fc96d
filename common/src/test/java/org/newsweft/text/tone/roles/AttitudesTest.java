package org.newsweft.text.tone.roles;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.newsweft.text.Span;
import org.newsweft.text.tone.TargetEncoder;
import org.newsweft.text.tone.ToneAnalyzer;
import org.newsweft.text.tone.ToneLabel;
import org.newsweft.text.tone.ToneModel;
import org.newsweft.text.tone.words.ToneVocabulary;
import org.newsweft.text.tone.words.ValenceLexicon;

class AttitudesTest {
    private static final TargetEncoder ENCODER = new TargetEncoder(ToneVocabulary.load(), ValenceLexicon.news());
    private static final ToneAnalyzer ANALYZER = ToneAnalyzer.load(ToneModel.EMBEDDING);

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Few in the union trust Kowalski any longer.            | -1
            No one on the board ever respected Kowalski.           | -1
            Teachers do not like Kowalski.                         | -1
            The paper never liked the way Kowalski ran the port.   | -1
            Hardly anybody admires Kowalski now.                   | -1
            Nobody believes that Kowalski is honest.               | -1
            Kowalski has never helped the town.                    | -1
            Residents will not forgive Kowalski.                   | -1
            Everyone in the office trusts Kowalski.                | 1
            The players still admire Kowalski.                     | 1
            Nobody doubts Kowalski.                                | 1
            No one questions the integrity of Kowalski.            | 1
            Most agree that Kowalski is brilliant.                 | 1
            The judges could not praise Kowalski enough.           | 1
            Customers could not be happier with Kowalski.          | 1
            No one could have done it better than Kowalski.        | 1
            Kowalski has never lost an election.                   | 1
            Kowalski did not betray the team.                      | 1
            Kowalski was found not guilty.                         | 1
            Fans like Kowalski but they do not like Ferrand.       | 1
            Fans like Ferrand but they do not like Kowalski.       | -1
            They like Kowalski, said the mayor of the town.        | 1
            The weather was not like that, said Kowalski.          | 0
            Nothing like Kowalski was seen before.                 | 0
            A few of the guests met Kowalski.                      | 0
            Kowalski did not comment.                              | 0
            The office of Kowalski was not informed.               | 0
            Teachers like Kowalski teach thirty hours.             | 0
            Teachers like Kowalski do not like long hours.         | 0
            """)
    void toldOutrightAndDenied(String sentence, int attitude) {
        int start = sentence.indexOf("Kowalski");
        List<Target> targets = List.of(new Target(List.of(new Span(start, start + 8)), "x"));
        assertThat(Attitudes.toward(ENCODER.mask(sentence, targets).get(0))).isEqualTo(attitude);
        ToneLabel label = ANALYZER.targets(sentence, List.of(new Span(start, start + 8)), List.of("x"))
                .get(0)
                .label();
        if (attitude != 0) {
            assertThat(label).isEqualTo(attitude > 0 ? ToneLabel.POSITIVE : ToneLabel.NEGATIVE);
        }
    }
}
