package org.newsweft.text.tone.words;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * VADER's rules over a lexicon of word values: negation, degree adverbs, capitals, "but", exclamation marks.
 *
 * <p>A port of the Python program vaderSentiment 3.3.2 (C. J. Hutto and E. Gilbert, ICWSM 2014; MIT licence), equal to
 * it to the last decimal it prints, its peculiarities included. Made for one sentence: over a whole article the
 * compound saturates at -1 or 1.
 */
public final class Vader {
    private static final double NEGATED = -0.74;
    private static final double SHOUTED = 0.733;
    private static final double NORMALIZER = 15;
    private static final double[] DISTANCE_DAMPING = {1, 0.95, 0.9};

    private final ValenceLexicon lexicon;
    private final EmojiNames emoji;

    public Vader(ValenceLexicon lexicon) {
        this.lexicon = lexicon;
        this.emoji = EmojiNames.load();
    }

    /** VADER with the lexicon as published. */
    public static Vader standard() {
        return new Vader(ValenceLexicon.vader());
    }

    /** VADER's rules over its lexicon with our values for news on top. */
    public static Vader news() {
        return new Vader(ValenceLexicon.news());
    }

    /** The compound score of a sentence, -1 to 1, four decimals; 0 for an empty one. */
    public double compound(String sentence) {
        return scores(sentence).compound();
    }

    /** All four figures of a sentence. */
    public VaderScores scores(String sentence) {
        String text = emoji.describe(sentence);
        VaderWords words = VaderWords.of(text, lexicon);
        int count = words.count();
        if (count == 0) {
            return VaderScores.EMPTY;
        }
        double[] values = new double[count];
        for (int i = 0; i < count; i++) {
            if (words.hasValue(i) && !isModifier(words, i)) {
                values[i] = value(words, i);
            }
        }
        shiftAtBut(words, values);
        return summarize(values, emphasis(text));
    }

    private static boolean isModifier(VaderWords words, int i) {
        return VaderModifiers.isDegree(words.lowerCase(i))
                || (words.is(i, "kind") && i + 1 < words.count() && words.is(i + 1, "of"));
    }

    private static double value(VaderWords words, int i) {
        double value = words.value(i);
        if (words.is(i, "no") && i + 1 < words.count() && words.hasValue(i + 1)) {
            value = 0;
        }
        if (follows(words, i, "no")) {
            value = words.value(i) * NEGATED;
        }
        if (words.isShouted(i)) {
            value += value > 0 ? SHOUTED : -SHOUTED;
        }
        for (int distance = 1; distance <= 3 && distance <= i; distance++) {
            if (words.hasValue(i - distance)) {
                continue;
            }
            value += degree(words, i - distance, value) * DISTANCE_DAMPING[distance - 1];
            value = negated(words, i, distance, value);
            if (distance == 3) {
                value = withIdioms(words, i, value);
            }
        }
        return followsLeast(words, i) ? value * NEGATED : value;
    }

    /** True if "no" stands before word {@code i}, at most two words back or three with "or" between. */
    private static boolean follows(VaderWords words, int i, String no) {
        return (i > 0 && words.is(i - 1, no))
                || (i > 1 && words.is(i - 2, no))
                || (i > 2 && words.is(i - 3, no) && (words.is(i - 1, "or") || words.is(i - 1, "nor")));
    }

    private static double degree(VaderWords words, int index, double value) {
        double degree = VaderModifiers.degree(words.lowerCase(index));
        if (degree == 0) {
            return 0;
        }
        double signed = value < 0 ? -degree : degree;
        if (words.isShouted(index)) {
            signed += value > 0 ? SHOUTED : -SHOUTED;
        }
        return signed;
    }

    private static double negated(VaderWords words, int i, int distance, double value) {
        boolean emphatic = switch (distance) {
            case 2 -> words.is(i - 2, "never") && isSoOrThis(words, i - 1);
            case 3 -> (words.is(i - 3, "never") && isSoOrThis(words, i - 2)) || isSoOrThis(words, i - 1);
            default -> false;
        };
        if (emphatic) {
            return value * 1.25;
        }
        boolean withoutDoubt = distance > 1
                && words.is(i - distance, "without")
                && (words.is(i - 1, "doubt") || (distance == 3 && words.is(i - 2, "doubt")));
        return !withoutDoubt && VaderModifiers.isNegation(words.lowerCase(i - distance)) ? value * NEGATED : value;
    }

