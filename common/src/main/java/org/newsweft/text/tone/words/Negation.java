package org.newsweft.text.tone.words;

import java.util.Set;

/** Which words of a sentence stand under a negation: the four after it, up to the next sign. */
public final class Negation {
    public static final int REACH = 4;

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

    /** "Not only", "did not hesitate", "never failed", "no doubt": what follows is said to be so. */
    private static final Set<String> UNDOING = Set.of(
            "only",
            "just",
            "merely",
            "hesitate",
            "fail",
            "fails",
            "failed",
            "failing",
            "doubt",
            "doubts",
            "doubted",
            "surprisingly");

    private static final String SIGNS = ".,;:!?";

    private Negation() {}

    public static boolean isNegation(String lowerCase) {
        return WORDS.contains(lowerCase) || lowerCase.endsWith("n't");
    }

    /** True if the word after a negation takes it back. */
    public static boolean isUndoneBy(String next) {
        return next != null && UNDOING.contains(next);
    }

    /** For each token, whether it is negated; the negations themselves are not. */
    public static boolean[] negated(ToneTokens tokens) {
        boolean[] negated = new boolean[tokens.count()];
        int left = 0;
        for (int i = 0; i < negated.length; i++) {
            String word = tokens.lowerCase(i);
            if (isNegation(word)) {
                boolean undone = i + 1 < negated.length && isUndoneBy(tokens.lowerCase(i + 1));
                left = undone ? 0 : REACH;
                i += undone ? 1 : 0;
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
