package org.newsweft.table.counts;

import static org.newsweft.table.schema.Field.Type.*;

import org.newsweft.table.schema.Field;
import org.newsweft.table.schema.Table;

/** How often an entity was named, day by day: the margins of {@link PairCounts}, additive like them. */
public final class EntityCounts {
    public static final Field ENTITY_ID = Field.required("entity_id", STRING, "Entity, as in entities");
    public static final Field PRECISION =
            Field.required("precision", STRING, "day, month, year or none: how precisely the documents are dated");
    public static final Field PERIOD_START =
            Field.optional("period_start", DATE, "The day, or first day of the month or year; null for none");
    public static final Field SENTENCES = Field.required("sentences", LONG, "Sentences of stories that name it");
    public static final Field DOCUMENTS = Field.required("documents", LONG, "Stories that name it, lists left out");
    public static final Field WINDOWS = Field.required(
            "windows", LONG, "Windows of some sentences in a row that name it; 0 where none were asked for");

    public static final Table TABLE = Table.internal(
                    "entity_counts",
                    "How often an entity was named, at the precision of the dates",
                    "One row per entity, date and precision of the date; stories only.")
            .columns(ENTITY_ID, PRECISION, PERIOD_START, SENTENCES, DOCUMENTS, WINDOWS)
            .key(ENTITY_ID, PRECISION, PERIOD_START)
            .sortedBy(ENTITY_ID, PRECISION, PERIOD_START)
            .build();

    private EntityCounts() {}
}
