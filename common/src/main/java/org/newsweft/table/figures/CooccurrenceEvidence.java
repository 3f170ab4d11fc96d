package org.newsweft.table.figures;

import static org.newsweft.table.schema.Field.Type.*;

import org.newsweft.table.schema.Field;
import org.newsweft.table.schema.Table;

/** The sentences behind every pair. One row per sentence that names both; counting them gives n_ab of scope sentence, granularity all. */
public final class CooccurrenceEvidence {
    public static final Field ENTITY_A = Field.required("entity_a", STRING, "The entity_id that sorts first");
    public static final Field ENTITY_B = Field.required("entity_b", STRING, "The entity_id that sorts second");
    public static final Field DOC_ID = Field.required("doc_id", STRING, "Document, as in documents");
    public static final Field SENTENCE_NO = Field.required(
            "sentence_no", LONG, "Number of the sentence in its document, from 0; the title comes first");
    public static final Field PUBLISHED_ON = Field.optional("published_on", DATE, "As in documents");
    public static final Field OUTLET = Field.optional("outlet", STRING, "As in documents");
    public static final Field TEXT = Field.required("text", STRING, "The sentence");

    public static final Table TABLE = Table.published(
                    "cooccurrence_evidence",
                    "The sentences behind every pair",
                    "One row per sentence that names both; counting them gives n_ab of scope sentence, granularity all.")
            .columns(ENTITY_A, ENTITY_B, DOC_ID, SENTENCE_NO, PUBLISHED_ON, OUTLET, TEXT)
            .key(ENTITY_A, ENTITY_B, DOC_ID, SENTENCE_NO)
            .sortedBy(ENTITY_A, ENTITY_B, DOC_ID, SENTENCE_NO)
            .build();

    private CooccurrenceEvidence() {}
}
