package org.newsweft.jobs.trends;

import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.date_from_unix_date;
import static org.apache.spark.sql.functions.inline;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.log2;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.row_number;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.when;
import static org.newsweft.table.figures.TermKeyness.*;

import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.expressions.Window;
import org.apache.spark.sql.expressions.WindowSpec;
import org.apache.spark.sql.types.DataTypes;
import org.newsweft.jobs.engine.Frames;
import org.newsweft.measure.Association;
import org.newsweft.measure.Significance;
import org.newsweft.table.counts.TermCounts;
import org.newsweft.table.counts.TotalCounts;
import org.newsweft.table.figures.PeriodTotals;
import org.newsweft.table.figures.TermKeyness;
import org.newsweft.table.schema.Granularity;

/**
 * What marks a period against all other periods of its granularity, or an outlet against the others, by the stories that
 * hold a term: one story that repeats a word does not make it key. Thin periods neither have key terms nor count among
 * the others; outlets need {@value FollowedTerms#LEAST_OF_OUTLET} stories.
 *
 * <p>All terms of the period are tested together. Of those more frequent there than elsewhere, these are kept: all with
 * a q-value of at most {@value #FALSE_DISCOVERY_RATE}, and in any case the {@value #ALWAYS_KEPT} with the highest g2,
 * so that a small corpus, in which nothing is beyond doubt, still has something to say; the q-value says how much it is
 * worth. A corpus of a single period has no other to compare with, and no rows.
 */
public final class Keyness {
    static final double FALSE_DISCOVERY_RATE = 0.05;
    static final int ALWAYS_KEPT = 50;
    static final String ALL_OUTLETS = "(all)";

    private static final String TERM_DOCUMENTS = "term_documents";
    private static final String TARGET_DOCUMENTS = "target_documents";
    private static final String ALL_DOCUMENTS = "all_documents";
    private static final String P_VALUE = "p_value";
    private static final String TERMS = "terms";
    private static final String PLACE = "place";
    private static final String LAST = "last";

    private Keyness() {}

    /**
     * The key terms of every period and of every outlet, those that mark an outlet and are no news among the latter.
     *
     * @param series as by {@link TermSeries#of}
     * @param totals rows of {@link PeriodTotals}
     * @param termCounts rows of {@link TermCounts}
     * @param totalCounts rows of {@link TotalCounts}
     * @param followed as by {@link FollowedTerms#of}
     * @return rows of {@link TermKeyness}, those of outlets of granularity all
     */
    public static Dataset<Row> of(
            Dataset<Row> series,
            Dataset<Row> totals,
            Dataset<Row> termCounts,
            Dataset<Row> totalCounts,
            Dataset<Row> followed) {
        return strongest(inPeriods(series, totals).unionByName(inOutlets(termCounts, totalCounts, followed)));
    }

    /** Every term in every period. */
    static Dataset<Row> inPeriods(Dataset<Row> series, Dataset<Row> totals) {
        Dataset<Row> corpora = totals.where(PeriodTotals.IS_THIN.col().equalTo(false))
                .groupBy(GRANULARITY.col(), LANGUAGE.col())
                .agg(sum(PeriodTotals.DOCUMENT_COUNT.col()).as(ALL_DOCUMENTS));
        return series.select(
                        GRANULARITY.col(),
                        LANGUAGE.col(),
                        KIND.col(),
                        TERM.col(),
                        col(TermSeries.STORIES).as(TERM_DOCUMENTS),
                        inline(col(TermSeries.POINTS)))
                .where(col(SeriesPoint.IS_THIN).equalTo(false))
                .join(broadcast(corpora), Frames.on(GRANULARITY.name(), LANGUAGE.name()))
                .select(
                        GRANULARITY.col(),
                        date_from_unix_date(col(SeriesPoint.DAY)).as(PERIOD_START.name()),
                        lit(ALL_OUTLETS).as(OUTLET.name()),
                        LANGUAGE.col(),
                        KIND.col(),
                        TERM.col(),
                        col(SeriesPoint.DOCUMENT_COUNT).as(TARGET_COUNT.name()),
                        col(TERM_DOCUMENTS),
                        col(SeriesPoint.PERIOD_DOCUMENTS).as(TARGET_DOCUMENTS),
                        col(ALL_DOCUMENTS));
    }

