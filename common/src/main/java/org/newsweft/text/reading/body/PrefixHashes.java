package org.newsweft.text.reading.body;

import java.util.Arrays;

/** 64-bit hashes of a text and of its first words, in lower case (FNV-1a over UTF-16 units). */
final class PrefixHashes {
    private static final long OFFSET_BASIS = 0xcbf29ce484222325L;
    private static final long PRIME = 0x100000001b3L;

    private PrefixHashes() {}

    /**
     * Hashes a text and its first words.
     *
     * @param text words separated by single spaces
     * @return the hash of the first word, of the first two and so on while there are fewer than {@code limit} words,
     *     and last the hash of the whole text
     */
    static long[] of(String text, int limit) {
        long[] hashes = new long[limit];
        int count = 0;
        long hash = OFFSET_BASIS;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == ' ' && count < limit - 1) {
                hashes[count++] = hash;
            }
            hash = (hash ^ Character.toLowerCase(c)) * PRIME;
        }
        hashes[count++] = hash;
        return Arrays.copyOf(hashes, count);
    }
}
