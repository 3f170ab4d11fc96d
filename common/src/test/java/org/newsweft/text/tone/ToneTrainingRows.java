package org.newsweft.text.tone;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.StringJoiner;
import java.util.zip.GZIPInputStream;
import org.newsweft.text.Span;
import org.newsweft.text.tone.roles.MaskedSentence;
import org.newsweft.text.tone.roles.Target;
import org.newsweft.text.tone.words.ToneVocabulary;
import org.newsweft.text.tone.words.ValenceLexicon;

/**
 * Writes what the network reads of labelled sentences, for the training programs in docs/models/tone-training: they see
 * the very numbers the product will compute. Lives among the tests, where files may be read.
 *
 * <p>Usage: {@code ToneTrainingRows SENTENCES.jsonl[.gz] ROWS.tsv}. Input lines have {@code text}, {@code src},
 * {@code doc}, and either {@code targets} (each with {@code start}, {@code end}, {@code more}, {@code label}; one row
 * each) or {@code score} (one row). Output columns: source, document, label or score, words, distances, negated,
 * values, weights, features.
 */
final class ToneTrainingRows {
    private static final ObjectMapper JSON = new ObjectMapper();

    private ToneTrainingRows() {}

    public static void main(String[] arguments) throws IOException {
        ValenceLexicon lexicon = ValenceLexicon.news();
        TargetEncoder encoder = new TargetEncoder(ToneVocabulary.load(), lexicon);
        SentenceEncoder sentences = SentenceEncoder.of(encoder, lexicon);
        try (BufferedWriter rows = Files.newBufferedWriter(Path.of(arguments[1]));
                BufferedReader lines = open(Path.of(arguments[0]))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                JsonNode sentence = JSON.readTree(line);
                if (sentence.has("targets")) {
                    writeTargets(encoder, sentence, rows);
                } else {
                    String head = head(sentence, sentence.path("score").asText("-"));
                    TargetEncoding encoding =
                            sentences.encode(sentence.get("text").asText());
                    rows.write(head + "\t" + columns(encoding) + "\n");
                }
            }
        }
    }

    private static void writeTargets(TargetEncoder encoder, JsonNode sentence, BufferedWriter rows) throws IOException {
        List<Target> targets = new ArrayList<>();
        for (JsonNode node : sentence.get("targets")) {
            List<Span> spans = new ArrayList<>();
            spans.add(new Span(node.get("start").asInt(), node.get("end").asInt()));
            node.path("more")
                    .forEach(more ->
                            spans.add(new Span(more.get(0).asInt(), more.get(1).asInt())));
            targets.add(new Target(spans, Integer.toString(targets.size())));
        }
        List<MaskedSentence> masked = encoder.mask(sentence.get("text").asText(), targets);
        for (int i = 0; i < masked.size(); i++) {
            String head =
                    head(sentence, sentence.get("targets").get(i).get("label").asText());
            rows.write(head + "\t" + columns(TargetEncoding.of(masked.get(i))) + "\n");
        }
    }

    private static String head(JsonNode sentence, String label) {
        return String.join(
                "\t", sentence.path("src").asText("-"), sentence.path("doc").asText("-"), label);
    }

    private static String columns(TargetEncoding encoding) {
        StringJoiner words = new StringJoiner(" ");
        StringJoiner distances = new StringJoiner(" ");
        StringJoiner negated = new StringJoiner(" ");
        StringJoiner values = new StringJoiner(" ");
        StringJoiner weights = new StringJoiner(" ");
        for (int i = 0; i < encoding.length; i++) {
            words.add(Integer.toString(encoding.words[i]));
            distances.add(Integer.toString(encoding.distances[i]));
            negated.add(encoding.negated[i] ? "1" : "0");
            values.add(Float.toString(encoding.values[i]));
            weights.add(Float.toString(encoding.weights[i]));
        }
        StringJoiner features = new StringJoiner(" ");
        for (float feature : encoding.features) {
            features.add(Float.toString(feature));
        }
        return String.join(
                "\t",
                words.toString(),
                distances.toString(),
                negated.toString(),
                values.toString(),
                weights.toString(),
                features.toString());
    }

    private static BufferedReader open(Path file) throws IOException {
        InputStream stream = Files.newInputStream(file);
        InputStream plain = file.toString().endsWith(".gz") ? new GZIPInputStream(stream) : stream;
        return new BufferedReader(new InputStreamReader(plain, StandardCharsets.UTF_8));
    }
}
