package org.newsweft.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.catalyst.expressions.GenericRowWithSchema;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is read from a file, and what is refused: rows shown as {@code source: text} or {@code source! reason}. */
class RecordReaderTest {
    private static final int LIMIT = 1_000;

    @TempDir
    private Path corpus;

    @Test
    void aTextFileIsOneRecordNamedByItsPath() throws IOException {
        assertThat(read("a.txt", "Kerry came.")).containsExactly("a.txt: Kerry came.");
    }

    @Test
    void anotherCharacterSetIsDetected() throws IOException {
        byte[] bytes = "“Déjà vu,” said the minister’s aide in a café.".getBytes(Charset.forName("windows-1252"));
        assertThat(read("a.txt", bytes)).containsExactly("a.txt: “Déjà vu,” said the minister’s aide in a café.");
    }

    @Test
    void whatIsNoTextIsRefusedByName() throws IOException {
        assertThat(read("empty.txt", "")).containsExactly("empty.txt! empty");
        assertThat(read("blank.txt", " \n\t ")).containsExactly("blank.txt! empty");
        assertThat(read("image.txt", new byte[] {(byte) 0x89, 'P', 'N', 'G', 0, 0}))
                .containsExactly("image.txt! binary");
        assertThat(read("page.pdf", "x")).containsExactly("page.pdf! unsupported_format");
        assertThat(read("long.txt", "x".repeat(LIMIT + 1))).containsExactly("long.txt! too_large");
        assertThat(read("a.txt.gz", "this is not gzip")).containsExactly("a.txt.gz! unreadable");
    }

    @Test
    void aRecordOfJsonLinesIsNamedByItsIdElseItsUrlElseItsPlace() throws IOException {
        assertThat(read("a.jsonl", """
                        {"id": "x1", "url": "http://n.example/1", "text": "One."}

                        {"url": "http://n.example/2", "body": "Two."}
                        {"Content": "Three."}
                        """)).containsExactly("x1: One.", "http://n.example/2: Two.", "a.jsonl#3: Three.");
    }

    @Test
    void oneBrokenLineCostsNoOther() throws IOException {
        String longLine = "{\"text\": \"" + "x".repeat(LIMIT) + "\"}";
        assertThat(read(
                        "a.jsonl",
                        String.join(
                                "\n",
                                "{\"id\": \"x1\", \"text\": \"One.\"}",
                                "{\"text\": \"cut off",
                                "[1, 2]",
                                "{\"title\": \"no text\"}",
                                "{\"text\": \"  \"}",
                                longLine,
                                "{\"text\": \"a\"} trailing",
                                "{\"id\": \"x2\", \"text\": \"Two.\"}")))
                .containsExactly(
                        "x1: One.",
                        "a.jsonl#2! broken_json",
                        "a.jsonl#3! broken_json",
                        "a.jsonl#4! no_text",
                        "a.jsonl#5! no_text",
                        "a.jsonl#6! too_large",
                        "a.jsonl#7! broken_json",
                        "x2: Two.");
    }

    @Test
    void whatCameBeforeTheDamageOfACutArchiveIsKept() throws IOException {
        StringBuilder lines = new StringBuilder();
        for (int i = 0; i < 20_000; i++) {
            lines.append("{\"id\": \"x")
                    .append(i)
                    .append("\", \"text\": \"Text ")
                    .append(i * 7919L)
                    .append("\"}\n");
        }
        byte[] whole = gzip(lines.toString());
        List<String> records = read("a.jsonl.gz", Arrays.copyOf(whole, whole.length / 2));
        assertThat(records).hasSizeGreaterThan(100).first().isEqualTo("x0: Text 0");
        assertThat(records).last().isEqualTo("a.jsonl.gz! unreadable");
        assertThat(read("b.jsonl.gz", whole)).hasSize(20_000);
    }

    @Test
    void fieldsCanBeNamedByTheUser() throws IOException {
        assertThat(read(
                        "a.jsonl",
                        "{\"story\": \"One.\", \"text\": \"teaser\"}".getBytes(StandardCharsets.UTF_8),
                        Map.of("text", "story")))
                .containsExactly("a.jsonl#1: One.");
    }

    @Test
    void severalAuthorsBecomeOneLine() throws IOException {
        Row row = rows(
                        "a.jsonl",
                        "{\"text\": \"One.\", \"authors\": [\"Ann Lee\", {\"name\": \"Bo Ek\"}]}"
                                .getBytes(StandardCharsets.UTF_8),
                        Map.of())
                .get(0);
        assertThat(row.<String>getAs(RecordRow.SCHEMA.fieldIndex("author"))).isEqualTo("Ann Lee, Bo Ek");
    }

    @Test
    void theHashTellsRecordsApartAndNothingElse() throws IOException {
        int hash = RecordRow.SCHEMA.fieldIndex("content_hash");
        Row one = rows("a.jsonl", "{\"title\": \"ab\", \"text\": \"c\"}".getBytes(StandardCharsets.UTF_8), Map.of())
                .get(0);
        Row same = rows("b.jsonl", "{\"text\": \"c\", \"headline\": \"ab\"}".getBytes(StandardCharsets.UTF_8), Map.of())
                .get(0);
        Row other = rows("c.jsonl", "{\"title\": \"a\", \"text\": \"bc\"}".getBytes(StandardCharsets.UTF_8), Map.of())
                .get(0);
        assertThat(one.getString(hash)).isEqualTo(same.getString(hash)).isNotEqualTo(other.getString(hash));
    }

    private List<String> read(String name, String content) throws IOException {
        return read(name, content.getBytes(StandardCharsets.UTF_8));
    }

    private List<String> read(String name, byte[] content) throws IOException {
        return read(name, content, Map.of());
    }

    private List<String> read(String name, byte[] content, Map<String, String> fields) throws IOException {
        int source = RecordRow.SCHEMA.fieldIndex("source");
        int text = RecordRow.SCHEMA.fieldIndex("text");
        int reason = RecordRow.SCHEMA.fieldIndex("reason");
        return rows(name, content, fields).stream()
                .map(row -> row.isNullAt(reason)
                        ? row.getString(source) + ": " + row.getString(text)
                        : row.getString(source) + "! " + row.getString(reason))
                .toList();
    }

    private List<Row> rows(String name, byte[] content, Map<String, String> fields) throws IOException {
        Path file = Files.write(corpus.resolve(name), content);
        Row listed = new GenericRowWithSchema(
                new Object[] {file.toUri().toString(), name, (long) content.length, null}, Corpus.FILE_SCHEMA);
        List<Row> rows = new ArrayList<>();
        new RecordReader(new CorpusSettings(List.of("any"), fields, LIMIT), new Configuration())
                .records(listed)
                .forEachRemaining(rows::add);
        return rows;
    }

    private static byte[] gzip(String content) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(bytes)) {
            out.write(content.getBytes(StandardCharsets.UTF_8));
        }
        return bytes.toByteArray();
    }
}
