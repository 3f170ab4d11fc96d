package org.newsweft.table.facts;

import static org.newsweft.table.schema.Field.Type.*;

import org.newsweft.table.schema.Field;
import org.newsweft.table.schema.Table;

/** What each document tells of the others of its outlet. One row per document; kept in the lake only. */
public final class OutletEvidence {
    public static final Field DOC_ID = Field.required("doc_id", STRING, "Document, as in documents");
    public static final Field OUTLET = Field.required(
            "outlet", STRING, "Outlet or host as the record gives it, in lower case; empty if it gives neither");
    public static final Field LINES = Field.required("lines", LONGS, "Hashes of the distinct lines of the raw text");
    public static final Field STORY_LINES = Field.required(
            "story_lines",
            LONGS,
            "Those of lines that are direct speech or stand in the midst of running text: no evidence of boilerplate");
    public static final Field SKETCH =
            Field.required("sketch", LONGS, "MinHash values of the running text; copies of an article share most");
    public static final Field DATE_ORDER =
            Field.required("date_order", STRING, "Order its dates in figures show: day_first, month_first or unknown");
    public static final Field IS_DATE_AMBIGUOUS =
            Field.required("is_date_ambiguous", BOOLEAN, "True if it has a date such as 3/4/2015");

    public static final Table TABLE = Table.internal(
                    "outlet_evidence",
                    "What each document tells of the others of its outlet",
                    "One row per document; kept in the lake only.")
            .columns(DOC_ID, OUTLET, LINES, STORY_LINES, SKETCH, DATE_ORDER, IS_DATE_AMBIGUOUS)
            .key(DOC_ID)
            .sortedBy(OUTLET, DOC_ID)
            .build();

    private OutletEvidence() {}
}
