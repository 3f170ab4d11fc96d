package org.newsweft.store;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import org.newsweft.store.RunFailure.Kind;
import org.newsweft.table.Table;
import org.newsweft.table.Tables;

/** Writes {@code views.sql}: one view per table, for DuckDB, all of the same run. */
public final class DuckDbViews {
    private DuckDbViews() {}

    /** Writes the file into the folder of the warehouse. */
    public static void write(Warehouse warehouse, PlainView view) {
        StringBuilder sql = new StringBuilder("-- Every table of the published run, for DuckDB: .read views.sql\n");
        for (Table table : Tables.published()) {
            sql.append("CREATE OR REPLACE VIEW %s AS SELECT * FROM read_parquet('%s/%s/*.parquet'); -- %s%n"
                    .formatted(table.name(), view.resolvedTables().replace("'", "''"), table.name(), table.answers()));
        }
        try (OutputStream out = view.create("views.sql")) {
            out.write(sql.toString().getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new RunFailure(Kind.INTERNAL, "cannot write views.sql: " + e.getMessage(), e);
        }
    }
}
