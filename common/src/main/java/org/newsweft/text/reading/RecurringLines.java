package org.newsweft.text.reading;

import java.util.Arrays;

/**
 * Lines that are known to recur across the documents of an outlet (or of the corpus, where the outlet is not known) and
 * are therefore no part of any article. Which lines these are is decided by whoever counts them, see {@link
 * OutletEvidence}; reading only asks.
 */
@FunctionalInterface
public interface RecurringLines {
    /**
     * Tells whether a line is to be removed.
     *
     * @param lineHash hash of a line, as in {@link OutletEvidence#lines()}
     */
    boolean contains(long lineHash);

    /** No line is known to recur. */
    static RecurringLines none() {
        return hash -> false;
    }

    /** The lines with these hashes. */
    static RecurringLines of(long... hashes) {
        long[] sorted = hashes.clone();
        Arrays.sort(sorted);
        return hash -> Arrays.binarySearch(sorted, hash) >= 0;
    }
}
