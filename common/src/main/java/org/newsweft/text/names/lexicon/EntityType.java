package org.newsweft.text.names.lexicon;

import java.util.Locale;

/** What kind of thing an entity is; {@link #code} is the value in the tables. */
public enum EntityType {
    /** A human being. */
    PERSON,
    /** A company, authority, party, paper or other body that acts. */
    ORGANIZATION,
    /** A country or territory with an ISO 3166-1 code. */
    COUNTRY,
    /** Part of the world, sea, union of states, or a state or province of a country. */
    REGION,
    /** A city or any other place. */
    PLACE,
    /** A people, an ethnic or a religious group that is no country's own. */
    GROUP,
    /** None of these. */
    OTHER;

    /** The value in the tables: the name in lower case. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
