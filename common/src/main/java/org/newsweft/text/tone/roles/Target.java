package org.newsweft.text.tone.roles;

import java.util.List;
import java.util.Objects;
import org.newsweft.text.Span;

/**
 * All mentions of one entity in one sentence.
 *
 * @param spans where it is named, offsets into the sentence; at least one, kept in order of place
 * @param entityId whose mentions they are; never null
 */
public record Target(List<Span> spans, String entityId) {
    public Target {
        Objects.requireNonNull(entityId, "entityId");
        spans = spans.stream().sorted().toList();
        if (spans.isEmpty()) {
            throw new IllegalArgumentException("a target without a mention: " + entityId);
        }
    }
}
