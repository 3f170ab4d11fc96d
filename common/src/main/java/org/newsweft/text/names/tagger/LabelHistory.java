package org.newsweft.text.names.tagger;

import java.util.Arrays;

/** How often each distinct word of a document was labelled with each class so far. */
final class LabelHistory {
    private static final int STRIDE = TagSet.CLASSES + 1;

    private final int[] counts;

    LabelHistory(int words) {
        counts = new int[words * STRIDE];
    }

    void clear() {
        Arrays.fill(counts, 0);
    }

    void add(int word, int label) {
        counts[word * STRIDE + TagSet.classOf(label)]++;
    }

    /** The most frequent class, whether it holds two thirds, and how many labels there were, up to three; -1 for none. */
    int summaryOf(int word) {
        int most = 0;
        int total = 0;
        int at = word * STRIDE;
        for (int kind = 0; kind < STRIDE; kind++) {
            total += counts[at + kind];
            most = counts[at + kind] > counts[at + most] ? kind : most;
        }
        if (total == 0) {
            return -1;
        }
        int clear = counts[at + most] * 3 >= total * 2 ? 4 : 0;
        return most * 8 + clear + Math.min(3, total);
    }
}
