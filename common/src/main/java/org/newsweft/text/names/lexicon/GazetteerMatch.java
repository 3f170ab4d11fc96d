package org.newsweft.text.names.lexicon;

import java.util.List;
import org.newsweft.text.names.lexicon.GazetteerEntry.Kind;

/** Tokens {@code from} to {@code to} (exclusive) that are on a list, and all that they may mean there. */
public record GazetteerMatch(int from, int to, List<GazetteerEntry> entries) {
    public GazetteerMatch {
        entries = List.copyOf(entries);
    }

    /** The first meaning of this kind, which for cities is the largest; null if there is none. */
    public GazetteerEntry first(Kind kind) {
        for (GazetteerEntry entry : entries) {
            if (entry.kind() == kind) {
                return entry;
            }
        }
        return null;
    }

    public boolean has(Kind kind) {
        return first(kind) != null;
    }
}
