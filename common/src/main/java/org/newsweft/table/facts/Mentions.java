package org.newsweft.table.facts;

import static org.newsweft.table.schema.Field.Type.*;

import org.newsweft.table.schema.Field;
import org.newsweft.table.schema.Table;

/** Who is named where, and in what tone. One row per mention: the ground truth of every figure on entities. */
public final class Mentions {
    public static final Field DOC_ID = Field.required("doc_id", STRING, "Document, as in documents");
    public static final Field SENTENCE_NO = Field.required(
            "sentence_no", LONG, "Number of the sentence in its document, from 0; the title comes first");
    public static final Field START = Field.required(
            "start", LONG, "First UTF-16 unit in documents.text; in documents.title where section is title");
    public static final Field END = Field.required("end", LONG, "One past the last UTF-16 unit");
    public static final Field SURFACE = Field.required("surface", STRING, "The words as they stand in the text");
    public static final Field ENTITY_ID = Field.required("entity_id", STRING, "Entity meant, as in entities");
    public static final Field LOCAL_ID = Field.required(
            "local_id", STRING, "Entity within this document: what it says alone, before documents are compared");
    public static final Field ENTITY_LABEL =
            Field.required("entity_label", STRING, "Fullest form of the name in this document");
    public static final Field TYPE =
            Field.required("type", STRING, "person, organization, country, region, place, group or other");
    public static final Field SECTION =
            Field.required("section", STRING, "title or body: which of the two the offsets count in");
    public static final Field COUNTRY_CODE =
            Field.optional("country_code", STRING, "ISO 3166-1 alpha-2 code of the country it is or lies in");
    public static final Field FOUND_BY = Field.required("found_by", STRING, "model, gazetteer, pattern or coreference");
    public static final Field READING = Field.required(
            "reading", STRING, "name, demonym, metonym, alias, surname or title: how the words stand for the entity");
    public static final Field CONFIDENCE = Field.required("confidence", DOUBLE, "Confidence in the mention, 0 to 1");
    public static final Field IS_QUOTED = Field.required("is_quoted", BOOLEAN, "True inside direct speech");
    public static final Field NEGATIVE =
            Field.required("negative", DOUBLE, "Probability that the sentence is negative toward this mention");
    public static final Field NEUTRAL = Field.required("neutral", DOUBLE, "Probability that it is neutral");
    public static final Field POSITIVE = Field.required("positive", DOUBLE, "Probability that it is positive");
    public static final Field SCORE = Field.required("score", DOUBLE, "positive - negative, -1 to 1");
    public static final Field LABEL = Field.required("label", STRING, "negative, neutral or positive");

    public static final Table TABLE = Table.published(
                    "mentions",
                    "Who is named where, and in what tone",
                    "One row per mention: the ground truth of every figure on entities.")
            .columns(
                    DOC_ID,
                    SENTENCE_NO,
                    START,
                    END,
                    SURFACE,
                    ENTITY_ID,
                    ENTITY_LABEL,
                    TYPE,
                    COUNTRY_CODE,
                    FOUND_BY,
                    READING,
                    CONFIDENCE,
                    IS_QUOTED,
                    NEGATIVE,
                    NEUTRAL,
                    POSITIVE,
                    SCORE,
                    LABEL,
                    LOCAL_ID,
                    SECTION)
            .key(DOC_ID, SENTENCE_NO, START)
            .sortedBy(ENTITY_ID, DOC_ID, SENTENCE_NO, START)
            .build();

    private Mentions() {}
}
