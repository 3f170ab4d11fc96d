package org.newsweft.text.names;

import java.util.List;
import org.newsweft.text.names.identity.DocumentEntity;
import org.newsweft.text.names.lexicon.Mention;

/**
 * Who and what a document names.
 *
 * @param mentions every place where something is named, sorted by start, never overlapping
 * @param entities what the mentions lead to, one for each {@link Mention#entityId}, sorted by id
 */
public record NamesInDocument(List<Mention> mentions, List<DocumentEntity> entities) {
    public NamesInDocument {
        mentions = List.copyOf(mentions);
        entities = List.copyOf(entities);
    }
}
