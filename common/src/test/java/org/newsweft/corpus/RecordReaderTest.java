package org.newsweft.corpus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.newsweft.corpus.Packed.gzip;

import com.github.luben.zstd.Zstd;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.sql.Row;
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
            {"Content": "Three.", "url": NaN}
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
                                "{\"author\": \"no text\"}",
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
        byte[] whole = gzip(lines.toString().getBytes(StandardCharsets.UTF_8));
        List<String> records = read("a.jsonl.gz", Arrays.copyOf(whole, whole.length / 2));
        assertThat(records).hasSizeGreaterThan(100).first().isEqualTo("x0: Text 0");
        assertThat(records).last().isEqualTo("a.jsonl.gz! unreadable");
        assertThat(read("b.jsonl.gz", whole)).hasSize(20_000);
    }

    @Test
    void aFileThatIsNotPackedAsItSaysIsNoEmptyOne() throws IOException {
        assertThat(read("a.jsonl.bz2", "BZh9 and no more")).containsExactly("a.jsonl.bz2! unreadable");
        assertThat(read("b.jsonl.bz2", "")).containsExactly("b.jsonl.bz2! unreadable");
        assertThat(read("c.jsonl.bz2", Packed.bzip2(new byte[0]))).isEmpty();
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
    void fieldsThatContradictEachOtherAreWrittenDown() throws IOException {
        Row row =
                rows("a.jsonl", """
                    {"text": "One.", "timestamp": "2026-11-20T03:00:00Z", "date": "2013-04-15", "published": 1366000000}
                    """.getBytes(StandardCharsets.UTF_8), Map.of()).get(0);
        assertThat(value(row, "date")).isEqualTo("2013-04-15");
        assertThat(value(row, "contradictions"))
                .isEqualTo("date: 2013-04-15 (date), not 2026-11-20T03:00:00Z (timestamp)");
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

    @Test
    void everyCompressionIsUnpacked() throws IOException {
        byte[] plain = "{\"id\": \"x1\", \"text\": \"One.\"}\n".getBytes(StandardCharsets.UTF_8);
        assertThat(read("a.jsonl.gz", gzip(plain))).containsExactly("x1: One.");
        assertThat(read("a.jsonl.zst", Zstd.compress(plain))).containsExactly("x1: One.");
        assertThat(read("a.jsonl.bz2", Packed.bzip2(plain))).containsExactly("x1: One.");
        assertThat(read("A.JSON.GZ", gzip(plain))).containsExactly("x1: One.");
        assertThat(read("a.parquet.gz", gzip(plain))).containsExactly("a.parquet.gz! unsupported_format");
    }

    @Test
    void aFileMadeToExhaustItsReaderIsReadNoFurther() throws IOException {
        byte[] same = new byte[80 << 20];
        Arrays.fill(same, (byte) 'x');
        assertThat(read("a.txt.zst", Zstd.compress(same))).containsExactly("a.txt.zst! too_large");
        assertThat(read("a.jsonl.zst", Zstd.compress(same))).containsExactly("a.jsonl.zst! unreadable");
        assertThat(read("a.jsonl.gz", gzip(Arrays.copyOf(same, 1 << 20)))).containsExactly("a.jsonl.gz#1! too_large");
    }

    @Test
    void columnsOfCsvGoByTheirNamesAndQuotedFieldsMayHoldAnything() throws IOException {
        assertThat(read("a.csv", """
            ID,Title,Body
            x1,Kerry,"He said: ""We will,
            today.\"\"\"
            x2,A 5" disk,Short.

            x3,"Comma, and more",Last.
            """)).containsExactly("x1: He said: \"We will,\ntoday.\"", "x2: Short.", "x3: Last.");
        assertThat(read("b.csv", "id;text\nx1;Semicolons, then.\n")).containsExactly("x1: Semicolons, then.");
        assertThat(read("c.csv", "text\nOne.\nTwo.\n")).containsExactly("c.csv#1: One.", "c.csv#2: Two.");
    }

    @Test
    void aBrokenLineOfCsvCostsNoOther() throws IOException {
        assertThat(read("a.csv", """
            id,text
            x1,One.
            x2,"never closed
            x3,"Three
            lines."
            x4,Four,five
            x5,
            x6,%s
            x7,Seven.
            """.formatted("x".repeat(LIMIT))))
                .containsExactly(
                        "x1: One.",
                        "a.csv#2! broken_csv",
                        "x3: Three\nlines.",
                        "a.csv#4! broken_csv",
                        "a.csv#5! no_text",
                        "a.csv#6! too_large",
                        "x7: Seven.");
        assertThat(read("b.csv", "id,story\nx1,One.\n")).containsExactly("b.csv! no_text");
        assertThat(read("c.csv", "")).containsExactly("c.csv! empty");
    }

    @Test
    void aQuoteThatStaysOpenTakesTimeInProportionToTheFile() throws IOException {
        // Read after an open quote, each of these lines closes it and opens another; read alone, it opens one.
        String lines = "x\",\"z\n".repeat(100_000);
        assertThat(read("a.csv", "id,text\n\"x\n" + lines)).allMatch(row -> row.endsWith("! broken_csv"));
        assertThat(read("b.csv", "id,text\n\"open\n" + "plain,line\n".repeat(1_000)))
                .hasSize(1_001)
                .last()
                .isEqualTo("plain: line");
    }

    @Test
    void quotesMayBeEscapedByBackslashes() throws IOException {
        assertThat(read("a.csv", """
            id,title,text,date
            x1,"Mayor says \\"no\\" to it","She said \\"no\\" on Monday, and the council,
            too, voted.",2021-03-01
            x2,"It says ""yes\"\"","Two.",2021-03-02
            """))
                .containsExactly("x1: She said \"no\" on Monday, and the council,\ntoo, voted.", "x2: Two.");
    }

    @Test
    void whatIsLeftOfABrokenRecordIsNoRecord() throws IOException {
        List<Row> rows = rows("a.csv", """
            id,title,text,date
            x1,One,First.,2021-03-01
            x2,"Two,"A doctor warned of it on Tuesday.
            Hospitals in Braga, Porto, and Coimbra have opened wards, the ministry said.
            Nobody has died, she added, and schools stay open.",2021-03-04
            x3,Three,Third.,2021-03-05
            """.getBytes(StandardCharsets.UTF_8), Map.of());
        assertThat(rows).extracting(row -> value(row, "source")).containsExactly("x1", "a.csv#2", "x3");
        assertThat(value(rows.get(1), "detail")).contains("2 lines after it");
    }

    @Test
    void manyBrokenLinesAreOneComplaint() throws IOException {
        List<Row> rows = rows(
                "a.csv",
                ("id,text\n" + "x1,\"open\n".repeat(20_000) + "x2,Two.\n").getBytes(StandardCharsets.UTF_8),
                Map.of());
        assertThat(rows).extracting(row -> value(row, "source")).containsExactly("a.csv#1", "x2");
        assertThat(value(rows.get(0), "detail")).contains("19,999 lines after it");
    }

    @Test
    void exportsOfJsonAreReadInTheirShapes() throws IOException {
        assertThat(read("a.jsonl", """
            {"_id": {"$oid": "59aa"}, "TEXT": ["One.", "", "Two."], "text": null}
            {"text": [{"type": "p", "text": "Three."}, {"text": "Four."}]}
            """)).containsExactly("a.jsonl#1: One.\n\nTwo.", "a.jsonl#2: Three.\n\nFour.");
        Row row =
                rows("b.jsonl", """
                    {"text": "x", "date": {"$date": {"$numberLong": "1504425600000"}}, "author": {"first": "Olena", "last": "Marchuk"}}
                    """.getBytes(StandardCharsets.UTF_8), Map.of()).get(0);
        assertThat(value(row, "date")).isEqualTo("1504425600000");
        assertThat(value(row, "author")).isEqualTo("Olena Marchuk");
    }

    @Test
    void aTitleWithoutATextIsADocument() throws IOException {
        assertThat(read("a.jsonl", "{\"id\": \"x1\", \"title\": \"Stocks fall\", \"text\": \"\"}"))
                .containsExactly("x1: ");
    }

    @Test
    void idsThatOnlyCountTheRowsOfAFileAreNone() throws IOException {
        String rows = "id,title,text\n0,A,One.\n1,B,Two.\nx7,C,Three.\n";
        assertThat(read("a.csv", rows)).containsExactly("a.csv#1: One.", "a.csv#2: Two.", "x7: Three.");
        assertThat(read("b.csv", "id,text\n0,One.\n")).containsExactly("0: One.");
    }

    @Test
    void secretsInAddressesAreMaskedAndTheIdStaysTheSame() throws IOException {
        String line = "{\"url\": \"https://%s@n.example/a?api_key=%s&x=1\", \"text\": \"See ftp://d:%s@f.example/x.\"}";
        Row one = rows("a.jsonl", line.formatted("bob:pw1", "k1", "t1").getBytes(StandardCharsets.UTF_8), Map.of())
                .get(0);
        Row two = rows("b.jsonl", line.formatted("bob:pw2", "k2", "t2").getBytes(StandardCharsets.UTF_8), Map.of())
                .get(0);
        assertThat(value(one, "source")).isEqualTo("https://***@n.example/a?api_key=***&x=1");
        assertThat(value(one, "text")).isEqualTo("See ftp://***@f.example/x.");
        assertThat(value(one, "doc_id")).isEqualTo(value(two, "doc_id"));
    }

    @Test
    void whatIsNoTextInAnyCharacterSetIsRefused() throws IOException {
        String prose = "The minister said on Tuesday that talks would go on in Beijing next week. ".repeat(4);
        assertThat(read("a.txt", prose.getBytes(Charset.forName("IBM037"))))
                .containsExactly("a.txt! undetectable_encoding");
        byte[] overlong = Arrays.copyOf(prose.getBytes(StandardCharsets.UTF_8), prose.length() + 5);
        System.arraycopy(
                new byte[] {(byte) 0xC0, (byte) 0xAF, (byte) 0xE0, (byte) 0x80, (byte) 0xAF},
                0,
                overlong,
                prose.length(),
                5);
        assertThat(read("b.txt", overlong)).containsExactly("b.txt! undetectable_encoding");
    }

    @Test
    void aFileThatIsBeingWrittenWaits() throws IOException {
        assertThat(read("a.jsonl._COPYING_", "{}")).containsExactly("a.jsonl._COPYING_! unsupported_format");
        Path file = Files.writeString(corpus.resolve("b.jsonl"), "{\"text\": \"One.\"}\n{\"text\": \"Tw");
        FileSplit listed = new FileSplit(file.toUri().toString(), "b.jsonl", 10, 0, 10, 0);
        List<Row> rows = new ArrayList<>();
        new RecordReader(new CorpusSettings(List.of("any"), Map.of(), LIMIT), new Configuration())
                .records(listed)
                .forEachRemaining(rows::add);
        assertThat(rows)
                .singleElement()
                .satisfies(row -> assertThat(value(row, "reason")).isEqualTo("unreadable"));
    }

    @Test
    void aWebPageIsItsVisibleLinesAndItsMetadata() throws IOException {
        Row page =
                rows("a.html", """
                    <html lang="en"><head><title>Kerry in Beijing | The Hill</title>
                    <meta property="article:published_time" content="2013-04-15T10:00:00Z">
                    <meta property="og:site_name" content="The Hill"><script>var x = 1;</script></head>
                    <body><nav><a>Home</a><a>News</a></nav><h1>Kerry in Beijing</h1><p>He <b>came</b>.</p></body></html>
                    """.getBytes(StandardCharsets.UTF_8), Map.of()).get(0);
        assertThat(value(page, "source")).isEqualTo("a.html");
        assertThat(value(page, "text")).isEqualTo("Home News\nKerry in Beijing\nHe came.\n");
        assertThat(value(page, "title")).isEqualTo("Kerry in Beijing");
        assertThat(value(page, "date")).isEqualTo("2013-04-15T10:00:00Z");
        assertThat(value(page, "outlet")).isEqualTo("The Hill");
        assertThat(value(page, "language")).isEqualTo("en");
        assertThat(read("b.htm", "<script>only()</script>")).containsExactly("b.htm! empty");
        assertThat(read("c.html", new byte[] {'<', 0, 0, 0})).containsExactly("c.html! binary");
    }

    @Test
    void anArchiveHoldsThePagesThatWereFound() throws IOException {
        byte[] archive = Packed.warc(
                Packed.warcRecord("warcinfo", null, "application/warc-fields", "software: test\r\n"),
                Packed.page("https://n.example/1", "200 OK", "text/html; charset=utf-8", "<p>One.</p>"),
                Packed.page("https://n.example/2", "404 Not Found", "text/html", "<p>Not here.</p>"),
                Packed.page("https://n.example/3", "200 OK", "image/png", "xyz"),
                Packed.page("https://n.example/4", "200 OK", "text/html", "<p>" + "x".repeat(LIMIT) + "</p>"),
                Packed.page("https://n.example/5", "200 OK", "text/html", "<p>Five.</p>"));
        List<String> pages =
                List.of("https://n.example/1: One.\n", "a.warc#5! too_large", "https://n.example/5: Five.\n");
        assertThat(read("a.warc", archive)).isEqualTo(pages);
        assertThat(read("a.warc.bz2", Packed.bzip2(archive)))
                .contains("https://n.example/1: One.\n", "https://n.example/5: Five.\n");
        assertThat(read("e.warc", "")).isEmpty();
    }

    @Test
    void oneBrokenRecordOfAnArchiveCostsNoOther() throws IOException {
        byte[] one = Packed.page("https://n.example/1", "200 OK", "text/html", "<p>One.</p>");
        byte[] two = Packed.page("https://n.example/2", "200 OK", "text/html", "<p>Two.</p>");
        byte[] three = Packed.page("https://n.example/3", "200 OK", "text/html", "<p>Three.</p>");
        byte[] broken = new String(two, StandardCharsets.UTF_8)
                .replaceFirst("WARC/1.0", "what/1.0")
                .getBytes(StandardCharsets.UTF_8);
        assertThat(read("a.warc", Packed.warc(one, broken, three)))
                .containsExactly(
                        "https://n.example/1: One.\n", "a.warc#2! unreadable", "https://n.example/3: Three.\n");

        byte[] damaged = gzip(two);
        Arrays.fill(damaged, 20, 60, (byte) 0);
        assertThat(read("a.warc.gz", Packed.warc(gzip(one), damaged, gzip(three))))
                .containsExactly(
                        "https://n.example/1: One.\n", "a.warc.gz#2! unreadable", "https://n.example/3: Three.\n");

        byte[] cut = Packed.warc(gzip(one), Arrays.copyOf(gzip(two), 90));
        assertThat(read("b.warc.gz", cut)).containsExactly("https://n.example/1: One.\n", "b.warc.gz#2! unreadable");
        assertThat(read("c.warc", "no archive at all")).containsExactly("c.warc#1! unreadable");
    }

    @Test
    void aLengthThatIsWrongCostsNoOtherRecord() throws IOException {
        byte[] one = Packed.page("https://n.example/1", "200 OK", "text/html", "<p>One.</p>");
        byte[] two = Packed.warcRecord("warcinfo", null, "application/warc-fields", "software: a test of lengths\r\n");
        byte[] three = Packed.page("https://n.example/3", "200 OK", "text/html", "<p>Three.</p>");
        byte[] four = Packed.page("https://n.example/4", "200 OK", "text/html", "<p>Four.</p>");
        for (String length : List.of("5", "129", "999999999")) {
            byte[] lying = new String(two, StandardCharsets.UTF_8)
                    .replaceFirst("Content-Length: [0-9]+", "Content-Length: " + length)
                    .getBytes(StandardCharsets.UTF_8);
            assertThat(read("a.warc", Packed.warc(one, lying, three, four)))
                    .as(length)
                    .contains(
                            "https://n.example/1: One.\n",
                            "https://n.example/3: Three.\n",
                            "https://n.example/4: Four.\n")
                    .hasSize(4);
        }
    }

    @Test
    void aHeaderWithoutEndCostsNoOtherRecord() throws IOException {
        byte[] one = Packed.page("https://n.example/1", "200 OK", "text/html", "<p>One.</p>");
        byte[] endless = Packed.page("https://n.example/2", "200 OK", "x".repeat(1 << 20), "");
        byte[] endlessToo = Packed.warcRecord("resource", "https://n.example/3", "x".repeat(1 << 20), "");
        assertThat(read("a.warc", Packed.warc(one, endless, endlessToo, one)))
                .containsExactly(
                        "https://n.example/1: One.\n",
                        "a.warc#2! unreadable",
                        "a.warc#3! unreadable",
                        "https://n.example/1: One.\n");
    }

    @Test
    void anArchiveOfExtractedTextHoldsItsConversions() throws IOException {
        byte[] archive = Packed.warc(
                Packed.warcRecord("warcinfo", null, "application/warc-fields", "software: test\r\n"),
                Packed.warcRecord("conversion", "https://n.example/1", "text/plain", "Kerry\nHe came."));
        assertThat(read("a.warc.wet.gz", gzip(archive))).containsExactly("https://n.example/1: Kerry\nHe came.");
    }

    private static String value(Row row, String column) {
        return row.getString(RecordRow.SCHEMA.fieldIndex(column));
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
        FileSplit whole = new FileSplit(file.toUri().toString(), name, content.length, 0, content.length, 0);
        List<Row> rows = new ArrayList<>();
        new RecordReader(new CorpusSettings(List.of("any"), fields, LIMIT), new Configuration())
                .records(whole)
                .forEachRemaining(rows::add);
        return rows;
    }
}
