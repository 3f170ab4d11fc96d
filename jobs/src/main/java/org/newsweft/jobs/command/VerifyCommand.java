package org.newsweft.jobs.command;

import java.io.IOException;
import java.io.PrintWriter;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.functions;
import org.newsweft.corpus.Corpus;
import org.newsweft.jobs.engine.Frames;
import org.newsweft.jobs.engine.Night;
import org.newsweft.jobs.engine.Progress;
import org.newsweft.jobs.engine.RunSettings;
import org.newsweft.jobs.engine.Upkeep;
import org.newsweft.jobs.ingest.IngestJob;
import org.newsweft.store.LakeCopy;
import org.newsweft.store.LakeHealth;
import org.newsweft.store.PlainView;
import org.newsweft.store.PlainView.Published;
import org.newsweft.store.RunFailure;
import org.newsweft.store.RunFailure.Kind;
import org.newsweft.store.RunLog;
import org.newsweft.store.Warehouse;
import org.newsweft.store.WarehouseLock;
import org.newsweft.table.Tables;
import org.newsweft.table.facts.CorpusFiles;
import org.newsweft.table.facts.CorpusRecords;
import org.newsweft.table.facts.Documents;
import org.newsweft.table.figures.QualityChecks;
import org.newsweft.table.figures.Runs;
import org.newsweft.table.schema.Table;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Whether the published tables are what the corpus says. */
@Command(
        name = "verify",
        description = {
            "Builds the tables anew beside the warehouse, with the checks of a run, and compares every one with what is"
                    + " published, to the bit. Takes the options of 'run': give it those that the run had.",
            "Exit status 4, and the first rows that differ, if they do."
        })
public final class VerifyCommand implements Callable<Integer> {
    private final Night night;

    private static final Set<Table> BOOKKEEPING = Set.of(Runs.TABLE, QualityChecks.TABLE);
    private static final String PREFIX = ".verify-";
    private static final String ROW = "row";
    private static final String SURPLUS = "surplus";
    private static final int ROWS_SHOWN = 3;

    /** Before any run there could be. */
    private static final String NO_RUN = "00000000T000000000Z";

    @Spec
    private CommandSpec spec;

    @Mixin
    private final RunCommand run;

    @Option(
            names = "--sample",
            paramLabel = "N",
            description =
                    "Read only N documents again, and count what they touch: a night's work instead of a rebuild.")
    private Integer sample;

    /** The command over these jobs. */
    public VerifyCommand(Night night) {
        this.night = night;
        run = new RunCommand(night);
    }

    @Override
    public Integer call() throws Exception {
        if (sample != null && sample < 1) {
            throw new RunFailure(Kind.USAGE, "a sample is of 1 document or more, not " + sample);
        }
        return run.warehouse().openPublished(this::verify);
    }

    private int verify(Warehouse open) throws IOException {
        RunSettings settings = run.settings(open);
        demandSameRun(open, settings);
        FileSystem files = new Path(open.location())
                .getFileSystem(open.spark().sessionState().newHadoopConf());
        deleteLeftovers(files, new Path(open.location()));
        Path folder = files.makeQualified(new Path(
                open.location(),
                PREFIX + ProcessHandle.current().pid() + "-" + Instant.now().toEpochMilli()));
        SparkSession session = open.spark().newSession();
        try {
            SparkSession.setActiveSession(session);
            Warehouse beside =
                    sample == null ? fromCorpus(open, session, folder) : fromLake(open, settings, session, folder);
            Progress progress = Progress.on(System.err, Boolean.getBoolean("newsweft.terminal"), night.jobs());
            try {
                night.run(beside, settings, Upkeep.DEFAULT, progress);
            } finally {
                progress.end();
            }
            return compare(PlainView.of(open), PlainView.of(beside), session);
        } finally {
            SparkSession.setActiveSession(open.spark());
            files.delete(folder, true);
        }
    }

    /** Only what was made of the same corpus, in the same way, can be the same. */
    private void demandSameRun(Warehouse open, RunSettings settings) {
        RunLog log = RunLog.of(open);
        if (!log.isReadAs(settings.readingJson()) || !log.isCountedAs(settings.countingJson())) {
            throw new RunFailure(
                    Kind.USAGE,
                    "the published run had other settings (%s): give verify the options that the run had"
                            .formatted(log.settingsJson()));
        }
        Set<String> stale = night.stale(log);
        if (!stale.isEmpty()) {
            throw new RunFailure(
                    Kind.USAGE,
                    "code, models or word lists of %s are not those of the published run: run first"
                            .formatted(String.join(", ", stale)));
        }
        IngestJob.Plan plan = IngestJob.plan(open, settings);
        if (plan.unread() > 0) {
            throw new RunFailure(
                    Kind.USAGE,
                    "%,d files of the corpus are new or changed since the published run: run first"
                            .formatted(plan.unread()));
        }
    }

