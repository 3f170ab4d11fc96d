package org.newsweft.table.facts;

import static org.newsweft.table.schema.Field.Type.*;

import org.newsweft.table.schema.Field;
import org.newsweft.table.schema.Table;

/** Which lines recur across the documents of an outlet. One row per line that stands in several; kept in the lake only. */
public final class OutletLines {
    public static final Field OUTLET =
            Field.required("outlet", STRING, "Outlet, as in outlet_evidence; empty for the documents without one");
    public static final Field LINE = Field.required("line", LONG, "Hash of the line");
    public static final Field DOCUMENT_COUNT =
            Field.required("document_count", LONG, "Documents of the outlet that have the line");
    public static final Field EVIDENCE_COUNT = Field.required(
            "evidence_count", LONG, "Of these, documents where it is neither direct speech nor amid running text");
    public static final Field CONTEXT_COUNT = Field.required(
            "context_count", LONG, "Of these, documents that are no copies of each other, as their sketches tell");
    public static final Field RECURS =
            Field.required("recurs", BOOLEAN, "True if the line is no part of any article of the outlet");

    public static final Table TABLE = Table.internal(
                    "outlet_lines",
                    "Which lines recur across the documents of an outlet",
                    "One row per line that stands in several; kept in the lake only.")
            .columns(OUTLET, LINE, DOCUMENT_COUNT, EVIDENCE_COUNT, CONTEXT_COUNT, RECURS)
            .key(OUTLET, LINE)
            .sortedBy(OUTLET, LINE)
            .build();

    private OutletLines() {}
}
