package org.newsweft.table.figures;

import static org.newsweft.table.schema.Field.Type.*;

import org.newsweft.table.schema.Field;
import org.newsweft.table.schema.Table;

/** What is new or rising in a period, against the time before it. One row per period and term that stands out. */
public final class TermChanges {
    public static final Field GRANULARITY = Field.required("granularity", STRING, "day, week (starts Monday) or month");
    public static final Field PERIOD_START =
            Field.required("period_start", DATE, "First day of the period, none that is thin");
    public static final Field LANGUAGE = Field.required("language", STRING, "ISO 639 code; en where it is not known");
    public static final Field TERM = Field.required("term", STRING, "Word or phrase in lower case, or an entity_id");
    public static final Field KIND = Field.required("kind", STRING, "word, phrase or entity");
    public static final Field LABEL =
            Field.required("label", STRING, "For people to read: the entity's name, or the term");
    public static final Field DOCUMENT_COUNT =
            Field.required("document_count", LONG, "Stories of the period that hold it");
    public static final Field DOCUMENT_SHARE =
            Field.required("document_share", DOUBLE, "document_count / stories of the period");
    public static final Field BEFORE_COUNT = Field.required(
            "before_count",
            LONG,
            "Stories that hold it in the window before: 14 days, 8 weeks or 6 months, thin periods left out");
    public static final Field BEFORE_DOCUMENTS =
            Field.required("before_documents", LONG, "All stories of that window; a third of its periods at least");
    public static final Field BEFORE_SHARE = Field.required("before_share", DOUBLE, "before_count / before_documents");
    public static final Field RATE_RATIO = Field.required(
            "rate_ratio",
            DOUBLE,
            "Stories over those to expect, (before_count + 0.5) / (before_documents + 1) of the period's, shrunk by a"
                    + " mixture of gamma distributions fitted within period and kind (geometric mean of the posterior)");
    public static final Field RATE_RATIO_LOW =
            Field.required("rate_ratio_low", DOUBLE, "The ratio exceeded with a probability of 95 %");
    public static final Field P_VALUE = Field.required(
            "p_value",
            DOUBLE,
            "Probability of as many stories or more if nothing had changed: beta-binomial, with the overdispersion of period"
                    + " and kind");
    public static final Field Q_VALUE = Field.required(
            "q_value", DOUBLE, "Benjamini-Hochberg within period and kind, among terms with 3 stories in the period");
    public static final Field IS_NEW = Field.required("is_new", BOOLEAN, "True if no earlier period has it");
    public static final Field IS_RETURNING =
            Field.required("is_returning", BOOLEAN, "True if it was there earlier, but not in the window before");
    public static final Field FIRST_SEEN =
            Field.required("first_seen", DATE, "Date of the first story that holds it, as precise as it is known");
    public static final Field OUTLET_COUNT = Field.required(
            "outlet_count", LONG, "Outlets with a story of the period that holds it: 1 is one outlet alone");
    public static final Field PART_OF = Field.optional(
            "part_of",
            STRING,
            "Term that explains it: the phrase it is a word of, the entity it names, or what most of its stories are on;"
                    + " null where it stands for itself");
    public static final Field EVENT_ID =
            Field.optional("event_id", STRING, "Event that carries it, as in events; null for none");
    public static final Field RANK = Field.optional(
            "rank",
            LONG,
            "Place in the period, from 1, what more than one outlet has first, then by n ln r - n (1 - 1/r) with n the document_count"
                    + " and r rate_ratio_low; null with part_of");

    public static final Table TABLE = Table.published(
                    "term_changes",
                    "What is new or rising in a period, against the time before it",
                    "One row per period and term: those with q_value at most 0.05, and the 100 highest in any case.")
            .columns(
                    GRANULARITY,
                    PERIOD_START,
                    LANGUAGE,
                    TERM,
                    KIND,
                    LABEL,
                    DOCUMENT_COUNT,
                    DOCUMENT_SHARE,
                    BEFORE_COUNT,
                    BEFORE_DOCUMENTS,
                    BEFORE_SHARE,
                    RATE_RATIO,
                    RATE_RATIO_LOW,
                    P_VALUE,
                    Q_VALUE,
                    IS_NEW,
                    IS_RETURNING,
                    FIRST_SEEN,
                    OUTLET_COUNT,
                    PART_OF,
                    EVENT_ID,
                    RANK)
            .key(GRANULARITY, PERIOD_START, LANGUAGE, TERM, KIND)
            .sortedBy(GRANULARITY, LANGUAGE, PERIOD_START, RANK, TERM)
            .build();

    private TermChanges() {}
}
