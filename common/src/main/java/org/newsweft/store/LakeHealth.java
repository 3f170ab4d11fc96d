package org.newsweft.store;

import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toSet;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.LocatedFileStatus;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.fs.RemoteIterator;
import org.apache.iceberg.Snapshot;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;
import org.newsweft.store.PlainView.Published;
import org.newsweft.store.RunFailure.Kind;
import org.newsweft.table.Tables;
import org.newsweft.table.figures.Runs;
import org.newsweft.table.schema.Table;

/**
 * Whether the lake still holds what was published, and what is done where it does not: a table that is lost or damaged is
 * taken back from the published run, and all that the corpus has is read anew.
 */
public final class LakeHealth {
    /**
     * What is wrong with a table.
     *
     * @param table the table
     * @param what what is wrong with it, for a message
     */
    record Damage(Table table, String what) {}

    private final Warehouse warehouse;
    private final PlainView view;
    private final FileSystem files;

    private LakeHealth(Warehouse warehouse, PlainView view) {
        this.warehouse = warehouse;
        this.view = view;
        this.files = view.files();
    }

    /**
     * Makes the lake ready for a run: it knows its own place, has every table, and stands where the published run left
     * it. To be called under the lock, before anything is read.
     *
     * @param rebuild true if what is lost or damaged may be rebuilt, for everything is read anew in any case
     * @return what was done that a person should know of, one line each
     * @throws RunFailure if something is lost or damaged and {@code rebuild} is false
     */
    public static List<String> prepare(Warehouse warehouse, PlainView view, boolean rebuild) {
        return new LakeHealth(warehouse, view).prepare(rebuild);
    }

    /**
     * Says what to do where a warehouse that was moved cannot be read before a run has been through it, or where the lake
     * has lost what was published.
     *
     * @throws RunFailure if so
     */
    public static void demandReadable(Warehouse warehouse, PlainView view) {
        LakeOwner.demand(warehouse, view);
        if (LakeAddress.isElsewhere(warehouse)) {
            throw new RunFailure(
                    Kind.USAGE,
                    "the warehouse %s was moved or copied: 'newsweft run' makes it at home here; its tables can be read meanwhile"
                            .formatted(view.root().toUri().getPath()));
        }
        LakeHealth health = new LakeHealth(warehouse, view);
        List<Damage> damages = new ArrayList<>();
        Published published = view.current().orElseThrow();
        for (Table table : Tables.all()) {
            Long snapshot = published.snapshots().get(table.name());
            try {
                if (snapshot != null && warehouse.load(table).snapshot(snapshot) == null) {
                    damages.add(new Damage(table, "does not know the published snapshot"));
                }
            } catch (RuntimeException e) {
                demandMachine(e);
                damages.add(new Damage(table, "is lost"));
            }
        }
        if (!damages.isEmpty()) {
            throw new RunFailure(
                    Kind.INTERNAL,
                    health.message(damages)
                            + ": 'newsweft run --full' rebuilds it; its published tables can be read meanwhile");
        }
    }

    /**
     * Demands that the tables of the catalog are this warehouse's.
     *
     * @throws RunFailure if they are another's
     */
    public static void demandOwn(Warehouse warehouse, PlainView view) {
        LakeOwner.demand(warehouse, view);
    }

