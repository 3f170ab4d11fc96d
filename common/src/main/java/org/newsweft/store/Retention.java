package org.newsweft.store;

import static java.util.stream.Collectors.toCollection;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.LocatedFileStatus;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.fs.RemoteIterator;
import org.apache.iceberg.ExpireSnapshots;
import org.apache.iceberg.HasTableOperations;
import org.apache.iceberg.Snapshot;
import org.apache.iceberg.SnapshotSummary;
import org.apache.iceberg.SortOrder;
import org.apache.iceberg.TableMetadata;
import org.apache.iceberg.actions.RewriteDataFiles;
import org.apache.iceberg.actions.SizeBasedFileRewritePlanner;
import org.apache.iceberg.spark.actions.SparkActions;
import org.newsweft.store.PlainView.Published;
import org.newsweft.table.Tables;
import org.newsweft.table.schema.Field;
import org.newsweft.table.schema.Table;

/**
 * Keeps the warehouse small: of published runs only the latest stay, with the snapshots that they are made of; what no
 * kept run needs is deleted, and the small files of many nights become one.
 *
 * <p>It works after publishing, under the lock, and may stop anywhere: first it is written down that something is not
 * needed, then it is deleted, and what is left over is found the next time. What readers see, and every run that is kept,
 * is never touched.
 */
public final class Retention {
    /** Published runs that are kept unless the user says otherwise. */
    public static final int KEEP_RUNS = 7;

    /** A table of more small files than this is put together. */
    private static final int MOST_SMALL_FILES = 32;

    private static final long SMALL_BYTES = 32L << 20;

    private static final long TARGET_BYTES = 128L << 20;

    /** Putting together begins with no table after so long: the rest waits for the next night. */
    private static final Duration REWRITING_TIME = Duration.ofSeconds(20);

    /** Tables that are cleaned at the same time: most of it is waiting for files. */
    private static final int AT_ONCE = 4;

    /** Stands while a run writes; if it stands when one begins, the run before has died. */
    private static final String UNFINISHED = ".unfinished";

    /**
     * What was done.
     *
     * @param runs published runs that went
     * @param snapshots snapshots that went
     * @param files files that went
     * @param bytes their size
     * @param tables tables whose small files were put together
     */
    public record Result(int runs, int snapshots, int files, long bytes, int tables) {
        static final Result NOTHING = new Result(0, 0, 0, 0, 0);

        private Result plus(Result other) {
            return new Result(
                    runs + other.runs,
                    snapshots + other.snapshots,
                    files + other.files,
                    bytes + other.bytes,
                    tables + other.tables);
        }
    }

    private final Warehouse warehouse;
    private final PlainView view;
    private final boolean isAfterDeath;

    private Retention(Warehouse warehouse, PlainView view, boolean isAfterDeath) {
        this.warehouse = warehouse;
        this.view = view;
        this.isAfterDeath = isAfterDeath;
    }

    /** To be called when a run begins to write: files that it leaves if it dies are then looked for. */
    public static Retention begin(Warehouse warehouse, PlainView view) {
        Path mark = new Path(view.root(), UNFINISHED);
        try {
            boolean isAfterDeath = view.files().exists(mark);
            if (!isAfterDeath) {
                try (OutputStream out = view.files().create(mark, true)) {
                    out.flush();
                }
            }
            return new Retention(warehouse, view, isAfterDeath);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write to the warehouse " + view.root() + ": " + e.getMessage(), e);
        }
    }

    /** True if the run before left its work undone. */
    public boolean isAfterDeath() {
        return isAfterDeath;
    }

    /**
     * Deletes what is not needed any more.
     *
     * @param keepRuns published runs that stay, the one that readers see among them
     * @param hasPublished true if this run has published; where nothing was written there is seldom anything to do
     */
    public Result clean(int keepRuns, boolean hasPublished) {
        if (keepRuns < 1) {
            throw new IllegalArgumentException("at least one run is kept, not " + keepRuns);
        }
        try {
            Result result = Result.NOTHING;
            List<Published> runs = view.kept();
            if (hasPublished || isAfterDeath || runs.size() > keepRuns) {
                result = clean(runs, keepRuns);
            }
            view.files().delete(new Path(view.root(), UNFINISHED), false);
            return result;
        } catch (IOException e) {
            throw new UncheckedIOException("cannot clean the warehouse: " + e.getMessage(), e);
        }
    }

