package org.newsweft.jobs.trends;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.round;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.newsweft.jobs.trends.CountRows.totals;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;
import org.junit.jupiter.api.Test;
import org.newsweft.statistics.KleinbergBursts;
import org.newsweft.table.counts.TotalCounts;
import org.newsweft.table.figures.Entities;
import org.newsweft.table.schema.Granularity;
import org.newsweft.testing.SparkTest;

/** What is read off the series of terms: tests, changes, bursts and key terms. */
@SuppressWarnings("serial")
class SeriesTablesTest extends SparkTest {
    /** A corpus of words with so many stories each day, week or month. */
    private record Corpus(Dataset<Row> termCounts, Dataset<Row> totalCounts) {
        Dataset<Row> totals() {
            return Totals.of(totalCounts);
        }

        Dataset<Row> followed() {
            return termCounts
                    .select("language", "kind", "term")
                    .distinct()
                    .withColumn(FollowedTerms.MARKS, functions.lit(false));
        }

        Dataset<Row> series() {
            return TermSeries.of(termCounts, totals(), followed());
        }
    }

    private Corpus corpus(long[] documents, Granularity granularity, String[]... terms) {
        return new Corpus(
                rows(
                        org.newsweft.table.counts.TermCounts.TABLE,
                        Stream.of(terms).flatMap(Arrays::stream).toArray(String[]::new)),
                rows(TotalCounts.TABLE, totals(granularity, documents)));
    }

    private static String[] day(String term, long... counts) {
        return CountRows.term(Granularity.DAY, term, counts);
    }

    private static long[] fill(int periods, long documents) {
        long[] totals = new long[periods];
        Arrays.fill(totals, documents);
        return totals;
    }

    @Test
    void aTrendIsTestedWhereDataSuffice() {
        Corpus corpus = corpus(
                fill(10, 10),
                Granularity.DAY,
                day("rising", 0, 1, 2, 3, 4, 5, 6, 7, 8, 9),
                day("falling", 9, 8, 7, 6, 5, 4, 3, 2, 1, 0),
                day("steady", 1, 2, 1, 2, 1, 2, 1, 2, 1, 2),
                day("new", 0, 0, 0, 0, 0, 0, 5, 5, 6, 5),
                day("rare", 1, 0, 0, 0, 0, 0, 0, 0, 0, 1));
        Dataset<Row> rounded = TrendTests.of(corpus.series(), corpus.totals())
                .where("granularity = 'day' and horizon = 'all'")
                .withColumn("slope", round(col("slope"), 6))
                .withColumn("tau", round(col("tau"), 4))
                .withColumn("p_value", round(col("p_value"), 6));

        // Rising: all 45 pairs rise, variance 10 * 9 * 25 / 18 = 125, z = 44 / 11.18. New and steady by
        // pymannkendall.original_test and scipy.stats.kendalltau, theilslopes.
        assertRows(
                rounded,
                "term string, period_count bigint, slope double, tau double, p_value double, direction string, has_enough_data boolean",
                "{'term': 'rising', 'period_count': 10, 'slope': 0.1, 'tau': 1.0, 'p_value': 0.000083, 'direction': 'rising', 'has_enough_data': true}",
                "{'term': 'falling', 'period_count': 10, 'slope': -0.1, 'tau': -1.0, 'p_value': 0.000083, 'direction': 'falling', 'has_enough_data': true}",
                "{'term': 'steady', 'period_count': 10, 'slope': 0.0, 'tau': 0.1491, 'p_value': 0.676103, 'direction': 'steady', 'has_enough_data': true}",
                "{'term': 'new', 'period_count': 10, 'slope': 0.071429, 'tau': 0.7172, 'p_value': 0.012822, 'direction': 'rising', 'has_enough_data': true}",
                "{'term': 'rare', 'period_count': 10, 'slope': 0.0, 'tau': 0.0, 'direction': 'unknown', 'has_enough_data': false}");
    }

