package org.newsweft.table.facts;

import static org.newsweft.table.schema.Field.Type.*;

import org.newsweft.table.schema.Field;
import org.newsweft.table.schema.Table;

/** Which terms each document holds. One row per document and term; kept in the lake only. */
public final class DocumentTerms {
    public static final Field DOC_ID = Field.required("doc_id", STRING, "Document, as in documents");
    public static final Field TERM = Field.required("term", STRING, "Word or phrase in lower case, or an entity_id");
    public static final Field KIND = Field.required("kind", STRING, "word, phrase or entity");
    public static final Field TERM_COUNT = Field.required("term_count", LONG, "Occurrences in title and body");

    public static final Table TABLE = Table.internal(
                    "document_terms",
                    "Which terms each document holds",
                    "One row per document and term; kept in the lake only.")
            .columns(DOC_ID, TERM, KIND, TERM_COUNT)
            .key(DOC_ID, TERM, KIND)
            .sortedBy(DOC_ID)
            .build();

    private DocumentTerms() {}
}
