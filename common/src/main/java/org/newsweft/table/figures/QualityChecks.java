package org.newsweft.table.figures;

import static org.newsweft.table.schema.Field.Type.*;

import org.newsweft.table.schema.Field;
import org.newsweft.table.schema.Table;

/** What was checked before the run was published. One row per run and check. */
public final class QualityChecks {
    public static final Field RUN_ID = Field.required("run_id", STRING, "Run that wrote the row");
    public static final Field CHECK = Field.required("check", STRING, "Name of the check");
    public static final Field VALUE = Field.required("value", DOUBLE, "What was found");
    public static final Field LIMIT = Field.required("limit", DOUBLE, "What is allowed");
    public static final Field PASSED = Field.required("passed", BOOLEAN, "True if value is within limit");

    public static final Table TABLE = Table.published(
                    "quality_checks", "What was checked before the run was published", "One row per run and check.")
            .columns(RUN_ID, CHECK, VALUE, LIMIT, PASSED)
            .key(RUN_ID, CHECK)
            .sortedBy(RUN_ID, CHECK)
            .build();

    private QualityChecks() {}
}
