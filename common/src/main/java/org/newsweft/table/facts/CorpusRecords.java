package org.newsweft.table.facts;

import static org.newsweft.table.schema.Field.Type.*;

import org.newsweft.table.schema.Field;
import org.newsweft.table.schema.Table;

/** What the corpus said, word for word. One row per record of the corpus; kept in the lake only. */
public final class CorpusRecords {
    public static final Field FILE = Field.required("file", STRING, "Address of the file");
    public static final Field RECORD_NO = Field.required("record_no", LONG, "Number of the record in its file, from 0");
    public static final Field SOURCE = Field.required("source", STRING, "As in documents");
    public static final Field DOC_ID = Field.required("doc_id", STRING, "Document, as in documents");
    public static final Field CONTENT_HASH = Field.required("content_hash", STRING, "As in documents");
    public static final Field URL = Field.optional("url", STRING, "As given");
    public static final Field TITLE = Field.optional("title", STRING, "As given");
    public static final Field TEXT = Field.required("text", STRING, "As given");
    public static final Field DATE = Field.optional("date", STRING, "As given");
    public static final Field OUTLET = Field.optional("outlet", STRING, "As given");
    public static final Field AUTHOR = Field.optional("author", STRING, "As given");
    public static final Field LANGUAGE = Field.optional("language", STRING, "As given");
    public static final Field CONTRADICTIONS = Field.optional("contradictions", STRING, "As in documents");

    public static final Table TABLE = Table.internal(
                    "corpus_records",
                    "What the corpus said, word for word",
                    "One row per record of the corpus; kept in the lake only.")
            .columns(
                    FILE,
                    RECORD_NO,
                    SOURCE,
                    DOC_ID,
                    CONTENT_HASH,
                    URL,
                    TITLE,
                    TEXT,
                    DATE,
                    OUTLET,
                    AUTHOR,
                    LANGUAGE,
                    CONTRADICTIONS)
            .key(FILE, RECORD_NO)
            .sortedBy(FILE, RECORD_NO)
            .build();

    private CorpusRecords() {}
}
