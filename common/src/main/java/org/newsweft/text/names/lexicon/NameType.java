package org.newsweft.text.names.lexicon;

/** The classes that a tagger tells apart. */
public enum NameType {
    /** A human being. */
    PERSON,
    /** A body that acts. */
    ORGANIZATION,
    /** A country, city, region or other place. */
    PLACE,
    /** Nationality, people, religion or party as adjective or noun. */
    NATIONALITY
}
