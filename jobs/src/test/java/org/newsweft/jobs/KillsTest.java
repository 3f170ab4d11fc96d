package org.newsweft.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Runs that are killed as a machine that goes down kills them, at the borders of stages and in between. Whenever it was,
 * readers see one run, whole; and in the end the tables are those of a warehouse in which nothing was ever killed.
 *
 * <p>{@code -Dnewsweft.kills=N} sets how many, {@code -Dnewsweft.seed=N} when.
 */
@Tag("nightly")
class KillsTest {
    private static final int KILLS = Integer.getInteger("newsweft.kills", 50);
    private static final long SEED = Long.getLong("newsweft.seed", 20130415);
    private static final int BATCHES = 3;
    private static final int ARTICLES = 20;
    private static final List<String> PEOPLE = List.of(
            "John Kerry",
            "Shinzo Abe",
            "Angela Merkel",
            "James Baker",
            "Margaret Holloway",
            "Walter Trelawney",
            "Ida Weller");
    private static final List<String> PLACES = List.of("Tokyo", "Beijing", "Paris", "Seoul", "Berlin", "Oslo");

    @TempDir
    private Path folder;

    private final Random random = new Random(SEED);

    @Test
    void whateverIsKilledReadersSeeOneRunAndTheEndIsTheSame() throws IOException, InterruptedException {
        Path corpus = Files.createDirectory(folder.resolve("corpus"));
        Path warehouse = folder.resolve("warehouse");
        writeBatch(corpus, 0);
        start(corpus, warehouse).waitFor();
        Map<String, List<String>> seen = content(warehouse);
        Path run = warehouse.resolve("tables").toRealPath();
        int killed = 0;
        for (int batch = 1; batch < BATCHES; batch++) {
            writeBatch(corpus, batch);
            for (int kill = 0; kill < KILLS / (BATCHES - 1); kill++) {
                String when = kill(corpus, warehouse);
                killed += when.startsWith("ended") ? 0 : 1;
                Path now = warehouse.resolve("tables").toRealPath();
                Map<String, List<String>> content = content(warehouse);
                if (now.equals(run)) {
                    assertThat(content).as("seed %d, %s", SEED, when).isEqualTo(seen);
                } else {
                    // Killed after it had published: the next has nothing to do but to clean.
                    run = now;
                    seen = content;
                }
            }
            assertThat(start(corpus, warehouse).waitFor()).isZero();
            run = warehouse.resolve("tables").toRealPath();
            seen = content(warehouse);
        }
        Path clean = folder.resolve("clean");
        assertThat(start(corpus, clean).waitFor()).isZero();
        assertThat(seen).as("seed %d, %d killed", SEED, killed).isEqualTo(content(clean));
        assertThat(killed).isPositive();
    }

    /** Starts a run and kills it; says when. */
    private String kill(Path corpus, Path warehouse) throws IOException, InterruptedException {
        Process process = start(corpus, warehouse);
        int stages = random.nextInt(Nightly.JOBS.size() + 1);
        int pause = random.nextInt(1_500);
        try (BufferedReader lines = process.errorReader(StandardCharsets.UTF_8)) {
            for (int seen = 0; seen < stages; ) {
                String line = lines.readLine();
                if (line == null) {
                    break;
                }
                seen += Nightly.JOBS.stream().anyMatch(job -> line.startsWith(job.name() + " ")) ? 1 : 0;
            }
            boolean hasEnded = process.waitFor(pause, TimeUnit.MILLISECONDS);
            process.destroyForcibly().waitFor();
            return (hasEnded ? "ended by itself after " : "killed %d ms after ".formatted(pause)) + stages + " stages";
        }
    }

    private Process start(Path corpus, Path warehouse) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx1g",
                "-XX:TieredStopAtLevel=1",
                "-Dnewsweft.terminal=false"));
        // What opens the JVM to Spark is what this test was started with.
        java.lang.management.ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
                .filter(option -> option.startsWith("--add-opens") || option.startsWith("-Duser."))
                .forEach(command::add);
        command.addAll(List.of(
                "-cp",
                System.getProperty("java.class.path"),
                Main.class.getName(),
                "run",
                "--corpus",
                corpus.toString(),
                "--warehouse",
                warehouse.toString(),
                "--sentiment",
                "lexical"));
        return new ProcessBuilder(command)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
    }

    private static Map<String, List<String>> content(Path warehouse) {
        return PublishedTables.read(warehouse, PublishedTables::content);
    }

    private void writeBatch(Path corpus, int batch) throws IOException {
        StringBuilder lines = new StringBuilder();
        for (int article = 0; article < ARTICLES; article++) {
            StringBuilder text = new StringBuilder();
            for (int sentence = 0; sentence < 4; sentence++) {
                text.append("%s met %s in %s and was %s with what number %d had brought. "
                        .formatted(
                                any(PEOPLE),
                                any(PEOPLE),
                                any(PLACES),
                                sentence % 2 == 0 ? "pleased" : "worried",
                                random.nextInt(10_000)));
            }
            lines.append(
                    "{\"id\": \"%d-%d\", \"date\": \"2013-04-%02d\", \"outlet\": \"The Herald\", \"text\": \"%s\"}%n"
                            .formatted(
                                    batch,
                                    article,
                                    1 + random.nextInt(28),
                                    text.toString().strip()));
        }
        Files.writeString(corpus.resolve(batch + ".jsonl"), lines);
    }

    private String any(List<String> words) {
        return words.get(random.nextInt(words.size()));
    }
}
