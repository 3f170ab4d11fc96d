package org.newsweft.jobs.command;

import java.io.PrintWriter;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import org.newsweft.corpus.CorpusSettings;
import org.newsweft.jobs.engine.Night;
import org.newsweft.jobs.engine.Progress;
import org.newsweft.jobs.engine.RunSettings;
import org.newsweft.jobs.engine.Upkeep;
import org.newsweft.jobs.ingest.IngestJob;
import org.newsweft.jobs.report.Summary;
import org.newsweft.store.EntityFile;
import org.newsweft.store.LakeHealth;
import org.newsweft.store.PlainView;
import org.newsweft.store.Retention;
import org.newsweft.store.RunFailure;
import org.newsweft.store.RunFailure.Kind;
import org.newsweft.store.Warehouse;
import org.newsweft.store.WatchFile;
import org.newsweft.table.schema.Granularity;
import org.newsweft.text.tone.ToneModel;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** The nightly job. */
@Command(
        name = "run",
        description = "Reads what is new in the corpus, updates every table, checks, and publishes.",
        footer = {
            "",
            "Examples:",
            "  newsweft run",
            "  newsweft run --corpus /data/news --warehouse /data/warehouse",
            "  newsweft run --corpus '/data/2026-*.jsonl.gz' --fields text=maintext,date=crawled_at"
        },
        mixinStandardHelpOptions = true)
public final class RunCommand implements Callable<Integer> {
    private final Night night;

    /** What becomes of the blocks that are no news. */
    enum Boilerplate {
        REMOVE,
        KEEP
    }

    /** What becomes of documents that vanished from the corpus. */
    enum Removed {
        KEEP,
        DROP
    }

    @Spec
    private CommandSpec spec;

    @Mixin
    private WarehouseOption warehouse;

    @Option(
            names = "--corpus",
            paramLabel = "PATH",
            description = "File, folder or glob on any Hadoop file system; repeatable (default: seeds).")
    private List<String> corpus = List.of(Defaults.corpus());

    @Option(
            names = "--boilerplate",
            paramLabel = "remove|keep",
            description = "With keep, the body is the input text, unchanged (default: remove).")
    private Boilerplate boilerplate = Boilerplate.REMOVE;

    @Option(
            names = "--fields",
            paramLabel = "NAME=FIELD,...",
            split = ",",
            description = "Names of fields in the records, where they are not the usual ones: text=body,date=ts.")
    private Map<String, String> fields = new LinkedHashMap<>();

    @Option(
            names = "--removed",
            paramLabel = "keep|drop",
            description = "Documents that vanished from the corpus (default: keep).")
    private Removed removed = Removed.KEEP;

    @Option(
            names = "--granularity",
            paramLabel = "PERIOD,...",
            split = ",",
            description = "Periods for pairs and tones: day, week, month, year, all (default: month,year,all).")
    private List<String> granularities = List.of("month", "year", "all");

    @Option(
            names = "--min-support",
            paramLabel = "N",
            description =
                    "Pairs that meet less often get no row (default: 1; in one document, 2 from 1,000 stories on).")
    private long minimumSupport = 1;

    @Option(
            names = "--window",
            paramLabel = "K",
            description = "Count pairs within K sentences, too (scope window), the nearer the more (default: off).")
    private int window;

    @Option(
            names = "--entities",
            paramLabel = "FILE",
            description = "Your list of entities, CSV or JSON lines: id, label, type, aliases, never. It always wins.")
    private String entities;

    @Option(
            names = "--watch",
            paramLabel = "FILE",
            description =
                    "What to keep an eye on, CSV: watch (a term, a name, or two names with + between), factor, count.")
    private String watch;

    @Option(
            names = "--sentiment",
            paramLabel = "lexical|embedding",
            description = "How tone is judged (default: embedding).")
    private ToneModel sentiment = ToneModel.EMBEDDING;

    @Option(names = "--publish", paramLabel = "link|copy", description = "How plain Parquet is made (default: link).")
    private PlainView.Mode publish = PlainView.Mode.LINK;

    @Option(
            names = "--max-record-bytes",
            paramLabel = "N",
            description = "Larger records are refused (default: 10000000).")
    private long maximumRecordBytes = CorpusSettings.MAXIMUM_RECORD_BYTES;

    @Option(names = "--full", description = "Forget nothing, but read and analyse everything anew.")
    private boolean full;

