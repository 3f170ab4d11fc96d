package org.newsweft.text.names;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.newsweft.text.Tokens;
import org.newsweft.text.names.lexicon.FoundBy;
import org.newsweft.text.names.lexicon.Gazetteer;
import org.newsweft.text.names.lexicon.NameText;
import org.newsweft.text.names.lexicon.NameType;
import org.newsweft.text.names.lexicon.NamedTokens;
import org.newsweft.text.names.lexicon.WordLists;

/**
 * Where names begin and end, as careful readers mark them: hyphened surnames whole, a nickname in quotation marks or
 * brackets inside one name, the capital "The" of a title, "Washington, D.C.", bodies with "and" and "of" whole.
 */
final class NameSpans {
    private static final int LONGEST_NICKNAME = 3;
    private static final double BY_PATTERN = 0.7;

    /** Papers and others whose "The" is part of the title also where a sentence begins with it. */
    private static final Set<String> TITLED = Set.of(
            "times",
            "post",
            "guardian",
            "sun",
            "herald",
            "telegraph",
            "independent",
            "economist",
            "hill",
            "atlantic",
            "observer",
            "mirror",
            "tribune",
            "globe",
            "star",
            "intercept",
            "journal",
            "mail",
            "express",
            "gazette",
            "chronicle",
            "inquirer",
            "press",
            "hague",
            "hindu",
            "conversation",
            "verge",
            "information",
            "spectator");

    /** Heads of bodies that "of" and a place belong to. */
    private static final Set<String> HEADS_OF = Set.of(
            "court",
            "courts",
            "parliament",
            "university",
            "bank",
            "senate",
            "congress",
            "assembly",
            "authority",
            "republic",
            "college",
            "institute",
            "church",
            "party",
            "chamber",
            "association",
            "federation",
            "society",
            "league",
            "committee",
            "union",
            "appeals",
            "school",
            "museum",
            "council",
            "board",
            "government");

    /** Last words of bodies whose name may join two things by "and". */
    private static final Set<String> JOINT = Set.of(
            "committee",
            "department",
            "ministry",
            "council",
            "agency",
            "administration",
            "office",
            "service",
            "services",
            "commission",
            "institute",
            "center",
            "centre",
            "authority",
            "association",
            "organization",
            "bureau",
            "union",
            "club",
            "museum",
            "directorate",
            "presidency",
            "society",
            "fund",
            "company",
            "group",
            "research",
            "board");

    /** Words at the end of a name that make it a place, whatever it was taken for. */
    private static final Set<String> SITES = Set.of(
            "airport",
            "stadium",
            "bridge",
            "avenue",
            "street",
            "cathedral",
            "mosque",
            "highway",
            "arena",
            "boulevard",
            "road",
            "square",
            "plaza",
            "island",
            "islands",
            "beach",
            "mountains",
            "river",
            "lake",
            "strait",
            "peninsula",
            "memorial",
            "monument",
            "castle",
            "palace",
            "tower",
            "prison",
            "cemetery",
            "parkway",
            "expressway",
            "canyon",
            "creek",
            "harbor",
            "harbour",
            "mountain",
            "county");

    private final Gazetteer gazetteer = Gazetteer.load();
    private final Set<String> openers = WordLists.load().of("opener");
    private final Set<String> actions = WordLists.load().of("action");
    private final Set<String> speech = WordLists.load().of("speech");

    /** The names with their ends corrected; sorted, not overlapping. */
    List<NamedTokens> corrected(NameText text, List<NamedTokens> found) {
        List<NamedTokens> names = withNicknames(text, found);
        Set<String> hyphened = hyphened(text, names);
        List<NamedTokens> corrected = new ArrayList<>(names.size());
        for (int k = 0; k < names.size(); k++) {
            NamedTokens last = corrected.isEmpty() ? null : corrected.get(corrected.size() - 1);
            int free = last == null ? 0 : last.to();
            NamedTokens name = names.get(k);
            if (name.to() <= free) {
                continue;
            }
            NamedTokens next = k + 1 < names.size() ? names.get(k + 1) : null;
            name = name.from() < free ? name.between(free, name.to()) : name;
            name = switch (name.type()) {
                case PERSON -> person(text, name, free, next, hyphened);
                case ORGANIZATION -> body(text, name, free, next);
                case PLACE -> place(text, name, next);
                case NATIONALITY -> name;
            };
            name = withArticle(text, sited(text, name), free);
            if (last != null && isJoinedBefore(text, last, name)) {
                corrected.set(corrected.size() - 1, name.between(last.from(), name.to()));
            } else {
                corrected.add(name);
            }
        }
        return corrected;
    }

