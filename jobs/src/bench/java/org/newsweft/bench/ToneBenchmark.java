package org.newsweft.bench;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.newsweft.text.Sentences;
import org.newsweft.text.Span;
import org.newsweft.text.tone.TargetTone;
import org.newsweft.text.tone.ToneAnalyzer;
import org.newsweft.text.tone.ToneModel;
import org.openjdk.jmh.annotations.AuxCounters;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** Tone: sentences and targets a second on one core, one sentence an operation, from its text to scores. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
public class ToneBenchmark {
    /** A capitalised word after a space: as good as a name for the time it takes. */
    private static final Pattern NAME = Pattern.compile("(?<= )\\p{Lu}\\p{L}+");

    private static final int SENTENCES = 20_000;

    /** Targets that went through, as a rate beside the sentences. */
    @State(Scope.Thread)
    @AuxCounters(AuxCounters.Type.OPERATIONS)
    public static class Work {
        public long targets;
    }

    /** A sentence with one name or two, 1.5 on average. */
    private record Example(String sentence, List<Span> mentions, List<String> entityIds) {}

    @Param(BenchmarkTexts.SEEDS)
    public String corpus;

    @Param({"EMBEDDING", "LEXICAL"})
    public ToneModel model;

    private ToneAnalyzer analyzer;
    private List<Example> examples;
    private int next;

    @Setup
    public void read() throws IOException {
        analyzer = ToneAnalyzer.load(model);
        examples = new ArrayList<>();
        for (String text : BenchmarkTexts.read(corpus, "text", 1000)) {
            for (Span span : Sentences.of(text)) {
                add(span.of(text));
            }
        }
    }

    private void add(String sentence) {
        List<Span> mentions = new ArrayList<>();
        Matcher matcher = NAME.matcher(sentence);
        while (matcher.find() && mentions.size() < 1 + examples.size() % 2) {
            mentions.add(new Span(matcher.start(), matcher.end()));
        }
        if (mentions.size() == 1 + examples.size() % 2 && examples.size() < SENTENCES) {
            List<String> ids = mentions.stream().map(Span::toString).toList();
            examples.add(new Example(sentence, mentions, ids));
        }
    }

    private Example next() {
        Example example = examples.get(next);
        next = (next + 1) % examples.size();
        return example;
    }

    /** The tone toward each name. */
    @Benchmark
    public List<TargetTone> towardNames(Work work) {
        Example example = next();
        work.targets += example.mentions().size();
        return analyzer.targets(example.sentence(), example.mentions(), example.entityIds());
    }

    /** The tone of the sentence as a whole. */
    @Benchmark
    public double ofSentence() {
        return analyzer.sentence(next().sentence()).score();
    }

    /** The words that carried it. */
    @Benchmark
    public int wordsThatCarry() {
        return analyzer.words(next().sentence()).size();
    }
}
