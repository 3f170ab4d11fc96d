package org.newsweft.text.names;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.newsweft.text.names.GazetteerEntry.Kind;

/**
 * What lists and context know better than a tagger: names on the lists that it missed or cut, credits and bylines that
 * name nobody who acts, offices that are no bodies.
 */
final class NameRules {
    private static final double LISTED = 0.85;

    private static final Set<String> OFFICES = Set.of(
            "state",
            "defense",
            "defence",
            "treasury",
            "interior",
            "homeland security",
            "foreign affairs",
            "commerce",
            "agriculture",
            "energy",
            "education",
            "health",
            "finance",
            "labor",
            "labour",
            "transportation",
            "justice",
            "war",
            "navy",
            "army",
            "air force",
            "trade",
            "economic affairs",
            "health and human services");

    private static final Set<String> OFFICE_HOLDERS =
            Set.of("secretary", "secretaries", "minister", "ministers", "undersecretary", "undersecretaries");

    private final Set<String> credits;
    private final Set<String> openers;
    private final PersonResolver persons;

    private NameRules(WordLists words, PersonResolver persons) {
        credits = words.of("credit");
        openers = words.of("opener");
        this.persons = persons;
    }

    static NameRules load(PersonResolver persons) {
        return new NameRules(WordLists.load(), persons);
    }

    /** The names of a document after the rules, sorted, not overlapping. */
    List<NamedTokens> apply(NameText text, List<GazetteerMatch> listed, List<NamedTokens> tagged) {
        List<NamedTokens> kept = new ArrayList<>();
        for (NamedTokens name : tagged) {
            NamedTokens trimmed = trimmed(text, name);
            if (trimmed != null && !isOffice(text, trimmed) && !isCredit(text, trimmed)) {
                kept.add(trimmed);
            }
        }
        List<NamedTokens> complete = withListed(text, listed, kept);
        complete.sort(Comparator.comparingInt(NamedTokens::from));
        return joined(text, complete);
    }

    /** Without titles before a person, "the" before anything, and possessives after; null if nothing is left. */
    private NamedTokens trimmed(NameText text, NamedTokens name) {
        int from = name.from();
        int to = name.to();
        while (to > from && isPossessive(text.lower(to - 1))) {
            to--;
        }
        boolean person = name.type() == NameType.PERSON;
        if (person && to - from > 1 && isOfficeName(text, from)) {
            from++;
        }
        while (from < to
                && (text.lower(from).equals("the")
                        || (person
                                && to - from > 1
                                && persons.isTitle(text.lower(from))
                                && !isGivenName(text, from, to)))) {
            from++;
        }
        boolean opener = to - from == 1 && openers.contains(text.lower(from)) && !text.isUpperCase(from);
        return from == to || opener ? null : name.between(from, to);
    }

    private static boolean isPossessive(String word) {
        return word.equals("'s") || word.equals("’s") || word.equals("'") || word.equals("’");
    }

    /** "Pope Francis" and "King Abdullah" keep their title in lists, but "Justin King" begins with a name. */
    private static boolean isGivenName(NameText text, int from, int to) {
        return Gazetteer.load().isFirstName(text.tokens().word(from)) && to - from == 2;
    }

    /** Whether a token is the "State" of "Secretary of State" or "Under Secretary of State for". */
    static boolean isOfficeName(NameText text, int i) {
        String before = text.lowerNear(i, -1);
        return (before.equals("of") || before.equals("for"))
                && OFFICE_HOLDERS.contains(text.lowerNear(i, -2))
                && OFFICES.contains(text.lower(i));
    }

    /** "State" in "Secretary of State": part of an office, not a body. */
    private static boolean isOffice(NameText text, NamedTokens name) {
        if (name.type() != NameType.ORGANIZATION) {
            return false;
        }
        int before = name.from();
        if (text.lowerNear(before, -1).equals("the")) {
            before--;
        }
        boolean ofOffice = (text.lowerNear(before, -1).equals("of")
                        || text.lowerNear(before, -1).equals("for"))
                && (OFFICE_HOLDERS.contains(text.lowerNear(before, -2))
                        || text.lowerNear(before, -2).equals("state"));
        if (ofOffice && OFFICES.contains(text.surface(name.from(), name.to()).toLowerCase(java.util.Locale.ROOT))) {
            return true;
        }
        String last = text.lower(name.to() - 1);
        return OFFICE_HOLDERS.contains(text.lower(name.from()))
                || (text.lowerNear(name.from(), -1).equals("under") && last.equals("state"))
                || last.equals("secretary")
                || last.equals("minister");
    }

