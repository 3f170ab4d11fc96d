package org.newsweft.table.facts;

import static org.newsweft.table.schema.Field.Type.*;

import org.newsweft.table.schema.Field;
import org.newsweft.table.schema.Table;

/** Every sentence with its tone. One row per sentence of title and body. */
public final class Sentences {
    public static final Field DOC_ID = Field.required("doc_id", STRING, "Document, as in documents");
    public static final Field SENTENCE_NO = Field.required(
            "sentence_no", LONG, "Number of the sentence in its document, from 0; the title comes first");
    public static final Field START =
            Field.required("start", LONG, "First UTF-16 unit in documents.text; in documents.title for section title");
    public static final Field END = Field.required("end", LONG, "One past the last UTF-16 unit");
    public static final Field SECTION = Field.required("section", STRING, "title or body");
    public static final Field TEXT = Field.required("text", STRING, "The sentence");
    public static final Field QUOTED_SHARE =
            Field.required("quoted_share", DOUBLE, "Share of its characters inside direct speech, 0 to 1");
    public static final Field SCORE = Field.required("score", DOUBLE, "Tone, -1 (negative) to 1 (positive)");
    public static final Field LABEL = Field.required("label", STRING, "negative, neutral or positive");
    public static final Field TONE_WORDS = Field.required(
            "tone_words",
            STRINGS,
            "Words that carried the score, each with what it adds: the score less that of the sentence without the word; at most five, the strongest first");
    public static final Field CONFLICT_COUNT =
            Field.required("conflict_count", LONG, "Words of conflict in the sentence");
    public static final Field COOPERATION_COUNT =
            Field.required("cooperation_count", LONG, "Words of cooperation in the sentence");

    public static final Table TABLE = Table.published(
                    "sentences", "Every sentence with its tone", "One row per sentence of title and body.")
            .columns(
                    DOC_ID,
                    SENTENCE_NO,
                    START,
                    END,
                    SECTION,
                    TEXT,
                    QUOTED_SHARE,
                    SCORE,
                    LABEL,
                    TONE_WORDS,
                    CONFLICT_COUNT,
                    COOPERATION_COUNT)
            .key(DOC_ID, SENTENCE_NO)
            .sortedBy(DOC_ID, SENTENCE_NO)
            .build();

    private Sentences() {}
}
