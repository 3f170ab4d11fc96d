package org.newsweft.jobs.publish;

import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toSet;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;
import org.newsweft.jobs.Job;
import org.newsweft.jobs.RunContext;
import org.newsweft.store.LakeColumns;
import org.newsweft.store.RunFailure;
import org.newsweft.store.RunFailure.Kind;
import org.newsweft.table.CooccurrenceEvidence;
import org.newsweft.table.DocumentTone;
import org.newsweft.table.Documents;
import org.newsweft.table.EntityCooccurrence;
import org.newsweft.table.EntityTone;
import org.newsweft.table.Field;
import org.newsweft.table.Granularity;
import org.newsweft.table.Mentions;
import org.newsweft.table.PeriodTotals;
import org.newsweft.table.QualityChecks;
import org.newsweft.table.Rejects;
import org.newsweft.table.Table;
import org.newsweft.table.TermTrends;

/**
 * Checks what the run has written before readers see it: that keys are unique and ids stand where they must ({@link Keys}),
 * that counts add up ({@link Sums}, {@link QualityRows}), that columns are what the contract says ({@link LakeColumns}), and
 * that the corpus did not change more in a night than it ever does ({@link Drift}).
 *
 * <p>Input: the tables of the run. Output: {@code quality_checks}. A check that fails ends the run and nothing is published,
 * unless the user asked to publish anyway.
 */
public final class CheckJob implements Job<CheckJob.Before, CheckJob.Result> {
    private static final int ROWS_SHOWN = 3;
    private static final int CHECKS_SHOWN = 5;
    private static final int LONGEST_ROW = 200;
    private static final String ROW = "row";
    private static final String VALUE = QualityChecks.VALUE.name();

    private static final Set<Granularity> OF_TERMS =
            Set.of(Granularity.DAY, Granularity.WEEK, Granularity.MONTH, Granularity.YEAR);

    /**
     * What was checked.
     *
     * @param checks checks made
     * @param failed those that failed and were published anyway
     */
    public record Result(long checks, long failed) {}

    /**
     * What the run began with.
     *
     * @param documents documents that the last published run had
     * @param removed documents that this run was asked to drop
     * @param isComparable true if the run before was made by the same code with the same settings, so that what changed is
     *     the corpus
     * @param publishAnyway true to go on although a check fails
     * @param say takes a line that a person should see
     */
    public record Before(
            long documents, long removed, boolean isComparable, boolean publishAnyway, Consumer<String> say) {}

    /**
     * A check that was made.
     *
     * @param table what it is on; null for the corpus as a whole
     * @param found what was found, in words; null where rows tell
     */
    private record Check(String name, Table table, double value, double limit, String found) {
        boolean isPassed() {
            return value <= limit;
        }
    }

    @Override
    public String name() {
        return "check";
    }

    @Override
    public Set<Table> reads() {
        return new LinkedHashSet<>(Keys.tables());
    }

    @Override
    public Set<Table> writes() {
        return Set.of(QualityChecks.TABLE);
    }

    @Override
    public Result run(RunContext run, Before before) {
        List<Check> checks = new ArrayList<>(columns(run));
        Map<String, Looked> looks = looks(run);
        checks.addAll(counted(run, before, looks));
        checks.addAll(drift(run, before));
        List<Check> failed = checks.stream().filter(check -> !check.isPassed()).toList();
        if (!failed.isEmpty()) {
            String message = message(failed, looks);
            if (!before.publishAnyway()) {
                throw new RunFailure(
                        Kind.CHECK_FAILED,
                        "checks failed, nothing was published: " + message
                                + ". Run again with --full to rebuild the tables, or with --publish-anyway if this is how it should be");
            }
            before.say().accept("published although checks failed: " + message);
        }
        List<Row> rows = checks.stream()
                .map(check -> QualityChecks.TABLE
                        .newRow()
                        .set(QualityChecks.RUN_ID, run.runId())
                        .set(QualityChecks.CHECK, check.name())
                        .set(QualityChecks.VALUE, check.value())
                        .set(QualityChecks.LIMIT, check.limit())
                        .set(QualityChecks.PASSED, check.isPassed())
                        .build())
                .toList();
        run.append(
                QualityChecks.TABLE,
                run.spark().createDataFrame(rows, QualityChecks.TABLE.schema()).coalesce(1));
        return new Result(checks.size(), failed.size());
    }

