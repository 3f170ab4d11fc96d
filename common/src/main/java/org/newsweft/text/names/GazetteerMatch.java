package org.newsweft.text.names;

import java.util.List;
import org.newsweft.text.names.GazetteerEntry.Kind;

/** Tokens {@code from} to {@code to} (exclusive) that are on a list, and all that they may mean there. */
record GazetteerMatch(int from, int to, List<GazetteerEntry> entries) {
    GazetteerMatch {
        entries = List.copyOf(entries);
    }

    /** The first meaning of this kind, which for cities is the largest; null if there is none. */
    GazetteerEntry first(Kind kind) {
        for (GazetteerEntry entry : entries) {
            if (entry.kind() == kind) {
                return entry;
            }
        }
        return null;
    }

    boolean has(Kind kind) {
        return first(kind) != null;
    }
}
