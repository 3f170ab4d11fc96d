package org.newsweft.testing;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.github.luben.zstd.Zstd;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.newsweft.corpus.Packed;

/**
 * A corpus of files that are broken, lie about themselves or were made to hurt, each with what may become of it; always the
 * same bytes. Good documents stand beside and between them: those must be read, whatever happens to the rest.
 *
 * <p>Written from what scrapers, editors, mail programs and crawlers leave behind. Every text is made of a few words here, so
 * that nobody's article is needed.
 */
public final class HostileCorpus {
    /** Bytes that a record may have where this corpus is read: one of it is larger. */
    public static final int MAXIMUM_RECORD_BYTES = 1_000_000;

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final List<String> SUBJECTS = List.of(
            "council",
            "harbour",
            "ministry",
            "airline",
            "orchestra",
            "regulator",
            "hospital",
            "union",
            "refinery",
            "museum");
    private static final List<String> DEEDS = List.of(
            "opened", "delayed", "praised", "rejected", "sold", "repaired", "fined", "welcomed", "closed", "doubted");
    private static final List<String> PLACES =
            List.of("Lisbon", "Oslo", "Nairobi", "Lima", "Hanoi", "Quito", "Riga", "Perth", "Turin", "Dakar");

    /**
     * One kind of trouble.
     *
     * @param name what it is
     * @param file path of the file within the corpus
     * @param bytes its content
     * @param documents sources of documents that must be read from it
     * @param reasons codes of rejects that it may have; empty if it may have none
     * @param mustBeRejected true if one of the reasons must be there
     */
    @SuppressWarnings("ArrayRecordComponent") // compared by nobody
    public record Kind(
            String name,
            String file,
            byte[] bytes,
            List<String> documents,
            Set<String> reasons,
            boolean mustBeRejected) {}

    private final List<Kind> kinds = new ArrayList<>();
    private final Random random = new Random(4711);
    private int articles;

    private HostileCorpus() {}

    /** All kinds, in the same order always. */
    public static List<Kind> kinds() {
        HostileCorpus corpus = new HostileCorpus();
        corpus.packed();
        corpus.characters();
        corpus.lines();
        corpus.fields();
        corpus.tables();
        corpus.pages();
        corpus.archives();
        corpus.texts();
        corpus.names();
        return List.copyOf(corpus.kinds);
    }

