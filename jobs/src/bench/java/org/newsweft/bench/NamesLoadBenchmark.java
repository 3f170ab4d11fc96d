package org.newsweft.bench;

import java.util.concurrent.TimeUnit;
import org.newsweft.text.names.NameFinder;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Warmup;

/** Loading the name finder in a fresh virtual machine, as each executor does once; run with {@code -prof gc} for memory. */
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(5)
@Warmup(iterations = 0)
@Measurement(iterations = 1)
public class NamesLoadBenchmark {
    @Benchmark
    public NameFinder load() {
        return NameFinder.load();
    }
}
