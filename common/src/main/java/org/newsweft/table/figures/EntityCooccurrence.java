package org.newsweft.table.figures;

import static org.newsweft.table.schema.Field.Type.*;

import org.newsweft.table.schema.Field;
import org.newsweft.table.schema.Table;

/** Who appears with whom, and how much more often than chance. One row per unordered pair, scope and period, for every pair at or above the minimum support. */
public final class EntityCooccurrence {
    public static final Field ENTITY_A = Field.required("entity_a", STRING, "The entity_id that sorts first");
    public static final Field ENTITY_B = Field.required("entity_b", STRING, "The entity_id that sorts second");
    public static final Field SCOPE = Field.required(
            "scope", STRING, "sentence, document or, on request, window: the unit in which the two meet");
    public static final Field GRANULARITY =
            Field.required("granularity", STRING, "day, week (starts Monday), month, year or all");
    public static final Field PERIOD_START =
            Field.optional("period_start", DATE, "First day of the period; null for all");
    public static final Field N_AB = Field.required("n_ab", LONG, "Units that name both");
    public static final Field N_A = Field.required("n_a", LONG, "Units that name entity_a");
    public static final Field N_B = Field.required("n_b", LONG, "Units that name entity_b");
    public static final Field N = Field.required("n", LONG, "Units that name any entity");
    public static final Field N_AB_WITH_COPIES =
            Field.required("n_ab_with_copies", LONG, "Units that name both, copies included");
    public static final Field PMI =
            Field.required("pmi", DOUBLE, "Pointwise mutual information, log2(n_ab n / (n_a n_b))");
    public static final Field NPMI = Field.required("npmi", DOUBLE, "pmi / -log2(n_ab / n), -1 to 1; 1 if n_ab = n");
    public static final Field G2 = Field.required(
            "g2", DOUBLE, "Log-likelihood ratio of the 2 x 2 table, negative where they meet less than chance");
    public static final Field P_VALUE = Field.required(
            "p_value",
            DOUBLE,
            "Probability that chance alone brings the two together in at least so many stories: the upper tail (mid-p) of the hypergeometric distribution, from 5 expected on that of g2; counts are thinned to story_count; 1 for a pair of one story");
    public static final Field Q_VALUE = Field.required(
            "q_value",
            DOUBLE,
            "Benjamini-Hochberg among all pairs of that scope and period that could have met: test_count");
    public static final Field LOG_DICE = Field.required("log_dice", DOUBLE, "14 + log2(2 n_ab / (n_a + n_b))");
    public static final Field JACCARD = Field.required("jaccard", DOUBLE, "n_ab / (n_a + n_b - n_ab)");
    public static final Field T_SCORE = Field.required("t_score", DOUBLE, "(n_ab - n_a n_b / n) / sqrt(n_ab)");

    public static final Field STORY_COUNT =
            Field.required("story_count", LONG, "Stories with such a unit; n_ab of scope document");
    public static final Field OUTLET_COUNT =
            Field.required("outlet_count", LONG, "Outlets of these stories, as far as they are known");
    public static final Field EXPECTED =
            Field.required("expected", DOUBLE, "Units that would name both by chance, n_a n_b / n");
    public static final Field NPMI_LOW = Field.required(
            "npmi_low",
            DOUBLE,
            "Lower end of the 95 % interval of npmi, story_count over its chance drawn toward that of all pairs (gamma-Poisson): to rank by");
    public static final Field TEST_COUNT = Field.required(
            "test_count",
            LONG,
            "Pairs that could have met in that scope and period: entities named, taken two at a time");
    public static final Field BACKBONE_P = Field.required(
            "backbone_p",
            DOUBLE,
            "Probability that the tie is noise, given how often each of the two meets anybody (noise-corrected backbone over story_count): a network of p <= 0.05 can be read");
    public static final Field DISPARITY_P = Field.required(
            "disparity_p",
            DOUBLE,
            "The same by the disparity filter: that one of the two would spread its meetings so unevenly over those it meets by chance");
    public static final Field ENTITY_A_LABEL = Field.optional("entity_a_label", STRING, "Name of entity_a");
    public static final Field ENTITY_B_LABEL = Field.optional("entity_b_label", STRING, "Name of entity_b");
    public static final Field TYPE_A = Field.optional("type_a", STRING, "Type of entity_a, as in entities");
    public static final Field TYPE_B = Field.optional("type_b", STRING, "Type of entity_b, as in entities");

    public static final Table TABLE = Table.published(
                    "entity_cooccurrence",
                    "Who appears with whom, and how much more often than chance",
                    "One row per unordered pair, scope and period, for every pair at or above the minimum support.")
            .columns(
                    ENTITY_A,
                    ENTITY_B,
                    SCOPE,
                    GRANULARITY,
                    PERIOD_START,
                    N_AB,
                    N_A,
                    N_B,
                    N,
                    N_AB_WITH_COPIES,
                    PMI,
                    NPMI,
                    G2,
                    P_VALUE,
                    Q_VALUE,
                    LOG_DICE,
                    JACCARD,
                    T_SCORE,
                    STORY_COUNT,
                    OUTLET_COUNT,
                    EXPECTED,
                    NPMI_LOW,
                    TEST_COUNT,
                    BACKBONE_P,
                    DISPARITY_P,
                    ENTITY_A_LABEL,
                    ENTITY_B_LABEL,
                    TYPE_A,
                    TYPE_B)
            .key(SCOPE, GRANULARITY, PERIOD_START, ENTITY_A, ENTITY_B)
            .sortedBy(SCOPE, GRANULARITY, PERIOD_START, ENTITY_A, ENTITY_B)
            .build();

    private EntityCooccurrence() {}
}