    private static boolean isSoOrThis(VaderWords words, int index) {
        return words.is(index, "so") || words.is(index, "this");
    }

    private static double withIdioms(VaderWords words, int i, double value) {
        double result = value;
        int[][] before = {{i - 1, i}, {i - 2, i}, {i - 2, i - 1}, {i - 3, i - 1}, {i - 3, i - 2}};
        for (int[] bounds : before) {
            Double special = specialCase(words, bounds[0], bounds[1]);
            if (special != null) {
                result = special;
                break;
            }
        }
        for (int last = i + 1; last <= i + 2 && last < words.count(); last++) {
            Double special = specialCase(words, i, last);
            result = special == null ? result : special;
        }
        return result + phraseDegree(words, i - 3, i - 2) + phraseDegree(words, i - 2, i - 1);
    }

    private static Double specialCase(VaderWords words, int from, int to) {
        String phrase = words.phrase(from, to);
        return phrase == null ? null : VaderModifiers.SPECIAL_CASES.get(phrase);
    }

    private static double phraseDegree(VaderWords words, int from, int to) {
        String phrase = words.phrase(from, to);
        return phrase == null ? 0 : VaderModifiers.PHRASE_DEGREES.getOrDefault(phrase, 0.0);
    }

    /** "least good" is not good; "at least" and "very least" say nothing. */
    private static boolean followsLeast(VaderWords words, int i) {
        if (i == 0 || words.hasValue(i - 1) || !words.is(i - 1, "least")) {
            return false;
        }
        return i == 1 || !(words.is(i - 2, "at") || words.is(i - 2, "very"));
    }

    /**
     * What stands before the first "but" counts half, what follows one and a half. The original looks each value up by
     * its first equal in the list it is changing, so repeated values are shifted in place of others; so do we.
     */
    private static void shiftAtBut(VaderWords words, double[] values) {
        int but = 0;
        while (but < values.length && !words.is(but, "but")) {
            but++;
        }
        if (but == values.length) {
            return;
        }
        for (int i = 0; i < values.length; i++) {
            double value = values[i];
            if (value == 0) {
                continue; // zero stays zero, whichever of them it is
            }
            int first = 0;
            while (values[first] != value) {
                first++;
            }
            if (first < but) {
                values[first] = value * 0.5;
            } else if (first > but) {
                values[first] = value * 1.5;
            }
        }
    }

    /** Exclamation marks, up to four, and two or more question marks. */
    private static double emphasis(String text) {
        int exclamations = 0;
        int questions = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            exclamations += c == '!' ? 1 : 0;
            questions += c == '?' ? 1 : 0;
        }
        double ofQuestions = questions <= 1 ? 0 : questions <= 3 ? questions * 0.18 : 0.96;
        return Math.min(exclamations, 4) * 0.292 + ofQuestions;
    }

    private static VaderScores summarize(double[] values, double emphasis) {
        double sum = 0;
        double positive = 0;
        double negative = 0;
        int neutral = 0;
        for (double value : values) {
            sum += value;
            if (value > 0) {
                positive += value + 1;
            } else if (value < 0) {
                negative += 1 - value;
            } else {
                neutral++;
            }
        }
        sum += Math.signum(sum) * emphasis;
        if (positive > negative) {
            positive += emphasis;
        } else if (positive < negative) {
            negative += emphasis;
        }
        double total = positive + negative + neutral;
        return new VaderScores(
                rounded(negative / total, 3),
                rounded(neutral / total, 3),
                rounded(positive / total, 3),
                rounded(sum / Math.sqrt(sum * sum + NORMALIZER), 4));
    }

    /** As Python's {@code round}: by the exact binary value, half to even. */
    private static double rounded(double value, int decimals) {
        return new BigDecimal(value).setScale(decimals, RoundingMode.HALF_EVEN).doubleValue() + 0.0;
    }
}
