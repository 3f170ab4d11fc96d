package org.newsweft.text.names.identity;

import org.newsweft.text.names.lexicon.EntityIds;
import org.newsweft.text.names.lexicon.EntityType;
import org.newsweft.text.names.lexicon.GazetteerEntry;
import org.newsweft.text.names.lexicon.Reading;

/** Whom a name means, and in which sense. {@code countryCode} may be null. */
public record ResolvedName(
        String id, String label, EntityType type, Reading reading, String countryCode, double confidence) {

    static ResolvedName country(GazetteerEntry entry, Reading reading, double confidence) {
        return new ResolvedName(
                EntityIds.country(entry.countryCode()),
                entry.label(),
                EntityType.COUNTRY,
                reading,
                entry.countryCode(),
                confidence);
    }
}