    /** Every term in every outlet. */
    static Dataset<Row> inOutlets(Dataset<Row> termCounts, Dataset<Row> totalCounts, Dataset<Row> followed) {
        Dataset<Row> outlets = totalCounts
                .groupBy(LANGUAGE.col(), OUTLET.col())
                .agg(sum(TotalCounts.DOCUMENT_COUNT.col()).as(TARGET_DOCUMENTS))
                .where(col(TARGET_DOCUMENTS).geq(FollowedTerms.LEAST_OF_OUTLET));
        Dataset<Row> corpora =
                outlets.groupBy(LANGUAGE.col()).agg(sum(TARGET_DOCUMENTS).as(ALL_DOCUMENTS));
        WindowSpec term = Window.partitionBy(LANGUAGE.col(), KIND.col(), TERM.col());
        return Frames.computedOnce(termCounts
                .join(
                        followed.select(LANGUAGE.col(), KIND.col(), TERM.col()),
                        Frames.on(LANGUAGE.name(), KIND.name(), TERM.name()),
                        "left_semi")
                .join(broadcast(outlets), Frames.on(LANGUAGE.name(), OUTLET.name()))
                .groupBy(LANGUAGE.col(), KIND.col(), TERM.col(), OUTLET.col(), col(TARGET_DOCUMENTS))
                .agg(sum(TermCounts.DOCUMENT_COUNT.col()).as(TARGET_COUNT.name()))
                .where(TARGET_COUNT.col().gt(0))
                .withColumn(TERM_DOCUMENTS, sum(TARGET_COUNT.col()).over(term))
                .where(OUTLET.col().notEqual(org.newsweft.jobs.trends.TermCounts.UNKNOWN_OUTLET))
                .join(broadcast(corpora), LANGUAGE.name())
                .select(
                        lit(Granularity.ALL.code()).as(GRANULARITY.name()),
                        lit(null).cast(DataTypes.DateType).as(PERIOD_START.name()),
                        OUTLET.col(),
                        LANGUAGE.col(),
                        KIND.col(),
                        TERM.col(),
                        TARGET_COUNT.col(),
                        col(TERM_DOCUMENTS),
                        col(TARGET_DOCUMENTS),
                        col(ALL_DOCUMENTS)));
    }

    /** The key terms among these. */
    static Dataset<Row> strongest(Dataset<Row> counts) {
        Column target = col(TARGET_DOCUMENTS);
        Column all = col(ALL_DOCUMENTS);
        Association association = Association.of(TARGET_COUNT.col(), target, col(TERM_DOCUMENTS), all);
        Column logRatio = log2(smoothedShare(TARGET_COUNT.col(), target)
                .divide(smoothedShare(REFERENCE_COUNT.col(), all.minus(target))));
        Column[] family = {GRANULARITY.col(), PERIOD_START.col(), OUTLET.col(), LANGUAGE.col()};
        WindowSpec period = Window.partitionBy(family);
        WindowSpec downwards = period.orderBy(G2.col().desc());
        // Most terms share their counts with others. What follows from counts alone is worked out, and sorted, once for
        // all
        // of them; the terms themselves are asked for only where they may be among the strongest.
        Dataset<Row> cells = counts.where(all.gt(target))
                .groupBy(
                        GRANULARITY.col(),
                        PERIOD_START.col(),
                        OUTLET.col(),
                        LANGUAGE.col(),
                        TARGET_COUNT.col(),
                        col(TERM_DOCUMENTS),
                        target,
                        all)
                .agg(count(lit(1)).as(TERMS))
                .withColumn(REFERENCE_COUNT.name(), col(TERM_DOCUMENTS).minus(TARGET_COUNT.col()))
                .withColumn(G2.name(), association.logLikelihood())
                .withColumn(P_VALUE, Significance.pValue(G2.col()))
                .withColumn(Q_VALUE.name(), Significance.qValueOfEqual(col(TERMS), col(P_VALUE), family))
                .where(G2.col().gt(0))
                .withColumn(
                        PLACE,
                        sum(TERMS).over(downwards.rangeBetween(Window.unboundedPreceding(), Window.currentRow())))
                // The g2 of the last that is kept in any case, if there are as many.
                .withColumn(
                        LAST, max(when(col(PLACE).geq(ALWAYS_KEPT), G2.col())).over(period))
                .where(isSure().or(col(LAST).isNull()).or(G2.col().geq(col(LAST))))
                .withColumn(LOG_RATIO.name(), logRatio)
                .select(
                        GRANULARITY.col(),
                        PERIOD_START.col(),
                        OUTLET.col(),
                        LANGUAGE.col(),
                        TARGET_COUNT.col(),
                        col(TERM_DOCUMENTS),
                        REFERENCE_COUNT.col(),
                        G2.col(),
                        Q_VALUE.col(),
                        LOG_RATIO.col());
        Column same = Stream.of(GRANULARITY.name(), OUTLET.name(), LANGUAGE.name(), TARGET_COUNT.name(), TERM_DOCUMENTS)
                .map(name -> col("term." + name).equalTo(col("cell." + name)))
                .reduce(PERIOD_START.of("term").eqNullSafe(PERIOD_START.of("cell")), Column::and);
        return TermKeyness.TABLE.rows(counts.select(
                        GRANULARITY.col(),
                        PERIOD_START.col(),
                        OUTLET.col(),
                        LANGUAGE.col(),
                        TARGET_COUNT.col(),
                        col(TERM_DOCUMENTS),
                        KIND.col(),
                        TERM.col())
                .as("term")
                .join(Frames.keys(cells).as("cell"), same)
                .select(col("cell.*"), KIND.of("term"), TERM.of("term"))
                .withColumn(PLACE, row_number().over(period.orderBy(G2.col().desc(), KIND.col(), TERM.col())))
                .where(isSure().or(col(PLACE).leq(ALWAYS_KEPT))));
    }

    private static Column isSure() {
        return Q_VALUE.col().leq(FALSE_DISCOVERY_RATE);
    }

    /** A share with half a document added to those that hold the term, and half to those that do not. */
    private static Column smoothedShare(Column part, Column whole) {
        return part.plus(0.5).divide(whole.plus(1));
    }
}
