package org.newsweft.jobs.trends;

import static org.apache.spark.sql.functions.aggregate;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.date_from_unix_date;
import static org.apache.spark.sql.functions.inline;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.log2;
import static org.apache.spark.sql.functions.row_number;
import static org.newsweft.table.TermKeyness.*;

import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.expressions.Window;
import org.apache.spark.sql.expressions.WindowSpec;
import org.newsweft.measure.Association;
import org.newsweft.measure.Significance;
import org.newsweft.table.TermKeyness;

/**
 * What marks a period against all other periods of its granularity, by the stories that hold a term: one story that
 * repeats a word does not make it key.
 *
 * <p>All terms of the period are tested together. Of those more frequent there than elsewhere, these are kept: all with
 * a q-value of at most {@value #FALSE_DISCOVERY_RATE}, and in any case the {@value #ALWAYS_KEPT} with the highest g2,
 * so that a small corpus, in which nothing is beyond doubt, still has something to say; the q-value says how much it is
 * worth. A corpus of a single period has no other to compare with, and no rows.
 */
public final class Keyness {
    static final double FALSE_DISCOVERY_RATE = 0.05;
    static final int ALWAYS_KEPT = 50;

    private static final String TERM_DOCUMENTS = "term_documents";
    private static final String P_VALUE = "p_value";
    private static final String PLACE = "place";

    private Keyness() {}

    /**
     * The key terms of every period.
     *
     * @param series as by {@link TermSeries#of}
     * @return rows of {@link TermKeyness}
     */
    public static Dataset<Row> of(Dataset<Row> series) {
        Column periodDocuments = col(SeriesPoint.PERIOD_DOCUMENTS);
        Column corpusDocuments = col(TermSeries.CORPUS_DOCUMENTS);
        Association association =
                Association.of(TARGET_COUNT.col(), periodDocuments, col(TERM_DOCUMENTS), corpusDocuments);
        Column logRatio = log2(smoothedShare(TARGET_COUNT.col(), periodDocuments)
                .divide(smoothedShare(REFERENCE_COUNT.col(), corpusDocuments.minus(periodDocuments))));
        WindowSpec period = Window.partitionBy(GRANULARITY.col(), PERIOD_START.col());
        Dataset<Row> tested = occurrences(series)
                .where(corpusDocuments.gt(periodDocuments))
                .withColumn(REFERENCE_COUNT.name(), col(TERM_DOCUMENTS).minus(TARGET_COUNT.col()))
                .withColumn(G2.name(), association.logLikelihood())
                .withColumn(P_VALUE, Significance.pValue(G2.col()))
                .withColumn(Q_VALUE.name(), Significance.qValue(col(P_VALUE), GRANULARITY.col(), PERIOD_START.col()));
        return TermKeyness.TABLE.rows(tested.where(G2.col().gt(0))
                .withColumn(PLACE, row_number().over(period.orderBy(G2.col().desc(), KIND.col(), TERM.col())))
                .where(Q_VALUE.col().leq(FALSE_DISCOVERY_RATE).or(col(PLACE).leq(ALWAYS_KEPT)))
                .withColumn(LOG_RATIO.name(), logRatio));
    }

    /** One row per period and term that occurs in it. */
    private static Dataset<Row> occurrences(Dataset<Row> series) {
        Column total = aggregate(SeriesPoint.all(SeriesPoint.DOCUMENT_COUNT), lit(0L), Column::plus);
        return series.withColumn(TERM_DOCUMENTS, total)
                .select(
                        GRANULARITY.col(),
                        KIND.col(),
                        TERM.col(),
                        col(TermSeries.CORPUS_DOCUMENTS),
                        col(TERM_DOCUMENTS),
                        inline(col(TermSeries.POINTS)))
                .withColumnRenamed(SeriesPoint.DOCUMENT_COUNT, TARGET_COUNT.name())
                .where(TARGET_COUNT.col().gt(0))
                .withColumn(PERIOD_START.name(), date_from_unix_date(col(SeriesPoint.DAY)));
    }

    /** A share with half a document added to those that hold the term, and half to those that do not. */
    private static Column smoothedShare(Column part, Column whole) {
        return part.plus(0.5).divide(whole.plus(1));
    }
}
