package org.newsweft.jobs.events;

import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.collect_list;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.datediff;
import static org.apache.spark.sql.functions.filter;
import static org.apache.spark.sql.functions.inline;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.min_by;
import static org.apache.spark.sql.functions.negate;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.posexplode;
import static org.apache.spark.sql.functions.round;
import static org.apache.spark.sql.functions.slice;
import static org.apache.spark.sql.functions.sort_array;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.transform;
import static org.apache.spark.sql.functions.when;

import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.newsweft.jobs.engine.Frames;
import org.newsweft.table.facts.Documents;
import org.newsweft.table.facts.Sentences;
import org.newsweft.table.figures.Entities;
import org.newsweft.table.figures.EventDocuments;
import org.newsweft.table.figures.Events;

/** The rows of {@code events} and {@code event_documents}. */
final class EventRows {
    /** An event goes on if its last story is at most so many days older than the last of the corpus. */
    private static final int DAYS_WITHOUT_NEWS = 3;

    private static final int MOST_ACTORS = 10;
    private static final int MOST_PLACES = 5;

    private static final Object[] ACTOR_TYPES = {"person", "organization", "group", "country", "region"};
    private static final Object[] PLACE_TYPES = {"country", "region", "place"};

    private static final String EVENT_ID = Events.EVENT_ID.name();
    private static final String RANKED = "ranked";

    private EventRows() {}

    /**
     * The documents of every event: its stories, and their copies beside them.
     *
     * @param summaries as by {@link EventSummaries#of}
     * @param documents rows of {@link Documents}
     * @return rows of {@link EventDocuments}
     */
    static Dataset<Row> documents(Dataset<Row> summaries, Dataset<Row> documents) {
        Dataset<Row> stories = summaries
                .select(Events.EVENT_ID.col(), Events.CENTRAL_DOC_ID.col(), inline(col(EventSummaries.STORIES)))
                .withColumn(
                        EventDocuments.IS_CENTRAL.name(),
                        EventDocuments.DOC_ID.col().equalTo(Events.CENTRAL_DOC_ID.col()));
        Dataset<Row> copies = documents
                .where(Documents.IS_COPY.col())
                .select(Documents.DOC_ID.col().as("copy"), Documents.STORY_ID.col())
                .join(stories, Documents.STORY_ID.col().equalTo(EventDocuments.DOC_ID.col()))
                .select(
                        EventDocuments.EVENT_ID.col(),
                        col("copy").as(EventDocuments.DOC_ID.name()),
                        EventDocuments.SIMILARITY.col(),
                        lit(false).as(EventDocuments.IS_CENTRAL.name()));
        return EventDocuments.TABLE.rows(stories).unionByName(copies);
    }

    /**
     * The events.
     *
     * @param summaries as by {@link EventSummaries#of}
     * @param follows as by {@link #follows}
     * @param entities rows of {@link Entities}
     * @param sentences rows of {@link Sentences}, for events whose central article has no headline
     * @return rows of {@link Events}
     */
    static Dataset<Row> of(
            Dataset<Row> summaries, Dataset<Row> follows, Dataset<Row> entities, Dataset<Row> sentences) {
        Dataset<Row> untitled = summaries
                .where(Events.TITLE.col().isNull())
                .select(Events.CENTRAL_DOC_ID.col().as(Sentences.DOC_ID.name()));
        Dataset<Row> firstSentences = sentences
                .join(untitled, Frames.on(Sentences.DOC_ID.name()), "left_semi")
                .groupBy(Sentences.DOC_ID.col().as(Events.CENTRAL_DOC_ID.name()))
                .agg(min_by(Sentences.TEXT.col(), Sentences.SENTENCE_NO.col()).as("first_sentence"));
        Dataset<Row> rows = summaries
                .join(named(summaries, entities), Frames.on(EVENT_ID), "left_outer")
                .join(follows, Frames.on(EVENT_ID), "left_outer")
                .join(firstSentences, Frames.on(Events.CENTRAL_DOC_ID.name()), "left_outer")
                .crossJoin(broadcast(summaries.agg(max(Events.ENDED_ON.col()).as("last_day"))));
        Column actors = slice(ofTypes(ACTOR_TYPES), 1, MOST_ACTORS);
        Column places = slice(ofTypes(PLACE_TYPES), 1, MOST_PLACES);
        return Events.TABLE.rows(rows.withColumn(
                        Events.TITLE.name(), coalesce(Events.TITLE.col(), col("first_sentence")))
                .withColumn(
                        Events.IS_GOING_ON.name(),
                        datediff(col("last_day"), Events.ENDED_ON.col()).leq(DAYS_WITHOUT_NEWS))
                .withColumn("acting", actors)
                .withColumn(Events.ACTORS.name(), each("acting", Entities.ENTITY_ID.name(), "string"))
                .withColumn(Events.ACTOR_LABELS.name(), each("acting", Entities.LABEL.name(), "string"))
                .withColumn(Events.ACTOR_DOCUMENTS.name(), each("acting", EventSummaries.DOCUMENTS, "bigint"))
                .withColumn(Events.ACTOR_TITLES.name(), each("acting", EventSummaries.TITLES, "bigint"))
                .withColumn(Events.ACTOR_QUOTES.name(), each("acting", EventSummaries.QUOTES, "bigint"))
                .withColumn("placed", places)
                .withColumn(Events.PLACES.name(), each("placed", Entities.ENTITY_ID.name(), "string")));
    }

