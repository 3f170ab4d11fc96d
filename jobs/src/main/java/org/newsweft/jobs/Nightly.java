package org.newsweft.jobs;

import static java.util.stream.Collectors.toSet;

import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.newsweft.corpus.Corpus;
import org.newsweft.jobs.annotate.AnnotateJob;
import org.newsweft.jobs.cooccurrence.CooccurrenceJob;
import org.newsweft.jobs.engine.Annotated;
import org.newsweft.jobs.engine.Changes;
import org.newsweft.jobs.engine.Decided;
import org.newsweft.jobs.engine.Job;
import org.newsweft.jobs.engine.JobRunner;
import org.newsweft.jobs.engine.Night.Outcome;
import org.newsweft.jobs.engine.Progress;
import org.newsweft.jobs.engine.Readings;
import org.newsweft.jobs.engine.RunContext;
import org.newsweft.jobs.engine.RunSettings;
import org.newsweft.jobs.engine.SparkSessions;
import org.newsweft.jobs.engine.Told;
import org.newsweft.jobs.engine.Touched;
import org.newsweft.jobs.engine.Upkeep;
import org.newsweft.jobs.engine.Version;
import org.newsweft.jobs.entities.EntitiesJob;
import org.newsweft.jobs.entities.NamesJob;
import org.newsweft.jobs.entities.ResolveJob;
import org.newsweft.jobs.events.EventsJob;
import org.newsweft.jobs.ingest.IngestJob;
import org.newsweft.jobs.publish.CheckJob;
import org.newsweft.jobs.stories.StoriesJob;
import org.newsweft.jobs.tone.ToneJob;
import org.newsweft.jobs.trends.AlertsJob;
import org.newsweft.jobs.trends.TrendsJob;
import org.newsweft.store.DuckDbViews;
import org.newsweft.store.PlainView;
import org.newsweft.store.RunFailure;
import org.newsweft.store.RunFailure.Kind;
import org.newsweft.store.RunLog;
import org.newsweft.store.Warehouse;
import org.newsweft.table.facts.Documents;

/**
 * The nightly run: what is new in the corpus goes through every job once, the last of them side by side, and readers
 * see all of it at once or nothing.
 *
 * <p>Text is read out once per document ({@code ingest}, {@code stories}, {@code annotate}); everything after is plain
 * SQL over the narrow tables of what was found. Whatever the order and the batches in which documents arrived, the tables
 * equal those of one run over the final corpus.
 */
public final class Nightly {
    private static final IngestJob INGEST = new IngestJob();
    private static final StoriesJob STORIES = new StoriesJob();
    private static final AnnotateJob ANNOTATE = new AnnotateJob();
    private static final EntitiesJob ENTITIES = new EntitiesJob();
    private static final ResolveJob RESOLVE = new ResolveJob();
    private static final NamesJob NAMES = new NamesJob();
    private static final EventsJob EVENTS = new EventsJob();
    private static final CooccurrenceJob COOCCURRENCE = new CooccurrenceJob();
    private static final ToneJob TONE = new ToneJob();
    private static final TrendsJob TRENDS = new TrendsJob();
    private static final AlertsJob ALERTS = new AlertsJob();
    private static final CheckJob CHECK = new CheckJob();

    /** The jobs of a run, in their order. */
    public static final List<Job<?, ?>> JOBS = List.of(
            INGEST, STORIES, ANNOTATE, ENTITIES, RESOLVE, NAMES, EVENTS, COOCCURRENCE, TONE, TRENDS, ALERTS, CHECK);

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
        Set<String> anew = before.isPresent() && !asked.full() ? anew(asked, watch, log) : names(JOBS);

        Corpus corpus = Corpus.at(warehouse.spark(), asked.corpus());
        corpus.warehousesPassedOver()
                .forEach(folder -> watch.say("%s is a warehouse, no part of the corpus".formatted(folder)));
        SparkSessions.tuneFor(warehouse.spark(), corpus.bytes());
        RunContext run = new RunContext(
                warehouse,
                corpus,
                asked,
                watch.runId(),
                watch.startedAt(),
                before.map(PlainView.Published::snapshots).orElse(Map.of()),
                anew);
        JobRunner jobs = new JobRunner(run, progress, watch.journal());
        long documentsBefore = warehouse.rowCount(Documents.TABLE);

        // What each document says alone ...
        Readings readings = jobs.run(INGEST, null);
        Changes changes = readings.changes();
        watch.counts(changes);
        boolean isNothingNew = changes.isNone() && readings.settled().isEmpty();
        if (isNothingNew && before.isPresent() && anew.isEmpty() && log.isCountedAs(asked.countingJson())) {
            return new Outcome(before.get().runId(), changes);
        }
        Told told = jobs.run(STORIES, readings);
        Annotated annotated = jobs.run(ANNOTATE, told);
        // ... and what the corpus makes of it: which article is a copy, which name is whom.
        Decided decided = jobs.run(ENTITIES, annotated);
        Touched touched = jobs.run(RESOLVE, decided);
        demandDocuments(warehouse, asked);
        // From here on nothing is read but tables, and only what the touched documents move is counted anew.
        touched = jobs.run(NAMES, touched);
        jobs.runSideBySide(touched, List.of(EVENTS, COOCCURRENCE, TONE, TRENDS, ALERTS));
        jobs.run(
                CHECK,
                new CheckJob.Before(
                        documentsBefore, changes.removed(), anew.isEmpty(), watch.isPublishedAnyway(), watch::say));

        log.append(
                new RunLog.Entry(
                        run.runId(),
                        run.startedAt(),
                        Instant.now(),
                        Version.CURRENT,
                        asked.readingJson(),
                        asked.countingJson(),
                        changes.read(),
                        changes.added(),
                        changes.changed(),
                        changes.removed(),
                        changes.rejected(),
                        warehouse.rowCount(Documents.TABLE),
                        jobs.stageSeconds()),
                Stages.fingerprints().byStage());
        view.publish(run.runId(), asked.publish());
        watch.published();
        DuckDbViews.write(warehouse, view);
        return new Outcome(run.runId(), changes);
    }

    /** The jobs that do everything again because they, or what they were asked, are not what they were. */
    private static Set<String> anew(RunSettings asked, NightWatch watch, RunLog log) {
        if (!log.isReadAs(asked.readingJson())) {
            return names(JOBS);
        }
        Set<String> anew = new HashSet<>(watch.staleStages(log));
        if (!log.isCountedAs(asked.countingJson())) {
            anew.addAll(names(List.of(COOCCURRENCE, TONE, TRENDS)));
        }
        return anew;
    }

    private static Set<String> names(List<Job<?, ?>> jobs) {
        return jobs.stream().map(Job::name).collect(toSet());
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
