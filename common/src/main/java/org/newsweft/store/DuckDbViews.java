package org.newsweft.store;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import org.apache.hadoop.fs.Path;
import org.newsweft.store.RunFailure.Kind;
import org.newsweft.table.Tables;
import org.newsweft.table.schema.Table;

/**
 * Writes {@code views.sql}: one view per table, for DuckDB, all of the same run; and {@value #SERIES}, in which periods
 * without a term have zeros, for people who plot.
 */
public final class DuckDbViews {
    private static final String FILE = "views.sql";
    static final String SERIES = "term_series";

    /** Every term over every period of its granularity and language that has a story. */
    private static final String SERIES_SQL = """
        CREATE OR REPLACE VIEW term_series AS -- How often each term occurs in each period, those without it included
        SELECT
            p.granularity, p.period_start, p.language, t.term, t.kind,
            coalesce(r.term_count, 0) AS term_count,
            coalesce(r.document_count, 0) AS document_count,
            coalesce(r.document_count_with_copies, 0) AS document_count_with_copies,
            coalesce(r.document_share, 0.0) AS document_share,
            coalesce(r.per_million_words, 0.0) AS per_million_words,
            p.document_count AS period_document_count, p.is_thin
        FROM (SELECT DISTINCT granularity, language, term, kind FROM term_trends) t
        JOIN period_totals p ON p.granularity = t.granularity AND p.language = t.language AND p.document_count > 0
        LEFT JOIN term_trends r
            ON r.granularity = p.granularity AND r.period_start = p.period_start AND r.language = p.language
            AND r.term = t.term AND r.kind = t.kind;
        """;

    private DuckDbViews() {}

    /** True if the file is there, and names the run that readers see. */
    static boolean areOf(PlainView view) {
        Path file = new Path(view.root(), FILE);
        try (InputStream in = view.files().open(file)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .contains("'" + view.resolvedTables().replace("'", "''") + "/");
        } catch (IOException e) {
            return false;
        }
    }

    /** Writes the file into the folder of the warehouse. */
    public static void write(Warehouse warehouse, PlainView view) {
        StringBuilder sql = new StringBuilder("-- Every table of the published run, for DuckDB: .read views.sql\n");
        for (Table table : Tables.published()) {
            sql.append("CREATE OR REPLACE VIEW %s AS SELECT * FROM read_parquet('%s/%s/*.parquet'); -- %s%n"
                    .formatted(table.name(), view.resolvedTables().replace("'", "''"), table.name(), table.answers()));
        }
        sql.append(SERIES_SQL);
        try {
            view.write(FILE, sql.toString().getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new RunFailure(Kind.INTERNAL, "cannot write views.sql: " + e.getMessage(), e);
        }
    }
}
