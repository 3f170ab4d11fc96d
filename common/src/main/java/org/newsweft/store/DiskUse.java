package org.newsweft.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.iceberg.Snapshot;
import org.newsweft.store.PlainView.Published;
import org.newsweft.table.Tables;
import org.newsweft.table.schema.Table;

/** What a warehouse takes on disk: all of it, and each run that is kept. */
public final class DiskUse {
    /**
     * What a kept run takes.
     *
     * @param bytes data files that its tables are made of
     * @param ownBytes those among them that no other kept run has: what its going would free
     */
    public record OfRun(long bytes, long ownBytes) {}

    private DiskUse() {}

    /** Each kept run, by its id. A run whose tables the lake has lost is left out. */
    public static Map<String, OfRun> byRun(Warehouse warehouse, List<Published> kept) {
        Map<String, Map<String, Long>> files = new LinkedHashMap<>();
        kept.forEach(run -> files.put(run.runId(), new HashMap<>()));
        for (Table table : Tables.all()) {
            try {
                if (warehouse.has(table)) {
                    org.apache.iceberg.Table stored = warehouse.load(table);
                    LakeFiles ofTable = new LakeFiles(stored);
                    for (Published run : kept) {
                        Long id = run.snapshots().get(table.name());
                        Snapshot snapshot = id == null ? null : stored.snapshot(id);
                        if (snapshot != null) {
                            files.get(run.runId()).putAll(ofTable.data(snapshot));
                        }
                    }
                }
            } catch (IOException e) {
                throw new UncheckedIOException("cannot read the table " + table.name(), e);
            }
        }
        Map<String, Integer> owners = new HashMap<>();
        files.values().forEach(ofRun -> ofRun.keySet().forEach(file -> owners.merge(file, 1, Integer::sum)));
        Map<String, OfRun> use = new LinkedHashMap<>();
        files.forEach((run, ofRun) -> use.put(
                run,
                new OfRun(
                        ofRun.values().stream().mapToLong(Long::longValue).sum(),
                        ofRun.entrySet().stream()
                                .filter(file -> owners.get(file.getKey()) == 1)
                                .mapToLong(Map.Entry::getValue)
                                .sum())));
        return use;
    }

    /** Bytes of all files in the folder of a warehouse; a file with several names counts once. */
    public static long total(PlainView view) {
        try {
            if (!PlainView.isLocal(view.files())) {
                return view.files().getContentSummary(view.root()).getLength();
            }
            Set<Object> seen = new HashSet<>();
            long[] bytes = {0};
            Files.walkFileTree(PlainView.local(view.root()), new SimpleFileVisitor<>() {
                @Override
                public FileVisitResult visitFile(java.nio.file.Path file, BasicFileAttributes attributes) {
                    if (attributes.isRegularFile()
                            && (attributes.fileKey() == null || seen.add(attributes.fileKey()))) {
                        bytes[0] += attributes.size();
                    }
                    return FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult visitFileFailed(java.nio.file.Path file, IOException failure)
                        throws IOException {
                    if (failure instanceof NoSuchFileException) {
                        return FileVisitResult.CONTINUE; // a run is at work
                    }
                    throw failure;
                }
            });
            return bytes[0];
        } catch (IOException e) {
            throw new UncheckedIOException("cannot measure " + view.root(), e);
        }
    }
}
