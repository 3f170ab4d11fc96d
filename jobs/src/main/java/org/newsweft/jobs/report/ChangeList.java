package org.newsweft.jobs.report;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.date_trunc;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.lower;
import static org.apache.spark.sql.functions.max;
import static org.newsweft.table.figures.TermChanges.*;

import java.io.PrintWriter;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.DataTypes;
import org.newsweft.store.Warehouse;
import org.newsweft.table.counts.TermCounts;
import org.newsweft.table.figures.PeriodTotals;
import org.newsweft.table.figures.TermChanges;
import org.newsweft.table.schema.Granularity;

/** What is new and rising, on the screen: one table a period, the latest first. */
public final class ChangeList {
    private static final double FALSE_DISCOVERY_RATE = 0.05;

    /** Periods on one screen. */
    private static final int MOST_PERIODS = 60;

    private ChangeList() {}

    /**
     * What is asked for.
     *
     * @param granularity day, week or month
     * @param since periods that hold this day, and later ones
     * @param outlet only what this outlet wrote of in the period; empty for all
     * @param kind word, phrase or entity; empty for all
     * @param perPeriod rows of a period at most
     */
    public record Question(
            Granularity granularity, LocalDate since, Optional<String> outlet, Optional<String> kind, int perPeriod) {
        public Question {
            Objects.requireNonNull(since, "since is null");
            if (granularity == Granularity.YEAR || granularity == Granularity.ALL) {
                throw new IllegalArgumentException(
                        "changes are of days, weeks and months, not of '" + granularity.code() + "'");
            }
            if (perPeriod < 1) {
                throw new IllegalArgumentException("rows of a period must be 1 or more, not " + perPeriod);
            }
        }
    }

    /** Prints the answer. */
    public static void print(Warehouse warehouse, Question question, PrintWriter out) {
        Column from = date_trunc(
                        question.granularity().code(),
                        lit(question.since().toString()).cast(DataTypes.DateType))
                .cast(DataTypes.DateType);
        Dataset<Row> changes =
                sure(warehouse, question.granularity()).where(PERIOD_START.col().geq(from));
        if (question.kind().isPresent()) {
            changes = changes.where(KIND.col().equalTo(question.kind().get()));
        }
        if (question.outlet().isPresent()) {
            changes = onlyOf(
                    changes,
                    warehouse,
                    question.granularity(),
                    question.outlet().get());
        }
        Map<String, TextTable> tables = new LinkedHashMap<>();
        for (Row row : changes.orderBy(PERIOD_START.col().desc(), LANGUAGE.col(), RANK.col())
                .select(columns())
                .takeAsList(MOST_PERIODS * question.perPeriod() * 4)) {
            TextTable table = tables.computeIfAbsent(row.getString(0), any -> head());
            if (table.size() < question.perPeriod()) {
                line(table, row);
            }
        }
        if (tables.isEmpty()) {
            out.println("Nothing is surely new or rising since " + question.since()
                    + ": a period needs a third of the window before it, and five stories or more.");
        }
        tables.forEach((period, table) -> {
            out.println(heading(question.granularity(), period));
            table.print(out, "  ");
            out.println();
        });
    }

    /** The table of the latest period that has any change, with its heading; empty if none has. */
    static Optional<Map.Entry<String, TextTable>> latest(Warehouse warehouse, Granularity granularity, int lines) {
        Row latest = warehouse
                .read(PeriodTotals.TABLE)
                .where(PeriodTotals.GRANULARITY
                        .col()
                        .equalTo(granularity.code())
                        .and(PeriodTotals.IS_THIN.col().equalTo(false)))
                .agg(max(PeriodTotals.PERIOD_START.col()).cast(DataTypes.StringType))
                .head();
        if (latest.isNullAt(0)) {
            return Optional.empty();
        }
        List<Row> rows = sure(warehouse, granularity)
                .where(PERIOD_START.col().equalTo(lit(latest.getString(0)).cast(DataTypes.DateType)))
                .orderBy(RANK.col(), LANGUAGE.col())
                .select(columns())
                .takeAsList(lines);
        if (rows.isEmpty()) {
            return Optional.empty();
        }
        TextTable table = head();
        rows.forEach(row -> line(table, row));
        return Optional.of(Map.entry(heading(granularity, latest.getString(0)), table));
    }

    /** Changes that stand for themselves and are beyond doubt. */
    private static Dataset<Row> sure(Warehouse warehouse, Granularity granularity) {
        return warehouse
                .read(TermChanges.TABLE)
                .where(GRANULARITY
                        .col()
                        .equalTo(granularity.code())
                        .and(RANK.col().isNotNull())
                        .and(Q_VALUE.col().leq(FALSE_DISCOVERY_RATE)));
    }

    private static Dataset<Row> onlyOf(
            Dataset<Row> changes, Warehouse warehouse, Granularity granularity, String outlet) {
        Dataset<Row> held = warehouse
                .read(TermCounts.TABLE)
                .where(lower(TermCounts.OUTLET.col())
                        .equalTo(outlet.toLowerCase(Locale.ROOT))
                        .and(TermCounts.DOCUMENT_COUNT.col().gt(0))
                        .and(TermCounts.PRECISION.col().isin("day", granularity.code())))
                .select(
                        TermCounts.LANGUAGE.col(),
                        TermCounts.KIND.col(),
                        TermCounts.TERM.col(),
                        date_trunc(granularity.code(), TermCounts.PERIOD_START.col())
                                .cast(DataTypes.DateType)
                                .as(PERIOD_START.name()));
        return changes.join(
                held,
                org.newsweft.jobs.engine.Frames.on(LANGUAGE.name(), KIND.name(), TERM.name(), PERIOD_START.name()),
                "left_semi");
    }

    private static Column[] columns() {
        return new Column[] {
            PERIOD_START.col().cast(DataTypes.StringType),
            LABEL.col(),
            KIND.col(),
            DOCUMENT_COUNT.col(),
            BEFORE_COUNT.col(),
            RATE_RATIO.col(),
            RATE_RATIO_LOW.col(),
            IS_NEW.col(),
            IS_RETURNING.col(),
            OUTLET_COUNT.col(),
            col(DOCUMENT_SHARE.name())
        };
    }

    private static String heading(Granularity granularity, String period) {
        return "New and rising in the " + granularity.code() + " of " + period;
    }

    private static TextTable head() {
        return TextTable.of("what", "kind", "articles", "share", "before", "times", "at least", "");
    }

    private static void line(TextTable table, Row row) {
        String note = row.getBoolean(7) ? "new" : row.getBoolean(8) ? "back again" : "";
        table.row(
                row.getString(1),
                row.getString(2),
                String.format(Locale.ROOT, "%,d", row.getLong(3)),
                String.format(Locale.ROOT, "%.0f %%", 100 * row.getDouble(10)),
                String.format(Locale.ROOT, "%,d", row.getLong(4)),
                String.format(Locale.ROOT, "%.1f", row.getDouble(5)),
                String.format(Locale.ROOT, "%.1f", row.getDouble(6)),
                note);
    }
}
