package org.newsweft.text.tone.roles;

import java.util.Collections;
import java.util.HashSet;
import java.util.Set;
import org.newsweft.text.tone.words.InflectedWords;
import org.newsweft.text.tone.words.Negation;
import org.newsweft.text.tone.words.WordTraits;

/**
 * What somebody is told to feel about the target, and whether that is denied: "few trust X", "nobody doubts that X is
 * honest", "never liked how X treated the staff", "could not praise X enough", "X has never lost a match". Denied praise
 * is blame, denied blame is praise; plain attitudes count only where a verb can mean nothing else.
 */
public final class Attitudes {
    private static final int OBJECT_REACH = 5;
    private static final int HOLDER_REACH = 7;
    private static final int PREDICATE_REACH = 5;

    /** Verbs of those who think well of somebody, whatever stands around them. */
    private static final Set<String> LIKING_OUTRIGHT = forms("trust admire respect praise adore love", "");

    /** Verbs of those who think well of somebody, if it is denied or said of many. */
    private static final Set<String> LIKING = forms(
            "like support forgive thank enjoy endorse welcome applaud value appreciate recommend cherish miss",
            "forgave forgiven");

    /** Verbs of those who think ill of somebody: only their denial says more than the other rules know. */
    private static final Set<String> DISLIKING = forms(
            "doubt question blame dislike hate distrust mistrust criticize criticise fault regret resent despise suspect",
            "");

    /** Deeds that speak against whoever never does them. */
    private static final Set<String> SERVING = forms(
            "help deliver succeed care listen apologize apologise cooperate serve protect honour honor",
            "win won wins keep kept understood understand understands");

    /** Deeds that speak for whoever never does them. */
    private static final Set<String> FAILING = forms(
            "fail cheat betray disappoint abandon complain hesitate waver",
            "lose lost loses lie lied lies steal stole stolen broken");

    private static final Set<String> NOBODY = Set.of(
            "nobody", "no-one", "none", "few", "hardly", "barely", "scarcely", "rarely", "seldom", "never", "neither");

    private static final Set<String> EVERYBODY = Set.of("everybody", "everyone", "all", "most", "many", "always");

    /** Before "like" these make it a verb. */
    private static final Set<String> WE = Set.of("i", "we", "they");

    private static final Set<String> DOING = Set.of("do", "does", "did", "can", "could", "will", "would", "to");

    private static final Set<String> BETWEEN = Set.of(
            "how",
            "that",
            "what",
            "the",
            "way",
            "in",
            "on",
            "of",
            "with",
            "a",
            "an",
            "for",
            "than",
            "his",
            "her",
            "its",
            "president",
            "minister",
            "mr",
            "mrs",
            "ms",
            "dr",
            "senator",
            "former",
            "leader",
            "mayor",
            "governor",
            "honesty",
            "integrity",
            "competence",
            "courage",
            "sincerity",
            "skill",
            "skills",
            "talent",
            "judgment",
            "judgement");

    private static final Set<String> BELIEVING = Set.of(
            "believe",
            "believes",
            "believed",
            "think",
            "thinks",
            "thought",
            "agree",
            "agrees",
            "agreed",
            "say",
            "says");

    private static final Set<String> COPULAS =
            Set.of("is", "are", "was", "were", "be", "been", "remains", "remained", "seems", "seemed");

    private static final Set<String> HAVING = Set.of("has", "have", "had");

    private static final Set<String> BETTER =
            Set.of("better", "greater", "finer", "faster", "harder", "happier", "prouder");
    private static final Set<String> WORSE = Set.of("worse", "unhappier", "angrier");
    private static final Set<String> DELIGHTED =
            Set.of("pleased", "grateful", "satisfied", "impressed", "helpful", "proud");
    private static final Set<String> ENOUGH = Set.of("enough", "more");

    private final MaskedSentence sentence;

    private static Set<String> forms(String verbs, String more) {
        Set<String> forms = new HashSet<>();
        for (String verb : verbs.split(" ", -1)) {
            forms.addAll(InflectedWords.ofVerb(verb));
        }
        Collections.addAll(forms, more.split(" ", -1));
        forms.remove("");
        return Set.copyOf(forms);
    }

