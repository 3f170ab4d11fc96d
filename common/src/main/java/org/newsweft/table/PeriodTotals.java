package org.newsweft.table;

import static org.newsweft.table.Field.Type.*;

/** How much was written in each period: the denominators. One row per period that has a document. */
public final class PeriodTotals {
    public static final Field GRANULARITY =
            Field.required("granularity", STRING, "day, week (starts Monday), month, year or all");
    public static final Field PERIOD_START =
            Field.optional("period_start", DATE, "First day of the period; null for all");
    public static final Field DOCUMENT_COUNT = Field.required("document_count", LONG, "Documents, each story once");
    public static final Field DOCUMENT_COUNT_WITH_COPIES =
            Field.required("document_count_with_copies", LONG, "Documents, copies included");
    public static final Field SENTENCE_COUNT =
            Field.required("sentence_count", LONG, "Sentences of the bodies, each story once");
    public static final Field WORD_COUNT = Field.required("word_count", LONG, "Words of the bodies, each story once");

    public static final Table TABLE = Table.published(
                    "period_totals",
                    "How much was written in each period: the denominators",
                    "One row per period that has a document.")
            .columns(GRANULARITY, PERIOD_START, DOCUMENT_COUNT, DOCUMENT_COUNT_WITH_COPIES, SENTENCE_COUNT, WORD_COUNT)
            .key(GRANULARITY, PERIOD_START)
            .sortedBy(GRANULARITY, PERIOD_START)
            .build();

    private PeriodTotals() {}
}
