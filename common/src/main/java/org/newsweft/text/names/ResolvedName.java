package org.newsweft.text.names;

/** Whom a name means, and in which sense. {@code countryCode} may be null. */
record ResolvedName(String id, String label, EntityType type, Reading reading, String countryCode, double confidence) {

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
