package org.newsweft.table.facts;

import static org.newsweft.table.schema.Field.Type.*;

import org.apache.spark.sql.Column;
import org.newsweft.table.schema.Field;
import org.newsweft.table.schema.Table;

/** Which articles there are, and what is known of each. One row per document, newest version. */
public final class Documents {
    public static final Field DOC_ID =
            Field.required("doc_id", STRING, "First 16 hex digits of the SHA-256 of source alone");
    public static final Field SOURCE = Field.required(
            "source",
            STRING,
            "The record's own id, else its URL, else its path relative to the corpus, with #n for the n-th record of a file");
    public static final Field CONTENT_HASH = Field.required(
            "content_hash", STRING, "SHA-256 in hex of everything the record said; changes when the record does");
    public static final Field URL = Field.optional("url", STRING, "Address as given");
    public static final Field OUTLET =
            Field.optional("outlet", STRING, "Newspaper or site; null where neither the record nor the text says");
    public static final Field AUTHOR = Field.optional("author", STRING, "Author line");
    public static final Field TITLE = Field.optional("title", STRING, "Headline; null where there is none");
    public static final Field PUBLISHED_ON = Field.optional(
            "published_on",
            DATE,
            "Day of publication; first day of the month or year at lower precision; null when unknown");
    public static final Field PUBLISHED_PRECISION =
            Field.required("published_precision", STRING, "day, month, year or none");
    public static final Field PUBLISHED_FROM =
            Field.required("published_from", STRING, "metadata, url, header, byline, dateline, copyright or none");
    public static final Field PUBLISHED_CONFIDENCE =
            Field.required("published_confidence", DOUBLE, "Confidence in the date, 0 to 1");
    public static final Field LANGUAGE = Field.optional(
            "language",
            STRING,
            "ISO 639-1 code, 639-3 where there is none, of the text; where that cannot be told, as the record claims; null"
                    + " where neither says. Other languages than English are not analysed");
    public static final Field TEXT =
            Field.required("text", STRING, "Clean body; paragraphs are separated by a blank line");
    public static final Field WORD_COUNT = Field.required("word_count", LONG, "Words of the body");
    public static final Field SENTENCE_COUNT = Field.required("sentence_count", LONG, "Sentences of the body");
    public static final Field REMOVED_SHARE =
            Field.required("removed_share", DOUBLE, "Share of the raw characters that were taken out, 0 to 1");
    public static final Field STORY_ID = Field.required("story_id", STRING, "doc_id of the story's first document");
    public static final Field IS_COPY = Field.required(
            "is_copy", BOOLEAN, "True if an earlier document tells the same story in nearly the same words");
    public static final Field COPY_SIMILARITY = Field.optional(
            "copy_similarity",
            DOUBLE,
            "Jaccard similarity of word triples with the nearest earlier document of the story; null for no copy");
    public static final Field IS_LIST = Field.required(
            "is_list",
            BOOLEAN,
            "True if it names more than 150 entities: its sentences count in pairs, the document as a whole does not");
    public static final Field AGENCY = Field.optional("agency", STRING, "News agency credited: AFP, AP, Reuters, ...");
    public static final Field CONTRADICTIONS = Field.optional(
            "contradictions",
            STRING,
            "Where the record says different things of itself: the field, what was taken, and what was not; null for none");
    public static final Field RUN_ID = Field.required("run_id", STRING, "Run that wrote the row");

    public static final Table TABLE = Table.published(
                    "documents",
                    "Which articles there are, and what is known of each",
                    "One row per document, newest version.")
            .columns(
                    DOC_ID,
                    SOURCE,
                    CONTENT_HASH,
                    URL,
                    OUTLET,
                    AUTHOR,
                    TITLE,
                    PUBLISHED_ON,
                    PUBLISHED_PRECISION,
                    PUBLISHED_FROM,
                    PUBLISHED_CONFIDENCE,
                    LANGUAGE,
                    TEXT,
                    WORD_COUNT,
                    SENTENCE_COUNT,
                    REMOVED_SHARE,
                    STORY_ID,
                    IS_COPY,
                    COPY_SIMILARITY,
                    IS_LIST,
                    AGENCY,
                    CONTRADICTIONS,
                    RUN_ID)
            .key(DOC_ID)
            .sortedBy(PUBLISHED_ON, DOC_ID)
            .build();

    private Documents() {}

    /** True for documents that are analysed: those in English, and those of which nothing says that they are not. */
    public static Column isAnalysed() {
        return LANGUAGE.col().isNull().or(LANGUAGE.col().equalTo("en"));
    }
}
