package org.newsweft.jobs.trends;

import java.io.Serializable;
import java.util.Objects;
import org.newsweft.text.statistics.KleinbergBursts;

/**
 * What counts as a burst.
 *
 * @param automaton scaling and cost of climbing
 * @param minimumWeight cost in nats that a burst must save at least
 * @param minimumDocuments stories in the burst that must hold the term at least
 */
public record BurstSettings(KleinbergBursts automaton, double minimumWeight, long minimumDocuments)
        implements Serializable {
    public static final BurstSettings USUAL = new BurstSettings(KleinbergBursts.USUAL, 0, 2);

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
