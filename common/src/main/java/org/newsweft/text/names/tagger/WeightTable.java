package org.newsweft.text.names.tagger;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;

/**
 * The trained weights: for each feature hash a row of one whole number per label. Open addressing; a slot holds the hash
 * and the number of its row, so that a feature that the training did not keep costs one look at memory.
 */
final class WeightTable {
    private final long[] slots;
    private final short[] weights;
    private final int shift;
    private int rows;

    WeightTable(int capacity) {
        int bits = 33 - Integer.numberOfLeadingZeros(Math.max(4, capacity));
        slots = new long[1 << bits];
        weights = new short[(capacity + 1) * TagSet.SIZE];
        shift = 32 - bits;
    }

    /** Adds the weights of a feature to {@code scores}; a feature without a row adds nothing. */
    void addTo(int feature, int[] scores) {
        int at = rowOf(feature) * TagSet.SIZE;
        if (at == 0) {
            return;
        }
        for (int label = 0; label < TagSet.SIZE; label++) {
            scores[label] += weights[at + label];
        }
    }

    /** Number of features with weights. */
    int size() {
        return rows;
    }

    /** Row of a feature, from 1; 0 if it has none. */
    private int rowOf(int feature) {
        int mask = slots.length - 1;
        int slot = (feature * 0x9E3779B1) >>> shift;
        while (slots[slot] != 0) {
            if ((int) (slots[slot] >>> 32) == feature) {
                return (int) slots[slot];
            }
            slot = (slot + 1) & mask;
        }
        return 0;
    }

    /** Gives a feature its row; each feature once, and never more than the capacity. */
    void put(int feature, short[] row) {
        int mask = slots.length - 1;
        int slot = (feature * 0x9E3779B1) >>> shift;
        while (slots[slot] != 0) {
            slot = (slot + 1) & mask;
        }
        rows++;
        slots[slot] = ((long) feature << 32) | rows;
        System.arraycopy(row, 0, weights, rows * TagSet.SIZE, TagSet.SIZE);
    }

    /** One row: which labels have a weight other than 0 as bits, then those weights in one or two bytes each. */
    static void writeRow(DataOutputStream data, short[] row) throws IOException {
        int present = 0;
        for (int label = 0; label < row.length; label++) {
            present |= row[label] != 0 ? 1 << label : 0;
        }
        data.writeByte(present);
        data.writeByte(present >>> 8);
        data.writeByte(present >>> 16);
        for (short weight : row) {
            if (weight != 0) {
                writeWeight(data, weight);
            }
        }
    }

    /** Reads what {@link #writeRow} wrote into {@code row}. */
    static void readRow(DataInputStream data, short[] row) throws IOException {
        int present = data.readUnsignedByte() | data.readUnsignedByte() << 8 | data.readUnsignedByte() << 16;
        for (int label = 0; label < row.length; label++) {
            row[label] = (present >>> label & 1) != 0 ? readWeight(data) : 0;
        }
    }

    private static void writeWeight(DataOutputStream data, short weight) throws IOException {
        if (weight > -128 && weight <= 127) {
            data.writeByte(weight);
        } else {
            data.writeByte(-128);
            data.writeShort(weight);
        }
    }

    private static short readWeight(DataInputStream data) throws IOException {
        byte first = data.readByte();
        return first == -128 ? data.readShort() : first;
    }
}
