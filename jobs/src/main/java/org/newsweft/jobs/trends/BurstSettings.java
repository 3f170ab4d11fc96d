package org.newsweft.jobs.trends;

import java.io.Serializable;
import java.util.Objects;
import org.newsweft.statistics.KleinbergBursts;

/**
 * What counts as a burst.
 *
 * @param automaton scaling and cost of climbing
 * @param minimumWeight cost in nats that a burst must save at least
 * @param minimumDocuments stories in the burst that must hold the term at least: fewer are a coincidence
 */
public record BurstSettings(KleinbergBursts automaton, double minimumWeight, long minimumDocuments)
        implements Serializable {
    /**
     * Set by a null model: the dates of 1,290 news stories over 78 days shuffled among them, every burst that is still
     * found is false. At a weight of 8 that is about one series in two thousand (interpolated; nearer one in a thousand
     * among short headlines). Half of Kleinberg's cost of climbing finds, at the same rate of false bursts, 1.7 times as
     * many in the true order: the full cost misses what is strong but lasts a day or two.
     */
    public static final BurstSettings USUAL = new BurstSettings(new KleinbergBursts(2, 0.5, 8), 8, 3);

    /**
     * Checks the settings.
     *
     * @throws IllegalArgumentException for a negative minimum
     */
    public BurstSettings {
        Objects.requireNonNull(automaton, "automaton is null");
        if (!(minimumWeight >= 0) || minimumDocuments < 0) {
            throw new IllegalArgumentException("minimum weight " + minimumWeight + ", minimum of documents "
                    + minimumDocuments + ": must not be negative");
        }
    }
}
