package org.newsweft.text.tone;

/** Where the labels of scores from -1 to 1 part: negative below the first number, positive above the second. */
record LabelCuts(double negativeBelow, double positiveAbove) {
    ToneLabel label(double score) {
        if (score < negativeBelow) {
            return ToneLabel.NEGATIVE;
        }
        return score > positiveAbove ? ToneLabel.POSITIVE : ToneLabel.NEUTRAL;
    }
}
