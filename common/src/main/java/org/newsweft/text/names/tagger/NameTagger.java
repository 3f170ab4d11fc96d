package org.newsweft.text.names.tagger;

import java.util.List;
import org.newsweft.text.Span;
import org.newsweft.text.names.lexicon.FoundBy;

/** Finds names and their class. Implementations are immutable and shared by threads. */
public interface NameTagger {
    /**
     * The names of {@code text} sorted by start, never overlapping, none across two sentences.
     *
     * @param sentences the sentences of the text, as {@link org.newsweft.text.Sentences#of} gives them
     */
    List<TaggedName> tag(String text, List<Span> sentences);

    /** What mentions from this tagger are recorded as. */
    FoundBy foundBy();
}
