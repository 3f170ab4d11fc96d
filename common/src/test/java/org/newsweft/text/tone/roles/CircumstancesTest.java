package org.newsweft.text.tone.roles;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.newsweft.text.Span;
import org.newsweft.text.tone.TargetEncoder;
import org.newsweft.text.tone.words.ToneVocabulary;
import org.newsweft.text.tone.words.ValenceLexicon;

class CircumstancesTest {
    private static final TargetEncoder ENCODER = new TargetEncoder(ToneVocabulary.load(), ValenceLexicon.news());
    private static final RoleFinder ROLES = new RoleFinder(RoleLexicon.load());
    private static final EventLexicon EVENTS = EventLexicon.load();

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            The tanker lay off Iran's coast.                     | Iran  | 0
            Trump administration officials met on Friday.        | Trump | 1
            It was Merkel, the chancellor.                       | Merkel | 3
            We heard that Merkel said so.                        | Merkel | 6
            Thousands marched in Berlin yesterday.               | Berlin | 16
            The capital of Germany is large.                     | Germany | 18
            It was signed by Merkel today.                       | Merkel | 19
            Reporters asked Merkel about it.                     | Merkel | 25
            According to Merkel, talks go on.                    | Merkel | 26
            The club (once of Wembley) moved.                    | Wembley | 38
            """)
    void whatTheTargetDoesIsSeen(String sentence, String name, int number) {
        assertThat(numbers(sentence, name)[number]).isEqualTo(1);
    }

    @Test
    void aJudgingWordBelongsToTheNearerName() {
        // "Brutal" is two words from Assad and five from Merkel; own negative is 60 + 1, other's 62 + 1.
        String sentence = "We know that Merkel met the brutal Assad.";
        assertThat(numbers(sentence, "Assad")[61]).isPositive();
        assertThat(numbers(sentence, "Assad")[63]).isZero();
        assertThat(numbers(sentence, "Merkel")[61]).isZero();
        assertThat(numbers(sentence, "Merkel")[63]).isPositive();
    }

    @Test
    void allNumbersLieBetweenZeroAndOne() {
        String sentence =
                "\"It was brutal, terrible, awful,\" said Merkel, whose friend was killed by the hated army of Assad?";
        assertThat(numbers(sentence, "Merkel")).hasSize(Circumstances.COUNT).doesNotContain(Double.NaN);
        assertThat(Arrays.stream(numbers(sentence, "Merkel"))).allMatch(x -> x >= 0 && x <= 1);
    }

    private static double[] numbers(String sentence, String name) {
        int start = sentence.indexOf(name);
        MaskedSentence masked = ENCODER.mask(
                        sentence, List.of(new Target(List.of(new Span(start, start + name.length())), "x")))
                .get(0);
        return Circumstances.of(masked, ROLES.find(masked), EVENTS.count(masked));
    }
}
