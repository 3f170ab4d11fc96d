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
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.StringJoiner;
import java.util.zip.GZIPInputStream;
import org.newsweft.text.Span;

/**
 * Writes what the network reads of labelled sentences, for the training programs in docs/models/tone-training: they see
 * the very numbers the product will compute. Lives among the tests, where files may be read.
 *
 * <p>Usage: {@code ToneTrainingRows LABELLED.jsonl[.gz] ROWS.tsv}. Input lines have {@code text}, and either
 * {@code targets} (each with {@code start}, {@code end}, {@code more}, {@code label}) or these fields themselves, with
 * {@code gold}, {@code teacher} or {@code teacher_oof}. Output columns: source, document, label, teacher, words,
 * distances, negated, values, weights, features.
 */
final class ToneTrainingRows {
    private static final ObjectMapper JSON = new ObjectMapper();

    private ToneTrainingRows() {}

    /** A target with what is known of it. */
    private record Labelled(Target target, String source, String document, String label, String teacher) {}

    public static void main(String[] arguments) throws IOException {
        TargetEncoder encoder = new TargetEncoder(ToneVocabulary.load(), ValenceLexicon.news());
        try (BufferedWriter rows = Files.newBufferedWriter(Path.of(arguments[1]))) {
            for (Map.Entry<String, List<Labelled>> sentence :
                    read(Path.of(arguments[0])).entrySet()) {
                writeRows(encoder, sentence.getKey(), sentence.getValue(), rows);
            }
        }
    }

    private static void writeRows(TargetEncoder encoder, String sentence, List<Labelled> labelled, BufferedWriter rows)
            throws IOException {
        List<Target> targets = labelled.stream().map(Labelled::target).toList();
        List<MaskedSentence> masked = encoder.mask(sentence, targets);
        for (int i = 0; i < masked.size(); i++) {
            Labelled one = labelled.get(i);
            rows.write(String.join("\t", one.source(), one.document(), one.label(), one.teacher()));
            rows.write("\t" + columns(TargetEncoding.of(masked.get(i))) + "\n");
        }
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

    /** All labelled targets by sentence, so that each sentence is masked with all of its names known. */
    private static Map<String, List<Labelled>> read(Path file) throws IOException {
        Map<String, List<Labelled>> bySentence = new LinkedHashMap<>();
        try (BufferedReader lines = open(file)) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                JsonNode sentence = JSON.readTree(line);
                List<Labelled> labelled =
                        bySentence.computeIfAbsent(sentence.get("text").asText(), text -> new ArrayList<>());
                if (sentence.has("targets")) {
                    sentence.get("targets").forEach(node -> labelled.add(labelled(sentence, node, labelled.size())));
                } else {
                    labelled.add(labelled(sentence, sentence, labelled.size()));
                }
            }
        }
        return bySentence;
    }

    private static Labelled labelled(JsonNode sentence, JsonNode node, int number) {
        List<Span> spans = new ArrayList<>();
        spans.add(new Span(node.get("start").asInt(), node.get("end").asInt()));
        node.path("more")
                .forEach(more ->
                        spans.add(new Span(more.get(0).asInt(), more.get(1).asInt())));
        String label = node.has("label")
                ? node.get("label").asText()
                : node.path("gold").asText("-");
        JsonNode teacher = node.has("teacher") ? node.get("teacher") : node.path("teacher_oof");
        return new Labelled(
                new Target(spans, Integer.toString(number)),
                sentence.path("src").asText("-"),
                sentence.path("doc").asText("-"),
                label,
                teacher.isArray() ? teacher.toString() : "-");
    }

    private static BufferedReader open(Path file) throws IOException {
        InputStream stream = Files.newInputStream(file);
        InputStream plain = file.toString().endsWith(".gz") ? new GZIPInputStream(stream) : stream;
        return new BufferedReader(new InputStreamReader(plain, StandardCharsets.UTF_8));
    }
}
