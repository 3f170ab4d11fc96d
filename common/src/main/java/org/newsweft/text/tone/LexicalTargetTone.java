package org.newsweft.text.tone;

import java.util.ArrayList;
import java.util.List;
import org.newsweft.text.Span;

/**
 * The tone toward a name from the values of the words around it: each counts by 1 / (1 + distance / 4), turned if
 * negated. Words in capitals that may be names, and the mentions themselves, have no value.
 */
final class LexicalTargetTone implements TargetToneModel {
    private static final double NEGATED = -0.74;
    private static final double HALF_DISTANCE = 4;
    private static final double NORMALIZER = 15;
    private static final double SLOPE = 3;
    private static final double NEUTRAL_BIAS = 0.7;

    private final ValenceLexicon lexicon;

    LexicalTargetTone(ValenceLexicon lexicon) {
        this.lexicon = lexicon;
    }

    @Override
    public List<TargetTone> tones(String sentence, List<Target> targets) {
        ToneTokens tokens = ToneTokens.of(sentence);
        boolean[] negated = Negation.negated(tokens);
        double[] values = new double[tokens.count()];
        for (int i = 0; i < values.length; i++) {
            double value = isPossibleName(tokens, i, targets) ? 0 : lexicon.valueOrZero(tokens.lowerCase(i));
            values[i] = negated[i] ? NEGATED * value : value;
        }
        List<TargetTone> tones = new ArrayList<>(targets.size());
        for (Target target : targets) {
            double score = weightedSum(tokens, values, target);
            double scaled = SLOPE * score / Math.sqrt(score * score + NORMALIZER);
            tones.add(TargetTone.ofLogits(-scaled, NEUTRAL_BIAS, scaled));
        }
        return tones;
    }

    private static boolean isPossibleName(ToneTokens tokens, int i, List<Target> targets) {
        if (i > 0 && tokens.isCapitalized(i)) {
            return true;
        }
        Span token = new Span(tokens.start(i), tokens.end(i));
        return targets.stream().anyMatch(target -> target.spans().stream().anyMatch(token::overlaps));
    }

    private static double weightedSum(ToneTokens tokens, double[] values, Target target) {
        double sum = 0;
        for (int i = 0; i < values.length; i++) {
            if (values[i] != 0) {
                sum += values[i] / (1 + distance(tokens, i, target) / HALF_DISTANCE);
            }
        }
        return sum;
    }

    /** Tokens between token {@code i} and the nearest mention, plus one. */
    private static int distance(ToneTokens tokens, int i, Target target) {
        int nearest = ToneTokens.LIMIT;
        for (Span span : target.spans()) {
            int steps = 0;
            boolean before = tokens.end(i) <= span.start();
            for (int j = i; j >= 0 && j < tokens.count() && steps < nearest; j += before ? 1 : -1) {
                if (tokens.start(j) < span.end() && span.start() < tokens.end(j)) {
                    nearest = steps;
                }
                steps++;
            }
        }
        return nearest;
    }
}
