package org.newsweft.text.tone.roles;

import java.util.Set;
import org.newsweft.text.tone.words.Negation;
import org.newsweft.text.tone.words.WordTraits;

/** "Is not a bad leader", "is no hero", "lacks the courage": a negated predicate says the opposite of its word. */
public final class PredicateShift {
    private static final int REACH = 4;
    private static final double SHIFT = 2.5;
    private static final double PLAIN_SHIFT = 1;
    private static final int LONGEST = 20;

    private static final Set<String> COPULAS = Set.of(
            "is", "are", "was", "were", "be", "been", "being", "seems", "seemed", "proved", "remains", "remained");

    private static final Set<String> NEGATED_COPULAS = Set.of("isn't", "aren't", "wasn't", "weren't");

    private static final Set<String> LACKING =
            Set.of("lack", "lacks", "lacked", "lacking", "lost", "loses", "betrays", "betrayed", "without");

    private static final Set<String> EXCULPATING =
            Set.of("cleared", "acquitted", "exonerated", "absolved", "innocent", "vindicated", "pardoned");

    private static final Set<String> PROOF = Set.of(
            "evidence",
            "proof",
            "indication",
            "indications",
            "sign",
            "signs",
            "grounds",
            "suggestion",
            "claim",
            "claims",
            "allegation",
            "allegations",
            "accusation",
            "accusations",
            "suspicion",
            "rumor",
            "rumors",
            "rumour",
            "rumours");

    /** Verbs that are praise when denied: "nobody doubts X", "X never failed". */
    private static final Set<String> TRUSTED_IF_DENIED = Set.of(
            "doubt",
            "doubts",
            "doubted",
            "fail",
            "fails",
            "failed",
            "disappoint",
            "disappoints",
            "disappointed",
            "questions",
            "questioned");

    private PredicateShift() {}

    /**
     * Adds the shift to logits.
     *
     * @param hasRole true if the target's role has shifted them: a plain predicate then says no more
     */
    public static void apply(MaskedSentence sentence, boolean hasRole, double[] logits) {
        int target = sentence.firstTarget();
        if (sentence.length() == 0 || !sentence.isTarget(target)) {
            return;
        }
        if (isExculpated(sentence, target)) {
            logits[0] -= SHIFT;
            logits[1] += SHIFT;
            return;
        }
        if (isTrusted(sentence, target)) {
            logits[0] -= SHIFT;
            logits[2] += SHIFT;
            return;
        }
        shiftIfCompared(sentence, target, logits);
        int from = startOfNegatedPredicate(sentence, target + 1);
        if (from < 0) {
            if (!hasRole) {
                shiftByPredicate(sentence, target, logits);
            }
            return;
        }
        for (int i = from; i < Math.min(sentence.length(), from + REACH); i++) {
            double value = sentence.value(i);
            if (value != 0) {
                double turned = value > 0 ? -SHIFT : SHIFT;
                logits[0] -= turned;
                logits[2] += turned;
                return;
            }
            if (sentence.has(i, WordTraits.CLAUSE_BREAK | WordTraits.STOP)) {
                return;
            }
        }
    }

    /** "No evidence that X", "X was cleared". */
    private static boolean isExculpated(MaskedSentence sentence, int target) {
        for (int i = target + 1; i < target + REACH; i++) {
            boolean guilty = "guilty".equals(wordAt(sentence, i)) && sentence.isNegated(i);
            if (guilty || (EXCULPATING.contains(wordAt(sentence, i)) && !sentence.isNegated(i))) {
                return true;
            }
        }
        for (int i = Math.max(1, target - REACH); i < target; i++) {
            if (PROOF.contains(wordAt(sentence, i)) && sentence.isNegated(i)) {
                return true;
            }
        }
        return false;
    }

    /** "X is an honest man". */
    private static void shiftByPredicate(MaskedSentence sentence, int target, double[] logits) {
        if (!COPULAS.contains(wordAt(sentence, target + 1)) || sentence.length() > LONGEST) {
            return;
        }
        for (int i = target + 2; i < Math.min(sentence.length(), target + 2 + REACH); i++) {
            double value = sentence.value(i);
            if (value != 0 || sentence.has(i, WordTraits.CLAUSE_BREAK | WordTraits.STOP)) {
                double shift = sentence.isNegated(i) ? 0 : Math.signum(value) * PLAIN_SHIFT;
                logits[0] -= shift;
                logits[2] += shift;
                return;
            }
        }
    }

    /** "X never failed", "nobody doubts the honesty of X". */
    private static boolean isTrusted(MaskedSentence sentence, int target) {
        for (int i = Math.max(1, target - REACH - 1); i < Math.min(sentence.length(), target + REACH); i++) {
            if (TRUSTED_IF_DENIED.contains(wordAt(sentence, i)) && Negation.isNegation(wordAt(sentence, i - 1))) {
                return true;
            }
        }
        return false;
    }

    /** "As honest as X", "few are as corrupt as X". */
    private static void shiftIfCompared(MaskedSentence sentence, int target, double[] logits) {
        if (target >= 3
                && wordAt(sentence, target - 1).equals("as")
                && wordAt(sentence, target - 3).equals("as")) {
            double value = sentence.value(target - 2);
            boolean denied = target >= 4 && wordAt(sentence, target - 4).equals("not");
            double shift = denied ? -Math.signum(value) * SHIFT : Math.signum(value) * SHIFT;
            logits[0] -= shift;
            logits[2] += shift;
        }
    }

    /** Where what is denied of the target begins, or -1. */
    private static int startOfNegatedPredicate(MaskedSentence sentence, int after) {
        String first = wordAt(sentence, after);
        if (NEGATED_COPULAS.contains(first) || LACKING.contains(first)) {
            return after + 1;
        }
        String second = wordAt(sentence, after + 1);
        return COPULAS.contains(first) && Negation.isNegation(second) ? after + 2 : -1;
    }

    private static String wordAt(MaskedSentence sentence, int index) {
        String word = index < sentence.length() ? sentence.word(index) : null;
        return word == null ? "" : word;
    }
}
