package org.newsweft.corpus;

import java.io.Serializable;
import java.util.List;
import java.util.Map;

/**
 * Where the corpus is and how it is read.
 *
 * @param paths files, folders or globs on any Hadoop file system
 * @param fieldNames name of a field in the records by its name here, as {@code text=body}; others go by their usual
 *     names
 * @param maximumRecordBytes records above this are refused by name
 */
public record CorpusSettings(List<String> paths, Map<String, String> fieldNames, long maximumRecordBytes)
        implements Serializable {
    public static final long MAXIMUM_RECORD_BYTES = 10_000_000;

    public CorpusSettings {
        paths = List.copyOf(paths);
        fieldNames = Map.copyOf(fieldNames);
        if (paths.isEmpty()) {
            throw new IllegalArgumentException("no corpus given");
        }
        if (maximumRecordBytes < 1 || maximumRecordBytes > Integer.MAX_VALUE / 2) {
            throw new IllegalArgumentException("no limit for a record: " + maximumRecordBytes);
        }
        RecordFields.check(fieldNames);
    }
}
