package org.newsweft.table.figures;

import static org.newsweft.table.schema.Field.Type.*;

import org.newsweft.table.schema.Field;
import org.newsweft.table.schema.Table;

/** Which terms rise or fall, beyond chance. One row per term, granularity and horizon. */
public final class TermTests {
    public static final Field GRANULARITY =
            Field.required("granularity", STRING, "day, week (starts Monday), month or year");
    public static final Field HORIZON =
            Field.required("horizon", STRING, "all, or recent: the last 8 periods of the corpus that are not thin");
    public static final Field LANGUAGE = Field.required("language", STRING, "ISO 639 code; en where it is not known");
    public static final Field TERM = Field.required("term", STRING, "Word or phrase in lower case, or an entity_id");
    public static final Field KIND = Field.required("kind", STRING, "word, phrase or entity");
    public static final Field PERIOD_COUNT = Field.required(
            "period_count", LONG, "Periods of the corpus that are not thin, those without the term included");
    public static final Field SLOPE =
            Field.optional("slope", DOUBLE, "Theil-Sen slope, share per period; null for one period");
    public static final Field TAU =
            Field.optional("tau", DOUBLE, "Kendall's tau-b of share against time; null where it is not defined");
    public static final Field P_VALUE =
            Field.optional("p_value", DOUBLE, "Mann-Kendall, two-sided, corrected for ties; null without enough data");
    public static final Field Q_VALUE = Field.optional(
            "q_value",
            DOUBLE,
            "Benjamini-Hochberg within granularity, horizon, language and kind; null without enough data");
    public static final Field SHIFTED_ON = Field.optional(
            "shifted_on",
            DATE,
            "First day of the period from which on the share is another, where it shifted most; null without enough data");
    public static final Field SHIFT_P = Field.optional(
            "shift_p", DOUBLE, "CUSUM of the counts, corrected for overdispersion; null without enough data");
    public static final Field SHIFT_Q = Field.optional(
            "shift_q", DOUBLE, "Benjamini-Hochberg of shift_p within granularity, horizon, language and kind");
    public static final Field SHARE_BEFORE =
            Field.optional("share_before", DOUBLE, "Share of all stories before shifted_on; null without enough data");
    public static final Field SHARE_AFTER =
            Field.optional("share_after", DOUBLE, "Share of all stories from shifted_on on; null without enough data");
    public static final Field DIRECTION = Field.required(
            "direction",
            STRING,
            "rising or falling (q_value at most 0.05, by the sign of tau, or shift_q at most 0.05 and a level that persists), steady,"
                    + " or unknown without enough data");
    public static final Field HAS_ENOUGH_DATA =
            Field.required("has_enough_data", BOOLEAN, "True with 8 periods and 5 documents or more");

    public static final Table TABLE = Table.published(
                    "term_tests",
                    "Which terms rise or fall, beyond chance",
                    "One row per term, granularity and horizon.")
            .columns(
                    GRANULARITY,
                    HORIZON,
                    LANGUAGE,
                    TERM,
                    KIND,
                    PERIOD_COUNT,
                    SLOPE,
                    TAU,
                    P_VALUE,
                    Q_VALUE,
                    SHIFTED_ON,
                    SHIFT_P,
                    SHIFT_Q,
                    SHARE_BEFORE,
                    SHARE_AFTER,
                    DIRECTION,
                    HAS_ENOUGH_DATA)
            .key(GRANULARITY, HORIZON, LANGUAGE, TERM, KIND)
            .sortedBy(GRANULARITY, HORIZON, LANGUAGE, KIND, TERM)
            .build();

    private TermTests() {}
}