    @Test
    void whatChangedForGoodIsFoundInAFewWeeks() {
        Corpus corpus = corpus(
                fill(11, 150),
                Granularity.WEEK,
                CountRows.term(Granularity.WEEK, "war", 5, 4, 5, 6, 70, 60, 52, 45, 42, 40, 40),
                CountRows.term(Granularity.WEEK, "name", 0, 0, 0, 0, 0, 0, 0, 0, 12, 14, 13),
                CountRows.term(Granularity.WEEK, "gone", 20, 18, 22, 19, 21, 20, 1, 0, 0, 0, 0),
                CountRows.term(Granularity.WEEK, "spike", 1, 2, 1, 60, 2, 1, 1, 2, 1, 2, 1),
                CountRows.term(Granularity.WEEK, "usual", 9, 11, 10, 8, 12, 10, 9, 11, 10, 9, 11));

        assertRows(
                TrendTests.of(corpus.series(), corpus.totals()).where("granularity = 'week' and horizon = 'all'"),
                "term string, direction string",
                "{'term': 'war', 'direction': 'rising'}",
                "{'term': 'name', 'direction': 'rising'}",
                "{'term': 'gone', 'direction': 'falling'}",
                "{'term': 'spike', 'direction': 'steady'}",
                "{'term': 'usual', 'direction': 'steady'}");
        assertRows(
                TermChanges.of(corpus.series(), corpus.totals(), rows(Entities.TABLE))
                        .where("granularity = 'week' and q_value <= 0.05 and before_share < 0.05"),
                "term string, period_start date, document_count bigint, before_count bigint, before_documents bigint, is_new boolean",
                "{'term': 'spike', 'period_start': '2013-05-06', 'document_count': 60, 'before_count': 4, 'before_documents': 450, 'is_new': false}",
                "{'term': 'war', 'period_start': '2013-05-13', 'document_count': 70, 'before_count': 20, 'before_documents': 600, 'is_new': false}",
                "{'term': 'name', 'period_start': '2013-06-10', 'document_count': 12, 'before_count': 0, 'before_documents': 1200, 'is_new': true}",
                "{'term': 'name', 'period_start': '2013-06-17', 'document_count': 14, 'before_count': 12, 'before_documents': 1200, 'is_new': false}");
    }

    @Test
    void thinPeriodsStayOutOfTestsChangesBurstsAndKeyness() {
        // Twelve days of twenty stories; one of two stories, both on the flood.
        long[] documents = fill(13, 20);
        documents[8] = 2;
        Corpus corpus = corpus(
                documents,
                Granularity.DAY,
                day("flood", 1, 1, 0, 1, 1, 0, 1, 1, 2, 1, 1, 0, 1),
                day("talks", fill(13, 2)));
        assertRows(
                corpus.totals().where("granularity = 'day' and is_thin"),
                "period_start date, document_count bigint",
                "{'period_start': '2013-04-23', 'document_count': 2}");
        assertRows(
                TrendTests.of(corpus.series(), corpus.totals())
                        .where("granularity = 'day' and horizon = 'all' and term = 'flood'"),
                "period_count bigint",
                "{'period_count': 12}");
        assertThat(Bursts.of(corpus.series(), corpus.totals(), BurstSettings.USUAL)
                        .count())
                .isZero();
        assertThat(Keyness.strongest(Keyness.inPeriods(corpus.series(), corpus.totals()))
                        .where("granularity = 'day' and period_start = '2013-04-23'")
                        .count())
                .isZero();
        assertThat(TermChanges.of(corpus.series(), corpus.totals(), rows(Entities.TABLE))
                        .where("period_start = '2013-04-23'")
                        .count())
                .isZero();
    }

