package org.newsweft.text.tone;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.newsweft.text.Span;

/** Sentences with labelled targets in the format of NewsMTSC, and how well an analyzer does on them under their own prior. */
final class TargetToneGold {
    private static final Map<String, ToneLabel> LABELS =
            Map.of("neg", ToneLabel.NEGATIVE, "neu", ToneLabel.NEUTRAL, "pos", ToneLabel.POSITIVE);

    private static final List<ToneLabel> ORDER = List.of(ToneLabel.values());

    private final int[][] confusion = new int[3][3];
    private int targets;

    private TargetToneGold() {}

    /** Prints accuracy and macro-F1: {@code TargetToneGold GOLD.jsonl LEXICAL|EMBEDDING}. */
    public static void main(String[] arguments) throws IOException {
        ToneAnalyzer analyzer = ToneAnalyzer.load(ToneModel.valueOf(arguments[1]));
        TargetToneGold result = measure(Path.of(arguments[0]), analyzer);
        System.out.printf(
                "targets: %d%naccuracy: %.4f%nmacro-F1: %.4f%n", result.targets, result.accuracy(), result.macroF1());
    }

    static TargetToneGold measure(Path gold, ToneAnalyzer analyzer) throws IOException {
        TargetToneGold result = new TargetToneGold();
        ObjectMapper json = new ObjectMapper();
        for (String line : Files.readAllLines(gold)) {
            result.add(json.readTree(line), analyzer);
        }
        return result;
    }

    private void add(JsonNode sentence, ToneAnalyzer analyzer) {
        List<Span> mentions = new ArrayList<>();
        List<String> ids = new ArrayList<>();
        List<ToneLabel> labels = new ArrayList<>();
        for (JsonNode target : sentence.get("targets")) {
            String id = Integer.toString(labels.size());
            labels.add(LABELS.get(target.get("label").asText()));
            mentions.add(new Span(target.get("start").asInt(), target.get("end").asInt()));
            ids.add(id);
            for (JsonNode more : target.path("more")) {
                mentions.add(new Span(more.get(0).asInt(), more.get(1).asInt()));
                ids.add(id);
            }
        }
        List<TargetTone> tones = analyzer.targets(sentence.get("text").asText(), mentions, ids);
        for (int i = 0; i < labels.size(); i++) {
            ToneLabel told = TonePrior.BALANCED.label(tones.get(ids.indexOf(Integer.toString(i))));
            confusion[ORDER.indexOf(labels.get(i))][ORDER.indexOf(told)]++;
            targets++;
        }
    }

    double accuracy() {
        return (double) (confusion[0][0] + confusion[1][1] + confusion[2][2]) / targets;
    }

    /** Mean over the classes of F1 = 2 correct / (gold + told). */
    double macroF1() {
        double sum = 0;
        for (int c = 0; c < 3; c++) {
            int gold = 0;
            int told = 0;
            for (int other = 0; other < 3; other++) {
                gold += confusion[c][other];
                told += confusion[other][c];
            }
            sum += 2.0 * confusion[c][c] / (gold + told);
        }
        return sum / 3;
    }
}