    /** An empty warehouse that only remembers the records there were, so that those can be had that the corpus has lost. */
    private static Warehouse fromCorpus(Warehouse open, SparkSession session, Path folder) {
        Warehouse beside = Warehouse.openBeside(session, folder.toString(), open.namespace());
        beside.createMissingTables();
        for (Table table : List.of(CorpusFiles.TABLE, CorpusRecords.TABLE)) {
            beside.append(table, open.read(table, session));
        }
        PlainView.of(beside).publish(NO_RUN, PlainView.Mode.LINK);
        return beside;
    }

    /** The same warehouse, in which some documents have another text than in the corpus: the run reads them again. */
    private Warehouse fromLake(Warehouse open, RunSettings settings, SparkSession session, Path folder) {
        WarehouseLock.holding(open.location(), open.spark().sessionState().newHadoopConf(), run.lockTimeout(), () -> {
            LakeCopy.make(PlainView.of(open), folder.toString());
            return true;
        });
        Warehouse beside = Warehouse.openBeside(session, folder.toString(), open.namespace());
        PlainView view = PlainView.of(beside);
        LakeHealth.prepare(beside, view, false);
        // Only what the corpus still has can be read again.
        Dataset<Row> readable = beside.read(CorpusRecords.TABLE)
                .join(Corpus.at(session, settings.corpus()).files(), Frames.on(CorpusRecords.FILE.name()), "left_semi");
        Dataset<Row> documents =
                beside.read(Documents.TABLE).join(readable, Frames.on(Documents.DOC_ID.name()), "left_semi");
        Dataset<Row> chosen = Frames.computedOnce(documents
                .orderBy(
                        functions.xxhash64(Documents.DOC_ID.col(), Documents.CONTENT_HASH.col()),
                        Documents.DOC_ID.col())
                .limit(sample));
        Dataset<Row> filesOfChosen = Frames.computedOnce(beside.read(CorpusRecords.TABLE)
                .join(chosen, Frames.on(Documents.DOC_ID.name()), "left_semi")
                .select(CorpusRecords.FILE.col())
                .distinct());
        beside.replace(
                CorpusFiles.TABLE, filesOfChosen, beside.read(CorpusFiles.TABLE).limit(0), CorpusFiles.FILE);
        beside.replace(
                Documents.TABLE,
                chosen,
                chosen.withColumn(Documents.CONTENT_HASH.name(), functions.lit("to be read again")),
                Documents.DOC_ID);
        view.publish(view.current().orElseThrow().runId(), PlainView.Mode.LINK);
        return beside;
    }

    private int compare(PlainView published, PlainView rebuilt, SparkSession session) {
        PrintWriter out = spec.commandLine().getOut();
        List<String> differing = new ArrayList<>();
        long tables = 0;
        for (Table table : Tables.published()) {
            if (!BOOKKEEPING.contains(table)) {
                tables++;
                Dataset<Row> differences =
                        Frames.computedOnce(differences(published.read(session, table), rebuilt.read(session, table)));
                long count = differences.count();
                if (count > 0) {
                    differing.add(table.name());
                    out.printf(Locale.ROOT, "%s: %,d rows differ%n", table.name(), count);
                    differences
                            .orderBy(functions.col(ROW))
                            .takeAsList(ROWS_SHOWN)
                            .forEach(row -> out.println(
                                    (row.getLong(1) > 0 ? "  published " : "  rebuilt   ") + row.getString(0)));
                }
            }
        }
        String run = published.current().map(Published::runId).orElseThrow();
        if (!differing.isEmpty()) {
            throw new RunFailure(
                    Kind.CHECK_FAILED,
                    "run %s is not what its corpus gives; %s differ: 'newsweft run --full' makes it so"
                            .formatted(run, String.join(", ", differing)));
        }
        out.printf("Run %s is what its corpus gives: %d tables are equal to the bit.%n", run, tables);
        return 0;
    }

    /** Rows that one side has more often than the other, as JSON: 0 and -0 differ in it, null and an empty text, too. */
    static Dataset<Row> differences(Dataset<Row> published, Dataset<Row> rebuilt) {
        return lines(published, 1)
                .union(lines(rebuilt, -1))
                .groupBy(functions.col(ROW))
                .agg(functions.sum(SURPLUS).as(SURPLUS))
                .where(functions.col(SURPLUS).notEqual(0));
    }

    private static Dataset<Row> lines(Dataset<Row> rows, long surplus) {
        Column[] columns = java.util.Arrays.stream(rows.columns())
                .filter(name -> !name.equals(Runs.RUN_ID.name()))
                .map(functions::col)
                .toArray(Column[]::new);
        return rows.select(
                functions.to_json(functions.struct(columns)).as(ROW),
                functions.lit(surplus).as(SURPLUS));
    }

    /** What a verification that was killed has left. */
    private static void deleteLeftovers(FileSystem files, Path warehouse) throws IOException {
        long yesterday = Instant.now().toEpochMilli() - TimeUnit.DAYS.toMillis(1);
        for (FileStatus file : files.listStatus(warehouse)) {
            if (file.getPath().getName().startsWith(PREFIX) && file.getModificationTime() < yesterday) {
                files.delete(file.getPath(), true);
            }
        }
    }
}
