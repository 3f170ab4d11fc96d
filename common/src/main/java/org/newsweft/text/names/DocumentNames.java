package org.newsweft.text.names;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.newsweft.text.Tokens;
import org.newsweft.text.names.identity.PersonResolver;
import org.newsweft.text.names.lexicon.FoundBy;
import org.newsweft.text.names.lexicon.Gazetteer;
import org.newsweft.text.names.lexicon.GazetteerEntry;
import org.newsweft.text.names.lexicon.GazetteerEntry.Kind;
import org.newsweft.text.names.lexicon.NameText;
import org.newsweft.text.names.lexicon.NameType;
import org.newsweft.text.names.lexicon.NamedTokens;
import org.newsweft.text.names.lexicon.WordLists;

/**
 * Carries what a document says of a name in one place to its other places: a surname alone that the tagger missed or took
 * for a place, and a whole name that it saw elsewhere.
 */
final class DocumentNames {
    private static final double BY_COREFERENCE = 0.75;
    private static final double CALLED_SO = 2;
    private static final double CLEARLY = 1.25;
    private static final double SURE = 0.6;
    private static final int SHORTEST_REPEATED = 3;
    private static final int LONGEST_APPOSITION = 9;
    private static final int SHORTEST_SURNAME = 2;
    private static final int SHORTEST_SHOUTED = 4;
    private static final int MOST_WITH_ONE_BEGINNING = 8;

    private final Gazetteer gazetteer = Gazetteer.load();
    private final PersonResolver persons;
    private final Set<String> prepositions;
    private final Set<String> speech;
    private final Set<String> openers;
    private final Set<String> kinds;
    private final Set<String> sites;

    private DocumentNames(PersonResolver persons, WordLists words) {
        this.persons = persons;
        prepositions = words.of("preposition");
        speech = words.of("speech");
        openers = words.of("opener");
        kinds = words.of("kind_of");
        sites = words.of("site_kind");
    }

    static DocumentNames load(PersonResolver persons) {
        return new DocumentNames(persons, WordLists.load());
    }

    /** The names with classes corrected and missed places added; sorted, not overlapping. */
    List<NamedTokens> complete(NameText text, List<NamedTokens> names, PersonResolver.Document people) {
        List<NamedTokens> agreed = agreed(text, names, people);
        List<NamedTokens> all = new ArrayList<>(agreed.size() + 16);
        boolean[] taken = new boolean[text.size()];
        for (NamedTokens name : agreed) {
            all.add(corrected(text, name, people));
            Arrays.fill(taken, name.from(), name.to(), true);
        }
        addRepeated(text, agreed, taken, all);
        addRepeatedWords(text, agreed, taken, all);
        for (int i = 0; i < taken.length; i++) {
            if (!taken[i] && isLoneSurname(text, i, people)) {
                all.add(new NamedTokens(i, i + 1, NameType.PERSON, FoundBy.COREFERENCE, BY_COREFERENCE));
            }
        }
        all.sort(Comparator.comparingInt(NamedTokens::from));
        return all;
    }

    /**
     * The names with one class for each: what the text calls it ("the firm Sophos", "the town of Debel") decides, else what
     * most of its places say, each by its confidence. Surnames of people whom the text names in full stay what they are.
     */
    private List<NamedTokens> agreed(NameText text, List<NamedTokens> names, PersonResolver.Document people) {
        Map<String, Map<NameType, Double>> votes = new HashMap<>();
        for (NamedTokens name : names) {
            if (name.type() != NameType.NATIONALITY) {
                Map<NameType, Double> votesOf =
                        votes.computeIfAbsent(surface(text, name), any -> new EnumMap<>(NameType.class));
                votesOf.merge(name.type(), name.confidence(), Double::sum);
                NameType kind = kindOf(text, name);
                if (kind != null) {
                    votesOf.merge(kind, CALLED_SO, Double::sum);
                }
            }
        }
        Set<String> begins = beginningsOfBodies(text, names, votes);
        List<NamedTokens> agreed = new ArrayList<>(names.size());
        for (NamedTokens name : names) {
            Map<NameType, Double> votesOf = name.type() == NameType.NATIONALITY ? null : votes.get(surface(text, name));
            boolean surname = name.to() - name.from() == 1
                    && (people.isKnownSurname(text.tokens().word(name.from()))
                            || people.isKnownFirstName(text.tokens().word(name.from())));
            NameType best = name.type();
            if (votesOf != null && !surname) {
                for (NameType type : NameType.values()) {
                    best = of(votesOf, type) > of(votesOf, best) * CLEARLY ? type : best;
                }
            }
            boolean shortBody = best == NameType.PERSON
                    && !surname
                    && name.to() - name.from() == 1
                    && begins.contains(text.tokens().word(name.from()))
                    && !persons.isTitle(text.lowerNear(name.from(), -1));
            agreed.add(name.as(shortBody ? NameType.ORGANIZATION : best));
        }
        return agreed;
    }

