package org.newsweft.table.counts;

import static org.newsweft.table.schema.Field.Type.*;

import org.newsweft.table.schema.Field;
import org.newsweft.table.schema.Table;

/**
 * How often two entities met, day by day: the sums from which all figures on pairs are made. Rows of one key add up, those
 * with negative counts included, so that what a document brought can be added, taken away and merged.
 */
public final class PairCounts {
    public static final Field ENTITY_A = Field.required("entity_a", STRING, "The entity_id that sorts first");
    public static final Field ENTITY_B = Field.required("entity_b", STRING, "The entity_id that sorts second");
    public static final Field PRECISION =
            Field.required("precision", STRING, "day, month, year or none: how precisely the documents are dated");
    public static final Field PERIOD_START =
            Field.optional("period_start", DATE, "The day, or first day of the month or year; null for none");
    public static final Field OUTLET = Field.optional("outlet", STRING, "As in documents");
    public static final Field SENTENCES = Field.required("sentences", LONG, "Sentences of stories that name both");
    public static final Field SENTENCES_WITH_COPIES =
            Field.required("sentences_with_copies", LONG, "Sentences that name both, copies included");
    public static final Field SENTENCE_STORIES =
            Field.required("sentence_stories", LONG, "Stories with a sentence that names both");
    public static final Field DOCUMENTS = Field.required("documents", LONG, "Stories that name both, lists left out");
    public static final Field DOCUMENTS_WITH_COPIES =
            Field.required("documents_with_copies", LONG, "Documents that name both, lists left out, copies included");
    public static final Field WINDOWS = Field.required(
            "windows", LONG, "Windows of some sentences in a row that name both; 0 where none were asked for");
    public static final Field WINDOWS_WITH_COPIES =
            Field.required("windows_with_copies", LONG, "The same, copies included");
    public static final Field WINDOW_STORIES =
            Field.required("window_stories", LONG, "Stories with a window that names both");

    public static final Table TABLE = Table.internal(
                    "pair_counts",
                    "How often two entities met, at the precision of the dates",
                    "One row per unordered pair, date, precision of the date and outlet.")
            .columns(
                    ENTITY_A,
                    ENTITY_B,
                    PRECISION,
                    PERIOD_START,
                    OUTLET,
                    SENTENCES,
                    SENTENCES_WITH_COPIES,
                    SENTENCE_STORIES,
                    DOCUMENTS,
                    DOCUMENTS_WITH_COPIES,
                    WINDOWS,
                    WINDOWS_WITH_COPIES,
                    WINDOW_STORIES)
            .key(ENTITY_A, ENTITY_B, PRECISION, PERIOD_START, OUTLET)
            .sortedBy(ENTITY_A, ENTITY_B, PRECISION, PERIOD_START, OUTLET)
            .build();

    private PairCounts() {}
}
