package org.newsweft.jobs.trends;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.collect_set;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.sort_array;
import static org.apache.spark.sql.functions.when;
import static org.apache.spark.sql.functions.xxhash64;
import static org.newsweft.table.figures.TermBursts.*;

import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.newsweft.jobs.engine.Frames;
import org.newsweft.measure.EventShares;
import org.newsweft.table.counts.TermCounts;
import org.newsweft.table.facts.DocumentTerms;
import org.newsweft.table.facts.Documents;
import org.newsweft.table.facts.Mentions;
import org.newsweft.table.figures.EventDocuments;
import org.newsweft.table.schema.Field;
import org.newsweft.table.schema.Table;

/**
 * Which stories hold a term in a stretch of time: what tells two terms of one happening from two happenings at the same
 * time. Counts cannot say it; so the stories of those few terms are looked up that stand out.
 */
final class TermStories {
    /** Column: numbers of the stories, sorted, each once. */
    static final String STORIES = "stories";

    private TermStories() {}

    /**
     * Adds {@link #STORIES} to stretches of time.
     *
     * @param stretches rows with granularity, language, kind, term, started_on and ended_on, each combination once
     * @param documentTerms rows of {@link DocumentTerms}
     * @param mentions rows of {@link Mentions}
     * @param documents rows of {@link Documents}
     * @return granularity, language, kind, term, started_on and stories; no row where there is none
     */
    static Dataset<Row> of(
            Dataset<Row> stretches, Dataset<Row> documentTerms, Dataset<Row> mentions, Dataset<Row> documents) {
        Dataset<Row> wanted = stretches.select(
                GRANULARITY.col(), LANGUAGE.col(), KIND.col(), TERM.col(), STARTED_ON.col(), ENDED_ON.col());
        Dataset<Row> stories = org.newsweft.jobs.trends.TermCounts.keyed(
                        documents.where(Documents.IS_COPY.col().equalTo(false)))
                .where(TermCounts.PERIOD_START.col().isNotNull())
                .select(
                        Documents.DOC_ID.col(),
                        LANGUAGE.col(),
                        TermCounts.PRECISION.col(),
                        TermCounts.PERIOD_START.col());
        Dataset<Row> words = documentTerms.select(DocumentTerms.DOC_ID.col(), KIND.col(), TERM.col());
        Dataset<Row> names = mentions.where(Mentions.ENTITY_ID.col().isNotNull())
                .select(
                        Mentions.DOC_ID.col(),
                        lit(org.newsweft.jobs.trends.TermCounts.ENTITY).as(KIND.name()),
                        Mentions.ENTITY_ID.col().as(TERM.name()))
                .distinct();
        Column precise = when(TermCounts.PRECISION.col().equalTo("day"), true)
                .when(
                        TermCounts.PRECISION.col().equalTo("month"),
                        GRANULARITY.col().isin("month", "year"))
                .otherwise(GRANULARITY.col().equalTo("year"));
        Column within = TermCounts.PERIOD_START.col().between(STARTED_ON.col(), ENDED_ON.col());
        return words.unionByName(names)
                .join(
                        wanted.select(KIND.col(), TERM.col()).distinct(),
                        Frames.on(KIND.name(), TERM.name()),
                        "left_semi")
                .join(stories, Documents.DOC_ID.name())
                .join(wanted, Frames.on(LANGUAGE.name(), KIND.name(), TERM.name()))
                .where(within.and(precise))
                .groupBy(GRANULARITY.col(), LANGUAGE.col(), KIND.col(), TERM.col(), STARTED_ON.col())
                .agg(sort_array(collect_set(xxhash64(Documents.DOC_ID.col()))).as(STORIES));
    }

    /**
     * Rows with the event that carries most of their stories.
     *
     * @param rows rows of {@code table}, whose event is not known yet
     * @param stories as by {@link #of}, with the columns of the key of the table
     * @param eventDocuments rows of {@link EventDocuments}
     * @param table the table whose rows they are
     */
    static Dataset<Row> withEvents(Dataset<Row> rows, Dataset<Row> stories, Dataset<Row> eventDocuments, Table table) {
        Field[] key = table.key().toArray(Field[]::new);
        // Stories go by the hashes of their ids.
        Column docId = xxhash64(EventDocuments.DOC_ID.col());
        return table.rows(EventShares.withEvents(
                rows,
                stories.withColumn(EventDocuments.DOC_ID.name(), explode(col(STORIES))),
                eventDocuments.withColumn(EventDocuments.DOC_ID.name(), docId),
                key));
    }

    /** Columns that name a stretch in what {@link #of} gives. */
    static scala.collection.immutable.Seq<String> key() {
        return Frames.on(GRANULARITY.name(), LANGUAGE.name(), KIND.name(), TERM.name(), STARTED_ON.name());
    }

    static Column stories() {
        return col(STORIES);
    }
}
