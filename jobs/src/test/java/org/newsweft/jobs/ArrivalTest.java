package org.newsweft.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.newsweft.table.facts.Documents;
import org.newsweft.table.facts.EntityDecisions;

/**
 * The law of the nightly run: whatever the order and the batches in which documents arrive, the tables equal those of one
 * run over the final corpus, to the bit. Articles that change and vanish are in {@link HistoriesTest}.
 */
class ArrivalTest {
    @TempDir
    private Path folder;

    @Test
    void ordersAndBatchesOfArrivalLeaveNoTrace() throws IOException {
        List<Path> articles = withACopy();
        articles.addAll(namesakes());
        Map<String, List<String>> allAtOnce = after("all", List.of(articles));
        // The corpus is one in which documents decide on each other's names.
        assertThat(allAtOnce.get(EntityDecisions.TABLE.name()))
                .anyMatch(row -> row.contains("dominant_bearer"))
                .anyMatch(row -> row.contains("title_bearer"))
                .anyMatch(row -> row.contains("nickname"))
                .anyMatch(row -> row.contains("middle_name"))
                .anyMatch(row -> row.contains("acronym"))
                .anyMatch(row -> row.contains("~"));

        assertThat(after(
                        "backwards",
                        List.of(
                                List.of(articles.get(8), articles.get(5), articles.get(4)),
                                List.of(articles.get(7), articles.get(3)),
                                List.of(articles.get(6), articles.get(2), articles.get(1), articles.get(0)))))
                .isEqualTo(allAtOnce);
        assertThat(after(
                        "shuffled",
                        List.of(
                                List.of(articles.get(7), articles.get(2), articles.get(4)),
                                List.of(
                                        articles.get(6),
                                        articles.get(0),
                                        articles.get(5),
                                        articles.get(8),
                                        articles.get(1),
                                        articles.get(3)))))
                .isEqualTo(allAtOnce);
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
        return new ArrayList<>(Stream.concat(seeds().stream(), Stream.of(copy)).toList());
    }

    /** Three files of articles that name the same people in full, by surname, with titles, nicknames and initials. */
    private List<Path> namesakes() throws IOException {
        List<String> sentences = List.of(
                "Treasury Secretary James Baker met Senator Margaret Holloway on Monday. Baker said little.",
                "Treasury Secretary James Baker spoke in the capital. Baker smiled.",
                "James Baker and Walter Trelawney flew home. Baker slept.",
                "Treasury Secretary Baker denied the report on Tuesday.",
                "Friends of Baker said that he would stay.",
                "Senator Margaret T. Holloway met Walter Trelawney at noon. Holloway left early.",
                "Governor William Penrose dined with Ida Weller and Thomas Ostrander. Penrose paid.",
                "Governor Bill Penrose called Ida Weller and Thomas Ostrander. Penrose was pleased.",
                "Governor Kellaway said on Friday that he had waited.",
                "The Bureau of Harbour Safety (BHSA) closed the port, said Oswald Quimby.",
                "The Bureau of Harbour Safety (BHSA) opened the port again.",
                "Critics said that BHSA had waited too long.");
        Random random = new Random(20130415);
        List<Path> files = new ArrayList<>();
        for (int file = 0; file < 3; file++) {
            StringBuilder articles = new StringBuilder();
            List<String> shuffled = new ArrayList<>(sentences);
            Collections.shuffle(shuffled, random);
            for (int article = 0; article < shuffled.size(); article++) {
                articles.append(("{\"id\": \"%d-%d\", \"outlet\": \"%s\", \"date\": \"2013-0%d-%02d\","
                                + " \"text\": \"%s%s\"}%n")
                        .formatted(
                                file,
                                article,
                                random.nextInt(4) == 0 ? "The Mail" : "The Herald",
                                random.nextInt(6) == 0 ? 3 : 4,
                                1 + random.nextInt(28),
                                shuffled.get(article),
                                unlikeAnyOther(random)));
            }
            files.add(Files.writeString(folder.resolve("names-" + file + ".jsonl"), articles));
        }
        return files;
    }

    /** Words enough that no two articles are copies of one another, and all are in English. */
    private static String unlikeAnyOther(Random random) {
        List<String> english = List.of(
                ("the of and to in that was for on with as it had they from were which this would there been after when"
                                + " about more than other into could some time only over people years many water long"
                                + " little very made before good old work life still back right house small every found")
                        .split(" ", -1));
        StringBuilder words = new StringBuilder(" It was said that");
        for (int word = 0; word < 60; word++) {
            words.append(' ').append(english.get(random.nextInt(english.size())));
        }
        return words.append('.').toString();
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
                        Stream.of(
                                "run",
                                "--no-report",
                                "--corpus",
                                corpus.toString(),
                                "--warehouse",
                                warehouse.toString()),
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