    /**
     * Where to look when a check fails.
     *
     * @param table what it is on
     * @param rows the rows that fail
     */
    private record Looked(Table table, Dataset<Row> rows) {}

    /** What the files say of the columns. */
    private static List<Check> columns(RunContext run) {
        List<Check> checks = new ArrayList<>();
        for (LakeColumns.Fault fault : LakeColumns.Fault.values()) {
            String name = fault.name().toLowerCase(Locale.ROOT);
            List<Check> broken = new ArrayList<>();
            for (Table table : Keys.tables()) {
                for (LakeColumns.Faulty column : run.faults(table)) {
                    if (column.fault() == fault) {
                        broken.add(new Check(name, table, column.count(), 0, found(run, table, column)));
                    }
                }
            }
            if (broken.isEmpty()) {
                checks.add(new Check(name, null, 0, 0, null));
            } else {
                // One row of the table a check: the message of the first names where.
                Check first = broken.get(0);
                checks.add(new Check(
                        name,
                        first.table(),
                        broken.stream().mapToDouble(Check::value).sum(),
                        0,
                        first.found()));
            }
        }
        return checks;
    }

    private static String found(RunContext run, Table table, LakeColumns.Faulty faulty) {
        if (faulty.fault() == LakeColumns.Fault.OTHER_SCHEMA) {
            return "column " + faulty.column();
        }
        Column column = col(faulty.column());
        Column wrong = faulty.fault() == LakeColumns.Fault.NULL_IN_REQUIRED
                ? column.isNull()
                : column.isNaN().or(functions.abs(column).equalTo(Double.POSITIVE_INFINITY));
        Column[] shown = Stream.concat(table.key().stream().map(Field::col), Stream.of(column))
                .toArray(Column[]::new);
        return "column " + faulty.column() + ", "
                + first(run.read(table).where(wrong).select(shown));
    }

    private static Map<String, Looked> looks(RunContext run) {
        Map<String, Looked> looks = new LinkedHashMap<>();
        Map<String, Table> tables = new LinkedHashMap<>();
        Keys.tables().forEach(table -> tables.put(Keys.unique(table), table));
        Keys.RELATIONS.forEach(relation -> tables.put(relation.name(), relation.table()));
        Keys.rows(Keys.tables(), Keys.RELATIONS, run::read)
                .forEach((check, rows) -> looks.put(check, new Looked(tables.get(check), rows)));
        Dataset<Row> totals = run.read(PeriodTotals.TABLE);
        Dataset<Row> pairs = run.read(EntityCooccurrence.TABLE);
        Set<Granularity> granularities = run.settings().granularities();
        looks.put(
                "totals_do_not_add_up",
                new Looked(PeriodTotals.TABLE, Sums.wrongTotals(totals, run.read(Documents.TABLE))));
        looks.put(
                "terms_do_not_add_up",
                new Looked(
                        TermTrends.TABLE,
                        Sums.wrong(
                                run.read(TermTrends.TABLE),
                                TermTrends.DOCUMENT_COUNT.col(),
                                OF_TERMS,
                                true,
                                totals,
                                TermTrends.LANGUAGE.col(),
                                TermTrends.KIND.col(),
                                TermTrends.TERM.col())));
        looks.put(
                "pairs_do_not_add_up",
                new Looked(
                        EntityCooccurrence.TABLE,
                        Sums.wrong(
                                pairs.where(EntityCooccurrence.SCOPE.col().equalTo("sentence")),
                                EntityCooccurrence.N_AB.col(),
                                granularities,
                                run.settings().minimumSupport() == 1,
                                totals,
                                EntityCooccurrence.ENTITY_A.col(),
                                EntityCooccurrence.ENTITY_B.col())));
        looks.put(
                "tones_do_not_add_up",
                new Looked(
                        EntityTone.TABLE,
                        Sums.wrong(
                                run.read(EntityTone.TABLE),
                                EntityTone.MENTION_COUNT.col(),
                                granularities,
                                true,
                                totals,
                                EntityTone.ENTITY_ID.col(),
                                EntityTone.OUTLET.col())));
        looks.put(
                "evidence_mismatch",
                new Looked(
                        CooccurrenceEvidence.TABLE,
                        QualityRows.pairsWithoutTheirEvidence(pairs, run.read(CooccurrenceEvidence.TABLE))));
        looks.put(
                "broken_shares",
                new Looked(TermTrends.TABLE, QualityRows.sharesWithoutATotal(run.read(TermTrends.TABLE), totals)));
        return looks;
    }

