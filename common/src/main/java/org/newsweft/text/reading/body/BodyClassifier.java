package org.newsweft.text.reading.body;

import java.util.List;
import org.newsweft.text.Resources;
import org.newsweft.text.reading.page.Interval;
import org.newsweft.text.reading.page.Page;

/**
 * Tells the blocks of the article from the rest of the page: a logistic regression over {@link BodyFeatures} gives each
 * block a probability, then the stretch of blocks with the highest sum of log odds is taken for the article. Inside it
 * a block stays unless it is unlikely, outside it only if it is very likely.
 */
public final class BodyClassifier {
    static final double KEEP_INSIDE = .4;
    static final double KEEP_OUTSIDE = .9;

    private final LogisticModel model;

    private BodyClassifier(LogisticModel model) {
        this.model = model;
    }

    public static BodyClassifier load() {
        return of(Resources.entries(BodyClassifier.class, "body-weights.tsv"));
    }

    /** With the weights of a table, see {@link LogisticModel#of}. */
    public static BodyClassifier of(List<String> weights) {
        return new BodyClassifier(LogisticModel.of(weights, BodyFeatures.NAMES));
    }

    /** Probability of each block to belong to the body. */
    public double[] probabilities(Page page, PageFeatures pageFeatures) {
        double[] probabilities = new double[page.size()];
        BodyFeatures.forEachBlock(
                page, pageFeatures, (index, features) -> probabilities[index] = model.probability(features));
        return probabilities;
    }

    /** The best-scoring stretch: log odds, weighted by the square root of the words. */
    static Interval article(Page page, double[] probabilities) {
        double[] scores = new double[probabilities.length];
        for (int i = 0; i < scores.length; i++) {
            scores[i] = (LogisticModel.logit(probabilities[i]) - LogisticModel.logit(KEEP_INSIDE))
                    * Math.sqrt(page.block(i).words + 1);
        }
        return Interval.best(scores);
    }
}
