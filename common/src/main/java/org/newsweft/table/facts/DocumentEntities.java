package org.newsweft.table.facts;

import static org.newsweft.table.schema.Field.Type.*;

import org.newsweft.table.schema.Field;
import org.newsweft.table.schema.Table;

/**
 * Whom and what each document names, as the document alone knows them. One row per document and entity; kept in the lake
 * only. What the corpus makes of them is in {@link EntityDecisions}.
 */
public final class DocumentEntities {
    public static final Field DOC_ID = Field.required("doc_id", STRING, "Document, as in documents");
    public static final Field LOCAL_ID = Field.required("local_id", STRING, "Id within the document");
    public static final Field LABEL = Field.required("label", STRING, "Fullest form of the name in this document");
    public static final Field TYPE =
            Field.required("type", STRING, "person, organization, country, region, place, group or other");
    public static final Field FORM =
            Field.required("form", STRING, "How much of the name is given: full, single, listed, acronym or common");
    public static final Field NAME_KEY =
            Field.required("name_key", STRING, "What all ways to write this name have in common");
    public static final Field MIDDLE =
            Field.required("middle", STRINGS, "Middle names of a person, initials as one letter, in order");
    public static final Field FULL_NAME =
            Field.required("full_name", STRING, "Id without prefix that tells middle names and initials too");
    public static final Field SHORT_FORMS =
            Field.required("short_forms", STRINGS, "Single names that may stand for a person named in full");
    public static final Field ROLES = Field.required("roles", STRINGS, "Offices and titles beside the name");
    public static final Field WALKS =
            Field.required("walks", STRINGS, "Walks of life that the roles belong to: politics, sport, ...");
    public static final Field ACRONYMS =
            Field.required("acronyms", STRINGS, "Acronyms introduced for a body in brackets");

    public static final Table TABLE = Table.internal(
                    "document_entities",
                    "Whom and what each document names, as the document alone knows them",
                    "One row per document and entity; kept in the lake only.")
            .columns(
                    DOC_ID,
                    LOCAL_ID,
                    LABEL,
                    TYPE,
                    FORM,
                    NAME_KEY,
                    MIDDLE,
                    FULL_NAME,
                    SHORT_FORMS,
                    ROLES,
                    WALKS,
                    ACRONYMS)
            .key(DOC_ID, LOCAL_ID)
            .sortedBy(DOC_ID)
            .build();

    private DocumentEntities() {}
}
