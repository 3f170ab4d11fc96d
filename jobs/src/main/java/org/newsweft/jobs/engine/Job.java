package org.newsweft.jobs.engine;

import java.util.Set;
import org.newsweft.table.schema.Table;

/**
 * One step of the nightly run: it reads tables, writes tables, and says what it did. What it writes is computed by pure
 * functions of frames beside it, which the tests call directly. A job is held to what it declares: {@link RunContext}
 * refuses any other table, and a table is written once a run.
 *
 * @param <I> what the jobs before it hand over; {@link Void} for nothing
 * @param <R> what it hands on: a record of frames and counts
 */
public interface Job<I, R> {
    /** Short name, for progress, the log and {@code runs.stage_seconds}. */
    String name();

    /** The tables it reads, as they are now or as the published run left them; those that it writes need no mention. */
    Set<Table> reads();

    /** The tables it writes, each in one commit. */
    Set<Table> writes();

    /**
     * Does the work.
     *
     * @param run tables, settings and what the run is about
     * @param input what the jobs before it handed over
     */
    R run(RunContext run, I input);
}
