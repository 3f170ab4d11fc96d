package org.newsweft.table.facts;

import static org.newsweft.table.schema.Field.Type.*;

import org.newsweft.table.schema.Field;
import org.newsweft.table.schema.Table;

/** What is compared to find copies. One row per document; kept in the lake only. */
public final class StorySignatures {
    public static final Field DOC_ID = Field.required("doc_id", STRING, "Document, as in documents");
    public static final Field TEXT_HASH = Field.required("text_hash", LONG, "Hash of the words of the text");
    public static final Field BANDS = Field.required(
            "bands",
            LONGS,
            "Hashes of the bands of the MinHash signature, none for texts under three words, and of the address, if it has one");

    public static final Table TABLE = Table.internal(
                    "story_signatures",
                    "What is compared to find copies",
                    "One row per document; kept in the lake only.")
            .columns(DOC_ID, TEXT_HASH, BANDS)
            .key(DOC_ID)
            .sortedBy(DOC_ID)
            .build();

    private StorySignatures() {}
}
