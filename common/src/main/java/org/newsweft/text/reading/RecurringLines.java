package org.newsweft.text.reading;

/**
 * Lines that are known to recur across the documents of an outlet (or of the corpus, where the outlet is not known) and
 * are therefore no part of any article. Which lines these are is decided by whoever counts them; reading only asks.
 */
@FunctionalInterface
public interface RecurringLines {
    /**
     * Tells whether a line is to be removed.
     *
     * @param lineHash hash of a block, see {@link #hash}
     * @return in how many documents the line stands if it is to be removed, or 0 if it is not
     */
    int documents(long lineHash);

    /** As {@link #documents(long)}, for the line itself. */
    default int documents(String line) {
        return documents(hash(line));
    }

    /** No line is known to recur. */
    static RecurringLines none() {
        return NoRecurringLines.INSTANCE;
    }

    /**
     * Hash of a line by what it says: letters in lower case, every number as one 0, everything else ignored (64-bit
     * FNV-1a). "15 comments" and "Comments: 7" differ, "15 Comments" and "7 comments" do not.
     */
    static long hash(String line) {
        long hash = 0xcbf29ce484222325L;
        char previous = ' ';
        for (int i = 0; i < line.length(); i++) {
            char c = line.charAt(i);
            char next = Character.isDigit(c) ? '0' : Character.isLetter(c) ? Character.toLowerCase(c) : ' ';
            if (next != previous || Character.isLetter(next)) {
                hash = (hash ^ next) * 0x100000001b3L;
            }
            previous = next;
        }
        return previous == ' ' ? hash : (hash ^ ' ') * 0x100000001b3L;
    }
}
