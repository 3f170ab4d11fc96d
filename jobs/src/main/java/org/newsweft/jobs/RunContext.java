package org.newsweft.jobs;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Objects;
import org.apache.spark.sql.SparkSession;
import org.newsweft.store.Corpus;
import org.newsweft.store.Warehouse;

/**
 * What a job needs to know of the run it belongs to.
 *
 * @param warehouse where tables are read and written
 * @param corpus what there is to read
 * @param settings what the user asked for
 * @param runId marks the rows that this run writes
 * @param startedAt start of the run
 */
public record RunContext(Warehouse warehouse, Corpus corpus, RunSettings settings, String runId, Instant startedAt) {
    public RunContext {
        Objects.requireNonNull(warehouse, "warehouse is null");
        Objects.requireNonNull(corpus, "corpus is null");
        Objects.requireNonNull(settings, "settings is null");
        Objects.requireNonNull(runId, "runId is null");
        Objects.requireNonNull(startedAt, "startedAt is null");
    }

    /** The session. */
    public SparkSession spark() {
        return warehouse.spark();
    }

    /** The run's own date, UTC: nothing was published after it. */
    public LocalDate today() {
        return LocalDate.ofInstant(startedAt, ZoneOffset.UTC);
    }
}
