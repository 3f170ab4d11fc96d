package org.newsweft.table.figures;

import static org.newsweft.table.schema.Field.Type.*;

import org.newsweft.table.schema.Field;
import org.newsweft.table.schema.Table;

/** Every entity, with its names and how often it occurs. One row per entity that is mentioned. */
public final class Entities {
    public static final Field ENTITY_ID = Field.required(
            "entity_id",
            STRING,
            "Readable and stable: country:KR, region:EU, place:seoul-kr, person:john-kerry, organization:..., group:kurds");
    public static final Field LABEL = Field.required("label", STRING, "Name for people to read");
    public static final Field TYPE =
            Field.required("type", STRING, "person, organization, country, region, place, group or other");
    public static final Field IS_OUTLET = Field.required(
            "is_outlet",
            BOOLEAN,
            "True for the corpus's own outlets, agencies and credits: pairs, network, trends and summaries leave them out");
    public static final Field COUNTRY_CODE =
            Field.optional("country_code", STRING, "ISO 3166-1 alpha-2 code of the country it is or lies in");
    public static final Field ALIASES =
            Field.required("aliases", STRINGS, "Surfaces by which it is named, most frequent first");
    public static final Field MENTION_COUNT = Field.required("mention_count", LONG, "Mentions, each story once");
    public static final Field DOCUMENT_COUNT =
            Field.required("document_count", LONG, "Documents that name it, each story once");
    public static final Field DOCUMENT_COUNT_WITH_COPIES =
            Field.required("document_count_with_copies", LONG, "Documents that name it, copies included");
    public static final Field FIRST_SEEN = Field.optional(
            "first_seen", DATE, "Earliest publication date of a document that names it; null if none is dated");
    public static final Field LAST_SEEN = Field.optional(
            "last_seen", DATE, "Latest publication date of a document that names it; null if none is dated");

    public static final Table TABLE = Table.published(
                    "entities",
                    "Every entity, with its names and how often it occurs",
                    "One row per entity that is mentioned.")
            .columns(
                    ENTITY_ID,
                    LABEL,
                    TYPE,
                    IS_OUTLET,
                    COUNTRY_CODE,
                    ALIASES,
                    MENTION_COUNT,
                    DOCUMENT_COUNT,
                    DOCUMENT_COUNT_WITH_COPIES,
                    FIRST_SEEN,
                    LAST_SEEN)
            .key(ENTITY_ID)
            .sortedBy(ENTITY_ID)
            .build();

    private Entities() {}
}
