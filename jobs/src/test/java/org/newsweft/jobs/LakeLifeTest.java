package org.newsweft.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.functions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.newsweft.jobs.engine.Frames;
import org.newsweft.jobs.engine.SparkSessions;
import org.newsweft.store.PlainView;
import org.newsweft.store.Warehouse;
import org.newsweft.table.facts.Sentences;
import org.newsweft.table.figures.Runs;

/** Whole nights through the command line: going back, verifying, and code that changed under the lake. */
@Tag("nightly")
class LakeLifeTest {
    @TempDir
    private Path folder;

    private Path corpus;
    private Path warehouse;

    @BeforeEach
    void writeTheCorpus() throws IOException {
        corpus = Files.createDirectory(folder.resolve("corpus"));
        warehouse = folder.resolve("warehouse");
        article("a", "John Kerry flew to Beijing. He was pleased with the splendid talks.");
        article("b", "Shinzo Abe met John Kerry in Tokyo. The two were worried about the terrible storm.");
    }

    @Test
    void aRunThatIsGoneBackToIsWhatTheNextStartsFrom() throws IOException {
        command("run").succeeded();
        String first = published();
        Map<String, List<String>> before = content();
        article("c", "Angela Merkel flew to Paris.");
        command("run").succeeded();
        String second = published();
        Map<String, List<String>> after = content();
        assertThat(after).isNotEqualTo(before);
        assertThat(command("history").succeeded().out())
                .contains("* " + second, "+ " + first, "2 runs are kept; the warehouse takes ");

        assertThat(command("rollback", "20000101T000000000Z").status()).isEqualTo(2);
        assertThat(command("rollback", first).succeeded().out()).contains(first + " is published");
        assertThat(content()).isEqualTo(before);
        assertThat(command("tables").succeeded().out()).startsWith("documents  (2 rows)");
        assertThat(command("history").succeeded().out()).contains("* " + first, "+ " + second);
        assertThat(Files.readString(warehouse.resolve("views.sql"))).contains(first);

        command("run").succeeded();
        assertThat(published()).isNotIn(first, second);
        assertThat(content()).isEqualTo(after);
        assertThat(command("history", "--last").succeeded().out()).contains(published() + " published, status 0");
    }

    @Test
    void verifyingFindsNothingButWhatDiffers() throws IOException {
        command("run").succeeded();
        assertThat(command("verify").succeeded().out()).contains("equal to the bit");
        assertThat(command("verify", "--sample", "1").succeeded().out()).contains("equal to the bit");
        try (Stream<Path> left = Files.list(warehouse)) {
            assertThat(left.map(path -> path.getFileName().toString())).noneMatch(name -> name.startsWith(".verify"));
        }
        assertThat(command("verify", "--boilerplate", "keep").status()).isEqualTo(2);

        String run = published();
        inLake(open -> {
            Dataset<Row> sentences = Frames.computedOnce(open.read(Sentences.TABLE)
                    .withColumn(
                            Sentences.SCORE.name(),
                            functions
                                    .when(Sentences.SENTENCE_NO.col().equalTo(0), 0.123456)
                                    .otherwise(Sentences.SCORE.col())));
            open.replaceAll(Sentences.TABLE, sentences);
            Path folderOfRun = warehouse.resolve("published").resolve(run);
            deleteFolder(folderOfRun);
            PlainView.of(open).publish(run, PlainView.Mode.LINK);
            return null;
        });
        CommandResult found = command("verify");
        assertThat(found.status()).isEqualTo(4);
        assertThat(found.out()).contains("sentences: ", "  published {", "0.123456", "  rebuilt   {");
        assertThat(found.err()).contains("is not what its corpus gives; sentences");

        article("c", "Angela Merkel flew to Paris.");
        assertThat(command("verify").err()).contains("1 files of the corpus are new or changed");
    }

    @Test
    void otherCodeRunsAnewByItselfAlsoAfterARunThatDied() throws IOException {
        command("run").succeeded();
        Map<String, List<String>> right = content();
        assertThat(command("run").succeeded().out()).startsWith("Nothing new");
        String settings = inLake(open -> {
            // As an older version left it: sentences without a column, and another fingerprint.
            Row last = open.read(Runs.TABLE).first();
            String code = last.<String>getAs(Runs.SETTINGS.name())
                    .replaceAll("\"annotate\":\"[0-9a-f]+\"", "\"annotate\":\"0\"");
            open.replaceAll(
                    Runs.TABLE,
                    Frames.computedOnce(open.read(Runs.TABLE).withColumn(Runs.SETTINGS.name(), functions.lit(code))));
            open.replaceAll(
                    Sentences.TABLE,
                    Frames.computedOnce(
                            open.read(Sentences.TABLE).withColumn(Sentences.LABEL.name(), functions.lit("unknown"))));
            String run = published();
            deleteFolder(warehouse.resolve("published").resolve(run));
            PlainView.of(open).publish(run, PlainView.Mode.LINK);
            return code;
        });
        assertThat(settings).contains("\"annotate\":\"0\"");
        assertThat(content()).isNotEqualTo(right);

        CommandResult anew = command("run").succeeded();
        assertThat(anew.err())
                .contains("code, models or word lists of annotate are not those of the run before")
                .contains("run anew");
        assertThat(content()).isEqualTo(right);
        assertThat(command("run").succeeded().out()).startsWith("Nothing new");
    }

    private void article(String name, String text) throws IOException {
        Files.writeString(corpus.resolve(name + ".txt"), text);
    }

    private CommandResult command(String name, String... more) {
        boolean reads = name.equals("run") || name.equals("verify");
        return CommandResult.of(Stream.of(
                        Stream.of(name, "--warehouse", warehouse.toString()),
                        reads ? Stream.of("--corpus", corpus.toString()) : Stream.<String>empty(),
                        Stream.of(more))
                .flatMap(part -> part)
                .toArray(String[]::new));
    }

    private String published() {
        try {
            return warehouse.resolve("tables").toRealPath().getFileName().toString();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private Map<String, List<String>> content() {
        return PublishedTables.read(warehouse, PublishedTables::content);
    }

    private <T> T inLake(Function<Warehouse, T> work) {
        SparkSession spark = SparkSessions.start();
        try {
            return work.apply(Warehouse.open(spark, warehouse.toString()));
        } finally {
            spark.stop();
        }
    }

    private static void deleteFolder(Path folder) {
        try {
            org.apache.commons.io.FileUtils.deleteDirectory(folder.toFile());
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
