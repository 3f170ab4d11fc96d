package org.newsweft.jobs.engine;

import java.util.Set;
import org.newsweft.store.RunFailure;
import org.newsweft.store.RunLog;
import org.newsweft.store.Warehouse;

/** A night's work as the commands ask for it; which jobs do it, and in which order, is no affair of theirs. */
public interface Night {
    /**
     * What a run did.
     *
     * @param runId the published run: this one, or the one before where there was nothing new
     * @param changes what was new
     */
    record Outcome(String runId, Changes changes) {}

    /** How many jobs there are, for the progress. */
    int jobs();

    /**
     * Runs all jobs over what is new, checks and publishes.
     *
     * @throws RunFailure where a person has to act; the tables that readers see are then as they were
     */
    Outcome run(Warehouse warehouse, RunSettings asked, Upkeep upkeep, Progress progress);

    /** The jobs whose code, models or word lists are not those of the run that the log ends with. */
    Set<String> stale(RunLog log);
}
