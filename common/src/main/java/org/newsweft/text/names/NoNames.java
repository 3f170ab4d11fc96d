package org.newsweft.text.names;

import java.util.Locale;
import java.util.Set;
import org.newsweft.text.names.lexicon.Gazetteer;
import org.newsweft.text.names.lexicon.GazetteerEntry.Kind;
import org.newsweft.text.names.lexicon.GazetteerMatch;
import org.newsweft.text.names.lexicon.NameText;
import org.newsweft.text.names.lexicon.NameType;
import org.newsweft.text.names.lexicon.NamedTokens;
import org.newsweft.text.names.lexicon.WordLists;

/**
 * Words that look like names and name nobody: degrees behind a name, months, a platform that is only where something was
 * written, languages, and what stands inside the name of an event, a law or a product.
 */
final class NoNames {
    private static final int LONGEST_EVENT = 5;

    /** Degrees and licences as they are written behind a name, lower case, without full stops. */
    private static final Set<String> DEGREES = Set.of(
            "md", "phd", "rn", "rd", "ms", "ma", "ba", "bs", "bsc", "msc", "jd", "llm", "llb", "lld", "mba", "mph",
            "mpa", "mfa", "edd", "psyd", "dds", "dmd", "dvm", "do", "esq", "cpa", "cfa", "pe", "lcsw", "np", "pa-c",
            "pharmd", "scd", "dphil", "mphil", "med", "msw", "obe", "mbe", "cbe", "kc", "qc");

    private static final Set<String> MONTHS =
            Set.of("jan", "feb", "mar", "apr", "jun", "jul", "aug", "sep", "sept", "oct", "nov", "dec");

    private static final Set<String> ELECTIONS =
            Set.of("presidential", "general", "midterm", "midterms", "election", "elections", "primary", "primaries");

    /** Makers whose name and a number are an aircraft or a rocket. */
    private static final Set<String> MAKERS =
            Set.of("boeing", "airbus", "embraer", "bombardier", "cessna", "falcon", "antonov", "ilyushin", "tupolev");

    private static final Set<String> LAWS = Set.of(
            "accord",
            "accords",
            "agreement",
            "treaty",
            "act",
            "constitution",
            "amendment",
            "laws",
            "prize",
            "award",
            "awards",
            "cup",
            "championship",
            "championships",
            "olympics",
            "marathon",
            "war",
            "wars",
            "protocol");

    private static final Set<String> ZONES =
            Set.of("eastern", "central", "mountain", "pacific", "greenwich", "british", "local");
    /** What a newspaper calls its parts: "World News" is none of its makers. */
    private static final Set<String> SECTIONS = Set.of(
            "world",
            "local",
            "national",
            "business",
            "sports",
            "breaking",
            "top",
            "latest",
            "political",
            "science",
            "health",
            "technology",
            "entertainment",
            "international");

    private static final Set<String> COURSES = Set.of("master", "bachelor", "doctor", "masters", "bachelors");

    /** Adjectives of bodies that are none alone. */
    private static final Set<String> ADJECTIVES = Set.of(
            "executive", "legislative", "congressional", "presidential", "judicial", "senatorial", "gubernatorial");

    private static final Set<String> CRUDE = Set.of("crude", "futures", "oil", "contracts");

    private static final Set<String> ON = Set.of("on", "via", "through", "over", "using");
    private static final Set<String> SPEAKING = Set.of("speak", "speaks", "spoke", "speaking", "spoken");

    private final Gazetteer gazetteer = Gazetteer.load();
    private final Set<String> platforms;
    private final Set<String> posts;
    private final Set<String> events;

    private NoNames(WordLists words) {
        platforms = words.of("platform");
        posts = words.of("platform_noun");
        events = words.of("event");
    }

    static NoNames load() {
        return new NoNames(WordLists.load());
    }

    boolean isNone(NameText text, NamedTokens name) {
        return isSmall(text, name)
                || isDegree(text, name)
                || isMedium(text, name)
                || isLabel(text, name)
                || (name.to() - name.from() == 1 && isNoneAlone(text, name))
                || isPartOfEvent(text, name)
                || isLawOrHour(text, name);
    }

    /** "Paris Climate Accord", "Master of Business Affairs", "Eastern Time": whole names of what does not act. */
    private static boolean isLawOrHour(NameText text, NamedTokens name) {
        if (name.type() != NameType.ORGANIZATION && name.type() != NameType.PLACE) {
            return false;
        }
        String first = text.lower(name.from());
        String last = text.lower(name.to() - 1);
        boolean several = name.to() - name.from() > 1;
        boolean hour = several && last.equals("time") && ZONES.contains(first);
        boolean degree = several
                && COURSES.contains(first)
                && text.lower(name.from() + 1).equals("of");
        // "Air Force One", whether the number was taken for part of the name or not.
        boolean numbered = several && last.equals("one");
        String craft = numbered ? text.lower(name.to() - 2) : last;
        boolean aircraft =
                (numbered || (text.isNear(name.to() - 1, 1) && text.tokens().is(name.to(), "One")))
                        && (craft.equals("force") || first.startsWith("marine"));
        boolean section = several && last.equals("news") && SECTIONS.contains(first);
        boolean adjective = !several && name.type() == NameType.ORGANIZATION && ADJECTIVES.contains(first);
        return aircraft || section || hour || degree || adjective || (several && LAWS.contains(last));
    }

