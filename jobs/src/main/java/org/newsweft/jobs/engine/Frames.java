package org.newsweft.jobs.engine;

import static org.apache.spark.sql.functions.broadcast;

import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.storage.StorageLevel;
import scala.collection.immutable.Seq;
import scala.jdk.javaapi.CollectionConverters;

/** What Spark's Java interface makes wordy. */
public final class Frames {
    /** Keys of documents and entities are some thirty bytes long: a few megabytes at most are sent around. */
    private static final long FEW_KEYS = 100_000;

    private Frames() {}

    /**
     * The frame, computed now and once. Its rows stay in memory, or on disk where they do not fit.
     *
     * <p>Not {@code persist}: a cached frame that was read from a table is computed anew once the table is written to,
     * and would then see rows that were not there before.
     */
    public static Dataset<Row> computedOnce(Dataset<Row> frame) {
        return frame.localCheckpoint(true, StorageLevel.MEMORY_AND_DISK());
    }

    /**
     * A frame of keys, computed now and once, by which rows of large tables are picked. Where the keys are few they go to
     * every task, so that the table need not be moved: Spark cannot tell by itself how large a computed frame is.
     */
    public static Dataset<Row> keys(Dataset<Row> frame) {
        Dataset<Row> keys = computedOnce(frame);
        return keys.count() <= FEW_KEYS ? broadcast(keys) : keys;
    }

    /** Values for an array column of a row that is made in Java. */
    public static <T> Seq<T> array(List<T> values) {
        return CollectionConverters.asScala(values).toSeq();
    }

    /** Names of columns, for a join that keeps them once. */
    public static Seq<String> on(String... names) {
        return CollectionConverters.asScala(List.of(names)).toSeq();
    }
}
