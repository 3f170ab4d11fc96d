package org.newsweft.table.facts;

import static org.newsweft.table.schema.Field.Type.*;

import org.newsweft.table.schema.Field;
import org.newsweft.table.schema.Table;

/** In what tone an article is written. One row per document. */
public final class DocumentTone {
    public static final Field DOC_ID = Field.required("doc_id", STRING, "Document, as in documents");
    public static final Field SCORE = Field.required(
            "score", DOUBLE, "Mean tone of the sentences of the body (of the title if there is no body), -1 to 1");
    public static final Field CI_LOW = Field.optional(
            "ci_low",
            DOUBLE,
            "Lower end of the 95 % interval of score (Student t over its sentences), at least -1; null for one sentence");
    public static final Field CI_HIGH =
            Field.optional("ci_high", DOUBLE, "Upper end of the 95 % interval, at most 1; null for one sentence");
    public static final Field TITLE_SCORE =
            Field.optional("title_score", DOUBLE, "Tone of the title alone, -1 to 1; null if there is none");
    public static final Field LABEL = Field.required("label", STRING, "negative, neutral or positive");
    public static final Field TONE =
            Field.required("tone", DOUBLE, "positive_percent - negative_percent (GDELT's definition)");
    public static final Field POSITIVE_PERCENT =
            Field.required("positive_percent", DOUBLE, "Percent of words with positive tone");
    public static final Field NEGATIVE_PERCENT =
            Field.required("negative_percent", DOUBLE, "Percent of words with negative tone");
    public static final Field POLARITY =
            Field.required("polarity", DOUBLE, "Percent of words found in the tone dictionary");
    public static final Field ACTIVITY_DENSITY =
            Field.required("activity_density", DOUBLE, "Percent of words that are active");
    public static final Field SELF_GROUP_DENSITY =
            Field.required("self_group_density", DOUBLE, "Percent of words that are pronouns of self or group");
    public static final Field WORD_COUNT = Field.required("word_count", LONG, "Words of the body");

    public static final Table TABLE = Table.published(
                    "document_tone", "In what tone an article is written", "One row per document.")
            .columns(
                    DOC_ID,
                    SCORE,
                    CI_LOW,
                    CI_HIGH,
                    TITLE_SCORE,
                    LABEL,
                    TONE,
                    POSITIVE_PERCENT,
                    NEGATIVE_PERCENT,
                    POLARITY,
                    ACTIVITY_DENSITY,
                    SELF_GROUP_DENSITY,
                    WORD_COUNT)
            .key(DOC_ID)
            .sortedBy(DOC_ID)
            .build();

    private DocumentTone() {}
}
