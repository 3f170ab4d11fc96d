package org.newsweft.jobs.command;

import java.util.concurrent.Callable;
import org.newsweft.jobs.pages.Report;
import org.newsweft.store.PlainView;
import org.newsweft.store.Warehouse;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** The report as a page. */
@Command(
        name = "report",
        description = {
            "Writes the report of the published run to WAREHOUSE/report/index.html: one file that any browser opens,"
                    + " without a network. 'run' does so by itself."
        },
        footer = {"", "Example:", "  newsweft report --warehouse /data/warehouse"},
        mixinStandardHelpOptions = true)
public final class ReportCommand implements Callable<Integer> {
    /** Within the folder of the warehouse. */
    static final String PAGE = "report/index.html";

    @Spec
    private CommandSpec spec;

    @Mixin
    private WarehouseOption warehouse;

    @Override
    public Integer call() throws Exception {
        return warehouse.openPublished(open -> {
            spec.commandLine().getOut().println(write(open));
            return 0;
        });
    }

    /** Writes the report of the published run; says where. */
    static String write(Warehouse open) {
        PlainView view = PlainView.of(open);
        Warehouse published =
                view.current().map(run -> open.asOf(run.snapshots())).orElse(open);
        return view.writePage(PAGE, Report.of(published));
    }

    /** Writes the report unless it is that of the published run already; says where it is. */
    static String bringUpToDate(Warehouse open) {
        PlainView view = PlainView.of(open);
        return view.current()
                .filter(run -> view.readPage(PAGE)
                        .filter(page -> Report.isOf(page, run.runId()))
                        .isPresent())
                .map(run -> view.pageAddress(PAGE))
                .orElseGet(() -> write(open));
    }
}
