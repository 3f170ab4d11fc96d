package org.newsweft.text.names;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.newsweft.text.Tokens;
import org.newsweft.text.names.GazetteerEntry.Kind;

/**
 * Carries what a document says of a name in one place to its other places: a surname alone that the tagger missed or took
 * for a place, and a whole name that it saw elsewhere.
 */
final class DocumentNames {
    private static final double BY_COREFERENCE = 0.75;
    private static final int SHORTEST_SURNAME = 2;
    private static final int SHORTEST_SHOUTED = 4;
    private static final int MOST_WITH_ONE_BEGINNING = 8;

    private final Gazetteer gazetteer = Gazetteer.load();
    private final PersonResolver persons;
    private final Set<String> prepositions;
    private final Set<String> speech;
    private final Set<String> openers;

    private DocumentNames(PersonResolver persons, WordLists words) {
        this.persons = persons;
        prepositions = words.of("preposition");
        speech = words.of("speech");
        openers = words.of("opener");
    }

    static DocumentNames load(PersonResolver persons) {
        return new DocumentNames(persons, WordLists.load());
    }

    /** The names with classes corrected and missed places added; sorted, not overlapping. */
    List<NamedTokens> complete(NameText text, List<NamedTokens> names, PersonResolver.Document people) {
        List<NamedTokens> all = new ArrayList<>(names.size() + 16);
        boolean[] taken = new boolean[text.size()];
        for (NamedTokens name : names) {
            all.add(corrected(text, name, people));
            Arrays.fill(taken, name.from(), name.to(), true);
        }
        addRepeated(text, names, taken, all);
        for (int i = 0; i < taken.length; i++) {
            if (!taken[i] && isLoneSurname(text, i, people)) {
                all.add(new NamedTokens(i, i + 1, NameType.PERSON, FoundBy.COREFERENCE, BY_COREFERENCE));
            }
        }
        all.sort(Comparator.comparingInt(NamedTokens::from));
        return all;
    }

    /** A surname that the tagger took for a place or body, or a country that it took for a person. */
    private NamedTokens corrected(NameText text, NamedTokens name, PersonResolver.Document people) {
        int i = name.from();
        if (name.to() - i > 1) {
            return name;
        }
        boolean firstName = people.isKnownFirstName(text.tokens().word(i))
                && !prepositions.contains(text.lowerNear(i, -1))
                && !text.lowerNear(i, -1).equals("of")
                && !text.lowerNear(i, -1).equals("the");
        if (firstName && name.type() != NameType.NATIONALITY) {
            return name.as(NameType.PERSON);
        }
        if (name.type() == NameType.NATIONALITY) {
            return name;
        }
        boolean surname = people.isKnownSurname(text.tokens().word(i));
        boolean acts = persons.isTitle(text.lowerNear(i, -1)) || speech.contains(text.lowerNear(i, 1));
        boolean country = isListed(text, i, Kind.COUNTRY);
        if (name.type() == NameType.PERSON) {
            return country && !surname && !acts ? name.as(NameType.PLACE) : name;
        }
        boolean place = country || isListed(text, i, Kind.CITY) || isListed(text, i, Kind.STATE);
        boolean located = prepositions.contains(text.lowerNear(i, -1));
        boolean bearer = surname && !located && (acts || !place);
        boolean known = isListed(text, i, Kind.PERSON) && !place;
        return bearer || known ? name.as(NameType.PERSON) : name;
    }

    private boolean isListed(NameText text, int i, Kind kind) {
        for (GazetteerEntry entry : gazetteer.meanings(text.tokens(), i, i + 1)) {
            if (entry.kind() == kind) {
                return true;
            }
        }
        return false;
    }

    /** Adds the other places of names of several words. */
    private static void addRepeated(NameText text, List<NamedTokens> names, boolean[] taken, List<NamedTokens> all) {
        Map<String, List<NamedTokens>> byFirstWord = new HashMap<>();
        for (NamedTokens name : names) {
            if (name.to() - name.from() > 1 && name.type() != NameType.NATIONALITY) {
                List<NamedTokens> same =
                        byFirstWord.computeIfAbsent(text.tokens().word(name.from()), word -> new ArrayList<>(2));
                if (same.size() < MOST_WITH_ONE_BEGINNING) {
                    same.add(name);
                }
            }
        }
        for (int i = 0; i < taken.length; i++) {
            if (!taken[i] && text.tokens().isCapitalized(i)) {
                NamedTokens found = repeatedAt(text, i, taken, byFirstWord);
                if (found != null) {
                    all.add(found);
                    Arrays.fill(taken, found.from(), found.to(), true);
                }
            }
        }
    }

    private static NamedTokens repeatedAt(
            NameText text, int i, boolean[] taken, Map<String, List<NamedTokens>> byFirstWord) {
        NamedTokens longest = null;
        for (NamedTokens name : byFirstWord.getOrDefault(text.tokens().word(i), List.of())) {
            int length = name.to() - name.from();
            boolean longer = longest == null || length > longest.to() - longest.from();
            if (longer && isSame(text, name, i, taken)) {
                longest = new NamedTokens(i, i + length, name.type(), FoundBy.COREFERENCE, BY_COREFERENCE);
            }
        }
        return longest;
    }

    private static boolean isSame(NameText text, NamedTokens name, int at, boolean[] taken) {
        Tokens tokens = text.tokens();
        for (int k = 0; k < name.to() - name.from(); k++) {
            boolean same = text.isNear(at, k)
                    && !taken[at + k]
                    && text.lower(at + k).equals(text.lower(name.from() + k))
                    && tokens.isCapitalized(at + k) == tokens.isCapitalized(name.from() + k);
            if (!same) {
                return false;
            }
        }
        return true;
    }

    private boolean isLoneSurname(NameText text, int i, PersonResolver.Document people) {
        Tokens tokens = text.tokens();
        if (text.isShouted(i)) {
            return isShoutedSurname(text, i, people);
        }
        boolean candidate = tokens.isCapitalized(i)
                && !tokens.is(i, "God")
                && !openers.contains(text.lower(i))
                && tokens.end(i) - tokens.start(i) >= SHORTEST_SURNAME
                && !text.isCapitalizedNear(i, 1)
                && (!text.isCapitalizedNear(i, -1)
                        || persons.isTitle(text.lowerNear(i, -1))
                        || text.isFirstWord(i - 1));
        return candidate
                && people.isKnownSurname(tokens.word(i))
                && !text.occursInLowerCase(text.lower(i))
                && !isListed(text, i, Kind.COUNTRY);
    }

    /** A surname of the document in a line in capitals, where capitals alone say nothing. */
    private boolean isShoutedSurname(NameText text, int i, PersonResolver.Document people) {
        String word = text.tokens().word(i);
        if (word.length() < SHORTEST_SHOUTED
                || text.occursInLowerCase(text.lower(i))
                || isListed(text, i, Kind.COUNTRY)) {
            return false;
        }
        return people.isKnownSurname(word.charAt(0) + text.lower(i).substring(1));
    }
}
