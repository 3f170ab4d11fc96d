package org.newsweft.text.quotes;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.newsweft.text.Sentences;
import org.newsweft.text.Span;
import org.newsweft.text.names.NameFinder;
import org.newsweft.text.names.PatternTagger;

class QuoteFinderTest {
    private static List<Quote> quotes(String text) {
        List<Span> sentences = Sentences.of(text);
        return QuoteFinder.find(
                text, sentences, NameFinder.with(PatternTagger.load()).find(text, sentences));
    }

    private static void assertSpeakers(String text, String... speakers) {
        assertThat(quotes(text)).extracting(Quote::speaker).containsExactly(speakers);
    }

    @Test
    void theSpeakerMayComeAfterBeforeOrBetween() {
        assertSpeakers("“It is serious,” John Kerry said in Seoul.", "John Kerry");
        assertSpeakers("“It is serious,” said Secretary of State John Kerry.", "John Kerry");
        assertSpeakers("John Kerry told reporters: \"It is serious.\"", "John Kerry");
        assertSpeakers("“It is serious,” John Kerry said. “We must act.”", "John Kerry", "John Kerry");
    }

    @Test
    void speechGoesOnAcrossParagraphs() {
        assertSpeakers(
                "“It is serious,” John Kerry said. “We must act.\n\n“And we must act now.”",
                "John Kerry",
                "John Kerry",
                "John Kerry");
    }

    @Test
    void pronounsLeadToThePersonNamedBefore() {
        assertSpeakers("John Kerry met Wang Yi in Beijing.\n\n‘It doesn’t help,’ he said.", "John Kerry");
    }

    @Test
    void titlesAndScareQuotesAreNoSpeech() {
        assertThat(quotes("The comedy “The Interview” was a “success” in Seoul."))
                .isEmpty();
    }

    @Test
    void offsetsCoverTheWordsInsideTheMarks() {
        String text = "‘We won’t wait,’ said John Kerry.";
        Quote quote = quotes(text).get(0);
        assertThat(quote.text()).isEqualTo("We won’t wait,");
        assertThat(text.substring(quote.start(), quote.end())).isEqualTo(quote.text());
        assertThat(quote.verb()).isEqualTo("said");
        assertThat(quote.speakerEntityId()).isEqualTo("person:john-kerry");
    }

    @Test
    void theSpeakerMayComeAtTheEndOfALongSentence() {
        assertSpeakers(
                "It may be that “there will be short disruptions,” which others should address, John Kerry said.",
                "John Kerry");
    }

    @Test
    void anAsideMayStandBetweenSpeakerAndVerb() {
        assertSpeakers(
                "The envoy, John Kerry, whom Wang Yi met last summer, told reporters, “We are thrilled.”",
                "John Kerry");
    }

    @Test
    void officesMeanWhoWasNamedWithThem() {
        assertSpeakers(
                "Sen. Paul Hendricks met President Maria Keller.\n\n“It is late,” the senator said. “Too late.”",
                "Paul Hendricks",
                "Paul Hendricks");
    }

    @Test
    void pronounsLeadToWhoSpokeIndirectly() {
        assertSpeakers(
                "“It rains,” Wang Yi said.\n\nParents can limit this, John Kerry said.\n\n“Cook at home,” he said.",
                "Wang Yi",
                "John Kerry");
    }

    @Test
    void somebodyWithoutANameIsNobodyElse() {
        assertThat(quotes("John Kerry said no. One guard in Seoul told Reuters that he left. “It is bad,” he said."))
                .extracting(Quote::speaker)
                .containsExactly((String) null);
        assertThat(quotes("John Kerry left. A ministry official told CNN: “You can’t lead like this.”"))
                .extracting(Quote::speaker)
                .containsExactly((String) null);
    }

    @Test
    void aStatementSpeaksForWhoeverGaveIt() {
        assertSpeakers(
                "In a statement, the United Nations said it was “deeply sorry.” “We have done all we can,” the statement "
                        + "said.",
                "United Nations",
                "United Nations");
    }

    @Test
    void straightAndSingleMarksSplitQuotesAndNestedOnes() {
        assertSpeakers(
                "\"We must act,\" said John Kerry, \"and act now.\"\n\n'It won't help,' Wang Yi said.",
                "John Kerry",
                "John Kerry",
                "Wang Yi");
    }

    @Test
    void whatThingsAreCalledIsNoSpeech() {
        assertThat(quotes(
                        "John Kerry said a rule known as the “equal-time rule” applies. Zillow announced “Zillow Preview,” "
                                + "a feature."))
                .isEmpty();
    }
}
