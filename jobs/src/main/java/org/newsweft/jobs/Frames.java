package org.newsweft.jobs;

import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.storage.StorageLevel;
import scala.collection.immutable.Seq;
import scala.jdk.javaapi.CollectionConverters;

/** What Spark's Java interface makes wordy. */
public final class Frames {
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

    /** Values for an array column of a row that is made in Java. */
    public static <T> Seq<T> array(List<T> values) {
        return CollectionConverters.asScala(values).toSeq();
    }

    /** Names of columns, for a join that keeps them once. */
    public static Seq<String> on(String... names) {
        return CollectionConverters.asScala(List.of(names)).toSeq();
    }
}
