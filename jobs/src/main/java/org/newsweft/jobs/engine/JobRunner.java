package org.newsweft.jobs.engine;

import java.util.LinkedHashMap;
import java.util.Map;
import org.newsweft.store.RunJournal;

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
        progress.starts(job.name());
        run.spark().sparkContext().setJobGroup(run.runId(), job.name(), false);
        R result = job.run(run.of(job), input);
        double seconds = Math.round((System.nanoTime() - start) / 1e7) / 1e2;
        stageSeconds.put(job.name(), seconds);
        progress.ends(job.name(), seconds);
        journal.stage(job.name(), seconds);
        return result;
    }

    /** Seconds by job, in the order in which they ran. */
    public Map<String, Double> stageSeconds() {
        return new LinkedHashMap<>(stageSeconds);
    }
}
