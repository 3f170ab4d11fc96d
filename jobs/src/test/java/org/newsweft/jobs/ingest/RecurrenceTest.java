package org.newsweft.jobs.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;
import org.newsweft.table.facts.OutletDates;
import org.newsweft.table.facts.OutletEvidence;
import org.newsweft.table.facts.OutletLines;
import org.newsweft.testing.SparkTest;

@SuppressWarnings("serial")
class RecurrenceTest extends SparkTest {
    @Test
    void aLineRecursIfItStandsInManyArticlesOutsideTheirText() {
        // Forty documents of one outlet: 8 are enough. Line 1 stands in 8, line 2 in 7, line 3 in 8 but amid the text
        // of 5.
        Dataset<Row> evidence = evidence(IntStream.range(0, 40)
                .mapToObj(i -> document(
                        "d" + i,
                        "herald",
                        i < 7 ? "1, 2, 3, " + (100 + i) : i < 8 ? "1, 3, " + (100 + i) : "" + (100 + i),
                        i < 5 ? "3" : "",
                        i))
                .toList());

        assertRows(
                decided(evidence),
                "outlet string, line long, document_count long, evidence_count long, context_count long, recurs boolean",
                "{'outlet': 'herald', 'line': 1, 'document_count': 8, 'evidence_count': 8, 'context_count': 8, 'recurs': true}",
                "{'outlet': 'herald', 'line': 2, 'document_count': 7, 'evidence_count': 7, 'context_count': 7, 'recurs': false}",
                "{'outlet': 'herald', 'line': 3, 'document_count': 8, 'evidence_count': 3, 'context_count': 3, 'recurs': false}");
    }

    @Test
    void anArticlePrintedManyTimesCountsOnce() {
        // The sketches of copies differ in one or two of five values: the middle count stays at one or two.
        Dataset<Row> evidence = evidence(IntStream.range(0, 30)
                .mapToObj(i ->
                        "{'doc_id': 'd%d', 'outlet': '', 'lines': [1], 'story_lines': [], 'sketch': [1, 2, 3, %d, %d]}"
                                .formatted(i, i, i % 9))
                .toList());

        assertRows(
                decided(evidence),
                "line long, document_count long, context_count long, recurs boolean",
                "{'line': 1, 'document_count': 30, 'context_count': 1, 'recurs': false}");
    }

    @Test
    void fewDocumentsNeedAFifthButNeverLessThanFour() {
        assertThat(recurringAmong(5, 3)).isFalse();
        assertThat(recurringAmong(5, 4)).isTrue();
        assertThat(recurringAmong(30, 5)).isFalse();
        assertThat(recurringAmong(30, 6)).isTrue();
        // One in two hundred of 2,000.
        assertThat(recurringAmong(2000, 9)).isFalse();
        assertThat(recurringAmong(2000, 10)).isTrue();
    }

    private boolean recurringAmong(int documents, int withTheLine) {
        Dataset<Row> evidence = evidence(IntStream.range(0, documents)
                .mapToObj(i -> document("d" + i, "herald", i < withTheLine ? "1" : "" + (100 + i), "", i))
                .toList());
        return decided(evidence).where(OutletLines.RECURS.col()).count() == 1;
    }

    @Test
    void anOutletHasADateOrderIfItsClearDatesAgree() {
        String[] documents = {
            dated("herald", "day_first"),
            dated("herald", "day_first"),
            dated("herald", "unknown"),
            dated("post", "month_first"),
            dated("post", "month_first"),
            dated("mixed", "month_first"),
            dated("mixed", "day_first"),
            dated("single", "day_first"),
            dated("", "day_first"),
            dated("", "day_first")
        };

        assertRows(
                Recurrence.dateOrders(rows(OutletEvidence.TABLE, documents)),
                "outlet string, date_order string",
                "{'outlet': 'herald', 'date_order': 'day_first'}",
                "{'outlet': 'post', 'date_order': 'month_first'}");
    }

    @Test
    void onlyDocumentsWhoseOutletTellsSomethingNewAreReadAgain() {
        Dataset<Row> evidence = evidence(
                List.of(
                        document("fresh", "herald", "1, 5", "", 1),
                        document("fresh-untold", "herald", "6", "", 2),
                        document("old-same", "herald", "1", "", 3),
                        document("old-crossed", "herald", "1, 2", "", 4),
                        document("old-freed", "herald", "3", "", 5),
                        document("elsewhere", "post", "2", "", 6),
                        "{'doc_id': 'old-dated', 'outlet': 'herald', 'lines': [7], 'story_lines': [], 'sketch': [1], 'is_date_ambiguous': true}"));
        Dataset<Row> fresh = rows("doc_id string", "{'doc_id': 'fresh'}", "{'doc_id': 'fresh-untold'}");
        Dataset<Row> before = rows(
                OutletLines.TABLE,
                "{'outlet': 'herald', 'line': 1, 'recurs': true}",
                "{'outlet': 'herald', 'line': 2, 'recurs': false}",
                "{'outlet': 'herald', 'line': 3, 'recurs': true}");
        Dataset<Row> now = rows(
                OutletLines.TABLE,
                "{'outlet': 'herald', 'line': 1, 'recurs': true}",
                "{'outlet': 'herald', 'line': 2, 'recurs': true}");

        assertRows(
                Recurrence.toRead(
                        evidence,
                        fresh,
                        now,
                        before,
                        rows(OutletDates.TABLE, "{'outlet': 'herald', 'date_order': 'day_first'}"),
                        rows(OutletDates.TABLE)),
                "doc_id string, recurring array<bigint>, date_order string",
                "{'doc_id': 'fresh', 'recurring': [1]}",
                "{'doc_id': 'old-crossed', 'recurring': [1, 2]}",
                "{'doc_id': 'old-freed', 'recurring': []}",
                "{'doc_id': 'old-dated', 'recurring': [], 'date_order': 'day_first'}");
    }

    private Dataset<Row> decided(Dataset<Row> evidence) {
        return Recurrence.decided(Recurrence.counts(evidence, Recurrence.lines(evidence)), evidence);
    }

    private Dataset<Row> evidence(List<String> documents) {
        return rows(OutletEvidence.TABLE, documents.toArray(String[]::new));
    }

    /** A document with a sketch of its own. */
    private static String document(String id, String outlet, String lines, String storyLines, int sketch) {
        return "{'doc_id': '%s', 'outlet': '%s', 'lines': [%s], 'story_lines': [%s], 'sketch': [%d, %d, %d, %d, %d]}"
                .formatted(id, outlet, lines, storyLines, sketch, sketch, sketch, sketch, sketch);
    }

    private static String dated(String outlet, String order) {
        return "{'outlet': '%s', 'date_order': '%s'}".formatted(outlet, order);
    }
}