    private List<String> prepare(boolean rebuild) {
        // Before anything is touched: in a shared catalog, the tables may be those of another warehouse.
        LakeOwner.demand(warehouse, view);
        List<String> notes = new ArrayList<>();
        view.finishSwitch();
        if (LakeAddress.settle(warehouse) > 0) {
            notes.add("the warehouse was moved or copied to "
                    + view.root().toUri().getPath() + ": its lake knows the new place now");
            if (view.isWhole() && view.current().isPresent()) {
                DuckDbViews.write(warehouse, view);
            }
        }
        List<Published> kept = view.kept();
        boolean isWhole = view.isWhole();
        if (!kept.isEmpty() && (!isWhole || view.current().isEmpty())) {
            Published latest = kept.get(0);
            view.publish(latest, PlainView.isLocal(files) ? PlainView.Mode.LINK : PlainView.Mode.COPY);
            notes.add("the published tables %s: run %s is published again"
                    .formatted(isWhole ? "were gone" : "did not say which run they are", latest.runId()));
            DuckDbViews.write(warehouse, view);
        }
        Optional<Published> published = view.isWhole() ? view.current() : Optional.empty();
        if (published.isEmpty()) {
            boolean wasPublished = lakeWasPublished(rebuild);
            view.forgetUnreadable();
            warehouse.createMissingTables();
            if (!wasPublished) {
                warehouse.rollBackTo(Map.of());
            }
            return notes;
        }
        if (!DuckDbViews.areOf(view)) {
            DuckDbViews.write(warehouse, view); // a run that published could write no more
        }
        List<Damage> damages = damages(published.get(), rebuild);
        if (!damages.isEmpty()) {
            if (!rebuild) {
                throw new RunFailure(
                        Kind.INTERNAL,
                        "%s: run again with --full, which reads the corpus anew and takes from the published run what the corpus no longer has"
                                .formatted(message(damages)));
            }
            notes.add(message(damages) + ": rebuilt, " + restore(damages));
        }
        warehouse.createMissingTables();
        warehouse.rollBackTo(
                published.get().snapshots(),
                damages.stream().map(damage -> damage.table().name()).collect(toSet()));
        return notes;
    }

    /** A lake without a view is that of a first run that died, unless it says that a run was published. */
    private boolean lakeWasPublished(boolean rebuild) {
        Table runs = Runs.TABLE;
        boolean wasPublished;
        try {
            wasPublished = warehouse.rowCount(runs) > 0;
        } catch (RuntimeException e) {
            demandMachine(e);
            wasPublished = true; // it cannot be read, but something wrote it
        }
        if (wasPublished && !rebuild) {
            throw new RunFailure(
                    Kind.INTERNAL,
                    "the published tables of %s are gone, but its lake is there: bring the folders tables and published back from a copy, or run again with --full, which reads the corpus anew and keeps from the lake what the corpus no longer has"
                            .formatted(view.root().toUri().getPath()));
        }
        for (Table table : Tables.all()) {
            if (warehouse.folder(table).isPresent() && !isOpen(table)) {
                warehouse.startOver(table);
            }
        }
        return wasPublished;
    }

    private boolean isOpen(Table table) {
        try {
            if (warehouse.has(table)) {
                warehouse.load(table).currentSnapshot();
            } else {
                return !files.exists(warehouse.folder(table).orElseThrow());
            }
            return true;
        } catch (RuntimeException | IOException e) {
            demandMachine(e);
            return false;
        }
    }

    /**
     * The tables that do not hold what was published.
     *
     * @param thorough true to read every row; false to look at files and their sizes only
     */
    List<Damage> damages(Published published, boolean thorough) {
        List<Damage> damages = new ArrayList<>();
        Map<String, Map<String, Long>> sizes = new HashMap<>();
        for (Table table : Tables.all()) {
            Long snapshot = published.snapshots().get(table.name());
            damage(table, snapshot, sizes, thorough).ifPresent(what -> damages.add(new Damage(table, what)));
        }
        return damages;
    }

    private Optional<String> damage(Table table, Long wanted, Map<String, Map<String, Long>> sizes, boolean thorough) {
        try {
            if (!warehouse.has(table)) {
                boolean isNew = wanted == null
                        && (warehouse.folder(table).isEmpty()
                                || !files.exists(warehouse.folder(table).get()));
                return isNew ? Optional.empty() : Optional.of("is lost");
            }
            if (LakeAddress.isElsewhere(warehouse, table)) {
                // Its files would be those of the warehouse that it is a copy of.
                return Optional.of("was not copied whole");
            }
            org.apache.iceberg.Table stored = warehouse.load(table);
            if (wanted == null) {
                return Optional.empty();
            }
            Snapshot snapshot = stored.snapshot(wanted);
            if (snapshot == null) {
                return Optional.of("does not know the published snapshot");
            }
            Optional<String> missing = warehouse.folder(table).isEmpty()
                    ? Optional.empty()
                    : missing(new LakeFiles(stored).all(snapshot), sizes);
            if (missing.isEmpty() && thorough) {
                readEverything(warehouse.asOf(Map.of(table.name(), wanted)).read(table));
            }
            return missing;
        } catch (Exception e) {
            // What Spark meets in a damaged file comes as a checked exception that no method declares.
            demandMachine(e);
            return Optional.of("cannot be read");
        }
    }