    private static double of(Map<NameType, Double> votes, NameType type) {
        return votes.getOrDefault(type, 0.0);
    }

    /** First words of bodies of several words, first names left out: "Mahan" of "Mahan Air". */
    private Set<String> beginningsOfBodies(
            NameText text, List<NamedTokens> names, Map<String, Map<NameType, Double>> votes) {
        Set<String> begins = new HashSet<>();
        for (NamedTokens name : names) {
            if (name.to() - name.from() > 1 && name.type() != NameType.NATIONALITY) {
                Map<NameType, Double> votesOf = votes.get(surface(text, name));
                double others = Math.max(of(votesOf, NameType.PERSON), of(votesOf, NameType.PLACE));
                String first = text.tokens().word(name.from());
                if (of(votesOf, NameType.ORGANIZATION) > others * CLEARLY && !gazetteer.isFirstName(first)) {
                    begins.add(first);
                }
            }
        }
        return begins;
    }

    private static String surface(NameText text, NamedTokens name) {
        return text.surface(name.from(), name.to());
    }

    /** What the word before a name or the apposition behind it calls it; null if they call it nothing known. */
    private NameType kindOf(NameText text, NamedTokens name) {
        String before = text.lowerNear(name.from(), -1);
        if (kinds.contains(before) && !text.isCapitalizedNear(name.from(), -1)) {
            return NameType.ORGANIZATION;
        }
        if (before.equals("of")
                && sites.contains(text.lowerNear(name.from(), -2))
                && !text.isCapitalizedNear(name.from(), -2)) {
            return NameType.PLACE;
        }
        int last = name.to() - 1;
        String article = text.lowerNear(last, 2);
        if (text.lowerNear(last, 1).equals(",") && (article.equals("a") || article.equals("an"))) {
            for (int k = 3; k <= LONGEST_APPOSITION && text.isNear(last, k); k++) {
                String word = text.lower(last + k);
                if (kinds.contains(word)) {
                    return NameType.ORGANIZATION;
                }
                if (sites.contains(word)) {
                    return NameType.PLACE;
                }
                if (!Character.isLetter(word.charAt(0)) && !word.equals("-")) {
                    break;
                }
            }
        }
        return null;
    }

    /** Adds the other places of bodies and places of one word, where capitals say something. */
    private void addRepeatedWords(NameText text, List<NamedTokens> names, boolean[] taken, List<NamedTokens> all) {
        Map<String, NamedTokens> byWord = new HashMap<>();
        for (NamedTokens name : names) {
            boolean wanted = name.to() - name.from() == 1
                    && (name.type() == NameType.ORGANIZATION || name.type() == NameType.PLACE)
                    && name.confidence() >= SURE
                    && text.tokens().end(name.from()) - text.tokens().start(name.from()) >= SHORTEST_REPEATED;
            if (wanted) {
                byWord.merge(text.tokens().word(name.from()), name, (a, b) -> a.confidence() >= b.confidence() ? a : b);
            }
        }
        for (int i = 0; i < taken.length && !byWord.isEmpty(); i++) {
            if (taken[i] || !text.tokens().isCapitalized(i) || text.isShouted(i)) {
                continue;
            }
            NamedTokens name = byWord.get(text.tokens().word(i));
            boolean alone = !text.isCapitalizedNear(i, -1) && !text.isCapitalizedNear(i, 1);
            boolean said = name != null
                    && alone
                    && !text.occursInLowerCase(text.lower(i))
                    && !text.lowerNear(i, 1).equals("-")
                    && !text.lowerNear(i, -1).equals("-");
            if (said) {
                all.add(new NamedTokens(i, i + 1, name.type(), FoundBy.COREFERENCE, BY_COREFERENCE));
                taken[i] = true;
            }
        }
    }

    /** A surname that the tagger took for a place or body, or a country that it took for a person. */
    private NamedTokens corrected(NameText text, NamedTokens name, PersonResolver.Document people) {
        int i = name.from();
        boolean hyphened = name.to() - i == 3 && text.tokens().is(i + 1, "-");
        if (hyphened && name.type() != NameType.PERSON && people.isKnownSurname(text.surface(i, name.to()))) {
            return name.as(NameType.PERSON);
        }
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
            boolean person = isListed(text, i, Kind.PERSON)
                    || (people.isKnownSurname(text.tokens().word(i))
                            && !isListed(text, i, Kind.DEMONYM)
                            && !isListed(text, i, Kind.PEOPLE));
            return person ? name.as(NameType.PERSON) : name;
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
