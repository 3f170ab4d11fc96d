package org.newsweft.store;

import java.io.IOException;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.iceberg.DataFile;
import org.apache.iceberg.ManifestFile;
import org.apache.iceberg.ManifestFiles;
import org.apache.iceberg.ManifestReader;
import org.apache.iceberg.Snapshot;
import org.apache.iceberg.Table;

/** Which files the snapshots of one table are made of. Each manifest is read once, however many snapshots share it. */
final class LakeFiles {
    private final Table table;
    private final Map<String, Map<String, Long>> dataByManifest = new HashMap<>();

    LakeFiles(Table table) {
        this.table = table;
    }

    /** Data files of a snapshot with their size in bytes, by path. */
    Map<String, Long> data(Snapshot snapshot) throws IOException {
        Map<String, Long> data = new LinkedHashMap<>();
        for (ManifestFile manifest : manifests(snapshot)) {
            data.putAll(data(manifest));
        }
        return data;
    }

    /** Everything that a snapshot needs to be read, but for the table's own metadata: size in bytes by path. */
    Map<String, Long> all(Snapshot snapshot) throws IOException {
        Map<String, Long> all = data(snapshot);
        for (ManifestFile manifest : manifests(snapshot)) {
            all.put(manifest.path(), manifest.length());
        }
        if (snapshot.manifestListLocation() != null) {
            all.put(snapshot.manifestListLocation(), -1L);
        }
        return all;
    }

    private List<ManifestFile> manifests(Snapshot snapshot) {
        return snapshot.dataManifests(table.io());
    }

    private Map<String, Long> data(ManifestFile manifest) throws IOException {
        Map<String, Long> known = dataByManifest.get(manifest.path());
        if (known == null) {
            known = new LinkedHashMap<>();
            try (ManifestReader<DataFile> files = ManifestFiles.read(manifest, table.io(), table.specs())) {
                for (DataFile file : files) {
                    known.put(file.location(), file.fileSizeInBytes());
                }
            }
            dataByManifest.put(manifest.path(), known);
        }
        return known;
    }
}
