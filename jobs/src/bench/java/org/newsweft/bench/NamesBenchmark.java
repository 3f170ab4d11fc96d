package org.newsweft.bench;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.newsweft.text.Sentences;
import org.newsweft.text.Span;
import org.newsweft.text.Tokens;
import org.newsweft.text.names.NameFinder;
import org.newsweft.text.names.tagger.NameTagger;
import org.newsweft.text.names.tagger.PerceptronTagger;
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
 * Finding names: articles a second on one core, from text to mentions and by the tagger alone, one article an operation. An
 * article of the usual size has 3,100 characters: {@code articles3100} counts in these.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Fork(1)
@Warmup(iterations = 5, time = 2)
@Measurement(iterations = 5, time = 2)
public class NamesBenchmark {
    private static final double ARTICLE = 3100;

    /** What went through, as rates beside the articles. */
    @State(Scope.Thread)
    @AuxCounters(AuxCounters.Type.OPERATIONS)
    public static class Work {
        public long tokens;
        public double articles3100;
    }

    @Param(BenchmarkTexts.SEEDS)
    public String corpus;

    private List<String> texts;
    private int[] tokens;
    private NameFinder finder;
    private NameTagger tagger;
    private int next;

    @Setup
    public void read() throws IOException {
        texts = BenchmarkTexts.read(corpus, "text", 500);
        tokens = texts.stream()
                .mapToInt(text -> Tokens.of(text, Sentences.of(text)).size())
                .toArray();
        finder = NameFinder.load();
        tagger = PerceptronTagger.load();
    }

    @Benchmark
    public int textToMentions(Work work) {
        String text = nextText(work);
        List<Span> sentences = Sentences.of(text);
        return finder.find(text, sentences).size();
    }

    @Benchmark
    public int tagger(Work work) {
        String text = nextText(work);
        return tagger.tag(text, Sentences.of(text)).size();
    }

    private String nextText(Work work) {
        int at = next++ % texts.size();
        work.tokens += tokens[at];
        work.articles3100 += texts.get(at).length() / ARTICLE;
        return texts.get(at);
    }
}
