package org.newsweft.text.reading.date;

import java.util.Locale;

/** Where a publication date was found. */
public enum DateSource {
    /** The record's own date field. */
    METADATA,
    /** The path of the URL. */
    URL,
    /** A short line of its own near the start of the article. */
    HEADER,
    /** The line that names the author. */
    BYLINE,
    /** The start of the first paragraph, after the place. */
    DATELINE,
    /** A copyright line at the end of the article. */
    COPYRIGHT,
    NONE;

    /** The source as it stands in the tables. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