    /** "University of California, San Diego" and "Court of Appeals for the Third Circuit", of which two halves were found. */
    private boolean isJoinedBefore(NameText text, NamedTokens first, NamedTokens second) {
        if (first.type() != NameType.ORGANIZATION || !text.isNear(first.from(), second.from() - first.from())) {
            return false;
        }
        boolean campus = second.from() == first.to() + 1
                && second.type() == NameType.PLACE
                && text.tokens().is(first.to(), ",")
                && text.lower(first.to() - 1).equals("california")
                && text.lower(first.from()).equals("university");
        int at = first.to();
        boolean circuit = text.lowerNear(at - 1, 1).equals("for")
                && text.lower(first.to() - 1).equals("appeals")
                && second.from() == at + 2
                && text.lower(second.to() - 1).equals("circuit");
        return campus || circuit;
    }

    private NamedTokens person(NameText text, NamedTokens name, int free, NamedTokens next, Set<String> hyphened) {
        int to = name.to();
        int rest = afterHyphen(text, to);
        int from = name.from();
        boolean several = to - from > 1;
        boolean given = !several
                && from - 1 >= free
                && text.isCapitalizedNear(from, -1)
                && !text.isShouted(from)
                && gazetteer.isFirstName(text.tokens().word(from - 1))
                && !text.isCapitalizedNear(from, -2);
        from = given ? from - 1 : from;
        if (rest > to && (next == null || next.from() >= rest || next.type() == NameType.PERSON)) {
            boolean known = hyphened.contains(text.surface(to - 1, rest).toLowerCase(Locale.ROOT));
            to = several || known ? rest : to;
        }
        return name.between(from, to);
    }

    /** "Luis “Shorty” Ramirez" and "Joseph (Joe) Crandall", of which two or three names or none were found, as one each. */
    private List<NamedTokens> withNicknames(NameText text, List<NamedTokens> names) {
        NamedTokens[] at = new NamedTokens[text.size()];
        for (NamedTokens name : names) {
            Arrays.fill(at, name.from(), name.to(), name);
        }
        List<NamedTokens> merged = new ArrayList<>();
        for (int open = 1; open < text.size(); open++) {
            int close = endOfNickname(text, open);
            NamedTokens whole = close < 0 ? null : around(text, at, open, close);
            if (whole != null) {
                merged.add(whole);
                open = whole.to();
            }
        }
        if (merged.isEmpty()) {
            return names;
        }
        List<NamedTokens> all = new ArrayList<>(merged);
        for (NamedTokens name : names) {
            boolean inside = merged.stream().anyMatch(whole -> name.from() < whole.to() && whole.from() < name.to());
            if (!inside) {
                all.add(name);
            }
        }
        all.sort(Comparator.comparingInt(NamedTokens::from));
        return all;
    }

    /** The name around a nickname in marks; null unless a first name or a person stands before it and a surname after it. */
    private NamedTokens around(NameText text, NamedTokens[] at, int open, int close) {
        if (!text.isCapitalizedNear(open, -1) || !text.isCapitalizedNear(close - 1, 1) || text.isShouted(open)) {
            return null;
        }
        NamedTokens before = at[open - 1];
        NamedTokens after = at[close];
        boolean first = gazetteer.isFirstName(text.tokens().word(open - 1));
        boolean given = before == null ? first : before.type() == NameType.PERSON;
        boolean family = after == null || after.type() == NameType.PERSON || (after.to() - after.from() == 1 && first);
        boolean bracket = text.tokens().is(open, "(");
        boolean written = !bracket || (first && close - open == 3 && !text.isUpperCase(open + 1));
        if (!given || !family || !written || (before == null && after == null && !first)) {
            return null;
        }
        int from = before == null ? open - 1 : before.from();
        int to = after == null ? close + 1 : after.to();
        return new NamedTokens(from, to, NameType.PERSON, FoundBy.PATTERN, BY_PATTERN);
    }

    /** Surnames with hyphens that follow a first name somewhere: "Luckey-Lange" of "Susan Luckey-Lange"; lower case. */
    private static Set<String> hyphened(NameText text, List<NamedTokens> names) {
        Set<String> found = new HashSet<>();
        for (NamedTokens name : names) {
            if (name.type() == NameType.PERSON) {
                int last = name.to() - 1;
                int rest = afterHyphen(text, name.to());
                if (name.to() - name.from() > 1 && rest > name.to()) {
                    found.add(text.surface(last, rest).toLowerCase(Locale.ROOT));
                }
                if (name.to() - name.from() > 3 && text.tokens().is(last - 1, "-")) {
                    found.add(text.surface(last - 2, name.to()).toLowerCase(Locale.ROOT));
                }
            }
        }
        return found;
    }

