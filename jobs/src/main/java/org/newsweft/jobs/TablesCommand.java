package org.newsweft.jobs;

import java.io.PrintWriter;
import java.util.Comparator;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.apache.commons.text.similarity.LevenshteinDistance;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Row;
import org.newsweft.store.RunFailure;
import org.newsweft.store.RunFailure.Kind;
import org.newsweft.store.Warehouse;
import org.newsweft.table.Field;
import org.newsweft.table.Table;
import org.newsweft.table.Tables;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** What the tables are and how many rows they hold. */
@Command(
        name = "tables",
        description = {
            "Lists the tables with their columns, what they mean, and how many rows there are.",
            "With NAME, that table alone, with its first three rows."
        },
        footer = {"", "Examples:", "  newsweft tables", "  newsweft tables entity_tone --warehouse /data/warehouse"},
        mixinStandardHelpOptions = true)
final class TablesCommand implements Callable<Integer> {
    private static final int EXAMPLES = 3;
    private static final int LONGEST = 100;

    @Spec
    private CommandSpec spec;

    @Mixin
    private WarehouseOption warehouse;

    @Parameters(index = "0", arity = "0..1", paramLabel = "NAME", description = "One table (default: all).")
    private String name;

    @Override
    public Integer call() throws Exception {
        Table one = name == null ? null : table();
        return warehouse.openPublished(open -> {
            PrintWriter out = spec.commandLine().getOut();
            if (one == null) {
                Tables.published().forEach(table -> print(open, table, out));
            } else {
                print(open, one, out);
                examples(open, one, out);
            }
            return 0;
        });
    }

    private Table table() {
        return Tables.published().stream()
                .filter(table -> table.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new RunFailure(
                        Kind.USAGE,
                        "there is no table '" + name + "': did you mean "
                                + Tables.published().stream()
                                        .map(Table::name)
                                        .min(Comparator.comparingInt(this::distance)
                                                .thenComparing(Comparator.naturalOrder()))
                                        .orElseThrow()
                                + "? 'newsweft tables' lists all"));
    }

    private int distance(String table) {
        return table.contains(name)
                ? 0
                : LevenshteinDistance.getDefaultInstance().apply(table, name);
    }

    /** The first rows in the order of the table, a column a line: tables are too wide for a terminal. */
    private static void examples(Warehouse open, Table table, PrintWriter out) {
        int width = table.columns().stream()
                .mapToInt(column -> column.name().length())
                .max()
                .orElse(0);
        Column[] order = table.key().stream().map(Field::col).toArray(Column[]::new);
        for (Row row : open.read(table).orderBy(order).takeAsList(EXAMPLES)) {
            for (Field column : table.columns()) {
                String value =
                        String.valueOf(row.<Object>getAs(column.name())).strip().replaceAll("\\s+", " ");
                out.printf(
                        "  %-" + width + "s  %s%n",
                        column.name(),
                        value.length() <= LONGEST ? value : value.substring(0, LONGEST - 1) + "\u2026");
            }
            out.println();
        }
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
