package org.newsweft.bench;

import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.newsweft.text.reading.DocumentReader;
import org.newsweft.text.reading.RawDocument;
import org.newsweft.text.reading.ReadingSettings;
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

/**
 * Cleaning and dating, with everything else that is read from a page: pages and characters a second on one core, one page
 * an operation. {@code -p field=raw_text} for whole pages of a gold file, {@code -p field=text} for clean articles.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
public class ReadingBenchmark {
    /** Characters that went through, as a rate beside the pages. */
    @State(Scope.Thread)
    @AuxCounters(AuxCounters.Type.OPERATIONS)
    public static class Work {
        public long characters;
    }

    @Param(BenchmarkTexts.SEEDS)
    public String corpus;

    @Param("text")
    public String field;

    private final DocumentReader reader = DocumentReader.load();
    private final ReadingSettings settings = new ReadingSettings(false, LocalDate.of(2026, 11, 22));
    private List<String> texts;
    private int next;

    @Setup
    public void read() throws IOException {
        texts = BenchmarkTexts.read(corpus, field, 500);
    }

    @Benchmark
    public int pages(Work work) {
        String text = texts.get(next++ % texts.size());
        work.characters += text.length();
        return reader.read(new RawDocument("page", null, null, text, null, null, null, null), settings)
                .blocks()
                .size();
    }
}
