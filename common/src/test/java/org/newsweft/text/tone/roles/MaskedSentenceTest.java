package org.newsweft.text.tone.roles;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.newsweft.text.Span;
import org.newsweft.text.tone.TargetEncoder;
import org.newsweft.text.tone.words.ToneVocabulary;
import org.newsweft.text.tone.words.ValenceLexicon;

class MaskedSentenceTest {
    private final TargetEncoder encoder = new TargetEncoder(ToneVocabulary.load(), ValenceLexicon.news());

    @Test
    void hidesTheTargetAndEveryOtherName() {
        assertThat(masked(
                        "Yesterday Angela Merkel’s envoy met John Kerry, but Merkel stayed.",
                        "Angela Merkel’s",
                        "Merkel"))
                .containsExactly(
                        "yesterday", "TARGET", "'s", "envoy", "met", "NAME", ",", "but", "AGAIN", "stayed", ".");
    }

    @Test
    void hidesUnknownWordsWhereAnyWordHasACapital() {
        assertThat(masked("Zorblax praised Kerry. “Great,” he said.", "Kerry"))
                .containsExactly("NAME", "praised", "TARGET", ".", "“", "great", ",", "”", "he", "said", ".");
    }

    @Test
    void readsHeadlinesInTitleCase() {
        assertThat(masked("Senate Leaders Slam Kerry Over Secret Trade Deal", "Kerry"))
                .contains("leaders", "secret", "trade", "deal", "TARGET");
    }

    @Test
    void measuresTheDistanceToTheNearestMention() {
        MaskedSentence sentence = mask("Critics say Kerry lied but Kerry denies it", "Kerry", "Kerry");
        List<Integer> distances = new ArrayList<>();
        for (int i = 0; i < sentence.length(); i++) {
            distances.add(sentence.distance(i));
        }
        assertThat(distances).containsExactly(-2, -1, 0, 1, -1, 0, 1, 2);
    }

    @Test
    void keepsTheTargetInTheDecidingClause() {
        MaskedSentence sentence = mask("Although critics mocked her, Kerry won the prize", "Kerry");
        assertThat(words(Contrast.decidingClause(sentence))).containsExactly("TARGET", "won", "the", "prize");
        MaskedSentence shortened = mask("Kerry was once admired, but now he is despised", "Kerry");
        assertThat(words(Contrast.decidingClause(shortened))).containsExactly("now", "TARGET", "is", "despised");
    }

    private List<String> masked(String sentence, String... mentions) {
        return words(mask(sentence, mentions));
    }

    private MaskedSentence mask(String sentence, String... mentions) {
        List<Span> spans = new ArrayList<>();
        int from = 0;
        for (String mention : mentions) {
            int start = sentence.indexOf(mention, from);
            spans.add(new Span(start, start + mention.length()));
            from = start + mention.length();
        }
        return encoder.mask(sentence, List.of(new Target(spans, "target"))).get(0);
    }

    private static List<String> words(MaskedSentence sentence) {
        List<String> words = new ArrayList<>();
        for (int i = 0; i < sentence.length(); i++) {
            words.add(
                    switch (sentence.number(i)) {
                        case ToneVocabulary.TARGET -> "TARGET";
                        case ToneVocabulary.TARGET_AGAIN -> "AGAIN";
                        case ToneVocabulary.NAME -> "NAME";
                        default -> sentence.word(i);
                    });
        }
        return words;
    }
}
