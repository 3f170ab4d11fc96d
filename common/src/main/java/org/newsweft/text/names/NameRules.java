package org.newsweft.text.names;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.newsweft.text.names.identity.PersonResolver;
import org.newsweft.text.names.lexicon.FoundBy;
import org.newsweft.text.names.lexicon.Gazetteer;
import org.newsweft.text.names.lexicon.GazetteerEntry;
import org.newsweft.text.names.lexicon.GazetteerEntry.Kind;
import org.newsweft.text.names.lexicon.GazetteerMatch;
import org.newsweft.text.names.lexicon.NameText;
import org.newsweft.text.names.lexicon.NameType;
import org.newsweft.text.names.lexicon.NamedTokens;
import org.newsweft.text.names.lexicon.WordLists;

/**
 * What lists and context know better than a tagger: names on the lists that it missed or cut, credits and bylines that
 * name nobody who acts, offices that are no bodies.
 */
final class NameRules {
    private static final double LISTED = 0.85;
    private static final double BY_PATTERN = 0.6;
    private static final int LONGEST_SPEAKER = 4;
    private static final Set<String> PLAIN_SPEECH = Set.of("said", "says", "told", "wrote", "posted", "added");

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

    private final CreditRule credit = new CreditRule();
    private final NameSpans spans = new NameSpans();
    private final CommonWordNames commonWords = CommonWordNames.load();
    private final NoNames noNames = NoNames.load();
    /** Small words that begin no name. */
    private static final Set<String> LEADING = Set.of("of", "for", "and", "in", "to", "by", "with", "from", "at", "on");

    private static final int SHORTEST_ACRONYM = 3;

    /** Acronyms that are words when shouted. */
    private static final Set<String> SHOUTED_WORDS = Set.of(
            "us", "who", "it", "ice", "is", "am", "aid", "aim", "act", "arm", "care", "fed", "map", "mad", "nice",
            "now", "one", "pen", "sad", "safe", "start", "cap", "cop", "cut", "hope", "au", "ap", "pa", "pm", "mp",
            "dea", "fit", "pact", "gap", "ups", "gas", "era", "sun", "star", "mirror", "shell", "visa", "meta", "apple",
            "target", "gulf", "pri");

    /** Who holds an office in a body, at the end of what was taken for one name. */
    private static final Set<String> HOLDERS = Set.of(
            "agent",
            "agents",
            "secretary",
            "minister",
            "president",
            "director",
            "chief",
            "officer",
            "officers",
            "fellow",
            "mp",
            "mps",
            "constable",
            "spokesperson",
            "spokesman",
            "spokeswoman",
            "chairman",
            "chairwoman",
            "administrator",
            "commissioner",
            "commander",
            "ambassador",
            "senator",
            "senators",
            "speaker",
            "correspondent",
            "reporter",
            "analyst",
            "attorney",
            "counsel",
            "inspector");

    private static final Set<String> QUALIFIERS = Set.of(
            "special", "prime", "deputy", "assistant", "acting", "vice", "senior", "foreign", "under", "research");

    /** Titles that the lists have before a name that is none without: "Pope Francis". */
    private static final Set<String> RULERS = Set.of("pope", "king", "queen", "prince", "princess", "emperor");

    private final Set<String> openers;
    private final Set<String> actions;
    private final Set<String> speech;
    private final PersonResolver persons;

