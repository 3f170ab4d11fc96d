package org.newsweft.jobs.stories;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.least;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.row_number;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.when;

import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.expressions.Window;
import org.newsweft.jobs.engine.Frames;
import org.newsweft.table.facts.Documents;
import org.newsweft.table.facts.StoryPairs;

/**
 * Which documents tell one story: those that are linked by pairs of near-copies. The first by date, then by id, stands
 * for the story; undated documents come last.
 */
final class Stories {
    private static final String MEMBER = "doc_id";
    private static final String GROUP = "group";
    private static final String WANTED = "wanted";

    private Stories() {}

    /**
     * The documents of stories that are told more than once.
     *
     * @param pairs rows of {@link StoryPairs}
     * @param documents rows of {@link Documents}
     * @return {@code doc_id}, {@code story_id}, {@code is_copy}, {@code copy_similarity}
     */
    static Dataset<Row> of(Dataset<Row> pairs, Dataset<Row> documents) {
        Dataset<Row> dated = groups(pairs)
                .join(
                        documents.select(Documents.DOC_ID.col(), Documents.PUBLISHED_ON.col()),
                        Frames.on(Documents.DOC_ID.name()));
        Dataset<Row> members = dated.withColumn(
                "place",
                row_number()
                        .over(Window.partitionBy(col(GROUP))
                                .orderBy(Documents.PUBLISHED_ON.col().asc_nulls_last(), Documents.DOC_ID.col())));
        Dataset<Row> similarities = similaritiesToEarlier(pairs, members);
        Dataset<Row> firsts = members.where(col("place").equalTo(1))
                .select(col(GROUP), Documents.DOC_ID.col().as(Documents.STORY_ID.name()));
        Column isCopy = col("place").gt(1);
        return members.join(firsts, Frames.on(GROUP))
                .join(similarities, Frames.on(MEMBER), "left")
                .select(
                        Documents.DOC_ID.col(),
                        Documents.STORY_ID.col(),
                        isCopy.as(Documents.IS_COPY.name()),
                        when(isCopy, Documents.COPY_SIMILARITY.col()).as(Documents.COPY_SIMILARITY.name()));
    }

    /**
     * The documents whose story columns are not what they should be, with the right ones.
     *
     * @param documents rows of {@link Documents}
     * @param stories what {@link #of} says of them
     * @return {@code doc_id}, {@code story_id}, {@code is_copy}, {@code copy_similarity}
     */
    static Dataset<Row> corrected(Dataset<Row> documents, Dataset<Row> stories) {
        Dataset<Row> wanted = stories.select(Documents.DOC_ID.col(), story().as(WANTED));
        Column alone = struct(
                Documents.DOC_ID.col().as(Documents.STORY_ID.name()),
                lit(false).as(Documents.IS_COPY.name()),
                lit(null).cast("double").as(Documents.COPY_SIMILARITY.name()));
        return documents
                .select(Documents.DOC_ID.col(), story().as("now"))
                .join(wanted, Frames.on(MEMBER), "left")
                .withColumn(WANTED, coalesce(col(WANTED), alone))
                .where(col(WANTED).eqNullSafe(col("now")).unary_$bang())
                .select(Documents.DOC_ID.col(), col(WANTED + ".*"));
    }

    /** Documents with the story columns that {@link #corrected} gives; the others as they are. */
    static Dataset<Row> withStories(Dataset<Row> documents, Dataset<Row> corrected) {
        Dataset<Row> wanted = corrected.select(Documents.DOC_ID.col(), story().as(WANTED));
        Column is = coalesce(col(WANTED), story());
        return Documents.TABLE.rows(documents
                .join(wanted, Frames.on(MEMBER), "left")
                .withColumn(WANTED, is)
                .withColumn(Documents.STORY_ID.name(), col(WANTED + "." + Documents.STORY_ID.name()))
                .withColumn(Documents.IS_COPY.name(), col(WANTED + "." + Documents.IS_COPY.name()))
                .withColumn(Documents.COPY_SIMILARITY.name(), col(WANTED + "." + Documents.COPY_SIMILARITY.name())));
    }

    private static Column story() {
        return struct(Documents.STORY_ID.col(), Documents.IS_COPY.col(), Documents.COPY_SIMILARITY.col());
    }

    /**
     * The connected components of the pairs: {@code doc_id} and {@code group}, the smallest id that can be reached. Each
     * round passes the smallest id on to the neighbours, until nothing changes: as many rounds as the longest chain of
     * copies has links, which is two or three.
     */
    private static Dataset<Row> groups(Dataset<Row> pairs) {
        Dataset<Row> links = Frames.computedOnce(pairs.select(
                        StoryPairs.DOC_A.col().as(MEMBER),
                        StoryPairs.DOC_B.col().as("other"))
                .union(pairs.select(
                        StoryPairs.DOC_B.col().as(MEMBER),
                        StoryPairs.DOC_A.col().as("other"))));
        Dataset<Row> groups = Frames.computedOnce(links.groupBy(col(MEMBER))
                .agg(least(col(MEMBER), min(col("other"))).as(GROUP)));
        while (true) {
            Dataset<Row> reached = links.join(
                            groups.select(col(MEMBER).as("other"), col(GROUP).as("reached")), Frames.on("other"))
                    .groupBy(col(MEMBER))
                    .agg(min(col("reached")).as("reached"));
            Dataset<Row> next = Frames.computedOnce(groups.join(reached, Frames.on(MEMBER))
                    .select(
                            col(MEMBER),
                            least(col(GROUP), col("reached")).as(GROUP),
                            col("reached").lt(col(GROUP)).as("moved")));
            boolean settled = next.where(col("moved")).isEmpty();
            groups = next.select(col(MEMBER), col(GROUP));
            if (settled) {
                return groups;
            }
        }
    }

    /** Of each document, the similarity with the most similar one that comes before it in the story. */
    private static Dataset<Row> similaritiesToEarlier(Dataset<Row> pairs, Dataset<Row> members) {
        Dataset<Row> places = members.select(Documents.DOC_ID.col(), col("place"));
        Column laterIsA = col("a.place").gt(col("b.place"));
        return pairs.join(places.as("a"), StoryPairs.DOC_A.col().equalTo(col("a.doc_id")))
                .join(places.as("b"), StoryPairs.DOC_B.col().equalTo(col("b.doc_id")))
                .select(
                        when(laterIsA, StoryPairs.DOC_A.col())
                                .otherwise(StoryPairs.DOC_B.col())
                                .as(MEMBER),
                        StoryPairs.SIMILARITY.col())
                .groupBy(col(MEMBER))
                .agg(max(StoryPairs.SIMILARITY.col()).as(Documents.COPY_SIMILARITY.name()));
    }
}
