package org.newsweft.text.tone;

import org.newsweft.text.tone.roles.MaskedSentence;
import org.newsweft.text.tone.words.WordTraits;

/**
 * Thirty numbers about the values of the words around a target: by side, distance, clause and quotation, and about its
 * place in the sentence. All between -1 and about 1.
 */
final class LexicalFeatures {
    static final int COUNT = 30;

    private static final int SUMS = 20;
    private static final double NEGATED = -0.74;
    private static final double INTENSIFIED = 1.3;
    private static final double NORMALIZER = 15;
    private static final int NEAR = 3;

    private final MaskedSentence sentence;
    private final float[] features = new float[COUNT];
    private final boolean[] quoted;
    private final int[] clauses;

    private LexicalFeatures(MaskedSentence sentence) {
        this.sentence = sentence;
        this.quoted = new boolean[sentence.length()];
        this.clauses = new int[sentence.length()];
    }

    static float[] of(MaskedSentence sentence) {
        LexicalFeatures features = new LexicalFeatures(sentence);
        if (sentence.length() > 0) {
            features.markQuotesAndClauses();
            features.sumValues();
            features.describePlace();
        }
        return features.features;
    }

    private void markQuotesAndClauses() {
        boolean inside = false;
        int clause = 0;
        for (int i = 0; i < sentence.length(); i++) {
            boolean opens = sentence.has(i, WordTraits.QUOTE_OPENS);
            boolean closes = sentence.has(i, WordTraits.QUOTE_CLOSES);
            if (opens && closes) {
                inside = !inside;
            } else if (opens || closes) {
                inside = opens;
            }
            quoted[i] = inside;
            clause += sentence.has(i, WordTraits.CLAUSE_BREAK) ? 1 : 0;
            clauses[i] = clause;
        }
    }

    private void sumValues() {
        int target = sentence.firstTarget();
        for (int i = 0; i < sentence.length(); i++) {
            double value = valueInContext(i);
            if (value == 0) {
                continue;
            }
            int sign = value > 0 ? 0 : 1;
            int side = i > target ? 1 : 0;
            int distance = Math.abs(sentence.distance(i));
            float size = (float) Math.abs(value);
            features[2 * side + sign] += size;
            features[4 + sign] += size / (1 + distance / 4f);
            if (clauses[i] == clauses[target]) {
                features[6 + 2 * side + sign] += size;
            }
            if (distance <= NEAR) {
                features[10 + 2 * side + sign] += size;
            }
            features[(quoted[i] ? 14 : 16) + sign] += size;
            features[18 + sign] += size;
        }
        for (int j = 0; j < SUMS; j++) {
            features[j] = (float) (features[j] / Math.sqrt(features[j] * features[j] + NORMALIZER));
        }
    }

    private double valueInContext(int i) {
        double value = sentence.value(i);
        if (sentence.isNegated(i)) {
            value *= NEGATED;
        }
        return i > 0 && sentence.has(i - 1, WordTraits.INTENSIFIER) ? value * INTENSIFIED : value;
    }

    private void describePlace() {
        int length = sentence.length();
        int target = sentence.firstTarget();
        int names = 0;
        int mentions = 0;
        boolean anyQuote = false;
        for (int i = 0; i < length; i++) {
            names += sentence.isName(i) ? 1 : 0;
            mentions += sentence.isTarget(i) ? 1 : 0;
            anyQuote |= quoted[i];
        }
        features[20] = (float) target / length;
        features[21] = Math.min(length, 60) / 60f;
        features[22] = quoted[target] ? 1 : 0;
        features[23] = anyQuote ? 1 : 0;
        features[24] = anyReporting(target + 1, target + 4) ? 1 : 0;
        features[25] = anyReporting(target - 2, target) ? 1 : 0;
        features[26] = Math.min(names, 10) / 5f;
        features[27] = Math.min(mentions, 6) / 3f;
        features[28] = target == 0 ? 1 : 0;
        features[29] = sentence.isTargetPronoun() ? 1 : 0;
    }

    private boolean anyReporting(int from, int to) {
        for (int i = Math.max(0, from); i < Math.min(to, sentence.length()); i++) {
            if (sentence.has(i, WordTraits.REPORTING_VERB)) {
                return true;
            }
        }
        return false;
    }
}
