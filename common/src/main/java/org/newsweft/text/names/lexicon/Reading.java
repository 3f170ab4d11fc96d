package org.newsweft.text.names.lexicon;

import java.util.Locale;

/** In which sense the words stand for the entity; {@link #code} is the value in the tables. */
public enum Reading {
    /** The entity's own name. */
    NAME,
    /** Adjective or name of the people of a country: "South Korean officials". */
    DEMONYM,
    /** A seat that stands for its government: "Beijing canceled the talks". */
    METONYM,
    /** Another name, an acronym or a shortened name. */
    ALIAS,
    /** Surname (or first name) alone. */
    SURNAME,
    /** Surname after a title or an office: "Secretary Kerry". */
    TITLE;

    /** The value in the tables: the name in lower case. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
