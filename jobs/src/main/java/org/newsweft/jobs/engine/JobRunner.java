package org.newsweft.jobs.engine;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicReference;
import org.newsweft.store.RunJournal;
import org.newsweft.table.schema.Table;

/** Runs the jobs of one run: the only place that measures and shows how long each takes. */
public final class JobRunner {
    private final RunContext run;
    private final Progress progress;
    private final RunJournal journal;
    private final Map<String, Double> stageSeconds = new LinkedHashMap<>();

    public JobRunner(RunContext run, Progress progress, RunJournal journal) {
        this.run = run;
        this.progress = progress;
        this.journal = journal;
    }

    /** Runs a job and hands on what it says. */
    public <I, R> R run(Job<I, R> job, I input) {
        long start = System.nanoTime();
        starts(job.name());
        run.spark().sparkContext().setJobGroup(group(job), job.name(), false);
        R result = job.run(run.of(job), input);
        ended(job.name(), Math.round((System.nanoTime() - start) / 1e7) / 1e2);
        return result;
    }

    /**
     * Runs jobs side by side: each begins as soon as those before it in the list have ended whose tables it reads. While one
     * of them plans its next query or has a last task to wait for, the cores work for another. If one fails, the others are
     * stopped and its failure is thrown.
     *
     * @param input what all of them get
     */
    public <I> void runSideBySide(I input, List<Job<I, ?>> jobs) {
        AtomicReference<Throwable> failure = new AtomicReference<>();
        Map<Job<I, ?>, CompletableFuture<Void>> ends = new LinkedHashMap<>();
        ExecutorService threads = Executors.newFixedThreadPool(jobs.size());
        try {
            for (Job<I, ?> job : jobs) {
                CompletableFuture<?>[] before = ends.entrySet().stream()
                        .filter(earlier -> standsOn(job, earlier.getKey()))
                        .map(Map.Entry::getValue)
                        .toArray(CompletableFuture[]::new);
                ends.put(
                        job,
                        CompletableFuture.allOf(before)
                                .thenRunAsync(() -> runUnlessFailed(job, input, jobs, failure), threads));
            }
            CompletableFuture.allOf(ends.values().toArray(CompletableFuture[]::new))
                    .join();
        } catch (CompletionException e) {
            if (failure.get() instanceof Error error) {
                throw error;
            }
            throw failure.get() instanceof RuntimeException exception ? exception : e;
        } finally {
            threads.shutdown();
        }
    }

    private <I> void runUnlessFailed(Job<I, ?> job, I input, List<Job<I, ?>> jobs, AtomicReference<Throwable> failure) {
        try {
            if (failure.get() == null) {
                run(job, input);
            }
        } catch (RuntimeException | Error e) {
            if (failure.compareAndSet(null, e)) {
                jobs.forEach(other -> run.spark().sparkContext().cancelJobGroupAndFutureJobs(group(other)));
            }
            throw e;
        }
    }

    /** True if a job reads, or writes too, what one that comes before it writes. */
    private static boolean standsOn(Job<?, ?> job, Job<?, ?> earlier) {
        Collection<Table> touched = new ArrayList<>(job.reads());
        touched.addAll(job.writes());
        return !Collections.disjoint(touched, earlier.writes()) || !Collections.disjoint(job.writes(), earlier.reads());
    }

    private String group(Job<?, ?> job) {
        return run.runId() + " " + job.name();
    }

    private synchronized void starts(String stage) {
        stageSeconds.put(stage, Double.NaN);
        progress.starts(stage);
    }

    private synchronized void ended(String stage, double seconds) {
        stageSeconds.put(stage, seconds);
        progress.ends(stage, seconds);
        journal.stage(stage, seconds);
    }

    /** Seconds by job, in the order in which they began. Of jobs side by side, each had the time for itself in part only. */
    public synchronized Map<String, Double> stageSeconds() {
        return new LinkedHashMap<>(stageSeconds);
    }
}
