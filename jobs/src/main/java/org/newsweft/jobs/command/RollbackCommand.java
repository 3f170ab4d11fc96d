package org.newsweft.jobs.command;

import static java.util.stream.Collectors.joining;

import java.util.List;
import java.util.concurrent.Callable;
import org.newsweft.store.DuckDbViews;
import org.newsweft.store.PlainView;
import org.newsweft.store.PlainView.Published;
import org.newsweft.store.RunFailure;
import org.newsweft.store.RunFailure.Kind;
import org.newsweft.store.Warehouse;
import org.newsweft.store.WarehouseLock;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Publishes an earlier run. */
@Command(
        name = "rollback",
        description = {
            "Publishes a run that is kept: readers see its tables, and the next run starts from it.",
            "The runs after it stay as long as they are among those that are kept, so that one can go forward again."
        },
        footer = {"", "Example:", "  newsweft rollback 20260301T023000123Z"},
        mixinStandardHelpOptions = true)
public final class RollbackCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Mixin
    private WarehouseOption warehouse;

    @Parameters(index = "0", paramLabel = "RUN", description = "The run, as 'history' lists it.")
    private String run;

    @Option(
            names = "--lock-timeout",
            paramLabel = "TIME",
            description = "Wait so long while a run holds the warehouse: 90s, 30m, 2h (default: 0s).")
    private String lockTimeout = "0s";

    @Override
    public Integer call() throws Exception {
        return warehouse.openPublished(open -> WarehouseLock.holding(
                open.location(),
                open.spark().sessionState().newHadoopConf(),
                WaitingTime.asked(lockTimeout),
                () -> goBack(open)));
    }

    private int goBack(Warehouse open) {
        PlainView view = PlainView.of(open);
        List<Published> kept = view.kept();
        Published target = kept.stream()
                .filter(known -> known.runId().equals(run))
                .findFirst()
                .orElseThrow(() -> new RunFailure(
                        Kind.USAGE,
                        "run %s is not kept: there are %s"
                                .formatted(
                                        run, kept.stream().map(Published::runId).collect(joining(", ")))));
        view.publish(target, view.mode());
        DuckDbViews.write(open, view);
        open.live().rollBackTo(target.snapshots());
        spec.commandLine().getOut().println("Run " + run + " is published; the next run starts from it.");
        if (view.readPage(ReportCommand.PAGE).isPresent()) {
            spec.commandLine().getOut().println(ReportCommand.write(open));
        }
        return 0;
    }
}
