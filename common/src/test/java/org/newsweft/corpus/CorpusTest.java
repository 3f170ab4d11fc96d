package org.newsweft.corpus;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.newsweft.testing.SparkTest;

/** Files as Spark's tasks read them: cut into parts, and with columns of all types. */
class CorpusTest extends SparkTest {
    @TempDir
    private Path folder;

    @Test
    void whereAFileIsCutLeavesNoTrace() throws IOException {
        byte[] lines = lines(new Random(7), 800);
        Files.write(folder.resolve("a.jsonl"), lines);
        Files.write(folder.resolve("b.jsonl.bz2"), Packed.bzip2(lines));
        List<String> whole = read(Long.MAX_VALUE / 4);
        assertThat(whole).hasSizeGreaterThan(1_200);
        for (long bytesPerSplit : new long[] {30_000, 77_777}) {
            assertThat(read(bytesPerSplit)).isEqualTo(whole);
        }
    }

    @Test
    void columnsOfParquetGoByTheirNamesWhateverTheirTypes() {
        spark().sql(
                        "SELECT 7 AS id, 'One.' AS Text, timestamp '2013-04-15 10:00:00' AS published_at, "
                                + "array('Ann Lee', 'Bo Ek') AS authors, named_struct('name', 'The Hill') AS publisher, 1.5D AS x")
                .write()
                .parquet(folder.resolve("typed.parquet").toString());
        spark().sql("SELECT 'x1' AS id, CAST(NULL AS STRING) AS text UNION ALL SELECT 'x2', 'Two.'")
                .coalesce(1)
                .write()
                .parquet(folder.resolve("other.parquet").toString());
        spark().sql("SELECT 1 AS text").write().parquet(folder.resolve("odd").toString());
        spark().sql("SELECT 'x3' AS id, 'Three.' AS text WHERE false")
                .coalesce(1)
                .write()
                .parquet(folder.resolve("none").toString());

        assertThat(read(1_000_000).stream().map(row -> row.replaceAll("/part[^#!:]*", "")))
                .containsExactlyInAnyOrder(
                        "7: One. 2013-04-15T10:00:00Z Ann Lee, Bo Ek The Hill",
                        "none! empty",
                        "other.parquet#1! no_text",
                        "x2: Two.",
                        "odd! no_text");
    }

    @Test
    void rowsOfParquetAreNumberedAcrossRowGroups() {
        spark().range(5_000)
                .selectExpr("concat('Text ', id, ' ', sha2(string(id), 256)) AS text")
                .coalesce(1)
                .write()
                .option("parquet.block.size", 50_000)
                .parquet(folder.resolve("many").toString());
        List<String> whole = read(Long.MAX_VALUE / 4);
        assertThat(whole).hasSize(5_000);
        assertThat(read(70_000)).isEqualTo(whole);
        assertThat(whole.stream().filter(row -> row.contains("#4501: ")))
                .singleElement()
                .asString()
                .contains("Text 4500 ");
    }

    @Test
    void aDamagedParquetFileIsRefusedAndItsNeighboursAreRead() throws IOException {
        Files.writeString(folder.resolve("broken.parquet"), "PAR1 and no more");
        Files.write(folder.resolve("empty.parquet"), new byte[0]);
        Files.writeString(folder.resolve("a.txt"), "Kerry came.");
        assertThat(read(1_000_000))
                .containsExactly("a.txt: Kerry came.", "broken.parquet! unreadable", "empty.parquet! unreadable");
    }

