package org.newsweft.store;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.FileUtil;
import org.apache.hadoop.fs.LocalFileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.fs.RawLocalFileSystem;
import org.apache.iceberg.FileScanTask;
import org.apache.iceberg.io.CloseableIterable;
import org.apache.iceberg.parquet.ParquetSchemaUtil;
import org.apache.parquet.hadoop.ParquetFileWriter;
import org.apache.parquet.hadoop.example.ExampleParquetWriter;
import org.apache.parquet.hadoop.util.HadoopOutputFile;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.MessageTypeParser;
import org.newsweft.store.RunFailure.Kind;
import org.newsweft.table.Table;
import org.newsweft.table.Tables;

/**
 * The plain Parquet view of a warehouse: {@code tables/<table>/*.parquet}, one flat folder per table.
 *
 * <p>Each published run is a folder {@code published/<run_id>} of hard links to the data files of the lake, and {@code
 * tables} is a symbolic link to the run that counts, swapped in by one atomic rename. A reader that resolves the link
 * once stays on one run across all tables. Where links cannot be had, {@code tables} is a folder of copies.
 */
public final class PlainView {
    private static final String TABLES = "tables";
    private static final String PUBLISHED = "published";
    private static final String MANIFEST = ".run.json";
    private static final ObjectMapper JSON = new ObjectMapper();

    /** How the view is made. */
    public enum Mode {
        /** Hard links where the file system has them, else copies. */
        LINK,
        /** Copies, always. */
        COPY
    }

    /**
     * What a published run is made of.
     *
     * @param runId the run
     * @param snapshots snapshot of each table in the lake, by table name
     */
    public record Published(String runId, Map<String, Long> snapshots) {
        public Published {
            snapshots = Map.copyOf(snapshots);
        }
    }

    private final Warehouse warehouse;
    private final Configuration hadoop;
    private final FileSystem files;
    private final Path root;

    private PlainView(Warehouse warehouse, Configuration hadoop, FileSystem files, Path root) {
        this.warehouse = warehouse;
        this.hadoop = hadoop;
        this.files = files;
        this.root = root;
    }

    /** The view of this warehouse. */
    public static PlainView of(Warehouse warehouse) {
        Configuration hadoop = warehouse.spark().sessionState().newHadoopConf();
        Path root = new Path(warehouse.location());
        try {
            FileSystem files = root.getFileSystem(hadoop);
            return new PlainView(warehouse, hadoop, files, files.makeQualified(root));
        } catch (IOException e) {
            throw new RunFailure(Kind.USAGE, "cannot open the warehouse " + root + ": " + e.getMessage(), e);
        }
    }

    /** The run that readers see; empty before the first. */
    public Optional<Published> current() {
        Path manifest = new Path(new Path(root, TABLES), MANIFEST);
        try {
            if (!files.exists(manifest)) {
                return Optional.empty();
            }
            try (InputStream in = files.open(manifest)) {
                JsonNode run = JSON.readTree(in);
                Map<String, Long> snapshots = new LinkedHashMap<>();
                run.get("snapshots")
                        .properties()
                        .forEach(entry ->
                                snapshots.put(entry.getKey(), entry.getValue().asLong()));
                return Optional.of(new Published(run.get("run_id").asText(), snapshots));
            }
        } catch (IOException e) {
            throw new RunFailure(Kind.INTERNAL, "cannot read " + manifest + ": " + e.getMessage(), e);
        }
    }

    /** Makes readers see the tables as they stand in the lake now. All tables switch at once. */
    public void publish(String runId, Mode mode) {
        try {
            if (mode == Mode.LINK && isLocal(files)) {
                publishLinked(runId);
            } else {
                publishCopied(runId);
            }
        } catch (IOException e) {
            throw new RunFailure(
                    Kind.INTERNAL,
                    "could not publish run " + runId + " (the run before it still stands): " + e.getMessage(),
                    e);
        }
    }

    /** Address of the folder with the tables of the published run: it stays on that run when the next one is published. */
    public String resolvedTables() {
        Path tables = new Path(root, TABLES);
        if (!isLocal(files)) {
            return tables.toString();
        }
        try {
            return local(tables).toRealPath().toString();
        } catch (IOException e) {
            throw new RunFailure(Kind.INTERNAL, "cannot find " + tables + ": " + e.getMessage(), e);
        }
    }

