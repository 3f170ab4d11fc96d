package org.newsweft.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class TermsTest {
    @Test
    void wordsAreCountedInLowerCaseWithoutPossessiveEndings() {
        assertThat(terms("China’s hackers hit China's banks.", Terms.Kind.WORD))
                .containsExactly("banks 1", "china 2", "hackers 1", "hit 1");
    }

    @Test
    void phrasesAreTwoOrThreeContentWordsInARow() {
        assertThat(terms("The cyber working group met on Monday.", Terms.Kind.PHRASE))
                .containsExactly(
                        "cyber working 1",
                        "cyber working group 1",
                        "group met 1",
                        "working group 1",
                        "working group met 1");
    }

    @Test
    void noPhraseCrossesPunctuationOrASentence() {
        String text = "Japan, Korea agreed. Hackers left.";
        List<Span> sentences = List.of(new Span(0, 20), new Span(21, 34));
        assertThat(Terms.of(text, sentences).stream()
                        .filter(term -> term.kind() == Terms.Kind.PHRASE)
                        .map(Terms.Term::term))
                .containsExactly("hackers left", "korea agreed");
    }

    @Test
    void bareNumbersAreNoTermsButMayEndAPhrase() {
        assertThat(terms("Covid 19 hit 141 firms.", Terms.Kind.WORD)).containsExactly("covid 1", "firms 1", "hit 1");
        assertThat(terms("Covid 19 spread.", Terms.Kind.PHRASE)).containsExactly("covid 19 1", "covid 19 spread 1");
    }

    @Test
    void monthsAreNoTermsButPeopleMarch() {
        assertThat(terms("In March thousands march.", Terms.Kind.WORD)).containsExactly("march 1", "thousands 1");
    }

    @Test
    void theLabelOfWhoSpeaksIsNoWord() {
        assertThat(terms("WN: Which voters?", Terms.Kind.WORD)).containsExactly("voters 1");
        assertThat(terms("((WN)) Which voters?", Terms.Kind.WORD)).containsExactly("voters 1");
        assertThat(terms("NATO: an alliance", Terms.Kind.WORD)).containsExactly("alliance 1");
        assertThat(terms("The WN: voters", Terms.Kind.WORD)).containsExactly("voters 1", "wn 1");
    }

    @Test
    void wordsThatLostTheSpaceBetweenThemAreNone() {
        assertThat(terms("Hackers fled himThe police. TikTok warned him.The McDonald firm", Terms.Kind.WORD))
                .containsExactly("firm 1", "fled 1", "hackers 1", "mcdonald 1", "police 1", "tiktok 1", "warned 1");
    }

    @Test
    void noPhraseCutsAName() {
        String text = "United States Joe Biden won.";
        List<Span> names = List.of(new Span(0, 13), new Span(14, 23));
        assertThat(Terms.of(text, List.of(new Span(0, text.length())), names).stream()
                        .filter(term -> term.kind() == Terms.Kind.PHRASE)
                        .map(Terms.Term::term))
                .containsExactly("joe biden", "joe biden won", "united states");
    }

    @Test
    void wordsThatGoWithAnythingAreNoPartOfAPhrase() {
        assertThat(terms("Troops told reporters three hackers fled", Terms.Kind.PHRASE))
                .containsExactly("hackers fled 1");
    }

    @Test
    void functionWordsAndWeekdaysAreNoTerms() {
        assertThat(terms("It was said on Monday that they would.", Terms.Kind.WORD))
                .isEmpty();
    }

    private static List<String> terms(String text, Terms.Kind kind) {
        return Terms.of(text, List.of(new Span(0, text.length()))).stream()
                .filter(term -> term.kind() == kind)
                .map(term -> term.term() + " " + term.count())
                .toList();
    }
}
