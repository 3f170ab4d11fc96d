package org.newsweft.text.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.newsweft.text.reading.date.DateOrder;
import org.newsweft.text.reading.date.NumericDates;
import org.newsweft.text.reading.date.PublicationDate;
import org.newsweft.text.reading.page.Lexicon;
import org.newsweft.text.reading.page.LineHashes;
import org.newsweft.text.reading.page.Page;
import org.newsweft.text.reading.page.PageAddress;

class OutletEvidenceTest {
    private static final DocumentReader READER = DocumentReader.load();
    private static final Lexicon LEXICON = Lexicon.load();

    @Test
    void linesAreTheSameWhateverTheirCaseAndSpaces() {
        assertThat(hash("Skip to  content")).isEqualTo(hash("SKIP TO CONTENT"));
        assertThat(hash("* * *")).isZero();
    }

    @Test
    void inALineOfATemplateTheTimeAndTheCountDoNotMatter() {
        assertThat(hash("Updated 3:14 PM ET, Mon July 6, 2015"))
                .isEqualTo(hash("Updated 11:02 AM ET, Tue December 15, 2015"));
        assertThat(hash("15 Comments")).isEqualTo(hash("7 comments"));
        assertThat(hash("15 comments")).isNotEqualTo(hash("Comments"));
    }

    @Test
    void inAnyOtherLineANumberIsNews() {
        assertThat(hash("Net 807,000 vs 2,858,000")).isNotEqualTo(hash("Net 807,001 vs 2,858,000"));
        assertThat(hash("Record March 31")).isNotEqualTo(hash("Record April 10"));
    }

    @Test
    void speechAndSentencesAmidTheTextAreTheStory() {
        String inside = "Analysts linked the closure to a quarrel over money.";
        String promotion = "Subscribe to the harbour newsletter for all of this and more.";
        String quote = "“The bridge has to go,” the mayor told reporters.";
        String last = "The council meets again at the end of the month to vote on it.";
        OutletEvidence evidence =
                evidence(null, null, String.join("\n\n", quote, prose(0, 3), inside, promotion, prose(3, 6), last));

        assertThat(evidence.lines()).hasSize(10);
        assertThat(evidence.storyLines())
                .contains(hash(inside), hash(quote))
                .doesNotContain(hash(promotion), hash(last));
    }

    @Test
    void copiesShareMostOfTheirSketchAndOtherArticlesNothing() {
        String article = prose(0, 12);
        List<Long> sketch = evidence(null, null, article).sketch();
        assertThat(shared(
                        sketch,
                        evidence(null, null, article.replace("street 7", "road 7"))
                                .sketch()))
                .isGreaterThanOrEqualTo(3);
        assertThat(shared(sketch, evidence(null, null, other()).sketch())).isZero();
    }

    @Test
    void theOutletIsWhatTheRecordSays() {
        assertThat(evidence("The  Herald ", "https://www.post.example/a", "Text")
                        .outlet())
                .isEqualTo("the herald");
        assertThat(evidence(null, "https://www.post.example/a", "Text").outlet())
                .isEqualTo("post.example");
        assertThat(evidence(null, null, "Text").outlet()).isEmpty();
    }

    @Test
    void datesShowTheirOrderIfOnlyOneReadingIsADay() {
        assertThat(dates("Published 13/4/2015")).isEqualTo(new NumericDates(DateOrder.DAY_FIRST, false));
        assertThat(dates("Published 4/13/2015")).isEqualTo(new NumericDates(DateOrder.MONTH_FIRST, false));
        assertThat(dates("Published 3/4/2015")).isEqualTo(new NumericDates(DateOrder.UNKNOWN, true));
        assertThat(dates("Published 13/4/2015\n\nand 4/13/2015").order()).isEqualTo(DateOrder.UNKNOWN);
        assertThat(dates("Published 2015-04-13, or 13 April 2015"))
                .isEqualTo(new NumericDates(DateOrder.UNKNOWN, false));
        assertThat(NumericDates.of(
                        Page.of("Published 3/4/2015", LEXICON), null, PageAddress.of("https://a.example/2015/04/03/b")))
                .isEqualTo(new NumericDates(DateOrder.DAY_FIRST, true));
        assertThat(NumericDates.of(Page.of("Text", LEXICON), "25/12/2015", PageAddress.of(null))
                        .order())
                .isEqualTo(DateOrder.DAY_FIRST);
    }

    @Test
    void theOrderOfTheOutletDecidesWhereADateCanBeReadEitherWay() {
        RawDocument document =
                new RawDocument("1", "https://a.example/b", null, prose(0, 3), "3/4/2015", null, null, null);
        assertThat(read(document, DateOrder.UNKNOWN).day()).isEqualTo(LocalDate.of(2015, 3, 4));
        assertThat(read(document, DateOrder.DAY_FIRST).day()).isEqualTo(LocalDate.of(2015, 4, 3));
        assertThat(read(document, DateOrder.DAY_FIRST).confidence()).isGreaterThan(.9);
    }

    private static PublicationDate read(RawDocument document, DateOrder order) {
        return READER.read(
                        document,
                        new ReadingSettings(false, LocalDate.of(2026, 11, 22)),
                        new OutletKnowledge(RecurringLines.none(), order))
                .date();
    }

    private static long hash(String line) {
        return LineHashes.of(Page.of(line, LEXICON))[0];
    }

    private static NumericDates dates(String text) {
        return NumericDates.of(Page.of(text, LEXICON), null, PageAddress.of(null));
    }

    private static OutletEvidence evidence(String outlet, String url, String text) {
        return READER.read(
                        new RawDocument("1", url, null, text, null, outlet, null, null),
                        new ReadingSettings(false, LocalDate.of(2026, 11, 22)))
                .evidence();
    }

    private static int shared(List<Long> one, List<Long> other) {
        Set<Long> values = new HashSet<>(one);
        values.retainAll(other);
        return values.size();
    }

    private static String prose(int from, int to) {
        return IntStream.range(from, to)
                .mapToObj(i -> "The council said on day " + i + " that it will close street " + i
                        + " to all of the cars and carts of quarter " + i + ".")
                .collect(Collectors.joining("\n\n"));
    }

    private static String other() {
        return IntStream.range(0, 12)
                .mapToObj(i -> "In match " + i + " of the season both teams were so tired that goal " + i
                        + " was the last of the night.")
                .collect(Collectors.joining("\n\n"));
    }
}
