package org.newsweft.jobs.trends;

import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.when;
import static org.newsweft.table.PeriodTotals.*;

import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.newsweft.table.Documents;
import org.newsweft.table.Granularity;
import org.newsweft.table.PeriodTotals;
import org.newsweft.table.Periods;

/** How much was written in each period: the denominators of every share. */
public final class Totals {
    private Totals() {}

    /**
     * Counts documents, sentences and words of every period that has a document, in all granularities.
     *
     * @param documents rows of {@link Documents}
     * @return rows of {@link PeriodTotals}; a period that has copies only counts no document
     */
    public static Dataset<Row> of(Dataset<Row> documents) {
        return PeriodTotals.TABLE.rows(Periods.withPeriods(documents, List.of(Granularity.values()))
                .groupBy(GRANULARITY.col(), PERIOD_START.col())
                .agg(
                        ofStories(lit(1L)).as(DOCUMENT_COUNT.name()),
                        count(lit(1)).as(DOCUMENT_COUNT_WITH_COPIES.name()),
                        ofStories(Documents.SENTENCE_COUNT.col()).as(SENTENCE_COUNT.name()),
                        ofStories(Documents.WORD_COUNT.col()).as(WORD_COUNT.name())));
    }

    private static Column ofStories(Column amount) {
        return sum(when(Documents.IS_COPY.col(), 0L).otherwise(amount));
    }
}
