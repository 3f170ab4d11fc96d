package org.newsweft.jobs;

import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;
import org.newsweft.table.PeriodTotals;
import org.newsweft.testing.SparkTest;

@SuppressWarnings("serial")
class CountsTest extends SparkTest {
    private static final String COUNTED = "granularity string, period_start date, document_count long, word_count long";

    @Test
    void whatIsAddedTurnsTheCountsOfYesterdayIntoThoseOfToday() {
        Dataset<Row> before = totals(
                "{'granularity': 'month', 'period_start': '2013-04-01', 'document_count': 3, 'word_count': 30}",
                "{'granularity': 'month', 'period_start': '2013-05-01', 'document_count': 1, 'word_count': 10}");
        Dataset<Row> now = totals(
                "{'granularity': 'month', 'period_start': '2013-04-01', 'document_count': 3, 'word_count': 31}",
                "{'granularity': 'all', 'document_count': 2, 'word_count': 5}");

        Dataset<Row> added = Counts.difference(PeriodTotals.TABLE, now, before);
        assertRows(
                added,
                COUNTED,
                "{'granularity': 'month', 'period_start': '2013-04-01', 'document_count': 0, 'word_count': 1}",
                "{'granularity': 'month', 'period_start': '2013-05-01', 'document_count': -1, 'word_count': -10}",
                "{'granularity': 'all', 'document_count': 2, 'word_count': 5}");
        // A key that counts nothing any more is gone.
        assertRows(
                Counts.summed(PeriodTotals.TABLE, before.unionByName(added)),
                COUNTED,
                "{'granularity': 'month', 'period_start': '2013-04-01', 'document_count': 3, 'word_count': 31}",
                "{'granularity': 'all', 'document_count': 2, 'word_count': 5}");
    }

    private Dataset<Row> totals(String... json) {
        return rows(PeriodTotals.TABLE, json).na().fill(0);
    }
}