    private static boolean isSmall(NameText text, NamedTokens name) {
        for (int i = text.tokens().start(name.from()); i < text.tokens().end(name.to() - 1); i++) {
            if (Character.isUpperCase(text.text().charAt(i))
                    || Character.isDigit(text.text().charAt(i))) {
                return false;
            }
        }
        // Scripts without capitals are left to the tagger.
        return Character.isLowerCase(text.tokens().firstChar(name.from()));
    }

    private boolean isNoneAlone(NameText text, NamedTokens name) {
        int i = name.from();
        String lower = text.lower(i);
        boolean month = name.type() == NameType.PLACE && MONTHS.contains(WordLists.withoutStop(lower));
        boolean number =
                text.isNear(i, 1) && Character.isLetterOrDigit(text.tokens().firstChar(i + 1)) && hasDigit(text, i + 1);
        boolean product = MAKERS.contains(lower) && number;
        boolean common = name.type() == NameType.PLACE
                && text.isFirstWord(i)
                && text.occursInLowerCase(lower)
                && !text.occursInsideCapitalized(lower)
                && new GazetteerMatch(i, i + 1, gazetteer.meanings(text.tokens(), i, i + 1)).has(Kind.COUNTRY);
        boolean oil =
                lower.equals("brent") && (CRUDE.contains(text.lowerNear(i, 1)) || isNamedBeforeCrude(text, lower));
        return month || product || common || oil || (name.type() == NameType.NATIONALITY && isLanguage(text, i));
    }

    /** "Brent rose" where another line of the text says "Brent crude". */
    private static boolean isNamedBeforeCrude(NameText text, String lower) {
        for (int i = 0; i + 1 < text.size(); i++) {
            if (text.lower(i).equals(lower) && text.lower(i + 1).equals("crude")) {
                return true;
            }
        }
        return false;
    }

    private static boolean hasDigit(NameText text, int i) {
        for (int k = text.tokens().start(i); k < text.tokens().end(i); k++) {
            if (Character.isDigit(text.text().charAt(k))) {
                return true;
            }
        }
        return false;
    }

    /** "the Spanish language", "a French-speaking guide", "said in Arabic." */
    private static boolean isLanguage(NameText text, int i) {
        String after = text.lowerNear(i, 1);
        String second = text.lowerNear(i, 2);
        boolean said = after.startsWith("language")
                || (after.equals("-") && (second.equals("speaking") || second.startsWith("language")));
        boolean end = after.isEmpty() || !Character.isLetterOrDigit(after.charAt(0));
        boolean into = text.lowerNear(i, -1).equals("in") && end && !after.equals("-");
        return said || into || SPEAKING.contains(text.lowerNear(i, -1));
    }

    /** "M.D." and "Ph.D." anywhere, "MD" behind a comma after a name. */
    private static boolean isDegree(NameText text, NamedTokens name) {
        String surface = text.surface(name.from(), name.to());
        String bare = surface.replace(".", "").replace(" ", "").toLowerCase(Locale.ROOT);
        if (!DEGREES.contains(bare) || !text.lowerNear(name.from(), -1).equals(",")) {
            return false;
        }
        boolean dotted = surface.indexOf('.') >= 0 && surface.indexOf('.') < surface.length() - 1;
        boolean esquire = bare.equals("esq") || bare.equals("phd") || bare.equals("psyd") || bare.equals("pharmd");
        boolean enclosed = text.lowerNear(name.to() - 1, 1).equals(",") && text.isCapitalizedNear(name.from(), -3);
        return dotted || esquire || (enclosed && name.type() != NameType.PLACE);
    }

    /** "wrote on Facebook", "her Instagram account", but not "on Facebook's decision". */
    private boolean isMedium(NameText text, NamedTokens name) {
        if (!platforms.contains(
                text.surface(name.from(), name.to()).toLowerCase(Locale.ROOT).replace(' ', '_'))) {
            return false;
        }
        String after = text.lowerNear(name.to() - 1, 1);
        boolean owner = after.equals("'s") || after.equals("’s");
        return posts.contains(after) || (ON.contains(text.lowerNear(name.from(), -1)) && !owner);
    }

    /** "WN:" at the beginning of a line, or "((WN))": who asks in an interview. */
    private static boolean isLabel(NameText text, NamedTokens name) {
        int i = name.from();
        int after = text.lowerNear(i, 1).equals(")") ? 2 : 1;
        boolean isIntroduced = text.isFirstWord(i) && text.lowerNear(i, after).equals(":");
        boolean isTwiceEnclosed = text.lowerNear(i, -1).equals("(")
                && text.lowerNear(i, -2).equals("(")
                && text.lowerNear(i, 1).equals(")")
                && text.lowerNear(i, 2).equals(")");
        return name.to() - i == 1
                && text.isUpperCase(i)
                && text.tokens().end(i) - text.tokens().start(i) <= 3
                && (isIntroduced || isTwiceEnclosed);
    }

    /** "Vietnam War", "the US Constitution", "Boston Marathon", "the 2020 US presidential election". */
    private boolean isPartOfEvent(NameText text, NamedTokens name) {
        if (name.type() != NameType.PLACE && name.type() != NameType.NATIONALITY) {
            return false;
        }
        int last = name.to() - 1;
        for (int k = 1; k <= LONGEST_EVENT && text.isCapitalizedNear(last, k); k++) {
            if (events.contains(text.lower(last + k)) && !text.isShouted(last)) {
                return true;
            }
        }
        String before = text.lowerNear(name.from(), -1);
        boolean year =
                before.length() == 4 && Character.isDigit(before.charAt(0)) && Character.isDigit(before.charAt(3));
        return year && ELECTIONS.contains(text.lowerNear(last, 1));
    }
}
