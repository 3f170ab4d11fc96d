package org.newsweft.table.counts;

import static org.newsweft.table.schema.Field.Type.*;

import org.newsweft.table.schema.Field;
import org.newsweft.table.schema.Table;

/**
 * How often each term occurs, as finely as dates are known and outlet by outlet: what every figure on terms is computed
 * from. Rows of one key add up; so do rows with negative counts, for documents taken away.
 */
public final class TermCounts {
    public static final Field LANGUAGE = Field.required("language", STRING, "ISO 639 code; en where it is not known");
    public static final Field KIND = Field.required("kind", STRING, "word, phrase or entity");
    public static final Field TERM = Field.required("term", STRING, "Word or phrase in lower case, or an entity_id");
    public static final Field PRECISION = Field.required(
            "precision", STRING, "day, month, year or none: how precisely its documents are dated, and so the period");
    public static final Field PERIOD_START =
            Field.optional("period_start", DATE, "The day, or first day of the month or year; null for none");
    public static final Field OUTLET = Field.required("outlet", STRING, "Outlet; (unknown) where it is not known");
    public static final Field DOCUMENT_COUNT =
            Field.required("document_count", LONG, "Documents that hold it, each story once");
    public static final Field DOCUMENT_COUNT_WITH_COPIES =
            Field.required("document_count_with_copies", LONG, "Documents that hold it, copies included");
    public static final Field TERM_COUNT = Field.required("term_count", LONG, "Occurrences, each story once");

    public static final Table TABLE = Table.internal(
                    "term_counts",
                    "How often each term occurs, as finely as dates are known",
                    "One row per term, date and outlet; kept in the lake only.")
            .columns(
                    LANGUAGE,
                    KIND,
                    TERM,
                    PRECISION,
                    PERIOD_START,
                    OUTLET,
                    DOCUMENT_COUNT,
                    DOCUMENT_COUNT_WITH_COPIES,
                    TERM_COUNT)
            .key(LANGUAGE, KIND, TERM, PRECISION, PERIOD_START, OUTLET)
            .sortedBy(PRECISION, LANGUAGE, KIND, TERM, PERIOD_START, OUTLET)
            .build();

    private TermCounts() {}
}
