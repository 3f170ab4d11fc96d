package org.newsweft.text.reading;

import java.util.Objects;

/**
 * One record as the corpus gave it.
 *
 * @param source the record's own id, URL or path; never null
 * @param url where it was published, or null
 * @param title the record's title field, or null
 * @param text the raw text, never null
 * @param date the record's date field in whatever form it came, or null
 * @param outlet the record's outlet field, or null
 * @param author the record's author field, or null
 * @param language the record's language field, or null
 */
public record RawDocument(
        String source,
        String url,
        String title,
        String text,
        String date,
        String outlet,
        String author,
        String language) {
    public RawDocument {
        Objects.requireNonNull(source, "source");
        Objects.requireNonNull(text, "text");
    }
}
