package org.newsweft.table.facts;

import static org.newsweft.table.schema.Field.Type.*;

import org.newsweft.table.schema.Field;
import org.newsweft.table.schema.Table;

/** Which files have been read. One row per file of the corpus; kept in the lake only. */
public final class CorpusFiles {
    public static final Field FILE = Field.required("file", STRING, "Address of the file");
    public static final Field BYTES = Field.required("bytes", LONG, "Size");
    public static final Field MODIFIED_AT = Field.required("modified_at", TIMESTAMP, "Last change");
    public static final Field RECORD_COUNT = Field.required("record_count", LONG, "Records read from it");
    public static final Field REJECT_COUNT = Field.required("reject_count", LONG, "Records refused");
    public static final Field RUN_ID = Field.required("run_id", STRING, "Run that wrote the row");

    public static final Table TABLE = Table.internal(
                    "corpus_files",
                    "Which files have been read",
                    "One row per file of the corpus; kept in the lake only.")
            .columns(FILE, BYTES, MODIFIED_AT, RECORD_COUNT, REJECT_COUNT, RUN_ID)
            .key(FILE)
            .sortedBy(FILE)
            .build();

    private CorpusFiles() {}
}
