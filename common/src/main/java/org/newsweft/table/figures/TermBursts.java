package org.newsweft.table.figures;

import static org.newsweft.table.schema.Field.Type.*;

import org.newsweft.table.schema.Field;
import org.newsweft.table.schema.Table;

/** When a term was suddenly everywhere. One row per burst: Kleinberg's batched automaton over the share of documents. */
public final class TermBursts {
    public static final Field GRANULARITY =
            Field.required("granularity", STRING, "day, week (starts Monday), month or year");
    public static final Field LANGUAGE = Field.required("language", STRING, "ISO 639 code; en where it is not known");
    public static final Field TERM = Field.required("term", STRING, "Word or phrase in lower case, or an entity_id");
    public static final Field KIND = Field.required("kind", STRING, "word, phrase or entity");
    public static final Field STARTED_ON =
            Field.required("started_on", DATE, "First day of the first period of the burst");
    public static final Field ENDED_ON = Field.required("ended_on", DATE, "Last day of the last period of the burst");
    public static final Field LEVEL =
            Field.required("level", LONG, "Highest state of the automaton in the burst, 1 and up");
    public static final Field WEIGHT =
            Field.required("weight", DOUBLE, "Cost saved against the base state, in nats, 8 or more by default");
    public static final Field PEAK_ON =
            Field.required("peak_on", DATE, "First day of the period with the highest share");
    public static final Field DOCUMENT_COUNT =
            Field.required("document_count", LONG, "Documents in the burst that hold the term, each story once");

    public static final Field OUTLET_COUNT = Field.required(
            "outlet_count", LONG, "Outlets with a story in the burst that holds the term: 1 is one outlet alone");
    public static final Field PART_OF = Field.optional(
            "part_of",
            STRING,
            "Term whose burst at the same time explains it: the phrase it is a word of, the entity it names, or what most of"
                    + " its stories are on; null where it stands for itself");
    public static final Field EVENT_ID =
            Field.optional("event_id", STRING, "Event that carries it, as in events; null for none");

    public static final Table TABLE = Table.published(
                    "term_bursts",
                    "When a term was suddenly everywhere",
                    "One row per burst: Kleinberg's batched automaton over the share of documents.")
            .columns(
                    GRANULARITY,
                    LANGUAGE,
                    TERM,
                    KIND,
                    STARTED_ON,
                    ENDED_ON,
                    LEVEL,
                    WEIGHT,
                    PEAK_ON,
                    DOCUMENT_COUNT,
                    OUTLET_COUNT,
                    PART_OF,
                    EVENT_ID)
            .key(GRANULARITY, LANGUAGE, TERM, KIND, STARTED_ON)
            .sortedBy(GRANULARITY, LANGUAGE, KIND, TERM, STARTED_ON)
            .build();

    private TermBursts() {}
}
