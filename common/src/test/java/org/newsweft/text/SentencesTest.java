package org.newsweft.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class SentencesTest {
    private static List<String> split(String text) {
        return Sentences.of(text).stream().map(span -> span.of(text)).toList();
    }

    @Test
    void aLineBreakAlwaysEndsASentence() {
        assertThat(split("Most Popular\n\n  Load more \r\nSee all"))
                .containsExactly("Most Popular", "Load more", "See all");
    }

    @Test
    void titlesAndInitialsDoNotEndASentence() {
        assertThat(split("Gen. John F. Kelly met Mr. Smith. They talked."))
                .containsExactly("Gen. John F. Kelly met Mr. Smith.", "They talked.");
    }

    @Test
    void countriesAndMonthsEndOneOnlyBeforeAnOpener() {
        assertThat(split("He left the U.S. The envoy stayed in the U.S. Senate until Jan. 5."))
                .containsExactly("He left the U.S.", "The envoy stayed in the U.S. Senate until Jan. 5.");
    }

    @Test
    void closingQuotationMarksBelongToTheSentence() {
        assertThat(split("“It is serious.” Kerry left. “Really?” he asked."))
                .containsExactly("“It is serious.”", "Kerry left.", "“Really?” he asked.");
    }

    @Test
    void decimalsAndNumbersStayWhole() {
        assertThat(split("Growth was 2.5 percent. No. 4 on the list rose.")).hasSize(2);
    }

    @Test
    void aStopThatLostItsSpaceStillEndsASentence() {
        assertThat(split("a working group on cybersecurity.Kerry’s announcement follows"))
                .containsExactly("a working group on cybersecurity.", "Kerry’s announcement follows");
        assertThat(split("See www.example.Com today")).hasSize(1);
    }

    @Test
    void nothingButWhiteSpaceIsLost() {
        String text = "One. Two!  Three?\n\t“Four… five.” Six";
        StringBuilder joined = new StringBuilder();
        split(text).forEach(joined::append);
        assertThat(joined.toString().replaceAll("\\s", "")).isEqualTo(text.replaceAll("\\s", ""));
    }

    @Test
    void anHourEndsOneUnlessTheTimeGoesOn() {
        assertThat(split("The bus left at 5 p.m. Nobody was on it. It came at 7 p.m. Eastern time."))
                .containsExactly("The bus left at 5 p.m.", "Nobody was on it.", "It came at 7 p.m. Eastern time.");
        assertThat(split("Today's match is Pakistan v.s. India. He was born in the U.S.A. My family came later."))
                .containsExactly(
                        "Today's match is Pakistan v.s. India.", "He was born in the U.S.A.", "My family came later.");
    }
}
