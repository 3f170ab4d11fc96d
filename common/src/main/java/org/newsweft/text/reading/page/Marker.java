package org.newsweft.text.reading.page;

import java.util.Locale;

/**
 * What the words of a block hint at. The phrases of most stand in the resource {@code lexicon.tsv} under the lower-case
 * name; some need more than phrases and are completed by {@link TextBlock}.
 */
public enum Marker {
    SHARE,
    SUBS,
    CTA,
    COOKIE,
    COPY,
    COMMENT,
    MORE,
    MORE_COLON,
    AUTHOR,
    AUTHOR_ROLE,
    BYLINE,
    BYLINE_START,
    CAPTION,
    CAPTION_WORD,
    CAPTION_OPEN,
    TIME,
    DATE,
    URL,
    PRICE,
    UPDMETA,
    YOU,
    SAID,
    MARK_COMMENT,
    MARK_COMMENT_SAID,
    MARK_MORE,
    MARK_AUTHOR,
    MARK_TAGS,
    MARK_STORY,
    MARK_APPEAL,
    MARK_CREDIT,
    TAG_LINE,
    AUTHOR_HEADER,
    SECTION_HEADER,
    COMMENT_NOTICE,
    WALL,
    CREDIT_LINE;

    /** Its place in a set of markers, which lives in memory only and never outlives the enum's order. */
    @SuppressWarnings("EnumOrdinal")
    long bit() {
        return 1L << ordinal();
    }

    static Marker named(String lowerCaseName) {
        return valueOf(lowerCaseName.toUpperCase(Locale.ROOT));
    }
}
