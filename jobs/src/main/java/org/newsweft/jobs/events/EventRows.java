package org.newsweft.jobs.events;

import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.collect_list;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.countDistinct;
import static org.apache.spark.sql.functions.datediff;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.min_by;
import static org.apache.spark.sql.functions.negate;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.row_number;
import static org.apache.spark.sql.functions.round;
import static org.apache.spark.sql.functions.sort_array;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.transform;
import static org.apache.spark.sql.functions.when;

import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.expressions.Window;
import org.newsweft.jobs.Frames;
import org.newsweft.table.Documents;
import org.newsweft.table.Entities;
import org.newsweft.table.EventDocuments;
import org.newsweft.table.Events;
import org.newsweft.table.Mentions;
import org.newsweft.table.Quotes;
import org.newsweft.table.Sentences;

/** What there is to say of each event. */
final class EventRows {
    /** An event goes on if its last story is at most so many days older than the last of the corpus. */
    private static final int DAYS_WITHOUT_NEWS = 3;

    private static final int MOST_ACTORS = 10;
    private static final int MOST_PLACES = 5;
    private static final int MOST_TERMS = 10;

    private static final String EVENT_ID = EventDocuments.EVENT_ID.name();
    private static final String STRENGTH = "strength";
    private static final String NAMED = "named";

    private EventRows() {}

    /**
     * The events of these documents.
     *
     * @param eventDocuments rows of {@link EventDocuments}
     * @param documents rows of {@link Documents}
     * @param marks as by {@link #marks}
     * @param follows as by {@link #follows}
     * @param mentions rows of {@link Mentions}
     * @param quotes rows of {@link Quotes}
     * @param entities rows of {@link Entities}
     * @param sentences rows of {@link Sentences}, for articles without a headline
     * @return rows of {@link Events}
     */
    static Dataset<Row> of(
            Dataset<Row> eventDocuments,
            Dataset<Row> documents,
            Dataset<Row> marks,
            Dataset<Row> follows,
            Dataset<Row> mentions,
            Dataset<Row> quotes,
            Dataset<Row> entities,
            Dataset<Row> sentences) {
        Dataset<Row> stories = Stories.withDay(documents)
                .select(
                        Documents.DOC_ID.col(),
                        col(Stories.DAY),
                        Documents.OUTLET.col(),
                        Documents.TITLE.col())
                .join(eventDocuments, Frames.on(Documents.DOC_ID.name()));
        Dataset<Row> withCopies = eventDocuments
                .groupBy(EventDocuments.EVENT_ID.col())
                .agg(count(lit(1)).as(Events.DOCUMENT_COUNT_WITH_COPIES.name()));
        Dataset<Row> rows = counts(stories)
                .join(withCopies, Frames.on(EVENT_ID))
                .join(peaks(stories), Frames.on(EVENT_ID))
                .join(titles(stories, sentences), Frames.on(EVENT_ID))
                .join(actors(stories, marks, mentions, quotes, entities), Frames.on(EVENT_ID), "left_outer")
                .join(places(marks, entities), Frames.on(EVENT_ID), "left_outer")
                .join(terms(marks), Frames.on(EVENT_ID), "left_outer")
                .join(follows, Frames.on(EVENT_ID), "left_outer")
                .crossJoin(broadcast(stories.agg(max(col(Stories.DAY)).as("last_day"))))
                .withColumn(
                        Events.IS_GOING_ON.name(),
                        datediff(col("last_day"), Events.ENDED_ON.col()).leq(DAYS_WITHOUT_NEWS));
        for (String words : new String[] {
            Events.ACTORS.name(), Events.ACTOR_LABELS.name(), Events.PLACES.name(), Events.TERMS.name()
        }) {
            rows = rows.withColumn(words, coalesce(col(words), array().cast("array<string>")));
        }
        for (String numbers :
                new String[] {Events.ACTOR_DOCUMENTS.name(), Events.ACTOR_TITLES.name(), Events.ACTOR_QUOTES.name()}) {
            rows = rows.withColumn(numbers, coalesce(col(numbers), array().cast("array<bigint>")));
        }
        return Events.TABLE.rows(rows);
    }

    /**
     * What marks each event: the terms that weigh most over all its stories. A term of an event of several stories has
     * to be in two of them.
     *
     * @param members {@code event_id} and {@code doc_id} of every story of an event
     * @param weights as by {@link TermWeights#of}
     * @return {@code event_id}, {@code term}, {@code strength}, {@code named} (stories with the term)
     */
    static Dataset<Row> marks(Dataset<Row> members, Dataset<Row> weights) {
        Dataset<Row> sizes = members.groupBy(EventDocuments.EVENT_ID.col())
                .agg(count(lit(1)).as("stories"));
        return weights.join(members, Frames.on(Documents.DOC_ID.name()))
                .groupBy(EventDocuments.EVENT_ID.col(), col(TermWeights.TERM))
                .agg(sum(col(TermWeights.WEIGHT)).as(STRENGTH), count(lit(1)).as(NAMED))
                .join(sizes, Frames.on(EVENT_ID))
                .where(col(NAMED).geq(2L).or(col("stories").equalTo(1L)))
                .select(EventDocuments.EVENT_ID.col(), col(TermWeights.TERM), col(STRENGTH), col(NAMED));
    }

