package org.newsweft.jobs.trends;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.date_from_unix_date;
import static org.apache.spark.sql.functions.inline;
import static org.apache.spark.sql.functions.when;
import static org.newsweft.table.figures.TermTrends.*;

import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.DataTypes;
import org.newsweft.measure.Proportion;
import org.newsweft.table.figures.TermTrends;

/** How often each term occurs in each period. */
public final class Trends {
    private Trends() {}

    /**
     * The points of every series, as shares with their intervals.
     *
     * @param series as by {@link TermSeries#of}
     * @return rows of {@link TermTrends}
     */
    public static Dataset<Row> of(Dataset<Row> series) {
        // The words of bodies: a period may have none where its terms stand in titles alone.
        Column words = col(SeriesPoint.PERIOD_WORDS).cast(DataTypes.DoubleType);
        Proportion share = Proportion.of(DOCUMENT_COUNT.col(), col(SeriesPoint.PERIOD_DOCUMENTS));
        return TermTrends.TABLE.rows(points(series)
                .withColumn(DOCUMENT_SHARE.name(), share.share())
                .withColumn(
                        PER_MILLION_WORDS.name(),
                        when(words.gt(0), TERM_COUNT.col().multiply(1e6).divide(words))
                                .otherwise(0.0))
                .withColumn(CI_LOW.name(), share.low())
                .withColumn(CI_HIGH.name(), share.high()));
    }

    /** One row per point, with the columns of {@link SeriesPoint#SCHEMA} and {@code period_start}. */
    static Dataset<Row> points(Dataset<Row> series) {
        return series.select(
                        GRANULARITY.col(),
                        LANGUAGE.col(),
                        KIND.col(),
                        TERM.col(),
                        col(TermSeries.FIRST_DAY),
                        inline(col(TermSeries.POINTS)))
                .withColumn(PERIOD_START.name(), date_from_unix_date(col(SeriesPoint.DAY)));
    }
}
