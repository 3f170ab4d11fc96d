package org.newsweft.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.luben.zstd.Zstd;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.newsweft.corpus.Packed;
import org.newsweft.table.facts.Documents;
import org.newsweft.table.facts.Mentions;
import org.newsweft.table.facts.Rejects;
import org.newsweft.table.schema.Table;

/** One corpus of every format and compression, with what is broken in between, through the command line. */
class MixedCorpusTest {
    private static final String GERMAN =
            "Der Minister sagte am Montag, die Gespräche mit John Kerry seien nützlich gewesen "
                    + "und würden fortgesetzt, solange es nötig sei. Wann die nächste Runde stattfinden soll, sagte er nicht.";

    @TempDir
    private Path folder;

    @Test
    void everyFormatIsReadAndEveryFaultIsNamed() throws IOException {
        Path corpus = corpus();
        Path warehouse = folder.resolve("warehouse");
        CommandResult result = CommandResult.of(
                        "run",
                        "--corpus",
                        corpus.toString(),
                        "--warehouse",
                        warehouse.toString(),
                        "--max-record-bytes",
                        "100000")
                .succeeded();

        assertThat(documents(warehouse))
                .containsExactly(
                        "archive/page.htm | The Hill | Kerry in Beijing | 2013-04-15 metadata | en",
                        "https://n.example/1 | n.example | null | null none | null",
                        "https://n.example/2 | n.example | null | null none | null",
                        "https://n.example/3 | n.example | null | null none | null",
                        "names/a b#c%20[1].txt | null | null | null none | null",
                        "x1 | FCW | Kerry | 2013-04-16 metadata | en",
                        "x2 | null | null | null none | null",
                        "x3 | null | null | null none | null",
                        "x4 | null | null | null none | null",
                        "x5 | null | null | null none | de");
        assertThat(rejects(warehouse))
                .containsExactly(
                        "broken/cut.jsonl.gz unreadable",
                        "broken/large.html too_large",
                        "broken/none.csv no_text",
                        "broken/not.parquet unreadable",
                        "broken/photo.jpg unsupported_format",
                        "broken/quote.csv#2 broken_csv");
        long naming = PublishedTables.read(
                warehouse,
                tables -> tables.table(Mentions.TABLE)
                        .where(Mentions.ENTITY_ID.col().equalTo("person:john-kerry"))
                        .select(Mentions.DOC_ID.col())
                        .distinct()
                        .count());
        assertThat(naming).as("documents that name him, but for the German one").isEqualTo(9);
        assertThat(result.out()).contains("Not in English").contains("German");

        CommandResult again = CommandResult.of(
                        "run",
                        "--corpus",
                        corpus.toString(),
                        "--warehouse",
                        warehouse.toString(),
                        "--max-record-bytes",
                        "100000")
                .succeeded();
        assertThat(again.out()).startsWith("Nothing new in the corpus");
    }

    private Path corpus() throws IOException {
        Path corpus = folder.resolve("corpus");
        for (String name : List.of("archive", "broken", "names")) {
            Files.createDirectories(corpus.resolve(name));
        }
        write(corpus, "archive/page.htm", bytes("""
                <html lang="en"><head><meta property="og:site_name" content="The Hill">
                <meta property="og:title" content="Kerry in Beijing">
                <meta property="article:published_time" content="2013-04-15T09:00:00Z"></head><body>
                <nav><a>Home</a> <a>World</a></nav><h1>Kerry in Beijing</h1>
                <p>Secretary of State John Kerry flew to Beijing on Saturday, where he had talks with the president.</p>
                <p>They said that they would work together, and that they will meet again before the end of the year.</p>
                """));
        byte[] archive = Packed.warc(
                Packed.gzip(Packed.warcRecord("warcinfo", null, "application/warc-fields", "software: test\r\n")),
                Packed.gzip(
                        Packed.page("https://n.example/1", "200 OK", "text/html", "<p>John Kerry came to Rome.</p>")),
                Packed.gzip(Packed.page("https://n.example/9", "404 Not Found", "text/html", "<p>Not found.</p>")),
                Packed.gzip(
                        Packed.page("https://n.example/2", "200 OK", "text/html", "<p>John Kerry went to Oslo.</p>")));
        write(corpus, "archive/crawl.warc.gz", archive);
        write(
                corpus,
                "archive/text.wet.zst",
                Zstd.compress(Packed.warcRecord(
                        "conversion", "https://n.example/3", "text/plain", "John Kerry rang Paris.")));
        write(corpus, "names/a b#c%20[1].txt", bytes("John Kerry left Tokyo on Monday."));
        write(corpus, "rows.csv.bz2", Packed.bzip2(bytes("""
                id,headline,source,published,body
                x1,Kerry,FCW,2013-04-16,"John Kerry said on Tuesday that the talks had been useful, and that they would go on
                for as long as it takes. He did not say when the next round is to be held."
                """)));
        write(
                corpus,
                "lines.jsonl.zst",
                Zstd.compress(bytes("{\"id\": \"x2\", \"text\": \"John Kerry saw Angela Merkel.\"}\n")));
        write(
                corpus,
                "lines.json.gz",
                Packed.gzip(bytes("{\"id\": \"x3\", \"text\": \"John Kerry met Shinzo Abe.\"}\n")));
        write(corpus, "german.jsonl", bytes("{\"id\": \"x5\", \"language\": \"en\", \"text\": \"" + GERMAN + "\"}\n"));
        writeParquet(corpus.resolve("tables.parquet"), "SELECT 'x4' AS id, 'John Kerry called Moscow.' AS content");

        byte[] lines = Packed.gzip(bytes("{\"text\": \"x\"}\n".repeat(10)));
        write(corpus, "broken/cut.jsonl.gz", Arrays.copyOf(lines, 12));
        write(corpus, "broken/large.html", bytes("<p>" + "x".repeat(100_000)));
        write(corpus, "broken/none.csv", bytes("a,b\n1,2\n"));
        write(corpus, "broken/not.parquet", bytes("PAR1"));
        write(corpus, "broken/photo.jpg", new byte[] {1, 2, 3});
        write(corpus, "broken/quote.csv", bytes("id,text\nx3,John Kerry met Shinzo Abe.\nx9,\"never closed\n"));
        return corpus;
    }

    private static List<String> documents(Path warehouse) {
        return rows(
                warehouse,
                Documents.TABLE,
                row -> "%s | %s | %s | %s %s | %s"
                        .formatted(
                                row.getAs("source"),
                                row.getAs("outlet"),
                                row.getAs("title"),
                                row.getAs("published_on"),
                                row.getAs("published_from"),
                                row.getAs("language")));
    }

    private static List<String> rejects(Path warehouse) {
        return rows(warehouse, Rejects.TABLE, row -> row.getAs("source") + " " + row.getAs("reason"));
    }

    private static List<String> rows(Path warehouse, Table table, Function<Row, String> shown) {
        return PublishedTables.read(warehouse, tables -> {
            Dataset<Row> rows = tables.table(table);
            return rows.collectAsList().stream().map(shown).sorted().toList();
        });
    }

    private static void writeParquet(Path to, String query) {
        SparkSession spark = SparkSession.builder()
                .master("local[1]")
                .config("spark.ui.enabled", "false")
                .getOrCreate();
        spark.sql(query).write().parquet(to.toString());
        spark.stop();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static void write(Path corpus, String name, byte[] content) throws IOException {
        Files.write(corpus.resolve(name), content);
    }
}
