package org.newsweft.jobs.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.functions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.newsweft.corpus.Corpus;
import org.newsweft.corpus.CorpusSettings;
import org.newsweft.jobs.engine.Readings;
import org.newsweft.jobs.engine.RunContext;
import org.newsweft.jobs.engine.RunSettings;
import org.newsweft.store.EntityFile;
import org.newsweft.store.PlainView;
import org.newsweft.store.Warehouse;
import org.newsweft.store.WatchFile;
import org.newsweft.table.facts.Blocks;
import org.newsweft.table.facts.Documents;
import org.newsweft.table.facts.OutletDates;
import org.newsweft.table.facts.OutletLines;
import org.newsweft.table.schema.Table;
import org.newsweft.testing.SparkTest;
import org.newsweft.text.tone.ToneModel;

/**
 * The law of the nightly run, where documents tell of each other: on a random corpus in which lines recur, articles are
 * printed many times and dates can be read either way, no order, batch, change or removal leaves a trace.
 */
@SuppressWarnings("serial")
class RecurrenceLawTest extends SparkTest {
    private static final long SEED = 4;
    private static final int ARTICLES = 36;
    private static final String PROMISE = "Only here you read the harbour news that nobody else prints in town.";
    private static final String QUOTE = "“We have waited for this long enough,” the mayor told reporters on Monday.";

    @TempDir
    private Path folder;

    @AfterEach
    void close() {
        SparkSession.clearActiveSession();
    }

    @Test
    void ordersBatchesChangesAndRemovalsLeaveNoTrace() throws IOException {
        List<String> articles = corpus(new Random(SEED));
        Map<String, List<String>> atOnce = after("at-once", List.of(articles), List.of());
        assertThat(atOnce.get(OutletLines.TABLE.name())).anyMatch(line -> line.contains("\"recurs\":true"));
        assertThat(atOnce.get(OutletDates.TABLE.name()))
                .containsExactly("{\"outlet\":\"herald\",\"date_order\":\"day_first\"}");
        assertThat(atOnce.get(Documents.TABLE.name()))
                .noneMatch(line -> line.contains(PROMISE))
                .anyMatch(line -> line.contains(QUOTE));

        List<String> shuffled = new ArrayList<>(articles);
        Collections.shuffle(shuffled, new Random(SEED + 1));
        List<List<String>> batches =
                List.of(shuffled.subList(0, 5), shuffled.subList(5, 24), shuffled.subList(24, shuffled.size()));
        assertThat(after("batches", batches, List.of())).as("seed " + SEED).isEqualTo(atOnce);

        // More of the same, which makes more lines recur, and is gone again in the end.
        List<String> others = corpus(new Random(SEED + 2)).stream()
                .map(article -> article.replace("\"id\": \"", "\"id\": \"other-"))
                .toList();
        assertThat(after("removed", List.of(others, articles), List.of(0)))
                .as("seed " + SEED)
                .isEqualTo(atOnce);
    }

    /** The tables after one run for each batch, and one after the files of some batches were deleted. */
    private Map<String, List<String>> after(String name, List<List<String>> batches, List<Integer> deleted)
            throws IOException {
        Path corpus = Files.createDirectories(folder.resolve(name).resolve("corpus"));
        // A session of its own: the catalog of a session stays at the place it was first opened at.
        SparkSession session = spark().newSession();
        SparkSession.setActiveSession(session);
        Warehouse warehouse = Warehouse.open(
                session, folder.resolve(name).resolve("warehouse").toString());
        warehouse.createMissingTables();
        for (int i = 0; i < batches.size(); i++) {
            Files.write(corpus.resolve(i + ".jsonl"), batches.get(i));
            run(warehouse, corpus, i);
        }
        for (int i : deleted) {
            Files.delete(corpus.resolve(i + ".jsonl"));
        }
        if (!deleted.isEmpty()) {
            run(warehouse, corpus, batches.size());
        }
        Map<String, List<String>> content = new TreeMap<>();
        for (Table table : List.of(Documents.TABLE, Blocks.TABLE, OutletLines.TABLE, OutletDates.TABLE)) {
            content.put(
                    table.name(),
                    warehouse
                            .read(table)
                            .drop(Documents.RUN_ID.name())
                            .select(functions.to_json(functions.struct(functions.col("*"))))
                            .collectAsList()
                            .stream()
                            .map(row -> row.getString(0))
                            .sorted()
                            .toList());
        }
        return content;
    }

    private static void run(Warehouse warehouse, Path corpus, int number) {
        CorpusSettings where =
                new CorpusSettings(List.of(corpus.toString()), Map.of(), CorpusSettings.MAXIMUM_RECORD_BYTES);
        RunSettings settings = new RunSettings(
                where,
                false,
                true,
                RunSettings.GRANULARITIES,
                1,
                EntityFile.NONE,
                WatchFile.NONE,
                ToneModel.LEXICAL,
                false,
                PlainView.Mode.COPY,
                0);
        IngestJob ingest = new IngestJob();
        RunContext run = new RunContext(
                warehouse,
                Corpus.at(warehouse.spark(), where),
                settings,
                "run" + number,
                Instant.parse("2026-11-22T00:00:00Z"),
                Map.of(),
                Set.of());
        Readings readings = ingest.run(run.of(ingest), null);
        // What the jobs after it do with documents, without asking who copies whom.
        warehouse.replace(Documents.TABLE, readings.obsolete(), readings.documents(), Documents.DOC_ID);
    }

    /** Articles of two outlets and of none; one is printed ten times with small edits. */
    private static List<String> corpus(Random random) {
        List<String> articles = new ArrayList<>();
        String printedOften = article(random, 9);
        for (int i = 0; i < ARTICLES; i++) {
            String outlet = List.of("Herald", "Post", "").get(random.nextInt(3));
            StringBuilder text = new StringBuilder();
            if (outlet.equals("Herald")) {
                text.append("Updated ")
                        .append(random.nextInt(12) + 1)
                        .append("/")
                        .append(random.nextInt(12) + 1)
                        .append("/2019, 3:")
                        .append(10 + random.nextInt(50))
                        .append(" PM\\n\\n");
            }
            text.append(i % 4 == 0 ? printedOften.replace("harbour " + i, "port") : article(random, 6));
            text.append(random.nextBoolean() ? "\\n\\n" + QUOTE : "");
            text.append(random.nextInt(4) > 0 ? "\\n\\n" + PROMISE : "");
            articles.add("{\"id\": \"plain-%d\", \"outlet\": \"%s\", \"text\": \"%s\"}".formatted(i, outlet, text));
        }
        for (int i = 0; i < 3; i++) {
            articles.add("{\"id\": \"dated-%d\", \"outlet\": \"Herald\", \"text\": \"Published %d/7/2019\\n\\n%s\"}"
                    .formatted(i, 13 + i, article(random, 3)));
        }
        return articles;
    }

    private static String article(Random random, int paragraphs) {
        List<String> written = new ArrayList<>();
        for (int i = 0; i < paragraphs; i++) {
            written.add(
                    "The council of harbour %d said that it will close bridge %d and lead the cars of %d streets away."
                            .formatted(random.nextInt(1000), random.nextInt(1000), random.nextInt(1000)));
        }
        return String.join("\\n\\n", written);
    }
}
