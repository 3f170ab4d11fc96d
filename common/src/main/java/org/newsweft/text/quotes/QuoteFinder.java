package org.newsweft.text.quotes;

import java.util.ArrayList;
import java.util.List;
import org.newsweft.text.Span;
import org.newsweft.text.names.NameFinder;
import org.newsweft.text.names.lexicon.Mention;

/**
 * Finds direct speech and who speaks.
 *
 * <p>A pair of quotation marks is speech if a verb of speech with a speaker stands beside it, or if it is a whole
 * paragraph that goes on with the speech before. Titles of works and words in scare quotes are left out.
 */
public final class QuoteFinder {
    private QuoteFinder() {}

    /**
     * The quotes of {@code text}, sorted by start.
     *
     * @param sentences the sentences of the text, as {@link org.newsweft.text.Sentences#of} gives them
     * @param mentions the mentions of the text, as {@link NameFinder#find} gives them
     */
    public static List<Quote> find(String text, List<Span> sentences, List<Mention> mentions) {
        List<Span> marked = QuotationMarks.pairs(text);
        List<Quote> quotes = new ArrayList<>();
        Attribution attribution = new Attribution(text, sentences, mentions, marked);
        for (int i = 0; i < marked.size(); i++) {
            Attribution.Speech speech = attribution.of(i);
            if (speech != null) {
                Span span = marked.get(i);
                quotes.add(new Quote(
                        span.start(),
                        span.end(),
                        span.of(text),
                        speech.speaker() == null ? null : speech.speaker().entityId(),
                        speech.speaker() == null ? null : speech.speaker().label(),
                        speech.verb()));
            }
        }
        return List.copyOf(quotes);
    }
}
