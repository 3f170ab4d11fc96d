package org.newsweft.table.figures;

import static org.newsweft.table.schema.Field.Type.*;

import org.newsweft.table.schema.Field;
import org.newsweft.table.schema.Table;

/** In what tone the sentences are that name both. One row per period and pair. */
public final class PairTone {
    public static final Field GRANULARITY =
            Field.required("granularity", STRING, "day, week (starts Monday), month, year or all");
    public static final Field PERIOD_START =
            Field.optional("period_start", DATE, "First day of the period; null for all");
    public static final Field ENTITY_A = Field.required("entity_a", STRING, "The entity_id that sorts first");
    public static final Field ENTITY_B = Field.required("entity_b", STRING, "The entity_id that sorts second");
    public static final Field SENTENCE_COUNT =
            Field.required("sentence_count", LONG, "Sentences that name both, each story once");
    public static final Field SCORE = Field.required("score", DOUBLE, "Mean tone of these sentences, -1 to 1");
    public static final Field CI_LOW = Field.optional(
            "ci_low",
            DOUBLE,
            "Lower end of the 95 % interval of score (Student t, sentences taken as independent), at least -1; null for one sentence");
    public static final Field CI_HIGH =
            Field.optional("ci_high", DOUBLE, "Upper end of the 95 % interval, at most 1; null for one sentence");
    public static final Field SCORE_SHRUNK = Field.required(
            "score_shrunk",
            DOUBLE,
            "score drawn toward the mean of all pairs' sentences of this period, the more so the fewer the sentences (empirical Bayes): to rank by");
    public static final Field NEGATIVE_COUNT = Field.required("negative_count", LONG, "Sentences labelled negative");
    public static final Field NEUTRAL_COUNT = Field.required("neutral_count", LONG, "Sentences labelled neutral");
    public static final Field POSITIVE_COUNT = Field.required("positive_count", LONG, "Sentences labelled positive");
    public static final Field CONFLICT_COUNT =
            Field.required("conflict_count", LONG, "Words of conflict in these sentences");
    public static final Field COOPERATION_COUNT =
            Field.required("cooperation_count", LONG, "Words of cooperation in these sentences");

    public static final Table TABLE = Table.published(
                    "pair_tone", "In what tone the sentences are that name both", "One row per period and pair.")
            .columns(
                    GRANULARITY,
                    PERIOD_START,
                    ENTITY_A,
                    ENTITY_B,
                    SENTENCE_COUNT,
                    SCORE,
                    CI_LOW,
                    CI_HIGH,
                    SCORE_SHRUNK,
                    NEGATIVE_COUNT,
                    NEUTRAL_COUNT,
                    POSITIVE_COUNT,
                    CONFLICT_COUNT,
                    COOPERATION_COUNT)
            .key(GRANULARITY, PERIOD_START, ENTITY_A, ENTITY_B)
            .sortedBy(ENTITY_A, ENTITY_B, GRANULARITY, PERIOD_START)
            .build();

    private PairTone() {}
}
