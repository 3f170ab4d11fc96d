package org.newsweft.text.names.tagger;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.zip.GZIPInputStream;
import org.newsweft.text.Resources;

/**
 * Brown clusters of lower-case words, packed: words by a 32-bit hash, clusters by number, and of each cluster the hashes of
 * the beginnings of its bit string, which are what the tagger uses. Of 600,000 words some forty share a hash, and an
 * unknown word is taken for a known one with a chance of one in seven thousand.
 *
 * <p>Format after gzip: number of clusters; each as length and bits of its path; number of words; for each word, sorted by
 * unsigned hash, the difference to the hash before as a variable-length number; then the cluster of each as two bytes.
 */
final class WordClusters {
    static final String RESOURCE = "word-clusters.bin";
    static final int NONE = -1;

    /** Lengths of the beginnings of a path that serve as features; 64 stands for the whole. */
    static final int[] PREFIXES = {4, 7, 8, 11, 64};

    private final int[] hashes;
    private final short[] clusters;
    private final int[][] prefixHashes;
    private final int mask;

    private WordClusters(int[] hashes, short[] clusters, int[][] prefixHashes) {
        this.hashes = hashes;
        this.clusters = clusters;
        this.prefixHashes = prefixHashes;
        this.mask = hashes.length - 1;
    }

    static WordClusters load() {
        try (InputStream stream = Resources.open(WordClusters.class, RESOURCE)) {
            return read(stream);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the resource " + RESOURCE, e);
        }
    }

    static int hashOf(CharSequence lowerCaseWord) {
        int hash = 0x811C9DC5;
        for (int i = 0; i < lowerCaseWord.length(); i++) {
            hash = (hash ^ lowerCaseWord.charAt(i)) * 0x01000193;
        }
        hash ^= hash >>> 16;
        hash *= 0x7FEB352D;
        hash ^= hash >>> 15;
        hash *= 0x846CA68B;
        return hash ^ (hash >>> 16);
    }

    /** Number of the cluster of a lower-case word, {@link #NONE} if it is in none. */
    int clusterOf(CharSequence lowerCaseWord) {
        int hash = hashOf(lowerCaseWord);
        int slot = hash & mask;
        while (clusters[slot] >= 0) {
            if (hashes[slot] == hash) {
                return clusters[slot];
            }
            slot = (slot + 1) & mask;
        }
        return NONE;
    }

    /** Hash of the beginning of a cluster's path; {@code prefix} indexes {@link #PREFIXES}. */
    int prefixHash(int cluster, int prefix) {
        return prefixHashes[cluster][prefix];
    }

    static WordClusters read(InputStream stream) throws IOException {
        DataInputStream data =
                new DataInputStream(new BufferedInputStream(new GZIPInputStream(stream, 1 << 16), 1 << 16));
        int count = data.readInt();
        int[][] prefixHashes = new int[count][PREFIXES.length];
        for (int i = 0; i < count; i++) {
            prefixHashes[i] = prefixHashes(pathOf(data.readUnsignedByte(), data.readInt()));
        }
        int words = data.readInt();
        long[] read = new long[words];
        long hash = 0;
        for (int i = 0; i < words; i++) {
            hash += readVariable(data);
            read[i] = hash;
        }
        int capacity = Integer.highestOneBit(Math.max(2, words)) * 4;
        int[] hashes = new int[capacity];
        short[] clusters = new short[capacity];
        Arrays.fill(clusters, (short) NONE);
        for (int i = 0; i < words; i++) {
            int slot = (int) read[i] & (capacity - 1);
            while (clusters[slot] >= 0) {
                slot = (slot + 1) & (capacity - 1);
            }
            hashes[slot] = (int) read[i];
            clusters[slot] = data.readShort();
        }
        return new WordClusters(hashes, clusters, prefixHashes);
    }

    private static String pathOf(int length, int bits) {
        StringBuilder path = new StringBuilder(length);
        for (int i = length - 1; i >= 0; i--) {
            path.append((bits >>> i) & 1);
        }
        return path.toString();
    }

    private static int[] prefixHashes(String path) {
        List<Integer> hashes = new ArrayList<>();
        for (int length : PREFIXES) {
            hashes.add(FeatureHash.of(path, 0, Math.min(length, path.length())));
        }
        return hashes.stream().mapToInt(Integer::intValue).toArray();
    }

    private static long readVariable(DataInputStream data) throws IOException {
        long value = 0;
        for (int shift = 0; ; shift += 7) {
            int read = data.readUnsignedByte();
            value |= (long) (read & 0x7F) << shift;
            if (read < 0x80) {
                return value;
            }
        }
    }
}
