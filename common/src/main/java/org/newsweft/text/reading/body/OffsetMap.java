package org.newsweft.text.reading.body;

import java.util.Arrays;

/**
 * The way back from offsets in a clean text to offsets in the raw text it was cut from. Clean text is made of stretches
 * of raw text, in order, with short joints (a blank line, a space) between them that stand nowhere in the raw text.
 */
public final class OffsetMap {
    private final int[] cleanStarts;
    private final int[] rawStarts;
    private final int[] lengths;

    private OffsetMap(int[] cleanStarts, int[] rawStarts, int[] lengths) {
        this.cleanStarts = cleanStarts;
        this.rawStarts = rawStarts;
        this.lengths = lengths;
    }

    /** For a text that was not changed. */
    public static OffsetMap identity(int length) {
        return new OffsetMap(new int[] {0}, new int[] {0}, new int[] {length});
    }

    /**
     * Where a character of the clean text stands in the raw text.
     *
     * @param cleanOffset an offset in the clean text, in UTF-16 units
     * @return the offset in the raw text; inside a joint, the end of the stretch before it
     * @throws IllegalArgumentException if {@code cleanOffset} is negative
     */
    public int toRaw(int cleanOffset) {
        if (cleanOffset < 0) {
            throw new IllegalArgumentException("offset " + cleanOffset);
        }
        if (cleanStarts.length == 0) {
            return 0;
        }
        int at = Arrays.binarySearch(cleanStarts, cleanOffset);
        int piece = at >= 0 ? at : Math.max(0, -at - 2);
        return rawStarts[piece] + Math.min(cleanOffset - cleanStarts[piece], lengths[piece]);
    }

    /** Puts a clean text together and remembers where each stretch came from. */
    static final class Builder {
        private final String raw;
        private final StringBuilder clean = new StringBuilder();
        private int[] cleanStarts = new int[16];
        private int[] rawStarts = new int[16];
        private int[] lengths = new int[16];
        private int size;

        Builder(String raw) {
            this.raw = raw;
        }

        boolean isEmpty() {
            return clean.isEmpty();
        }

        char last() {
            return clean.charAt(clean.length() - 1);
        }

        /** Appends what the raw text does not have. */
        void joint(String text) {
            clean.append(text);
        }

        /** Appends a stretch of the raw text. */
        void raw(int start, int end) {
            if (start >= end) {
                return;
            }
            boolean continues = size > 0
                    && rawStarts[size - 1] + lengths[size - 1] == start
                    && cleanStarts[size - 1] + lengths[size - 1] == clean.length();
            if (continues) {
                lengths[size - 1] += end - start;
            } else {
                piece(start, end - start);
            }
            clean.append(raw, start, end);
        }

        private void piece(int start, int length) {
            if (size == cleanStarts.length) {
                cleanStarts = Arrays.copyOf(cleanStarts, size * 2);
                rawStarts = Arrays.copyOf(rawStarts, size * 2);
                lengths = Arrays.copyOf(lengths, size * 2);
            }
            cleanStarts[size] = clean.length();
            rawStarts[size] = start;
            lengths[size] = length;
            size++;
        }

        String text() {
            return clean.toString();
        }

        OffsetMap offsets() {
            return new OffsetMap(
                    Arrays.copyOf(cleanStarts, size), Arrays.copyOf(rawStarts, size), Arrays.copyOf(lengths, size));
        }
    }
}
