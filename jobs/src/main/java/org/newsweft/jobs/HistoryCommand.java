package org.newsweft.jobs;

import java.io.PrintWriter;
import java.util.concurrent.Callable;
import org.apache.spark.sql.Row;
import org.newsweft.store.PlainView;
import org.newsweft.store.Warehouse;
import org.newsweft.table.Runs;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** The published runs. */
@Command(
        name = "history",
        description = "Lists the published runs, the latest first; the one that readers see is marked.",
        mixinStandardHelpOptions = true)
final class HistoryCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Mixin
    private WarehouseOption warehouse;

    @Option(names = "--last", paramLabel = "N", description = "How many runs to list (default: 30).")
    private int last = 30;

    @Override
    public Integer call() throws Exception {
        return warehouse.openPublished(open -> {
            print(open, spec.commandLine().getOut());
            return 0;
        });
    }

    private void print(Warehouse open, PrintWriter out) {
        String current = PlainView.of(open).current().orElseThrow().runId();
        out.printf(
                "  %-20s %-20s %8s %8s %8s %8s %8s %9s%n",
                "run", "finished (UTC)", "read", "added", "changed", "removed", "refused", "documents");
        for (Row run : open.read(Runs.TABLE)
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
                .takeAsList(last)) {
            out.printf(
                    "%s %-20s %-20s %8d %8d %8d %8d %8d %9d%n",
                    run.getString(0).equals(current) ? "*" : " ",
                    run.getString(0),
                    run.getTimestamp(1).toInstant().toString().substring(0, 19),
                    run.getLong(2),
                    run.getLong(3),
                    run.getLong(4),
                    run.getLong(5),
                    run.getLong(6),
                    run.getLong(7));
        }
    }
}
