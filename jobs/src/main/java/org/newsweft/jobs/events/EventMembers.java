package org.newsweft.jobs.events;

import static org.apache.spark.sql.functions.aggregate;
import static org.apache.spark.sql.functions.arrays_zip;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.inline;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.min_by;
import static org.apache.spark.sql.functions.negate;
import static org.apache.spark.sql.functions.round;
import static org.apache.spark.sql.functions.sqrt;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.transform;

import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.newsweft.jobs.engine.Frames;
import org.newsweft.table.facts.Documents;
import org.newsweft.table.figures.EventDocuments;

/** Which story is in which event. */
final class EventMembers {
    private static final String TERM = "term";
    private static final String WEIGHT = "weight";

    private EventMembers() {}

    /**
     * The events of dated stories, named by their first story, by day and then by id.
     *
     * @param groups as by {@link Clusters#of}
     * @param stories as by {@link Stories#of}
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
     * @param stories as by {@link Stories#of}
     * @param weights as by {@link TermWeights#of}
     * @return {@code event_id} and {@code doc_id}
     */
    static Dataset<Row> undated(
            Dataset<Row> members, Dataset<Row> stories, Dataset<Row> weights, EventSettings settings) {
        Dataset<Row> units = units(weights);
        Dataset<Row> asked = units.join(
                stories.where(col(Stories.DAY).isNull()).select(Documents.DOC_ID.col()),
                Frames.on(Documents.DOC_ID.name()));
        // Terms that no undated story has lead nowhere: they go before anything is counted.
        Dataset<Row> placed = units.join(asked.select(col(TERM)).distinct(), Frames.on(TERM), "left_semi")
                .join(members, Frames.on(Documents.DOC_ID.name()));
        Dataset<Row> sums = placed.groupBy(EventDocuments.EVENT_ID.col(), col(TERM))
                .agg(sum(col(WEIGHT)).as("event_weight"));
        Dataset<Row> sizes =
                members.groupBy(EventDocuments.EVENT_ID.col()).agg(count(lit(1)).as("stories"));
        Column mean = col("product")
                .cast("double")
                .divide(col("stories").cast("double"))
                .divide(TermVector.square());
        return asked.join(sums, Frames.on(TERM))
                .groupBy(Documents.DOC_ID.col(), EventDocuments.EVENT_ID.col())
                .agg(sum(col(WEIGHT).multiply(col("event_weight"))).as("product"))
                .join(sizes, Frames.on(EventDocuments.EVENT_ID.name()))
                .withColumn("mean", mean)
                .where(col("mean").geq(settings.undatedLikeness()))
                .groupBy(Documents.DOC_ID.col())
                .agg(min_by(EventDocuments.EVENT_ID.col(), struct(negate(col("mean")), EventDocuments.EVENT_ID.col()))
                        .as(EventDocuments.EVENT_ID.name()))
                .select(EventDocuments.EVENT_ID.col(), Documents.DOC_ID.col());
    }

    /** One row per story and term, weights scaled as {@link TermVector} scales them. */
    private static Dataset<Row> units(Dataset<Row> weights) {
        Column squares =
                aggregate(col(TermWeights.WEIGHTS), lit(0L), (total, weight) -> total.plus(weight.multiply(weight)));
        Column scaled = transform(
                col(TermWeights.WEIGHTS),
                weight -> round(weight.multiply(lit((double) TermVector.LENGTH).divide(sqrt(squares))))
                        .cast("long"));
        return weights.select(Documents.DOC_ID.col(), inline(arrays_zip(col(TermWeights.TERMS), scaled)))
                .toDF(Documents.DOC_ID.name(), TERM, WEIGHT);
    }
}
