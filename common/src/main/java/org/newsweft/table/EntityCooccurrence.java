package org.newsweft.table;

import static org.newsweft.table.Field.Type.*;

/** Who appears with whom, and how much more often than chance. One row per unordered pair, scope and period, for every pair at or above the minimum support. */
public final class EntityCooccurrence {
    public static final Field ENTITY_A = Field.required("entity_a", STRING, "The entity_id that sorts first");
    public static final Field ENTITY_B = Field.required("entity_b", STRING, "The entity_id that sorts second");
    public static final Field SCOPE =
            Field.required("scope", STRING, "sentence or document: the unit in which the two meet");
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
    public static final Field P_VALUE =
            Field.required("p_value", DOUBLE, "Of |g2| under chi-square with one degree of freedom");
    public static final Field Q_VALUE = Field.required(
            "q_value",
            DOUBLE,
            "Benjamini-Hochberg among the pairs of the same scope and period at or above the minimum support");
    public static final Field LOG_DICE = Field.required("log_dice", DOUBLE, "14 + log2(2 n_ab / (n_a + n_b))");
    public static final Field JACCARD = Field.required("jaccard", DOUBLE, "n_ab / (n_a + n_b - n_ab)");
    public static final Field T_SCORE = Field.required("t_score", DOUBLE, "(n_ab - n_a n_b / n) / sqrt(n_ab)");

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
                    T_SCORE)
            .key(SCOPE, GRANULARITY, PERIOD_START, ENTITY_A, ENTITY_B)
            .sortedBy(SCOPE, GRANULARITY, PERIOD_START, ENTITY_A, ENTITY_B)
            .build();

    private EntityCooccurrence() {}
}
