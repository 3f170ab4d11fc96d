package org.newsweft.jobs.cooccurrence;

import static org.apache.spark.sql.functions.not;
import static org.newsweft.table.figures.EntityCooccurrence.*;

import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.newsweft.measure.EntityPairs;
import org.newsweft.table.facts.Documents;
import org.newsweft.table.facts.Mentions;
import org.newsweft.table.facts.Sentences;
import org.newsweft.table.figures.CooccurrenceEvidence;
import org.newsweft.table.figures.EntityCooccurrence;
import org.newsweft.table.schema.Granularity;

/** The sentences behind the pairs: made of what the documents say, since counts do not know it. */
public final class Evidence {
    private Evidence() {}

    /**
     * The sentences behind the pairs of scope sentence: for every pair of granularity all, exactly {@code n_ab} rows.
     *
     * @param pairs rows of {@link EntityCooccurrence}; those of other scopes and granularities are ignored
     * @param mentions rows of {@link Mentions}
     * @param sentences rows of {@link Sentences}
     * @param documents rows of {@link Documents}
     * @return rows of {@link CooccurrenceEvidence}
     */
    public static Dataset<Row> of(
            Dataset<Row> pairs, Dataset<Row> mentions, Dataset<Row> sentences, Dataset<Row> documents) {
        Dataset<Row> kept = pairs.where(SCOPE.col()
                        .equalTo(Scope.SENTENCE.code())
                        .and(GRANULARITY.col().equalTo(Granularity.ALL.code())))
                .select(ENTITY_A.col(), ENTITY_B.col());
        Dataset<Row> stories = documents
                .where(not(Documents.IS_COPY.col()))
                .select(Documents.DOC_ID.col(), Documents.PUBLISHED_ON.col(), Documents.OUTLET.col());
        Dataset<Row> named = mentions.select(
                        Mentions.DOC_ID.col(), Mentions.SENTENCE_NO.col(), Mentions.ENTITY_ID.col())
                .join(stories, Documents.DOC_ID.name());
        Dataset<Row> units = EntityPairs.units(
                named,
                Mentions.DOC_ID.col(),
                Mentions.SENTENCE_NO.col(),
                Documents.PUBLISHED_ON.col(),
                Documents.OUTLET.col());
        Dataset<Row> meetings =
                EntityPairs.withPairs(units).join(kept, new String[] {ENTITY_A.name(), ENTITY_B.name()}, "left_semi");
        Dataset<Row> texts =
                sentences.select(Sentences.DOC_ID.col(), Sentences.SENTENCE_NO.col(), Sentences.TEXT.col());
        return CooccurrenceEvidence.TABLE.rows(
                meetings.join(texts, new String[] {Sentences.DOC_ID.name(), Sentences.SENTENCE_NO.name()}));
    }
}
