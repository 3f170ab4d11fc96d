package org.newsweft.text.names.tagger;

/** The 32-bit hashes that stand for features. Collisions share a weight, which the training takes into account. */
final class FeatureHash {
    private FeatureHash() {}

    /** Joins two hashes, or the number of a template and a value. Order counts. */
    static int mix(int a, int b) {
        int hash = a * 0x9E3779B1 + b * 0x85EBCA77;
        hash ^= hash >>> 15;
        hash *= 0xC2B2AE3D;
        return hash ^ (hash >>> 13);
    }

    static int mix(int a, int b, int c) {
        return mix(mix(a, b), c);
    }

    /** Hash of characters {@code from} to {@code to}, as {@link String#hashCode} with the length worked in. */
    static int of(CharSequence text, int from, int to) {
        int hash = 0;
        for (int i = from; i < to; i++) {
            hash = 31 * hash + text.charAt(i);
        }
        return hash * 31 + (to - from);
    }

    static int of(String text) {
        return of(text, 0, text.length());
    }
}
