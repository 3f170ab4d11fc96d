package org.newsweft.jobs.command;

import java.io.PrintWriter;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.newsweft.store.Warehouse;
import org.newsweft.table.Tables;
import org.newsweft.table.schema.Field;
import org.newsweft.table.schema.Table;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** What the tables are and how many rows they hold. */
@Command(
        name = "tables",
        description = "Lists the tables with their columns, what they mean, and how many rows there are.",
        mixinStandardHelpOptions = true)
public final class TablesCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Mixin
    private WarehouseOption warehouse;

    @Override
    public Integer call() throws Exception {
        return warehouse.openPublished(open -> {
            PrintWriter out = spec.commandLine().getOut();
            Tables.published().forEach(table -> print(open, table, out));
            return 0;
        });
    }

    private static void print(Warehouse open, Table table, PrintWriter out) {
        out.printf(
                Locale.ROOT,
                "%s  (%,d rows)%n  %s. %s%n",
                table.name(),
                open.rowCount(table),
                table.answers(),
                table.row());
        int width = table.columns().stream()
                .mapToInt(column -> column.name().length())
                .max()
                .orElse(0);
        for (Field column : table.columns()) {
            out.printf(
                    "  %-" + width + "s  %-17s %s%n",
                    column.name(),
                    column.type().sparkType().simpleString(),
                    column.comment());
        }
        out.println();
    }
}
