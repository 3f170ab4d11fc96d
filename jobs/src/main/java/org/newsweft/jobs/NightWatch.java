package org.newsweft.jobs;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.newsweft.jobs.engine.Changes;
import org.newsweft.jobs.engine.Night;
import org.newsweft.jobs.engine.Progress;
import org.newsweft.jobs.engine.Upkeep;
import org.newsweft.jobs.engine.Version;
import org.newsweft.store.Fingerprints;
import org.newsweft.store.LakeHealth;
import org.newsweft.store.PlainView;
import org.newsweft.store.Retention;
import org.newsweft.store.RunFailure;
import org.newsweft.store.RunJournal;
import org.newsweft.store.RunLog;
import org.newsweft.store.Warehouse;
import org.newsweft.store.WarehouseLock;

/**
 * What goes on around the jobs of a run: it lets one run in at a time, makes the lake ready, writes the log, and cleans up
 * after publishing.
 */
final class NightWatch {
    private static final DateTimeFormatter RUN_ID =
            DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmssSSS'Z'", Locale.ROOT).withZone(ZoneOffset.UTC);

    private final Warehouse warehouse;
    private final PlainView view;
    private final Progress progress;
    private final RunJournal journal;
    private final Instant startedAt;
    private final Upkeep upkeep;
    private boolean isPublished;

    private NightWatch(
            Warehouse warehouse,
            PlainView view,
            Upkeep upkeep,
            Progress progress,
            RunJournal journal,
            Instant startedAt) {
        this.warehouse = warehouse;
        this.view = view;
        this.upkeep = upkeep;
        this.progress = progress;
        this.journal = journal;
        this.startedAt = startedAt;
    }

    /**
     * Does a run while no other can.
     *
     * @throws RunFailure of kind {@link RunFailure.Kind#WAREHOUSE_BUSY} if another run is at it for too long
     */
    static Night.Outcome over(
            Warehouse warehouse, Upkeep upkeep, Progress progress, Function<NightWatch, Night.Outcome> run) {
        return WarehouseLock.holding(
                warehouse.location(),
                warehouse.spark().sessionState().newHadoopConf(),
                upkeep.lockTimeout(),
                () -> underLock(warehouse, upkeep, progress, run));
    }

    private static Night.Outcome underLock(
            Warehouse warehouse, Upkeep upkeep, Progress progress, Function<NightWatch, Night.Outcome> run) {
        Instant startedAt = Instant.now();
        PlainView view = PlainView.of(warehouse);
        RunJournal journal = RunJournal.begin(view, RUN_ID.format(startedAt), startedAt, Version.CURRENT);
        NightWatch watch = new NightWatch(warehouse, view, upkeep, progress, journal, startedAt);
        try {
            Retention retention = Retention.begin(warehouse, view);
            if (retention.isAfterDeath()) {
                journal.plan("the run before ended early: what it left behind is taken back");
            }
            Night.Outcome outcome = run.apply(watch);
            boolean hasPublished = outcome.runId().equals(watch.runId());
            watch.clean(retention, upkeep.keepRuns(), hasPublished);
            journal.end(0, hasPublished ? "published" : "nothing_new", null);
            return outcome;
        } catch (Throwable e) { // Spark throws checked exceptions that no signature names
            RunFailure known = e instanceof RunFailure failure
                    ? failure
                    : RunFailure.ofMachine(e).orElseGet(() -> new RunFailure(RunFailure.Kind.INTERNAL, e.toString()));
            if (watch.isPublished) {
                // Whoever reads of a failure must not take the run for lost, and publish an older one over it.
                RunFailure after = new RunFailure(
                        RunFailure.Kind.INTERNAL,
                        "run %s IS published and readers see it; what comes after that failed: %s"
                                .formatted(watch.runId(), known.getMessage()),
                        e);
                journal.end(after.kind().exitStatus(), "published", after.getMessage());
                throw after;
            }
            journal.end(known.kind().exitStatus(), "failed", known.getMessage());
            throw e;
        }
    }

    /** The view that is published to. */
    PlainView view() {
        return view;
    }

    /** The log of this run. */
    RunJournal journal() {
        return journal;
    }

    /** True to publish although a check fails. */
    boolean isPublishedAnyway() {
        return upkeep.publishAnyway();
    }

    /** To be said when readers see the run: a failure from then on is another one. */
    void published() {
        isPublished = true;
    }

    /** Marks the rows that this run writes. */
    String runId() {
        return RUN_ID.format(startedAt);
    }

    /** Start of the run. */
    Instant startedAt() {
        return startedAt;
    }

    /**
     * Makes the lake ready; see {@link LakeHealth#prepare}.
     *
     * @param rebuild true if everything will be read anew
     * @return the run that readers see, with the snapshots that hold its rows now: others than it was published with where
     *     a table had to be rebuilt
     */
    Optional<PlainView.Published> prepare(boolean rebuild) {
        LakeHealth.prepare(warehouse, view, rebuild).forEach(this::say);
        return view.current().map(run -> new PlainView.Published(run.runId(), warehouse.snapshots()));
    }

    /**
     * The stages that have to run anew because their code, models or word lists are not those that wrote the lake; says
     * which and why.
     */
    Set<String> staleStages(RunLog log) {
        Fingerprints now = Stages.fingerprints();
        Set<String> stale = now.stale(log.fingerprints(), Stages.READS);
        if (!stale.isEmpty()) {
            say("code, models or word lists of %s are not those of the run before: %s run anew"
                    .formatted(String.join(", ", now.changed(log.fingerprints())), String.join(", ", stale)));
        }
        return stale;
    }

    /** Writes down what was new. */
    void counts(Changes changes) {
        journal.count("documents_read", changes.read());
        journal.count("documents_added", changes.added());
        journal.count("documents_changed", changes.changed());
        journal.count("documents_removed", changes.removed());
        journal.count("documents_rejected", changes.rejected());
    }

    /** The run is published: what goes wrong from here on is no failure of it. */
    private void clean(Retention retention, int keepRuns, boolean hasPublished) {
        long start = System.nanoTime();
        try {
            Retention.Result cleaned = retention.clean(keepRuns, hasPublished);
            journal.count("runs_deleted", cleaned.runs());
            journal.count("snapshots_deleted", cleaned.snapshots());
            journal.count("files_deleted", cleaned.files());
            journal.count("bytes_deleted", cleaned.bytes());
            journal.count("tables_compacted", cleaned.tables());
        } catch (RuntimeException e) {
            say("published, but old files could not be cleaned up; the next run tries again: "
                    + RunFailure.ofMachine(e).map(RunFailure::getMessage).orElse(e.getMessage()));
        }
        journal.stage("clean", Math.round((System.nanoTime() - start) / 1e7) / 1e2);
    }

    /** Says something that a person should know, on the screen and in the log. */
    void say(String line) {
        journal.plan(line);
        progress.says(line);
    }
}