    private Attitudes(MaskedSentence sentence) {
        this.sentence = sentence;
    }

    /** 1 if somebody is told to think well of the target, -1 if ill, 0 if nothing of the kind is told. */
    public static int toward(MaskedSentence sentence) {
        Attitudes attitudes = new Attitudes(sentence);
        for (int i = 0; i < sentence.length(); i++) {
            if (sentence.isTarget(i)) {
                int sign = attitudes.at(i);
                if (sign != 0) {
                    return sign;
                }
            }
        }
        return 0;
    }

    private int at(int target) {
        int sign = ofHolders(target);
        if (sign == 0) {
            sign = ofComparison(target);
        }
        return sign == 0 ? ofOwnDeeds(target) : sign;
    }

    /** The verb before the target that tells what its subject feels. */
    private int ofHolders(int target) {
        for (int i = target - 1; i >= Math.max(0, target - OBJECT_REACH); i--) {
            String word = word(i);
            boolean outright = LIKING_OUTRIGHT.contains(word);
            if (outright || LIKING.contains(word)) {
                return ofLiking(i, target, outright);
            }
            if (DISLIKING.contains(word)) {
                return isDenied(i) ? 1 : 0;
            }
            if (BELIEVING.contains(word)) {
                return ofBelief(i, target);
            }
            boolean passable = BETWEEN.contains(word) || sentence.isName(i) || sentence.isTarget(i);
            if (!passable) {
                return 0;
            }
        }
        return 0;
    }

    private int ofLiking(int verb, int target, boolean outright) {
        if (word(verb).equals("like") && !isAfterHelper(verb)) {
            return WE.contains(word(verb - 1)) || isOpposed(target) ? 1 : 0;
        }
        if (isDenied(verb)) {
            return isPossible(verb) && anyOf(ENOUGH, target + 1, target + 1 + PREDICATE_REACH) ? 1 : -1;
        }
        boolean byMany = anyOf(EVERYBODY, clauseStart(verb), verb);
        return (outright && !isAfterHelper(verb)) || byMany ? 1 : 0;
    }

    /** "Voters like X but they do not like Y": what is denied of somebody else later was said of the target. */
    private boolean isOpposed(int target) {
        boolean opposed = false;
        for (int i = target + 1; i < sentence.length(); i++) {
            opposed |= word(i).equals("but");
            if (opposed && word(i).equals("like") && isAfterHelper(i)) {
                return isDenied(i);
            }
        }
        return false;
    }

