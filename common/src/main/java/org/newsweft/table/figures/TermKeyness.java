package org.newsweft.table.figures;

import static org.newsweft.table.schema.Field.Type.*;

import org.newsweft.table.schema.Field;
import org.newsweft.table.schema.Table;

/**
 * What marks a period against the rest, or an outlet against the others. One row per period or outlet and term that is more
 * frequent there than elsewhere.
 */
public final class TermKeyness {
    public static final Field GRANULARITY =
            Field.required("granularity", STRING, "day, week (starts Monday), month or year; all for an outlet");
    public static final Field PERIOD_START =
            Field.optional("period_start", DATE, "First day of the period, none that is thin; null for an outlet");
    public static final Field OUTLET = Field.required(
            "outlet",
            STRING,
            "(all) for a period against the others, else the outlet that is compared with the others");
    public static final Field LANGUAGE = Field.required("language", STRING, "ISO 639 code; en where it is not known");
    public static final Field TERM = Field.required("term", STRING, "Word or phrase in lower case, or an entity_id");
    public static final Field KIND = Field.required("kind", STRING, "word, phrase or entity");
    public static final Field TARGET_COUNT =
            Field.required("target_count", LONG, "Documents of the period or outlet that hold it, each story once");
    public static final Field REFERENCE_COUNT = Field.required(
            "reference_count", LONG, "Documents of all other periods or outlets that hold it, each story once");
    public static final Field G2 =
            Field.required("g2", DOUBLE, "Log-likelihood ratio of the 2 x 2 table of documents, above 0");
    public static final Field LOG_RATIO = Field.required(
            "log_ratio",
            DOUBLE,
            "log2 of the ratio of shares, (target_count + 0.5) / (documents of the period + 1) to the same of the rest");
    public static final Field Q_VALUE = Field.required(
            "q_value",
            DOUBLE,
            "Benjamini-Hochberg among all terms of the period or outlet; rows above 0.05 are kept among the first 50 by g2");

    public static final Table TABLE = Table.published(
                    "term_keyness",
                    "What marks a period against the rest, or an outlet against the others",
                    "One row per period or outlet and term that is more frequent there than elsewhere.")
            .columns(
                    GRANULARITY,
                    PERIOD_START,
                    OUTLET,
                    LANGUAGE,
                    TERM,
                    KIND,
                    TARGET_COUNT,
                    REFERENCE_COUNT,
                    G2,
                    LOG_RATIO,
                    Q_VALUE)
            .key(GRANULARITY, PERIOD_START, OUTLET, LANGUAGE, TERM, KIND)
            .sortedBy(GRANULARITY, OUTLET, LANGUAGE, PERIOD_START, G2, TERM)
            .build();

    private TermKeyness() {}
}
