package org.newsweft.jobs.trends;

import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.collect_list;
import static org.apache.spark.sql.functions.filter;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.transform;
import static org.apache.spark.sql.functions.when;
import static org.apache.spark.sql.functions.xxhash64;
import static org.newsweft.table.figures.TermBursts.*;

import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.DataTypes;
import org.newsweft.jobs.engine.Frames;
import org.newsweft.measure.EventShares;
import org.newsweft.table.counts.TermCounts;
import org.newsweft.table.facts.DocumentTerms;
import org.newsweft.table.facts.Documents;
import org.newsweft.table.facts.Mentions;
import org.newsweft.table.figures.EventDocuments;

/**
 * Which stories hold a term in a stretch of time: what tells two terms of one happening from two happenings at the same
 * time, and which event it is. Counts cannot say it; so the stories of those few terms are looked up that stand out.
 */
final class TermStories {
    /** Column: numbers of the stories of the stretch, each once. */
    static final String STORIES = "stories";

    private static final String TOLD = "told";
    private static final String STORY = "story";

    private TermStories() {}

    /**
     * All dated stories of terms.
     *
     * @param terms rows with kind and term, perhaps more than once
     * @param documentTerms rows of {@link DocumentTerms}
     * @param mentions rows of {@link Mentions}
     * @param documents rows of {@link Documents}
     * @param eventDocuments rows of {@link EventDocuments}
     * @return language, kind and term, and what {@link #of} wants to know of their stories
     */
    static Dataset<Row> told(
            Dataset<Row> terms,
            Dataset<Row> documentTerms,
            Dataset<Row> mentions,
            Dataset<Row> documents,
            Dataset<Row> eventDocuments) {
        Dataset<Row> wanted = terms.select(KIND.col(), TERM.col()).distinct();
        Dataset<Row> stories = org.newsweft.jobs.trends.TermCounts.keyed(
                        documents.where(Documents.IS_COPY.col().equalTo(false)))
                .where(TermCounts.PERIOD_START.col().isNotNull())
                .join(
                        eventDocuments.select(EventDocuments.DOC_ID.col(), EventDocuments.EVENT_ID.col()),
                        Frames.on(Documents.DOC_ID.name()),
                        "left_outer")
                .select(
                        Documents.DOC_ID.col(),
                        LANGUAGE.col(),
                        struct(
                                        TermCounts.PRECISION.col(),
                                        TermCounts.PERIOD_START.col(),
                                        xxhash64(Documents.DOC_ID.col()).as(STORY),
                                        EventDocuments.EVENT_ID.col())
                                .as(STORY));
        Dataset<Row> words = documentTerms
                .select(DocumentTerms.DOC_ID.col(), KIND.col(), TERM.col())
                .join(wanted, Frames.on(KIND.name(), TERM.name()), "left_semi");
        Dataset<Row> names = mentions.where(Mentions.ENTITY_ID.col().isNotNull())
                .select(
                        Mentions.DOC_ID.col(),
                        lit(org.newsweft.jobs.trends.TermCounts.ENTITY).as(KIND.name()),
                        Mentions.ENTITY_ID.col().as(TERM.name()))
                .join(wanted, Frames.on(KIND.name(), TERM.name()), "left_semi")
                .distinct();
        return words.unionByName(names)
                .select(Documents.DOC_ID.col(), KIND.col(), TERM.col())
                .join(stories, Frames.on(Documents.DOC_ID.name()))
                .groupBy(LANGUAGE.col(), KIND.col(), TERM.col())
                .agg(collect_list(col(STORY)).as(TOLD));
    }

    /**
     * Adds {@link #STORIES} and {@code event_id} to stretches of time: the stories that are dated precisely enough to lie in
     * the stretch, and the event that carries most of them.
     *
     * @param stretches rows with granularity, language, kind, term, started_on and ended_on
     * @param told as by {@link #told} of their terms
     */
    static Dataset<Row> of(Dataset<Row> stretches, Dataset<Row> told) {
        return stretches
                .join(told, Frames.on(LANGUAGE.name(), KIND.name(), TERM.name()), "left_outer")
                .withColumn(TOLD, filter(col(TOLD), TermStories::isWithin))
                .withColumn(
                        STORIES,
                        coalesce(
                                transform(col(TOLD), story -> story.getField(STORY)),
                                array().cast(DataTypes.createArrayType(DataTypes.LongType))))
                .withColumn(
                        EVENT_ID.name(),
                        when(
                                col(TOLD).isNotNull(),
                                EventShares.behind(transform(col(TOLD), story -> story.getField(EVENT_ID.name())))))
                .drop(TOLD);
    }

    private static Column isWithin(Column story) {
        Column precision = story.getField(TermCounts.PRECISION.name());
        Column precise = when(precision.equalTo("day"), true)
                .when(precision.equalTo("month"), GRANULARITY.col().isin("month", "year"))
                .otherwise(GRANULARITY.col().equalTo("year"));
        return precise.and(story.getField(TermCounts.PERIOD_START.name()).between(STARTED_ON.col(), ENDED_ON.col()));
    }
}
