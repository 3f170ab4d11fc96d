package org.newsweft.jobs.engine;

import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;
import org.newsweft.table.counts.TotalCounts;
import org.newsweft.testing.SparkTest;

@SuppressWarnings("serial")
class CountsTest extends SparkTest {
    private static final String COUNTED =
            "language string, outlet string, precision string, period_start date, document_count long, word_count long";

    @Test
    void whatIsAddedTurnsTheCountsOfYesterdayIntoThoseOfToday() {
        Dataset<Row> before = totals(
                "{'language': 'en', 'outlet': 'o', 'precision': 'month', 'period_start': '2013-04-01', 'document_count': 3, 'word_count': 30}",
                "{'language': 'en', 'outlet': 'o', 'precision': 'month', 'period_start': '2013-05-01', 'document_count': 1, 'word_count': 10}");
        Dataset<Row> now = totals(
                "{'language': 'en', 'outlet': 'o', 'precision': 'month', 'period_start': '2013-04-01', 'document_count': 3, 'word_count': 31}",
                "{'language': 'en', 'outlet': 'o', 'precision': 'none', 'document_count': 2, 'word_count': 5}");

        Dataset<Row> added = Counts.difference(TotalCounts.TABLE, now, before);
        assertRows(
                added,
                COUNTED,
                "{'language': 'en', 'outlet': 'o', 'precision': 'month', 'period_start': '2013-04-01', 'document_count': 0, 'word_count': 1}",
                "{'language': 'en', 'outlet': 'o', 'precision': 'month', 'period_start': '2013-05-01', 'document_count': -1, 'word_count': -10}",
                "{'language': 'en', 'outlet': 'o', 'precision': 'none', 'document_count': 2, 'word_count': 5}");
        // A key that counts nothing any more is gone.
        assertRows(
                Counts.summed(TotalCounts.TABLE, before.unionByName(added)),
                COUNTED,
                "{'language': 'en', 'outlet': 'o', 'precision': 'month', 'period_start': '2013-04-01', 'document_count': 3, 'word_count': 31}",
                "{'language': 'en', 'outlet': 'o', 'precision': 'none', 'document_count': 2, 'word_count': 5}");
    }

    private Dataset<Row> totals(String... json) {
        return rows(TotalCounts.TABLE, json).na().fill(0);
    }
}