    /**
     * The event that each goes on from: of those that began before it, the one whose stories are most like its own on
     * average, where they are half as like as they would have to be to be one event.
     *
     * @param members as by {@link EventMembers#dated}
     * @param pairs as by {@link StoryLikeness#pairs}
     * @param stories as by {@link Stories#withDay}
     * @return {@code event_id}, {@code follows}, {@code follows_similarity}
     */
    static Dataset<Row> follows(
            Dataset<Row> members, Dataset<Row> pairs, Dataset<Row> stories, EventSettings settings) {
        Dataset<Row> begun = members.join(
                        stories.select(Documents.DOC_ID.col(), col(Stories.DAY)), Frames.on(Documents.DOC_ID.name()))
                .groupBy(EventDocuments.EVENT_ID.col())
                .agg(
                        min(struct(col(Stories.DAY), Documents.DOC_ID.col())).as("began"),
                        count(lit(1)).as("stories"));
        Dataset<Row> placed = members.join(begun, Frames.on(EVENT_ID));
        Column similarity = round(
                col("total")
                        .cast("double")
                        .divide(col("size").multiply(col("earlier_size")).cast("double"))
                        .divide((double) StoryLikeness.ONE),
                6);
        Column aIsLater = col("a.began").gt(col("b.began"));
        return pairs.join(placed.as("a"), col(StoryLikeness.DOC_A).equalTo(col("a.doc_id")))
                .join(placed.as("b"), col(StoryLikeness.DOC_B).equalTo(col("b.doc_id")))
                .where(col("a.event_id").notEqual(col("b.event_id")))
                .select(
                        when(aIsLater, col("a.event_id")).otherwise(col("b.event_id")).as(EVENT_ID),
                        when(aIsLater, col("b.event_id")).otherwise(col("a.event_id")).as(Events.FOLLOWS.name()),
                        when(aIsLater, col("a.stories")).otherwise(col("b.stories")).as("size"),
                        when(aIsLater, col("b.stories")).otherwise(col("a.stories")).as("earlier_size"),
                        col(StoryLikeness.LIKENESS))
                .groupBy(EventDocuments.EVENT_ID.col(), Events.FOLLOWS.col(), col("size"), col("earlier_size"))
                .agg(sum(col(StoryLikeness.LIKENESS)).as("total"))
                .withColumn(Events.FOLLOWS_SIMILARITY.name(), similarity)
                .where(Events.FOLLOWS_SIMILARITY.col().geq(settings.likeness() / 2))
                .groupBy(EventDocuments.EVENT_ID.col())
                .agg(
                        min_by(Events.FOLLOWS.col(), closest()).as(Events.FOLLOWS.name()),
                        max(Events.FOLLOWS_SIMILARITY.col()).as(Events.FOLLOWS_SIMILARITY.name()));
    }

    private static Column closest() {
        return struct(negate(Events.FOLLOWS_SIMILARITY.col()), Events.FOLLOWS.col());
    }

    private static Dataset<Row> counts(Dataset<Row> stories) {
        return stories.groupBy(EventDocuments.EVENT_ID.col())
                .agg(
                        min(col(Stories.DAY)).as(Events.STARTED_ON.name()),
                        max(col(Stories.DAY)).as(Events.ENDED_ON.name()),
                        count(lit(1)).as(Events.DOCUMENT_COUNT.name()),
                        countDistinct(Documents.OUTLET.col()).as(Events.OUTLET_COUNT.name()));
    }

    private static Dataset<Row> peaks(Dataset<Row> stories) {
        return stories.where(col(Stories.DAY).isNotNull())
                .groupBy(EventDocuments.EVENT_ID.col(), col(Stories.DAY))
                .agg(count(lit(1)).as("stories"))
                .groupBy(EventDocuments.EVENT_ID.col())
                .agg(min_by(col(Stories.DAY), struct(negate(col("stories")), col(Stories.DAY)))
                        .as(Events.PEAK_ON.name()));
    }

    private static Dataset<Row> titles(Dataset<Row> stories, Dataset<Row> sentences) {
        Dataset<Row> central = stories.where(EventDocuments.IS_CENTRAL.col());
        Dataset<Row> untitled =
                central.where(Documents.TITLE.col().isNull()).select(Documents.DOC_ID.col());
        Dataset<Row> first = sentences
                .join(broadcast(untitled), Frames.on(Documents.DOC_ID.name()), "left_semi")
                .groupBy(Documents.DOC_ID.col())
                .agg(min_by(Sentences.TEXT.col(), Sentences.SENTENCE_NO.col()).as("first_sentence"));
        return central.join(first, Frames.on(Documents.DOC_ID.name()), "left_outer")
                .select(
                        EventDocuments.EVENT_ID.col(),
                        coalesce(Documents.TITLE.col(), col("first_sentence")).as(Events.TITLE.name()),
                        Documents.DOC_ID.col().as(Events.CENTRAL_DOC_ID.name()));
    }

