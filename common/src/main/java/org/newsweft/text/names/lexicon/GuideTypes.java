package org.newsweft.text.names.lexicon;

import java.util.List;
import java.util.Locale;
import org.newsweft.text.Span;
import org.newsweft.text.Tokens;
import org.newsweft.text.names.lexicon.GazetteerEntry.Kind;

/**
 * The classes of the tagger for names that careful readers marked by kind of entity (person, organization, country,
 * region, place, group): the tagger learns whether a word is a place or its people, which the kinds of entities leave open.
 */
public final class GuideTypes {
    private GuideTypes() {}

    /**
     * The class of a marked name.
     *
     * @param type kind of entity as the readers wrote it
     * @param surface the name as it stands in the text
     */
    public static NameType of(String type, String surface) {
        return switch (type.toLowerCase(Locale.ROOT)) {
            case "person" -> NameType.PERSON;
            case "organization" -> isPeople(surface, true) ? NameType.NATIONALITY : NameType.ORGANIZATION;
            case "group" -> NameType.NATIONALITY;
            case "country", "region", "place" -> isPeople(surface, false) ? NameType.NATIONALITY : NameType.PLACE;
            default -> throw new IllegalArgumentException("no kind of entity: " + type);
        };
    }

    /** "Iranian", "European", "Democrats": adjectives and members on the lists. */
    private static boolean isPeople(String surface, boolean surely) {
        Tokens tokens = Tokens.of(surface, List.of(new Span(0, surface.length())));
        List<GazetteerEntry> entries = Gazetteer.load().meanings(tokens, 0, tokens.size());
        boolean people = entries.stream()
                .anyMatch(entry ->
                        entry.kind() == Kind.DEMONYM || (entry.kind() == Kind.PEOPLE && (!surely || !entry.alias())));
        boolean named =
                entries.stream().anyMatch(entry -> entry.kind() == Kind.COUNTRY || entry.kind() == Kind.ORGANIZATION);
        return people && !named;
    }
}
