package org.newsweft.table.facts;

import static org.newsweft.table.schema.Field.Type.*;

import org.newsweft.table.schema.Field;
import org.newsweft.table.schema.Table;

/**
 * What each story is about, in short: what events are made of. One row per story; kept in the lake only. It holds counts,
 * not weights: what a term weighs depends on the other stories, what a story says does not.
 */
public final class DocumentVectors {
    public static final Field DOC_ID = Field.required("doc_id", STRING, "Document, as in documents; no copies");
    public static final Field TERMS = Field.required(
            "terms",
            STRINGS,
            "Words in lower case and entity_ids, most frequent first, at most 1,000; ties by alphabet");
    public static final Field COUNTS = Field.required(
            "counts", LONGS, "Occurrences of each term in title and body; those in the title count three times");

    public static final Table TABLE = Table.internal(
                    "document_vectors",
                    "What each story is about, in short",
                    "One row per story; kept in the lake only.")
            .columns(DOC_ID, TERMS, COUNTS)
            .key(DOC_ID)
            .sortedBy(DOC_ID)
            .build();

    private DocumentVectors() {}
}
