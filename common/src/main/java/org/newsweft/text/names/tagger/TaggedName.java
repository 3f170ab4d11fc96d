package org.newsweft.text.names.tagger;

import java.util.Objects;
import org.newsweft.text.Span;
import org.newsweft.text.names.lexicon.NameType;

/**
 * A stretch of text that a tagger takes for a name, before anyone asks whose.
 *
 * @param span where, in UTF-16 units
 * @param type which class
 * @param confidence 0 to 1
 */
public record TaggedName(Span span, NameType type, double confidence) {
    public TaggedName {
        Objects.requireNonNull(span, "span");
        Objects.requireNonNull(type, "type");
        if (!(confidence >= 0 && confidence <= 1)) {
            throw new IllegalArgumentException("confidence must be 0 to 1: " + confidence);
        }
    }
}
