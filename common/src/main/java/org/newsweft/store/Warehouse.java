package org.newsweft.store;

import static java.util.stream.Collectors.toSet;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.iceberg.FileScanTask;
import org.apache.iceberg.OverwriteFiles;
import org.apache.iceberg.Snapshot;
import org.apache.iceberg.SnapshotSummary;
import org.apache.iceberg.TableProperties;
import org.apache.iceberg.UpdateProperties;
import org.apache.iceberg.UpdateSchema;
import org.apache.iceberg.catalog.Catalog;
import org.apache.iceberg.catalog.Namespace;
import org.apache.iceberg.catalog.SupportsNamespaces;
import org.apache.iceberg.catalog.TableIdentifier;
import org.apache.iceberg.expressions.Expressions;
import org.apache.iceberg.hadoop.HadoopCatalog;
import org.apache.iceberg.io.CloseableIterable;
import org.apache.iceberg.spark.FileRewriteCoordinator;
import org.apache.iceberg.spark.ScanTaskSetManager;
import org.apache.iceberg.spark.SparkCatalog;
import org.apache.iceberg.spark.SparkReadOptions;
import org.apache.iceberg.spark.SparkSchemaUtil;
import org.apache.iceberg.spark.SparkTableCache;
import org.apache.iceberg.types.Types.NestedField;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SaveMode;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.catalyst.analysis.NoSuchTableException;
import org.newsweft.store.RunFailure.Kind;
import org.newsweft.table.Tables;
import org.newsweft.table.schema.Field;
import org.newsweft.table.schema.Table;

/**
 * The system of record: every table as an Apache Iceberg table of the Spark catalog {@value #CATALOG}.
 *
 * <p>Unless the session was started with another one ({@code --conf spark.sql.catalog.newsweft...}), the catalog is a
 * Hadoop catalog in the folder {@code lake} of the warehouse. Each write is one atomic commit; readers of the plain
 * Parquet view see none of them before {@link PlainView#publish} switches the view.
 */
public final class Warehouse {
    static final String CATALOG = "newsweft";

    /** Where the tables are in the catalog, unless the user says otherwise. */
    public static final String NAMESPACE = "news";

    /** Iceberg's metadata column with the name of the data file that a row stands in. */
    private static final String FILE = "_file";

    private static final String ICEBERG = "iceberg";

    /** Folder of the lake in that of the warehouse. */
    static final String LAKE = "lake";

    /** Says in a shared catalog which warehouse a table belongs to. */
    static final String OWNER = "newsweft.warehouse";

    private static final Pattern NAMESPACE_FORM = Pattern.compile("[a-z][a-z0-9_]{0,62}");

    private static final Map<String, String> TABLE_PROPERTIES = Map.of(
            TableProperties.FORMAT_VERSION, "2",
            TableProperties.METADATA_DELETE_AFTER_COMMIT_ENABLED, "true",
            // Snapshots are what is gone back to; older metadata is of no use to anybody.
            TableProperties.METADATA_PREVIOUS_VERSIONS_MAX, "1",
            // Each commit adds a manifest: so many lie side by side before they become one.
            TableProperties.MANIFEST_MIN_MERGE_COUNT, "8");

    private final SparkSession spark;
    private final String location;
    private final Namespace namespace;
    private final Catalog catalog;
    private final Optional<Map<String, Long>> snapshots;

    private Warehouse(
            SparkSession spark,
            String location,
            Namespace namespace,
            Catalog catalog,
            Optional<Map<String, Long>> snapshots) {
        this.spark = spark;
        this.location = location;
        this.namespace = namespace;
        this.catalog = catalog;
        this.snapshots = snapshots;
    }

    /**
     * Opens the warehouse at this address. Nothing is written yet: see {@link #createMissingTables}.
     *
     * @param spark session to read and write with
     * @param location folder of the warehouse: a path, or a URI of any Hadoop file system
     */
    public static Warehouse open(SparkSession spark, String location) {
        return open(spark, location, NAMESPACE);
    }

