package org.newsweft.table.figures;

import static org.newsweft.table.schema.Field.Type.*;

import org.newsweft.table.schema.Field;
import org.newsweft.table.schema.Table;

/** In what tone each entity is written about, by outlet and period. One row per period, entity and outlet; (all) for all outlets together, (unknown) where it is not known. */
public final class EntityTone {
    public static final Field GRANULARITY =
            Field.required("granularity", STRING, "day, week (starts Monday), month, year or all");
    public static final Field PERIOD_START =
            Field.optional("period_start", DATE, "First day of the period; null for all");
    public static final Field ENTITY_ID = Field.required("entity_id", STRING, "Entity, as in entities");
    public static final Field OUTLET = Field.required("outlet", STRING, "Outlet, (all) or (unknown)");
    public static final Field MENTION_COUNT = Field.required("mention_count", LONG, "Mentions, each story once");
    public static final Field SENTENCE_COUNT = Field.required("sentence_count", LONG, "Sentences that name it");
    public static final Field NEGATIVE_COUNT = Field.required("negative_count", LONG, "Mentions labelled negative");
    public static final Field NEUTRAL_COUNT = Field.required("neutral_count", LONG, "Mentions labelled neutral");
    public static final Field POSITIVE_COUNT = Field.required("positive_count", LONG, "Mentions labelled positive");
    public static final Field QUOTED_COUNT =
            Field.required("quoted_count", LONG, "Mentions inside direct speech; the rest are the paper's own words");
    public static final Field SCORE = Field.required("score", DOUBLE, "Mean score of the mentions, -1 to 1");
    public static final Field SCORE_QUOTED =
            Field.optional("score_quoted", DOUBLE, "Mean inside direct speech; null if there is none");
    public static final Field SCORE_UNQUOTED =
            Field.optional("score_unquoted", DOUBLE, "Mean in the paper's own words; null if there are none");
    public static final Field CI_LOW = Field.optional(
            "ci_low",
            DOUBLE,
            "Lower end of the 95 % interval of score (Student t, mentions taken as independent), at least -1; null for one mention");
    public static final Field CI_HIGH =
            Field.optional("ci_high", DOUBLE, "Upper end of the 95 % interval, at most 1; null for one mention");
    public static final Field SCORE_SHRUNK = Field.required(
            "score_shrunk",
            DOUBLE,
            "score drawn toward the mean of all mentions of this period and outlet, the more so the fewer the mentions (empirical Bayes): to rank by");

    public static final Field TONED_SHARE = Field.required(
            "toned_share", DOUBLE, "Expected share of the mentions that carry any tone: mean of 1 - neutral, 0 to 1");
    public static final Field SCORE_VS_OTHERS = Field.optional(
            "score_vs_others",
            DOUBLE,
            "Mean score of this outlet's mentions less that of the other known outlets' mentions of the same entity in the same month, -2 to 2; null for (all) and (unknown), and where no other outlet wrote on it");
    public static final Field VS_OTHERS_LOW = Field.optional(
            "vs_others_low",
            DOUBLE,
            "Lower end of the 95 % interval of score_vs_others (Student t, one variance for all outlets), at least -2; null where nothing tells the variance");
    public static final Field VS_OTHERS_HIGH =
            Field.optional("vs_others_high", DOUBLE, "Upper end of the 95 % interval of score_vs_others, at most 2");

    public static final Table TABLE = Table.published(
                    "entity_tone",
                    "In what tone each entity is written about, by outlet and period",
                    "One row per period, entity and outlet; (all) for all outlets together, (unknown) where it is not known.")
            .columns(
                    GRANULARITY,
                    PERIOD_START,
                    ENTITY_ID,
                    OUTLET,
                    MENTION_COUNT,
                    SENTENCE_COUNT,
                    NEGATIVE_COUNT,
                    NEUTRAL_COUNT,
                    POSITIVE_COUNT,
                    QUOTED_COUNT,
                    SCORE,
                    SCORE_QUOTED,
                    SCORE_UNQUOTED,
                    CI_LOW,
                    CI_HIGH,
                    SCORE_SHRUNK,
                    TONED_SHARE,
                    SCORE_VS_OTHERS,
                    VS_OTHERS_LOW,
                    VS_OTHERS_HIGH)
            .key(GRANULARITY, PERIOD_START, ENTITY_ID, OUTLET)
            .sortedBy(ENTITY_ID, GRANULARITY, PERIOD_START, OUTLET)
            .build();

    private EntityTone() {}
}
