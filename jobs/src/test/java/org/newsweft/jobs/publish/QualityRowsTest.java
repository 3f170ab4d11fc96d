package org.newsweft.jobs.publish;

import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;
import org.newsweft.table.facts.Documents;
import org.newsweft.table.facts.Sentences;
import org.newsweft.table.figures.CooccurrenceEvidence;
import org.newsweft.table.figures.EntityCooccurrence;
import org.newsweft.table.figures.EventDocuments;
import org.newsweft.table.figures.Events;
import org.newsweft.table.figures.PeriodTotals;
import org.newsweft.table.figures.TermTrends;
import org.newsweft.testing.SparkTest;

@SuppressWarnings("serial")
class QualityRowsTest extends SparkTest {
    private static final String CHECK = "check string, value double, passed boolean";

    @Test
    void whatMustNotBeIsCounted() {
        Dataset<Row> documents = rows(Documents.TABLE, "{'doc_id': 'a'}", "{'doc_id': 'a'}", "{'doc_id': 'b'}");
        Dataset<Row> sentences =
                rows(Sentences.TABLE, "{'doc_id': 'a', 'sentence_no': 0}", "{'doc_id': 'x', 'sentence_no': 0}");
        assertRows(
                QualityRows.duplicateDocuments(documents)
                        .union(QualityRows.orphanSentences(sentences, documents))
                        .union(QualityRows.lostDocuments(documents, 5, 1))
                        .union(QualityRows.lostDocuments(documents, 2, 0)),
                CHECK,
                "{'check': 'duplicate_documents', 'value': 1.0, 'passed': false}",
                "{'check': 'orphan_sentences', 'value': 1.0, 'passed': false}",
                "{'check': 'lost_documents', 'value': 1.0, 'passed': false}",
                "{'check': 'lost_documents', 'value': 0.0, 'passed': true}");
    }

    @Test
    void pairsMustReconcileWithTheirEvidence() {
        Dataset<Row> pairs = rows(
                EntityCooccurrence.TABLE,
                "{'scope': 'sentence', 'granularity': 'all', 'entity_a': 'a', 'entity_b': 'b', 'n_ab': 2}",
                "{'scope': 'sentence', 'granularity': 'year', 'entity_a': 'a', 'entity_b': 'b', 'n_ab': 7}");
        String sentence = "{'entity_a': 'a', 'entity_b': 'b', 'doc_id': 'x', 'sentence_no': %d}";
        assertRows(
                QualityRows.evidenceMismatch(
                                pairs, rows(CooccurrenceEvidence.TABLE, sentence.formatted(1), sentence.formatted(2)))
                        .union(QualityRows.evidenceMismatch(
                                pairs, rows(CooccurrenceEvidence.TABLE, sentence.formatted(1)))),
                CHECK,
                "{'check': 'evidence_mismatch', 'value': 0.0, 'passed': true}",
                "{'check': 'evidence_mismatch', 'value': 1.0, 'passed': false}");
    }

    @Test
    void documentsOfEventsMustBeDocumentsAndOfEvents() {
        assertRows(
                QualityRows.orphanEventDocuments(
                        rows(
                                EventDocuments.TABLE,
                                "{'event_id': 'a', 'doc_id': 'a'}",
                                "{'event_id': 'a', 'doc_id': 'gone'}",
                                "{'event_id': 'none', 'doc_id': 'b'}"),
                        rows(Documents.TABLE, "{'doc_id': 'a'}", "{'doc_id': 'b'}"),
                        rows(Events.TABLE, "{'event_id': 'a'}")),
                CHECK,
                "{'check': 'orphan_event_documents', 'value': 2.0, 'passed': false}");
    }

    @Test
    void aShareNeedsADenominatorThatIsLargeEnough() {
        Dataset<Row> totals = rows(
                PeriodTotals.TABLE,
                "{'granularity': 'day', 'period_start': '2013-04-15', 'language': 'en', 'document_count': 2}");
        assertRows(
                QualityRows.brokenShares(
                        rows(
                                TermTrends.TABLE,
                                "{'granularity': 'day', 'period_start': '2013-04-15', 'language': 'en', 'term': 'a', 'document_count': 2}",
                                "{'granularity': 'day', 'period_start': '2013-04-15', 'language': 'en', 'term': 'b', 'document_count': 3}",
                                "{'granularity': 'day', 'period_start': '2013-04-16', 'language': 'en', 'term': 'a', 'document_count': 1}"),
                        totals),
                CHECK,
                "{'check': 'broken_shares', 'value': 2.0, 'passed': false}");
    }
}
