package org.newsweft.jobs.ingest;

import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;
import org.newsweft.table.facts.CorpusFiles;
import org.newsweft.table.facts.CorpusRecords;
import org.newsweft.table.facts.Documents;
import org.newsweft.testing.SparkTest;

@SuppressWarnings("serial")
class IngestJobTest extends SparkTest {
    @Test
    void aFileIsReadAgainOnlyIfItsSizeOrTimeChanged() {
        String files = "file string, relative_path string, bytes long, modified_at timestamp";
        Dataset<Row> now = rows(
                files,
                "{'file': 'same', 'bytes': 1, 'modified_at': '2026-01-01 00:00:00'}",
                "{'file': 'longer', 'bytes': 2, 'modified_at': '2026-01-01 00:00:00'}",
                "{'file': 'later', 'bytes': 1, 'modified_at': '2026-01-02 00:00:00'}",
                "{'file': 'new', 'bytes': 1, 'modified_at': '2026-01-01 00:00:00'}");
        Dataset<Row> known = rows(
                CorpusFiles.TABLE,
                "{'file': 'same', 'bytes': 1, 'modified_at': '2026-01-01 00:00:00'}",
                "{'file': 'longer', 'bytes': 1, 'modified_at': '2026-01-01 00:00:00'}",
                "{'file': 'later', 'bytes': 1, 'modified_at': '2026-01-01 00:00:00'}");

        assertRows(
                IngestJob.unread(now, known),
                "file string",
                "{'file': 'longer'}",
                "{'file': 'later'}",
                "{'file': 'new'}");
    }

    @Test
    void theLatestVersionOfASourceStandsForTheDocumentWhateverTheOrder() {
        Dataset<Row> records = rows(
                CorpusRecords.TABLE,
                "{'doc_id': 'a', 'content_hash': 'h2', 'date': '2013-04-16'}",
                "{'doc_id': 'a', 'content_hash': 'h1', 'date': '2013-04-15'}",
                "{'doc_id': 'a', 'content_hash': 'h3'}",
                "{'doc_id': 'b', 'content_hash': 'h5'}",
                "{'doc_id': 'b', 'content_hash': 'h4'}");

        assertRows(
                IngestJob.ranked(records).where("rank = 1"),
                "doc_id string, content_hash string",
                "{'doc_id': 'a', 'content_hash': 'h2'}",
                "{'doc_id': 'b', 'content_hash': 'h4'}");
    }

    @Test
    void onlyNewAndChangedDocumentsAreAnalysed() {
        Dataset<Row> versions = IngestJob.ranked(rows(
                CorpusRecords.TABLE,
                "{'doc_id': 'a', 'content_hash': 'h1'}",
                "{'doc_id': 'b', 'content_hash': 'h2'}",
                "{'doc_id': 'c', 'content_hash': 'h3'}"));
        Dataset<Row> documents = rows(
                Documents.TABLE, "{'doc_id': 'a', 'content_hash': 'h1'}", "{'doc_id': 'b', 'content_hash': 'old'}");

        assertRows(
                IngestJob.stale(versions, documents, false),
                "doc_id string, status string",
                "{'doc_id': 'b', 'status': 'changed'}",
                "{'doc_id': 'c', 'status': 'new'}");
        assertRows(
                IngestJob.stale(versions, documents, true),
                "doc_id string, status string",
                "{'doc_id': 'a', 'status': 'changed'}",
                "{'doc_id': 'b', 'status': 'changed'}",
                "{'doc_id': 'c', 'status': 'new'}");
    }
}
