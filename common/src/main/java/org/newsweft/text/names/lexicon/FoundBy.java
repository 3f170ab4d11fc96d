package org.newsweft.text.names.lexicon;

import java.util.Locale;

/** What made a stretch of text a mention; {@link #code} is the value in the tables. */
public enum FoundBy {
    /** The trained tagger. */
    MODEL,
    /** A list of names. */
    GAZETTEER,
    /** A pattern of capitals, titles or suffixes. */
    PATTERN,
    /** Another mention in the same document. */
    COREFERENCE;

    /** The value in the tables: the name in lower case. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
