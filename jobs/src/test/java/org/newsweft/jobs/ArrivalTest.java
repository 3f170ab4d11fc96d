package org.newsweft.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.newsweft.table.Documents;

/**
 * The law of the nightly run: whatever the order and the batches in which documents arrive, the tables equal those of one
 * run over the final corpus, to the bit.
 */
class ArrivalTest {
    @TempDir
    private Path folder;

    @Test
    void ordersAndBatchesOfArrivalLeaveNoTrace() throws IOException {
        List<Path> articles = withACopy();
        Map<String, List<String>> allAtOnce = after("all", List.of(articles));

        assertThat(after(
                        "backwards",
                        List.of(
                                List.of(articles.get(5), articles.get(4)),
                                List.of(articles.get(3)),
                                List.of(articles.get(2), articles.get(1), articles.get(0)))))
                .isEqualTo(allAtOnce);
        assertThat(after(
                        "shuffled",
                        List.of(
                                List.of(articles.get(2), articles.get(4)),
                                List.of(articles.get(0), articles.get(5), articles.get(1), articles.get(3)))))
                .isEqualTo(allAtOnce);
    }

    @Test
    void anArticleThatChangesOrVanishesLeavesNoTraceOfWhatItWas() throws IOException {
        List<Path> articles = seeds();
        Map<String, List<String>> four = after("four", List.of(articles.subList(0, 4)));

        Path corpus = Files.createDirectories(folder.resolve("changing/corpus"));
        Path warehouse = folder.resolve("changing/warehouse");
        for (Path article : articles) {
            Files.copy(article, corpus.resolve(article.getFileName()));
        }
        Files.writeString(corpus.resolve(articles.get(0).getFileName()), "An earlier version, on Japan and India.");
        run(corpus, warehouse);
        Files.delete(corpus.resolve(articles.get(0).getFileName()));
        Files.copy(articles.get(0), corpus.resolve(articles.get(0).getFileName()));
        Files.delete(corpus.resolve(articles.get(4).getFileName()));
        run(corpus, warehouse, "--removed", "drop");

        assertThat(PublishedTables.read(warehouse, PublishedTables::content)).isEqualTo(four);
    }

    @Test
    void aRunWithNothingNewSaysSoAndWritesNothing() throws IOException {
        Path corpus = Files.createDirectories(folder.resolve("quiet/corpus"));
        Files.copy(seeds().get(1), corpus.resolve("a.txt"));
        Path warehouse = folder.resolve("quiet/warehouse");
        run(corpus, warehouse);
        Path published = warehouse.resolve("tables").toRealPath();
        long files = fileCount(warehouse.resolve("lake"));

        CommandResult again = run(corpus, warehouse);

        assertThat(again.out()).startsWith("Nothing new in the corpus");
        assertThat(warehouse.resolve("tables").toRealPath()).isEqualTo(published);
        assertThat(fileCount(warehouse.resolve("lake"))).isEqualTo(files);
    }

    @Test
    void aDocumentThatVanishedIsKeptUnlessAsked() throws IOException {
        Path corpus = Files.createDirectories(folder.resolve("keeping/corpus"));
        Path warehouse = folder.resolve("keeping/warehouse");
        Files.writeString(corpus.resolve("a.jsonl"), """
                {"id": "x1", "text": "John Kerry flew to Beijing."}
                {"id": "x2", "text": "Shinzo Abe flew to Delhi."}
                """);
        run(corpus, warehouse);
        Files.writeString(corpus.resolve("a.jsonl"), """
                {"id": "x2", "text": "Shinzo Abe flew to New Delhi on Monday."}
                """);
        run(corpus, warehouse);
        assertThat(sources(warehouse))
                .containsExactly("x1: John Kerry flew to Beijing.", "x2: Shinzo Abe flew to New Delhi on Monday.");
        run(corpus, warehouse, "--removed", "drop", "--full");
        assertThat(sources(warehouse)).containsExactly("x2: Shinzo Abe flew to New Delhi on Monday.");
    }

    private List<String> sources(Path warehouse) {
        return PublishedTables.read(
                warehouse,
                tables ->
                        tables
                                .table(Documents.TABLE)
                                .select(Documents.SOURCE.col(), Documents.TEXT.col())
                                .collectAsList()
                                .stream()
                                .map(row -> row.getString(0) + ": " + row.getString(1))
                                .sorted()
                                .toList());
    }

    /** The tables after one run for each batch. */
    private Map<String, List<String>> after(String name, List<List<Path>> batches) throws IOException {
        Path corpus = Files.createDirectories(folder.resolve(name).resolve("corpus"));
        Path warehouse = folder.resolve(name).resolve("warehouse");
        for (List<Path> batch : batches) {
            for (Path article : batch) {
                Files.copy(article, corpus.resolve(article.getFileName()));
            }
            run(corpus, warehouse);
        }
        return PublishedTables.read(warehouse, PublishedTables::content);
    }

    /** The seeds, and a copy of one that comes earlier or later in time, so that stories change their first article. */
    private List<Path> withACopy() throws IOException {
        Path copy = folder.resolve("copy.jsonl");
        String text = Files.readString(seeds().get(3)).replace("\"", "\\\"").replaceAll("\\R+", "\\\\n");
        Files.writeString(
                copy,
                "{\"id\": \"copy\", \"date\": \"2013-04-14\", \"outlet\": \"Elsewhere\", \"text\": \"" + text
                        + "\"}\n");
        return Stream.concat(seeds().stream(), Stream.of(copy)).toList();
    }

    private static List<Path> seeds() throws IOException {
        try (Stream<Path> files = Files.list(SeedWarehouse.seeds())) {
            return files.filter(file -> file.toString().endsWith(".txt"))
                    .sorted()
                    .toList();
        }
    }

    private static CommandResult run(Path corpus, Path warehouse, String... more) {
        String[] arguments = Stream.concat(
                        Stream.of("run", "--corpus", corpus.toString(), "--warehouse", warehouse.toString()),
                        Stream.of(more))
                .toArray(String[]::new);
        return CommandResult.of(arguments).succeeded();
    }

    private static long fileCount(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.count();
        }
    }
}
