package org.newsweft.bench;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.newsweft.text.language.LanguageDetector;
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

/** Telling the language: articles and characters a second on one core, one article an operation. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
public class LanguageBenchmark {
    /** Characters that went through, as a rate beside the articles. */
    @State(Scope.Thread)
    @AuxCounters(AuxCounters.Type.OPERATIONS)
    public static class Work {
        public long characters;
    }

    @Param(BenchmarkTexts.SEEDS)
    public String corpus;

    private LanguageDetector languages;
    private List<String> texts;
    private int next;

    @Setup
    public void read() throws IOException {
        languages = LanguageDetector.load();
        texts = BenchmarkTexts.read(corpus, "text", 500);
    }

    @Benchmark
    public String language(Work work) {
        String text = texts.get(next++ % texts.size());
        work.characters += text.length();
        return languages.of(text);
    }
}
