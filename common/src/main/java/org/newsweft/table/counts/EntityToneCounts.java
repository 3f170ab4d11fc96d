package org.newsweft.table.counts;

import static org.newsweft.table.schema.Field.Type.*;

import org.newsweft.table.schema.Field;
import org.newsweft.table.schema.Table;

/**
 * In what tone each entity is written about, date by date: the sums from which all figures on its tone are made. Rows of one key add up, those with negative counts included, so that what a document brought can be added
 * and taken away.
 */
public final class EntityToneCounts {
    public static final Field PUBLISHED_ON = Field.optional(
            "published_on", DATE, "As in documents: the day, or the first day of the month or year; null if not known");
    public static final Field PUBLISHED_PRECISION = Field.required("published_precision", STRING, "As in documents");
    public static final Field ENTITY_ID = Field.required("entity_id", STRING, "Entity, as in entities");
    public static final Field OUTLET = Field.optional("outlet", STRING, "As in documents");
    public static final Field MENTION_COUNT = Field.required("mention_count", LONG, "Mentions, each story once");
    public static final Field SENTENCE_COUNT = Field.required("sentence_count", LONG, "Sentences that name it");
    public static final Field NEGATIVE_COUNT = Field.required("negative_count", LONG, "Mentions labelled negative");
    public static final Field NEUTRAL_COUNT = Field.required("neutral_count", LONG, "Mentions labelled neutral");
    public static final Field POSITIVE_COUNT = Field.required("positive_count", LONG, "Mentions labelled positive");
    public static final Field QUOTED_COUNT = Field.required("quoted_count", LONG, "Mentions inside direct speech");
    public static final Field SCORE_SUM = Field.required("score_sum", SCORES, "Sum of the scores of mentions");
    public static final Field SCORE_SQUARES =
            Field.required("score_squares", SQUARED_SCORES, "Sum of the squared scores");
    public static final Field QUOTED_SUM =
            Field.required("quoted_sum", SCORES, "Sum of the scores inside direct speech");
    public static final Field TONED_SUM =
            Field.required("toned_sum", SCORES, "Sum of the probabilities that a mention is not neutral");

    public static final Table TABLE = Table.internal(
                    "entity_tone_counts",
                    "In what tone entities are written about, at the precision of the dates",
                    "One row per entity, outlet and date; kept in the lake only.")
            .columns(
                    PUBLISHED_ON,
                    PUBLISHED_PRECISION,
                    ENTITY_ID,
                    OUTLET,
                    MENTION_COUNT,
                    SENTENCE_COUNT,
                    NEGATIVE_COUNT,
                    NEUTRAL_COUNT,
                    POSITIVE_COUNT,
                    QUOTED_COUNT,
                    SCORE_SUM,
                    SCORE_SQUARES,
                    QUOTED_SUM,
                    TONED_SUM)
            .key(ENTITY_ID, OUTLET, PUBLISHED_ON, PUBLISHED_PRECISION)
            .sortedBy(ENTITY_ID, OUTLET, PUBLISHED_ON, PUBLISHED_PRECISION)
            .build();

    private EntityToneCounts() {}
}
