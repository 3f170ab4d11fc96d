package org.newsweft.text.reading;

import java.util.HashSet;
import java.util.Set;

/** Tells whether a block says nothing that the blocks after it do not say again. */
final class RepeatedText {
    private static final int MIN_WORDS = 12;
    private static final int REACH = 6;
    private static final int GRAM = 3;
    private static final double COVERED = .85;

    private RepeatedText() {}

    /**
     * Tells it of one block.
     *
     * @param index the block
     * @param last the last block that may repeat it
     * @return true if 85 % of its word trigrams stand in the next six blocks
     */
    static boolean isCovered(Page page, int index, int last) {
        TextBlock block = page.block(index);
        if (block.words < MIN_WORDS) {
            return false;
        }
        Set<Long> following = new HashSet<>();
        for (int i = index + 1; i <= Math.min(last, index + REACH); i++) {
            int[] words = page.block(i).parts;
            for (int k = 0; k + GRAM <= words.length; k++) {
                following.add(gram(words, k));
            }
        }
        int covered = 0;
        int grams = block.parts.length - GRAM + 1;
        for (int k = 0; k < grams; k++) {
            covered += following.contains(gram(block.parts, k)) ? 1 : 0;
        }
        return covered >= COVERED * grams;
    }

    /** Three word numbers mixed into one; a chance collision would at most tip a count by one. */
    private static long gram(int[] words, int at) {
        return ((long) words[at] * 0x9E3779B97F4A7C15L + words[at + 1]) * 0xC2B2AE3D27D4EB4FL + words[at + 2];
    }
}
