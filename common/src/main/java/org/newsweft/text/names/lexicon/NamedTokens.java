package org.newsweft.text.names.lexicon;

/** Tokens {@code from} to {@code to} (exclusive) taken for a name of some class. */
public record NamedTokens(int from, int to, NameType type, FoundBy foundBy, double confidence) {
    boolean overlaps(int otherFrom, int otherTo) {
        return from < otherTo && otherFrom < to;
    }

    public NamedTokens between(int newFrom, int newTo) {
        return new NamedTokens(newFrom, newTo, type, foundBy, confidence);
    }

    public NamedTokens as(NameType newType) {
        return new NamedTokens(from, to, newType, foundBy, confidence);
    }
}
