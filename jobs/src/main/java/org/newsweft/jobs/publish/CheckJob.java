package org.newsweft.jobs.publish;

import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toSet;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;
import org.newsweft.jobs.engine.Job;
import org.newsweft.jobs.engine.RunContext;
import org.newsweft.store.LakeColumns;
import org.newsweft.store.RunFailure;
import org.newsweft.store.RunFailure.Kind;
import org.newsweft.table.facts.DocumentTone;
import org.newsweft.table.facts.Documents;
import org.newsweft.table.facts.Mentions;
import org.newsweft.table.facts.Rejects;
import org.newsweft.table.figures.CooccurrenceEvidence;
import org.newsweft.table.figures.EntityCooccurrence;
import org.newsweft.table.figures.EntityTone;
import org.newsweft.table.figures.PeriodTotals;
import org.newsweft.table.figures.QualityChecks;
import org.newsweft.table.figures.TermTrends;
import org.newsweft.table.schema.Field;
import org.newsweft.table.schema.Granularity;
import org.newsweft.table.schema.Table;

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
    private static final String CHECK = QualityChecks.CHECK.name();
    private static final String VALUE = QualityChecks.VALUE.name();
    private static final String TOTALS = "totals_do_not_add_up";
    private static final String TERMS = "terms_do_not_add_up";
    private static final String PAIRS = "pairs_do_not_add_up";
    private static final String TONES = "tones_do_not_add_up";
    private static final String EVIDENCE = "evidence_mismatch";
    private static final String SHARES = "broken_shares";

    /** Tables whose keys others name: without rows, they have none of those keys. */
    private static final Set<Table> NAMED =
            Keys.RELATIONS.stream().map(Keys.Relation::of).collect(toSet());

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
     * @param found looks for what to show of it
     */
    private record Check(String name, Table table, double value, double limit, Supplier<String> found) {
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
        Tables tables = new Tables(run);
        List<Check> checks = new ArrayList<>(columns(run, tables));
        checks.addAll(counted(run, before, tables));
        checks.addAll(drift(run, before, tables));
        List<Check> failed = checks.stream().filter(check -> !check.isPassed()).toList();
        if (!failed.isEmpty()) {
            String message = message(failed);
            if (!before.publishAnyway()) {
                throw new RunFailure(
                        Kind.CHECK_FAILED,
                        "checks failed, nothing was published: " + message
                                + ". Run again with --full to rebuild the tables, or with --publish-anyway if this is"
                                + " how it should be");
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

    /** The tables of the run, each opened once. */
    private static final class Tables {
        private final RunContext run;
        private final Map<Table, Dataset<Row>> opened = new HashMap<>();

        Tables(RunContext run) {
            this.run = run;
        }

        Dataset<Row> read(Table table) {
            return opened.computeIfAbsent(table, run::read);
        }
    }

    /** What the files say of the columns. */
    private static List<Check> columns(RunContext run, Tables tables) {
        Map<LakeColumns.Fault, Check> first = new EnumMap<>(LakeColumns.Fault.class);
        for (Table table : Keys.tables()) {
            for (LakeColumns.Faulty column : run.faults(table)) {
                String name = name(column.fault());
                // Where it is first met is where it is shown.
                first.merge(
                        column.fault(),
                        new Check(name, table, column.count(), 0, () -> found(tables, table, column)),
                        (before, now) ->
                                new Check(name, before.table(), before.value() + now.value(), 0, before.found()));
            }
        }
        return Stream.of(LakeColumns.Fault.values())
                .map(fault -> first.getOrDefault(fault, new Check(name(fault), null, 0, 0, () -> "")))
                .toList();
    }

    private static String name(LakeColumns.Fault fault) {
        return fault.name().toLowerCase(Locale.ROOT);
    }

    private static String found(Tables tables, Table table, LakeColumns.Faulty faulty) {
        String where = "column " + faulty.column();
        if (faulty.fault() == LakeColumns.Fault.OTHER_SCHEMA) {
            return where;
        }
        Column column = col(faulty.column());
        Column wrong = faulty.fault() == LakeColumns.Fault.NULL_IN_REQUIRED
                ? column.isNull()
                : column.isNaN().or(functions.abs(column).equalTo(Double.POSITIVE_INFINITY));
        Column[] shown = Stream.concat(table.key().stream().map(Field::col), Stream.of(column))
                .toArray(Column[]::new);
        return where + ", " + first(tables.read(table).where(wrong).select(shown));
    }

    /** Everything that rows have to be counted for, in one pass. */
    private static List<Check> counted(RunContext run, Before before, Tables tables) {
        Dataset<Row> totals = tables.read(PeriodTotals.TABLE);
        Dataset<Row> pairs = tables.read(EntityCooccurrence.TABLE);
        Dataset<Row> sums = Sums.wrong(addedUp(run, tables, pairs), totals);
        Dataset<Row> ofTotals = Sums.wrongTotals(totals, tables.read(Documents.TABLE));
        Dataset<Row> evidence = QualityRows.pairsWithoutTheirEvidence(pairs, tables.read(CooccurrenceEvidence.TABLE));
        Dataset<Row> shares = QualityRows.sharesWithoutATotal(tables.read(TermTrends.TABLE), totals);
        // A table without rows names nothing, and has nothing twice.
        List<Table> filled = Keys.tables().stream()
                .filter(table -> run.rowCount(table) > 0 || NAMED.contains(table))
                .toList();
        Dataset<Row> wrong = Keys.wrong(
                        filled,
                        Keys.RELATIONS.stream()
                                .filter(relation -> filled.contains(relation.table()))
                                .toList(),
                        tables::read)
                .unionAll(sums.groupBy(col(CHECK)).agg(count(lit(1)).as(VALUE)))
                .unionAll(number(TOTALS, ofTotals))
                .unionAll(number(EVIDENCE, evidence))
                .unionAll(number(SHARES, shares));
        Map<String, Double> values = new LinkedHashMap<>();
        // A handful of rows, however large the corpus: they may come to the driver.
        wrong.collectAsList().forEach(row -> values.put(row.getString(0), (double) row.getLong(1)));

        List<Check> checks = new ArrayList<>();
        Keys.tables().forEach(table -> checks.add(ofKeys(Keys.unique(table), table, values, tables)));
        Keys.RELATIONS.forEach(relation -> checks.add(ofKeys(relation.name(), relation.table(), values, tables)));
        checks.add(ofRows(TOTALS, PeriodTotals.TABLE, values, ofTotals));
        checks.add(ofRows(TERMS, TermTrends.TABLE, values, sums.where(col(CHECK).equalTo(TERMS))));
        checks.add(ofRows(
                PAIRS, EntityCooccurrence.TABLE, values, sums.where(col(CHECK).equalTo(PAIRS))));
        checks.add(ofRows(TONES, EntityTone.TABLE, values, sums.where(col(CHECK).equalTo(TONES))));
        checks.add(ofRows(EVIDENCE, CooccurrenceEvidence.TABLE, values, evidence));
        checks.add(ofRows(SHARES, TermTrends.TABLE, values, shares));
        long now = run.rowCount(Documents.TABLE);
        checks.add(new Check(
                "lost_documents",
                Documents.TABLE,
                Math.max(0, before.documents() - before.removed() - now),
                0,
                () -> "there were %,d, %,d were to go, there are %,d"
                        .formatted(before.documents(), before.removed(), now)));
        return checks;
    }

    private static List<Sums.Counted> addedUp(RunContext run, Tables tables, Dataset<Row> pairs) {
        Set<Granularity> granularities = run.settings().granularities();
        return List.of(
                new Sums.Counted(
                        TERMS,
                        tables.read(TermTrends.TABLE),
                        TermTrends.DOCUMENT_COUNT.col(),
                        OF_TERMS,
                        true,
                        List.of(TermTrends.LANGUAGE, TermTrends.KIND, TermTrends.TERM)),
                new Sums.Counted(
                        PAIRS,
                        pairs.where(EntityCooccurrence.SCOPE.col().equalTo("sentence")),
                        EntityCooccurrence.N_AB.col(),
                        granularities,
                        run.settings().minimumSupport() == 1,
                        List.of(EntityCooccurrence.ENTITY_A, EntityCooccurrence.ENTITY_B)),
                new Sums.Counted(
                        TONES,
                        tables.read(EntityTone.TABLE),
                        EntityTone.MENTION_COUNT.col(),
                        granularities,
                        true,
                        List.of(EntityTone.ENTITY_ID, EntityTone.OUTLET)));
    }

    private static Dataset<Row> number(String check, Dataset<Row> rows) {
        return rows.agg(count(lit(1)).as(VALUE)).select(lit(check).as(CHECK), col(VALUE));
    }

    private static Check ofKeys(String name, Table table, Map<String, Double> values, Tables tables) {
        double value = values.getOrDefault(name, 0.0);
        // Two keys with the same hash are no fault.
        if (value > 0 && Keys.rows(name, tables::read).isEmpty()) {
            value = 0;
        }
        return new Check(name, table, value, 0, () -> first(Keys.rows(name, tables::read)));
    }

    private static Check ofRows(String name, Table table, Map<String, Double> values, Dataset<Row> rows) {
        return new Check(name, table, values.getOrDefault(name, 0.0), 0, () -> first(rows));
    }

    private static List<Check> drift(RunContext run, Before before, Tables tables) {
        Map<String, Double> levels = Drift.levels(
                tables.read(Documents.TABLE),
                tables.read(DocumentTone.TABLE),
                run.rowCount(Mentions.TABLE),
                run.rowCount(Rejects.TABLE));
        List<Check> checks = new ArrayList<>();
        levels.forEach((level, value) -> checks.add(new Check(Drift.levelCheck(level), null, value, value, () -> "")));
        if (before.isComparable() && run.rowCount(QualityChecks.TABLE) > 0) {
            Drift.changes(Drift.history(run.read(QualityChecks.TABLE)), levels)
                    .forEach(change ->
                            checks.add(new Check(change.check(), null, change.value(), change.limit(), change::what)));
        }
        return checks;
    }

    private static String message(List<Check> failed) {
        String shown = failed.stream()
                .limit(CHECKS_SHOWN)
                .map(check -> "%s%s: %s%s (%s)"
                        .formatted(
                                check.name(),
                                check.table() == null
                                        ? ""
                                        : " of table " + check.table().name(),
                                number(check.value()),
                                check.limit() == 0 ? "" : " where " + number(check.limit()) + " is allowed",
                                check.found().get()))
                .collect(joining("; "));
        return failed.size() > CHECKS_SHOWN ? shown + "; and " + (failed.size() - CHECKS_SHOWN) + " more" : shown;
    }

    /** The first rows that fail, as JSON. */
    private static String first(Dataset<Row> rows) {
        return rows
                .select(functions.to_json(functions.struct(col("*"))).as("row"))
                .orderBy(col("row"))
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
