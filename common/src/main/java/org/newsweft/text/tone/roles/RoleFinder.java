package org.newsweft.text.tone.roles;

import java.util.Set;
import org.newsweft.text.tone.words.Negation;
import org.newsweft.text.tone.words.WordTraits;

/**
 * Finds a target's role by the words around it, without a parser: the verb after it is its own, or befalls it in the
 * passive; the verb before it befalls it; "by" before it makes it who did; a noun with a preposition does as the verb.
 */
public final class RoleFinder {
    private static final int REACH = 6;
    private static final int MODIFIERS = 3;
    private static final int APPOSITION = 14;

    private static final Set<String> BE = Set.of(
            "is", "are", "was", "were", "be", "been", "being", "got", "gets", "isn't", "aren't", "wasn't", "weren't");

    private static final Set<String> AUXILIARIES = Set.of(
            "has",
            "have",
            "had",
            "will",
            "would",
            "could",
            "can",
            "may",
            "might",
            "should",
            "must",
            "did",
            "do",
            "does",
            "to",
            "also",
            "then",
            "later",
            "again",
            "once",
            "now",
            "still",
            "even",
            "first",
            "himself",
            "herself",
            "itself",
            "themselves",
            "hasn't",
            "haven't",
            "hadn't",
            "won't",
            "wouldn't",
            "didn't",
            "don't",
            "doesn't",
            "not",
            "never",
            "ever",
            "just",
            "soon",
            "already",
            "often",
            "today",
            "and",
            "who",
            "which");

    private static final Set<String> MODIFYING = Set.of(
            "the",
            "a",
            "an",
            "his",
            "her",
            "its",
            "their",
            "former",
            "then",
            "president",
            "minister",
            "prime",
            "senator",
            "sen",
            "rep",
            "representative",
            "leader",
            "chief",
            "chairman",
            "mr",
            "mrs",
            "ms",
            "dr",
            "general",
            "judge",
            "governor",
            "mayor",
            "secretary",
            "king",
            "queen",
            "pope",
            "candidate",
            "nominee",
            "rival",
            "rivals",
            "neighbouring",
            "neighboring",
            "northern",
            "southern",
            "eastern",
            "western",
            "central",
            "both",
            "and",
            "old",
            "new",
            "late",
            "young",
            "star");

    private static final Set<String> BEFALLING = Set.of("on", "against", "toward", "towards", "over");
    private static final Set<String> PLACING =
            Set.of("in", "at", "near", "outside", "inside", "across", "around", "throughout", "through");

    private static final Set<String> OF = Set.of("of", "for", "to");
    private static final Set<String> BY = Set.of("by", "from");

    /** "Called X a liar": the words after it tell whether it blames or praises. */
    private static final Set<String> NAMING = Set.of(
            "call",
            "calls",
            "called",
            "calling",
            "brand",
            "brands",
            "branded",
            "branding",
            "label",
            "labels",
            "labeled",
            "labelled",
            "labeling",
            "labelling",
            "dub",
            "dubs",
            "dubbed",
            "dubbing",
            "describe",
            "describes",
            "described",
            "describing");

    private static final Set<String> NOT_NAMING = Set.of("for", "on", "upon", "in", "off", "out", "back", "into");
    private static final int NAME_REACH = 8;

    /** Who gives to these helps. */
    private static final Set<String> NEEDY = Set.of(
            "victims",
            "refugees",
            "survivors",
            "homeless",
            "wounded",
            "needy",
            "poor",
            "hungry",
            "orphans",
            "evacuees",
            "displaced");

    private static final Set<String> GIVING = Set.of(
            "send",
            "sends",
            "sent",
            "give",
            "gives",
            "gave",
            "given",
            "bring",
            "brings",
            "brought",
            "deliver",
            "delivers",
            "delivered",
            "provide",
            "provides",
            "provided",
            "offer",
            "offers",
            "offered");

    private final RoleLexicon lexicon;

    public RoleFinder(RoleLexicon lexicon) {
        this.lexicon = lexicon;
    }

    /** The first role that one of the target's mentions has, in order of place; null if none has any. */
    public Role find(MaskedSentence sentence) {
        for (int i = 0; i < sentence.length(); i++) {
            if (sentence.isTarget(i)) {
                Role role = findAt(sentence, i);
                if (role != null) {
                    return role;
                }
            }
        }
        return null;
    }

