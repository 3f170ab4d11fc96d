package org.newsweft.jobs;

import java.time.Instant;
import java.util.Collections;
import java.util.Optional;
import java.util.Set;
import org.newsweft.jobs.annotate.AnnotateJob;
import org.newsweft.jobs.cooccurrence.CooccurrenceJob;
import org.newsweft.jobs.entities.EntitiesJob;
import org.newsweft.jobs.ingest.IngestJob;
import org.newsweft.jobs.publish.CheckJob;
import org.newsweft.jobs.stories.StoriesJob;
import org.newsweft.jobs.tone.ToneJob;
import org.newsweft.jobs.trends.TrendsJob;
import org.newsweft.store.Corpus;
import org.newsweft.store.DuckDbViews;
import org.newsweft.store.PlainView;
import org.newsweft.store.RunFailure;
import org.newsweft.store.RunFailure.Kind;
import org.newsweft.store.RunLog;
import org.newsweft.store.Warehouse;
import org.newsweft.table.Documents;

/**
 * The nightly run: what is new in the corpus goes through every job once, in this order, and readers see all of it at
 * once or nothing.
 *
 * <p>Text is read out once per document ({@code ingest}, {@code stories}, {@code annotate}); everything after is plain
 * SQL over the narrow tables of what was found. Whatever the order and the batches in which documents arrived, the tables
 * equal those of one run over the final corpus.
 */
public final class Nightly {
    /** Jobs of a run, for progress. */
    public static final int STAGES = 8;

    /**
     * What a run did.
     *
     * @param runId the published run: this one, or the one before where there was nothing new
     * @param changes what was new
     */
    public record Outcome(String runId, Changes changes) {}

    private Nightly() {}

    /**
     * Runs all jobs over what is new, checks and publishes.
     *
     * @throws RunFailure where a person has to act; the tables that readers see are then as they were
     */
    public static Outcome run(Warehouse warehouse, RunSettings asked, Progress progress) {
        return run(warehouse, asked, Upkeep.DEFAULT, progress);
    }

    /** As {@link #run(Warehouse, RunSettings, Progress)}, keeping the warehouse as the user asked. */
    public static Outcome run(Warehouse warehouse, RunSettings asked, Upkeep upkeep, Progress progress) {
        return NightWatch.over(warehouse, upkeep, progress, watch -> update(warehouse, asked, watch, progress));
    }

    private static Outcome update(Warehouse warehouse, RunSettings asked, NightWatch watch, Progress progress) {
        PlainView view = watch.view();
        // A run that died has left tables that are ahead of what readers see: they go back first.
        Optional<PlainView.Published> before = watch.prepare(asked.full());
        RunLog log = RunLog.of(warehouse);
        Set<String> stale = before.isPresent() ? watch.staleStages(log) : Set.of();
        boolean readsOtherwise = before.isPresent()
                && (!log.isReadAs(asked.readingJson()) || !Collections.disjoint(stale, Stages.OF_TEXT));
        RunSettings settings = readsOtherwise ? asked.withFull() : asked;

        Corpus corpus = Corpus.at(warehouse.spark(), settings.corpus());
        SparkSessions.tuneFor(warehouse.spark(), corpus.bytes());
        RunContext run = new RunContext(warehouse, corpus, settings, watch.runId(), watch.startedAt());
        long documentsBefore = warehouse.rowCount(Documents.TABLE);
        JobRunner runner = new JobRunner(run, progress, watch.journal());

        IngestJob.Result ingested = runner.run(new IngestJob());
        Changes changes = ingested.changes();
        watch.counts(changes);
        if (changes.isNone() && before.isPresent() && stale.isEmpty() && log.isCountedAs(settings.countingJson())) {
            return new Outcome(before.get().runId(), changes);
        }
        demandDocuments(warehouse, settings);
        runner.run(new StoriesJob(ingested.obsolete()));
        runner.run(new AnnotateJob(ingested.obsolete()));
        runner.run(new EntitiesJob());
        runner.run(new CooccurrenceJob());
        runner.run(new ToneJob());
        runner.run(new TrendsJob());
        runner.run(new CheckJob(documentsBefore, changes.removed()));

        log.append(
                new RunLog.Entry(
                        run.runId(),
                        run.startedAt(),
                        Instant.now(),
                        Version.CURRENT,
                        settings.readingJson(),
                        settings.countingJson(),
                        changes.read(),
                        changes.added(),
                        changes.changed(),
                        changes.removed(),
                        changes.rejected(),
                        warehouse.rowCount(Documents.TABLE),
                        runner.stageSeconds()),
                Stages.fingerprints().byStage());
        view.publish(run.runId(), settings.publish());
        DuckDbViews.write(warehouse, view);
        return new Outcome(run.runId(), changes);
    }

    private static void demandDocuments(Warehouse warehouse, RunSettings settings) {
        if (warehouse.rowCount(Documents.TABLE) == 0) {
            throw new RunFailure(
                    Kind.NO_READABLE_DOCUMENT,
                    "no document could be read from %s%s"
                            .formatted(
                                    String.join(", ", settings.corpus().paths()),
                                    RunLog.of(warehouse).firstRejects()));
        }
    }
}
