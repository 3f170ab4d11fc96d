package org.newsweft.corpus;

import static java.util.Comparator.comparing;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.when;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.sql.Timestamp;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.spark.api.java.function.FlatMapFunction;
import org.apache.spark.api.java.function.MapFunction;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.expressions.Window;
import org.apache.spark.sql.expressions.WindowSpec;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.apache.spark.util.SerializableConfiguration;
import org.newsweft.store.RunFailure;
import org.newsweft.store.RunFailure.Kind;
import org.newsweft.table.facts.CorpusFiles;
import scala.collection.immutable.Seq;
import scala.jdk.javaapi.CollectionConverters;

/** The corpus: which files it has now, and the records in them. */
public final class Corpus {
    /** Path of a file relative to the corpus path it was found under, with forward slashes. */
    public static final String RELATIVE_PATH = "relative_path";

    static final StructType FILE_SCHEMA = new StructType()
            .add(CorpusFiles.FILE.name(), DataTypes.StringType, false)
            .add(RELATIVE_PATH, DataTypes.StringType, false)
            .add(CorpusFiles.BYTES.name(), DataTypes.LongType, false)
            .add(CorpusFiles.MODIFIED_AT.name(), DataTypes.TimestampType, false);

    private static final String RECORDS = "records";

    private static final StructType COUNT_SCHEMA = new StructType()
            .add(CorpusFiles.FILE.name(), DataTypes.StringType, false)
            .add(FileSplit.START, DataTypes.LongType, false)
            .add(RECORDS, DataTypes.LongType, false);

    /** A task reads about this much. */
    private static final long BYTES_PER_TASK = 32L << 20;

    /** A task reads no more files than this, however small they are. */
    private static final int FILES_PER_TASK = 2_000;

    private static final int MOST_TASKS = 100_000;

    private final SparkSession spark;
    private final CorpusSettings settings;
    private final List<Row> listing;
    private final List<String> warehouses;

    private Corpus(SparkSession spark, CorpusSettings settings, List<Row> listing, List<String> warehouses) {
        this.warehouses = warehouses;
        this.spark = spark;
        this.settings = settings;
        this.listing = listing;
    }

    /**
     * The corpus at these paths, as its folders list it now.
     *
     * @throws RunFailure of kind {@link Kind#NO_READABLE_DOCUMENT} if a path leads nowhere
     */
    public static Corpus at(SparkSession spark, CorpusSettings settings) {
        Set<String> warehouses = new TreeSet<>();
        List<Row> listing = listing(settings, spark.sessionState().newHadoopConf(), warehouses);
        return new Corpus(spark, settings, listing, List.copyOf(warehouses));
    }

    /** The warehouses that lie among the files of the corpus, or around them: they are passed over. */
    public List<String> warehousesPassedOver() {
        return warehouses;
    }

    /** Size of all files together. */
    public long bytes() {
        return listing.stream().mapToLong(file -> file.getLong(2)).sum();
    }

    /**
     * The files there are now: {@code file}, {@value #RELATIVE_PATH}, {@code bytes}, {@code modified_at}. Files and
     * folders whose name starts with a dot or an underscore are not part of a corpus.
     */
    public Dataset<Row> files() {
        return spark.createDataFrame(listing, FILE_SCHEMA);
    }

    /**
     * Reads the records of these files, and what is wrong with those that cannot be read. Large files are read by
     * several tasks where their format allows; records are numbered as if one had read them.
     *
     * @param files rows of {@link #files}
     * @return rows of {@link RecordRow#SCHEMA}
     */
    public Dataset<Row> records(Dataset<Row> files) {
        return records(files, BYTES_PER_TASK);
    }

    Dataset<Row> records(Dataset<Row> files, long bytesPerSplit) {
        FlatMapFunction<Row, Row> cut = file -> FileSplit.rowsOf(file, bytesPerSplit);
        Dataset<Row> splits = files.flatMap(cut, Encoders.row(FileSplit.SCHEMA));
        Column isCut = col(FileSplit.START).gt(0);
        Row size = splits.agg(
                        count("*"),
                        coalesce(sum(col(FileSplit.END).minus(col(FileSplit.START))), lit(0L)),
                        count(when(isCut, 1)))
                .head();
        long tasks = 1 + Math.max(size.getLong(0) / FILES_PER_TASK, size.getLong(1) / bytesPerSplit);
        int partitions = (int) Math.min(tasks, MOST_TASKS);
        Dataset<Row> numbered = size.getLong(2) == 0
                ? splits.withColumn(FileSplit.FIRST_RECORD_NO, lit(0L))
                : numbered(splits, partitions);
        CorpusSettings read = settings;
        SerializableConfiguration hadoop = hadoop();
        FlatMapFunction<Row, Row> records =
                split -> new RecordReader(read, hadoop.value()).records(FileSplit.of(split));
        return numbered.repartition(partitions).flatMap(records, Encoders.row(RecordRow.SCHEMA));
    }