    @Test
    void aBurstRunsFromTheFirstDayToTheLastDayOfItsPeriods() {
        BurstSettings settings = new BurstSettings(new KleinbergBursts(2, 1, 3), 5, 3);
        Corpus days = corpus(
                fill(8, 20),
                Granularity.DAY,
                day("missile", 1, 0, 6, 7, 1, 0, 1, 1),
                day("summit", 2, 2, 2, 3, 2, 2, 2, 1));
        Corpus months =
                corpus(new long[] {100, 50}, Granularity.MONTH, CountRows.term(Granularity.MONTH, "missile", 0, 30));
        Dataset<Row> bursts = Bursts.of(days.series(), days.totals(), settings)
                .where("granularity = 'day'")
                .unionByName(
                        Bursts.of(months.series(), months.totals(), settings).where("granularity = 'month'"))
                .withColumn("weight", round(col("weight"), 4));

        // The days by brute force in KleinbergBurstsTest. February: 30 of 50 against 30 of 150, rate .4 in state 1:
        // 30 ln 2 + 20 ln(.6 / .8) = 15.04, rate .8 in state 2: 30 ln 4 + 20 ln(.2 / .8) = 13.86, and .999 in state 3.
        assertRows(
                bursts,
                "granularity string, term string, started_on date, ended_on date, level bigint, weight double, peak_on date, document_count bigint, outlet_count bigint",
                "{'granularity': 'day', 'term': 'missile', 'started_on': '2013-04-17', 'ended_on': '2013-04-18', 'level': 1, 'weight': 5.5937, 'peak_on': '2013-04-18', 'document_count': 13, 'outlet_count': 1}",
                "{'granularity': 'month', 'term': 'missile', 'started_on': '2013-02-01', 'ended_on': '2013-02-28', 'level': 1, 'weight': 15.0408, 'peak_on': '2013-02-01', 'document_count': 30, 'outlet_count': 1}");
    }

    @Test
    void weakBurstsAreLeftOut() {
        Corpus corpus = corpus(fill(8, 20), Granularity.DAY, day("missile", 1, 0, 6, 7, 1, 0, 1, 1));
        KleinbergBursts automaton = new KleinbergBursts(2, 1, 3);

        assertRows(Bursts.of(corpus.series(), corpus.totals(), new BurstSettings(automaton, 5.6, 0)), "term string");
        assertRows(Bursts.of(corpus.series(), corpus.totals(), new BurstSettings(automaton, 0, 14)), "term string");
        assertThatThrownBy(() -> new BurstSettings(automaton, -1, 0))
                .hasMessage("minimum weight -1.0, minimum of documents 0: must not be negative");
    }

    @Test
    void keyTermsAreThoseMoreFrequentThanElsewhere() {
        // January has 10 documents, February 30. g2 of the 2 x 2 tables and q-values by scipy,
        // log_ratio of missile: log2((8.5 / 11) / (2.5 / 31)).
        Corpus corpus = corpus(
                new long[] {10, 30},
                Granularity.MONTH,
                CountRows.term(Granularity.MONTH, "missile", 8, 2),
                CountRows.term(Granularity.MONTH, "talks", 1, 10));
        Dataset<Row> keyness = Keyness.strongest(Keyness.inPeriods(corpus.series(), corpus.totals()))
                .where("granularity = 'month'")
                .withColumn("g2", round(col("g2"), 4))
                .withColumn("log_ratio", round(col("log_ratio"), 4))
                .withColumn("q_value", round(col("q_value"), 4));

        assertRows(
                keyness,
                "granularity string, period_start date, outlet string, term string, target_count bigint, reference_count bigint, g2 double, log_ratio double, q_value double",
                "{'granularity': 'month', 'period_start': '2013-01-01', 'outlet': '(all)', 'term': 'missile', 'target_count': 8, 'reference_count': 2, 'g2': 20.283, 'log_ratio': 3.2603, 'q_value': 0.0}",
                "{'granularity': 'month', 'period_start': '2013-02-01', 'outlet': '(all)', 'term': 'talks', 'target_count': 10, 'reference_count': 1, 'g2': 2.361, 'log_ratio': 1.3126, 'q_value': 0.1244}");
    }

    @Test
    void aSinglePeriodHasNothingToBeComparedWith() {
        Corpus corpus = corpus(fill(1, 20), Granularity.DAY, day("missile", 5));
        assertRows(Keyness.strongest(Keyness.inPeriods(corpus.series(), corpus.totals())), "term string");
    }

