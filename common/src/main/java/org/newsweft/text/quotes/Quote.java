package org.newsweft.text.quotes;

import java.util.Objects;

/**
 * Direct speech.
 *
 * @param start first UTF-16 unit inside the quotation marks
 * @param end one past the last inside them
 * @param text the words between the marks
 * @param speakerEntityId who speaks; null if not resolved
 * @param speaker the speaker's label; null if not resolved
 * @param verb the verb of speech as written ("said"); null if there is none
 */
public record Quote(int start, int end, String text, String speakerEntityId, String speaker, String verb) {
    public Quote {
        Objects.requireNonNull(text, "text");
        if (start < 0 || end <= start || text.length() != end - start) {
            throw new IllegalArgumentException("not a quote: " + start + " to " + end);
        }
        if ((speakerEntityId == null) != (speaker == null)) {
            throw new IllegalArgumentException("speaker and speakerEntityId must both be there or both be null");
        }
    }
}
