package org.newsweft.jobs.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.newsweft.store.PlainView;
import org.newsweft.store.RunJournal;
import org.newsweft.store.Warehouse;
import org.newsweft.table.facts.Documents;
import org.newsweft.table.figures.Entities;
import org.newsweft.table.figures.Events;
import org.newsweft.table.schema.Table;
import org.newsweft.testing.SparkTest;

@SuppressWarnings("serial")
class JobRunnerTest extends SparkTest {
    private static final Table[] NOTHING = {};

    @TempDir
    private transient Path folder;

    private final transient List<String> happened = Collections.synchronizedList(new ArrayList<>());
    private final transient ByteArrayOutputStream shown = new ByteArrayOutputStream();
    private transient JobRunner runner;

    @BeforeEach
    void makeARunner() {
        SparkSession session = spark().newSession();
        SparkSession.setActiveSession(session);
        Warehouse warehouse = Warehouse.open(session, folder.toString());
        runner = new JobRunner(
                BareRun.of(warehouse, folder, "run1"),
                Progress.on(new PrintStream(shown, true, StandardCharsets.UTF_8), false, 3),
                RunJournal.begin(PlainView.of(warehouse), "run1", Instant.EPOCH, "test"));
    }

    @AfterEach
    void forgetTheSession() {
        SparkSession.clearActiveSession();
    }

    @Test
    void jobsRunSideBySideButNotBeforeWhatTheyReadIsWritten() {
        CountDownLatch both = new CountDownLatch(2);
        Supplier<String> meetTheOther = () -> {
            both.countDown();
            return await(both) ? "met" : "alone";
        };
        List<Job<String, ?>> jobs = List.of(
                job("names", meetTheOther, List.of(Documents.TABLE), Entities.TABLE),
                job("pairs", () -> "read", List.of(Entities.TABLE), NOTHING),
                job("events", meetTheOther, List.of(Documents.TABLE), Events.TABLE));

        runner.runSideBySide("input", jobs);

        assertThat(happened)
                .containsExactlyInAnyOrder("names input met", "events input met", "pairs input read")
                .containsSubsequence("names input met", "pairs input read");
        assertThat(runner.stageSeconds()).containsOnlyKeys("names", "pairs", "events");
        assertThat(shown.toString(StandardCharsets.UTF_8).lines())
                .hasSize(3)
                .allMatch(line -> line.matches("(names|pairs|events) +0\\.\\d s"));
    }

    @Test
    void aFailureStopsTheOthersAndIsTheOneThatIsThrown() {
        CountDownLatch started = new CountDownLatch(1);
        List<Job<String, ?>> jobs = List.of(
                job(
                        "names",
                        () -> {
                            await(started);
                            throw new IllegalArgumentException("no names");
                        },
                        List.of(Documents.TABLE),
                        Entities.TABLE),
                job("pairs", () -> "read", List.of(Entities.TABLE), NOTHING),
                job(
                        "events",
                        () -> {
                            started.countDown();
                            // Minutes of work, did nobody stop it.
                            for (int query = 0; query < 10_000; query++) {
                                spark().range(0, 10, 1, 1).javaRDD().count();
                            }
                            return "to the end";
                        },
                        List.of(Documents.TABLE),
                        Events.TABLE));

        assertThatThrownBy(() -> runner.runSideBySide("input", jobs))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("no names");
        assertThat(happened).isEmpty();
    }

    private Job<String, Void> job(String name, Supplier<String> work, List<Table> reads, Table... writes) {
        return new Job<>() {
            @Override
            public String name() {
                return name;
            }

            @Override
            public Set<Table> reads() {
                return Set.copyOf(reads);
            }

            @Override
            public Set<Table> writes() {
                return Set.of(writes);
            }

            @Override
            public Void run(RunContext run, String input) {
                happened.add(name + " " + input + " " + work.get());
                return null;
            }
        };
    }

    private static boolean await(CountDownLatch latch) {
        try {
            return latch.await(20, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
