package org.newsweft.text.names;

import java.util.Set;
import org.newsweft.text.Tokens;
import org.newsweft.text.names.lexicon.Gazetteer;
import org.newsweft.text.names.lexicon.GazetteerEntry.Kind;
import org.newsweft.text.names.lexicon.NameText;
import org.newsweft.text.names.lexicon.NameType;
import org.newsweft.text.names.lexicon.NamedTokens;
import org.newsweft.text.names.lexicon.WordLists;

/** Tells photographers, their agencies and the authors of bylines from people who act in the story. */
final class CreditRule {
    private static final int LONGEST_BYLINE = 14;
    private static final int LONGEST_REST = 4;

    private static final int LONGEST_DATELINE = 8;
    private static final Set<String> BETWEEN_AUTHORS =
            Set.of("by", "and", "for", "of", "the", "in", "de", "van", "von");

    /** First words of lines that say who made a story or a picture. */
    private static final Set<String> CONTRIBUTIONS = Set.of(
            "reporting",
            "additional",
            "editing",
            "writing",
            "compiled",
            "contributing",
            "photo",
            "photos",
            "photograph",
            "photographs",
            "photography",
            "credit",
            "image",
            "video",
            "graphic");

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
        boolean credit = isAgency(text, name)
                || isInCreditLine(text, name.from())
                || isDateline(text, name)
                || isPictureAgency(text, name)
                || isPhotographer(text, name);
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

    /** "By Ann Smith and Bob Jones", "Reporting by Ann Smith", "Photo: Ann Smith", "Associated Press" on a line of its own. */
    private boolean isInCreditLine(NameText text, int token) {
        Tokens tokens = text.tokens();
        int sentence = tokens.sentenceOf(token);
        int first = tokens.sentenceStart(sentence);
        int end = tokens.sentenceEnd(sentence);
        if (end - first > LONGEST_BYLINE) {
            return false;
        }
        if (CONTRIBUTIONS.contains(text.lower(first))) {
            return text.lowerNear(first, 1).equals("by")
                    || text.lowerNear(first, 2).equals("by")
                    || text.lowerNear(first, 1).equals(":");
        }
        boolean closed = tokens.is(end - 1, ".") || tokens.is(end - 1, "?") || tokens.is(end - 1, "!");
        boolean agency = token == first && end - first <= 2 && credits.contains(text.lower(end - 1));
        return agency || (!closed && text.lower(first).equals("by") && token > first && hasOnlyNames(text, first, end));
    }

    private static boolean hasOnlyNames(NameText text, int from, int to) {
        for (int i = from; i < to; i++) {
            boolean word = Character.isLowerCase(text.tokens().firstChar(i));
            if (word && !BETWEEN_AUTHORS.contains(text.lower(i))) {
                return false;
            }
        }
        return true;
    }

    /** The agency of "WASHINGTON (AP) — " and "BEIJING, March 3 (Reuters) - ". */
    private boolean isDateline(NameText text, NamedTokens name) {
        Tokens tokens = text.tokens();
        int first = tokens.sentenceStart(tokens.sentenceOf(name.from()));
        String after = text.lowerNear(name.to() - 1, 2);
        return name.from() - first <= LONGEST_DATELINE
                && credits.contains(text.lower(name.to() - 1))
                && text.lowerNear(name.from(), -1).equals("(")
                && text.lowerNear(name.to() - 1, 1).equals(")")
                && (after.startsWith("-") || after.equals("—") || after.equals("–"));
    }

    /** "© AFP", "Shutterstock image ID: 569172169". */
    private boolean isPictureAgency(NameText text, NamedTokens name) {
        String after = text.lowerNear(name.to() - 1, 1);
        boolean picture = after.equals("image") || after.equals("photo");
        return credits.contains(text.lower(name.to() - 1))
                && (text.lowerNear(name.from(), -1).equals("©") || (picture && text.isFirstWord(name.from())));
    }

    private static boolean isPhotographer(NameText text, NamedTokens name) {
        String before = text.lowerNear(name.from(), -2);
        boolean slash = text.lowerNear(name.from(), -1).equals("/");
        if (slash && (before.equals("photo") || before.equals("photos"))) {
            return true;
        }
        return text.lowerNear(name.from(), -1).equals("by") && (before.equals("photo") || before.equals("photograph"));
    }
}
