package org.newsweft.jobs.trends;

import static org.apache.spark.sql.functions.ceil;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.greatest;
import static org.apache.spark.sql.functions.least;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.when;
import static org.newsweft.table.figures.PeriodTotals.*;

import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.expressions.Window;
import org.apache.spark.sql.expressions.WindowSpec;
import org.newsweft.table.Periods;
import org.newsweft.table.counts.TotalCounts;
import org.newsweft.table.facts.Documents;
import org.newsweft.table.figures.PeriodTotals;
import org.newsweft.table.schema.Granularity;

/**
 * How much was written in each period: the denominators of every share.
 *
 * <p>Which periods are thin: those with fewer stories than {@value #FEW}, or than a quarter of the usual number up to
 * {@value #ENOUGH}; where the usual number is below {@value #FEW}, with fewer than that (a year of the State of the Union
 * has one address). The usual number is that of the period in which the median story stands: a handful of stray dates far
 * from the rest does not make their emptiness usual. From 80 stories a period on, the bound is fixed.
 */
public final class Totals {
    static final long FEW = 5;
    static final long ENOUGH = 20;

    private static final String ALL_STORIES = "all_stories";
    private static final String SO_FAR = "so_far";
    private static final String USUAL = "usual";

    private Totals() {}

    /**
     * Rolls up every period that has a document, in all granularities.
     *
     * @param totalCounts rows of {@link TotalCounts}
     * @return rows of {@link PeriodTotals}; a period that has copies only counts no document
     */
    public static Dataset<Row> of(Dataset<Row> totalCounts) {
        Dataset<Row> perOutlet = Periods.withPeriods(dated(totalCounts), List.of(Granularity.values()))
                .groupBy(GRANULARITY.col(), PERIOD_START.col(), LANGUAGE.col(), TotalCounts.OUTLET.col())
                .agg(
                        sum(DOCUMENT_COUNT.col()).as(DOCUMENT_COUNT.name()),
                        sum(DOCUMENT_COUNT_WITH_COPIES.col()).as(DOCUMENT_COUNT_WITH_COPIES.name()),
                        sum(SENTENCE_COUNT.col()).as(SENTENCE_COUNT.name()),
                        sum(WORD_COUNT.col()).as(WORD_COUNT.name()));
        Dataset<Row> totals = perOutlet
                .groupBy(GRANULARITY.col(), PERIOD_START.col(), LANGUAGE.col())
                .agg(
                        sum(DOCUMENT_COUNT.col()).as(DOCUMENT_COUNT.name()),
                        sum(DOCUMENT_COUNT_WITH_COPIES.col()).as(DOCUMENT_COUNT_WITH_COPIES.name()),
                        sum(SENTENCE_COUNT.col()).as(SENTENCE_COUNT.name()),
                        sum(WORD_COUNT.col()).as(WORD_COUNT.name()),
                        sum(when(DOCUMENT_COUNT.col().gt(0), 1L).otherwise(0L)).as(OUTLET_COUNT.name()));
        return PeriodTotals.TABLE.rows(
                withThinness(totals.where(DOCUMENT_COUNT_WITH_COPIES.col().gt(0))));
    }

    /** Counts as {@link Periods#withPeriods} wants them. */
    static Dataset<Row> dated(Dataset<Row> counts) {
        return counts.withColumnRenamed(TotalCounts.PERIOD_START.name(), Documents.PUBLISHED_ON.name())
                .withColumnRenamed(TotalCounts.PRECISION.name(), Documents.PUBLISHED_PRECISION.name());
    }

    private static Dataset<Row> withThinness(Dataset<Row> totals) {
        WindowSpec all = Window.partitionBy(GRANULARITY.col(), LANGUAGE.col());
        WindowSpec upwards = all.orderBy(DOCUMENT_COUNT.col(), PERIOD_START.col())
                .rowsBetween(Window.unboundedPreceding(), Window.currentRow());
        // The largest period that does not reach past the median story, or the one that holds it.
        Column beforeMedian =
                col(SO_FAR).minus(DOCUMENT_COUNT.col()).multiply(2).lt(col(ALL_STORIES));
        Column bound = greatest(
                least(lit(FEW), col(USUAL)), least(lit(ENOUGH), ceil(col(USUAL).divide(4))));
        return totals.withColumn(ALL_STORIES, sum(DOCUMENT_COUNT.col()).over(all))
                .withColumn(SO_FAR, sum(DOCUMENT_COUNT.col()).over(upwards))
                .withColumn(USUAL, max(when(beforeMedian, DOCUMENT_COUNT.col())).over(all))
                .withColumn(
                        IS_THIN.name(),
                        DOCUMENT_COUNT.col().lt(bound).or(DOCUMENT_COUNT.col().equalTo(0)));
    }
}