    /**
     * As {@link #open(SparkSession, String)}, with the tables in another namespace of the catalog: a catalog that is shared
     * holds one warehouse in each.
     */
    public static Warehouse open(SparkSession spark, String location, String namespace) {
        CatalogSafety.demand(spark, location);
        return opened(spark, location, namespace);
    }

    private static Warehouse opened(SparkSession spark, String location, String namespace) {
        Objects.requireNonNull(location, "location is null");
        if (!NAMESPACE_FORM.matcher(namespace).matches()) {
            throw new RunFailure(
                    Kind.USAGE,
                    "no namespace '%s': write a name of small letters, digits and underscores".formatted(namespace));
        }
        String catalogKey = "spark.sql.catalog." + CATALOG;
        if (spark.conf().getOption(catalogKey).isEmpty()) {
            spark.conf().set(catalogKey, SparkCatalog.class.getName());
            spark.conf().set(catalogKey + ".type", "hadoop");
            spark.conf().set(catalogKey + ".warehouse", lake(spark, location));
            // A catalog that caches tables would hide the commits made through its own Java API below.
            spark.conf().set(catalogKey + ".cache-enabled", "false");
        }
        SparkCatalog sparkCatalog =
                (SparkCatalog) spark.sessionState().catalogManager().catalog(CATALOG);
        return new Warehouse(spark, location, Namespace.of(namespace), sparkCatalog.icebergCatalog(), Optional.empty());
    }

    /**
     * Opens a second warehouse beside one, to try something on. Its lake is one of folders, whatever catalog Spark was
     * started with: that one holds the tables of the first.
     *
     * @param session a session in which no warehouse was opened yet
     * @param location folder of the second warehouse
     */
    public static Warehouse openBeside(SparkSession session, String location, String namespace) {
        String catalogKey = "spark.sql.catalog." + CATALOG;
        scala.jdk.javaapi.CollectionConverters.asJava(session.conf().getAll()).keySet().stream()
                .filter(key -> key.equals(catalogKey) || key.startsWith(catalogKey + "."))
                .toList()
                .forEach(key -> session.conf().unset(key));
        // Nobody else writes to it: folders will do, on an object store too.
        return opened(session, location, namespace);
    }

    /**
     * The same warehouse as it stood at these snapshots, to read: what was written since is not seen, and a table that
     * had no snapshot has no rows.
     *
     * @param at snapshot of each table, by its name
     */
    public Warehouse asOf(Map<String, Long> at) {
        return new Warehouse(spark, location, namespace, catalog, Optional.of(Map.copyOf(at)));
    }

    /** The same warehouse as it stands now. */
    public Warehouse live() {
        return new Warehouse(spark, location, namespace, catalog, Optional.empty());
    }

    /** Where the lake is, by a path that means the same from every working directory. */
    private static String lake(SparkSession spark, String location) {
        Path folder = new Path(location);
        try {
            FileSystem files = folder.getFileSystem(spark.sessionState().newHadoopConf());
            Path full = files.makeQualified(folder);
            return (PlainView.isLocal(files) ? full.toUri().getPath() : full.toString()) + "/" + LAKE;
        } catch (IOException e) {
            throw new RunFailure(Kind.USAGE, "cannot open the warehouse " + location + ": " + e.getMessage(), e);
        }
    }

    /** The folder of the warehouse, as it was given. */
    public String location() {
        return location;
    }

    /** The namespace of the catalog that its tables are in. */
    public String namespace() {
        return namespace.toString();
    }

    /** The session this warehouse reads and writes with. */
    public SparkSession spark() {
        return spark;
    }

    /** All rows of a table, as they stand now or as they stood; none if it was never created. */
    public Dataset<Row> read(Table table) {
        if (snapshots.isPresent()) {
            Long snapshot = snapshots.get().get(table.name());
            return snapshot == null
                    ? spark.createDataFrame(List.of(), table.schema())
                    : spark.sql("SELECT * FROM %s VERSION AS OF %d".formatted(name(table), snapshot));
        }
        return catalog.tableExists(identifier(table))
                ? spark.table(name(table))
                : spark.createDataFrame(List.of(), table.schema());
    }

