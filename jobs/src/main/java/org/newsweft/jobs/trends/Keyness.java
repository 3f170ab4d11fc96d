package org.newsweft.jobs.trends;

import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.log2;
import static org.apache.spark.sql.functions.row_number;
import static org.apache.spark.sql.functions.sum;
import static org.newsweft.table.figures.TermKeyness.*;

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
    private static final String PLACE = "place";

    private Keyness() {}

    /**
     * The key terms of every period.
     *
     * @param series as by {@link TermSeries#of}
     * @param totals rows of {@link PeriodTotals}
     * @return rows of {@link TermKeyness}
     */
    public static Dataset<Row> ofPeriods(Dataset<Row> series, Dataset<Row> totals) {
        Dataset<Row> corpora = totals.where(PeriodTotals.IS_THIN.col().equalTo(false))
                .groupBy(GRANULARITY.col(), LANGUAGE.col())
                .agg(sum(PeriodTotals.DOCUMENT_COUNT.col()).as(ALL_DOCUMENTS));
        Dataset<Row> points =
                Trends.points(series).where(col(SeriesPoint.IS_THIN).equalTo(false));
        WindowSpec term = Window.partitionBy(GRANULARITY.col(), LANGUAGE.col(), KIND.col(), TERM.col());
        return strongest(points.withColumn(
                        TERM_DOCUMENTS, sum(SeriesPoint.DOCUMENT_COUNT).over(term))
                .withColumnRenamed(SeriesPoint.DOCUMENT_COUNT, TARGET_COUNT.name())
                .withColumnRenamed(SeriesPoint.PERIOD_DOCUMENTS, TARGET_DOCUMENTS)
                .withColumn(OUTLET.name(), lit(ALL_OUTLETS))
                .join(broadcast(corpora), Frames.on(GRANULARITY.name(), LANGUAGE.name())));
    }

    /**
     * The key terms of every outlet, those that mark it and are no news included.
     *
     * @param termCounts rows of {@link TermCounts}
     * @param totalCounts rows of {@link TotalCounts}
     * @param followed as by {@link FollowedTerms#of}
     * @return rows of {@link TermKeyness} of granularity all
     */
    public static Dataset<Row> ofOutlets(Dataset<Row> termCounts, Dataset<Row> totalCounts, Dataset<Row> followed) {
        Dataset<Row> outlets = totalCounts
                .groupBy(LANGUAGE.col(), OUTLET.col())
                .agg(sum(TotalCounts.DOCUMENT_COUNT.col()).as(TARGET_DOCUMENTS))
                .where(col(TARGET_DOCUMENTS).geq(FollowedTerms.LEAST_OF_OUTLET));
        Dataset<Row> corpora =
                outlets.groupBy(LANGUAGE.col()).agg(sum(TARGET_DOCUMENTS).as(ALL_DOCUMENTS));
        WindowSpec term = Window.partitionBy(LANGUAGE.col(), KIND.col(), TERM.col());
        Dataset<Row> perOutlet = termCounts
                .join(
                        followed.select(LANGUAGE.col(), KIND.col(), TERM.col()),
                        Frames.on(LANGUAGE.name(), KIND.name(), TERM.name()),
                        "left_semi")
                .join(broadcast(outlets), Frames.on(LANGUAGE.name(), OUTLET.name()))
                .groupBy(LANGUAGE.col(), KIND.col(), TERM.col(), OUTLET.col(), col(TARGET_DOCUMENTS))
                .agg(sum(TermCounts.DOCUMENT_COUNT.col()).as(TARGET_COUNT.name()))
                .where(TARGET_COUNT.col().gt(0))
                .withColumn(TERM_DOCUMENTS, sum(TARGET_COUNT.col()).over(term))
                .withColumn(GRANULARITY.name(), lit(Granularity.ALL.code()))
                .withColumn(PERIOD_START.name(), lit(null).cast(DataTypes.DateType));
        return strongest(perOutlet
                .where(OUTLET.col().notEqual(org.newsweft.jobs.trends.TermCounts.UNKNOWN_OUTLET))
                .join(broadcast(corpora), LANGUAGE.name()));
    }

    private static Dataset<Row> strongest(Dataset<Row> counts) {
        Column target = col(TARGET_DOCUMENTS);
        Column all = col(ALL_DOCUMENTS);
        Association association = Association.of(TARGET_COUNT.col(), target, col(TERM_DOCUMENTS), all);
        Column logRatio = log2(smoothedShare(TARGET_COUNT.col(), target)
                .divide(smoothedShare(REFERENCE_COUNT.col(), all.minus(target))));
        Column[] family = {GRANULARITY.col(), PERIOD_START.col(), OUTLET.col(), LANGUAGE.col()};
        Dataset<Row> tested = counts.where(all.gt(target))
                .withColumn(REFERENCE_COUNT.name(), col(TERM_DOCUMENTS).minus(TARGET_COUNT.col()))
                .withColumn(G2.name(), association.logLikelihood())
                .withColumn(P_VALUE, Significance.pValue(G2.col()))
                .withColumn(Q_VALUE.name(), Significance.qValue(col(P_VALUE), family));
        WindowSpec period = Window.partitionBy(family);
        return TermKeyness.TABLE.rows(tested.where(G2.col().gt(0))
                .withColumn(PLACE, row_number().over(period.orderBy(G2.col().desc(), KIND.col(), TERM.col())))
                .where(Q_VALUE.col().leq(FALSE_DISCOVERY_RATE).or(col(PLACE).leq(ALWAYS_KEPT)))
                .withColumn(LOG_RATIO.name(), logRatio));
    }

    /** A share with half a document added to those that hold the term, and half to those that do not. */
    private static Column smoothedShare(Column part, Column whole) {
        return part.plus(0.5).divide(whole.plus(1));
    }
}
