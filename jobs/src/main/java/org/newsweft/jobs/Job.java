package org.newsweft.jobs;

/**
 * One step of the nightly run: it reads tables, writes tables, and says what it did. What it writes is computed by pure
 * functions of frames beside it, which the tests call directly.
 *
 * @param <R> what it says: a record of counts
 */
public interface Job<R> {
    /** Short name, for progress, the log and {@code runs.stage_seconds}. */
    String name();

    /** Does the work. Everything it needs to know is in {@code run}. */
    R run(RunContext run);
}