    @Test
    void foldersAreWalkedOnceAndWhatIsHiddenIsNoPartOfThem() throws IOException {
        Path inner = Files.createDirectories(folder.resolve("2013/04 [x] #1"));
        Files.createDirectories(folder.resolve("2013/_temporary"));
        Files.createSymbolicLink(inner.resolve("back"), folder);
        Files.createSymbolicLink(inner.resolve("nowhere"), folder.resolve("gone"));
        Files.writeString(inner.resolve("a%20b?.txt"), "Kerry came.");
        Files.writeString(folder.resolve("2013/_temporary/b.txt"), "Not yet.");
        Files.writeString(folder.resolve("2013/.c.txt"), "Hidden.");
        Files.createSymbolicLink(inner.resolve("self.txt"), inner.resolve("self.txt"));
        assertThat(read(1_000_000))
                .containsExactly(
                        "2013/04 [x] #1/a%20b?.txt: Kerry came.",
                        "2013/04 [x] #1/nowhere! unreadable", "2013/04 [x] #1/self.txt! unreadable");
    }

    @Test
    void aWarehouseIsNoPartOfACorpus() throws IOException {
        Path lake = Files.createDirectories(folder.resolve("out/wh/lake/news/documents/data"));
        Files.createDirectories(folder.resolve("out/wh/published/20260101/documents"));
        Files.createFile(folder.resolve("out/wh/views.sql"));
        Files.writeString(lake.resolve("x.txt"), "Table.");
        Files.createDirectories(folder.resolve("lake/published"));
        Files.writeString(folder.resolve("lake/published/a.txt"), "News of the lake.");
        assertThat(read(1_000_000)).containsExactly("lake/published/a.txt: News of the lake.");

        Corpus inside = Corpus.at(
                spark(),
                new CorpusSettings(List.of(folder.resolve("out/wh/lake").toString()), Map.of(), 1_000));
        assertThat(inside.files().count()).isZero();
        assertThat(inside.warehousesPassedOver()).singleElement().asString().endsWith("/out/wh");
    }

    @Test
    void columnsOfParquetThatDifferByCaseAloneAreReadAndSaidSo() {
        spark().conf().set("spark.sql.caseSensitive", "true");
        try {
            spark().sql("SELECT 'x1' AS id, 'other' AS Text, 'One.' AS text")
                    .coalesce(1)
                    .write()
                    .parquet(folder.resolve("two").toString());
        } finally {
            spark().conf().unset("spark.sql.caseSensitive");
        }
        assertThat(read(1_000_000).stream().map(row -> row.replaceAll("/part[^#!:]*", "")))
                .containsExactlyInAnyOrder("x1: One.", "two! unreadable");
    }

    private List<String> read(long bytesPerSplit) {
        Corpus corpus = Corpus.at(spark(), new CorpusSettings(List.of(folder.toString()), Map.of(), 1_000));
        return corpus.records(corpus.files(), bytesPerSplit).collectAsList().stream()
                .map(CorpusTest::shown)
                .sorted()
                .toList();
    }

    private static String shown(Row row) {
        String source = row.getAs("source");
        if (row.getAs("reason") != null) {
            return source + "! " + row.getAs("reason");
        }
        StringBuilder shown = new StringBuilder(source).append(": ").append(row.<String>getAs("text"));
        for (String field : List.of("date", "author", "outlet")) {
            if (row.getAs(field) != null) {
                shown.append(' ').append(row.<String>getAs(field));
            }
        }
        return shown.toString();
    }

    /** Records without ids, so that their place in the file is all they have, with blank, broken and long lines. */
    private static byte[] lines(Random random, int count) {
        StringBuilder lines = new StringBuilder();
        for (int i = 0; i < count; i++) {
            switch (random.nextInt(12)) {
                case 0 -> lines.append(random.nextBoolean() ? "\n" : "  \r\n");
                case 1 -> lines.append("{broken ").append(i).append('\n');
                case 2 ->
                    lines.append("x".repeat(1_001 + random.nextInt(3_000))).append('\n');
                default -> {
                    byte[] noise = new byte[random.nextInt(500)];
                    random.nextBytes(noise);
                    lines.append("{\"text\": \"Text ")
                            .append(i)
                            .append(' ')
                            .append(java.util.HexFormat.of().formatHex(noise))
                            .append("\"}\n");
                }
            }
        }
        return lines.toString().getBytes(StandardCharsets.UTF_8);
    }
}