    /**
     * As {@link #read}, but with another session, whose catalog is another: its frames go together with those of that
     * session.
     */
    public Dataset<Row> read(Table table, SparkSession session) {
        try {
            org.apache.iceberg.Table stored = load(table);
            Snapshot snapshot = snapshot(stored, table);
            // Nothing but whole files is ever deleted here, so the files are the rows.
            String[] files = snapshot == null
                    ? new String[0]
                    : new LakeFiles(stored).data(snapshot).keySet().toArray(String[]::new);
            return files.length == 0
                    ? session.createDataFrame(List.of(), table.schema())
                    : session.read().schema(table.schema()).parquet(files);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the table " + table.name(), e);
        }
    }

    /** Adds rows. */
    public void append(Table table, Dataset<Row> rows) {
        try {
            ordered(table, rows).writeTo(name(table)).append();
        } catch (NoSuchTableException e) {
            throw missing(table, e);
        }
    }

    /** Puts these rows in the place of all rows there are. */
    public void replaceAll(Table table, Dataset<Row> rows) {
        try {
            ordered(table, rows).writeTo(name(table)).overwrite(lit(true));
        } catch (NoSuchTableException e) {
            throw missing(table, e);
        }
    }

    /**
     * Puts rows in the place of those whose key is among {@code keys}, in one commit. Files that hold none of these keys
     * stay as they are; the rest of the others is written anew, so that every file holds living rows only.
     *
     * @param keys a frame with the columns {@code on}, small beside the table; null equals null
     * @param rows what comes in their place, and perhaps rows of other keys
     * @param on columns that identify what goes
     */
    public void replace(Table table, Dataset<Row> keys, Dataset<Row> rows, Field... on) {
        org.apache.iceberg.Table stored = load(table);
        Snapshot snapshot = stored.currentSnapshot();
        Set<String> holding = snapshot == null || keys.isEmpty() ? Set.of() : filesWith(table, keys, on);
        if (holding.isEmpty()) {
            append(table, rows);
            return;
        }
        List<FileScanTask> held = tasks(stored, holding);
        // Iceberg's own way to rewrite files: a group that can be read and written under its name, then committed at
        // once.
        String group = UUID.randomUUID().toString();
        SparkTableCache.get().add(group, stored);
        ScanTaskSetManager.get().stageTasks(stored, group, held);
        try {
            Dataset<Row> staying = spark.read()
                    .format(ICEBERG)
                    .load(group)
                    .as("held")
                    .join(distinct(keys, on).as("gone"), sameKey(on), "left_anti");
            ordered(table, table.rows(staying).unionByName(table.rows(rows)))
                    .write()
                    .format(ICEBERG)
                    .mode(SaveMode.Append)
                    .save(group);
            OverwriteFiles overwrite = stored.newOverwrite()
                    .validateFromSnapshot(snapshot.snapshotId())
                    .validateNoConflictingData();
            held.forEach(task -> overwrite.deleteFile(task.file()));
            FileRewriteCoordinator.get().fetchNewFiles(stored, group).forEach(overwrite::addFile);
            overwrite.commit();
        } finally {
            SparkTableCache.get().remove(group);
            ScanTaskSetManager.get().removeTasks(stored, group);
            FileRewriteCoordinator.get().clearRewrite(stored, group);
        }
    }

    /** Names of the data files that hold a row with one of these keys: as many as there are files, at most. */
    private Set<String> filesWith(Table table, Dataset<Row> keys, Field... on) {
        return spark
                .table(name(table))
                .select(Stream.concat(Stream.of(on).map(Field::col), Stream.of(col(FILE)))
                        .toArray(Column[]::new))
                .as("held")
                .join(distinct(keys, on).as("gone"), sameKey(on), "left_semi")
                .select(col(FILE))
                .distinct()
                .collectAsList()
                .stream()
                .map(row -> row.getString(0))
                .collect(toSet());
    }

