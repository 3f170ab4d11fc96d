package org.newsweft.table;

import static org.newsweft.table.Field.Type.*;

/** Which terms rise or fall, beyond chance. One row per term and granularity. */
public final class TermTests {
    public static final Field GRANULARITY =
            Field.required("granularity", STRING, "day, week (starts Monday), month or year");
    public static final Field TERM = Field.required("term", STRING, "Word or phrase in lower case, or an entity_id");
    public static final Field KIND = Field.required("kind", STRING, "word, phrase or entity");
    public static final Field PERIOD_COUNT = Field.required(
            "period_count", LONG, "Periods from the first to the last of the term, those without it included");
    public static final Field SLOPE =
            Field.optional("slope", DOUBLE, "Theil-Sen slope, share per period; null for one period");
    public static final Field TAU =
            Field.optional("tau", DOUBLE, "Kendall's tau-b of share against time; null where it is not defined");
    public static final Field P_VALUE =
            Field.optional("p_value", DOUBLE, "Mann-Kendall, two-sided, corrected for ties; null without enough data");
    public static final Field Q_VALUE = Field.optional(
            "q_value", DOUBLE, "Benjamini-Hochberg within granularity and kind; null without enough data");
    public static final Field DIRECTION = Field.required(
            "direction",
            STRING,
            "rising or falling (q_value at most 0.05, by the sign of tau), steady, or unknown without enough data");
    public static final Field HAS_ENOUGH_DATA =
            Field.required("has_enough_data", BOOLEAN, "True with 8 periods and 5 documents or more");

    public static final Table TABLE = Table.published(
                    "term_tests", "Which terms rise or fall, beyond chance", "One row per term and granularity.")
            .columns(GRANULARITY, TERM, KIND, PERIOD_COUNT, SLOPE, TAU, P_VALUE, Q_VALUE, DIRECTION, HAS_ENOUGH_DATA)
            .key(GRANULARITY, TERM, KIND)
            .sortedBy(GRANULARITY, KIND, TERM)
            .build();

    private TermTests() {}
}
