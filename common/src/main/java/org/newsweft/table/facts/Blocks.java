package org.newsweft.table.facts;

import static org.newsweft.table.schema.Field.Type.*;

import org.newsweft.table.schema.Field;
import org.newsweft.table.schema.Table;

/** What was taken out of the raw text, and why. One row per block of the raw text. */
public final class Blocks {
    public static final Field DOC_ID = Field.required("doc_id", STRING, "Document, as in documents");
    public static final Field BLOCK_NO =
            Field.required("block_no", LONG, "Number of the block in its document, from 0");
    public static final Field START = Field.required("start", LONG, "First UTF-16 unit in the raw text");
    public static final Field END = Field.required("end", LONG, "One past the last UTF-16 unit in the raw text");
    public static final Field TEXT = Field.required("text", STRING, "The block as it stood in the raw text");
    public static final Field LABEL = Field.required(
            "label",
            STRING,
            "title, section, byline, dateline, body, heading, caption, tags, author_bio, promotion, comments, related, legal, navigation or markup");
    public static final Field IS_KEPT = Field.required("is_kept", BOOLEAN, "True if the block is part of the body");
    public static final Field RULE = Field.required("rule", STRING, "Why the block has its label");

    public static final Table TABLE = Table.published(
                    "blocks", "What was taken out of the raw text, and why", "One row per block of the raw text.")
            .columns(DOC_ID, BLOCK_NO, START, END, TEXT, LABEL, IS_KEPT, RULE)
            .key(DOC_ID, BLOCK_NO)
            .sortedBy(DOC_ID, BLOCK_NO)
            .build();

    private Blocks() {}
}
