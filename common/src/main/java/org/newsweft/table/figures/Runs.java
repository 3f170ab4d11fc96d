package org.newsweft.table.figures;

import static org.newsweft.table.schema.Field.Type.*;

import org.newsweft.table.schema.Field;
import org.newsweft.table.schema.Table;

/** Which runs wrote these tables. One row per published run. */
public final class Runs {
    public static final Field RUN_ID = Field.required("run_id", STRING, "Run that wrote the row");
    public static final Field STARTED_AT = Field.required("started_at", TIMESTAMP, "Start, UTC");
    public static final Field FINISHED_AT = Field.required("finished_at", TIMESTAMP, "End of the last table, UTC");
    public static final Field VERSION = Field.required("version", STRING, "Version of Newsweft");
    public static final Field SETTINGS =
            Field.required("settings", STRING, "Settings that decide the figures, as JSON");
    public static final Field DOCUMENTS_READ = Field.required("documents_read", LONG, "Records read by this run");
    public static final Field DOCUMENTS_ADDED = Field.required("documents_added", LONG, "Documents that are new");
    public static final Field DOCUMENTS_CHANGED =
            Field.required("documents_changed", LONG, "Documents whose record changed");
    public static final Field DOCUMENTS_REMOVED =
            Field.required("documents_removed", LONG, "Documents dropped because their record vanished");
    public static final Field DOCUMENTS_REJECTED =
            Field.required("documents_rejected", LONG, "Files and records refused by this run");
    public static final Field DOCUMENTS_TOTAL = Field.required("documents_total", LONG, "Documents after this run");
    public static final Field STAGE_SECONDS = Field.required("stage_seconds", DOUBLE_BY_STRING, "Seconds by stage");

    public static final Table TABLE = Table.published(
                    "runs", "Which runs wrote these tables", "One row per published run.")
            .columns(
                    RUN_ID,
                    STARTED_AT,
                    FINISHED_AT,
                    VERSION,
                    SETTINGS,
                    DOCUMENTS_READ,
                    DOCUMENTS_ADDED,
                    DOCUMENTS_CHANGED,
                    DOCUMENTS_REMOVED,
                    DOCUMENTS_REJECTED,
                    DOCUMENTS_TOTAL,
                    STAGE_SECONDS)
            .key(RUN_ID)
            .sortedBy(STARTED_AT)
            .build();

    private Runs() {}
}
