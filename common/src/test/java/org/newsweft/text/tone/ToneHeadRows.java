package org.newsweft.text.tone;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.StringJoiner;
import org.newsweft.text.Span;
import org.newsweft.text.tone.roles.Attitudes;
import org.newsweft.text.tone.roles.EventLexicon;
import org.newsweft.text.tone.roles.MaskedSentence;
import org.newsweft.text.tone.roles.RoleLexicon;
import org.newsweft.text.tone.roles.Target;
import org.newsweft.text.tone.words.ToneVocabulary;
import org.newsweft.text.tone.words.ValenceLexicon;

/**
 * Writes what {@link ToneHead} weighs of labelled targets, for train_head.py in docs/models/tone-training: it sees the
 * very numbers the product will compute.
 *
 * <p>Usage: {@code ToneHeadRows EMBEDDING|LEXICAL SENTENCES.jsonl ROWS.tsv}; {@code roles.tsv} instead of a file of
 * sentences stands for our own sentences about roles. Input as for {@link ToneTrainingRows}. Output columns: source,
 * document, label, attitude told outright, inputs.
 */
final class ToneHeadRows {
    private ToneHeadRows() {}

    public static void main(String[] arguments) throws IOException {
        ToneModel model = ToneModel.valueOf(arguments[0]);
        ToneVocabulary vocabulary = ToneVocabulary.load();
        TargetEncoder encoder = new TargetEncoder(vocabulary, ValenceLexicon.news());
        TargetToneModel ofTargets =
                model == ToneModel.LEXICAL ? LexicalTargetTone.load() : ConvolutionalTargetTone.load(vocabulary);
        TargetTones tones = new TargetTones(encoder, ofTargets, RoleLexicon.load(), EventLexicon.load(), null);
        try (BufferedWriter rows = Files.newBufferedWriter(Path.of(arguments[2]))) {
            if (arguments[1].endsWith(".tsv")) {
                for (RoleSuite.Case one : RoleSuite.cases(arguments[1])) {
                    int start = one.sentence().indexOf(one.target());
                    Target target = new Target(
                            List.of(new Span(start, start + one.target().length())), "");
                    MaskedSentence masked =
                            encoder.mask(one.sentence(), List.of(target)).get(0);
                    write(rows, "own", one.sentence(), one.label().code().substring(0, 3), masked, tones);
                }
                return;
            }
            ObjectMapper json = new ObjectMapper();
            try (BufferedReader lines = Files.newBufferedReader(Path.of(arguments[1]))) {
                for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                    JsonNode sentence = json.readTree(line);
                    List<Target> targets = new ArrayList<>();
                    for (JsonNode node : sentence.get("targets")) {
                        List<Span> spans = new ArrayList<>();
                        spans.add(new Span(
                                node.get("start").asInt(), node.get("end").asInt()));
                        node.path("more")
                                .forEach(more -> spans.add(new Span(
                                        more.get(0).asInt(), more.get(1).asInt())));
                        targets.add(new Target(spans, Integer.toString(targets.size())));
                    }
                    List<MaskedSentence> masked =
                            encoder.mask(sentence.get("text").asText(), targets);
                    for (int i = 0; i < masked.size(); i++) {
                        write(
                                rows,
                                sentence.path("src").asText("-"),
                                sentence.path("doc").asText("-"),
                                sentence.get("targets").get(i).get("label").asText(),
                                masked.get(i),
                                tones);
                    }
                }
            }
        }
    }

    private static void write(
            BufferedWriter rows, String source, String document, String label, MaskedSentence masked, TargetTones tones)
            throws IOException {
        StringJoiner inputs = new StringJoiner(" ");
        for (double input : tones.inputs(masked)) {
            inputs.add(Float.toString((float) input));
        }
        rows.write(String.join(
                        "\t",
                        source,
                        document.replace('\t', ' '),
                        label,
                        Integer.toString(Attitudes.toward(masked)),
                        inputs.toString())
                + "\n");
    }
}