    /** A photographer or agency in a photo credit, or the author in a byline: nobody who acts in the story. */
    private boolean isCredit(NameText text, NamedTokens name) {
        if (name.type() == NameType.PLACE || name.type() == NameType.NATIONALITY) {
            return false;
        }
        int sentence = text.tokens().sentenceOf(name.from());
        int first = text.tokens().sentenceStart(sentence);
        int end = text.tokens().sentenceEnd(sentence);
        String after = text.lowerNear(name.to() - 1, 1);
        String then = text.lowerNear(name.to() - 1, 2);
        boolean beforeAgency =
                (after.equals("/") || after.equals("via") || after.equals("|")) && credits.contains(then);
        boolean agencyAfterSlash = text.lowerNear(name.from(), -1).equals("/")
                && (credits.contains(text.lower(name.from())) || credits.contains(after));
        boolean byline = name.type() == NameType.PERSON
                && end - first <= 10
                && text.lower(first).equals("by")
                && name.from() == first + 1
                && !text.text()
                        .substring(text.tokens().start(first), text.tokens().end(end - 1))
                        .endsWith(".");
        boolean photo = text.lowerNear(name.from(), -1).equals("by")
                && (text.lowerNear(name.from(), -2).equals("photo")
                        || text.lowerNear(name.from(), -2).equals("photograph"));
        return beforeAgency || agencyAfterSlash || byline || photo;
    }

    /** Adds listed names that were missed and puts longer listed names in the place of what was cut from them. */
    private List<NamedTokens> withListed(NameText text, List<GazetteerMatch> listed, List<NamedTokens> tagged) {
        List<NamedTokens> names = new ArrayList<>(tagged);
        for (GazetteerMatch match : listed) {
            NameType type = typeOf(match);
            if (type == null) {
                continue;
            }
            List<NamedTokens> overlapping = names.stream()
                    .filter(name -> name.overlaps(match.from(), match.to()))
                    .toList();
            boolean covers =
                    overlapping.stream().allMatch(name -> match.from() <= name.from() && name.to() <= match.to());
            boolean longer =
                    overlapping.stream().noneMatch(name -> name.from() == match.from() && name.to() == match.to());
            boolean several = match.to() - match.from() > 1;
            boolean wanted = overlapping.isEmpty() ? isSure(text, match) : covers && longer && several;
            if (wanted) {
                names.removeAll(overlapping);
                names.add(new NamedTokens(match.from(), match.to(), type, FoundBy.GAZETTEER, LISTED));
            }
        }
        return names;
    }

    private static NameType typeOf(GazetteerMatch match) {
        if (match.has(Kind.SEAT) || match.has(Kind.COUNTRY) || match.has(Kind.REGION)) {
            return NameType.PLACE;
        }
        return switch (match.entries().get(0).kind()) {
            case DEMONYM -> NameType.NATIONALITY;
            case ORGANIZATION -> NameType.ORGANIZATION;
            case PERSON -> NameType.PERSON;
            case STATE, CITY, SEAT, COUNTRY, REGION -> NameType.PLACE;
        };
    }

    /** Whether a listed name that no tagger saw is one without further proof. */
    private boolean isSure(NameText text, GazetteerMatch match) {
        GazetteerEntry entry = match.entries().get(0);
        boolean several = match.to() - match.from() > 1;
        boolean acronym = entry.exactCase();
        boolean alone = !text.isCapitalizedNear(match.from(), -1) || text.isShouted(match.from());
        boolean free = alone && (!text.isCapitalizedNear(match.to() - 1, 1) || text.isShouted(match.from()));
        if (acronym && text.isShouted(match.from())) {
            return text.lowerNear(match.from(), -1).equals("the") || (entry.kind() == Kind.COUNTRY && several);
        }
        return switch (entry.kind()) {
            case COUNTRY -> acronym || several || isFreeCountry(text, match, free);
            case DEMONYM -> several || !text.isCapitalizedNear(match.from(), -1) || text.isFirstWord(match.from() - 1);
            case ORGANIZATION, PERSON -> several || (acronym && free) || (free && !isCommonWord(text, match));
            case SEAT -> true;
            case REGION -> several || (free && !isCommonWord(text, match));
            case STATE -> several || (free && !text.isFirstWord(match.from()));
            case CITY -> entry.capital() && free && !isCommonWord(text, match);
        };
    }

    private static boolean isFreeCountry(NameText text, GazetteerMatch match, boolean free) {
        boolean mayBePerson = Gazetteer.load().isFirstName(text.tokens().word(match.from()))
                || text.lower(match.from()).equals("chad")
                || text.lower(match.from()).equals("jordan");
        return free || (!mayBePerson && !text.isCapitalizedNear(match.to() - 1, 1));
    }

    private static boolean isCommonWord(NameText text, GazetteerMatch match) {
        return match.to() - match.from() == 1 && text.occursInLowerCase(text.lower(match.from()));
    }

    /** "Chamber of Commerce" with its "in" and place, and two pieces of one hyphenated name, become one. */
    private static List<NamedTokens> joined(NameText text, List<NamedTokens> names) {
        List<NamedTokens> joined = new ArrayList<>();
        for (NamedTokens name : names) {
            NamedTokens last = joined.isEmpty() ? null : joined.get(joined.size() - 1);
            if (last != null && isChamberIn(text, last, name)) {
                joined.set(joined.size() - 1, last.between(last.from(), name.to()));
            } else if (last == null || name.from() >= last.to()) {
                joined.add(name);
            }
        }
        return joined;
    }

    private static boolean isChamberIn(NameText text, NamedTokens body, NamedTokens place) {
        return body.type() == NameType.ORGANIZATION
                && place.type() == NameType.PLACE
                && place.from() == body.to() + 1
                && text.tokens().is(body.to(), "in")
                && text.lower(body.to() - 1).equals("commerce");
    }
}
