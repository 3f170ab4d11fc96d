package org.newsweft.table.figures;

import static org.newsweft.table.schema.Field.Type.*;

import org.apache.spark.sql.Column;
import org.newsweft.table.schema.Field;
import org.newsweft.table.schema.Table;

/** What happened to what the user watches, in the latest period. One row per thing that happened. */
public final class Alerts {
    public static final Field RUN_ID = Field.required("run_id", STRING, "Run that found it");
    public static final Field WATCHED = Field.required("watched", STRING, "What is watched, as the user's file has it");
    public static final Field KIND = Field.required("kind", STRING, "word, phrase, entity or pair");
    public static final Field TERM =
            Field.required("term", STRING, "Word or phrase in lower case, or an entity_id; of a pair both, with ' + '");
    public static final Field GRANULARITY = Field.required("granularity", STRING, "day, week (starts Monday) or month");
    public static final Field PERIOD_START =
            Field.required("period_start", DATE, "First day of the latest period that is not thin");
    public static final Field HAPPENED = Field.required(
            "happened",
            STRING,
            "more (by the factor watched for), reached (the count), new_beside (named with an entity it never was named with),"
                    + " tone_turned (from negative to positive or back, beyond both intervals)");
    public static final Field OTHER = Field.optional("other", STRING, "entity_id of who is new beside it; else null");
    public static final Field COUNT = Field.required(
            "count",
            LONG,
            "Articles of the period that hold it; sentences for pairs and new_beside; mentions for tone");
    public static final Field BEFORE_COUNT = Field.required(
            "before_count",
            LONG,
            "The same in the window before: 14 days, 8 weeks or 6 months; for tone, the period before");
    public static final Field RATIO = Field.optional(
            "ratio", DOUBLE, "Share of articles over that of the window before; null where nothing was before");
    public static final Field SCORE = Field.optional("score", DOUBLE, "Tone toward it now, -1 to 1; null but for tone");
    public static final Field BEFORE_SCORE =
            Field.optional("before_score", DOUBLE, "Tone toward it in the period before; null but for tone");

    public static final Table TABLE = Table.published(
                    "alerts",
                    "What happened to what the user watches",
                    "One row per thing that happened in the latest period.")
            .columns(
                    RUN_ID,
                    WATCHED,
                    KIND,
                    TERM,
                    GRANULARITY,
                    PERIOD_START,
                    HAPPENED,
                    OTHER,
                    COUNT,
                    BEFORE_COUNT,
                    RATIO,
                    SCORE,
                    BEFORE_SCORE)
            .key(WATCHED, KIND, TERM, GRANULARITY, PERIOD_START, HAPPENED, OTHER)
            .sortedBy(WATCHED, GRANULARITY, KIND, TERM, HAPPENED, OTHER)
            .build();

    private Alerts() {}

    /** The order in which a person reads them: what is watched together, the rest so that it never changes. */
    public static Column[] readingOrder() {
        return new Column[] {WATCHED.col(), GRANULARITY.col(), HAPPENED.col(), TERM.col(), OTHER.col()};
    }
}
