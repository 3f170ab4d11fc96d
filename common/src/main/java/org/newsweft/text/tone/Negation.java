package org.newsweft.text.tone;

import java.util.Set;

/** Which words of a sentence stand under a negation: the four after it, up to the next sign. */
final class Negation {
    static final int REACH = 4;

    private static final Set<String> WORDS = Set.of(
            "no",
            "not",
            "never",
            "none",
            "nobody",
            "nothing",
            "neither",
            "nor",
            "without",
            "cannot",
            "hardly",
            "barely",
            "rarely",
            "seldom",
            "fail",
            "fails",
            "failed",
            "failing",
            "refuse",
            "refuses",
            "refused",
            "refusing");

    private static final String SIGNS = ".,;:!?";

    private Negation() {}

    static boolean isNegation(String lowerCase) {
        return WORDS.contains(lowerCase) || lowerCase.endsWith("n't");
    }

    /** For each token, whether it is negated; the negations themselves are not. */
    static boolean[] negated(ToneTokens tokens) {
        boolean[] negated = new boolean[tokens.count()];
        int left = 0;
        for (int i = 0; i < negated.length; i++) {
            String word = tokens.lowerCase(i);
            if (isNegation(word)) {
                left = REACH;
            } else if (word.length() == 1 && SIGNS.contains(word)) {
                left = 0;
            } else if (left > 0) {
                negated[i] = true;
                left--;
            }
        }
        return negated;
    }
}
