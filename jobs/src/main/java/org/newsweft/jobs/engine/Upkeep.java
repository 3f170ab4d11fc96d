package org.newsweft.jobs.engine;

import java.time.Duration;
import java.util.Objects;
import org.newsweft.store.Retention;

/**
 * How the warehouse is kept while it is run, whatever is read and counted.
 *
 * @param keepRuns published runs that stay, so that they can be gone back to
 * @param lockTimeout how long to wait while another run holds the warehouse
 * @param publishAnyway true to publish although a check fails; which did is written down
 */
public record Upkeep(int keepRuns, Duration lockTimeout, boolean publishAnyway) {
    public static final Upkeep DEFAULT = new Upkeep(Retention.KEEP_RUNS, Duration.ZERO, false);

    public Upkeep {
        Objects.requireNonNull(lockTimeout, "lockTimeout is null");
        if (keepRuns < 1) {
            throw new IllegalArgumentException(
                    "at least one run is kept: --keep-runs must be 1 or more, not " + keepRuns);
        }
        if (lockTimeout.isNegative()) {
            throw new IllegalArgumentException("no time to wait: " + lockTimeout);
        }
    }
}