    private NameRules(WordLists words, PersonResolver persons) {
        openers = words.of("opener");
        actions = words.of("action");
        speech = words.of("speech");
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
            NamedTokens acting =
                    trimmed == null || isOffice(text, trimmed) ? null : credit.withoutCredit(text, trimmed);
            if (acting != null) {
                addParts(text, acting, kept);
            }
        }
        List<NamedTokens> complete = untitled(text, commonWords.added(text, withListed(text, listed, kept)));
        List<NamedTokens> whole = spans.corrected(text, joined(text, withSpeakers(text, complete)));
        return kept(text, whole);
    }

    /** The names without those that name nobody where they stand. */
    List<NamedTokens> kept(NameText text, List<NamedTokens> names) {
        return names.stream().filter(name -> !noNames.isNone(text, name)).toList();
    }

    /** Adds capitalised words that nobody took for a name although they say something: "Precision Helicopters posted". */
    private List<NamedTokens> withSpeakers(NameText text, List<NamedTokens> names) {
        List<NamedTokens> all = new ArrayList<>(names.size() + 4);
        int free = 0;
        int next = 0;
        for (int i = 0; i < text.size(); i++) {
            while (next < names.size() && names.get(next).from() < i) {
                free = names.get(next).to();
                all.add(names.get(next++));
            }
            boolean taken = next < names.size() && names.get(next).from() == i;
            NamedTokens speaker =
                    taken || i < free || !PLAIN_SPEECH.contains(text.lower(i)) ? null : speakerBefore(text, free, i);
            if (speaker != null) {
                all.add(speaker);
            }
        }
        all.addAll(names.subList(next, names.size()));
        return all;
    }

    private NamedTokens speakerBefore(NameText text, int free, int verbAt) {
        int verb = verbAt > free && text.lowerNear(verbAt, -1).equals(",") ? verbAt - 1 : verbAt;
        int from = verb;
        while (from > free
                && text.isNear(verb, from - 1 - verb)
                && text.tokens().isCapitalized(from - 1)) {
            from--;
        }
        while (from < verb && (openers.contains(text.lower(from)) || persons.isTitle(text.lower(from)))) {
            from++;
        }
        boolean pronoun =
                from == verb - 1 && (text.isFirstWord(from) || text.tokens().is(from, "I"));
        boolean common = from == verb - 1 && text.occursInLowerCase(text.lower(from));
        boolean loose = verb < verbAt && !text.lowerNear(from, -1).equals(",");
        if (from == verb || verb - from > LONGEST_SPEAKER || loose || pronoun || common || text.isShouted(from)) {
            return null;
        }
        boolean person =
                Gazetteer.load().isFirstName(text.tokens().word(from)) || (verb - from == 1 && !text.isUpperCase(from));
        return new NamedTokens(
                from, verb, person ? NameType.PERSON : NameType.ORGANIZATION, FoundBy.PATTERN, BY_PATTERN);
    }

    /** Without titles before a person, "the" before anything, and possessives after; null if nothing is left. */
    private NamedTokens trimmed(NameText text, NamedTokens name) {
        int from = name.from();
        int to = name.to();
        while (to > from && (isPossessive(text.lower(to - 1)) || isMark(text.lower(to - 1)))) {
            to--;
        }
        while (from < to && LEADING.contains(text.tokens().word(from))) {
            from++;
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
        if (name.type() == NameType.ORGANIZATION) {
            to = withoutHolder(text, from, to);
        }
        boolean opener = to > from && to - from == 1 && openers.contains(text.lower(from)) && !text.isUpperCase(from);
        return from >= to || opener ? null : name.between(from, to);
    }

    /** One past the body in "FBI Special Agent", which the tagger took for one name; {@code from} if the words are an office. */
    private int withoutHolder(NameText text, int from, int to) {
        for (int i = from; i < to; i++) {
            if (text.lower(i).equals("of")
                    || text.lower(i).equals("for")
                    || text.lower(i).equals("general")) {
                return to;
            }
        }
        int end = to;
        while (end > from && to - from > 1 && HOLDERS.contains(text.lower(end - 1))) {
            end--;
        }
        while (end > from && end < to && QUALIFIERS.contains(text.lower(end - 1))) {
            end--;
        }
        return end;
    }

    /** Names that the lists have with a title ("Pope Francis") without it. */
    private List<NamedTokens> untitled(NameText text, List<NamedTokens> names) {
        return names.stream()
                .map(name -> name.type() == NameType.PERSON
                                && name.to() - name.from() > 1
                                && RULERS.contains(text.lower(name.from()))
                        ? name.between(name.from() + 1, name.to())
                        : name)
                .toList();
    }

    private static boolean isMark(String word) {
        return word.equals(".") || word.equals(",") || word.equals(";") || word.equals(":");
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
        boolean longer = ofOffice
                && name.to() - name.from() > 1
                && text.lower(name.from() + 1).equals("for");
        if (longer
                || (ofOffice
                        && OFFICES.contains(text.surface(name.from(), name.to()).toLowerCase(Locale.ROOT)))) {
            return true;
        }
        boolean beforeHolder = OFFICE_HOLDERS.contains(text.lowerNear(name.to() - 1, 1))
                && text.isCapitalizedNear(name.to() - 1, 1)
                && OFFICES.contains(text.surface(name.from(), name.to()).toLowerCase(Locale.ROOT));
        if (beforeHolder) {
            return true;
        }
        String last = text.lower(name.to() - 1);
        return OFFICE_HOLDERS.contains(text.lower(name.from()))
                || (text.lowerNear(name.from(), -1).equals("under") && last.equals("state"))
                || last.equals("secretary")
                || last.equals("minister");
    }

    /** Adds a name; one of nationalities joined by a hyphen ("Sino-American") as its parts. */
    private static void addParts(NameText text, NamedTokens name, List<NamedTokens> kept) {
        int hyphen = name.from() + 1;
        boolean pair = name.type() == NameType.NATIONALITY
                && name.to() - name.from() == 3
                && text.tokens().is(hyphen, "-")
                && text.tokens().isCapitalized(hyphen + 1);
        if (pair) {
            kept.add(name.between(name.from(), hyphen));
            kept.add(name.between(hyphen + 1, name.to()));
        } else {
            kept.add(name);
        }
    }

    /** Adds listed names that were missed and puts longer listed names in the place of what was cut from them. */
    private List<NamedTokens> withListed(NameText text, List<GazetteerMatch> listed, List<NamedTokens> tagged) {
        NamedTokens[] at = new NamedTokens[text.size()];
        for (NamedTokens name : tagged) {
            Arrays.fill(at, name.from(), name.to(), name);
        }
        for (GazetteerMatch match : listed) {
            if (isWanted(text, match, at)) {
                NamedTokens name = new NamedTokens(match.from(), match.to(), typeOf(match), FoundBy.GAZETTEER, LISTED);
                boolean office = isOffice(text, name);
                Arrays.fill(at, match.from(), match.to(), office ? null : credit.withoutCredit(text, name));
            }
        }
        List<NamedTokens> names = new ArrayList<>();
        for (int i = 0; i < at.length; i++) {
            if (at[i] != null && at[i].from() == i) {
                names.add(at[i]);
            }
        }
        return names;
    }

    /** Whether a listed name fills a gap, or covers shorter names whole. */
    private boolean isWanted(NameText text, GazetteerMatch match, NamedTokens[] at) {
        boolean free = true;
        boolean covers = true;
        for (int i = match.from(); i < match.to(); i++) {
            free &= at[i] == null;
            covers &= at[i] == null
                    || (match.from() <= at[i].from()
                            && at[i].to() <= match.to()
                            && at[i].to() - at[i].from() < match.to() - match.from());
        }
        return (free ? isSure(text, match) : covers) && !isArticle(text, match);
    }

    /** "The Atlantic storm": a sentence that begins with an article, not a paper that does something. */
    private boolean isArticle(NameText text, GazetteerMatch match) {
        String next = text.lowerNear(match.to() - 1, 1);
        return text.tokens().is(match.from(), "The")
                && text.isFirstWord(match.from())
                && !actions.contains(next)
                && !speech.contains(next);
    }

    private static NameType typeOf(GazetteerMatch match) {
        if (match.has(Kind.SEAT) || match.has(Kind.COUNTRY) || match.has(Kind.REGION)) {
            return NameType.PLACE;
        }
        return switch (match.entries().get(0).kind()) {
            case DEMONYM, PEOPLE -> NameType.NATIONALITY;
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
            boolean word = SHOUTED_WORDS.contains(text.lower(match.from()))
                    || text.tokens().end(match.from()) - text.tokens().start(match.from()) < SHORTEST_ACRONYM;
            if (!word && !text.occursInLowerCase(text.lower(match.from()))) {
                return true;
            }
            return text.lowerNear(match.from(), -1).equals("the") || (entry.kind() == Kind.COUNTRY && several);
        }
        return switch (entry.kind()) {
            case COUNTRY -> acronym || several || isFreeCountry(text, match, free);
            case PEOPLE -> entry.alias() ? isBlack(text, match) : several || free;
            case DEMONYM -> several || !text.isCapitalizedNear(match.from(), -1) || text.isFirstWord(match.from() - 1);
            case ORGANIZATION, PERSON ->
                several || (free && (acronym || (!isCommonWord(text, match) && !text.isFirstWord(match.from()))));
            case SEAT -> true;
            case REGION -> several || (free && !isCommonWord(text, match));
            case STATE -> several || (free && !text.isFirstWord(match.from()));
            case CITY -> entry.capital() && free && !isCommonWord(text, match);
        };
    }

    /** "a Black athlete" and "Indigenous leaders": capitals inside a sentence, with a small word behind that is no verb. */
    private boolean isBlack(NameText text, GazetteerMatch match) {
        int i = match.from();
        String after = text.lowerNear(i, 1);
        return (text.tokens().is(i, "Black") || text.tokens().is(i, "Indigenous"))
                && !text.isFirstWord(i)
                && !text.isCapitalizedNear(i, -1)
                && !after.isEmpty()
                && Character.isLowerCase(text.tokens().firstChar(i + 1))
                && !speech.contains(after)
                && !actions.contains(after);
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

    /** "Chamber of Commerce" with its "in" and place, and a body with the countries joined before it, become one. */
    private static List<NamedTokens> joined(NameText text, List<NamedTokens> names) {
        List<NamedTokens> joined = new ArrayList<>();
        for (NamedTokens name : names) {
            NamedTokens last = joined.isEmpty() ? null : joined.get(joined.size() - 1);
            if (last != null && isChamberIn(text, last, name)) {
                joined.set(joined.size() - 1, last.between(last.from(), name.to()));
            } else if (last != null && isOfBoth(text, last, name)) {
                joined.set(joined.size() - 1, name.between(last.from(), name.to()));
            } else if (last == null || name.from() >= last.to()) {
                joined.add(name);
            }
        }
        return joined;
    }

    /** "China-U.S. Internet Industry Forum", of which only the second half was found. */
    private static boolean isOfBoth(NameText text, NamedTokens place, NamedTokens body) {
        boolean joined = body.type() == NameType.ORGANIZATION
                && (place.type() == NameType.PLACE || place.type() == NameType.NATIONALITY)
                && body.from() == place.to() + 1
                && body.to() - body.from() > 1
                && text.tokens().is(place.to(), "-");
        return joined
                && Gazetteer.load().meanings(text.tokens(), body.from(), body.from() + 1).stream()
                        .anyMatch(entry -> entry.kind() == Kind.COUNTRY || entry.kind() == Kind.DEMONYM);
    }

    private static boolean isChamberIn(NameText text, NamedTokens body, NamedTokens place) {
        boolean foreign = Gazetteer.load().meanings(text.tokens(), body.from(), body.from() + 1).stream()
                .anyMatch(entry -> entry.kind() == Kind.DEMONYM);
        return body.type() == NameType.ORGANIZATION
                && foreign
                && place.type() == NameType.PLACE
                && place.from() == body.to() + 1
                && text.tokens().is(body.to(), "in")
                && text.lower(body.to() - 1).equals("commerce");
    }
}
