package org.newsweft.table.facts;

import static org.newsweft.table.schema.Field.Type.*;

import org.newsweft.table.schema.Field;
import org.newsweft.table.schema.Table;

/** Who said what. One row per stretch of direct speech. */
public final class Quotes {
    public static final Field DOC_ID = Field.required("doc_id", STRING, "Document, as in documents");
    public static final Field SENTENCE_NO = Field.required(
            "sentence_no", LONG, "Number of the sentence in its document, from 0; the title comes first");
    public static final Field START = Field.required(
            "start", LONG, "First UTF-16 unit inside the marks, in documents.text or, by section, in its title");
    public static final Field SECTION =
            Field.required("section", STRING, "title or body: which of the two the offsets count in");
    public static final Field END = Field.required("end", LONG, "One past the last UTF-16 unit inside the marks");
    public static final Field SPEAKER_ENTITY_ID =
            Field.optional("speaker_entity_id", STRING, "Entity that speaks; null if not resolved");
    public static final Field SPEAKER = Field.optional("speaker", STRING, "Words that name the speaker");
    public static final Field VERB = Field.optional("verb", STRING, "Verb of speaking");
    public static final Field SPEAKER_LOCAL_ID = Field.optional(
            "speaker_local_id", STRING, "Speaker within this document, as local_id in mentions; null if not resolved");
    public static final Field TEXT = Field.required("text", STRING, "The words spoken");
    public static final Field SCORE = Field.required("score", DOUBLE, "Tone of the words spoken, -1 to 1");

    public static final Table TABLE = Table.published(
                    "quotes", "Who said what", "One row per stretch of direct speech.")
            .columns(
                    DOC_ID,
                    SENTENCE_NO,
                    START,
                    END,
                    SPEAKER_ENTITY_ID,
                    SPEAKER,
                    VERB,
                    TEXT,
                    SCORE,
                    SPEAKER_LOCAL_ID,
                    SECTION)
            .key(DOC_ID, SECTION, START)
            .sortedBy(DOC_ID, START)
            .build();

    private Quotes() {}
}
