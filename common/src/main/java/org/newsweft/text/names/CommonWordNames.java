package org.newsweft.text.names;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.newsweft.text.names.lexicon.FoundBy;
import org.newsweft.text.names.lexicon.Gazetteer;
import org.newsweft.text.names.lexicon.GazetteerEntry.Kind;
import org.newsweft.text.names.lexicon.NameText;
import org.newsweft.text.names.lexicon.NameType;
import org.newsweft.text.names.lexicon.NamedTokens;
import org.newsweft.text.names.lexicon.WordLists;

/**
 * Names made of common words ("Faith Hope", "War Child") that no tagger knows, where what stands beside them says what they
 * are: a title before a person, a verb of speech beside one, "the office of" or "the charity" before a body.
 */
final class CommonWordNames {
    private static final double BY_PATTERN = 0.65;
    private static final int LONGEST = 4;

    private final Gazetteer gazetteer = Gazetteer.load();
    private final Set<String> civic;
    private final Set<String> heads;
    private final Set<String> kinds;
    private final Set<String> openers;
    private final Set<String> bodies;
    private final Set<String> titles;
    private final Set<String> events;

    private CommonWordNames(WordLists words) {
        civic = words.of("civic");
        heads = words.of("head_of");
        kinds = words.of("kind_of");
        openers = words.of("opener");
        bodies = words.of("organization");
        titles = words.of("title");
        events = words.of("event");
    }

    static CommonWordNames load() {
        return new CommonWordNames(WordLists.load());
    }

    /** The names and those that their surroundings give away; sorted, not overlapping. */
    List<NamedTokens> added(NameText text, List<NamedTokens> names) {
        NamedTokens[] at = new NamedTokens[text.size()];
        for (NamedTokens name : names) {
            Arrays.fill(at, name.from(), name.to(), name);
        }
        List<NamedTokens> all = null;
        int end = 0;
        for (int i = 0; i + 1 < text.size(); i++) {
            NamedTokens found =
                    i < end || !text.tokens().isCapitalized(i) || text.isShouted(i) ? null : nameAt(text, i, at);
            if (found != null) {
                all = all == null ? new ArrayList<>(names) : all;
                all.removeIf(name -> name.from() < found.to() && found.from() < name.to());
                all.add(found);
                end = found.to();
            }
        }
        if (all == null) {
            return names;
        }
        all.sort(Comparator.comparingInt(NamedTokens::from));
        return all;
    }

    private NamedTokens nameAt(NameText text, int i, NamedTokens[] at) {
        // "Will" opens sentences, and is a first name after a title.
        boolean titledOpener = text.isNear(i, -1) && isTitle(text, i - 1) && openers.contains(text.lower(i));
        int to = titledOpener ? Math.max(i + 1, endOfRun(text, i + 1)) : endOfRun(text, i);
        if (to - i < 2 || to - i > LONGEST || (text.isCapitalizedNear(i, -1) && !isTitle(text, i - 1))) {
            return null;
        }
        boolean untagged = isFree(at, i, to);
        if (to - i == 2 && isPerson(text, i) && (untagged || isCut(at, i, to))) {
            return new NamedTokens(i, to, NameType.PERSON, FoundBy.PATTERN, BY_PATTERN);
        }
        boolean body = untagged && !events.contains(text.lower(to - 1)) && isBody(text, i);
        return body ? new NamedTokens(i, to, NameType.ORGANIZATION, FoundBy.PATTERN, BY_PATTERN) : null;
    }

    /**
     * One past the capitalised words that begin at a token; words that begin no name end them. Of a run that is longer than
     * a name can be only so much is looked at as tells that it is: a page in capitals has no other end.
     */
    private int endOfRun(NameText text, int from) {
        int to = from;
        while (to < text.size()
                && to - from <= LONGEST
                && text.tokens().sentenceOf(to) == text.tokens().sentenceOf(Math.min(from, text.size() - 1))
                && text.tokens().isCapitalized(to)
                && !openers.contains(text.lower(to))) {
            to++;
        }
        return to;
    }

    private static boolean isFree(NamedTokens[] at, int from, int to) {
        for (int i = from; i < to; i++) {
            if (at[i] != null) {
                return false;
            }
        }
        return true;
    }

    /** Whether the only name in the words is one of their two, taken for people or a person ("Christian Best"). */
    private static boolean isCut(NamedTokens[] at, int from, int to) {
        boolean cut = false;
        for (int i = from; i < to; i++) {
            NamedTokens name = at[i];
            if (name != null) {
                boolean single = name.to() - name.from() == 1;
                if (!single || cut || (name.type() != NameType.NATIONALITY && name.type() != NameType.PERSON)) {
                    return false;
                }
                cut = true;
            }
        }
        return cut;
    }

    private boolean isTitle(NameText text, int i) {
        return civic.contains(WordLists.withoutStop(text.lower(i)));
    }

    private boolean isPerson(NameText text, int i) {
        boolean plain = !bodies.contains(text.lower(i + 1))
                && !titles.contains(text.lower(i))
                && !titles.contains(text.lower(i + 1))
                && !text.isUpperCase(i + 1)
                && gazetteer.meanings(text.tokens(), i, i + 1).stream()
                        .noneMatch(entry -> entry.kind() == Kind.DEMONYM);
        if (!plain) {
            return false;
        }
        boolean titled = text.isNear(i, -1) && isTitle(text, i - 1);
        boolean said =
                text.lowerNear(i, -1).equals("said") || text.lowerNear(i + 1, 1).equals("said");
        boolean first = gazetteer.isFirstName(text.tokens().word(i));
        return (titled && (first || !text.isFirstWord(i - 1) || civicOnly(text, i - 1))) || (said && first);
    }

    /** Titles that are nothing else at the beginning of a sentence. */
    private boolean civicOnly(NameText text, int i) {
        return text.lower(i).startsWith("council");
    }

    private boolean isBody(NameText text, int i) {
        String before = text.lowerNear(i, -1);
        boolean headed = (before.equals("of") || before.equals("for")) && heads.contains(text.lowerNear(i, -2));
        return headed || (kinds.contains(before) && !text.isFirstWord(i - 1));
    }
}