    /** A right that is lacking, or memory that is, is no damage: what it hides must not be thrown away for it. */
    private static void demandMachine(Exception failure) {
        RunFailure.ofMachine(failure).ifPresent(machine -> {
            throw machine;
        });
    }

    /** The first file that is not there as it should be. */
    private Optional<String> missing(Map<String, Long> needed, Map<String, Map<String, Long>> sizes)
            throws IOException {
        for (Map.Entry<String, Long> file : needed.entrySet()) {
            Path path = files.makeQualified(new Path(file.getKey()));
            Map<String, Long> folder = sizes.computeIfAbsent(path.getParent().toString(), this::sizesIn);
            Long size = folder.get(path.getName());
            if (size == null) {
                return Optional.of("lacks the file " + path.getName());
            }
            if (file.getValue() >= 0 && !size.equals(file.getValue())) {
                return Optional.of("has a damaged file, " + path.getName());
            }
        }
        return Optional.empty();
    }

    private Map<String, Long> sizesIn(String folder) {
        Map<String, Long> sizes = new HashMap<>();
        try {
            RemoteIterator<LocatedFileStatus> listing = files.listFiles(new Path(folder), false);
            while (listing.hasNext()) {
                LocatedFileStatus file = listing.next();
                sizes.put(file.getPath().getName(), file.getLen());
            }
        } catch (FileNotFoundException e) {
            return Map.of();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot list " + folder + ": " + e.getMessage(), e);
        }
        return sizes;
    }

    /** Decodes every value; a damaged page throws. */
    private static void readEverything(Dataset<Row> rows) {
        rows.select(functions.xxhash64(functions.to_json(functions.struct("*"))).as("hash"))
                .agg(functions.bit_xor(functions.col("hash")))
                .collectAsList();
    }

    /** Puts the rows of the published run in the place of what is broken; says what could be had and what not. */
    private String restore(List<Damage> damages) {
        // All are emptied first: a lake that is gone has none of its own files to be read.
        damages.forEach(damage -> warehouse.startOver(damage.table()));
        int taken = 0;
        List<String> empty = new ArrayList<>();
        for (Damage damage : damages) {
            Table table = damage.table();
            if (!table.published()) {
                continue;
            }
            try {
                Dataset<Row> rows = view.read(warehouse.spark(), table);
                warehouse.append(table, withColumnsOf(table, rows));
                taken++;
            } catch (Exception e) {
                demandMachine(e);
                warehouse.startOver(table);
                empty.add(table.name());
            }
        }
        return taken + " from the published run"
                + (empty.isEmpty() ? "" : ", and from the corpus alone " + String.join(", ", empty));
    }

    /** What an older run published may lack columns: null. */
    private static Dataset<Row> withColumnsOf(Table table, Dataset<Row> rows) {
        List<String> has = List.of(rows.columns());
        return rows.select(table.columns().stream()
                .map(column -> has.contains(column.name())
                        ? column.col()
                        : functions.lit(null).cast(column.type().sparkType()).as(column.name()))
                .toArray(org.apache.spark.sql.Column[]::new));
    }

    private String message(List<Damage> damages) {
        Set<String> kinds = damages.stream().map(Damage::what).collect(toSet());
        String lake = view.root().toUri().getPath() + "/" + Warehouse.LAKE;
        int written = view.current().map(run -> run.snapshots().size()).orElse(0);
        if (damages.size() >= written && kinds.equals(Set.of("is lost"))) {
            return "the lake " + lake + " is gone, though a published run stands beside it";
        }
        return "the lake %s is damaged (%s%s)"
                .formatted(
                        lake,
                        damages.stream()
                                .limit(3)
                                .map(damage -> damage.table().name() + " " + damage.what())
                                .collect(joining("; ")),
                        damages.size() > 3 ? "; and " + (damages.size() - 3) + " more" : "");
    }
}