    /** Writes the files of these kinds into a folder. */
    public static void write(List<Kind> kinds, Path folder) {
        try {
            for (Kind kind : kinds) {
                Path file = folder.resolve(kind.file());
                Files.createDirectories(file.getParent());
                Files.write(file, kind.bytes());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void packed() {
        byte[] lines = (line("p1") + line("p2")).getBytes(StandardCharsets.UTF_8);
        bad(
                "gzip cut in the middle",
                "packed/cut.jsonl.gz",
                Arrays.copyOf(gzip(noise(40_000)), 9_000),
                "unreadable",
                "broken_json",
                "binary",
                "undetectable_encoding");
        bad("no gzip at all", "packed/none.txt.gz", noise(3_000), "unreadable");
        bad("gzip of nothing", "packed/nothing.txt.gz", gzip(new byte[0]), "empty");
        bad("an empty file called gzip", "packed/zero.txt.gz", new byte[0], "unreadable", "empty");
        bad("gzip within gzip", "packed/twice.txt.gz", gzip(gzip(lines)), "binary", "undetectable_encoding");
        good(
                "two members",
                "packed/members.jsonl.gz",
                join(gzip(bytes(line("p3"))), gzip(bytes(line("p4")))),
                "p3",
                "p4");
        maybe(
                "rubbish after the end",
                "packed/tail.jsonl.gz",
                join(gzip(bytes(line("p5"))), bytes("and more")),
                List.of("p5"),
                "unreadable");
        bad("gzip bomb", "packed/bomb.txt.gz", gzip(new byte[60_000_000]), "unreadable", "too_large");
        bad(
                "gzip bomb of lines",
                "packed/bomb.jsonl.gz",
                gzip(new byte[60_000_000]),
                "unreadable",
                "too_large",
                "binary");
        bad("bzip2 bomb", "packed/bomb.csv.bz2", bzip2(new byte[30_000_000]), "unreadable", "too_large", "binary");
        bad("zstandard bomb", "packed/bomb.html.zst", Zstd.compress(new byte[60_000_000]), "unreadable", "too_large");
        bad("zstandard cut", "packed/cut.txt.zst", Arrays.copyOf(Zstd.compress(noise(40_000)), 20_000), "unreadable");
        bad("bzip2 that is none", "packed/none.jsonl.bz2", bytes("BZh9 and no more"), "unreadable");
        good("good zstandard", "packed/good.jsonl.zst", Zstd.compress(bytes(line("p6"))), "p6");
        bad("a tar", "packed/a.tar.gz", gzip(new byte[1024]), "unsupported_format");
        bad("another packer", "packed/a.jsonl.xz", noise(100), "unsupported_format");
    }

    private void characters() {
        String prose = prose();
        goodFile(
                "windows-1252",
                "characters/cp1252.txt",
                ("The mayor said: “naïve” – and paid €5. " + prose).getBytes(Charset.forName("windows-1252")));
        goodFile("utf-16 with mark", "characters/utf16.txt", ("\ufeff" + prose).getBytes(StandardCharsets.UTF_16LE));
        maybeFile(
                "utf-16 without mark",
                "characters/utf16none.txt",
                prose.getBytes(StandardCharsets.UTF_16BE),
                "binary",
                "undetectable_encoding");
        maybeFile(
                "utf-32",
                "characters/utf32.txt",
                prose.getBytes(Charset.forName("UTF-32")),
                "binary",
                "undetectable_encoding");
        bad(
                "ebcdic",
                "characters/ebcdic.txt",
                prose.getBytes(Charset.forName("IBM037")),
                "binary",
                "undetectable_encoding");
        maybeFile(
                "koi8-r",
                "characters/koi8.txt",
                "Министр заявил, что переговоры продолжатся. ".repeat(9).getBytes(Charset.forName("KOI8-R")),
                "undetectable_encoding");
        bad("zeros in a text", "characters/nul.txt", bytes(prose + "\0\0" + prose), "binary");
        bad("noise", "characters/noise.txt", noise(20_000), "binary", "undetectable_encoding");
        bad(
                "a picture called text",
                "characters/picture.txt",
                join(new byte[] {(byte) 0x89, 'P', 'N', 'G', 13, 10, 26, 10}, noise(900)),
                "binary");
        bad(
                "a program called page",
                "characters/program.html",
                join(new byte[] {127, 'E', 'L', 'F', 2, 1, 1, 0}, noise(900)),
                "binary");
        maybeFile(
                "broken utf-8",
                "characters/broken.txt",
                join(bytes(prose), new byte[] {(byte) 0xff, (byte) 0xc0, (byte) 0x80}, bytes(prose)),
                "undetectable_encoding");
        maybeFile(
                "overlong utf-8",
                "characters/overlong.txt",
                join(bytes(prose), repeat(new byte[] {(byte) 0xc0, (byte) 0xaf}, 90)),
                "undetectable_encoding",
                "binary");
        maybeFile(
                "surrogates in utf-8",
                "characters/cesu.txt",
                join(bytes(prose), new byte[] {(byte) 0xed, (byte) 0xa0, (byte) 0x80}),
                "undetectable_encoding");
        bad("nothing", "characters/zero.txt", new byte[0], "empty");
        bad("white space", "characters/white.txt", bytes(" \t\r\n".repeat(300)), "empty");
        maybeFile(
                "invisible characters only",
                "characters/invisible.txt",
                bytes("\u200b\u200d\ufeff\u00a0".repeat(200)),
                "empty",
                "no_text");
        goodFile(
                "invisible characters between all",
                "characters/between.txt",
                bytes(String.join("\u200b", prose.split(""))));
        goodFile(
                "letters under a tower of accents",
                "characters/tower.txt",
                bytes(prose + "e" + "\u0301".repeat(20_000)));
        goodFile("written from right to left", "characters/bidi.txt", bytes("\u202e" + prose + "\u2067".repeat(500)));
        goodFile("colours of a terminal", "characters/ansi.txt", bytes("\u001b[31m" + prose + "\u001b[0m\u0007"));
        goodFile("line ends of old computers", "characters/cr.txt", bytes(prose.replace(". ", ".\r")));
        maybeFile(
                "pictures only",
                "characters/emoji.txt",
                bytes("\ud83d\ude00\ud83d\udc68\u200d\ud83d\udc69".repeat(3_000)));
    }

    private void lines() {
        between("cut off", "{\"id\": \"l-x\", \"text\": \"never", true, "broken_json");
        between("a comma too many", "{\"id\": \"l-x\", \"text\": \"a\",}", false, "broken_json");
        between("single quotes", "{'text': 'a'}", true, "broken_json");
        between("a list", "[{\"text\": \"a\"}]", true, "broken_json");
        between("a word", "\"text\"", true, "broken_json");
        between("null", "null", true, "broken_json");
        between("two in a line", "{\"text\": \"a\"} {\"text\": \"b\"}", false, "broken_json");
        between(
                "ten thousand levels of lists",
                "{\"text\": \"a\", \"x\": " + "[".repeat(10_000) + "]".repeat(10_000) + "}",
                false,
                "broken_json");
        between(
                "ten thousand levels of objects",
                "{\"a\":".repeat(10_000) + "1" + "}".repeat(10_000),
                true,
                "broken_json",
                "no_text");
        between("no text", "{\"author\": \"x\"}", true, "no_text");
        between("text of a wrong type", "{\"text\": {\"a\": [1, 2]}}", false, "no_text", "broken_json");
        between("a number as text", "{\"text\": 12345}", false, "no_text");
        between(
                "a number of two thousand digits",
                "{\"text\": " + "1".repeat(2_000) + "}",
                false,
                "no_text",
                "broken_json");
        between("infinity", "{\"text\": \"a\", \"date\": 1e999999999, \"url\": NaN}", false, "broken_json");
        between("half a character", "{\"id\": \"l-\\ud800\", \"text\": \"a \\udfff b\"}", false, "broken_json");
        between(
                "zeros",
                "{\"id\": \"l-\\u0000x\", \"text\": \"a \\u0000 b\", \"url\": \"http://a/\\u0000\"}",
                false,
                "broken_json",
                "binary");
        between("the same field twice", "{\"text\": \"a\", \"text\": \"b\"}", false, "broken_json");
        between("fifty thousand fields", manyFields(), false);
        between(
                "a field with a name of sixty thousand letters",
                "{\"" + "k".repeat(60_000) + "\": 1, \"text\": \"a\"}",
                false,
                "broken_json");
        between(
                "a line that is too long",
                "{\"id\": \"l-long\", \"text\": \"" + "word ".repeat(250_000) + "\"}",
                true,
                "too_large");
        between("an error page", "<html><body>502 Bad Gateway</body></html>", true, "broken_json");
        good("a mark at the beginning", "lines/bom.jsonl", bytes("\ufeff" + line("l-bom")), "l-bom");
        good("line ends of Windows", "lines/crlf.jsonl", bytes(line("l-crlf").replace("\n", "\r\n")), "l-crlf");
        good("no line end", "lines/end.jsonl", bytes(line("l-end").strip()), "l-end");
        good(
                "field names in capitals",
                "lines/case.jsonl",
                bytes(line("l-case").replace("\"text\"", "\"TEXT\"")),
                "l-case");
        maybe(
                "a million empty lines",
                "lines/empty.jsonl",
                bytes("\n".repeat(1_000_000) + line("l-empty")),
                List.of("l-empty"));
        bad("a hundred thousand broken lines", "lines/broken.jsonl", bytes("{x\n".repeat(100_000)), "broken_json");
    }

    private void fields() {
        field("a password in the address", "url", "https://alice:pa55word@news.example/a");
        field("a key in the address", "url", "https://news.example/a?api_key=pa55word");
        field("an address of 300 kB", "url", "http://news.example/" + "a/".repeat(150_000));
        field("no address", "url", "http://[::1:99999/%zz");
        field("a formula as title", "title", "=HYPERLINK(\"http://a.example\")");
        field("a script as title", "title", "<script>alert(1)</script>");
        field("quotes as title", "title", "'; DROP TABLE documents; --");
        field("a look-up as title", "title", "${jndi:ldap://127.0.0.1/a}");
        field("a title of many lines", "title", "a\nb\r\nc\u2028d");
        field("a title of 200 kB", "title", "Title ".repeat(33_000));
        field("an outlet of 200 kB", "outlet", "O".repeat(200_000));
        field("an outlet with a reserved name", "outlet", "(all)");
        field("two hundred thousand authors", "author", "A B, ".repeat(40_000));
        field("a language that is none", "language", "xx-!!");
        for (String date : List.of(
                "0000-00-00",
                "99999-01-01",
                "-0044-03-15",
                "2013-02-30",
                "9223372036854775807",
                "1e300",
                "2013-04-15T25:61:61Z",
                "2100-01-01",
                "yesterday",
                "1/".repeat(40),
                "x".repeat(10_000),
                "2013-W16-1",
                "٢٠١٣-٠٤-١٥")) {
            field("the date " + (date.length() > 30 ? date.substring(0, 30) : date), "date", date);
        }
        ObjectNode path = article("../../etc/passwd");
        good("a path as id", "fields/path.jsonl", bytes(path + "\n"), "../../etc/passwd");
        String same = article("f-same").put("date", "2013-05-01") + "\n"
                + article("f-same").put("date", "2013-05-02") + "\n"
                + article("f-same").put("date", "2013-05-03") + "\n";
        maybe("one id, three texts", "fields/same.jsonl", bytes(same), List.of("f-same"), "superseded");
    }

    private void tables() {
        String header = "id,title,text,date\n";
        maybe(
                "a quote that is never closed",
                "tables/open.csv",
                bytes(header + row("t1") + "t-x,\"open,b,c\n" + row("t2")),
                List.of("t1"),
                "broken_csv");
        maybe(
                "quotes within quotes",
                "tables/quotes.csv",
                bytes(header + row("t3") + "t-x,\"a \"b\" c\",text,2013\n" + row("t4")),
                List.of("t3"),
                "broken_csv");
        maybe(
                "more fields than the header",
                "tables/fields.csv",
                bytes(header + row("t5") + "x,".repeat(5_000) + "\n" + row("t6")),
                List.of("t5", "t6"),
                "broken_csv");
        bad("no column with the text", "tables/none.csv", bytes("a,b\n1,2\n"), "no_text");
        bad("an empty table", "tables/zero.csv", new byte[0], "empty");
        good("semicolons", "tables/semicolons.csv", bytes("id;text\nt7;\"" + prose() + "\"\n"), "t7");
        good("tabs", "tables/tabs.csv", bytes("id\ttext\nt8\t" + prose() + "\n"), "t8");
        good("a mark", "tables/bom.csv", bytes("\ufeff" + header + row("t9")), "t9");
        good("field names in capitals", "tables/case.csv", bytes("ID,Title,TEXT,Date\n" + row("t10")), "t10");
        maybe(
                "a zero",
                "tables/nul.csv",
                bytes(header + row("t11") + "t-x,a\0b,c,d\n" + row("t12")),
                List.of("t11", "t12"),
                "binary",
                "broken_csv");
        bad(
                "thirty thousand open quotes",
                "tables/bomb.csv",
                bytes(header + "x,\"open\n".repeat(30_001)),
                "broken_csv");
        good(
                "a line of ten thousand columns",
                "tables/wide.csv",
                bytes("id,text" + ",c".repeat(10_000) + "\nt13," + prose().replace(",", "") + ",x".repeat(10_000)
                        + "\n"),
                "t13");
        bad("no parquet", "tables/none.parquet", bytes("PAR1 and no more PAR1"), "unreadable");
        bad("an empty parquet", "tables/zero.parquet", new byte[0], "unreadable", "empty");
    }

    private void pages() {
        String body = "<h1>A headline of this page</h1><p>" + prose() + "</p><p>" + prose() + "</p>";
        page("a hundred thousand open tags", "<div>".repeat(100_000) + body);
        page("thirty thousand levels of tables", "<table><tr><td>".repeat(10_000) + body);
        page("a comment that never ends", body + "<!-- never " + "x".repeat(50_000));
        page("half a million angle brackets", body + "<".repeat(200_000));
        page("a tag of fifty thousand attributes", "<p " + "a=1 ".repeat(50_000) + ">" + body);
        page("entities of entities", "<!DOCTYPE x [<!ENTITY a \"lol\"><!ENTITY b \"&a;&a;&a;\">]><p>&b;</p>" + body);
        page("a file of this machine", "<!DOCTYPE x [<!ENTITY a SYSTEM \"file:///etc/passwd\">]><p>&a;</p>" + body);
        page(
                "metadata of twenty thousand levels",
                "<script type=\"application/ld+json\">" + "{\"a\":".repeat(20_000) + "</script>" + body);
        page(
                "metadata of wrong types",
                "<script"
                        + " type=\"application/ld+json\">{\"@type\":[5],\"headline\":{},\"datePublished\":[7],\"author\":[[[1]]]}</script>"
                        + body);
        page("a canonical address that is a script", "<link rel=canonical href=\"javascript:alert(1)\">" + body);
        page("a character set that there is not", "<meta charset=\"x-none\">" + body);
        page("a style that looks like another language", "<p style=\"" + "; ".repeat(100_000) + "\">" + body);
        bad("a page without text", "pages/none.html", bytes("<html><body><img src=x></body></html>"), "empty");
        bad("an empty page", "pages/zero.html", new byte[0], "empty");
        bad(
                "a packed page that does not say so",
                "pages/packed.html",
                gzip(bytes(body)),
                "binary",
                "undetectable_encoding");
    }

    private void archives() {
        bad("no archive", "archives/none.warc", bytes("no archive at all"), "unreadable");
        maybe("an archive of nothing", "archives/zero.warc", new byte[0], List.of(), "unreadable", "empty");
        bad(
                "an archive cut in its header",
                "archives/cut.warc",
                bytes("WARC/1.0\r\nWARC-Type: response\r\nContent-Le"),
                "unreadable");
        bad(
                "a record that claims a terabyte",
                "archives/long.warc",
                bytes(String.join(
                        "\r\n",
                        "WARC/1.0",
                        "WARC-Type: response",
                        "WARC-Target-URI: http://a.example/",
                        "WARC-Date: 2013-04-15T00:00:00Z",
                        "WARC-Record-ID: <urn:uuid:0>",
                        "Content-Type: application/http; msgtype=response",
                        "Content-Length: 1000000000000",
                        "",
                        "HTTP/1.1 200 OK",
                        "Content-Type: text/html",
                        "",
                        "<p>x")),
                "unreadable",
                "too_large",
                "empty");
    }

    private void texts() {
        int letters = 60_000;
        for (String unit : List.of(
                ".",
                "\"",
                "(",
                "A",
                "x",
                ",",
                "-",
                "7",
                "&amp;",
                "A. ",
                "a.b.c.",
                "Mr. ",
                "China, ",
                "not ",
                "12/11/2013 ",
                "http://a.example/b ",
                "\"Yes,\" he said. ",
                "John Kerry ",
                "He said, \"it is ",
                "March ")) {
            maybeFile(
                    "'" + unit.strip() + "' again and again",
                    "texts/again" + kinds.size() + ".txt",
                    bytes("The report follows. " + unit.repeat(letters / unit.length())));
        }
        StringBuilder many = new StringBuilder("These members were there: ");
        for (int i = 0; i < 3_000; i++) {
            many.append("Jo ").append(surname(i)).append(", ");
        }
        maybeFile("a list of three thousand", "texts/list.txt", bytes(many + "and nobody else. " + prose()));
        StringBuilder lines = new StringBuilder();
        for (int i = 0; i < 20_000; i++) {
            lines.append(surname(i)).append('\n');
        }
        maybeFile("twenty thousand short lines", "texts/lines.txt", bytes(lines.toString()));
    }

    private void names() {
        for (String name : List.of(
                "a b.txt",
                "a#b.txt",
                "a?b.txt",
                "a*b.txt",
                "[ab].txt",
                "a{b,c}.txt",
                "a%2Fb.txt",
                "100%.txt",
                "a'b.txt",
                "a\"b.txt",
                "a\\b.txt",
                "-rf.txt",
                "$HOME.txt",
                "`id`.txt",
                "k=v.txt",
                "naïve-日本.txt",
                "UPPER.TXT",
                "a\nb.txt",
                "n".repeat(240) + ".txt")) {
            goodFile(
                    "a file called " + name.substring(0, Math.min(20, name.length())), "names/" + name, bytes(prose()));
        }
        // Read by our local file system; Hadoop's, where a test has opened it before, refuses the name.
        maybeFile("a file called a:b.txt", "names/a:b.txt", bytes(prose()), "unreadable");
        goodFile("a folder called like a file", "names/dir.txt/inside.txt", bytes(prose()));
        goodFile("a folder called like a partition", "names/k=v/part.txt", bytes(prose()));
        bad("no ending", "names/none", bytes(prose()), "unsupported_format");
        bad("another format", "names/a.pdf", bytes("%PDF-1.4"), "unsupported_format");
        bad("a file that is being written", "names/a.jsonl._COPYING_", bytes(line("n-x")), "unsupported_format");
        bad("a download that goes on", "names/a.txt.part", bytes(prose()), "unsupported_format");
    }

    private void good(String name, String file, byte[] bytes, String... documents) {
        kinds.add(new Kind(name, file, bytes, List.of(documents), Set.of(), false));
    }

    private void goodFile(String name, String file, byte[] bytes) {
        good(name, file, bytes, file);
    }

    private void bad(String name, String file, byte[] bytes, String... reasons) {
        kinds.add(new Kind(name, file, bytes, List.of(), Set.of(reasons), true));
    }

    private void maybe(String name, String file, byte[] bytes, List<String> documents, String... reasons) {
        kinds.add(new Kind(name, file, bytes, documents, Set.of(reasons), false));
    }

    private void maybeFile(String name, String file, byte[] bytes, String... reasons) {
        maybe(name, file, bytes, List.of(), reasons);
    }

    /** A bad line between two good ones. */
    private void between(String name, String bad, boolean mustBeRejected, String... reasons) {
        String id = "l" + kinds.size();
        kinds.add(new Kind(
                "a line: " + name,
                "lines/" + id + ".jsonl",
                bytes(line(id + "-before") + bad + "\n" + line(id + "-after")),
                List.of(id + "-before", id + "-after"),
                Set.of(reasons),
                mustBeRejected));
    }

    private void field(String name, String field, String value) {
        String id = "f" + kinds.size();
        good(name, "fields/" + id + ".jsonl", bytes(article(id).put(field, value) + "\n"), id);
    }

    private void page(String name, String content) {
        String file = "pages/" + kinds.size() + ".html";
        maybe(name, file, bytes("<html>" + content), List.of(), "empty", "unreadable");
    }

    private String line(String id) {
        return article(id) + "\n";
    }

    private ObjectNode article(String id) {
        return JSON.createObjectNode()
                .put("id", id)
                .put("title", "The " + any(SUBJECTS) + " of " + any(PLACES))
                .put("text", prose())
                .put("date", "2013-04-%02d".formatted(1 + random.nextInt(28)))
                .put("outlet", "The Gazette");
    }

    private String row(String id) {
        return "%s,Title,\"%s\",2013-04-15%n".formatted(id, prose());
    }

    /** Three sentences that no other article has. */
    private String prose() {
        StringBuilder prose = new StringBuilder();
        articles++;
        for (int i = 0; i < 3; i++) {
            prose.append("The %s in %s %s what the %s near %s had said on Monday about number %d, and Ann %s agreed. "
                    .formatted(
                            any(SUBJECTS),
                            any(PLACES),
                            any(DEEDS),
                            any(SUBJECTS),
                            any(PLACES),
                            articles,
                            surname(articles)));
        }
        return prose.toString().strip();
    }

    private String any(List<String> words) {
        return words.get(random.nextInt(words.size()));
    }

    private static String surname(int number) {
        StringBuilder name = new StringBuilder().append((char) ('A' + number % 26));
        for (int left = number / 26 + 1; left > 0; left /= 20) {
            name.append("aeiou".charAt(left % 5)).append("bdkl".charAt(left / 5 % 4));
        }
        return name.append("sen").toString();
    }

    private static String manyFields() {
        StringBuilder fields = new StringBuilder("{\"id\": \"l-many\", \"text\": \"a\"");
        for (int i = 0; i < 50_000; i++) {
            fields.append(", \"k").append(i).append("\": 1");
        }
        return fields.append('}').toString();
    }

    private byte[] noise(int length) {
        byte[] noise = new byte[length];
        random.nextBytes(noise);
        return noise;
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] join(byte[]... parts) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            out.writeBytes(part);
        }
        return out.toByteArray();
    }

    private static byte[] repeat(byte[] part, int times) {
        byte[][] parts = new byte[times][];
        Arrays.fill(parts, part);
        return join(parts);
    }

    private static byte[] gzip(byte[] bytes) {
        try {
            return Packed.gzip(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] bzip2(byte[] bytes) {
        try {
            return Packed.bzip2(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Kinds by the path of their file. */
    public static Map<String, Kind> byFile(List<Kind> kinds) {
        Map<String, Kind> byFile = new LinkedHashMap<>();
        kinds.forEach(kind -> byFile.put(kind.file(), kind));
        return byFile;
    }
}
