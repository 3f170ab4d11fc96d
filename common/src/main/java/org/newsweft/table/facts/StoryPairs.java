package org.newsweft.table.facts;

import static org.newsweft.table.schema.Field.Type.*;

import org.newsweft.table.schema.Field;
import org.newsweft.table.schema.Table;

/** Which documents tell the same story in nearly the same words. One row per pair of near-copies; kept in the lake only. */
public final class StoryPairs {
    public static final Field DOC_A = Field.required("doc_a", STRING, "The doc_id that sorts first");
    public static final Field DOC_B = Field.required("doc_b", STRING, "The doc_id that sorts second");
    public static final Field SIMILARITY = Field.required("similarity", DOUBLE, "Jaccard similarity of word triples");

    public static final Table TABLE = Table.internal(
                    "story_pairs",
                    "Which documents tell the same story in nearly the same words",
                    "One row per pair of near-copies; kept in the lake only.")
            .columns(DOC_A, DOC_B, SIMILARITY)
            .key(DOC_A, DOC_B)
            .sortedBy(DOC_A, DOC_B)
            .build();

    private StoryPairs() {}
}
