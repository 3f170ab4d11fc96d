package org.newsweft.table.figures;

import static org.newsweft.table.schema.Field.Type.*;

import org.newsweft.table.schema.Field;
import org.newsweft.table.schema.Table;

/** Who moved closer: pairs in a period against the periods before. One row per period and pair that at least two stories of the period make. */
public final class CooccurrenceChange {
    public static final Field GRANULARITY = Field.required("granularity", STRING, "month, or week on request");
    public static final Field PERIOD_START = Field.required("period_start", DATE, "First day of the period");
    public static final Field ENTITY_A = Field.required("entity_a", STRING, "The entity_id that sorts first");
    public static final Field ENTITY_B = Field.required("entity_b", STRING, "The entity_id that sorts second");
    public static final Field ENTITY_A_LABEL = Field.optional("entity_a_label", STRING, "Name of entity_a");
    public static final Field ENTITY_B_LABEL = Field.optional("entity_b_label", STRING, "Name of entity_b");
    public static final Field TYPE_A = Field.optional("type_a", STRING, "Type of entity_a, as in entities");
    public static final Field TYPE_B = Field.optional("type_b", STRING, "Type of entity_b, as in entities");
    public static final Field SENTENCE_COUNT =
            Field.required("sentence_count", LONG, "Sentences of the period that name both");
    public static final Field STORY_COUNT =
            Field.required("story_count", LONG, "Stories of the period with such a sentence, 2 or more");
    public static final Field OUTLET_COUNT =
            Field.required("outlet_count", LONG, "Outlets of these stories, as far as they are known");
    public static final Field SENTENCE_SHARE = Field.required(
            "sentence_share", DOUBLE, "sentence_count over the sentences of the period that name any entity");
    public static final Field NPMI = Field.required("npmi", DOUBLE, "As in entity_cooccurrence, in the period");
    public static final Field BEFORE_PERIODS = Field.required(
            "before_periods",
            LONG,
            "Periods before that hold text, of the twelve looked back upon; 1 or more: without any there is no row");
    public static final Field BEFORE_SENTENCE_COUNT =
            Field.required("before_sentence_count", LONG, "Sentences of these periods that name both");
    public static final Field BEFORE_STORY_COUNT =
            Field.required("before_story_count", LONG, "Stories of these periods with such a sentence");
    public static final Field BEFORE_SHARE = Field.required(
            "before_share", DOUBLE, "before_sentence_count over the sentences of these periods that name any entity");
    public static final Field BEFORE_NPMI =
            Field.optional("before_npmi", DOUBLE, "npmi in these periods together; null where the two did not meet");
    public static final Field RATE_RATIO = Field.required(
            "rate_ratio",
            DOUBLE,
            "Stories now over those that the rate before would bring, drawn toward the ratio of all pairs of the period (gamma-Poisson, EBGM)");
    public static final Field RATE_RATIO_LOW =
            Field.required("rate_ratio_low", DOUBLE, "The ratio is greater with a probability of 95 %: to rank by");
    public static final Field P_VALUE = Field.required(
            "p_value",
            DOUBLE,
            "Probability of at least so many of all the pair's stories now, were the rate the same (binomial, mid-p)");
    public static final Field Q_VALUE =
            Field.required("q_value", DOUBLE, "Benjamini-Hochberg among the pairs that meet in the period");
    public static final Field IS_NEW =
            Field.required("is_new", BOOLEAN, "True if they met in none of the periods before");
    public static final Field IS_RETURNING = Field.required(
            "is_returning", BOOLEAN, "True if they met in these periods, but not in the three before this one");
    public static final Field FIRST_SEEN = Field.optional(
            "first_seen",
            DATE,
            "Day of the first meeting in this and the periods before; null if only the month is known");
    public static final Field LAST_SEEN =
            Field.optional("last_seen", DATE, "Day of the last meeting before this period; null for none");
    public static final Field EVENT_ID = Field.optional(
            "event_id",
            STRING,
            "Event that more than half of the period's stories of the pair belong to; null for none");

    public static final Table TABLE = Table.published(
                    "cooccurrence_change",
                    "Who moved closer, against the periods before",
                    "One row per period and pair that at least two stories of the period make, in sentences.")
            .columns(
                    GRANULARITY,
                    PERIOD_START,
                    ENTITY_A,
                    ENTITY_B,
                    ENTITY_A_LABEL,
                    ENTITY_B_LABEL,
                    TYPE_A,
                    TYPE_B,
                    SENTENCE_COUNT,
                    STORY_COUNT,
                    OUTLET_COUNT,
                    SENTENCE_SHARE,
                    NPMI,
                    BEFORE_PERIODS,
                    BEFORE_SENTENCE_COUNT,
                    BEFORE_STORY_COUNT,
                    BEFORE_SHARE,
                    BEFORE_NPMI,
                    RATE_RATIO,
                    RATE_RATIO_LOW,
                    P_VALUE,
                    Q_VALUE,
                    IS_NEW,
                    IS_RETURNING,
                    FIRST_SEEN,
                    LAST_SEEN,
                    EVENT_ID)
            .key(GRANULARITY, PERIOD_START, ENTITY_A, ENTITY_B)
            .sortedBy(GRANULARITY, PERIOD_START, ENTITY_A, ENTITY_B)
            .build();

    private CooccurrenceChange() {}
}
