package org.newsweft.store;

import static java.util.Comparator.comparing;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.sum;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.sql.Timestamp;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.LocatedFileStatus;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.fs.RemoteIterator;
import org.apache.spark.api.java.function.FlatMapFunction;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.apache.spark.util.SerializableConfiguration;
import org.newsweft.store.RunFailure.Kind;
import org.newsweft.table.CorpusFiles;

/** The corpus: which files it has now, and the records in them. */
public final class Corpus {
    /** Path of a file relative to the corpus path it was found under, with forward slashes. */
    public static final String RELATIVE_PATH = "relative_path";

    static final StructType FILE_SCHEMA = new StructType()
            .add(CorpusFiles.FILE.name(), DataTypes.StringType, false)
            .add(RELATIVE_PATH, DataTypes.StringType, false)
            .add(CorpusFiles.BYTES.name(), DataTypes.LongType, false)
            .add(CorpusFiles.MODIFIED_AT.name(), DataTypes.TimestampType, false);

    /** A task reads about this much, or this many files, whichever comes first. */
    private static final long BYTES_PER_TASK = 32L << 20;

    private static final int FILES_PER_TASK = 2_000;

    private final SparkSession spark;
    private final CorpusSettings settings;
    private final List<Row> listing;

    private Corpus(SparkSession spark, CorpusSettings settings, List<Row> listing) {
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
        return new Corpus(
                spark, settings, listing(settings, spark.sessionState().newHadoopConf()));
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
     * Reads the records of these files, and what is wrong with those that cannot be read.
     *
     * @param files rows of {@link #files}
     * @return rows of {@link RecordRow#SCHEMA}
     */
    public Dataset<Row> records(Dataset<Row> files) {
        Row size = files.agg(count("*"), coalesce(sum(CorpusFiles.BYTES.col()), lit(0L)))
                .head();
        long tasks = 1 + Math.max(size.getLong(0) / FILES_PER_TASK, size.getLong(1) / BYTES_PER_TASK);
        int partitions = (int) Math.min(tasks, 100_000);
        SerializableConfiguration hadoop =
                new SerializableConfiguration(spark.sessionState().newHadoopConf());
        CorpusSettings read = settings;
        FlatMapFunction<Row, Row> records = file -> new RecordReader(read, hadoop.value()).records(file);
        return files.repartition(partitions).flatMap(records, Encoders.row(RecordRow.SCHEMA));
    }

    private static List<Row> listing(CorpusSettings settings, Configuration hadoop) {
        Map<String, Row> files = new LinkedHashMap<>();
        for (String path : settings.paths()) {
            try {
                for (FileStatus root : roots(path, hadoop)) {
                    list(root, root.getPath().getFileSystem(hadoop), files);
                }
            } catch (IOException e) {
                throw new RunFailure(
                        Kind.NO_READABLE_DOCUMENT, "cannot read the corpus " + path + ": " + e.getMessage(), e);
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

    private static void list(FileStatus root, FileSystem fileSystem, Map<String, Row> files) throws IOException {
        if (root.isFile()) {
            add(root, root.getPath().getName(), files);
            return;
        }
        String prefix = fileSystem.makeQualified(root.getPath()).toUri().getPath();
        RemoteIterator<LocatedFileStatus> all = fileSystem.listFiles(root.getPath(), true);
        while (all.hasNext()) {
            LocatedFileStatus file = all.next();
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
