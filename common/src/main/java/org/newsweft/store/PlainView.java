package org.newsweft.store;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.FileUtil;
import org.apache.hadoop.fs.Path;
import org.apache.iceberg.FileScanTask;
import org.apache.iceberg.io.CloseableIterable;
import org.apache.iceberg.parquet.ParquetSchemaUtil;
import org.apache.parquet.hadoop.ParquetFileWriter;
import org.apache.parquet.hadoop.example.ExampleParquetWriter;
import org.apache.parquet.hadoop.util.HadoopOutputFile;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.MessageTypeParser;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.newsweft.store.RunFailure.Kind;
import org.newsweft.table.Tables;
import org.newsweft.table.schema.Table;

/**
 * The plain Parquet view of a warehouse: {@code tables/<table>/*.parquet}, one flat folder per table.
 *
 * <p>Each published run is a folder {@code published/<run_id>} of hard links to the data files of the lake, and {@code
 * tables} is a symbolic link to the run that counts, swapped in by one atomic rename. A reader that resolves the link
 * once stays on one run across all tables. Where links cannot be had, {@code tables} is a folder of copies, and {@code
 * published/<run_id>} only says which snapshots the run was.
 */
public final class PlainView {
    static final String TABLES = "tables";
    private static final String PUBLISHED = "published";
    private static final String MANIFEST = ".run.json";
    private static final String NEXT = ".next-";
    private static final String PREVIOUS = ".previous";
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
        return manifest(new Path(root, TABLES));
    }

    /** False if there are published tables of which it cannot be read which run they are. */
    boolean isWhole() {
        return unreadable(new Path(root, TABLES)).isEmpty();
    }

    /** Takes away what cannot be read of the published tables' run; the tables stay. */
    void forgetUnreadable() {
        if (!isWhole()) {
            Path manifest = new Path(new Path(root, TABLES), MANIFEST);
            try {
                files.delete(manifest, false);
            } catch (IOException e) {
                throw new RunFailure(Kind.INTERNAL, "cannot delete " + manifest + ": " + e.getMessage(), e);
            }
        }
    }

    /** The runs that can be published again, the latest first; the one that readers see is among them. */
    public List<Published> kept() {
        Map<String, Published> kept = new TreeMap<>(Comparator.reverseOrder());
        try {
            Path published = new Path(root, PUBLISHED);
            if (files.exists(published)) {
                for (FileStatus folder : files.listStatus(published)) {
                    if (!folder.getPath().getName().startsWith(".")
                            && unreadable(folder.getPath()).isEmpty()) {
                        manifest(folder.getPath()).ifPresent(run -> kept.put(run.runId(), run));
                    }
                }
            }
        } catch (IOException e) {
            throw new RunFailure(Kind.INTERNAL, "cannot list the runs of " + root + ": " + e.getMessage(), e);
        }
        if (isWhole()) {
            current().ifPresent(run -> kept.put(run.runId(), run));
        }
        return List.copyOf(kept.values());
    }

    /** What is wrong with what a folder says of its run: a machine that went down may have left it empty. */
    private Optional<RunFailure> unreadable(Path folder) {
        try {
            manifest(folder);
            return Optional.empty();
        } catch (RunFailure e) {
            RunFailure.ofMachine(e).ifPresent(machine -> {
                throw machine;
            });
            return Optional.of(e);
        }
    }

    private Optional<Published> manifest(Path folder) {
        Path manifest = new Path(folder, MANIFEST);
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
        } catch (IOException | NullPointerException e) {
            throw new RunFailure(
                    Kind.INTERNAL,
                    "cannot read %s, which says which run is published: 'newsweft run' publishes the latest kept run again"
                            .formatted(manifest),
                    e);
        }
    }

    /** Makes readers see the tables as they stand in the lake now. All tables switch at once. */
    public void publish(String runId, Mode mode) {
        publish(new Published(runId, warehouse.snapshots()), mode);
    }

    /**
     * Makes readers see a run that was published before. Its folder is used if it still stands, else made anew.
     *
     * @param run one of {@link #kept}
     */
    public void publish(Published run, Mode mode) {
        try {
            finishSwitch();
            if (mode == Mode.LINK && isLocal(files)) {
                publishLinked(run);
            } else {
                publishCopied(run);
            }
        } catch (IOException e) {
            throw new RunFailure(
                    Kind.INTERNAL,
                    "could not publish run " + run.runId() + " (the run before it still stands): " + e.getMessage(),
                    e);
        }
    }

    /** How the view that stands was made. */
    public Mode mode() {
        return isLocal(files) && Files.isSymbolicLink(local(new Path(root, TABLES))) ? Mode.LINK : Mode.COPY;
    }

    /**
     * Brings the view back to one piece where a machine stopped between the two renames that {@link Mode#COPY} needs.
     * Only for who holds the lock.
     */
    public void finishSwitch() {
        Path tables = new Path(root, TABLES);
        Path previous = new Path(root, PREVIOUS);
        try {
            if (!files.exists(tables) && !isLink(tables) && files.exists(previous)) {
                move(previous, tables);
            }
        } catch (IOException e) {
            throw new RunFailure(Kind.INTERNAL, "cannot move " + previous + " to " + tables + ": " + e.getMessage(), e);
        }
    }

    /** Says which snapshots hold the rows of a kept run now: others than before, once files were put together. */
    void repin(Published run) throws IOException {
        for (Path folder : List.of(new Path(new Path(root, PUBLISHED), run.runId()), new Path(root, TABLES))) {
            if (manifest(folder)
                    .filter(there -> there.runId().equals(run.runId()))
                    .isPresent()) {
                writeManifest(folder, run);
            }
        }
    }

    /**
     * Deletes the folders of all published runs but some, and what runs that died while publishing have left.
     *
     * @param runIds runs whose folders stay
     */
    void deleteAllBut(Set<String> runIds) throws IOException {
        Path published = new Path(root, PUBLISHED);
        if (files.exists(published)) {
            for (FileStatus folder : files.listStatus(published)) {
                if (!runIds.contains(folder.getPath().getName())) {
                    // The manifest first: what has none is no run any more, however far the deleting comes.
                    files.delete(new Path(folder.getPath(), MANIFEST), false);
                    files.delete(folder.getPath(), true);
                }
            }
        }
        for (FileStatus file : files.listStatus(root)) {
            String name = file.getPath().getName();
            if (name.startsWith(NEXT) || name.startsWith("." + TABLES + "-") || name.equals(PREVIOUS)) {
                files.delete(file.getPath(), true);
            }
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

    /** The rows of a table as readers see them. */
    public Dataset<Row> read(SparkSession session, Table table) {
        return session.read().parquet(resolvedTables() + "/" + table.name());
    }

    /**
     * Writes a page beside the tables; who reads it meanwhile sees the one before.
     *
     * @param name path within the folder of the warehouse
     * @return its address
     */
    public String writePage(String name, String text) {
        Path page = new Path(root, name);
        try {
            files.mkdirs(page.getParent());
            write(page, text.getBytes(StandardCharsets.UTF_8));
            return pageAddress(name);
        } catch (IOException e) {
            throw new RunFailure(Kind.INTERNAL, "cannot write " + page + ": " + e.getMessage(), e);
        }
    }

    /** A page as {@link #writePage} wrote it; empty if there is none, or none that can be read. */
    public Optional<String> readPage(String name) {
        try (InputStream in = files.open(new Path(root, name))) {
            return Optional.of(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            return Optional.empty(); // it is written again
        }
    }

    /** Where a page is, whether or not it is there. */
    public String pageAddress(String name) {
        Path page = new Path(root, name);
        return isLocal(files) ? local(page).toString() : page.toString();
    }

    /** Writes a file into the folder of the warehouse, in the place of what was there: who reads sees one or the other. */
    void write(String name, byte[] content) throws IOException {
        write(new Path(root, name), content);
    }

    private void write(Path whole, byte[] content) throws IOException {
        Path written = isLocal(files) ? whole.suffix(".new") : whole;
        try (OutputStream out = files.create(written, true)) {
            out.write(content);
        }
        if (isLocal(files)) {
            try (FileChannel channel = FileChannel.open(local(written), StandardOpenOption.WRITE)) {
                channel.force(true); // or a machine that goes down leaves a name without content
            }
            Files.move(local(written), local(whole), StandardCopyOption.ATOMIC_MOVE);
        }
    }

    /** The file system of the warehouse. */
    FileSystem files() {
        return files;
    }

    /** The folder of the warehouse, in full. */
    Path root() {
        return root;
    }

    static boolean isLocal(FileSystem files) {
        return files.getUri().getScheme().equals("file");
    }

    private void publishLinked(Published run) throws IOException {
        java.nio.file.Path published = local(root).resolve(PUBLISHED);
        java.nio.file.Path folder = published.resolve(run.runId());
        if (!Files.isDirectory(folder.resolve(Tables.published().get(0).name()))) {
            // Under a hidden name until it is whole: what has a plain name can be gone back to.
            Path hidden = new Path(published.resolve("." + run.runId()).toUri());
            files.delete(hidden, true);
            fill(run, hidden, (source, target) -> link(local(source), local(target)));
            files.delete(new Path(folder.toUri()), true);
            Files.move(local(hidden), folder, StandardCopyOption.ATOMIC_MOVE);
        }
        java.nio.file.Path next = local(root).resolve("." + TABLES + "-" + run.runId());
        Files.deleteIfExists(next);
        // Relative, so that a warehouse that is moved as a whole keeps working.
        Files.createSymbolicLink(next, java.nio.file.Path.of(PUBLISHED, run.runId()));
        java.nio.file.Path tables = local(root).resolve(TABLES);
        if (Files.isDirectory(tables, LinkOption.NOFOLLOW_LINKS)) {
            // A folder of copies, or a link that became one when the warehouse was copied: no rename takes its place.
            files.delete(new Path(root, PREVIOUS), true);
            move(new Path(root, TABLES), new Path(root, PREVIOUS));
        }
        Files.move(next, tables, StandardCopyOption.ATOMIC_MOVE);
        forgetPrevious();
    }

    private void publishCopied(Published run) throws IOException {
        Path next = new Path(root, NEXT + run.runId());
        files.delete(next, true);
        fill(run, next, (source, target) -> FileUtil.copy(files, source, files, target, false, hadoop));
        // The lake can give the run back as long as it is known which snapshots it was.
        Path kept = new Path(new Path(root, PUBLISHED), run.runId());
        files.mkdirs(kept);
        writeManifest(kept, run);
        Path tables = new Path(root, TABLES);
        Path previous = new Path(root, PREVIOUS);
        files.delete(previous, true);
        if (files.exists(tables)) {
            move(tables, previous);
        }
        move(next, tables);
        forgetPrevious();
    }

    /** The run is published: what cannot be deleted now goes when the warehouse is cleaned. */
    private void forgetPrevious() {
        try {
            files.delete(new Path(root, PREVIOUS), true);
        } catch (IOException e) {
            return; // see above
        }
    }

    private void move(Path from, Path to) throws IOException {
        if (isLocal(files)) {
            // Replacing: a link to a run that is gone would stand in the way for ever.
            Files.move(local(from), local(to), StandardCopyOption.REPLACE_EXISTING);
        } else if (!files.rename(from, to)) {
            throw new IOException("cannot move " + from + " to " + to);
        }
    }

    private boolean isLink(Path path) {
        return isLocal(files) && Files.isSymbolicLink(local(path));
    }

    /** Puts the data files that a run has of every table of the contract under {@code folder}, and says which run it is. */
    private void fill(Published run, Path folder, Transfer transfer) throws IOException {
        for (Table table : Tables.published()) {
            Path tableFolder = new Path(folder, table.name());
            files.mkdirs(tableFolder);
            List<Path> dataFiles = dataFiles(table, run.snapshots().get(table.name()));
            if (dataFiles.isEmpty()) {
                writeEmpty(table, new Path(tableFolder, "empty.parquet"));
            }
            for (Path dataFile : dataFiles) {
                transfer.from(dataFile, new Path(tableFolder, dataFile.getName()));
            }
        }
        writeManifest(folder, run);
    }

    /** Writes it beside itself first: a reader sees the old one or the new one. */
    void writeManifest(Path folder, Published run) throws IOException {
        ObjectNode manifest = JSON.createObjectNode().put("run_id", run.runId());
        manifest.set("snapshots", JSON.valueToTree(new TreeMap<>(run.snapshots())));
        write(new Path(folder, MANIFEST), JSON.writeValueAsBytes(manifest));
    }

    private List<Path> dataFiles(Table table, Long snapshot) throws IOException {
        List<Path> dataFiles = new ArrayList<>();
        if (snapshot == null) {
            return dataFiles;
        }
        try (CloseableIterable<FileScanTask> tasks =
                warehouse.load(table).newScan().useSnapshot(snapshot).planFiles()) {
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

    /** A second name for a file, in the place of what was there; a copy where the disk gives none. */
    static void link(java.nio.file.Path source, java.nio.file.Path target) throws IOException {
        Files.deleteIfExists(target);
        try {
            Files.createLink(target, source);
        } catch (UnsupportedOperationException | java.nio.file.FileSystemException e) {
            Files.copy(source, target, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    static java.nio.file.Path local(Path path) {
        return java.nio.file.Path.of(path.toUri().getPath());
    }

    /** Brings one file from the lake to the view. */
    @FunctionalInterface
    private interface Transfer {
        void from(Path source, Path target) throws IOException;
    }
}