    private static Dataset<Row> actors(
            Dataset<Row> stories,
            Dataset<Row> marks,
            Dataset<Row> mentions,
            Dataset<Row> quotes,
            Dataset<Row> entities) {
        Dataset<Row> strongest = strongest(
                of(marks, entities, "person", "organization", "group", "country", "region"), MOST_ACTORS);
        Column inTitle = when(
                Mentions.SENTENCE_NO.col().equalTo(0L).and(Documents.TITLE.col().isNotNull()),
                Documents.DOC_ID.col());
        Dataset<Row> titled = mentions.select(
                        Mentions.DOC_ID.col(), Mentions.ENTITY_ID.col(), Mentions.SENTENCE_NO.col())
                .join(stories, Frames.on(Documents.DOC_ID.name()))
                .groupBy(EventDocuments.EVENT_ID.col(), Mentions.ENTITY_ID.col())
                .agg(countDistinct(inTitle).as("titles"));
        Dataset<Row> quoted = quotes.where(Quotes.SPEAKER_ENTITY_ID.col().isNotNull())
                .select(Quotes.DOC_ID.col(), Quotes.SPEAKER_ENTITY_ID.col().as(Mentions.ENTITY_ID.name()))
                .join(stories, Frames.on(Documents.DOC_ID.name()))
                .groupBy(EventDocuments.EVENT_ID.col(), Mentions.ENTITY_ID.col())
                .agg(count(lit(1)).as("quotes"));
        Dataset<Row> acting = strongest
                .join(titled, Frames.on(EVENT_ID, Mentions.ENTITY_ID.name()), "left_outer")
                .join(quoted, Frames.on(EVENT_ID, Mentions.ENTITY_ID.name()), "left_outer");
        Column actor = struct(
                col("rank"),
                Entities.ENTITY_ID.col(),
                Entities.LABEL.col(),
                col(NAMED),
                coalesce(col("titles"), lit(0L)).as("titles"),
                coalesce(col("quotes"), lit(0L)).as("quotes"));
        return acting.groupBy(EventDocuments.EVENT_ID.col())
                .agg(sort_array(collect_list(actor)).as("ranked"))
                .select(
                        EventDocuments.EVENT_ID.col(),
                        each("ranked", Entities.ENTITY_ID.name()).as(Events.ACTORS.name()),
                        each("ranked", Entities.LABEL.name()).as(Events.ACTOR_LABELS.name()),
                        each("ranked", NAMED).as(Events.ACTOR_DOCUMENTS.name()),
                        each("ranked", "titles").as(Events.ACTOR_TITLES.name()),
                        each("ranked", "quotes").as(Events.ACTOR_QUOTES.name()));
    }

    private static Dataset<Row> places(Dataset<Row> marks, Dataset<Row> entities) {
        return listed(
                strongest(of(marks, entities, "country", "region", "place"), MOST_PLACES),
                Entities.ENTITY_ID.name(),
                Events.PLACES.name());
    }

    private static Dataset<Row> terms(Dataset<Row> marks) {
        Dataset<Row> words = marks.where(not(col(TermWeights.TERM).contains(":")));
        return listed(strongest(words, MOST_TERMS), TermWeights.TERM, Events.TERMS.name());
    }

    /** The marks that are entities of these types; never outlets. */
    private static Dataset<Row> of(Dataset<Row> marks, Dataset<Row> entities, Object... types) {
        Dataset<Row> wanted = entities.where(
                        Entities.TYPE.col().isin(types).and(not(coalesce(Entities.IS_OUTLET.col(), lit(false)))))
                .select(Entities.ENTITY_ID.col(), Entities.LABEL.col());
        return marks.join(wanted, col(TermWeights.TERM).equalTo(Entities.ENTITY_ID.col()));
    }

    private static Dataset<Row> strongest(Dataset<Row> marks, int most) {
        Column rank = row_number()
                .over(Window.partitionBy(EventDocuments.EVENT_ID.col())
                        .orderBy(col(STRENGTH).desc(), col(TermWeights.TERM)));
        return marks.withColumn("rank", rank).where(col("rank").leq(most));
    }

    private static Dataset<Row> listed(Dataset<Row> ranked, String value, String name) {
        return ranked.groupBy(EventDocuments.EVENT_ID.col())
                .agg(sort_array(collect_list(struct(col("rank"), col(value)))).as("ranked"))
                .select(EventDocuments.EVENT_ID.col(), each("ranked", value).as(name));
    }

    private static Column each(String array, String field) {
        return transform(col(array), entry -> entry.getField(field));
    }
}
