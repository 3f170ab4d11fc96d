package org.newsweft.text.reading.page;

import java.util.Locale;

/** What a block of a page is. */
public enum BlockLabel {
    /** The headline. */
    TITLE,
    /** The name of the section or the topic that stands over the headline. */
    SECTION,
    /** Who wrote it. */
    BYLINE,
    /** When, and where, it was written or published. */
    DATELINE,
    /** A paragraph of the article. */
    BODY,
    /** A heading inside the article. */
    HEADING,
    /** The caption or the credit of a picture or a video. */
    CAPTION,
    /** Topics that the article is filed under. */
    TAGS,
    /** About the author, with its header. */
    AUTHOR_BIO,
    /** Newsletters, appeals for support, advertisements, sharing. */
    PROMOTION,
    /** Readers' comments and the forms around them. */
    COMMENTS,
    /** Teasers of and links to other articles. */
    RELATED,
    /** Copyright, terms, privacy. */
    LEGAL,
    /** Menus and whatever else belongs to the site. */
    NAVIGATION,
    /** Nothing but the markup of a content management system. */
    MARKUP;

    /** The label as it stands in the tables: lower case, words joined by an underscore. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
