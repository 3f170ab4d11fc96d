package org.newsweft.text.tone.words;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/** The word lists of VADER's rules (vaderSentiment 3.3.2, MIT licence), unchanged. */
final class VaderModifiers {
    /** Words that turn the value of what follows; any word with {@code n't} in it does too. */
    static final Set<String> NEGATIONS = Set.of(
            ("aint arent cannot cant couldnt darent didnt doesnt ain't aren't can't couldn't daren't didn't doesn't "
                            + "dont hadnt hasnt havent isnt mightnt mustnt neither don't hadn't hasn't haven't isn't "
                            + "mightn't mustn't neednt needn't never none nope nor not nothing nowhere oughtnt shant "
                            + "shouldnt uhuh wasnt werent oughtn't shan't shouldn't uh-uh wasn't weren't without wont "
                            + "wouldnt won't wouldn't rarely seldom despite")
                    .split(" ", -1));

    private static final double INCREASE = 0.293;

    private static final String BOOSTERS =
            "absolutely amazingly awfully completely considerable considerably decidedly deeply effing enormous "
                    + "enormously entirely especially exceptional exceptionally extreme extremely fabulously flipping "
                    + "flippin frackin fracking fricking frickin frigging friggin fully fuckin fucking fuggin fugging "
                    + "greatly hella highly hugely incredible incredibly intensely major majorly more most "
                    + "particularly purely quite really remarkably so substantially thoroughly total totally "
                    + "tremendous tremendously uber unbelievably unusually utter utterly very";

    private static final String DAMPENERS =
            "almost barely hardly kinda kindof kind-of less little marginal marginally occasional occasionally partly "
                    + "scarce scarcely slight slightly somewhat sorta sortof sort-of";

    /** What a degree adverb adds to the size of the value after it. */
    private static final Map<String, Double> DEGREES = degrees();

    /** Dampeners of two words. */
    static final Map<String, Double> PHRASE_DEGREES =
            Map.of("just enough", -INCREASE, "kind of", -INCREASE, "sort of", -INCREASE);

    /** Phrases with a value of their own. */
    static final Map<String, Double> SPECIAL_CASES = Map.of(
            "the shit", 3.0,
            "the bomb", 3.0,
            "bad ass", 1.5,
            "badass", 1.5,
            "bus stop", 0.0,
            "yeah right", -2.0,
            "kiss of death", -1.5,
            "to die for", 3.0,
            "beating heart", 3.5);

    /** Last words of the phrases above: whatever ends in another word need not be looked up. */
    static final Set<String> LAST_WORDS =
            Set.of("shit", "bomb", "ass", "stop", "right", "death", "for", "heart", "enough", "of");

    private VaderModifiers() {}

    private static Map<String, Double> degrees() {
        Map<String, Double> degrees = new HashMap<>();
        for (String word : BOOSTERS.split(" ", -1)) {
            degrees.put(word, INCREASE);
        }
        for (String word : DAMPENERS.split(" ", -1)) {
            degrees.put(word, -INCREASE);
        }
        return Map.copyOf(degrees);
    }

    static boolean isNegation(String lowerCase) {
        return NEGATIONS.contains(lowerCase) || lowerCase.contains("n't");
    }

    static boolean isDegree(String lowerCase) {
        return DEGREES.containsKey(lowerCase);
    }

    /** What {@code lowerCase} adds to a positive value after it; 0 if it is no degree adverb. */
    static double degree(String lowerCase) {
        Double degree = DEGREES.get(lowerCase);
        return degree == null ? 0 : degree;
    }
}
