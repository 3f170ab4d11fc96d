package org.newsweft.text.tone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.newsweft.text.Span;
import org.newsweft.text.tone.words.Decimals;
import org.newsweft.text.tone.words.ToneWord;

class ToneAnalyzerTest {
    private static final List<String> NAMES = List.of(
            "Putin",
            "Trump",
            "Obama",
            "Merkel",
            "Russia",
            "China",
            "Germany",
            "Iran",
            "Israel",
            "Ukraine",
            "Google",
            "Boeing",
            "Clinton",
            "Xi",
            "North Korea",
            "the United Nations",
            "Angela Smith");

    private static final List<String> NEUTRAL_TEMPLATES = List.of(
            "The delegation met %s on Tuesday.",
            "%s will hold a press conference at noon.",
            "Reporters asked about %s and the schedule for next week.",
            "The statement by %s was published in the evening.",
            "According to %s, the meeting lasted two hours.");

    private static final ToneAnalyzer EMBEDDING = ToneAnalyzer.load(ToneModel.EMBEDDING);
    private static final ToneAnalyzer LEXICAL = ToneAnalyzer.load(ToneModel.LEXICAL);

    private final ToneAnalyzer analyzer = EMBEDDING;

    @Test
    void tellsTheToneOfSentences() {
        assertThat(analyzer.sentence("The two leaders hailed a historic peace accord.")
                        .label())
                .isEqualTo(ToneLabel.POSITIVE);
        assertThat(analyzer.sentence("Rebels killed dozens of villagers in a brutal attack.")
                        .label())
                .isEqualTo(ToneLabel.NEGATIVE);
        assertThat(analyzer.sentence("").label()).isEqualTo(ToneLabel.NEUTRAL);
    }

    @ParameterizedTest
    @EnumSource(ToneModel.class)
    void holdsNoOpinionAboutAName(ToneModel model) {
        ToneAnalyzer chosen = analyzer(model);
        for (String template : NEUTRAL_TEMPLATES) {
            List<TargetTone> tones = NAMES.stream()
                    .map(name -> towards(chosen, template.formatted(name), name))
                    .distinct()
                    .toList();
            assertThat(tones).as(template).hasSize(1);
        }
    }

    @ParameterizedTest
    @EnumSource(ToneModel.class)
    void doesNotCareWhoTheOthersAre(ToneModel model) {
        List<TargetTone> tones = NAMES.stream()
                .filter(name -> Character.isUpperCase(name.charAt(0)))
                .map(name -> {
                    String sentence = name + " criticized Jones and “" + name + "” praised her.";
                    int jones = sentence.indexOf("Jones");
                    int again = sentence.indexOf(name, jones);
                    List<Span> mentions = List.of(
                            new Span(0, name.length()),
                            new Span(jones, jones + 5),
                            new Span(again, again + name.length()));
                    return analyzer(model)
                            .targets(sentence, mentions, List.of("other", "jones", "other"))
                            .get(1);
                })
                .distinct()
                .toList();
        assertThat(tones).hasSize(1);
    }

    @ParameterizedTest
    @EnumSource(ToneModel.class)
    void givesAllMentionsOfOneEntityTheSameTone(ToneModel model) {
        String sentence = "Kerry praised Abe, and Abe thanked Kerry.";
        List<Span> mentions = List.of(new Span(0, 5), new Span(14, 17), new Span(23, 26), new Span(35, 40));
        List<TargetTone> tones = analyzer(model).targets(sentence, mentions, List.of("kerry", "abe", "abe", "kerry"));
        assertThat(tones).hasSize(4);
        assertThat(tones.get(0)).isEqualTo(tones.get(3));
        assertThat(tones.get(1)).isEqualTo(tones.get(2));
    }

    @Test
    void distinguishesTheCriticisedFromThePraised() {
        assertThat(towards(analyzer, "Critics condemned Smith as a corrupt liar.", "Smith")
                        .label())
                .isEqualTo(ToneLabel.NEGATIVE);
        assertThat(towards(analyzer, "Voters praised Smith for her brave and brilliant leadership.", "Smith")
                        .label())
                .isEqualTo(ToneLabel.POSITIVE);
    }

    @Test
    void rejectsListsThatDoNotFit() {
        assertThatThrownBy(() -> analyzer.targets("Kerry left.", List.of(new Span(0, 5)), List.of()))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> analyzer.targets("Kerry left.", List.of(new Span(6, 50)), List.of("kerry")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("outside a sentence of 11 characters");
    }

    @Test
    void survivesSentencesThatAreNone() {
        List<String> sentences = List.of("", "\u0000", "\ud83d", "'-'-'-", "((((".repeat(10_000), "A.".repeat(10_000));
        for (String sentence : sentences) {
            List<Span> everything = List.of(new Span(0, sentence.length()));
            assertThat(analyzer.targets(sentence, everything, List.of("x"))).hasSize(1);
            assertThat(analyzer.sentence(sentence).score()).isBetween(-1.0, 1.0);
        }
    }

    @Test
    void roundsEveryScoreToSixDecimals() {
        List<Double> scores = new ArrayList<>();
        scores.add(analyzer.sentence("A terrible and wonderful day.").score());
        TargetTone tone = towards(analyzer, "Critics condemned Smith as a corrupt liar.", "Smith");
        scores.addAll(List.of(tone.negative(), tone.neutral(), tone.positive(), tone.score()));
        assertThat(scores).allSatisfy(score -> assertThat(Decimals.six(score)).isEqualTo(score));
    }

    private static ToneAnalyzer analyzer(ToneModel model) {
        return model == ToneModel.EMBEDDING ? EMBEDDING : LEXICAL;
    }

    private static TargetTone towards(ToneAnalyzer analyzer, String sentence, String name) {
        int start = sentence.indexOf(name);
        return analyzer.targets(sentence, List.of(new Span(start, start + name.length())), List.of(name))
                .get(0);
    }

    @Test
    void wordsTellWhyASentenceHasItsScore() {
        ToneAnalyzer analyzer = ToneAnalyzer.load(ToneModel.EMBEDDING);
        String sentence = "The brutal attack on the village was not a success.";
        List<ToneWord> words = analyzer.words(sentence);

        assertThat(words).extracting(ToneWord::word).contains("brutal", "attack", "not");
        assertThat(words).allSatisfy(word -> assertThat(Math.abs(word.effect())).isBetween(0.01, 2.0));
        double withoutBrutal = analyzer.sentence(sentence.replace("brutal", "")).score();
        assertThat(words.stream().filter(word -> word.word().equals("brutal")).findFirst())
                .hasValueSatisfying(word -> assertThat(word.effect())
                        .isCloseTo(analyzer.sentence(sentence).score() - withoutBrutal, within(1e-6)));
        assertThat(new ToneWord("accused", -0.2149)).hasToString("accused -0.21");
        assertThat(analyzer.words("The delegation met on Tuesday.")).isEmpty();
    }
}
