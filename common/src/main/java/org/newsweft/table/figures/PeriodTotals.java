package org.newsweft.table.figures;

import static org.newsweft.table.schema.Field.Type.*;

import org.newsweft.table.schema.Field;
import org.newsweft.table.schema.Table;

/** How much was written in each period: the denominators. One row per period and language that has a document. */
public final class PeriodTotals {
    public static final Field GRANULARITY =
            Field.required("granularity", STRING, "day, week (starts Monday), month, year or all");
    public static final Field PERIOD_START =
            Field.optional("period_start", DATE, "First day of the period; null for all");
    public static final Field LANGUAGE = Field.required("language", STRING, "ISO 639 code; en where it is not known");
    public static final Field DOCUMENT_COUNT = Field.required("document_count", LONG, "Documents, each story once");
    public static final Field DOCUMENT_COUNT_WITH_COPIES =
            Field.required("document_count_with_copies", LONG, "Documents, copies included");
    public static final Field SENTENCE_COUNT =
            Field.required("sentence_count", LONG, "Sentences of the bodies, each story once");
    public static final Field WORD_COUNT = Field.required("word_count", LONG, "Words of the bodies, each story once");
    public static final Field OUTLET_COUNT = Field.required(
            "outlet_count", LONG, "Outlets with a story in the period; documents of unknown outlets count as one");
    public static final Field IS_THIN = Field.required(
            "is_thin",
            BOOLEAN,
            "True where the period has too few stories to say anything: below 5, or a quarter of the usual number up to 20;"
                    + " where the usual number is below 5, below that. The usual number is that of the period in which the"
                    + " median story stands. Thin periods have counts, but no tests, changes, keyness or bursts");

    public static final Table TABLE = Table.published(
                    "period_totals",
                    "How much was written in each period: the denominators",
                    "One row per period and language that has a document.")
            .columns(
                    GRANULARITY,
                    PERIOD_START,
                    LANGUAGE,
                    DOCUMENT_COUNT,
                    DOCUMENT_COUNT_WITH_COPIES,
                    SENTENCE_COUNT,
                    WORD_COUNT,
                    OUTLET_COUNT,
                    IS_THIN)
            .key(GRANULARITY, PERIOD_START, LANGUAGE)
            .sortedBy(GRANULARITY, LANGUAGE, PERIOD_START)
            .build();

    private PeriodTotals() {}
}
