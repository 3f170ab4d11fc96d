package org.newsweft.jobs.engine;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Collections;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.SparkEnv;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.sql.SparkSession;
import org.newsweft.store.DirectLocalFileSystem;
import org.newsweft.store.RunFailure;
import org.newsweft.store.RunFailure.Kind;
import scala.Option;

/** Starts Spark: embedded on a laptop, or as spark-submit has set it up. */
public final class SparkSessions {
    private static final String MASTER = "spark.master";
    private static final String CLEAN_CHECKPOINTS = "spark.cleaner.referenceTracking.cleanCheckpoints";

    private static final long WORTH_COMPILING = 1_000_000;

    private SparkSessions() {}

    /** True if Spark is to run inside this very process, because nobody has said where else. */
    static boolean isEmbedded() {
        return System.getProperty(MASTER) == null;
    }

    /**
     * Sends what Spark has to say to a file, so that it never stands over the output. Must come before the first class
     * of Spark is loaded; does nothing under spark-submit, where the cluster's own settings hold.
     *
     * @param folder where the log goes; where nothing can be written to it, into the folder for temporary files
     */
    public static void logTo(Path folder) {
        if (isEmbedded() && System.getProperty("log4j2.configurationFile") == null) {
            Path place = canWrite(folder) ? folder : Path.of(System.getProperty("java.io.tmpdir"));
            System.setProperty("newsweft.log", place.resolve("newsweft.log").toString());
            System.setProperty("log4j2.configurationFile", "classpath:org/newsweft/jobs/log4j2.properties");
        }
    }

    /** Without a file to write to, the library for logs would say everything on the terminal. */
    private static boolean canWrite(Path folder) {
        try {
            Files.createDirectories(folder);
            Files.write(
                    folder.resolve("newsweft.log"), new byte[0], StandardOpenOption.CREATE, StandardOpenOption.APPEND);
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    /**
     * Makes an embedded session fit for a corpus of this size. Below a megabyte, compiling a query to bytecode takes
     * longer than running it as it is, and so does looking at each of its stages before the next is planned: a run over
     * five articles spends most of its time so. One partition needs no shuffle, and no broadcast in its place.
     */
    public static void tuneFor(SparkSession spark, long corpusBytes) {
        if (isEmbedded() && corpusBytes < WORTH_COMPILING) {
            spark.conf().set("spark.sql.codegen.wholeStage", "false");
            spark.conf().set("spark.sql.codegen.factoryMode", "NO_CODEGEN");
            spark.conf().set("spark.sql.adaptive.enabled", "false");
            spark.conf().set("spark.sql.shuffle.partitions", "1");
            spark.conf().set("spark.sql.autoBroadcastJoinThreshold", "-1");
        }
    }

    /**
     * How many tasks keep every core busy. Executors that dynamic allocation has not started yet count for nothing: it
     * starts them for tasks that wait, so on a cluster there are as many as a shuffle would have.
     */
    public static int tasks(SparkSession spark) {
        int ofCores = spark.sparkContext().defaultParallelism() * 2;
        return spark.sparkContext().isLocal()
                ? ofCores
                : Math.max(ofCores, spark.sessionState().conf().numShufflePartitions());
    }

    /** The session of a command. What the user gave with {@code --conf} stands. */
    public static SparkSession start() {
        SparkSession.Builder builder = SparkSession.builder()
                .appName("newsweft")
                .config("spark.sql.session.timeZone", "UTC")
                // ICU's tables of letters take two seconds to fill; Java knows the same letters.
                .config("spark.sql.icu.caseMappings.enabled", "false");
        if (System.getProperty(CLEAN_CHECKPOINTS) == null) {
            // A frame that was kept in files is as large as a table: it goes when nobody reads it any more, not never.
            builder.config(CLEAN_CHECKPOINTS, "true");
        }
        if (isEmbedded()) {
            builder.master("local[*]")
                    .config("spark.ui.enabled", "false")
                    .config("spark.driver.host", "localhost")
                    .config("spark.driver.bindAddress", "127.0.0.1")
                    // Enough for a laptop's corpus; adaptive execution merges what is small.
                    .config("spark.sql.shuffle.partitions", "16")
                    .config("spark.ui.showConsoleProgress", "false")
                    // Each sort and each hash table takes a page at once. Spark's own size is for one large query at a
                    // time (64 MB here): hundreds of small ones spend their time clearing memory.
                    .config("spark.buffer.pageSize", "2m")
                    // Memory that is exhausted in a task fails the run with a message; it does not end the process
                    // without one.
                    .config("spark.executor.killOnFatalError.depth", "0")
                    .config("spark.hadoop.fs.file.impl", DirectLocalFileSystem.class.getName());
        }
        SparkSession spark = builder.getOrCreate();
        try {
            demandOneIceberg(spark);
        } catch (RunFailure refused) {
            spark.stop();
            throw refused;
        }
        return spark;
    }

    /** Ends a session that {@link #start} gave. What it kept in the folder for checkpoints goes with it. */
    public static void stop(SparkSession spark) {
        Option<String> kept = spark.sparkContext().getCheckpointDir();
        Configuration hadoop = spark.sparkContext().hadoopConfiguration();
        spark.stop();
        if (kept.isDefined()) {
            // Spark gives each session a folder of its own there, and leaves it.
            org.apache.hadoop.fs.Path folder = new org.apache.hadoop.fs.Path(kept.get());
            try {
                folder.getFileSystem(hadoop).delete(folder, true);
            } catch (IOException e) {
                System.err.println("newsweft: " + folder + " could not be deleted, nobody needs it: " + e.getMessage());
            }
        }
    }

    /** Asks the executors that are there which Iceberg they would load: what the driver sends them, they have to read. */
    private static void demandOneIceberg(SparkSession spark) {
        if (spark.sparkContext().isLocal()) {
            return;
        }
        JavaSparkContext context = JavaSparkContext.fromSparkContext(spark.sparkContext());
        int tasks = Math.max(2, context.defaultParallelism());
        context
                .parallelize(Collections.nCopies(tasks, 1), tasks)
                .map(any -> foreignIceberg())
                .distinct()
                .collect()
                .stream()
                .filter(line -> !line.isEmpty())
                .sorted()
                .findFirst()
                .ifPresent(line -> {
                    throw new RunFailure(Kind.USAGE, line);
                });
    }

    private static String foreignIceberg() {
        return Platform.iceberg(Platform.iceberg(), "executor " + SparkEnv.get().executorId())
                .orElse("");
    }
}
