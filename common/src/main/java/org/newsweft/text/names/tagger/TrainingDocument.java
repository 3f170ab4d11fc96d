package org.newsweft.text.names.tagger;

import java.util.List;
import java.util.Objects;

/**
 * A text with the names that a tagger should find in it.
 *
 * @param text the text
 * @param names the names; those that cross a sentence or cover no token are left out of the training
 */
public record TrainingDocument(String text, List<TaggedName> names) {
    public TrainingDocument {
        Objects.requireNonNull(text, "text");
        names = List.copyOf(names);
    }
}
