package org.newsweft.table;

import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;
import org.newsweft.table.facts.Documents;
import org.newsweft.table.schema.Granularity;
import org.newsweft.testing.SparkTest;

@SuppressWarnings("serial")
class PeriodsTest extends SparkTest {
    @Test
    void aDocumentCountsInPeriodsAtLeastAsCoarseAsItsDate() {
        Dataset<Row> documents = rows(
                Documents.TABLE,
                "{'doc_id': 'a', 'published_on': '2013-04-17', 'published_precision': 'day'}",
                "{'doc_id': 'b', 'published_on': '2013-04-01', 'published_precision': 'month'}",
                "{'doc_id': 'c', 'published_precision': 'none'}");

        assertRows(
                Periods.withPeriods(documents, List.of(Granularity.values())),
                "doc_id string, granularity string, period_start date",
                "{'doc_id': 'a', 'granularity': 'day', 'period_start': '2013-04-17'}",
                "{'doc_id': 'a', 'granularity': 'week', 'period_start': '2013-04-15'}",
                "{'doc_id': 'a', 'granularity': 'month', 'period_start': '2013-04-01'}",
                "{'doc_id': 'a', 'granularity': 'year', 'period_start': '2013-01-01'}",
                "{'doc_id': 'a', 'granularity': 'all'}",
                "{'doc_id': 'b', 'granularity': 'month', 'period_start': '2013-04-01'}",
                "{'doc_id': 'b', 'granularity': 'year', 'period_start': '2013-01-01'}",
                "{'doc_id': 'b', 'granularity': 'all'}",
                "{'doc_id': 'c', 'granularity': 'all'}");
    }
}
