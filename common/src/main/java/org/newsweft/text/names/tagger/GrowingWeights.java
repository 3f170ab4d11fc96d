package org.newsweft.text.names.tagger;

import java.util.Arrays;
import java.util.List;

/** Weights during training: rows are added as features first move, and the time of each move is summed for averaging. */
final class GrowingWeights {
    private long[] slots = new long[1 << 22];
    private float[] weights = new float[TagSet.SIZE << 18];
    private float[] moments = new float[TagSet.SIZE << 18];
    private int rows;

    void addTo(int feature, float[] scores) {
        int at = rowOf(feature) * TagSet.SIZE;
        if (at > 0) {
            for (int label = 0; label < TagSet.SIZE; label++) {
                scores[label] += weights[at + label];
            }
        }
    }

    /** Moves a feature toward {@code gold} and away from {@code rival} at step {@code step}. */
    void move(int feature, int gold, int rival, long step) {
        int at = rowFor(feature) * TagSet.SIZE;
        weights[at + gold] += 1;
        weights[at + rival] -= 1;
        moments[at + gold] += step;
        moments[at + rival] -= step;
    }

    /** Turns every weight into its mean over all steps. */
    void average(long steps) {
        for (int i = 0; i < (rows + 1) * TagSet.SIZE; i++) {
            weights[i] -= moments[i] / steps;
        }
    }

    /** The mean of the weights of several trainings; a feature that one has not seen counts as 0 there. */
    static GrowingWeights mean(List<GrowingWeights> trained) {
        GrowingWeights mean = new GrowingWeights();
        for (GrowingWeights each : trained) {
            for (long slot : each.slots) {
                if (slot != 0) {
                    int to = mean.rowFor((int) (slot >>> 32)) * TagSet.SIZE;
                    int from = (int) slot * TagSet.SIZE;
                    for (int label = 0; label < TagSet.SIZE; label++) {
                        mean.weights[to + label] += each.weights[from + label] / trained.size();
                    }
                }
            }
        }
        return mean;
    }

    /** The features with a weight above {@code least}, sorted, as feature in the upper and row in the lower half. */
    long[] above(float least) {
        long[] kept = new long[rows];
        int size = 0;
        for (long slot : slots) {
            if (slot != 0 && greatest((int) slot) > least) {
                kept[size++] = slot;
            }
        }
        long[] sorted = Arrays.copyOf(kept, size);
        Arrays.sort(sorted);
        return sorted;
    }

    /** The weights of a row in whole units. */
    void quantised(int row, float unit, short[] out) {
        for (int label = 0; label < TagSet.SIZE; label++) {
            int units = Math.round(weights[row * TagSet.SIZE + label] / unit);
            out[label] = (short) Math.max(Short.MIN_VALUE + 1, Math.min(Short.MAX_VALUE, units));
        }
    }

    private float greatest(int row) {
        float greatest = 0;
        for (int label = 0; label < TagSet.SIZE; label++) {
            greatest = Math.max(greatest, Math.abs(weights[row * TagSet.SIZE + label]));
        }
        return greatest;
    }

    private int rowOf(int feature) {
        int slot = find(feature);
        return (int) slots[slot];
    }

    private int rowFor(int feature) {
        int slot = find(feature);
        if (slots[slot] != 0) {
            return (int) slots[slot];
        }
        rows++;
        slots[slot] = ((long) feature << 32) | rows;
        if ((rows + 1) * TagSet.SIZE > weights.length) {
            int length = weights.length / TagSet.SIZE * 3 / 2 * TagSet.SIZE;
            weights = Arrays.copyOf(weights, length);
            moments = Arrays.copyOf(moments, length);
        }
        if (rows * 2L > slots.length) {
            growSlots();
        }
        return rows;
    }

    private int find(int feature) {
        int mask = slots.length - 1;
        int slot = (feature * 0x9E3779B1) >>> Integer.numberOfLeadingZeros(mask);
        while (slots[slot] != 0 && (int) (slots[slot] >>> 32) != feature) {
            slot = (slot + 1) & mask;
        }
        return slot;
    }

    private void growSlots() {
        long[] old = slots;
        slots = new long[old.length * 2];
        for (long entry : old) {
            if (entry != 0) {
                slots[find((int) (entry >>> 32))] = entry;
            }
        }
    }
}
