package org.newsweft.text.tone.roles;

/**
 * How many words of a sentence tell of conflict and of cooperation. They explain the tone between two names to a reader.
 *
 * @param conflict words such as accuse, sanction, attack, dispute; and negated words of cooperation
 * @param cooperation words such as agree, pact, talks
 */
public record EventWords(int conflict, int cooperation) {
    public EventWords {
        if (conflict < 0 || cooperation < 0) {
            throw new IllegalArgumentException("negative count: " + conflict + ", " + cooperation);
        }
    }
}
