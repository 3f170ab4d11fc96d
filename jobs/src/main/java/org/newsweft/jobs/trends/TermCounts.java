package org.newsweft.jobs.trends;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.when;
import static org.newsweft.table.counts.TermCounts.*;

import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.DataTypes;
import org.newsweft.jobs.engine.Frames;
import org.newsweft.table.counts.TotalCounts;
import org.newsweft.table.facts.DocumentTerms;
import org.newsweft.table.facts.Documents;
import org.newsweft.table.facts.Mentions;
import org.newsweft.table.figures.Entities;

/**
 * What is counted of documents: the only step of the trends that looks at them. Every figure is worked out from these counts
 * alone, so that a night adds the counts of new documents, takes away those of documents that are gone, and touches no
 * other document.
 */
public final class TermCounts {
    static final String UNKNOWN_OUTLET = "(unknown)";
    static final String ENTITY = "entity";

    private TermCounts() {}

    /**
     * Counts words, phrases and entities of documents. Counts of disjoint sets of documents add up to those of all.
     *
     * @param documentTerms rows of {@link DocumentTerms}; those of kind entity are ignored
     * @param mentions rows of {@link Mentions}, whose {@code entity_id} are the terms of kind entity
     * @param documents rows of {@link Documents}: terms and mentions of other documents are left out
     * @param entities rows of {@link Entities}; those with {@code is_outlet} are no terms
     * @return rows of {@link org.newsweft.table.counts.TermCounts}
     */
    public static Dataset<Row> of(
            Dataset<Row> documentTerms, Dataset<Row> mentions, Dataset<Row> documents, Dataset<Row> entities) {
        Dataset<Row> words = documentTerms
                .where(DocumentTerms.KIND.col().notEqual(ENTITY))
                .select(DocumentTerms.DOC_ID.col(), KIND.col(), TERM.col(), TERM_COUNT.col());
        Dataset<Row> outlets = entities.where(Entities.IS_OUTLET.col())
                .select(Entities.ENTITY_ID.col().as(TERM.name()));
        Dataset<Row> names = mentions.where(Mentions.ENTITY_ID.col().isNotNull())
                .groupBy(
                        Mentions.DOC_ID.col(),
                        lit(ENTITY).as(KIND.name()),
                        Mentions.ENTITY_ID.col().as(TERM.name()))
                .agg(count(lit(1)).as(TERM_COUNT.name()))
                .join(outlets, Frames.on(TERM.name()), "left_anti")
                .select(Mentions.DOC_ID.col(), KIND.col(), TERM.col(), TERM_COUNT.col());
        return TABLE.rows(words.unionByName(names)
                .join(keyed(documents), Documents.DOC_ID.name())
                .groupBy(LANGUAGE.col(), KIND.col(), TERM.col(), PRECISION.col(), PERIOD_START.col(), OUTLET.col())
                .agg(
                        ofStories(lit(1L)).as(DOCUMENT_COUNT.name()),
                        count(lit(1)).as(DOCUMENT_COUNT_WITH_COPIES.name()),
                        ofStories(TERM_COUNT.col()).as(TERM_COUNT.name())));
    }

    /**
     * Counts documents, sentences and words: the denominators.
     *
     * @param documents rows of {@link Documents}
     * @return rows of {@link TotalCounts}
     */
    public static Dataset<Row> totalsOf(Dataset<Row> documents) {
        return TotalCounts.TABLE.rows(keyed(documents)
                .groupBy(LANGUAGE.col(), PRECISION.col(), PERIOD_START.col(), OUTLET.col())
                .agg(
                        ofStories(lit(1L)).as(DOCUMENT_COUNT.name()),
                        count(lit(1)).as(DOCUMENT_COUNT_WITH_COPIES.name()),
                        ofStories(Documents.SENTENCE_COUNT.col()).as(TotalCounts.SENTENCE_COUNT.name()),
                        ofStories(Documents.WORD_COUNT.col()).as(TotalCounts.WORD_COUNT.name())));
    }

    /** Documents with the columns of the key that are theirs. */
    static Dataset<Row> keyed(Dataset<Row> documents) {
        Column precision = Documents.PUBLISHED_PRECISION.col();
        return documents.select(
                Documents.DOC_ID.col(),
                coalesce(Documents.LANGUAGE.col(), lit("en")).as(LANGUAGE.name()),
                precision.as(PRECISION.name()),
                when(precision.notEqual("none"), Documents.PUBLISHED_ON.col())
                        .otherwise(lit(null).cast(DataTypes.DateType))
                        .as(PERIOD_START.name()),
                coalesce(Documents.OUTLET.col(), lit(UNKNOWN_OUTLET)).as(OUTLET.name()),
                Documents.IS_COPY.col(),
                Documents.SENTENCE_COUNT.col(),
                Documents.WORD_COUNT.col());
    }

    private static Column ofStories(Column amount) {
        return sum(when(Documents.IS_COPY.col(), 0L).otherwise(amount));
    }
}
