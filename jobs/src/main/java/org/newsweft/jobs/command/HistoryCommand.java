package org.newsweft.jobs.command;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.sql.Row;
import org.newsweft.store.DiskUse;
import org.newsweft.store.PlainView;
import org.newsweft.store.PlainView.Published;
import org.newsweft.store.RunFailure;
import org.newsweft.store.RunFailure.Kind;
import org.newsweft.store.RunJournal;
import org.newsweft.store.Warehouse;
import org.newsweft.store.WarehouseLock;
import org.newsweft.table.figures.Runs;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** The published runs. */
@Command(
        name = "history",
        description = {
            "Lists the published runs, the latest first, and what each takes on disk: * is the one that readers see,"
                    + " + those that 'rollback' can publish again. 'own' is what no other kept run needs.",
            "With --last it says in one line how the last run ended, and ends with its exit status."
        },
        footer = {"", "Examples:", "  newsweft history", "  newsweft history --last --warehouse /data/warehouse"},
        mixinStandardHelpOptions = true)
public final class HistoryCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Mixin
    private WarehouseOption warehouse;

    @Option(names = "--last", description = "For monitors: how the last run ended, failed ones too; starts no Spark.")
    private boolean last;

    @Option(names = "--limit", paramLabel = "N", description = "How many runs to list (default: 30).")
    private int limit = 30;

    @Override
    public Integer call() throws Exception {
        PrintWriter out = spec.commandLine().getOut();
        if (last) {
            return sayLast(out);
        }
        return warehouse.openPublished(open -> {
            print(open, out);
            return 0;
        });
    }

    private int sayLast(PrintWriter out) throws Exception {
        warehouse.logToFile();
        Configuration hadoop = new Configuration();
        String location = warehouse.location();
        Optional<String> holder = WarehouseLock.holder(location, hadoop);
        List<RunJournal.Ended> runs = RunJournal.latest(location, hadoop, 2);
        if (holder.isPresent() && !runs.isEmpty() && runs.get(0).end().isEmpty()) {
            out.println(runs.get(0).runId() + " is running: " + holder.get());
            runs = runs.subList(1, runs.size());
        }
        if (runs.isEmpty()) {
            if (holder.isPresent()) {
                return 0;
            }
            throw new RunFailure(
                    Kind.USAGE, "there is no log of a run in " + location + "/logs: start with 'newsweft run'");
        }
        RunJournal.Ended run = runs.get(0);
        JsonNode end = run.end().orElse(null);
        if (end == null) {
            out.printf("%s died: it began at %s and wrote no end%n", run.runId(), run.startedAt());
        } else {
            String message = end.path("message").asText("");
            out.printf(
                    Locale.ROOT,
                    "%s %s, status %d, ended %s after %.1f s: %d read, %d added, %d changed, %d removed, %d"
                            + " refused%s%n",
                    run.runId(),
                    run.outcome().replace('_', ' '),
                    run.status(),
                    end.path("finished_at").asText(),
                    end.path("seconds").asDouble(),
                    end.path("documents_read").asLong(),
                    end.path("documents_added").asLong(),
                    end.path("documents_changed").asLong(),
                    end.path("documents_removed").asLong(),
                    end.path("documents_rejected").asLong(),
                    end.path("message").isTextual() ? ": " + message : "");
        }
        return run.status();
    }

    private void print(Warehouse open, PrintWriter out) {
        PlainView view = PlainView.of(open);
        String current = view.current().orElseThrow().runId();
        List<Published> kept = view.kept();
        Map<String, DiskUse.OfRun> use = DiskUse.byRun(open, kept);
        out.printf(
                "  %-20s %-20s %8s %8s %8s %8s %8s %9s %9s %9s%n",
                "run", "finished (UTC)", "read", "added", "changed", "removed", "refused", "documents", "size", "own");
        for (Row run : runs(open, kept)) {
            DiskUse.OfRun disk = use.get(run.getString(0));
            String mark = run.getString(0).equals(current) ? "*" : disk == null ? " " : "+";
            out.printf(
                    "%s %-20s %-20s %8d %8d %8d %8d %8d %9d %9s %9s%n",
                    mark,
                    run.getString(0),
                    run.getTimestamp(1).toInstant().toString().substring(0, 19),
                    run.getLong(2),
                    run.getLong(3),
                    run.getLong(4),
                    run.getLong(5),
                    run.getLong(6),
                    run.getLong(7),
                    disk == null ? "" : megabytes(disk.bytes()),
                    disk == null ? "" : megabytes(disk.ownBytes()));
        }
        out.printf("%d runs are kept; the warehouse takes %s in all%n", kept.size(), megabytes(DiskUse.total(view)));
    }

    /** The runs that led to the published one; where that was gone back to, also those after it that are kept. */
    private List<Row> runs(Warehouse open, List<Published> kept) {
        List<Row> runs = new ArrayList<>(runsOf(open, limit));
        Set<String> listed = new TreeSet<>();
        runs.forEach(run -> listed.add(run.getString(0)));
        for (Published run : kept) {
            if (!listed.contains(run.runId())) {
                for (Row row : runsOf(open.asOf(run.snapshots()), kept.size())) {
                    if (listed.add(row.getString(0))) {
                        runs.add(row);
                    }
                }
            }
        }
        runs.sort(Comparator.comparing((Row run) -> run.getString(0)).reversed());
        return runs.subList(0, Math.min(limit, runs.size()));
    }

    private static List<Row> runsOf(Warehouse at, int most) {
        return at.read(Runs.TABLE)
                .orderBy(Runs.STARTED_AT.col().desc())
                .select(
                        Runs.RUN_ID.col(),
                        Runs.FINISHED_AT.col(),
                        Runs.DOCUMENTS_READ.col(),
                        Runs.DOCUMENTS_ADDED.col(),
                        Runs.DOCUMENTS_CHANGED.col(),
                        Runs.DOCUMENTS_REMOVED.col(),
                        Runs.DOCUMENTS_REJECTED.col(),
                        Runs.DOCUMENTS_TOTAL.col())
                .takeAsList(most);
    }

    private static String megabytes(long bytes) {
        return String.format(Locale.ROOT, "%.1f MB", bytes / 1e6);
    }
}
