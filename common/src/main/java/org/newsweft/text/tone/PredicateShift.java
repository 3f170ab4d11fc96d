package org.newsweft.text.tone;

import java.util.Set;

/** "Is not a bad leader", "is no hero", "lacks the courage": a negated predicate says the opposite of its word. */
final class PredicateShift {
    private static final int REACH = 4;
    private static final double SHIFT = 2.5;

    private static final Set<String> COPULAS = Set.of(
            "is", "are", "was", "were", "be", "been", "being", "seems", "seemed", "proved", "remains", "remained");

    private static final Set<String> NEGATED_COPULAS = Set.of("isn't", "aren't", "wasn't", "weren't");

    private static final Set<String> LACKING =
            Set.of("lack", "lacks", "lacked", "lacking", "lost", "loses", "betrays", "betrayed", "without");

    private static final Set<String> EXCULPATING =
            Set.of("cleared", "acquitted", "exonerated", "absolved", "innocent", "vindicated", "pardoned");

    private static final Set<String> PROOF =
            Set.of("evidence", "proof", "indication", "indications", "sign", "signs", "grounds", "suggestion");

    private PredicateShift() {}

    static void apply(MaskedSentence sentence, double[] logits) {
        int target = sentence.firstTarget();
        if (sentence.length() == 0 || !sentence.isTarget(target)) {
            return;
        }
        if (isExculpated(sentence, target)) {
            logits[0] -= SHIFT;
            logits[1] += SHIFT;
            return;
        }
        int from = startOfNegatedPredicate(sentence, target + 1);
        if (from < 0) {
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
            if (EXCULPATING.contains(wordAt(sentence, i)) && !sentence.isNegated(i)) {
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
