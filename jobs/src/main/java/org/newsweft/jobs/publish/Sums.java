package org.newsweft.jobs.publish;

import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.negate;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.trunc;
import static org.apache.spark.sql.functions.when;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.newsweft.table.Documents;
import org.newsweft.table.Field;
import org.newsweft.table.Granularity;
import org.newsweft.table.PeriodTotals;

/**
 * Whether counts of coarser periods are the sums of those of finer ones. Documents that are dated to the month only count in
 * no day: a coarser count may exceed the sum by what is not dated as finely, and must equal it where everything is.
 */
final class Sums {
    private static final String GRANULARITY = PeriodTotals.GRANULARITY.name();
    private static final String PERIOD = PeriodTotals.PERIOD_START.name();
    private static final String CHECK = "check";
    private static final String EXCESS = "excess";
    private static final String UNDATED = "undated";

    /** For each granularity those that it is the sum of, the first that is there. */
    private static final Map<Granularity, List<Granularity>> PARTS = Map.of(
            Granularity.WEEK, List.of(Granularity.DAY),
            Granularity.MONTH, List.of(Granularity.DAY),
            Granularity.YEAR, List.of(Granularity.MONTH, Granularity.DAY),
            Granularity.ALL, List.of(Granularity.YEAR, Granularity.MONTH, Granularity.WEEK, Granularity.DAY));

    private Sums() {}

    /**
     * Periods whose total is not that of their parts and of the documents dated no more finely.
     *
     * @param totals rows of {@link PeriodTotals}
     * @param documents rows of {@link Documents}
     * @return the period and {@code excess}, which ought to be 0
     */
    static Dataset<Row> wrongTotals(Dataset<Row> totals, Dataset<Row> documents) {
        Column precision = Documents.PUBLISHED_PRECISION.col();
        Column period = when(precision.equalTo("year"), trunc(Documents.PUBLISHED_ON.col(), "year"))
                .when(precision.equalTo("month"), trunc(Documents.PUBLISHED_ON.col(), "month"));
        Dataset<Row> undated = documents
                .where(Documents.isAnalysed().and(precision.notEqual("day")))
                .select(
                        when(precision.equalTo("none"), Granularity.ALL.code())
                                .otherwise(precision)
                                .as(GRANULARITY),
                        period.as(PERIOD),
                        lit(-1L).as(EXCESS));
        return excess(totals, PeriodTotals.DOCUMENT_COUNT_WITH_COPIES.col(), Set.of(Granularity.values()))
                .union(undated)
                .groupBy(col(GRANULARITY), col(PERIOD))
                .agg(sum(EXCESS).as(EXCESS))
                .where(col(EXCESS).notEqual(0));
    }

    /**
     * What is counted by {@code granularity} and {@code period_start}.
     *
     * @param check name of the check
     * @param rows the counts
     * @param count what adds up
     * @param granularities those that the rows are counted in
     * @param isComplete true if every part has its row, however small its count
     * @param key what is counted: three columns at most
     */
    record Counted(
            String check,
            Dataset<Row> rows,
            Column count,
            Set<Granularity> granularities,
            boolean isComplete,
            List<Field> key) {}

    /**
     * Counts that are less than the sum of their parts, or more although every document of the period is dated as finely.
     *
     * @param totals rows of {@link PeriodTotals}
     * @return {@code check}, the period, {@code key} and {@code excess}
     */
    static Dataset<Row> wrong(List<Counted> counts, Dataset<Row> totals) {
        Dataset<Row> placed = null;
        Dataset<Row> undated = null;
        for (Counted counted : counts) {
            Column[] key = counted.key().stream().map(Field::col).toArray(Column[]::new);
            Dataset<Row> ofCounts = excess(counted.rows(), counted.count(), counted.granularities(), key)
                    .select(
                            lit(counted.check()).as(CHECK),
                            lit(counted.isComplete()).as("is_complete"),
                            col(GRANULARITY),
                            col(PERIOD),
                            array(key).as("key"),
                            col(EXCESS));
            Dataset<Row> ofTotals = excess(
                            totals, PeriodTotals.DOCUMENT_COUNT_WITH_COPIES.col(), counted.granularities())
                    .select(lit(counted.check()).as(CHECK), col(GRANULARITY), col(PERIOD), col(EXCESS));
            placed = placed == null ? ofCounts : placed.unionAll(ofCounts);
            undated = undated == null ? ofTotals : undated.unionAll(ofTotals);
        }
        Dataset<Row> differences = Objects.requireNonNull(placed, "nothing is counted")
                .groupBy(col(CHECK), col("is_complete"), col(GRANULARITY), col(PERIOD), col("key"))
                .agg(sum(EXCESS).as(EXCESS))
                .where(col(EXCESS).notEqual(0))
                .as("counts");
        Dataset<Row> dated = Objects.requireNonNull(undated, "nothing is counted")
                .groupBy(col(CHECK), col(GRANULARITY), col(PERIOD))
                .agg(sum(EXCESS).as(UNDATED))
                .as("totals");
        Column samePeriod = col("counts." + CHECK)
                .equalTo(col("totals." + CHECK))
                .and(col("counts." + GRANULARITY).equalTo(col("totals." + GRANULARITY)))
                .and(col("counts." + PERIOD).eqNullSafe(col("totals." + PERIOD)));
        return differences
                .join(broadcast(dated), samePeriod, "left")
                .where(col(EXCESS).lt(0).or(col("is_complete").and(col(UNDATED).equalTo(0))))
                .select(
                        col("counts." + CHECK),
                        col("counts." + GRANULARITY),
                        col("counts." + PERIOD),
                        col("key"),
                        col(EXCESS));
    }

    /** Each count once under its own period, and once taken away from each period that it is a part of. */
    private static Dataset<Row> excess(Dataset<Row> rows, Column count, Set<Granularity> granularities, Column... key) {
        List<Column> places = new ArrayList<>();
        for (Granularity whole : Granularity.values()) {
            Granularity part = PARTS.getOrDefault(whole, List.of()).stream()
                    .filter(granularities::contains)
                    .findFirst()
                    .orElse(null);
            if (part != null && granularities.contains(whole)) {
                Column start = whole == Granularity.ALL ? lit(null).cast("date") : trunc(col(PERIOD), whole.code());
                places.add(place(whole, whole, col(PERIOD), count));
                places.add(place(part, whole, start, negate(count)));
            }
        }
        if (places.isEmpty()) {
            places.add(when(lit(false), placed(Granularity.ALL, col(PERIOD), count)));
        }
        List<Column> shown = new ArrayList<>(List.of(key));
        shown.add(explode(array(places.toArray(Column[]::new))).as("place"));
        List<Column> result =
                new ArrayList<>(List.of(col("place." + GRANULARITY), col("place." + PERIOD), col("place." + EXCESS)));
        result.addAll(List.of(key));
        return rows.select(shown.toArray(Column[]::new))
                .where(col("place").isNotNull())
                .select(result.toArray(Column[]::new));
    }

    /** A row of one granularity, under the period of another. */
    private static Column place(Granularity of, Granularity under, Column start, Column count) {
        return when(col(GRANULARITY).equalTo(of.code()), placed(under, start, count));
    }

    private static Column placed(Granularity under, Column start, Column count) {
        return struct(lit(under.code()).as(GRANULARITY), start.as(PERIOD), count.as(EXCESS));
    }
}
