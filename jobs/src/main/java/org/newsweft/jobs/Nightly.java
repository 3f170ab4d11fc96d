package org.newsweft.jobs;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.newsweft.jobs.annotate.AnnotateJob;
import org.newsweft.jobs.cooccurrence.CooccurrenceJob;
import org.newsweft.jobs.entities.EntitiesJob;
import org.newsweft.jobs.events.EventsJob;
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
import org.newsweft.store.WarehouseLock;
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
    private static final DateTimeFormatter RUN_ID =
            DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmssSSS'Z'", Locale.ROOT).withZone(ZoneOffset.UTC);

    /** Jobs of a run, for progress. */
    public static final int STAGES = 9;

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
        return WarehouseLock.holding(
                warehouse.location(),
                warehouse.spark().sessionState().newHadoopConf(),
                () -> update(warehouse, asked, progress));
    }

    private static Outcome update(Warehouse warehouse, RunSettings asked, Progress progress) {
        PlainView view = PlainView.of(warehouse);
        Optional<PlainView.Published> before = view.current();
        boolean isOlderLake = warehouse.createMissingTables();
        // A run that died has left tables that are ahead of what readers see: they go back first.
        warehouse.rollBackTo(before.map(PlainView.Published::snapshots).orElse(Map.of()));
        RunLog log = RunLog.of(warehouse);
        boolean readsOtherwise =
                before.isPresent() && (isOlderLake || !log.isReadAs(Version.CURRENT, asked.readingJson()));
        RunSettings settings = readsOtherwise ? asked.withFull() : asked;

        Corpus corpus = Corpus.at(warehouse.spark(), settings.corpus());
        SparkSessions.tuneFor(warehouse.spark(), corpus.bytes());
        Instant startedAt = Instant.now();
        RunContext run = new RunContext(warehouse, corpus, settings, RUN_ID.format(startedAt), startedAt);
        long documentsBefore = warehouse.rowCount(Documents.TABLE);
        JobRunner runner = new JobRunner(run, progress);

        IngestJob.Result ingested = runner.run(new IngestJob());
        Changes changes = ingested.changes();
        if (changes.isNone() && before.isPresent() && log.isCountedAs(settings.countingJson())) {
            return new Outcome(before.get().runId(), changes);
        }
        demandDocuments(warehouse, settings);
        runner.run(new StoriesJob(ingested.obsolete()));
        runner.run(new AnnotateJob(ingested.obsolete()));
        runner.run(new EntitiesJob());
        runner.run(new CooccurrenceJob());
        runner.run(new ToneJob());
        runner.run(new EventsJob());
        runner.run(new TrendsJob());
        runner.run(new CheckJob(documentsBefore, changes.removed()));

        log.append(new RunLog.Entry(
                run.runId(),
                startedAt,
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
                runner.stageSeconds()));
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