    /** One past the word that a hyphen without spaces ties to the token before {@code to}; {@code to} if there is none. */
    private static int afterHyphen(NameText text, int to) {
        Tokens tokens = text.tokens();
        int end = to;
        while (text.isNear(end - 1, 2)
                && (tokens.is(end, "-") || tokens.is(end, "‑"))
                && tokens.start(end) == tokens.end(end - 1)
                && tokens.start(end + 1) == tokens.end(end)
                && tokens.isCapitalized(end + 1)) {
            end += 2;
        }
        return end;
    }

    /** One past the closing mark of a nickname that begins at a token; -1 if none does. */
    private static int endOfNickname(NameText text, int at) {
        if (!text.isNear(at - 1, 1)) {
            return -1;
        }
        String close = switch (text.lower(at)) {
            case "“" -> "”";
            case "\"" -> "\"";
            case "'" -> "'";
            case "‘" -> "’";
            case "(" -> ")";
            default -> "";
        };
        int end = at + 1;
        while (!close.isEmpty() && end <= at + LONGEST_NICKNAME && text.isCapitalizedNear(at, end - at)) {
            end++;
        }
        // A single mark may be taken for the beginning of an apostrophe's word.
        boolean closed =
                end > at + 1 && text.isNear(at, end - at) && text.tokens().is(end, close);
        return closed ? end + 1 : -1;
    }

    private NamedTokens body(NameText text, NamedTokens name, int free, NamedTokens next) {
        int from = beforeAnd(text, name, free);
        int to = name.to();
        int of = text.lowerNear(to - 1, 1).equals("of") ? to + 1 : -1;
        if (of > 0 && text.lowerNear(of - 1, 1).equals("the")) {
            of++;
        }
        boolean headed = HEADS_OF.contains(text.lower(to - 1));
        if (of > 0
                && headed
                && next != null
                && next.from() == of
                && next.type() == NameType.PLACE
                && text.isNear(to - 1, of - to + 1)) {
            to = next.to();
        }
        return name.between(from, to);
    }

    /** The beginning of "Oversight and Reform Committee", of which the tagger saw the end. */
    private int beforeAnd(NameText text, NamedTokens name, int free) {
        int from = name.from();
        boolean joined = (text.lowerNear(from, -1).equals("and")
                        || text.lowerNear(from, -1).equals("&"))
                && JOINT.contains(text.lower(name.to() - 1))
                && name.to() - from >= 2;
        if (!joined) {
            return from;
        }
        int start = from - 1;
        while (start - 1 >= free
                && text.isCapitalizedNear(from, start - 1 - from)
                && !openers.contains(text.lower(start - 1))) {
            start--;
        }
        return start < from - 1 ? start : from;
    }

    private NamedTokens place(NameText text, NamedTokens name, NamedTokens next) {
        boolean capital = text.tokens().is(name.to() - 1, "Washington")
                && next != null
                && next.from() == name.to() + 1
                && text.tokens().is(name.to(), ",")
                && WordLists.withoutStop(text.lower(next.from()))
                        .replace(".", "")
                        .equals("dc");
        return capital ? name.between(name.from(), next.to()) : name;
    }

    /** An airport, a street or a bridge is a place, unless it speaks. */
    private NamedTokens sited(NameText text, NamedTokens name) {
        boolean site = name.type() == NameType.ORGANIZATION
                && name.to() - name.from() > 1
                && SITES.contains(text.lower(name.to() - 1))
                && !speech.contains(text.lowerNear(name.to() - 1, 1));
        return site ? name.as(NameType.PLACE) : name;
    }

    /** With the capital "The" of a title before it: inside a sentence, and at its beginning for papers that do something. */
    private NamedTokens withArticle(NameText text, NamedTokens name, int free) {
        int before = name.from() - 1;
        boolean titled = name.type() == NameType.ORGANIZATION
                && before >= free
                && text.isNear(name.from(), -1)
                && text.tokens().is(before, "The")
                && !text.isShouted(before);
        if (!titled) {
            return name;
        }
        String last = text.lower(name.to() - 1);
        String next = text.lowerNear(name.to() - 1, 1);
        boolean acts = actions.contains(next) || speech.contains(next) || next.equals(",") || next.endsWith("ed");
        boolean opens = text.isFirstWord(before)
                || (!text.lowerNear(before, -1).equals(",")
                        && !Character.isLetterOrDigit(text.tokens().firstChar(before - 1)));
        return !opens || (TITLED.contains(last) && acts) ? name.between(before, name.to()) : name;
    }
}
