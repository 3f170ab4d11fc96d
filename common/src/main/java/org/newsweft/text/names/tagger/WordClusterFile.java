package org.newsweft.text.names.tagger;

import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.zip.GZIPOutputStream;

/** Writes the packed table that {@link WordClusters} reads. */
public final class WordClusterFile {
    private WordClusterFile() {}

    /** Packs words and their paths; of words that share a hash the first in order wins. */
    public static void write(Map<String, String> pathOfWord, OutputStream out) throws IOException {
        List<String> paths = pathOfWord.values().stream().distinct().sorted().toList();
        SortedMap<Long, Integer> clusterOfHash = new TreeMap<>();
        new TreeMap<>(pathOfWord)
                .forEach((word, path) -> clusterOfHash.putIfAbsent(
                        Integer.toUnsignedLong(WordClusters.hashOf(word)), Collections.binarySearch(paths, path)));
        DataOutputStream data = new DataOutputStream(new GZIPOutputStream(out, 1 << 16));
        data.writeInt(paths.size());
        for (String path : paths) {
            data.writeByte(path.length());
            data.writeInt((int) Long.parseLong(path, 2));
        }
        data.writeInt(clusterOfHash.size());
        long before = 0;
        for (long hash : clusterOfHash.keySet()) {
            writeVariable(data, hash - before);
            before = hash;
        }
        for (int cluster : clusterOfHash.values()) {
            data.writeShort(cluster);
        }
        data.close();
    }

    private static void writeVariable(DataOutputStream data, long value) throws IOException {
        long rest = value;
        while (rest >= 0x80) {
            data.writeByte((int) (rest & 0x7F) | 0x80);
            rest >>>= 7;
        }
        data.writeByte((int) rest);
    }
}