    /**
     * Parts of files with the number of their first record. The records of all parts but the last of a file are counted
     * for it, which costs reading them once more, but not looking into them.
     */
    private Dataset<Row> numbered(Dataset<Row> splits, int partitions) {
        CorpusSettings read = settings;
        SerializableConfiguration hadoop = hadoop();
        MapFunction<Row, Row> counted = split -> RowFactory.create(
                split.getAs(CorpusFiles.FILE.name()),
                split.getAs(FileSplit.START),
                new RecordReader(read, hadoop.value()).count(FileSplit.of(split)));
        Dataset<Row> counts = splits.where(col(FileSplit.END).lt(CorpusFiles.BYTES.col()))
                .withColumn(FileSplit.FIRST_RECORD_NO, lit(0L))
                .repartition(partitions)
                .map(counted, Encoders.row(COUNT_SCHEMA));
        WindowSpec before = Window.partitionBy(CorpusFiles.FILE.col())
                .orderBy(col(FileSplit.START))
                .rowsBetween(Window.unboundedPreceding(), -1);
        Seq<String> part = CollectionConverters.asScala(List.of(CorpusFiles.FILE.name(), FileSplit.START))
                .toSeq();
        return splits.join(counts, part, "left")
                .withColumn(
                        FileSplit.FIRST_RECORD_NO,
                        coalesce(sum(coalesce(col(RECORDS), lit(0L))).over(before), lit(0L)))
                .drop(RECORDS);
    }

    private SerializableConfiguration hadoop() {
        return new SerializableConfiguration(spark.sessionState().newHadoopConf());
    }

    private static List<Row> listing(CorpusSettings settings, Configuration hadoop, Set<String> warehouses) {
        Map<String, Row> files = new LinkedHashMap<>();
        for (String path : settings.paths()) {
            try {
                for (FileStatus root : roots(path, hadoop)) {
                    list(root, root.getPath().getFileSystem(hadoop), files, warehouses);
                }
            } catch (IOException e) {
                throw new RunFailure(
                        Kind.NO_READABLE_DOCUMENT,
                        SecretMask.of("cannot read the corpus " + path + ": " + e.getMessage()),
                        e);
            }
        }
        List<Row> sorted = new ArrayList<>(files.values());
        sorted.sort(comparing(row -> row.getString(0)));
        return sorted;
    }

    private static List<FileStatus> roots(String path, Configuration hadoop) throws IOException {
        Path pattern = new Path(path);
        FileStatus[] found = pattern.getFileSystem(hadoop).globStatus(pattern);
        if (found == null || found.length == 0) {
            throw new FileNotFoundException("there is no such file or folder");
        }
        return List.of(found);
    }

    private static void list(FileStatus root, FileSystem fileSystem, Map<String, Row> files, Set<String> warehouses)
            throws IOException {
        if (root.isFile()) {
            add(root, root.getPath().getName(), files);
            return;
        }
        String prefix = fileSystem.makeQualified(root.getPath()).toUri().getPath();
        CorpusFolders folders = new CorpusFolders(fileSystem);
        List<FileStatus> all = folders.files(root.getPath());
        warehouses.addAll(folders.warehouses());
        for (FileStatus file : all) {
            String relative = file.getPath().toUri().getPath().substring(prefix.length());
            relative = relative.startsWith("/") ? relative.substring(1) : relative;
            if (!isHidden(relative)) {
                add(file, relative, files);
            }
        }
    }

    private static boolean isHidden(String relative) {
        for (String part : relative.split("/", -1)) {
            if (part.startsWith(".") || part.startsWith("_")) {
                return true;
            }
        }
        return false;
    }

    private static void add(FileStatus file, String relative, Map<String, Row> files) {
        String address = file.getPath().toString();
        files.putIfAbsent(
                address,
                RowFactory.create(address, relative, file.getLen(), new Timestamp(file.getModificationTime())));
    }
}
