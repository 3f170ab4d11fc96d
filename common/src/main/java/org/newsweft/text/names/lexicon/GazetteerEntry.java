package org.newsweft.text.names.lexicon;

/**
 * What a name on a list may mean.
 *
 * @param kind which list
 * @param id entity id; null for a city
 * @param label the entity's label
 * @param countryCode ISO 3166-1 alpha-2 code, or null
 * @param inhabitants of a city, else 0
 * @param capital whether a seat of government
 * @param alias whether the listed name is another than the label
 * @param exactCase whether the text must have the very letters ({@code US}, never {@code us})
 * @param capitals bit {@code n} set if word {@code n} of the name must begin with a capital
 */
public record GazetteerEntry(
        Kind kind,
        String id,
        String label,
        String countryCode,
        int inhabitants,
        boolean capital,
        boolean alias,
        boolean exactCase,
        int capitals) {

    /** The entity's id. Built on demand for cities: there are many, and a text names few. */
    public String entityId() {
        return kind == Kind.CITY ? EntityIds.place(label, countryCode) : id;
    }

    /** The lists. */
    public enum Kind {
        COUNTRY,
        DEMONYM,
        /** Members of a people, faith or party, people of a region or city; an alias is one only where a tagger says so. */
        PEOPLE,
        REGION,
        CITY,
        STATE,
        SEAT,
        ORGANIZATION,
        PERSON
    }
}
