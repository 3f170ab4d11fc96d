package org.newsweft.text.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.newsweft.text.reading.body.Block;
import org.newsweft.text.reading.date.DateOrder;
import org.newsweft.text.reading.date.DatePrecision;
import org.newsweft.text.reading.date.DateSource;
import org.newsweft.text.reading.date.PublicationDate;
import org.newsweft.text.reading.date.UrlDate;
import org.newsweft.text.reading.page.BlockLabel;
import org.newsweft.text.reading.page.LineHashes;
import org.newsweft.text.reading.page.PageAddress;

class DocumentReaderTest {
    private static final DocumentReader READER = DocumentReader.load();
    private static final ReadingSettings SETTINGS = new ReadingSettings(false, LocalDate.of(2026, 11, 22));

    private static final String ARTICLE = """
            The city council voted on Tuesday to close the old harbour bridge to cars from the first of March.

            Traffic will be led over the new tunnel, which the council opened after six years of work in the autumn.

            "We have waited for this long enough," said the mayor, who had promised to close the bridge.

            Shop owners at the harbour fear that customers will stay away, and have asked the council for help.""";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Kerry met Wang in Beijing.",
                "Stocks fall as oil rises",
                "Subscribe to nothing, said McDonald, who owns an iPhone and watches YouTube in the U.S.-led camp.",
                "The rose is red,\n\nThe violet's blue,\n\nSugar is sweet\n\nAnd so are you."
            })
    void shortTextsComeBackUnaltered(String text) {
        assertThat(read(text).text()).isEqualTo(text);
    }

    @Test
    void cleanNewsComesBackUnaltered() {
        ReadDocument document = read(ARTICLE);
        assertThat(document.text()).isEqualTo(ARTICLE);
        assertThat(document.removedShare()).isZero();
        assertThat(document.title()).isNull();
    }

    @Test
    void aTextOfNothingIsADocumentOfNothing() {
        ReadDocument document = read(" \n\u00a0\n");
        assertThat(document.text()).isEmpty();
        assertThat(document.blocks()).isEmpty();
        assertThat(document.date()).isEqualTo(PublicationDate.UNKNOWN);
    }

    @Test
    void theGivenTitleIsNoPartOfTheBody() {
        String title = "Council Closes Harbour Bridge";
        ReadDocument document = READER.read(
                new RawDocument(
                        "1", null, title, title + "\n\n" + ARTICLE, "2014-04-16", "Harbour Times", "J. Doe", null),
                SETTINGS);
        assertThat(document.text()).isEqualTo(ARTICLE);
        assertThat(document.blocks().get(0).label()).isEqualTo(BlockLabel.TITLE);
        assertThat(document.title()).isEqualTo(title);
        assertThat(document.outlet()).isEqualTo("Harbour Times");
        assertThat(document.author()).isEqualTo("J. Doe");
        assertThat(document.date().source()).isEqualTo(DateSource.METADATA);
    }

    @Test
    void linesThatRecurAreNotNews() {
        String line = "Only on these pages: the harbour news that nobody else has, every day of the week.";
        OutletKnowledge known = new OutletKnowledge(RecurringLines.of(LineHashes.of(line)), DateOrder.UNKNOWN);
        ReadDocument document = READER.read(
                new RawDocument("1", null, null, ARTICLE + "\n\n" + line, null, null, null, null), SETTINGS, known);
        assertThat(document.text()).isEqualTo(ARTICLE);
        assertThat(document.blocks().get(4).rule()).isEqualTo("recurs in the outlet's articles");
    }

    @Test
    void anArticleThatStandsOnThePageAsOneLineAsWellIsReadOnce() {
        String again = (ARTICLE + " " + ARTICLE).replaceAll("\\s+", " ");
        ReadDocument document = read(ARTICLE + "\n\n" + again);
        assertThat(document.text()).isEqualTo(ARTICLE);
        assertThat(document.blocks().get(4).rule()).isEqualTo("says again what stands above");
    }

    @Test
    void anArticleOfOneLongLineAmongMenusIsKept() {
        String article = (ARTICLE + " " + ARTICLE.replace("harbour", "river")).replaceAll("\\s+", " ")
                + " Read about cookies and privacy on our pages for visitors";
        String menu = IntStream.range(0, 30).mapToObj(i -> "Topic " + i).collect(Collectors.joining("\n"));
        assertThat(read(menu + "\n" + article + "\n" + menu).text()).isEqualTo(article);
    }

    @Test
    void readsTheDateOfItsHeaderButNoneInsideTheStory() {
        assertThat(read("Harbour bridge closes\n\nPublished 15 April 2013\n\n" + ARTICLE)
                        .date())
                .isEqualTo(new PublicationDate(LocalDate.of(2013, 4, 15), DatePrecision.DAY, DateSource.HEADER, .97));
        assertThat(read(ARTICLE + "\n\nThe bridge was built on May 3, 1951, when the harbour was still small.")
                        .date())
                .isEqualTo(PublicationDate.UNKNOWN);
    }

    @Test
    void readsTheDateOfTheUrl() {
        ReadDocument document = READER.read(
                new RawDocument(
                        "1", "https://www.harbour.example/2019/11/20/bridge", null, ARTICLE, null, null, null, null),
                SETTINGS);
        assertThat(document.date().day()).isEqualTo(LocalDate.of(2019, 11, 20));
        assertThat(document.date().source()).isEqualTo(DateSource.URL);
        assertThat(document.outlet()).isEqualTo("harbour.example");
        assertThat(UrlDate.of(PageAddress.of("https://harbour.example/energy/2015/08/150803-heating-offices/"))
                        .day())
                .isEqualTo(LocalDate.of(2015, 8, 3));
        assertThat(UrlDate.of(PageAddress.of("https://harbour.example/energy/2015/08/150903-heating-offices/"))
                        .day())
                .isNull();
    }

    @Test
    void blocksCoverTheirStretchOfTheRawText() {
        String raw = "  Menu\r\n\r\n" + ARTICLE + "\n\u00a0© 2014 Harbour Times\n";
        for (Block block : read(raw).blocks()) {
            assertThat(block.text()).isEqualTo(raw.substring(block.start(), block.end()));
        }
    }

    @Test
    void hostileTextsTakeLinearTime() {
        // 400,000 characters each; anything quadratic would run for minutes.
        read("{".repeat(400_000));
        read("<a ".repeat(130_000));
        read("Jan 1, ".repeat(57_000));
        read("a.B".repeat(130_000));
        String menu = IntStream.range(0, 20_000).mapToObj(i -> "Item " + i % 7).collect(Collectors.joining("\n"));
        assertThat(read(menu).blocks()).hasSize(20_000);
    }

    @Test
    void aLeadThatStandsTwiceStaysOnce() {
        String lead = ARTICLE.substring(0, ARTICLE.indexOf('\n'));
        assertThat(read("Harbour bridge closes\n\n" + lead + "\n\nMay 19, 2021\n\n" + ARTICLE)
                        .text())
                .isEqualTo(ARTICLE);
    }

    @Test
    void aParagraphMaySpeakOfTheSignOfCopyright() {
        String sentence = "The publisher put its own © on the record in 2004, her lawyer, Fergal Tighe, said.";
        assertThat(read(ARTICLE + "\n\n" + sentence + "\n\n© 2021 Harbor Post").text())
                .isEqualTo(ARTICLE + "\n\n" + sentence);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "We and our 812 partners store and/or access information on a device, such as cookies and process personal"
                        + " data, for personalised ads and content.",
                "You have reached your limit of free articles this month. Subscribe now for 1 euro a week to continue.",
                "Already a subscriber? Log in to read on.",
                "The post Bridge closes appeared first on Harbor Post.",
                "Jane Doe contributed to this report.",
                "(Reporting by Jane Doe; Editing by John Roe)",
                "Source: Harbor Post",
                "(Kristina Barkov for Harbor Post)",
                "NEW YORK, Feb. 3, 2026 (GLOBE NEWSWIRE) --"
            })
    void whatSpeaksToTheReaderOrNamesASourceIsNoBody(String line) {
        assertThat(read(ARTICLE + "\n\n" + line).text()).isEqualTo(ARTICLE);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "The regulator said that the site stored cookies without the consent of its readers for years.",
                "Jane Doe contributed to this report of the United Nations, which was published in May, and won a prize."
            })
    void whatReportsOfSuchWordsIsBody(String sentence) {
        assertThat(read(ARTICLE + "\n\n" + sentence + "\n\nNobody else spoke of it at the harbour on that day.")
                        .text())
                .contains(sentence);
    }

    @Test
    void aCreditAtTheEndOfAParagraphGoesAndTheParagraphStays() {
        assertThat(read(ARTICLE + " Jane Doe contributed to this report.").text())
                .isEqualTo(ARTICLE);
    }

    @Test
    void aWallInThePlaceOfTheArticleLeavesTheTitle() {
        ReadDocument document = READER.read(
                new RawDocument(
                        "1",
                        null,
                        "Fire destroys market hall",
                        "Fire destroys market hall\nWe value your privacy\nThe Post and its 743 partners store and access"
                                + " information on your device, such as cookies.\nBy clicking Accept you agree to this.\n",
                        null,
                        null,
                        null,
                        null),
                SETTINGS);
        assertThat(document.title()).isEqualTo("Fire destroys market hall");
        assertThat(document.text()).isEmpty();
    }

    @Test
    void aTextThatIsItsTitleIsNotRepeated() {
        ReadDocument document = READER.read(
                new RawDocument(
                        "1",
                        null,
                        "Stocks fall as oil rises - Harbor Post",
                        "Stocks fall as oil rises",
                        null,
                        null,
                        null,
                        null),
                SETTINGS);
        assertThat(document.title()).isEqualTo("Stocks fall as oil rises");
        assertThat(document.text()).isEmpty();
    }

    private static ReadDocument read(String text) {
        return READER.read(new RawDocument("1", null, null, text, null, null, null, null), SETTINGS);
    }
}