    private Role findAt(MaskedSentence sentence, int target) {
        if (isVictim(sentence, target)) {
            return new Role(false, RoleClass.HARM, false);
        }
        String before = wordAt(sentence, skipModifiers(sentence, target - 1));
        if (before != null && PLACING.contains(before)) {
            return null;
        }
        if (isSponsor(sentence, target)) {
            return new Role(true, RoleClass.HARM, false);
        }
        // After a preposition the target is no subject, whatever verb follows.
        boolean isOfNoun = before != null && (OF.contains(before) || BEFALLING.contains(before));
        Role own = isOfNoun ? ofWordsBefore(sentence, target) : null;
        if (own != null) {
            return own;
        }
        Role after = ofVerbAfter(sentence, target);
        return after != null ? after : ofWordsBefore(sentence, target);
    }

    /** "X's murder", "the victim X", "X, a victim of". */
    private boolean isVictim(MaskedSentence sentence, int target) {
        if (lexicon.noun(wordAt(sentence, target - 1)) == RoleClass.SUFFER) {
            return true;
        }
        String next = wordAt(sentence, target + 1);
        if ("'s".equals(next)) {
            return lexicon.isBefalling(wordAt(sentence, target + 2));
        }
        int noun = target + (MODIFYING.contains(String.valueOf(wordAt(sentence, target + 2))) ? 3 : 2);
        return ",".equals(next) && lexicon.noun(wordAt(sentence, noun)) == RoleClass.SUFFER;
    }

    /** "Saboteurs working for X blew up the pipeline." */
    private boolean isSponsor(MaskedSentence sentence, int target) {
        String link = wordAt(sentence, target - 2);
        boolean forTarget = "for".equals(wordAt(sentence, target - 1)) && "working".equals(link);
        boolean toTarget = "to".equals(wordAt(sentence, target - 1)) && ("loyal".equals(link) || "linked".equals(link));
        if (!forTarget && !toTarget) {
            return false;
        }
        for (int i = 0; i < sentence.length(); i++) {
            boolean harm = lexicon.verb(sentence.word(i)) == RoleClass.HARM
                    || lexicon.isAgent(wordAt(sentence, target - 3))
                    || lexicon.noun(sentence.word(i)) == RoleClass.HARM;
            if (harm && !sentence.isNegated(i)) {
                return true;
            }
        }
        return false;
    }

    private static String wordAt(MaskedSentence sentence, int index) {
        return index < 0 || index >= sentence.length() ? null : sentence.word(index);
    }

    /** The target as subject: of an active verb it acts, of a passive one it suffers. */
    private Role ofVerbAfter(MaskedSentence sentence, int target) {
        boolean passive = false;
        boolean negated = false;
        int left = REACH;
        for (int i = skipApposition(sentence, target + 1); i < sentence.length() && left > 0; i++, left--) {
            String word = sentence.word(i);
            negated |= word != null && Negation.isNegation(word);
            if (isBe(word)) {
                passive = true;
                continue;
            }
            if (word != null && NAMING.contains(word) && !passive) {
                RoleClass named = namedAs(sentence, i + 1);
                return named == null ? null : new Role(true, named, negated);
            }
            if (word != null && GIVING.contains(word) && !passive && isForNeedy(sentence, i + 1)) {
                return new Role(true, RoleClass.HELP, negated);
            }
            RoleClass event = lexicon.verb(word);
            if (event != null) {
                boolean suffers = passive && lexicon.isParticiple(word);
                boolean reduced = !passive && lexicon.isParticiple(word) && isBy(sentence, i + 1);
                boolean actor = !(suffers || reduced);
                return actor && lexicon.isWeak(word) ? null : new Role(actor, event, negated);
            }
            boolean ofAgents = lexicon.isAgent(word) || ("'s".equals(word) && lexicon.isAgent(wordAt(sentence, i + 1)));
            if (!sentence.isName(i) && !sentence.isTarget(i) && !isAuxiliary(word) && !ofAgents) {
                return null;
            }
        }
        return null;
    }

    /** What the words after a naming verb call somebody: blame, praise, or null if they say neither. */
    private static RoleClass namedAs(MaskedSentence sentence, int from) {
        if (from < sentence.length() && NOT_NAMING.contains(String.valueOf(sentence.word(from)))) {
            return null;
        }
        for (int i = from; i < Math.min(sentence.length(), from + NAME_REACH); i++) {
            double value = sentence.isNegated(i) ? -sentence.value(i) : sentence.value(i);
            if (value != 0) {
                return value < 0 ? RoleClass.ACCUSE : RoleClass.PRAISE;
            }
            if (sentence.has(i, WordTraits.STOP)) {
                return null;
            }
        }
        return null;
    }