    private Result clean(List<Published> runs, int keepRuns) throws IOException {
        List<Published> kept = kept(runs, keepRuns);
        Set<String> names = kept.stream().map(Published::runId).collect(toCollection(TreeSet::new));
        view.deleteAllBut(names);
        int rewritten = putTogether(kept);
        Result result = new Result(runs.size() - kept.size(), 0, 0, 0, rewritten);
        ExecutorService workers = Executors.newFixedThreadPool(AT_ONCE, work -> {
            Thread worker = new Thread(work, "retention");
            worker.setDaemon(true);
            return worker;
        });
        try {
            List<Future<Result>> cleaned = new ArrayList<>();
            for (Table table : Tables.all()) {
                cleaned.add(workers.submit(() -> clean(table, kept)));
            }
            for (Future<Result> table : cleaned) {
                result = result.plus(table.get());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        } catch (ExecutionException e) {
            throw new IOException(e.getCause().getMessage(), e.getCause());
        } finally {
            workers.shutdownNow();
        }
        return result;
    }

    /** The latest runs, and in any case the one that readers see. */
    private List<Published> kept(List<Published> runs, int keepRuns) {
        String current = view.current().map(Published::runId).orElse("");
        List<Published> kept = new ArrayList<>();
        boolean hasCurrent = false;
        for (Published run : runs) {
            boolean isCurrent = run.runId().equals(current);
            int left = keepRuns - kept.size() - (hasCurrent || isCurrent || current.isEmpty() ? 0 : 1);
            if (isCurrent || left > 0) {
                kept.add(run);
            }
            hasCurrent |= isCurrent;
        }
        return kept;
    }

    /** Forgets the snapshots of a table that no kept run needs, then deletes the files that no snapshot needs. */
    private Result clean(Table table, List<Published> kept) throws IOException {
        org.apache.iceberg.Table stored = warehouse.load(table);
        Set<Long> needed = new LinkedHashSet<>();
        kept.forEach(run -> {
            Long snapshot = run.snapshots().get(table.name());
            if (snapshot != null) {
                needed.add(snapshot);
            }
        });
        if (stored.currentSnapshot() != null) {
            needed.add(stored.currentSnapshot().snapshotId());
        }
        List<Long> expired = new ArrayList<>();
        for (Snapshot snapshot : stored.snapshots()) {
            if (!needed.contains(snapshot.snapshotId())) {
                expired.add(snapshot.snapshotId());
            }
        }
        boolean isOurFolder = warehouse.folder(table).isPresent();
        if (!expired.isEmpty()) {
            // Left to itself, Iceberg would also take what is older than five days: here no age counts, only the runs.
            ExpireSnapshots expire = stored.expireSnapshots()
                    .expireOlderThan(0)
                    .cleanupLevel(isOurFolder ? ExpireSnapshots.CleanupLevel.NONE : ExpireSnapshots.CleanupLevel.ALL);
            expired.forEach(expire::expireSnapshotId);
            expire.commit();
            stored = warehouse.load(table);
        }
        Result result = new Result(0, expired.size(), 0, 0, 0);
        return isOurFolder && (!expired.isEmpty() || isAfterDeath) ? result.plus(sweep(table, stored)) : result;
    }

    /** Deletes the files in a table's folder that none of its snapshots is made of. */
    private Result sweep(Table table, org.apache.iceberg.Table stored) throws IOException {
        Path folder = warehouse.folder(table).orElseThrow();
        // Names are unique to their content, and the same however a path is written.
        Set<String> needed = new TreeSet<>();
        LakeFiles files = new LakeFiles(stored);
        for (Snapshot snapshot : stored.snapshots()) {
            files.all(snapshot).keySet().forEach(path -> needed.add(new Path(path).getName()));
        }
        TableMetadata metadata = ((HasTableOperations) stored).operations().current();
        needed.add(new Path(metadata.metadataFileLocation()).getName());
        metadata.previousFiles().forEach(previous -> needed.add(new Path(previous.file()).getName()));
        metadata.statisticsFiles().forEach(statistics -> needed.add(new Path(statistics.path()).getName()));
        needed.add("version-hint.text");
        int count = 0;
        long bytes = 0;
        List<FileStatus> unneeded = new ArrayList<>();
        RemoteIterator<LocatedFileStatus> listing = view.files().listFiles(folder, true);
        while (listing.hasNext()) {
            FileStatus file = listing.next();
            if (!needed.contains(file.getPath().getName())) {
                unneeded.add(file);
            }
        }
        for (FileStatus file : unneeded) {
            if (view.files().delete(file.getPath(), false)) {
                count++;
                bytes += file.getLen();
            }
        }
        return new Result(0, 0, count, bytes, 0);
    }

    /**
     * Puts the small files of tables together that have many, the worst first, and writes down that the published run is
     * made of the new ones: its rows are the same.
     *
     * @return tables that were rewritten
     */
    private int putTogether(List<Published> kept) throws IOException {
        Published current = view.current().orElse(null);
        if (current == null) {
            return 0;
        }
        Map<Table, Long> candidates = new HashMap<>();
        for (Table table : Tables.all()) {
            Snapshot snapshot = warehouse.load(table).currentSnapshot();
            Long published = current.snapshots().get(table.name());
            if (snapshot != null && published != null && published == snapshot.snapshotId()) {
                long total =
                        Long.parseLong(snapshot.summary().getOrDefault(SnapshotSummary.TOTAL_DATA_FILES_PROP, "0"));
                if (total > MOST_SMALL_FILES) {
                    long small = new LakeFiles(warehouse.load(table))
                            .data(snapshot).values().stream()
                                    .filter(size -> size < SMALL_BYTES)
                                    .count();
                    if (small > MOST_SMALL_FILES) {
                        candidates.put(table, small);
                    }
                }
            }
        }
        long end = System.nanoTime() + REWRITING_TIME.toNanos();
        int rewritten = 0;
        Stream<Table> worstFirst = candidates.entrySet().stream()
                .sorted(Map.Entry.<Table, Long>comparingByValue(Comparator.reverseOrder())
                        .thenComparing(entry -> entry.getKey().name()))
                .map(Map.Entry::getKey);
        Map<String, Long> snapshots = new LinkedHashMap<>(current.snapshots());
        for (Table table : (Iterable<Table>) worstFirst::iterator) {
            if (System.nanoTime() > end) {
                break;
            }
            putTogether(table);
            snapshots.put(table.name(), warehouse.load(table).currentSnapshot().snapshotId());
            rewritten++;
        }
        if (rewritten > 0) {
            Published repinned = new Published(current.runId(), snapshots);
            view.repin(repinned);
            kept.replaceAll(run -> run.runId().equals(repinned.runId()) ? repinned : run);
        }
        return rewritten;
    }

    private void putTogether(Table table) {
        org.apache.iceberg.Table stored = warehouse.load(table);
        SortOrder.Builder order = SortOrder.builderFor(stored.schema());
        for (Field column : table.sortedBy()) {
            order.asc(column.name());
        }
        SparkActions.get(warehouse.spark())
                .rewriteDataFiles(stored)
                .sort(order.build())
                .option(RewriteDataFiles.TARGET_FILE_SIZE_BYTES, Long.toString(TARGET_BYTES))
                .option(SizeBasedFileRewritePlanner.MIN_FILE_SIZE_BYTES, Long.toString(SMALL_BYTES))
                // A large file is no reason to write it again.
                .option(SizeBasedFileRewritePlanner.MAX_FILE_SIZE_BYTES, Long.toString(Long.MAX_VALUE))
                .execute();
    }
}
