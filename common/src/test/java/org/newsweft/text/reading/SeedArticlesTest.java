package org.newsweft.text.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.newsweft.text.reading.date.PublicationDate;

/** The five seed articles: every block of them, against golden files that a person has read. */
class SeedArticlesTest {
    private static final Path SEEDS = Path.of("..", "seeds");
    private static final ReadingSettings SETTINGS = new ReadingSettings(false, LocalDate.of(2026, 11, 22));
    private static final DocumentReader READER = DocumentReader.load();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "000_7e8563612a4edc32",
                "001_e0c1b6bf723ce851",
                "002_8c48273b3714914a",
                "003_4933a735d2d921c1",
                "004_ae462cfc383added"
            })
    void everyBlockIsLabelledAsAPersonWould(String seed) throws IOException {
        assertThat(describe(read(seed))).isEqualTo(golden(seed));
    }

    @Test
    void inlineMarkupIsCutAndItsSentenceStays() throws IOException {
        assertThat(read("000_7e8563612a4edc32").text())
                .doesNotContain("mosads")
                .contains("\n\nChina and North Korea have become major cyber irritants in the region.\n\n");
    }

    @Test
    void gluedWordsArePartedWhereTheArticleItselfShowsTheParts() throws IOException {
        ReadDocument document = read("003_4933a735d2d921c1");
        assertThat(document.title()).isEqualTo("China, U.S. to team up on cybersecurity");
        assertThat(document.text()).contains("news agency Xinhua, quoted").contains("According to Xinhua, Wang told");
    }

    @Test
    void offsetsLeadBackToTheRawText() throws IOException {
        String raw = raw("003_4933a735d2d921c1");
        ReadDocument document = read("003_4933a735d2d921c1");
        int at = document.text().indexOf("Xinhua, Wang");
        int rawAt = document.offsets().toRaw(at);
        assertThat(raw.substring(rawAt)).startsWith("Xinhua,Wang told Kerry");
        assertThat(raw.substring(document.offsets().toRaw(at + "Xinhua, ".length())))
                .startsWith("Wang told Kerry");
    }

    @Test
    void onRequestTheTextStaysAsItIs() throws IOException {
        String raw = raw("004_ae462cfc383added");
        ReadDocument document = READER.read(
                new RawDocument("004", null, null, raw, null, null, null, null),
                new ReadingSettings(true, LocalDate.of(2026, 11, 22)));
        assertThat(document.text()).isEqualTo(raw);
        assertThat(document.removedShare()).isZero();
    }

    private static ReadDocument read(String seed) throws IOException {
        return READER.read(new RawDocument(seed, null, null, raw(seed), null, null, null, null), SETTINGS);
    }

    private static String raw(String seed) throws IOException {
        return Files.readString(SEEDS.resolve(seed + ".txt"));
    }

    private static String golden(String seed) throws IOException {
        try (InputStream stream = SeedArticlesTest.class.getResourceAsStream("seeds/" + seed + ".golden.txt")) {
            return new String(Objects.requireNonNull(stream, seed).readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    /** Head of the document, then one line a block: kept or not, label, how it begins and ends. */
    private static String describe(ReadDocument document) {
        PublicationDate date = document.date();
        String head = String.format(
                Locale.ROOT,
                "title: %s%noutlet: %s%nauthor: %s%nagency: %s%ndate: %s %s %s%n%n",
                document.title(),
                document.outlet(),
                document.author(),
                document.agency(),
                date.day(),
                date.precision().code(),
                date.source().code());
        return head
                + document.blocks().stream()
                        .map(block -> String.format(
                                Locale.ROOT,
                                "%s %-10s %s%n",
                                block.kept() ? "+" : "-",
                                block.label().code(),
                                beginningAndEnd(block.text())))
                        .collect(Collectors.joining());
    }

    private static String beginningAndEnd(String text) {
        return text.length() <= 70 ? text : text.substring(0, 40) + " ... " + text.substring(text.length() - 25);
    }
}
