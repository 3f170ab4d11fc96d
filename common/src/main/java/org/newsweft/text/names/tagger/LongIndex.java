package org.newsweft.text.names.tagger;

import java.util.Arrays;

/** Numbers distinct 64-bit keys in the order in which they come. */
final class LongIndex {
    private long[] keys;
    private int[] numbers;
    private int size;

    LongIndex(int capacity) {
        int length = Integer.highestOneBit(Math.max(16, capacity)) * 2;
        keys = new long[length];
        numbers = new int[length];
        Arrays.fill(numbers, -1);
    }

    int size() {
        return size;
    }

    /** The number of a key; a new key gets {@code next}, which must be {@link #size}. */
    int find(long key, int next) {
        int mask = keys.length - 1;
        int slot = slot(key, mask);
        while (numbers[slot] >= 0) {
            if (keys[slot] == key) {
                return numbers[slot];
            }
            slot = (slot + 1) & mask;
        }
        keys[slot] = key;
        numbers[slot] = next;
        size++;
        if (size * 2 > keys.length) {
            grow();
        }
        return next;
    }

    private void grow() {
        long[] oldKeys = keys;
        int[] oldNumbers = numbers;
        keys = new long[oldKeys.length * 2];
        numbers = new int[oldKeys.length * 2];
        Arrays.fill(numbers, -1);
        int mask = keys.length - 1;
        for (int i = 0; i < oldKeys.length; i++) {
            if (oldNumbers[i] >= 0) {
                int slot = slot(oldKeys[i], mask);
                while (numbers[slot] >= 0) {
                    slot = (slot + 1) & mask;
                }
                keys[slot] = oldKeys[i];
                numbers[slot] = oldNumbers[i];
            }
        }
    }

    private static int slot(long key, int mask) {
        long mixed = key * 0x9E3779B97F4A7C15L;
        return (int) (mixed >>> 40) & mask;
    }
}
