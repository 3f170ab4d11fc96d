package org.newsweft.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.apache.hadoop.fs.FileUtil;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Histories by chance: one warehouse goes from corpus to corpus and back, as articles come, change and vanish, some of them
 * late, some copies of others. After each night its tables equal those of one run over that corpus, to the bit.
 *
 * <p>{@code -Dnewsweft.histories=N} sets how many nights, {@code -Dnewsweft.corpora=N} between how many corpora, {@code
 * -Dnewsweft.seed=N} which.
 */
class HistoriesTest {
    private static final int HISTORIES = Integer.getInteger("newsweft.histories", 5);
    private static final int CORPORA = Integer.getInteger("newsweft.corpora", 3);
    private static final long SEED = Long.getLong("newsweft.seed", 20130415);
    private static final int FIRST_ARTICLES = 14;

    private static final List<String> PEOPLE = List.of(
            "Treasury Secretary James Baker",
            "James Baker",
            "Baker",
            "Senator Margaret Holloway",
            "Margaret T. Holloway",
            "Holloway",
            "Walter Trelawney",
            "Shinzo Abe",
            "John Kerry");
    private static final List<String> OTHERS = List.of(
            "the Bureau of Harbour Safety (BHSA)", "the BHSA", "the European Union", "Japan", "Beijing", "Washington");
    private static final List<String> DEEDS = List.of(
            "%s met %s in Tokyo and praised the splendid result.",
            "%s told %s that the terrible storm had left nobody behind.",
            "“We are proud of this,” %s said of %s.",
            "%s never trusted %s.",
            "%s and %s signed the missile defence treaty on Monday.");
    private static final List<String> OUTLETS = List.of("The Herald", "The Herald", "The Mail");

    @TempDir
    private Path folder;

    private Path corpus;

    @BeforeEach
    void writeTheFirstCorpus() throws IOException {
        corpus = folder.resolve("corpus");
        Files.createDirectory(corpus);
        Random random = new Random(SEED);
        for (int article = 0; article < FIRST_ARTICLES; article++) {
            write(article, random);
        }
    }

    @Test
    void noNightLeavesATrace() throws IOException, InterruptedException {
        Random random = new Random(SEED);
        List<Path> corpora = new ArrayList<>();
        List<Map<String, List<String>>> clean = new ArrayList<>();
        Path warehouse = null;
        while (corpora.size() < CORPORA) {
            if (!corpora.isEmpty()) {
                happen(random);
            }
            warehouse = folder.resolve("clean" + corpora.size());
            run(warehouse);
            clean.add(content(warehouse));
            corpora.add(Files.createDirectory(folder.resolve("corpus" + corpora.size())));
            copy(corpus, corpora.get(corpora.size() - 1));
        }
        // The last of the clean warehouses goes on.
        int at = CORPORA - 1;
        for (int night = 1; night <= HISTORIES; night++) {
            at = (at + 1 + random.nextInt(CORPORA - 1)) % CORPORA;
            FileUtil.fullyDelete(corpus.toFile());
            copy(corpora.get(at).resolve("corpus"), folder);
            run(warehouse);

            assertThat(content(warehouse))
                    .as("seed %d, night %d, corpus %d", SEED, night, at)
                    .isEqualTo(clean.get(at));
        }
    }

    /** What happens to a corpus in a day. */
    private void happen(Random random) throws IOException {
        List<Path> there = articles();
        for (int removed = 1 + random.nextInt(2); removed > 0; removed--) {
            Files.delete(there.remove(random.nextInt(there.size())));
        }
        for (int changed = 1 + random.nextInt(2); changed > 0; changed--) {
            write(number(there.get(random.nextInt(there.size()))), random);
        }
        int next = there.stream().mapToInt(HistoriesTest::number).max().orElse(0) + 1;
        for (int added = 1 + random.nextInt(3); added > 0; added--) {
            write(next++, random);
        }
    }

    private List<Path> articles() throws IOException {
        try (var files = Files.list(corpus)) {
            return new ArrayList<>(files.sorted().toList());
        }
    }

    private static int number(Path article) {
        return Integer.parseInt(article.getFileName().toString().replaceFirst("\\..*", ""));
    }

    private void write(int number, Random random) throws IOException {
        List<Path> there = articles();
        Path file = corpus.resolve(number + ".jsonl");
        if (!there.isEmpty() && random.nextInt(5) == 0) {
            // A copy, of another outlet and day.
            String original = Files.readString(there.get(random.nextInt(there.size())));
            Files.writeString(
                    file,
                    original.replaceFirst("\"id\": \"[0-9]+\"", "\"id\": \"" + number + "\"")
                            .replaceFirst("2013-0[0-9]-", "2013-0" + (3 + random.nextInt(3)) + "-")
                            .replace("The Herald", "The Courier"));
            return;
        }
        StringBuilder text = new StringBuilder();
        for (int sentence = 0; sentence < 5; sentence++) {
            String who = any(PEOPLE, random);
            text.append(any(DEEDS, random).formatted(who, any(random.nextBoolean() ? PEOPLE : OTHERS, random)))
                    .append(" It was the %d. such day of the year in the long dispute about the %d ships. "
                            .formatted(random.nextInt(365), random.nextInt(100_000)));
        }
        String date = random.nextInt(8) == 0
                ? ""
                : ", \"date\": \"2013-0%d-%02d\"".formatted(3 + random.nextInt(3), 1 + random.nextInt(28));
        Files.writeString(
                file,
                "{\"id\": \"%d\", \"outlet\": \"%s\"%s, \"title\": \"%s in the news\", \"text\": \"%s\"}%n"
                        .formatted(number, any(OUTLETS, random), date, any(PEOPLE, random), text));
    }

    private static String any(List<String> choice, Random random) {
        return choice.get(random.nextInt(choice.size()));
    }

    private void run(Path into) {
        CommandResult.of(
                        "run",
                        "--no-report",
                        "--removed",
                        "drop",
                        // The model of tone takes longer than all the rest; it reads one document at a time.
                        "--sentiment",
                        "lexical",
                        "--corpus",
                        corpus.toString(),
                        "--warehouse",
                        into.toString())
                .succeeded();
    }

    private static Map<String, List<String>> content(Path warehouse) {
        return PublishedTables.read(warehouse, PublishedTables::content);
    }

    /** Copies a folder into another with its links and times, by which a run knows what it has read. */
    private static void copy(Path source, Path into) throws IOException, InterruptedException {
        int status = new ProcessBuilder("cp", "-a", source.toString(), into.toString())
                .inheritIO()
                .start()
                .waitFor();
        assertThat(status).isZero();
    }
}
