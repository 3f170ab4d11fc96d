package org.newsweft.text.names.tagger;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

/**
 * The mean of models of the name tagger that were trained on different shares of the documents: nearly as good as one that saw
 * all of them, each trained in a fraction of the time (McDonald, Hall and Mann 2010, "Distributed training strategies for the
 * structured perceptron").
 */
public final class ModelMean {
    /** Features whose every mean weight is below this many stored units are dropped. */
    private static final int LEAST = 3;

    private ModelMean() {}

    /** Reads models that {@link PerceptronTrainer} wrote and writes their mean; a feature that one lacks counts 0 there. */
    public static void write(List<InputStream> models, OutputStream out) throws IOException {
        Map<Integer, int[]> sums = new TreeMap<>();
        float scale = 0;
        for (InputStream model : models) {
            scale = add(model, sums);
        }
        int count = models.size();
        sums.values().removeIf(sum -> isSmall(sum, count));
        try (DataOutputStream data = new DataOutputStream(new GZIPOutputStream(out, 1 << 16))) {
            data.writeInt(PerceptronTagger.MAGIC);
            data.writeFloat(scale);
            data.writeInt(sums.size());
            long before = Integer.MIN_VALUE;
            for (int key : sums.keySet()) {
                PerceptronTrainer.writeVariable(data, key - before);
                before = key;
            }
            short[] row = new short[TagSet.SIZE];
            for (int[] sum : sums.values()) {
                for (int label = 0; label < row.length; label++) {
                    row[label] = (short) Math.round((double) sum[label] / count);
                }
                WeightTable.writeRow(data, row);
            }
        }
    }

    private static boolean isSmall(int[] sum, int count) {
        for (int weight : sum) {
            if (Math.abs(Math.round((double) weight / count)) >= LEAST) {
                return false;
            }
        }
        return true;
    }

    private static float add(InputStream model, Map<Integer, int[]> sums) throws IOException {
        DataInputStream data =
                new DataInputStream(new BufferedInputStream(new GZIPInputStream(model, 1 << 16), 1 << 16));
        if (data.readInt() != PerceptronTagger.MAGIC) {
            throw new IOException("not a model of the name tagger");
        }
        float scale = data.readFloat();
        int[] keys = new int[data.readInt()];
        int key = Integer.MIN_VALUE;
        for (int i = 0; i < keys.length; i++) {
            key += PerceptronTagger.readVariable(data);
            keys[i] = key;
        }
        short[] row = new short[TagSet.SIZE];
        for (int feature : keys) {
            WeightTable.readRow(data, row);
            int[] sum = sums.computeIfAbsent(feature, any -> new int[TagSet.SIZE]);
            for (int label = 0; label < row.length; label++) {
                sum[label] += row[label];
            }
        }
        return scale;
    }
}
