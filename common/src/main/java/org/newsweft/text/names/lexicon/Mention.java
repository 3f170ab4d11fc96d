package org.newsweft.text.names.lexicon;

import java.util.Objects;

/**
 * A place in a document where an entity is named.
 *
 * @param start first UTF-16 unit in the text
 * @param end one past the last
 * @param surface the characters between
 * @param entityId readable id: {@code country:KR}, {@code region:eu}, {@code place:seoul-kr}, {@code person:john-kerry}
 * @param label the entity's name: English label of a place, the fullest name in this document of a person or body
 * @param type kind of entity
 * @param foundBy what found it
 * @param reading in which sense the words stand for the entity
 * @param confidence 0 to 1
 * @param countryCode ISO 3166-1 alpha-2 code of the country it is or lies in; null if unknown or none
 */
public record Mention(
        int start,
        int end,
        String surface,
        String entityId,
        String label,
        EntityType type,
        FoundBy foundBy,
        Reading reading,
        double confidence,
        String countryCode) {
    public Mention {
        Objects.requireNonNull(surface, "surface");
        Objects.requireNonNull(entityId, "entityId");
        Objects.requireNonNull(label, "label");
        Objects.requireNonNull(type, "type");
        Objects.requireNonNull(foundBy, "foundBy");
        Objects.requireNonNull(reading, "reading");
        if (start < 0 || end <= start || surface.length() != end - start) {
            throw new IllegalArgumentException("not a mention: '" + surface + "' at " + start + " to " + end);
        }
        if (!(confidence >= 0 && confidence <= 1)) {
            throw new IllegalArgumentException("confidence must be 0 to 1: " + confidence);
        }
    }
}
