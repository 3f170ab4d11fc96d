package org.newsweft.measure;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.min_by;
import static org.apache.spark.sql.functions.negate;
import static org.apache.spark.sql.functions.round;
import static org.apache.spark.sql.functions.struct;

import java.util.Arrays;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;
import org.newsweft.table.figures.EventDocuments;
import org.newsweft.table.schema.Field;

/**
 * The event behind something that was found in stories: a term that changed, a burst, a pair of names. It is the event
 * that most of these stories are on.
 */
public final class EventShares {
    /** Column: stories of the key that are on the event. */
    public static final String EVENT_STORIES = "event_stories";

    /** Column: their share of all stories of the key, those on no event included; six decimals. */
    public static final String EVENT_SHARE = "event_share";

    /** Share of the stories of a key that have to be on an event for it to be the event behind the key. */
    private static final double MOST = 0.5;

    private EventShares() {}

    /**
     * Rows with the {@code event_id} that carries most of their stories; null where none does.
     *
     * @param rows a frame with the columns {@code key}
     * @param stories as for {@link #of}
     * @param eventDocuments rows of {@link EventDocuments}
     * @param key columns that identify a row
     */
    public static Dataset<Row> withEvents(
            Dataset<Row> rows, Dataset<Row> stories, Dataset<Row> eventDocuments, Field... key) {
        String[] names = Arrays.stream(key).map(Field::name).toArray(String[]::new);
        Dataset<Row> behind = of(stories, eventDocuments, key)
                .where(col(EVENT_SHARE).geq(MOST))
                .drop(EVENT_STORIES, EVENT_SHARE);
        return rows.drop(EventDocuments.EVENT_ID.name()).join(behind, names, "left_outer");
    }

    /**
     * The event of each key.
     *
     * @param rows a frame with the columns {@code key} and {@code doc_id}; a document counts once for a key, however
     *     often it is there. Leave out copies to count stories
     * @param eventDocuments rows of {@link EventDocuments}
     * @param key columns that identify what the stories are of; none may be null
     * @return the key, {@code event_id}, {@link #EVENT_STORIES} and {@link #EVENT_SHARE}, one row per key that has a
     *     story on any event; the event with the smaller id of two with equally many
     */
    public static Dataset<Row> of(Dataset<Row> rows, Dataset<Row> eventDocuments, Field... key) {
        String[] names = Arrays.stream(key).map(Field::name).toArray(String[]::new);
        Column[] columns = Arrays.stream(names).map(functions::col).toArray(Column[]::new);
        String docId = EventDocuments.DOC_ID.name();
        Dataset<Row> stories = rows.select(Stream.concat(Arrays.stream(columns), Stream.of(col(docId)))
                        .toArray(Column[]::new))
                .distinct()
                .join(
                        eventDocuments.select(EventDocuments.DOC_ID.col(), EventDocuments.EVENT_ID.col()),
                        new String[] {docId},
                        "left_outer");
        Column[] withEvent = Stream.concat(Arrays.stream(columns), Stream.of(EventDocuments.EVENT_ID.col()))
                .toArray(Column[]::new);
        // Stories of no event are counted as one more event, which is never the answer.
        Column isNone = EventDocuments.EVENT_ID.col().isNull();
        return stories.groupBy(withEvent)
                .agg(count(lit(1)).as(EVENT_STORIES))
                .groupBy(columns)
                .agg(
                        min_by(
                                        struct(EventDocuments.EVENT_ID.col(), col(EVENT_STORIES)),
                                        struct(isNone, negate(col(EVENT_STORIES)), EventDocuments.EVENT_ID.col()))
                                .as("first"),
                        functions.sum(col(EVENT_STORIES)).as("all"))
                .select(Stream.concat(
                                Arrays.stream(columns),
                                Stream.of(
                                        col("first." + EventDocuments.EVENT_ID.name()),
                                        col("first." + EVENT_STORIES),
                                        round(col("first." + EVENT_STORIES).divide(col("all")), 6)
                                                .as(EVENT_SHARE)))
                        .toArray(Column[]::new))
                .where(EventDocuments.EVENT_ID.col().isNotNull());
    }
}
