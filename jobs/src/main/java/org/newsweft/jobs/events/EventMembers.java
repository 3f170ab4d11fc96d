package org.newsweft.jobs.events;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.min_by;
import static org.apache.spark.sql.functions.negate;
import static org.apache.spark.sql.functions.round;
import static org.apache.spark.sql.functions.sqrt;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.sum;

import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.newsweft.jobs.Frames;
import org.newsweft.table.Documents;
import org.newsweft.table.EventDocuments;

/** Which story is in which event, and how well it fits. */
final class EventMembers {
    private static final String TERM = TermWeights.TERM;
    private static final String WEIGHT = TermWeights.WEIGHT;
    private static final String LENGTH = "length";
    private static final String EVENT_LENGTH = "event_length";

    private EventMembers() {}

    /**
     * The events of dated stories, named by their first story, by day and then by id.
     *
     * @param groups as by {@link Clusters#of}
     * @param stories as by {@link Stories#withDay}
     * @return {@code event_id} and {@code doc_id} of every dated story
     */
    static Dataset<Row> dated(Dataset<Row> groups, Dataset<Row> stories) {
        Dataset<Row> placed = stories.where(col(Stories.DAY).isNotNull())
                .select(Documents.DOC_ID.col(), col(Stories.DAY))
                .join(groups, Frames.on(Documents.DOC_ID.name()), "left_outer")
                .withColumn(Clusters.GROUP, coalesce(col(Clusters.GROUP), Documents.DOC_ID.col()));
        Dataset<Row> firsts = placed.groupBy(col(Clusters.GROUP))
                .agg(min_by(Documents.DOC_ID.col(), struct(col(Stories.DAY), Documents.DOC_ID.col()))
                        .as(EventDocuments.EVENT_ID.name()));
        return placed.join(firsts, Frames.on(Clusters.GROUP))
                .select(EventDocuments.EVENT_ID.col(), Documents.DOC_ID.col());
    }

    /**
     * Undated stories, each with the event whose stories it is most like on average, where it is like enough. They may
     * join an event and never begin one.
     *
     * @param members as by {@link #dated}
     * @param stories as by {@link Stories#withDay}
     * @param weights as by {@link TermWeights#of}
     * @return {@code event_id} and {@code doc_id}
     */
    static Dataset<Row> undated(
            Dataset<Row> members, Dataset<Row> stories, Dataset<Row> weights, EventSettings settings) {
        Dataset<Row> units = units(weights);
        Dataset<Row> lone = stories.where(col(Stories.DAY).isNull()).select(Documents.DOC_ID.col());
        Dataset<Row> asked = units.join(lone, Frames.on(Documents.DOC_ID.name()), "left_semi");
        Dataset<Row> sizes = members.groupBy(EventDocuments.EVENT_ID.col())
                .agg(count(lit(1)).as("stories"));
        Dataset<Row> sums = units.join(members, Frames.on(Documents.DOC_ID.name()))
                .groupBy(EventDocuments.EVENT_ID.col(), col(TERM))
                .agg(sum(col(WEIGHT)).as("event_weight"));
        Column mean = col("product")
                .cast("double")
                .divide(col("stories").cast("double"))
                .divide(lit((double) PackedVector.LENGTH * PackedVector.LENGTH));
        return asked.join(sums, Frames.on(TERM))
                .groupBy(Documents.DOC_ID.col(), EventDocuments.EVENT_ID.col())
                .agg(sum(col(WEIGHT).multiply(col("event_weight"))).as("product"))
                .join(sizes, Frames.on(EventDocuments.EVENT_ID.name()))
                .withColumn("mean", mean)
                .where(col("mean").geq(settings.undatedLikeness()))
                .groupBy(Documents.DOC_ID.col())
                .agg(min_by(
                                EventDocuments.EVENT_ID.col(),
                                struct(negate(col("mean")), EventDocuments.EVENT_ID.col()))
                        .as(EventDocuments.EVENT_ID.name()))
                .select(EventDocuments.EVENT_ID.col(), Documents.DOC_ID.col());
    }

