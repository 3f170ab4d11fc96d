package org.newsweft.text.tone;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.newsweft.text.Span;

/** Prints how many sentences a second of CPU the analyzer takes, text to scores: {@code ToneSpeed SENTENCES.txt MODEL}. */
final class ToneSpeed {
    private static final int ROUNDS = 8;

    private ToneSpeed() {}

    public static void main(String[] arguments) throws IOException {
        List<String> sentences = Files.readAllLines(Path.of(arguments[0]));
        List<List<Span>> mentions = new ArrayList<>();
        List<List<String>> ids = new ArrayList<>();
        int total = 0;
        for (String sentence : sentences) {
            List<Span> names = capitalized(sentence, mentions.size() % 2 == 0 ? 1 : 2);
            mentions.add(names);
            ids.add(names.stream().map(Span::toString).toList());
            total += names.size();
        }
        long loading = System.nanoTime();
        ToneAnalyzer analyzer = ToneAnalyzer.load(ToneModel.valueOf(arguments[1]));
        System.out.printf("loaded in %.2f s%n", (System.nanoTime() - loading) / 1e9);
        System.out.printf("%d sentences, %.2f mentions each%n", sentences.size(), (double) total / sentences.size());
        for (int round = 0; round < ROUNDS; round++) {
            long start = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
            double sum = 0;
            for (int i = 0; i < sentences.size(); i++) {
                for (TargetTone tone : analyzer.targets(sentences.get(i), mentions.get(i), ids.get(i))) {
                    sum += tone.score();
                }
            }
            long middle = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
            for (String sentence : sentences) {
                sum += analyzer.sentence(sentence).score();
            }
            long end = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
            System.out.printf(
                    "targets: %.0f sentences/s; sentence tone: %.0f sentences/s (%f)%n",
                    sentences.size() / ((middle - start) / 1e9), sentences.size() / ((end - middle) / 1e9), sum);
        }
    }

    private static List<Span> capitalized(String sentence, int atMost) {
        List<Span> names = new ArrayList<>();
        TokenScanner scanner = new TokenScanner(sentence);
        while (scanner.advance() && names.size() < atMost) {
            if (scanner.start() > 0 && Character.isUpperCase(sentence.charAt(scanner.start()))) {
                names.add(new Span(scanner.start(), scanner.end()));
            }
        }
        return names.isEmpty() ? List.of(new Span(0, Math.min(3, sentence.length()))) : names;
    }
}
