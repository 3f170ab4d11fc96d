package org.newsweft.text.names;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.newsweft.text.Sentences;
import org.newsweft.text.Span;

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
}
