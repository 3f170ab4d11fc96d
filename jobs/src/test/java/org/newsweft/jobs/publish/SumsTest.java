package org.newsweft.jobs.publish;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;
import org.junit.jupiter.api.Test;
import org.newsweft.table.Documents;
import org.newsweft.table.Granularity;
import org.newsweft.table.PeriodTotals;
import org.newsweft.table.TermTrends;
import org.newsweft.testing.SparkTest;

/** Two documents of the same week in two months, one of April only, one of 2013 only, one without a date. */
@SuppressWarnings("serial")
class SumsTest extends SparkTest {
    private static final String EXCESS = "granularity string, period_start date, excess long";

    @Test
    void totalsAreTheSumsOfTheirParts() {
        assertRows(Sums.wrongTotals(totals(5), documents()), EXCESS);
        assertRows(Sums.wrongTotals(totals(7), documents()), EXCESS, "{'granularity': 'all', 'excess': 2}");
    }

    @Test
    void countsMayExceedTheirPartsByWhatIsNotDatedAsFinely() {
        Set<Granularity> ofTerms = EnumSet.of(Granularity.DAY, Granularity.WEEK, Granularity.MONTH, Granularity.YEAR);
        Dataset<Row> trends = rows(
                TermTrends.TABLE,
                trend("day", "2013-03-31", "x", 1),
                trend("day", "2013-04-01", "x", 1),
                // Every document of this week is dated to the day: 2 + 0.
                trend("week", "2013-03-25", "x", 1),
                trend("week", "2013-04-01", "x", 1),
                trend("month", "2013-03-01", "x", 1),
                // One document is of April only: 1 or 2.
                trend("month", "2013-04-01", "x", 2),
                // One is of 2013 only: 3 or 4.
                trend("year", "2013-01-01", "x", 4),
                trend("day", "2013-03-31", "y", 1),
                trend("week", "2013-03-25", "y", 2),
                trend("month", "2013-03-01", "y", 1),
                trend("year", "2013-01-01", "y", 0),
                trend("month", "2013-03-01", "z", 1),
                trend("year", "2013-01-01", "z", 1));
        assertRows(
                wrong(trends, ofTerms, true),
                EXCESS + ", term string",
                "{'granularity': 'week', 'period_start': '2013-03-25', 'excess': 1, 'term': 'y'}",
                "{'granularity': 'year', 'period_start': '2013-01-01', 'excess': -1, 'term': 'y'}",
                // March has no document that is not dated to the day.
                "{'granularity': 'month', 'period_start': '2013-03-01', 'excess': 1, 'term': 'z'}");
        // Where small counts have no row, only too few is wrong.
        assertRows(
                wrong(trends, ofTerms, false),
                EXCESS + ", term string",
                "{'granularity': 'year', 'period_start': '2013-01-01', 'excess': -1, 'term': 'y'}");
    }

    @Test
    void periodsThatWereNotAskedForAreNotMissed() {
        Dataset<Row> rows =
                rows(TermTrends.TABLE, trend("month", "2013-03-01", "x", 1), trend("month", "2013-04-01", "x", 1));
        assertRows(wrong(rows, EnumSet.of(Granularity.MONTH), true), EXCESS);
    }

    private Dataset<Row> wrong(Dataset<Row> trends, Set<Granularity> granularities, boolean isComplete) {
        return Sums.wrong(
                        List.of(new Sums.Counted(
                                "check",
                                trends,
                                TermTrends.DOCUMENT_COUNT.col(),
                                granularities,
                                isComplete,
                                List.of(TermTrends.TERM))),
                        totals(5))
                .withColumn("term", functions.element_at(functions.col("key"), 1));
    }

    private Dataset<Row> totals(int all) {
        return rows(
                PeriodTotals.TABLE,
                total("day", "'2013-03-31'", 1),
                total("day", "'2013-04-01'", 1),
                total("week", "'2013-03-25'", 1),
                total("week", "'2013-04-01'", 1),
                total("month", "'2013-03-01'", 1),
                total("month", "'2013-04-01'", 2),
                total("year", "'2013-01-01'", 4),
                total("all", "null", all));
    }

    private Dataset<Row> documents() {
        return rows(
                Documents.TABLE,
                document("2013-03-31", "day", "en"),
                document("2013-04-01", "day", "en"),
                document("2013-04-01", "month", "en"),
                document("2013-01-01", "year", "en"),
                "{'published_precision': 'none'}",
                document("2013-01-01", "year", "de"));
    }

    private static String total(String granularity, String start, int documents) {
        return "{'granularity': '%s', 'period_start': %s, 'language': 'en', 'document_count_with_copies': %d}"
                .formatted(granularity, start, documents);
    }

    private static String trend(String granularity, String start, String term, int documents) {
        return "{'granularity': '%s', 'period_start': '%s', 'term': '%s', 'document_count': %d}"
                .formatted(granularity, start, term, documents);
    }

    private static String document(String date, String precision, String language) {
        return "{'published_on': '%s', 'published_precision': '%s', 'language': '%s'}"
                .formatted(date, precision, language);
    }
}
