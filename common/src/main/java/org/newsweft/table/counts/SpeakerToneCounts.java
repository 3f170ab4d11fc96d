package org.newsweft.table.counts;

import static org.newsweft.table.schema.Field.Type.*;

import org.newsweft.table.schema.Field;
import org.newsweft.table.schema.Table;

/**
 * Who speaks how of whom, date by date. Rows of one key add up, those with negative counts included, so that what a document brought can be added
 * and taken away.
 */
public final class SpeakerToneCounts {
    public static final Field PUBLISHED_ON = Field.optional(
            "published_on", DATE, "As in documents: the day, or the first day of the month or year; null if not known");
    public static final Field PUBLISHED_PRECISION = Field.required("published_precision", STRING, "As in documents");
    public static final Field SPEAKER_ENTITY_ID =
            Field.required("speaker_entity_id", STRING, "Who speaks, as in entities");
    public static final Field ENTITY_ID = Field.required("entity_id", STRING, "Who is spoken of, as in entities");
    public static final Field QUOTE_COUNT = Field.required("quote_count", LONG, "Quotes, each story once");
    public static final Field STORY_COUNT = Field.required("story_count", LONG, "Stories with such a quote");
    public static final Field MENTION_COUNT = Field.required("mention_count", LONG, "Mentions in them");
    public static final Field NEGATIVE_COUNT = Field.required("negative_count", LONG, "Mentions labelled negative");
    public static final Field POSITIVE_COUNT = Field.required("positive_count", LONG, "Mentions labelled positive");
    public static final Field SCORE_SUM = Field.required("score_sum", SCORES, "Sum of the scores of mentions");
    public static final Field SCORE_SQUARES =
            Field.required("score_squares", SQUARED_SCORES, "Sum of the squared scores");

    public static final Table TABLE = Table.internal(
                    "speaker_tone_counts",
                    "Who speaks how of whom, at the precision of the dates",
                    "One row per speaker, entity spoken of and date; kept in the lake only.")
            .columns(
                    PUBLISHED_ON,
                    PUBLISHED_PRECISION,
                    SPEAKER_ENTITY_ID,
                    ENTITY_ID,
                    QUOTE_COUNT,
                    STORY_COUNT,
                    MENTION_COUNT,
                    NEGATIVE_COUNT,
                    POSITIVE_COUNT,
                    SCORE_SUM,
                    SCORE_SQUARES)
            .key(SPEAKER_ENTITY_ID, ENTITY_ID, PUBLISHED_ON, PUBLISHED_PRECISION)
            .sortedBy(SPEAKER_ENTITY_ID, ENTITY_ID, PUBLISHED_ON, PUBLISHED_PRECISION)
            .build();

    private SpeakerToneCounts() {}
}