    /** Creates a file in the folder of the warehouse, in the place of what was there. */
    OutputStream create(String name) throws IOException {
        return files.create(new Path(root, name), true);
    }

    static boolean isLocal(FileSystem files) {
        return files instanceof LocalFileSystem || files instanceof RawLocalFileSystem;
    }

    private void publishLinked(String runId) throws IOException {
        java.nio.file.Path folder = local(root).resolve(PUBLISHED).resolve(runId);
        fill(runId, new Path(folder.toUri()), (source, target) -> link(local(source), local(target)));
        java.nio.file.Path next = local(root).resolve("." + TABLES + "-" + runId);
        Files.deleteIfExists(next);
        // Relative, so that a warehouse that is moved as a whole keeps working.
        Files.createSymbolicLink(next, java.nio.file.Path.of(PUBLISHED, runId));
        Files.move(next, local(root).resolve(TABLES), StandardCopyOption.ATOMIC_MOVE);
    }

    private void publishCopied(String runId) throws IOException {
        Path next = new Path(root, ".next-" + runId);
        files.delete(next, true);
        fill(runId, next, (source, target) -> FileUtil.copy(files, source, files, target, false, hadoop));
        Path tables = new Path(root, TABLES);
        Path previous = new Path(root, ".previous");
        files.delete(previous, true);
        if (files.exists(tables) && !files.rename(tables, previous)) {
            throw new IOException("cannot move " + tables + " aside");
        }
        if (!files.rename(next, tables)) {
            throw new IOException("cannot move " + next + " to " + tables);
        }
        files.delete(previous, true);
    }

    /** Puts the live data files of every table of the contract under {@code folder}, and says which snapshots they are. */
    private void fill(String runId, Path folder, Transfer transfer) throws IOException {
        Map<String, Long> snapshots = warehouse.snapshots();
        for (Table table : Tables.published()) {
            Path tableFolder = new Path(folder, table.name());
            files.mkdirs(tableFolder);
            List<Path> dataFiles = dataFiles(table);
            if (dataFiles.isEmpty()) {
                writeEmpty(table, new Path(tableFolder, "empty.parquet"));
            }
            for (Path dataFile : dataFiles) {
                transfer.from(dataFile, new Path(tableFolder, dataFile.getName()));
            }
        }
        ObjectNode manifest = JSON.createObjectNode().put("run_id", runId);
        manifest.set("snapshots", JSON.valueToTree(snapshots));
        try (OutputStream out = files.create(new Path(folder, MANIFEST), true)) {
            JSON.writeValue(out, manifest);
        }
    }

    private List<Path> dataFiles(Table table) throws IOException {
        List<Path> dataFiles = new ArrayList<>();
        try (CloseableIterable<FileScanTask> tasks =
                warehouse.load(table).newScan().planFiles()) {
            for (FileScanTask task : tasks) {
                dataFiles.add(new Path(task.file().location()));
            }
        }
        return dataFiles;
    }

    /** A table without rows still opens everywhere: one file that holds its schema, as Iceberg would write it. */
    private void writeEmpty(Table table, Path file) throws IOException {
        MessageType schema = MessageTypeParser.parseMessageType(
                ParquetSchemaUtil.convert(warehouse.load(table).schema(), "table")
                        .toString());
        // Iceberg's own writer makes no file where there is no row.
        ExampleParquetWriter.builder(HadoopOutputFile.fromPath(file, hadoop))
                .withConf(hadoop)
                .withType(schema)
                .withWriteMode(ParquetFileWriter.Mode.OVERWRITE)
                .build()
                .close();
    }

    private static void link(java.nio.file.Path source, java.nio.file.Path target) throws IOException {
        Files.deleteIfExists(target);
        try {
            Files.createLink(target, source);
        } catch (UnsupportedOperationException | java.nio.file.FileSystemException e) {
            Files.copy(source, target, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    private static java.nio.file.Path local(Path path) {
        return java.nio.file.Path.of(path.toUri().getPath());
    }

    /** Brings one file from the lake to the view. */
    @FunctionalInterface
    private interface Transfer {
        void from(Path source, Path target) throws IOException;
    }
}