    @Option(names = "--dry-run", description = "Say what would be done, and do nothing.")
    private boolean dryRun;

    @Option(
            names = "--keep-runs",
            paramLabel = "N",
            description = "Published runs that stay, to go back to with rollback (default: 7).")
    private int keepRuns = Retention.KEEP_RUNS;

    @Option(
            names = "--lock-timeout",
            paramLabel = "TIME",
            description = "Wait so long while another run holds the warehouse: 90s, 30m, 2h (default: 0s).")
    private String lockTimeout = "0s";

    @Option(names = "--no-report", description = "Do not write WAREHOUSE/report/index.html.")
    private boolean withoutReport;

    @Option(
            names = "--publish-anyway",
            description = "Publish although a check fails; which did stands in quality_checks and in the log.")
    private boolean publishAnyway;

    /** The command over these jobs. */
    public RunCommand(Night night) {
        this.night = night;
    }

    @Override
    public Integer call() throws Exception {
        return warehouse.open(open -> {
            RunSettings settings = settings(open);
            return dryRun ? plan(open, settings) : run(open, settings);
        });
    }

    private int run(Warehouse open, RunSettings settings) {
        boolean isTerminal = Boolean.getBoolean("newsweft.terminal");
        Progress progress = Progress.on(System.err, isTerminal, night.jobs());
        Night.Outcome outcome;
        try {
            outcome = night.run(open, settings, upkeep(), progress);
        } finally {
            progress.end();
        }
        PrintWriter out = spec.commandLine().getOut();
        try {
            Summary.print(open, outcome.changes(), out);
            if (!withoutReport) {
                report(open, out);
            }
        } catch (RuntimeException | LinkageError e) {
            spec.commandLine()
                    .getErr()
                    .printf(
                            "newsweft: run %s IS published and readers see it; only its summary could not be printed:"
                                    + " %s%n",
                            outcome.runId(), e);
        }
        return 0;
    }

    /** The tables are published: a report that cannot be written is said, and is no failure of the run. */
    private static void report(Warehouse open, PrintWriter out) {
        try {
            out.println("  " + ReportCommand.bringUpToDate(open) + "   in any browser: the report");
        } catch (RuntimeException e) {
            out.println("  (no report: " + e.getMessage() + "; try 'newsweft report')");
        }
    }

    private int plan(Warehouse open, RunSettings settings) {
        PlainView view = PlainView.of(open);
        LakeHealth.demandOwn(open, view);
        Warehouse published =
                view.current().map(run -> open.asOf(run.snapshots())).orElse(open);
        IngestJob.Plan plan = IngestJob.plan(published, settings);
        spec.commandLine()
                .getOut()
                .printf(
                        Locale.ROOT,
                        "would read %,d new or changed files (%,d bytes); %,d known files are unchanged, %,d have"
                                + " vanished%n",
                        plan.unread(),
                        plan.unreadBytes(),
                        plan.unchanged(),
                        plan.vanished());
        return 0;
    }

    /** The warehouse that the run works on. */
    WarehouseOption warehouse() {
        return warehouse;
    }

    /** How long to wait for another run. */
    Duration lockTimeout() {
        return upkeep().lockTimeout();
    }

    private Upkeep upkeep() {
        try {
            return new Upkeep(keepRuns, WaitingTime.of(lockTimeout), publishAnyway);
        } catch (IllegalArgumentException e) {
            throw new RunFailure(Kind.USAGE, e.getMessage(), e);
        }
    }

    RunSettings settings(Warehouse open) {
        try {
            return settingsAsked(open);
        } catch (IllegalArgumentException e) {
            throw new RunFailure(Kind.USAGE, e.getMessage(), e);
        }
    }

    private RunSettings settingsAsked(Warehouse open) {
        Set<Granularity> periods = new TreeSet<>();
        granularities.forEach(code -> periods.add(Granularity.of(code.trim())));
        return new RunSettings(
                new CorpusSettings(corpus, fields, maximumRecordBytes),
                boilerplate == Boilerplate.KEEP,
                removed == Removed.DROP,
                periods,
                minimumSupport,
                entities == null
                        ? EntityFile.NONE
                        : EntityFile.read(entities, open.spark().sessionState().newHadoopConf()),
                watch == null
                        ? WatchFile.NONE
                        : WatchFile.read(watch, open.spark().sessionState().newHadoopConf()),
                sentiment,
                full,
                publish,
                window);
    }
}
