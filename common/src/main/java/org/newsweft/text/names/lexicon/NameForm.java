package org.newsweft.text.names.lexicon;

import java.util.Locale;

/** How much of a name a document gives of an entity; {@link #code} is the value in the tables. */
public enum NameForm {
    /** Given and family name, or a ruler's title and name; the whole name of a body. */
    FULL,
    /** A surname alone. */
    SINGLE,
    /** A first name alone, without an office: it says little outside of its document. */
    FIRST,
    /** A short name that a list of well-known names explains. */
    LISTED,
    /** Capitals that may stand for a longer name. */
    ACRONYM,
    /** A common word ("Ministry") that many bodies go by. */
    COMMON;

    /** The value in the tables: the name in lower case. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
