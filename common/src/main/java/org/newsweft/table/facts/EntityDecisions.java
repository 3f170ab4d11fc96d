package org.newsweft.table.facts;

import static org.newsweft.table.schema.Field.Type.*;

import org.newsweft.table.schema.Field;
import org.newsweft.table.schema.Table;

/**
 * Why a name in a document leads to its entity. One row per document and entity within it, for persons, organisations and
 * whatever the user's file names.
 */
public final class EntityDecisions {
    public static final Field DOC_ID = Field.required("doc_id", STRING, "Document, as in documents");
    public static final Field LOCAL_ID = Field.required(
            "local_id", STRING, "Entity within the document, as in mentions: what the document alone says");
    public static final Field LABEL = Field.required(
            "label", STRING, "Fullest form of the name in this document; the user's where reason is user_file");
    public static final Field ENTITY_ID = Field.required("entity_id", STRING, "Entity meant, as in entities");
    public static final Field TYPE = Field.required("type", STRING, "Type of the entity, as in entities");
    public static final Field REASON = Field.required(
            "reason",
            STRING,
            "own_name: its own full name; spelling: the same name in another order, with other hyphens, accents or a letter;"
                    + " middle_name: with or without middle names and initials; nickname: a short first name;"
                    + " dominant_bearer: a single name that nearly always means this bearer in that outlet and month, or that"
                    + " month; title_bearer: the same among bearers of the office; other_walk: same name, but another walk"
                    + " of life; acronym: introduced for this body in other documents; other_type: most documents"
                    + " say that the name is of this kind; listed: on Newsweft's lists;"
                    + " local: a single name that nobody dominates, kept to its document; user_file: the user's file says so");
    public static final Field SUPPORT = Field.required(
            "support",
            LONG,
            "Evidence for it: documents that name the bearer in full or introduce the acronym; what both names are met with"
                    + " (partners and offices) where names were merged; 0 where none is needed");
    public static final Field RIVALS =
            Field.required("rivals", LONG, "Evidence against it: documents that name other bearers of the name");

    public static final Table TABLE = Table.published(
                    "entity_decisions",
                    "Why a name in a document leads to its entity",
                    "One row per document and entity within it.")
            .columns(DOC_ID, LOCAL_ID, LABEL, ENTITY_ID, TYPE, REASON, SUPPORT, RIVALS)
            .key(DOC_ID, LOCAL_ID)
            .sortedBy(DOC_ID)
            .build();

    private EntityDecisions() {}
}
