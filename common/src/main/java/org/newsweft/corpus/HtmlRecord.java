package org.newsweft.corpus;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.apache.spark.sql.Row;
import org.newsweft.text.html.HtmlPage;

/** A web page as a record: its visible lines are the text, its metadata the fields. */
final class HtmlRecord {
    private HtmlRecord() {}

    /** The only page of a file. */
    static Row only(byte[] bytes, FileRows rows) {
        Optional<HtmlPage> page = HtmlPage.read(bytes, null, null);
        if (page.isEmpty()) {
            return rows.refused(RejectReason.BINARY, "not a text");
        }
        Map<String, String> fields = fields(page.get());
        return fields.containsKey("text")
                ? rows.onlyRecord(fields, bytes.length)
                : rows.refused(RejectReason.EMPTY, "a page without text");
    }

    /**
     * One of many pages of a file.
     *
     * @param charset what the server said, or null
     * @param url where it was fetched
     */
    static Row row(byte[] bytes, String charset, String url, FileRows rows, long recordNo) {
        Optional<HtmlPage> page = HtmlPage.read(bytes, charset, url);
        if (page.isEmpty()) {
            return rows.refused(recordNo, RejectReason.BINARY, "not a text", bytes.length);
        }
        Map<String, String> fields = fields(page.get());
        return fields.containsKey("text")
                ? rows.record(recordNo, fields, bytes.length)
                : rows.refused(recordNo, RejectReason.EMPTY, "a page without text", bytes.length);
    }

    private static Map<String, String> fields(HtmlPage page) {
        Map<String, String> fields = new HashMap<>();
        put(fields, "url", page.url());
        put(fields, "title", page.title());
        put(fields, "text", page.text());
        put(fields, "date", page.date());
        put(fields, "outlet", page.outlet());
        put(fields, "author", page.author());
        put(fields, "language", page.language());
        put(fields, "contradictions", String.join("; ", page.contradictions()));
        return fields;
    }

    private static void put(Map<String, String> fields, String name, String value) {
        if (value != null && !value.isBlank()) {
            fields.put(name, value);
        }
    }
}