    /** Everything that rows have to be counted for, in one pass. */
    private static List<Check> counted(RunContext run, Before before, Map<String, Looked> looks) {
        Set<String> ofKeys = Stream.concat(
                        Keys.tables().stream().map(Keys::unique),
                        Keys.RELATIONS.stream().map(Keys.Relation::name))
                .collect(toSet());
        Dataset<Row> wrong = Keys.wrong(Keys.tables(), Keys.RELATIONS, run::read);
        for (Map.Entry<String, Looked> look : looks.entrySet()) {
            if (!ofKeys.contains(look.getKey())) {
                wrong = wrong.unionAll(look.getValue()
                        .rows()
                        .agg(count(lit(1)).as(VALUE))
                        .select(lit(look.getKey()).as("check"), col(VALUE)));
            }
        }
        Map<String, Double> values = new LinkedHashMap<>();
        // A handful of rows, however large the corpus: they may come to the driver.
        wrong.collectAsList().forEach(row -> values.put(row.getString(0), (double) row.getLong(1)));
        List<Check> checks = new ArrayList<>();
        looks.forEach((name, look) -> {
            double value = values.getOrDefault(name, 0.0);
            if (value > 0 && ofKeys.contains(name)) {
                // Two keys with the same hash are no fault.
                value = look.rows().isEmpty() ? 0 : value;
            }
            checks.add(new Check(name, look.table(), value, 0, null));
        });
        long lost = before.documents() - before.removed() - run.rowCount(Documents.TABLE);
        checks.add(new Check(
                "lost_documents",
                Documents.TABLE,
                Math.max(0, lost),
                0,
                "there were %,d, %,d were to go, there are %,d"
                        .formatted(before.documents(), before.removed(), run.rowCount(Documents.TABLE))));
        return checks;
    }

    private static List<Check> drift(RunContext run, Before before) {
        Map<String, Double> levels = Drift.levels(
                run.read(Documents.TABLE),
                run.read(DocumentTone.TABLE),
                run.rowCount(Mentions.TABLE),
                run.rowCount(Rejects.TABLE));
        List<Check> checks = new ArrayList<>();
        levels.forEach((level, value) -> checks.add(new Check(Drift.levelCheck(level), null, value, value, null)));
        if (before.isComparable()) {
            Drift.changes(Drift.history(run.read(QualityChecks.TABLE)), levels)
                    .forEach(change -> checks.add(new Check(
                            change.check(), null, change.value(), change.limit(), change.what())));
        }
        return checks;
    }

    private static String message(List<Check> failed, Map<String, Looked> looks) {
        String shown = failed.stream()
                .limit(CHECKS_SHOWN)
                .map(check -> "%s%s: %s%s"
                        .formatted(
                                check.name(),
                                check.table() == null
                                        ? ""
                                        : " of table " + check.table().name(),
                                number(check.value())
                                        + (check.limit() == 0 ? "" : " where " + number(check.limit()) + " is allowed"),
                                detail(check, looks)))
                .collect(joining("; "));
        return failed.size() > CHECKS_SHOWN ? shown + "; and " + (failed.size() - CHECKS_SHOWN) + " more" : shown;
    }

    private static String detail(Check check, Map<String, Looked> looks) {
        if (check.found() != null) {
            return " (" + check.found() + ")";
        }
        return looks.containsKey(check.name())
                ? ", first " + first(looks.get(check.name()).rows())
                : "";
    }

    /** The first rows that fail, as JSON. */
    private static String first(Dataset<Row> rows) {
        return rows.select(functions.to_json(functions.struct(col("*"))).as(ROW))
                .orderBy(col(ROW))
                .takeAsList(ROWS_SHOWN)
                .stream()
                .map(row -> row.getString(0))
                .map(row -> row.length() > LONGEST_ROW ? row.substring(0, LONGEST_ROW) + "..." : row)
                .collect(joining(", "));
    }

    private static String number(double value) {
        return value == Math.rint(value) ? String.format(Locale.ROOT, "%,d", (long) value) : Double.toString(value);
    }
}