    /** "Do not like", "no longer like", "nobody likes": a verb. "Is not like", "nothing like": none. */
    private boolean isAfterHelper(int verb) {
        for (int i = Math.max(clauseStart(verb), verb - 3); i < verb; i++) {
            String word = word(i);
            if (DOING.contains(word) || NOBODY.contains(word) || word.equals("longer") || isShortened(word)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isShortened(String word) {
        return word.endsWith("n't") && !word.equals("isn't") && !word.equals("wasn't") && !word.equals("aren't");
    }

    /** "Nobody believes that X is honest", "everybody agrees that X was weak". */
    private int ofBelief(int verb, int target) {
        if (!COPULAS.contains(word(target + 1))) {
            return 0;
        }
        boolean denied = isDenied(verb);
        if (!denied && !anyOf(EVERYBODY, clauseStart(verb), verb)) {
            return 0;
        }
        for (int i = target + 2; i < Math.min(sentence.length(), target + 2 + PREDICATE_REACH); i++) {
            double value = sentence.isNegated(i) && !denied ? -sentence.value(i) : sentence.value(i);
            if (value != 0) {
                return (value > 0) == denied ? -1 : 1;
            }
            if (sentence.has(i, WordTraits.STOP)) {
                return 0;
            }
        }
        return 0;
    }

    /** "No one could have done it better than X", "could not have been happier with X". */
    private int ofComparison(int target) {
        for (int i = target - 1; i >= Math.max(0, target - OBJECT_REACH); i--) {
            String word = word(i);
            boolean better = BETTER.contains(word) || (DELIGHTED.contains(word) && "more".equals(word(i - 1)));
            if (better || WORSE.contains(word)) {
                boolean bound = isDenied(i) && isPossible(i);
                return bound ? (better ? 1 : -1) : 0;
            }
            if (!BETWEEN.contains(word) && !word.equals("to") && !sentence.isName(i) && !sentence.isTarget(i)) {
                return 0;
            }
        }
        return 0;
    }

    /** "X has never lost", "X did not help", "X was not guilty". */
    private int ofOwnDeeds(int target) {
        String previous = word(target - 1);
        if (previous.equals("of") || previous.equals("in") || previous.equals("to") || previous.equals("by")) {
            return 0;
        }
        int i = target + 1;
        while (i < sentence.length() && sentence.isName(i)) {
            i++;
        }
        boolean copula = COPULAS.contains(word(i));
        boolean helper = copula || HAVING.contains(word(i)) || DOING.contains(word(i));
        boolean denied = isShortened(word(i)) || word(i).equals("wasn't") || word(i).equals("isn't");
        if (!helper && !denied && !word(i).equals("never")) {
            return 0;
        }
        boolean never = false;
        for (int end = Math.min(sentence.length(), i + PREDICATE_REACH); i < end; i++) {
            String word = word(i);
            if (word.equals("not") || word.equals("never")) {
                denied = true;
                never |= word.equals("never");
            } else if (denied && word.equals("guilty")) {
                return 1;
            } else if (denied && !copula && FAILING.contains(word)) {
                return 1;
            } else if (denied && !copula && SERVING.contains(word)) {
                return never ? -1 : 0;
            } else if (!isFiller(word)) {
                return 0;
            }
        }
        return 0;
    }

    private static boolean isFiller(String word) {
        return COPULAS.contains(word)
                || HAVING.contains(word)
                || DOING.contains(word)
                || word.equals("once")
                || word.equals("ever")
                || word.equals("found")
                || word.endsWith("n't")
                || (word.endsWith("ly") && word.length() > 3);
    }

    /** A negation or a subject like "nobody" before the word, in its clause and not taken back. */
    private boolean isDenied(int index) {
        boolean denied = false;
        for (int i = Math.max(clauseStart(index), index - HOLDER_REACH); i < index; i++) {
            String word = word(i);
            boolean negation = NOBODY.contains(word)
                    || (Negation.isNegation(word) && !word.startsWith("fail") && !word.startsWith("refus"))
                    || (word.equals("no") && isHolder(word(i + 1)));
            if (negation && !(word.equals("no") && !isHolder(word(i + 1))) && !"a".equals(word(i - 1))) {
                denied = !Negation.isUndoneBy(i + 1 < index ? word(i + 1) : null);
            }
        }
        return denied;
    }

    private static boolean isHolder(String word) {
        return word.equals("one") || word.equals("longer") || word.endsWith("s") || word.endsWith("er");
    }

    private boolean isPossible(int index) {
        for (int i = Math.max(clauseStart(index), index - HOLDER_REACH); i < index; i++) {
            String word = word(i);
            if (word.equals("could")
                    || word.equals("can")
                    || word.equals("cannot")
                    || word.equals("couldn't")
                    || word.equals("can't")) {
                return true;
            }
        }
        return false;
    }

    /** The first position of the clause: after the last sign, "but" or "and" before the index. */
    private int clauseStart(int index) {
        for (int i = index - 1; i >= 0; i--) {
            if (sentence.has(i, WordTraits.STOP)
                    || word(i).equals("but")
                    || word(i).equals("and")
                    || word(i).equals("who")) {
                return i + 1;
            }
        }
        return 0;
    }

    private boolean anyOf(Set<String> words, int from, int to) {
        for (int i = Math.max(0, from); i < Math.min(to, sentence.length()); i++) {
            if (words.contains(word(i))) {
                return true;
            }
        }
        return false;
    }

    private String word(int index) {
        String word = index < 0 || index >= sentence.length() ? null : sentence.word(index);
        return word == null ? "" : word;
    }
}
