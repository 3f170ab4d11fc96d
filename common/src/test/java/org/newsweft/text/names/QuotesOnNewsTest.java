package org.newsweft.text.names;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.newsweft.text.Resources;
import org.newsweft.text.Sentences;
import org.newsweft.text.Span;
import org.newsweft.text.quotes.Quote;
import org.newsweft.text.quotes.QuoteFinder;

/**
 * Speakers of 100 quotes of CNN that were labelled by hand, and marks that hold no speech. Skipped where the shared data are
 * absent. Half 2 was never looked at when the rules were written.
 */
class QuotesOnNewsTest {
    private static final Path ARTICLES = Path.of("..", "..", "shared", "data", "cnn_lite_2026.jsonl.gz");
    private static final String UNNAMED = "?";
    private static final String NO_SPEECH = "-";

    private record Label(String article, int start, int end, int half, String speaker) {}

    private static final List<Label> LABELS = new ArrayList<>();
    private static final Map<String, String> TEXTS = new HashMap<>();
    private static NameFinder finder;

    @BeforeAll
    static void read() throws IOException {
        assumeThat(ARTICLES).as("the shared data are not here").exists();
        for (String[] row : Resources.rows(QuotesOnNewsTest.class, "quotes_cnn_lite.tsv")) {
            LABELS.add(new Label(
                    row[0], Integer.parseInt(row[1]), Integer.parseInt(row[2]), Integer.parseInt(row[3]), row[4]));
        }
        ObjectMapper json = new ObjectMapper();
        try (BufferedReader lines = new BufferedReader(
                new InputStreamReader(new GZIPInputStream(Files.newInputStream(ARTICLES)), StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                JsonNode article = json.readTree(line);
                TEXTS.put(article.get("id").textValue(), article.get("text").textValue());
            }
        }
        finder = NameFinder.load();
    }

    @ParameterizedTest
    @CsvSource({"1, 0.85", "2, 0.70"})
    void mostSpeakersAreRight(int half, double least) {
        int speech = 0;
        int right = 0;
        int others = 0;
        int leftOut = 0;
        List<String> wrong = new ArrayList<>();
        for (Label label : LABELS) {
            if (label.half() == half) {
                Quote quote = quoteAt(label);
                boolean good = isRight(label, quote);
                boolean isSpeech = !label.speaker().equals(NO_SPEECH);
                speech += isSpeech ? 1 : 0;
                right += isSpeech && good ? 1 : 0;
                others += isSpeech ? 0 : 1;
                leftOut += !isSpeech && good ? 1 : 0;
                if (!good) {
                    wrong.add(label + " -> " + (quote == null ? "no quote" : "by " + quote.speaker()));
                }
            }
        }
        System.out.printf(
                "half %d: speaker right in %d of %d quotes; %d of %d other marks left out%n",
                half, right, speech, leftOut, others);
        if (half == 1) {
            wrong.forEach(System.out::println);
        }
        assertThat((double) right / speech).isGreaterThanOrEqualTo(least);
    }

    private static Quote quoteAt(Label label) {
        String text = TEXTS.get(label.article());
        List<Span> sentences = Sentences.of(text);
        for (Quote quote : QuoteFinder.find(text, sentences, finder.find(text, sentences))) {
            if (quote.start() < label.end() && label.start() < quote.end()) {
                return quote;
            }
        }
        return null;
    }

    private static boolean isRight(Label label, Quote quote) {
        if (label.speaker().equals(NO_SPEECH) || quote == null) {
            return label.speaker().equals(NO_SPEECH) && quote == null;
        }
        for (String speaker : label.speaker().split("\\|", -1)) {
            boolean unnamed = speaker.equals(UNNAMED) && quote.speaker() == null;
            if (unnamed || (quote.speaker() != null && quote.speaker().contains(speaker))) {
                return true;
            }
        }
        return false;
    }
}
