package org.newsweft.text.tone;

import java.util.Collection;
import org.newsweft.statistics.StudentT;
import org.newsweft.text.tone.words.Decimals;

/**
 * Tone of an article: the mean over its sentences, since a lexicon over a whole article saturates.
 *
 * @param score the mean, -1 to 1, six decimals; 0 without sentences
 * @param low lower end of its 95 % interval by Student's t, at least -1; null below two sentences
 * @param high upper end, at most 1; null below two sentences
 */
public record ArticleTone(double score, Double low, Double high) {
    private static final double MILLION = 1e6;

    /** Of scores of six decimals, which are added as whole millionths: in every order to the same sum. */
    public static ArticleTone of(Collection<Double> scores) {
        long count = scores.size();
        long sum = 0;
        double squares = 0;
        for (double score : scores) {
            sum += Math.round(score * MILLION);
        }
        if (count < 2) {
            return new ArticleTone(sum / MILLION, null, null);
        }
        double mean = sum / (count * MILLION);
        for (double score : scores) {
            double deviation = count * Math.round(score * MILLION) - sum;
            squares += deviation * deviation;
        }
        double variance = squares / (count * MILLION) / (count * MILLION) / (count - 1);
        double halfWidth = StudentT.quantile975(count - 1) * Math.sqrt(variance / count);
        return new ArticleTone(
                Decimals.six(mean),
                Decimals.six(Math.max(-1, mean - halfWidth)),
                Decimals.six(Math.min(1, mean + halfWidth)));
    }
}
