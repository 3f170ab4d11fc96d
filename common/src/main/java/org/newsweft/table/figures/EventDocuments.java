package org.newsweft.table.figures;

import static org.newsweft.table.schema.Field.Type.*;

import org.newsweft.table.schema.Field;
import org.newsweft.table.schema.Table;

/** Which documents tell of which event. One row per document of an event; a document is in one event at most. */
public final class EventDocuments {
    public static final Field EVENT_ID = Field.required("event_id", STRING, "Event, as in events");
    public static final Field DOC_ID = Field.required("doc_id", STRING, "Document, as in documents; copies included");
    public static final Field SIMILARITY = Field.required(
            "similarity",
            DOUBLE,
            "Cosine of the story with the sum of all stories of the event, 0 to 1; that of its story for a copy");
    public static final Field IS_CENTRAL =
            Field.required("is_central", BOOLEAN, "True for the one article that gives the event its title");

    public static final Table TABLE = Table.published(
                    "event_documents",
                    "Which documents tell of which event",
                    "One row per document of an event; a document is in one event at most.")
            .columns(EVENT_ID, DOC_ID, SIMILARITY, IS_CENTRAL)
            .key(DOC_ID)
            .sortedBy(EVENT_ID, DOC_ID)
            .build();

    private EventDocuments() {}
}
