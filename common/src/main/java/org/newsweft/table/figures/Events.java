package org.newsweft.table.figures;

import static org.newsweft.table.schema.Field.Type.*;

import org.newsweft.table.schema.Field;
import org.newsweft.table.schema.Table;

/**
 * What happened: stories on the same happening, over outlets and wording, over days. One row per event; a story that
 * stands alone is an event of one. Long affairs are chains of events.
 */
public final class Events {
    public static final Field EVENT_ID = Field.required(
            "event_id", STRING, "doc_id of the event's first story: it stays as long as that story is the first");
    public static final Field TITLE = Field.optional(
            "title",
            STRING,
            "Headline of its most central article, its first sentence where it has none; null where it has neither");
    public static final Field STARTED_ON = Field.required("started_on", DATE, "Day of its first story");
    public static final Field ENDED_ON = Field.required("ended_on", DATE, "Day of its last story so far");
    public static final Field PEAK_ON =
            Field.required("peak_on", DATE, "Day with the most of its stories, the first of several");
    public static final Field DOCUMENT_COUNT =
            Field.required("document_count", LONG, "Stories on it; undated ones that joined included");
    public static final Field DOCUMENT_COUNT_WITH_COPIES =
            Field.required("document_count_with_copies", LONG, "Documents on it, copies included");
    public static final Field OUTLET_COUNT =
            Field.required("outlet_count", LONG, "Outlets of its stories; those that are not known count as none");
    public static final Field ACTORS = Field.required(
            "actors",
            STRINGS,
            "entity_ids of persons, organizations, groups and states, those that mark it most first, at most 10; outlets are left out");
    public static final Field ACTOR_LABELS =
            Field.required("actor_labels", STRINGS, "Names for people to read, in the order of actors");
    public static final Field ACTOR_DOCUMENTS =
            Field.required("actor_documents", LONGS, "Stories of the event that name each actor");
    public static final Field ACTOR_TITLES =
            Field.required("actor_titles", LONGS, "Stories of the event that name each actor in the headline");
    public static final Field ACTOR_QUOTES =
            Field.required("actor_quotes", LONGS, "Quotes of each actor in the stories of the event");
    public static final Field PLACES = Field.required(
            "places", STRINGS, "entity_ids of countries, regions and places, those that mark it most first, at most 5");
    public static final Field TERMS =
            Field.required("terms", STRINGS, "Words that mark it against other events, strongest first, at most 10");
    public static final Field CENTRAL_DOC_ID =
            Field.required("central_doc_id", STRING, "The article most like all its articles");
    public static final Field FOLLOWS = Field.optional(
            "follows", STRING, "event_id of the event before it in a longer affair; null where it begins something");
    public static final Field FOLLOWS_SIMILARITY = Field.optional(
            "follows_similarity",
            DOUBLE,
            "Mean likeness between the stories of both, 0 to 1, less the further apart they are; null where follows is");
    public static final Field IS_GOING_ON =
            Field.required("is_going_on", BOOLEAN, "True if its last story is of the last four days of the corpus");

    public static final Table TABLE = Table.published(
                    "events",
                    "What happened",
                    "One row per event: stories on the same happening; a story that stands alone is an event of one.")
            .columns(
                    EVENT_ID,
                    TITLE,
                    STARTED_ON,
                    ENDED_ON,
                    PEAK_ON,
                    DOCUMENT_COUNT,
                    DOCUMENT_COUNT_WITH_COPIES,
                    OUTLET_COUNT,
                    ACTORS,
                    ACTOR_LABELS,
                    ACTOR_DOCUMENTS,
                    ACTOR_TITLES,
                    ACTOR_QUOTES,
                    PLACES,
                    TERMS,
                    CENTRAL_DOC_ID,
                    FOLLOWS,
                    FOLLOWS_SIMILARITY,
                    IS_GOING_ON)
            .key(EVENT_ID)
            .sortedBy(STARTED_ON, EVENT_ID)
            .build();

    private Events() {}
}
