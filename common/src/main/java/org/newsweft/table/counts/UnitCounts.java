package org.newsweft.table.counts;

import static org.newsweft.table.schema.Field.Type.*;

import org.newsweft.table.schema.Field;
import org.newsweft.table.schema.Table;

/** How many units of text name any entity, day by day: the totals of {@link PairCounts}, additive like them. */
public final class UnitCounts {
    public static final Field PRECISION =
            Field.required("precision", STRING, "day, month, year or none: how precisely the documents are dated");
    public static final Field PERIOD_START =
            Field.optional("period_start", DATE, "The day, or first day of the month or year; null for none");
    public static final Field SENTENCES =
            Field.required("sentences", LONG, "Sentences of stories that name any entity");
    public static final Field DOCUMENTS =
            Field.required("documents", LONG, "Stories that name any entity, lists left out");
    public static final Field WINDOWS = Field.required(
            "windows", LONG, "Windows of some sentences in a row that name any; 0 where none were asked for");
    public static final Field STORIES = Field.required("stories", LONG, "Stories that name any entity, lists included");

    public static final Table TABLE = Table.internal(
                    "unit_counts",
                    "How many sentences and documents name anybody, at the precision of the dates",
                    "One row per date and precision of the date; stories only.")
            .columns(PRECISION, PERIOD_START, SENTENCES, DOCUMENTS, WINDOWS, STORIES)
            .key(PRECISION, PERIOD_START)
            .sortedBy(PRECISION, PERIOD_START)
            .build();

    private UnitCounts() {}
}
