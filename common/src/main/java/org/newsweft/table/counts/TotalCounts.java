package org.newsweft.table.counts;

import static org.newsweft.table.schema.Field.Type.*;

import org.newsweft.table.schema.Field;
import org.newsweft.table.schema.Table;

/**
 * How much was written, as finely as dates are known and outlet by outlet: the denominators of {@link TermCounts}. Rows
 * of one key add up.
 */
public final class TotalCounts {
    public static final Field LANGUAGE = Field.required("language", STRING, "ISO 639 code; en where it is not known");
    public static final Field PRECISION = Field.required(
            "precision", STRING, "day, month, year or none: how precisely the documents are dated, and so the period");
    public static final Field PERIOD_START =
            Field.optional("period_start", DATE, "The day, or first day of the month or year; null for none");
    public static final Field OUTLET = Field.required("outlet", STRING, "Outlet; (unknown) where it is not known");
    public static final Field DOCUMENT_COUNT = Field.required("document_count", LONG, "Documents, each story once");
    public static final Field DOCUMENT_COUNT_WITH_COPIES =
            Field.required("document_count_with_copies", LONG, "Documents, copies included");
    public static final Field SENTENCE_COUNT =
            Field.required("sentence_count", LONG, "Sentences of the bodies, each story once");
    public static final Field WORD_COUNT = Field.required("word_count", LONG, "Words of the bodies, each story once");

    public static final Table TABLE = Table.internal(
                    "total_counts",
                    "How much was written, as finely as dates are known",
                    "One row per date and outlet; kept in the lake only.")
            .columns(
                    LANGUAGE,
                    PRECISION,
                    PERIOD_START,
                    OUTLET,
                    DOCUMENT_COUNT,
                    DOCUMENT_COUNT_WITH_COPIES,
                    SENTENCE_COUNT,
                    WORD_COUNT)
            .key(LANGUAGE, PRECISION, PERIOD_START, OUTLET)
            .sortedBy(PRECISION, LANGUAGE, PERIOD_START, OUTLET)
            .build();

    private TotalCounts() {}
}
