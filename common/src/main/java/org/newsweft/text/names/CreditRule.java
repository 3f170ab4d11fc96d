package org.newsweft.text.names;

import java.util.Set;
import org.newsweft.text.Tokens;
import org.newsweft.text.names.GazetteerEntry.Kind;

/** Tells photographers, their agencies and the authors of bylines from people who act in the story. */
final class CreditRule {
    private static final int LONGEST_BYLINE = 10;
    private static final int LONGEST_REST = 4;

    private final Set<String> credits = WordLists.load().of("credit");
    private final Gazetteer gazetteer = Gazetteer.load();

    /**
     * The part of a name that is no credit: all of it, the person on the picture where the photographer's name follows
     * without a break ("John Kerry Lee Jin-man/AP"), or null.
     */
    NamedTokens withoutCredit(NameText text, NamedTokens name) {
        if (name.type() == NameType.PLACE || name.type() == NameType.NATIONALITY) {
            return name;
        }
        if (isBeforeAgency(text, name.to())) {
            return pictured(text, name);
        }
        boolean credit = isAgency(text, name) || isByline(text, name) || isPhotographer(text, name);
        return credit ? null : name;
    }

    /** Whether "/AP", "via Getty" or the rest of a hyphenated name and then one of these follows. */
    private boolean isBeforeAgency(NameText text, int to) {
        int at = to;
        while (at < to + LONGEST_REST && text.isNear(to - 1, at - to + 1) && isRestOfName(text, at)) {
            at++;
        }
        String mark = text.isNear(to - 1, at - to + 1) ? text.lower(at) : "";
        boolean separator = mark.equals("/") || mark.equals("via") || mark.equals("|");
        return separator && text.isNear(at, 1) && credits.contains(text.lower(at + 1));
    }

    private static boolean isRestOfName(NameText text, int at) {
        Tokens tokens = text.tokens();
        return tokens.start(at) == tokens.end(at - 1) && (tokens.is(at, "-") || tokens.is(at - 1, "-"));
    }

    private NamedTokens pictured(NameText text, NamedTokens name) {
        for (int to = name.to() - 1; to > name.from() + 1; to--) {
            boolean listed = gazetteer.meanings(text.tokens(), name.from(), to).stream()
                    .anyMatch(entry -> entry.kind() == Kind.PERSON);
            if (listed) {
                return name.between(name.from(), to);
            }
        }
        return null;
    }

    private boolean isAgency(NameText text, NamedTokens name) {
        return text.lowerNear(name.from(), -1).equals("/")
                && (credits.contains(text.lower(name.from())) || credits.contains(text.lowerNear(name.to() - 1, 1)));
    }

    /** "By Ann Smith" on a line of its own. */
    private static boolean isByline(NameText text, NamedTokens name) {
        Tokens tokens = text.tokens();
        int sentence = tokens.sentenceOf(name.from());
        int first = tokens.sentenceStart(sentence);
        int end = tokens.sentenceEnd(sentence);
        return name.type() == NameType.PERSON
                && end - first <= LONGEST_BYLINE
                && name.from() == first + 1
                && text.lower(first).equals("by")
                && !tokens.is(end - 1, ".");
    }

    private static boolean isPhotographer(NameText text, NamedTokens name) {
        String before = text.lowerNear(name.from(), -2);
        return text.lowerNear(name.from(), -1).equals("by") && (before.equals("photo") || before.equals("photograph"));
    }
}
