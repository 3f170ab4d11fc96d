package org.newsweft.jobs.ingest;

import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;
import org.newsweft.table.facts.Rejects;
import org.newsweft.testing.SparkTest;

@SuppressWarnings("serial")
class ComplaintsTest extends SparkTest {
    @Test
    void aFileThatIsGoneIsNotComplainedOf() {
        Dataset<Row> rejects = rows(
                Rejects.TABLE,
                "{'source': 'a.part', 'file': 'a.part', 'reason': 'unsupported_format'}",
                "{'source': 'b.jsonl#1', 'file': 'b.jsonl', 'reason': 'broken_json'}",
                "{'source': 'b.jsonl#2', 'file': 'b.jsonl', 'reason': 'broken_json'}",
                "{'source': 'c.jsonl#1', 'file': 'c.jsonl', 'reason': 'broken_json'}",
                "{'source': 'x1', 'file': 'x1', 'reason': 'superseded'}");
        Dataset<Row> files = rows("relative_path string", "{'relative_path': 'c.jsonl'}");

        assertRows(
                Complaints.gone(rejects, files),
                "file string, reason string",
                "{'file': 'a.part', 'reason': 'unsupported_format'}",
                "{'file': 'b.jsonl', 'reason': 'broken_json'}");
    }

    @Test
    void aSourceIsComplainedOfOnceForEachReason() {
        Dataset<Row> refused = rows(
                Rejects.TABLE,
                "{'source': 'a', 'file': 'a', 'reason': 'superseded', 'detail': 'stands behind 2', 'bytes': 5}",
                "{'source': 'a', 'file': 'a', 'reason': 'superseded', 'detail': 'stands behind 1', 'bytes': 7}",
                "{'source': 'a', 'file': 'a', 'reason': 'analysis_failed', 'detail': 'too deep', 'bytes': 1}",
                "{'source': 'b', 'file': 'a', 'reason': 'broken_json', 'detail': 'no object', 'bytes': 2}");

        assertRows(
                Complaints.oneEach(refused),
                "source string, file string, reason string, detail string, bytes long",
                "{'source': 'a', 'file': 'a', 'reason': 'superseded', 'detail': 'stands behind 1 (the first of 2)',"
                        + " 'bytes': 12}",
                "{'source': 'a', 'file': 'a', 'reason': 'analysis_failed', 'detail': 'too deep', 'bytes': 1}",
                "{'source': 'b', 'file': 'a', 'reason': 'broken_json', 'detail': 'no object', 'bytes': 2}");
    }
}
