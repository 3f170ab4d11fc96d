package org.newsweft.jobs.publish;

import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;
import org.newsweft.table.figures.CooccurrenceEvidence;
import org.newsweft.table.figures.EntityCooccurrence;
import org.newsweft.table.figures.PeriodTotals;
import org.newsweft.table.figures.TermTrends;
import org.newsweft.testing.SparkTest;

@SuppressWarnings("serial")
class QualityRowsTest extends SparkTest {
    @Test
    void everyPairMustReconcileWithItsEvidence() {
        Dataset<Row> pairs = rows(
                EntityCooccurrence.TABLE,
                "{'scope': 'sentence', 'granularity': 'all', 'entity_a': 'a', 'entity_b': 'b', 'n_ab': 2}",
                "{'scope': 'sentence', 'granularity': 'all', 'entity_a': 'a', 'entity_b': 'c', 'n_ab': 1}",
                "{'scope': 'sentence', 'granularity': 'all', 'entity_a': 'a', 'entity_b': 'd', 'n_ab': 1}",
                "{'scope': 'sentence', 'granularity': 'year', 'entity_a': 'a', 'entity_b': 'b', 'n_ab': 7}");
        // As many sentences as are counted, but one of them is another pair's.
        Dataset<Row> evidence = rows(
                CooccurrenceEvidence.TABLE,
                "{'entity_a': 'a', 'entity_b': 'b', 'doc_id': 'x', 'sentence_no': 1}",
                "{'entity_a': 'a', 'entity_b': 'b', 'doc_id': 'x', 'sentence_no': 2}",
                "{'entity_a': 'a', 'entity_b': 'c', 'doc_id': 'x', 'sentence_no': 1}",
                "{'entity_a': 'a', 'entity_b': 'e', 'doc_id': 'x', 'sentence_no': 1}");
        assertRows(
                QualityRows.pairsWithoutTheirEvidence(pairs, evidence),
                "entity_a string, entity_b string, counted long, shown long",
                "{'entity_a': 'a', 'entity_b': 'd', 'counted': 1, 'shown': 0}",
                "{'entity_a': 'a', 'entity_b': 'e', 'counted': 0, 'shown': 1}");
    }

    @Test
    void aShareNeedsADenominatorThatIsLargeEnough() {
        Dataset<Row> totals = rows(
                PeriodTotals.TABLE,
                "{'granularity': 'day', 'period_start': '2013-04-15', 'language': 'en', 'document_count': 2}");
        assertRows(
                QualityRows.sharesWithoutATotal(
                        rows(
                                TermTrends.TABLE,
                                "{'granularity': 'day', 'period_start': '2013-04-15', 'language': 'en', 'term': 'a',"
                                        + " 'document_count': 2}",
                                "{'granularity': 'day', 'period_start': '2013-04-15', 'language': 'en', 'term': 'b',"
                                        + " 'document_count': 3}",
                                "{'granularity': 'day', 'period_start': '2013-04-16', 'language': 'en', 'term': 'a',"
                                        + " 'document_count': 1}"),
                        totals),
                "period_start date, term string",
                "{'period_start': '2013-04-15', 'term': 'b'}",
                "{'period_start': '2013-04-16', 'term': 'a'}");
    }
}
