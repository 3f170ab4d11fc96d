package org.newsweft.jobs.train;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/**
 * A page to learn from.
 *
 * @param id its id in its set
 * @param field which text of the page this is, {@code raw_text} or {@code raw_semi}
 * @param url its URL, may be null
 * @param text the text
 * @param body its body, by hand or by an HTML extractor, or null
 * @param kept segments known to belong to the body
 * @param dropped segments known not to
 * @param trust weight of the page: 1 for a body by hand, less for one by an extractor or for segments alone
 * @param isGold true if {@code body} is by hand
 * @param title its headline by hand, or null
 */
record TrainingPage(
        String id,
        String field,
        String url,
        String text,
        String body,
        List<String> kept,
        List<String> dropped,
        double trust,
        boolean isGold,
        String title) {
    private static final String GOLD = "boilerplate_zyte";
    private static final String SEGMENTS = "boilerplate_trafilatura_en";
    private static final String DATES = "dates_titles_en";
    private static final List<String> FIELDS = List.of("raw_text", "raw_semi");
    private static final double TRUST_IN_SEGMENTS = .3;
    private static final double TRUST_IN_SEGMENTS_AND_BODY = .6;
    private static final double TRUST_IN_EXTRACTOR = .7;

    TrainingPage {
        kept = List.copyOf(kept);
        dropped = List.copyOf(dropped);
    }

    /** All pages of the folder, each in both fields, in the order of the files; not all with a body or a headline. */
    static List<TrainingPage> load(SparkSession spark, Path data) {
        Map<String, String> silver = new HashMap<>();
        for (Row row : rows(spark, data, "reading/silver_bodies")) {
            silver.put(row.getAs("set") + "/" + row.getAs("id"), row.getAs("body"));
        }
        List<TrainingPage> pages = new ArrayList<>();
        for (Row row : rows(spark, data, GOLD)) {
            add(pages, row, row.getAs("gold_body"), List.of(), List.of(), 1, true);
        }
        for (Row row : rows(spark, data, SEGMENTS)) {
            String body = silver.get(SEGMENTS + "/" + row.getAs("id"));
            double trust = body == null ? TRUST_IN_SEGMENTS : TRUST_IN_SEGMENTS_AND_BODY;
            add(pages, row, body, list(row, "must_keep_in_raw"), list(row, "must_drop_in_raw"), trust, false);
        }
        for (Row row : rows(spark, data, DATES)) {
            String body = silver.get(DATES + "/" + row.getAs("id"));
            add(pages, row, body, List.of(), List.of(), body == null ? 0 : TRUST_IN_EXTRACTOR, false);
        }
        return pages;
    }

    private static List<Row> rows(SparkSession spark, Path data, String name) {
        return spark.read().json(data.resolve(name + ".jsonl.gz").toString()).collectAsList();
    }

    private static List<String> list(Row row, String column) {
        return row.getList(row.fieldIndex(column));
    }

    private static void add(
            List<TrainingPage> pages,
            Row row,
            String body,
            List<String> kept,
            List<String> dropped,
            double trust,
            boolean isGold) {
        for (String field : FIELDS) {
            boolean hasTitle = List.of(row.schema().fieldNames()).contains("title");
            pages.add(new TrainingPage(
                    row.getAs("id"),
                    field,
                    row.getAs("url"),
                    row.getAs(field),
                    body,
                    kept,
                    dropped,
                    trust,
                    isGold,
                    hasTitle ? row.getAs("title") : null));
        }
    }

    /** Registered domain of a URL, by the rule of thumb that short second-level names such as co.uk are not names. */
    static String domain(String url) {
        String rest = url == null ? "" : url.toLowerCase(Locale.ROOT).replaceFirst("^https?://", "");
        rest = rest.replaceFirst("^web\\.archive\\.org/web/(\\d+/)?https?://", "");
        String host = rest.replaceFirst("^(www\\d?|m|edition|lite)\\.", "").replaceFirst("[/:].*$", "");
        String[] labels = host.split("\\.", -1);
        int count = labels.length;
        boolean secondLevel = count > 2 && labels[count - 2].length() <= 3 && labels[count - 1].length() == 2;
        int keep = Math.min(count, secondLevel ? 3 : 2);
        return String.join(".", List.of(labels).subList(count - keep, count));
    }
}