    @Test
    void whatMarksAnOutletIsNoTrend() {
        String[] counts = {
            count("key takeaways", "Hacker News", 9),
            count("hacker news", "Hacker News", 8),
            count("ransomware", "Hacker News", 6),
            count("ransomware", "Hill", 4),
            count("senate", "Hill", 14),
            count("senate", "Hacker News", 1)
        };
        Dataset<Row> termCounts = rows(org.newsweft.table.counts.TermCounts.TABLE, counts);
        Dataset<Row> totalCounts = rows(TotalCounts.TABLE, total("Hacker News", 12), total("Hill", 40));
        Dataset<Row> followed = FollowedTerms.of(termCounts, totalCounts, 2);

        assertRows(
                followed,
                "term string, marks_outlet boolean",
                "{'term': 'key takeaways', 'marks_outlet': true}",
                "{'term': 'ransomware', 'marks_outlet': false}",
                "{'term': 'senate', 'marks_outlet': false}");
        assertRows(
                Keyness.strongest(Keyness.inOutlets(termCounts, totalCounts, followed)),
                "granularity string, outlet string, term string, target_count bigint, reference_count bigint",
                "{'granularity': 'all', 'outlet': 'Hacker News', 'term': 'key takeaways', 'target_count': 9, 'reference_count': 0}",
                "{'granularity': 'all', 'outlet': 'Hacker News', 'term': 'ransomware', 'target_count': 6, 'reference_count': 4}",
                "{'granularity': 'all', 'outlet': 'Hill', 'term': 'senate', 'target_count': 14, 'reference_count': 1}");
    }

    private static String count(String term, String outlet, long documents) {
        return "{'language': 'en', 'kind': 'word', 'term': '" + term
                + "', 'precision': 'day', 'period_start': '2013-04-15', 'outlet': '" + outlet + "', 'document_count': "
                + documents + ", 'document_count_with_copies': " + documents + ", 'term_count': " + documents + "}";
    }

    private static String total(String outlet, long documents) {
        return "{'language': 'en', 'precision': 'day', 'period_start': '2013-04-15', 'outlet': '" + outlet
                + "', 'document_count': " + documents + ", 'document_count_with_copies': " + documents
                + ", 'sentence_count': 0, 'word_count': 0}";
    }

    @Test
    void aPhraseIsWordsThatBelongTogether() {
        String[] counts = {
            word("prime", 30),
            word("minister", 40),
            word("city", 400),
            word("talks", 400),
            word("filler", 20_000),
            word("covid", 20),
            word("room", 100),
            word("british", 35),
            phrase("prime minister", 28),
            phrase("city talks", 8),
            phrase("covid 19", 15),
            phrase("room 19", 9),
            phrase("british prime minister", 9),
            phrase("british prime", 9)
        };
        Dataset<Row> followed = FollowedTerms.of(
                rows(org.newsweft.table.counts.TermCounts.TABLE, counts),
                rows(TotalCounts.TABLE, total("Hill", 500)),
                2);

        // "city talks": 8 * 20,995 / 400^2 is 1.05 times chance. "british prime" is but a part of the longer phrase.
        assertRows(
                followed.where("kind = 'phrase'"),
                "term string",
                "{'term': 'prime minister'}",
                "{'term': 'covid 19'}",
                "{'term': 'british prime minister'}");
    }

    private static String word(String term, long count) {
        return counted("word", term, count);
    }

    private static String phrase(String term, long count) {
        return counted("phrase", term, count);
    }

    private static String counted(String kind, String term, long count) {
        return "{'language': 'en', 'kind': '" + kind + "', 'term': '" + term
                + "', 'precision': 'day', 'period_start': '2013-04-15', 'outlet': 'Hill', 'document_count': " + count
                + ", 'document_count_with_copies': " + count + ", 'term_count': " + count + "}";
    }

    @Test
    void oneHappeningIsOneRow() {
        List<Explanations.Candidate> candidates = List.of(
                candidate("hormuz", "word", "hormuz", 9, 1, 2, 3, 4, 5, 6),
                candidate("place:strait-of-hormuz", "entity", "strait of hormuz", 8, 1, 2, 3, 4, 5),
                candidate("tankers", "word", "tankers", 7, 1, 2, 3, 4),
                candidate("supreme court", "phrase", "supreme court", 6, 11, 12, 13, 14),
                candidate("court", "word", "court", 5, 11, 12, 13, 14, 15),
                candidate("budget", "word", "budget", 4, 1, 11, 21, 22, 23));

        assertThat(Explanations.of(candidates))
                .containsExactly("place:strait-of-hormuz", null, "place:strait-of-hormuz", null, "supreme court", null);
    }

    private static Explanations.Candidate candidate(
            String name, String kind, String words, double strength, long... stories) {
        return new Explanations.Candidate(name, kind, words, strength, stories, 60);
    }
}
