package org.newsweft.jobs.engine;

import static org.apache.spark.sql.functions.broadcast;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.hadoop.fs.Path;
import org.apache.spark.SparkContext;
import org.apache.spark.SparkEnv;
import org.apache.spark.rdd.RDD;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.catalyst.expressions.AttributeMap$;
import org.apache.spark.sql.catalyst.plans.logical.Statistics;
import org.apache.spark.sql.catalyst.plans.physical.SinglePartition$;
import org.apache.spark.sql.classic.SparkSession;
import org.apache.spark.sql.execution.LogicalRDD;
import org.apache.spark.storage.BlockStatus;
import org.apache.spark.storage.RDDBlockId;
import org.apache.spark.storage.StorageLevel;
import scala.Option;
import scala.collection.immutable.Seq;
import scala.jdk.javaapi.CollectionConverters;
import scala.math.BigInt;

/** What Spark's Java interface makes wordy. */
public final class Frames {
    /** Keys of documents and entities are some thirty bytes long: a few megabytes at most are sent around. */
    private static final long FEW_KEYS = 100_000;

    private Frames() {}

    /**
     * The frame, computed now and once. Its rows are kept where {@link #keeping} says.
     *
     * <p>Not {@code persist}: a cached frame that was read from a table is computed anew once the table is written to,
     * and would then see rows that were not there before.
     */
    public static Dataset<Row> computedOnce(Dataset<Row> frame) {
        SparkContext spark = frame.sparkSession().sparkContext();
        Dataset<Row> computed = switch (keeping(spark.getCheckpointDir().isDefined(), spark.isLocal())) {
            case FILES -> frame.checkpoint(true);
            case TWO_EXECUTORS -> frame.localCheckpoint(true, StorageLevel.MEMORY_AND_DISK_2());
            case HERE -> frame.localCheckpoint(true, StorageLevel.MEMORY_AND_DISK());
        };
        return measured(computed);
    }

    /** Where rows that were computed once are kept: they cannot be computed again. */
    enum Keeping {
        /** In this process, in memory or on its disk: they go when it goes, and so does the run. */
        HERE,
        /** In memory or on the disk of two executors: one of them may be lost. */
        TWO_EXECUTORS,
        /** In files of the checkpoint folder: any executor may be lost. */
        FILES
    }

    /**
     * Decides where rows are kept.
     *
     * @param hasFolder true if the user named a folder for checkpoints ({@code spark.checkpoint.dir})
     * @param isLocal true if driver and executor are one process
     */
    static Keeping keeping(boolean hasFolder, boolean isLocal) {
        if (hasFolder) {
            return Keeping.FILES;
        }
        return isLocal ? Keeping.HERE : Keeping.TWO_EXECUTORS;
    }

    /**
     * The computed frame, as large as it is. Spark would go on with what it guessed before computing: a join counts as the
     * product of its sides, so that the guess of a frame that is computed in rounds doubles its digits in each, until
     * multiplying guesses takes minutes; and what is small would not be sent to where it is needed.
     */
    private static Dataset<Row> measured(Dataset<Row> computed) {
        SparkSession spark = (SparkSession) computed.sparkSession();
        LogicalRDD rows = (LogicalRDD) ((org.apache.spark.sql.classic.Dataset<Row>) computed)
                .queryExecution()
                .logical();
        long bytes = bytes(spark.sparkContext(), rows.rdd());
        Statistics size =
                new Statistics(BigInt.apply(Math.max(1, bytes)), Option.empty(), AttributeMap$.MODULE$.empty(), false);
        return org.apache.spark.sql.classic.Dataset.ofRows(
                spark,
                new LogicalRDD(
                        rows.output(),
                        rows.rdd(),
                        rows.rdd().getNumPartitions() == 1 ? SinglePartition$.MODULE$ : rows.outputPartitioning(),
                        rows.outputOrdering(),
                        false,
                        Option.empty(),
                        spark,
                        Option.apply(size),
                        Option.empty()));
    }

    /** What the rows take where they are kept. */
    private static long bytes(SparkContext spark, RDD<?> rows) {
        Option<String> folder = rows.getCheckpointFile();
        if (folder.isEmpty()) {
            return IntStream.range(0, rows.getNumPartitions())
                    .mapToLong(partition -> bytes(new RDDBlockId(rows.id(), partition)))
                    .sum();
        }
        Path path = new Path(folder.get());
        try {
            return path.getFileSystem(spark.hadoopConfiguration())
                    .getContentSummary(path)
                    .getLength();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the checkpoint " + folder.get(), e);
        }
    }

    private static long bytes(RDDBlockId block) {
        Map<?, BlockStatus> places = CollectionConverters.asJava(
                SparkEnv.get().blockManager().master().getBlockStatus(block, false));
        return places.values().stream()
                .mapToLong(stored -> stored.memSize() + stored.diskSize())
                .max()
                .orElse(0);
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
