package org.newsweft.table.counts;

import static org.newsweft.table.schema.Field.Type.*;

import org.newsweft.table.schema.Field;
import org.newsweft.table.schema.Table;

/**
 * In what tone the sentences are that name two entities, date by date. Rows of one key add up, those with negative counts included, so that what a document brought can be added
 * and taken away.
 */
public final class PairToneCounts {
    public static final Field PUBLISHED_ON = Field.optional(
            "published_on", DATE, "As in documents: the day, or the first day of the month or year; null if not known");
    public static final Field PUBLISHED_PRECISION = Field.required("published_precision", STRING, "As in documents");
    public static final Field ENTITY_A = Field.required("entity_a", STRING, "The entity_id that sorts first");
    public static final Field ENTITY_B = Field.required("entity_b", STRING, "The entity_id that sorts second");
    public static final Field SENTENCE_COUNT =
            Field.required("sentence_count", LONG, "Sentences that name both, each story once");
    public static final Field SCORE_SUM = Field.required("score_sum", SCORES, "Sum of the tones of these sentences");
    public static final Field SCORE_SQUARES =
            Field.required("score_squares", SQUARED_SCORES, "Sum of the squared tones");
    public static final Field NEGATIVE_COUNT = Field.required("negative_count", LONG, "Sentences labelled negative");
    public static final Field NEUTRAL_COUNT = Field.required("neutral_count", LONG, "Sentences labelled neutral");
    public static final Field POSITIVE_COUNT = Field.required("positive_count", LONG, "Sentences labelled positive");
    public static final Field CONFLICT_COUNT = Field.required("conflict_count", LONG, "Words of conflict in them");
    public static final Field COOPERATION_COUNT =
            Field.required("cooperation_count", LONG, "Words of cooperation in them");

    public static final Table TABLE = Table.internal(
                    "pair_tone_counts",
                    "In what tone sentences are that name both of a pair, at the precision of the dates",
                    "One row per unordered pair and date; kept in the lake only.")
            .columns(
                    PUBLISHED_ON,
                    PUBLISHED_PRECISION,
                    ENTITY_A,
                    ENTITY_B,
                    SENTENCE_COUNT,
                    SCORE_SUM,
                    SCORE_SQUARES,
                    NEGATIVE_COUNT,
                    NEUTRAL_COUNT,
                    POSITIVE_COUNT,
                    CONFLICT_COUNT,
                    COOPERATION_COUNT)
            .key(ENTITY_A, ENTITY_B, PUBLISHED_ON, PUBLISHED_PRECISION)
            .sortedBy(ENTITY_A, ENTITY_B, PUBLISHED_ON, PUBLISHED_PRECISION)
            .build();

    private PairToneCounts() {}
}