    private static boolean isForNeedy(MaskedSentence sentence, int from) {
        for (int i = from; i < Math.min(sentence.length(), from + NAME_REACH); i++) {
            if (NEEDY.contains(String.valueOf(sentence.word(i)))) {
                return true;
            }
        }
        return false;
    }

    private static boolean isBe(String word) {
        return word != null && BE.contains(word);
    }

    private static boolean isBy(MaskedSentence sentence, int index) {
        return index < sentence.length() && "by".equals(sentence.word(index));
    }

    private static boolean isAuxiliary(String word) {
        return word != null && (AUXILIARIES.contains(word) || word.endsWith("ly"));
    }

    /** Goes past ", ... ," after a name, if there is a second comma in reach. */
    private static int skipApposition(MaskedSentence sentence, int index) {
        if (index >= sentence.length() || !",".equals(sentence.word(index))) {
            return index;
        }
        for (int i = index + 1; i < Math.min(sentence.length(), index + APPOSITION); i++) {
            if (",".equals(sentence.word(i))) {
                return i + 1;
            }
        }
        return index;
    }

    /** The target as object, after "by", or after a noun and a preposition. */
    private Role ofWordsBefore(MaskedSentence sentence, int target) {
        int i = skipModifiers(sentence, target - 1);
        if (i < 0) {
            return null;
        }
        String word = sentence.word(i);
        RoleClass event = lexicon.verb(word);
        if (event != null) {
            boolean passive = i > 0 && isBe(sentence.word(i - 1)) && lexicon.isParticiple(word);
            return passive ? null : new Role(false, event, sentence.isNegated(i));
        }
        if (word == null) {
            return null;
        }
        if (NAMING.contains(word)) {
            RoleClass named = namedAs(sentence, target + 1);
            return named == null ? null : new Role(false, named, sentence.isNegated(i));
        }
        if (BY.contains(word)) {
            return ofAgent(sentence, i - 1);
        }
        if (OF.contains(word)) {
            return ofNounOrBy(sentence, i - 1);
        }
        return BEFALLING.contains(word) ? ofNoun(sentence, i - 1, false) : null;
    }

    private static int skipModifiers(MaskedSentence sentence, int from) {
        int i = from;
        int left = MODIFIERS;
        while (i >= 0 && left > 0 && (sentence.isName(i) || isModifier(sentence.word(i)))) {
            i--;
            left--;
        }
        return i;
    }

    private static boolean isModifier(String word) {
        return word != null && MODIFYING.contains(word);
    }

    /** Before "by": a participle, or a noun of the deed. */
    private Role ofAgent(MaskedSentence sentence, int from) {
        for (int i = from; i >= 0 && i > from - 4; i--) {
            String word = sentence.word(i);
            RoleClass event = lexicon.verb(word);
            if (event != null && lexicon.isParticiple(word)) {
                return new Role(true, event, sentence.isNegated(i));
            }
            if (sentence.has(i, WordTraits.CLAUSE_BREAK)) {
                return null;
            }
        }
        return ofNoun(sentence, from, true);
    }

    /** Before "of": the noun of a deed, or those by whom it was done ("by the army of"). */
    private Role ofNounOrBy(MaskedSentence sentence, int from) {
        if (from < 0) {
            return null;
        }
        RoleClass event = lexicon.noun(sentence.word(from));
        if (event != null) {
            boolean counterfactual = event == RoleClass.HELP && isWithout(sentence, from);
            return new Role(event == RoleClass.HELP, event, sentence.isNegated(from) && !counterfactual);
        }
        for (int i = from - 1; i >= 0 && i > from - 4; i--) {
            if ("by".equals(sentence.word(i))) {
                return ofAgent(sentence, i - 1);
            }
        }
        return null;
    }

    /** "Without the help of X": it is said that X did help. */
    private static boolean isWithout(MaskedSentence sentence, int noun) {
        return "without".equalsIgnoreCase(wordAt(sentence, noun - 1))
                || "without".equalsIgnoreCase(wordAt(sentence, noun - 2));
    }

    private Role ofNoun(MaskedSentence sentence, int from, boolean actor) {
        for (int i = from; i >= 0 && i > from - 3; i--) {
            RoleClass event = lexicon.noun(sentence.word(i));
            if (event != null) {
                return new Role(actor, event, sentence.isNegated(i));
            }
        }
        return null;
    }
}
