package org.newsweft.text.reading.page;

import java.util.HashSet;
import java.util.Set;
import java.util.function.IntPredicate;

/** Tells whether a block says nothing that other blocks do not say as well. */
public final class RepeatedText {
    private static final int MIN_WORDS = 12;
    private static final int REACH = 6;
    private static final int LONG = 100;
    private static final int GRAM = 3;
    private static final double COVERED = .85;

    private RepeatedText() {}

    /**
     * Tells it of one block.
     *
     * @param index the block
     * @param last the last block that may repeat it
     * @param counts which blocks may
     * @return true if 85 % of its word trigrams stand in the next six blocks
     */
    public static boolean isCovered(Page page, int index, int last, IntPredicate counts) {
        return page.block(index).words >= MIN_WORDS
                && isCovered(page, index, index + 1, Math.min(last, index + REACH), counts);
    }

    /**
     * Tells whether a long block is an article once more, as pages have it that carry it as paragraphs and as one line.
     *
     * @param index the block
     * @param isBody which of the blocks before it belong to the article
     * @return true if it is that long and 85 % of its word trigrams stand in the article before it
     */
    public static boolean isArticleAgain(Page page, int index, IntPredicate isBody) {
        return page.block(index).words >= LONG && isCovered(page, index, 0, index - 1, isBody);
    }

    private static boolean isCovered(Page page, int index, int from, int to, IntPredicate counts) {
        Set<Long> others = new HashSet<>();
        for (int i = from; i <= to; i++) {
            int[] words = page.block(i).parts;
            for (int k = 0; counts.test(i) && k + GRAM <= words.length; k++) {
                others.add(gram(words, k));
            }
        }
        TextBlock block = page.block(index);
        int covered = 0;
        int grams = block.parts.length - GRAM + 1;
        for (int k = 0; k < grams; k++) {
            covered += others.contains(gram(block.parts, k)) ? 1 : 0;
        }
        return covered >= COVERED * grams;
    }

    /** Three word numbers mixed into one; a chance collision would at most tip a count by one. */
    private static long gram(int[] words, int at) {
        return ((long) words[at] * 0x9E3779B97F4A7C15L + words[at + 1]) * 0xC2B2AE3D27D4EB4FL + words[at + 2];
    }
}