    /**
     * The event that each goes on from: of those that began before it, the one whose stories are most like its own on
     * average, where they are half as like as they would have to be to be one event.
     *
     * @param members as by {@link EventMembers#dated}
     * @param pairs as by {@link StoryLikeness#pairs}
     * @param stories as by {@link Stories#of}
     * @return {@code event_id}, {@code follows}, {@code follows_similarity}
     */
    static Dataset<Row> follows(
            Dataset<Row> members, Dataset<Row> pairs, Dataset<Row> stories, EventSettings settings) {
        Dataset<Row> begun = members.join(
                        stories.select(Documents.DOC_ID.col(), col(Stories.DAY)), Frames.on(Documents.DOC_ID.name()))
                .groupBy(EventDocuments.EVENT_ID.col())
                .agg(min(col(Stories.DAY)).as("day"), count(lit(1)).as("size"));
        Dataset<Row> placed = Frames.computedOnce(members.join(begun, Frames.on(EVENT_ID))
                .select(
                        Documents.DOC_ID.col(),
                        struct(col("day"), EventDocuments.EVENT_ID.col(), col("size"))
                                .as("event")));
        Column aIsLater = col("event_a").gt(col("event_b"));
        Column similarity = round(
                col("total")
                        .cast("double")
                        .divide(col("later.size").multiply(col("earlier.size")).cast("double"))
                        .divide((double) StoryLikeness.ONE),
                6);
        return pairs.join(placed.toDF(StoryLikeness.DOC_A, "event_a"), Frames.on(StoryLikeness.DOC_A))
                .join(placed.toDF(StoryLikeness.DOC_B, "event_b"), Frames.on(StoryLikeness.DOC_B))
                .where(not(col("event_a").equalTo(col("event_b"))))
                .groupBy(
                        when(aIsLater, col("event_a")).otherwise(col("event_b")).as("later"),
                        when(aIsLater, col("event_b")).otherwise(col("event_a")).as("earlier"))
                .agg(sum(col(StoryLikeness.LIKENESS)).as("total"))
                .select(
                        col("later." + EVENT_ID).as(EVENT_ID),
                        col("earlier." + EVENT_ID).as(Events.FOLLOWS.name()),
                        similarity.as(Events.FOLLOWS_SIMILARITY.name()))
                .where(Events.FOLLOWS_SIMILARITY.col().geq(settings.likeness() / 2))
                .groupBy(Events.EVENT_ID.col())
                .agg(
                        min_by(
                                        Events.FOLLOWS.col(),
                                        struct(negate(Events.FOLLOWS_SIMILARITY.col()), Events.FOLLOWS.col()))
                                .as(Events.FOLLOWS.name()),
                        max(Events.FOLLOWS_SIMILARITY.col()).as(Events.FOLLOWS_SIMILARITY.name()));
    }

    /** Per event the entities that mark it, strongest first, with what is known of them; outlets are left out. */
    private static Dataset<Row> named(Dataset<Row> summaries, Dataset<Row> entities) {
        Dataset<Row> known = entities.where(not(coalesce(Entities.IS_OUTLET.col(), lit(false))))
                .select(Entities.ENTITY_ID.col(), Entities.LABEL.col(), Entities.TYPE.col());
        Column entity = struct(
                col("pos"),
                Entities.ENTITY_ID.col(),
                Entities.LABEL.col(),
                Entities.TYPE.col(),
                col("col." + EventSummaries.DOCUMENTS),
                col("col." + EventSummaries.TITLES),
                col("col." + EventSummaries.QUOTES));
        return summaries
                .select(Events.EVENT_ID.col(), posexplode(col(EventSummaries.NAMED)))
                .withColumn(Entities.ENTITY_ID.name(), col("col." + EventSummaries.ENTITY_ID))
                .join(known, Frames.on(Entities.ENTITY_ID.name()))
                .groupBy(Events.EVENT_ID.col())
                .agg(sort_array(collect_list(entity)).as(RANKED));
    }

    private static Column ofTypes(Object... types) {
        return filter(
                col(RANKED), entity -> entity.getField(Entities.TYPE.name()).isin(types));
    }

    /** A field of every struct in an array; an empty array where that is null. */
    private static Column each(String array, String field, String type) {
        return coalesce(transform(col(array), entry -> entry.getField(field)), array().cast("array<" + type + ">"));
    }
}