    private static Dataset<Row> distinct(Dataset<Row> keys, Field... on) {
        return keys.select(Stream.of(on).map(Field::col).toArray(Column[]::new)).distinct();
    }

    private static Column sameKey(Field... on) {
        return Stream.of(on)
                .map(field -> field.of("held").eqNullSafe(field.of("gone")))
                .reduce(Column::and)
                .orElseThrow();
    }

    private static List<FileScanTask> tasks(org.apache.iceberg.Table stored, Set<String> files) {
        try (CloseableIterable<FileScanTask> all = stored.newScan().planFiles()) {
            return StreamSupport.stream(all.spliterator(), false)
                    .filter(task -> files.contains(task.file().location()))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * All rows of a table as they stood at a snapshot.
     *
     * @param snapshots snapshots by table name, as {@link #snapshots} gives them; none for a table that had no rows
     */
    public Dataset<Row> readAt(Table table, Map<String, Long> snapshots) {
        Long snapshot = snapshots.get(table.name());
        return snapshot == null
                ? spark.createDataFrame(List.of(), table.schema())
                : table.rows(spark.read()
                        .option(SparkReadOptions.VERSION_AS_OF, snapshot)
                        .table(name(table)));
    }

    /** Rows that the table holds, from its metadata: no scan. */
    public long rowCount(Table table) {
        return total(table, SnapshotSummary.TOTAL_RECORDS_PROP);
    }

    /** Data files that the table has, from its metadata. */
    public long fileCount(Table table) {
        return total(table, SnapshotSummary.TOTAL_DATA_FILES_PROP);
    }

    private long total(Table table, String property) {
        if (!catalog.tableExists(identifier(table))) {
            return 0;
        }
        Snapshot snapshot = snapshot(load(table), table);
        return snapshot == null ? 0 : Long.parseLong(snapshot.summary().getOrDefault(property, "0"));
    }

    /** The snapshot that is read of a table; null if it has none. */
    private Snapshot snapshot(org.apache.iceberg.Table stored, Table table) {
        if (snapshots.isEmpty()) {
            return stored.currentSnapshot();
        }
        Long at = snapshots.get().get(table.name());
        return at == null ? null : stored.snapshot(at);
    }

    /** The current snapshot of every table that has one, by table name. */
    public Map<String, Long> snapshots() {
        Map<String, Long> snapshots = new LinkedHashMap<>();
        for (Table table : Tables.all()) {
            Snapshot snapshot = load(table).currentSnapshot();
            if (snapshot != null) {
                snapshots.put(table.name(), snapshot.snapshotId());
            }
        }
        return snapshots;
    }

    /**
     * Takes every table back to these snapshots; a table without one becomes empty. What a run that died had committed
     * is gone afterwards.
     *
     * @return true if any table had to be taken back
     */
    public boolean rollBackTo(Map<String, Long> snapshots) {
        return rollBackTo(snapshots, Set.of());
    }

    /**
     * As {@link #rollBackTo(Map)}, but for some tables.
     *
     * @param but names of tables that stay as they are
     */
    boolean rollBackTo(Map<String, Long> snapshots, Set<String> but) {
        boolean changed = false;
        for (Table table : Tables.all()) {
            org.apache.iceberg.Table stored = load(table);
            Snapshot current = stored.currentSnapshot();
            Long wanted = snapshots.get(table.name());
            if (but.contains(table.name()) || current == null || (wanted != null && current.snapshotId() == wanted)) {
                continue;
            }
            if (wanted != null) {
                stored.manageSnapshots().setCurrentSnapshot(wanted).commit();
                changed = true;
            } else if (rowCount(table) > 0) {
                // Emptied by a commit like any other, never dropped: what goes for good goes after publishing.
                stored.newDelete().deleteFromRowFilter(Expressions.alwaysTrue()).commit();
                changed = true;
            }
        }
        return changed;
    }

    /** What is wrong with the columns of a table as it stands now. */
    public List<LakeColumns.Faulty> faults(Table table) {
        return LakeColumns.of(load(table), table);
    }

    /** The Iceberg table, freshly loaded. */
    org.apache.iceberg.Table load(Table table) {
        return catalog.loadTable(identifier(table));
    }

    /** True if the lake has this table. */
    boolean has(Table table) {
        return catalog.tableExists(identifier(table));
    }

    /** True if the lake is the folder in the warehouse, which no other warehouse can have, and not somebody's catalog. */
    boolean isOwnLake() {
        String place = spark.conf().get("spark.sql.catalog." + CATALOG + ".warehouse", "");
        return catalog instanceof HadoopCatalog && place.equals(lake(spark, location));
    }

    /** The folder of a table, if the lake is one of folders and not somebody's catalog. */
    Optional<Path> folder(Table table) {
        return isOwnLake()
                ? Optional.of(new Path(lake(spark, location), namespace + "/" + table.name()))
                : Optional.empty();
    }

    /** Creates a table anew, without rows, whatever was there under its name. */
    void startOver(Table table) {
        try {
            if (folder(table).isPresent()) {
                // The catalog would want to read what is broken.
                Path folder = folder(table).get();
                folder.getFileSystem(spark.sessionState().newHadoopConf()).delete(folder, true);
            } else {
                catalog.dropTable(identifier(table), false);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot delete the table " + table.name(), e);
        }
        create(table);
    }

    /**
     * Creates the tables that are not there yet, without rows, and adds the columns that tables of an older lake lack:
     * null in the rows there are.
     *
     * @return true if a table lacked a column: the files it has are not of one schema before its rows are written anew
     */
    public boolean createMissingTables() {
        if (catalog instanceof SupportsNamespaces namespaces && !namespaces.namespaceExists(namespace)) {
            namespaces.createNamespace(namespace);
        }
        boolean lackedColumns = false;
        for (Table table : Tables.all()) {
            if (!has(table)) {
                create(table);
            } else {
                lackedColumns |= addMissingColumns(table);
            }
        }
        return lackedColumns;
    }

    private void create(Table table) {
        catalog.buildTable(identifier(table), SparkSchemaUtil.convert(table.schema()))
                .withProperties(TABLE_PROPERTIES)
                .withProperties(isOwnLake() ? Map.of() : Map.of(OWNER, address()))
                .create();
    }

    /** Where this warehouse is, in full. */
    String address() {
        Path folder = new Path(location);
        try {
            return folder.getFileSystem(spark.sessionState().newHadoopConf())
                    .makeQualified(folder)
                    .toString();
        } catch (IOException e) {
            throw new RunFailure(Kind.USAGE, "cannot open the warehouse " + location + ": " + e.getMessage(), e);
        }
    }

    private boolean addMissingColumns(Table table) {
        org.apache.iceberg.Table stored = load(table);
        if (!stored.properties().entrySet().containsAll(TABLE_PROPERTIES.entrySet())) {
            UpdateProperties properties = stored.updateProperties();
            TABLE_PROPERTIES.forEach(properties::set);
            properties.commit();
        }
        UpdateSchema update = stored.updateSchema();
        boolean lackedColumns = false;
        for (NestedField column : SparkSchemaUtil.convert(table.schema()).columns()) {
            if (stored.schema().findField(column.name()) == null) {
                update.addColumn(column.name(), column.type(), column.doc());
                lackedColumns = true;
            }
        }
        if (lackedColumns) {
            update.commit();
        }
        return lackedColumns;
    }

    private static Dataset<Row> ordered(Table table, Dataset<Row> rows) {
        return table.rows(rows).sortWithinPartitions(table.order());
    }

    private TableIdentifier identifier(Table table) {
        return TableIdentifier.of(namespace, table.name());
    }

    private String name(Table table) {
        return CATALOG + "." + namespace + "." + table.name();
    }

    private static RunFailure missing(Table table, Exception cause) {
        return new RunFailure(
                Kind.INTERNAL,
                "the table " + table.name() + " has vanished from the lake while it was written: run again",
                cause);
    }
}