    /**
     * How like each story is to its whole event, and which is the most like: among dated stories with a headline, where
     * there is one.
     *
     * @param members {@code event_id} and {@code doc_id} of every story of an event
     * @param stories as by {@link Stories#withDay}
     * @param weights as by {@link TermWeights#of}
     * @return rows of {@link EventDocuments} of stories
     */
    static Dataset<Row> fitted(Dataset<Row> members, Dataset<Row> stories, Dataset<Row> weights) {
        Dataset<Row> units = units(weights).join(members, Frames.on(Documents.DOC_ID.name()));
        Dataset<Row> sums = units.groupBy(EventDocuments.EVENT_ID.col(), col(TERM))
                .agg(sum(col(WEIGHT)).as("event_weight"));
        Dataset<Row> lengths = sums.groupBy(EventDocuments.EVENT_ID.col())
                .agg(sum(col("event_weight").multiply(col("event_weight"))).as(EVENT_LENGTH));
        Dataset<Row> products = units.join(sums, Frames.on(EventDocuments.EVENT_ID.name(), TERM))
                .groupBy(EventDocuments.EVENT_ID.col(), Documents.DOC_ID.col())
                .agg(
                        sum(col(WEIGHT).multiply(col("event_weight"))).as("product"),
                        sum(col(WEIGHT).multiply(col(WEIGHT))).as(LENGTH))
                .join(lengths, Frames.on(EventDocuments.EVENT_ID.name()))
                .select(
                        Documents.DOC_ID.col(),
                        col("product")
                                .cast("double")
                                .divide(sqrt(col(LENGTH).cast("double")))
                                .divide(sqrt(col(EVENT_LENGTH).cast("double")))
                                .as("cosine"));
        Column similarity = coalesce(round(col("cosine"), 6), lit(0.0));
        // A story without a telling term is all there is of its event.
        Dataset<Row> placed = members.join(products, Frames.on(Documents.DOC_ID.name()), "left_outer")
                .join(
                        stories.select(Documents.DOC_ID.col(), col(Stories.DAY), Documents.TITLE.col()),
                        Frames.on(Documents.DOC_ID.name()))
                .withColumn(EventDocuments.SIMILARITY.name(), similarity);
        Dataset<Row> central = placed.groupBy(EventDocuments.EVENT_ID.col())
                .agg(min_by(
                                Documents.DOC_ID.col(),
                                struct(
                                        col(Stories.DAY).isNull(),
                                        Documents.TITLE.col().isNull(),
                                        negate(EventDocuments.SIMILARITY.col()),
                                        col(Stories.DAY),
                                        Documents.DOC_ID.col()))
                        .as("central"));
        return EventDocuments.TABLE.rows(placed.join(central, Frames.on(EventDocuments.EVENT_ID.name()))
                .withColumn(
                        EventDocuments.IS_CENTRAL.name(), Documents.DOC_ID.col().equalTo(col("central"))));
    }

    /**
     * The documents of every event: its stories, and their copies beside them.
     *
     * @param fitted as by {@link #fitted}
     * @param documents rows of {@link Documents}
     * @return rows of {@link EventDocuments}
     */
    static Dataset<Row> withCopies(Dataset<Row> fitted, Dataset<Row> documents) {
        Dataset<Row> copies = documents
                .where(Documents.IS_COPY.col())
                .select(Documents.DOC_ID.col().as("copy"), Documents.STORY_ID.col())
                .join(fitted, Documents.STORY_ID.col().equalTo(EventDocuments.DOC_ID.col()))
                .select(
                        EventDocuments.EVENT_ID.col(),
                        col("copy").as(EventDocuments.DOC_ID.name()),
                        EventDocuments.SIMILARITY.col(),
                        lit(false).as(EventDocuments.IS_CENTRAL.name()));
        return fitted.unionByName(copies);
    }

    /** Weights scaled so that the vectors of all stories are of one length. */
    private static Dataset<Row> units(Dataset<Row> weights) {
        Dataset<Row> lengths = weights.groupBy(Documents.DOC_ID.col())
                .agg(sqrt(sum(col(WEIGHT).multiply(col(WEIGHT))).cast("double")).as(LENGTH));
        return weights.join(lengths, Frames.on(Documents.DOC_ID.name()))
                .select(
                        Documents.DOC_ID.col(),
                        col(TERM),
                        round(col(WEIGHT).multiply((double) PackedVector.LENGTH).divide(col(LENGTH)))
                                .cast("long")
                                .as(WEIGHT));
    }
}
