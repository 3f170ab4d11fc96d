package org.newsweft.table.facts;

import static org.newsweft.table.schema.Field.Type.*;

import org.newsweft.table.schema.Field;
import org.newsweft.table.schema.Table;

/** What could not be read. One row per file or record that could not be read; nothing is dropped without one. */
public final class Rejects {
    public static final Field SOURCE =
            Field.required("source", STRING, "Path relative to the corpus, with #n for the n-th record of a file");
    public static final Field FILE = Field.required("file", STRING, "Address of the file it came from");
    public static final Field REASON =
            Field.required("reason", STRING, "One of the codes listed in docs/architecture.md");
    public static final Field DETAIL = Field.optional("detail", STRING, "What was wrong, in words");
    public static final Field BYTES = Field.required("bytes", LONG, "Size of what was refused");
    public static final Field RUN_ID = Field.required("run_id", STRING, "Run that wrote the row");

    public static final Table TABLE = Table.published(
                    "rejects",
                    "What could not be read",
                    "One row per file or record that could not be read; nothing is dropped without one.")
            .columns(SOURCE, FILE, REASON, DETAIL, BYTES, RUN_ID)
            .key(FILE, SOURCE, REASON)
            .sortedBy(SOURCE)
            .build();

    private Rejects() {}
}
