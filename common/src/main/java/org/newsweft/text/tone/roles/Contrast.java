package org.newsweft.text.tone.roles;

import java.util.Set;

/**
 * Which clause decides where a sentence concedes one thing to say another: what follows "but", and what is left without
 * "although ..." and "despite ...".
 */
public final class Contrast {
    private static final Set<String> CONCESSIONS = Set.of("although", "though", "despite", "notwithstanding");

    private static final Set<String> VERBS_IN_S = Set.of("was", "is", "has", "does");

    private static final Set<String> TIMES =
            Set.of("hours", "days", "weeks", "months", "years", "decades", "generations");

    /** Pronouns that after "but" mean whom the sentence was about. */
    private static final Set<String> REFERRING = Set.of("he", "she", "they", "him", "her", "them", "his", "their");

    private static final int PRONOUN_REACH = 6;

    /** In longer sentences what follows "but" decides no more than the rest (measured on NewsMTSC train). */
    private static final int LONGEST = 20;

    private static final Set<String> NEW_SUBJECT = Set.of(
            "the", "a", "an", "this", "that", "these", "those", "some", "many", "most", "few", "there", "critics",
            "others", "i", "we", "you", "not", "in", "on", "for", "to", "if", "no", "when", "what", "who", "how");

    private Contrast() {}

    /** The part of the sentence that decides, always with the target in it; the sentence itself if it has no contrast. */
    public static MaskedSentence decidingClause(MaskedSentence sentence) {
        for (int i = 0; i < sentence.length(); i++) {
            String word = sentence.word(i);
            if (word == null) {
                continue;
            }
            if (word.equals("but") && i > 0) {
                return afterBut(sentence, i);
            }
            if (CONCESSIONS.contains(word) || isAfterLong(sentence, i)) {
                return withoutConcession(sentence, i);
            }
        }
        return sentence;
    }

    /** "After months of dispute, ...": that is over. */
    private static boolean isAfterLong(MaskedSentence sentence, int i) {
        return i + 2 < sentence.length()
                && "after".equals(sentence.word(i))
                && TIMES.contains(String.valueOf(sentence.word(i + 1)))
                && "of".equals(sentence.word(i + 2));
    }

    private static MaskedSentence afterBut(MaskedSentence sentence, int but) {
        if (but + 2 >= sentence.length() || sentence.length() > LONGEST) {
            return sentence;
        }
        if (hasTarget(sentence, but + 1, sentence.length())) {
            return sentence.without(0, but + 1);
        }
        for (int i = but + 1; i < Math.min(sentence.length(), but + PRONOUN_REACH); i++) {
            if (sentence.word(i) != null && REFERRING.contains(sentence.word(i))) {
                return sentence.withTargetAt(i).without(0, but + 1);
            }
        }
        String next = sentence.word(but + 1);
        int target = sentence.firstTarget();
        return next == null || NEW_SUBJECT.contains(next) || isPlural(next)
                ? sentence
                : sentence.without(target + 1, but + 1).without(0, target);
    }

    private static boolean isPlural(String word) {
        return word.endsWith("s") && !VERBS_IN_S.contains(word);
    }

    private static MaskedSentence withoutConcession(MaskedSentence sentence, int from) {
        int to = from + 1;
        while (to < sentence.length() && !",".equals(sentence.word(to))) {
            to++;
        }
        to = Math.min(sentence.length(), to + 1);
        MaskedSentence rest = sentence.without(from, to);
        return hasTarget(rest, 0, rest.length()) ? rest : sentence;
    }

    private static boolean hasTarget(MaskedSentence sentence, int from, int to) {
        for (int i = from; i < to; i++) {
            if (sentence.isTarget(i)) {
                return true;
            }
        }
        return false;
    }
}
