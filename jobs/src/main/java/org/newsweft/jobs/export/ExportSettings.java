package org.newsweft.jobs.export;

import java.time.LocalDate;
import java.util.Objects;
import java.util.Set;
import org.newsweft.table.schema.Granularity;

/**
 * Which part of the network is exported.
 *
 * @param scope as in {@code entity_cooccurrence}
 * @param granularity length of the periods
 * @param period first day of the one period; null for all there are, which only {@link ExportFormat#GEXF} can show
 * @param top most pairs, those that meet most often; 0 for no limit
 * @param backbone greatest {@code backbone_p}; NaN for 0.05 where there are more than 2,000 pairs
 * @param types types that both names must be of; empty for any
 * @param around id or label of the name in the middle; null for the whole network
 * @param depth ties between that name and the farthest ones, 1 or more
 */
public record ExportSettings(
        String scope,
        Granularity granularity,
        LocalDate period,
        long top,
        double backbone,
        Set<String> types,
        String around,
        int depth) {
    public ExportSettings {
        Objects.requireNonNull(scope, "scope is null");
        Objects.requireNonNull(granularity, "granularity is null");
        types = Set.copyOf(types);
        if (!Set.of("sentence", "document", "window").contains(scope)) {
            throw new IllegalArgumentException("no scope '" + scope + "': use sentence, document or window");
        }
        if (top < 0) {
            throw new IllegalArgumentException("--top is " + top + ", not 1 or more");
        }
        if (backbone < 0 || backbone > 1) {
            throw new IllegalArgumentException("--backbone is " + backbone + ", not between 0 and 1");
        }
        if (depth < 1) {
            throw new IllegalArgumentException("--depth is " + depth + ", not 1 or more");
        }
    }

    /** True if the network is one over time. */
    public boolean isDynamic() {
        return granularity != Granularity.ALL && period == null;
    }
}
