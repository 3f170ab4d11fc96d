package org.newsweft.table.figures;

import static org.newsweft.table.schema.Field.Type.*;

import org.newsweft.table.schema.Field;
import org.newsweft.table.schema.Table;

/** How often each term occurs in each period. One row per term and period, periods without it have none. */
public final class TermTrends {
    public static final Field GRANULARITY =
            Field.required("granularity", STRING, "day, week (starts Monday), month or year");
    public static final Field PERIOD_START = Field.required("period_start", DATE, "First day of the period");
    public static final Field LANGUAGE = Field.required("language", STRING, "ISO 639 code; en where it is not known");
    public static final Field TERM = Field.required("term", STRING, "Word or phrase in lower case, or an entity_id");
    public static final Field KIND = Field.required("kind", STRING, "word, phrase or entity");
    public static final Field TERM_COUNT = Field.required("term_count", LONG, "Occurrences, each story once");
    public static final Field DOCUMENT_COUNT =
            Field.required("document_count", LONG, "Documents that hold it, each story once");
    public static final Field DOCUMENT_COUNT_WITH_COPIES =
            Field.required("document_count_with_copies", LONG, "Documents that hold it, copies included");
    public static final Field DOCUMENT_SHARE =
            Field.required("document_share", DOUBLE, "document_count / documents of the period");
    public static final Field PER_MILLION_WORDS = Field.required(
            "per_million_words", DOUBLE, "term_count per million words of the period's bodies; 0 where they have none");
    public static final Field CI_LOW =
            Field.required("ci_low", DOUBLE, "Lower end of the 95 % Wilson interval of document_share");
    public static final Field CI_HIGH = Field.required("ci_high", DOUBLE, "Upper end of the interval");
    public static final Field ROLLING_SHARE = Field.required(
            "rolling_share",
            DOUBLE,
            "Share over the documents of this period and the time before it: 7 days, 4 weeks, 3 months or 3 years in all");
    public static final Field Z_SCORE = Field.optional(
            "z_score",
            DOUBLE,
            "document_share less its mean in the window before, in sample standard deviations; the window is 14 days, 8 weeks, 6 months or 6 years, thin periods left out and periods without the term counted as 0; null where less than a third of the window is there or nothing varies");

    public static final Table TABLE = Table.published(
                    "term_trends",
                    "How often each term occurs in each period",
                    "One row per term and period that has it; the view term_series fills the others with zeros.")
            .columns(
                    GRANULARITY,
                    PERIOD_START,
                    LANGUAGE,
                    TERM,
                    KIND,
                    TERM_COUNT,
                    DOCUMENT_COUNT,
                    DOCUMENT_COUNT_WITH_COPIES,
                    DOCUMENT_SHARE,
                    PER_MILLION_WORDS,
                    CI_LOW,
                    CI_HIGH,
                    ROLLING_SHARE,
                    Z_SCORE)
            .key(GRANULARITY, PERIOD_START, LANGUAGE, TERM, KIND)
            .sortedBy(LANGUAGE, TERM, KIND, GRANULARITY, PERIOD_START)
            .build();

    private TermTrends() {}
}
