package org.newsweft.jobs.trends;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.round;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.newsweft.jobs.trends.SeriesRows.SCHEMA;
import static org.newsweft.jobs.trends.SeriesRows.daily;
import static org.newsweft.jobs.trends.SeriesRows.monthly;

import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;
import org.newsweft.testing.SparkTest;
import org.newsweft.text.statistics.KleinbergBursts;

/** What is read off the series of terms: tests, bursts and key terms. */
@SuppressWarnings("serial")
class SeriesTablesTest extends SparkTest {
    @Test
    void aTrendIsTestedWhereDataSuffice() {
        Dataset<Row> tests = TrendTests.of(rows(
                SCHEMA,
                daily("rising", 10, 0, 1, 2, 3, 4, 5, 6, 7, 8, 9),
                daily("falling", 10, 9, 8, 7, 6, 5, 4, 3, 2, 1, 0),
                daily("steady", 10, 1, 2, 1, 2, 1, 2, 1, 2, 1, 2),
                daily("short", 10, 1, 2, 3, 4, 5, 6, 7),
                daily("rare", 10, 1, 0, 0, 0, 0, 0, 0, 0, 0, 1),
                daily("once", 10, 7)));
        Dataset<Row> rounded = tests.withColumn("slope", round(col("slope"), 6))
                .withColumn("tau", round(col("tau"), 4))
                .withColumn("p_value", round(col("p_value"), 6))
                .withColumn("q_value", round(col("q_value"), 6));

        // Rising: all 45 pairs rise, variance 10 * 9 * 25 / 18 = 125, z = 44 / 11.18. Three tests: q = 3 p / 2.
        // Steady and rare by scipy; the slope of both has the median 0.
        assertRows(
                rounded,
                "term string, period_count bigint, slope double, tau double, p_value double, q_value double, direction string, has_enough_data boolean",
                "{'term': 'rising', 'period_count': 10, 'slope': 0.1, 'tau': 1.0, 'p_value': 0.000083, 'q_value': 0.000125, 'direction': 'rising', 'has_enough_data': true}",
                "{'term': 'falling', 'period_count': 10, 'slope': -0.1, 'tau': -1.0, 'p_value': 0.000083, 'q_value': 0.000125, 'direction': 'falling', 'has_enough_data': true}",
                "{'term': 'steady', 'period_count': 10, 'slope': 0.0, 'tau': 0.1491, 'p_value': 0.676103, 'q_value': 0.676103, 'direction': 'steady', 'has_enough_data': true}",
                "{'term': 'short', 'period_count': 7, 'slope': 0.1, 'tau': 1.0, 'direction': 'unknown', 'has_enough_data': false}",
                "{'term': 'rare', 'period_count': 10, 'slope': 0.0, 'tau': 0.0, 'direction': 'unknown', 'has_enough_data': false}",
                "{'term': 'once', 'period_count': 1, 'direction': 'unknown', 'has_enough_data': false}");
    }

    @Test
    void aBurstRunsFromTheFirstDayToTheLastDayOfItsPeriods() {
        BurstSettings settings = new BurstSettings(new KleinbergBursts(2, 1, 3), 5, 3);
        Dataset<Row> bursts = Bursts.of(
                        rows(
                                SCHEMA,
                                daily("missile", 20, 1, 0, 6, 7, 1, 0, 1, 1),
                                daily("summit", 20, 2, 2, 2, 3, 2, 2, 2, 1),
                                monthly("missile", 0, 100, 30, 50)),
                        settings)
                .withColumn("weight", round(col("weight"), 4));

        // The days by brute force in KleinbergBurstsTest. February: 30 of 50 against 30 of 150, rate .4 in state 1:
        // 30 ln 2 + 20 ln(.6 / .8) = 15.04, rate .8 in state 2: 30 ln 4 + 20 ln(.2 / .8) = 13.86, and .999 in state 3.
        assertRows(
                bursts,
                "granularity string, term string, started_on date, ended_on date, level bigint, weight double, peak_on date, document_count bigint",
                "{'granularity': 'day', 'term': 'missile', 'started_on': '2013-04-17', 'ended_on': '2013-04-18', 'level': 1, 'weight': 5.5937, 'peak_on': '2013-04-18', 'document_count': 13}",
                "{'granularity': 'month', 'term': 'missile', 'started_on': '2013-02-01', 'ended_on': '2013-02-28', 'level': 1, 'weight': 15.0408, 'peak_on': '2013-02-01', 'document_count': 30}");
    }

    @Test
    void weakBurstsAreLeftOut() {
        Dataset<Row> series = rows(SCHEMA, daily("missile", 20, 1, 0, 6, 7, 1, 0, 1, 1));
        KleinbergBursts automaton = new KleinbergBursts(2, 1, 3);

        assertRows(Bursts.of(series, new BurstSettings(automaton, 5.6, 0)), "term string");
        assertRows(Bursts.of(series, new BurstSettings(automaton, 0, 14)), "term string");
        assertThatThrownBy(() -> new BurstSettings(automaton, -1, 0))
                .hasMessage("minimum weight -1.0, minimum of documents 0: must not be negative");
    }

    @Test
    void keyTermsAreThoseMoreFrequentThanElsewhere() {
        // January has 10 documents, February 30. g2 of the 2 x 2 tables and q-values by scipy,
        // log_ratio of missile: log2((8.5 / 11) / (2.5 / 31)).
        Dataset<Row> keyness = Keyness.of(
                        rows(SCHEMA, monthly("missile", 8, 10, 2, 30), monthly("talks", 1, 10, 10, 30)))
                .withColumn("g2", round(col("g2"), 4))
                .withColumn("log_ratio", round(col("log_ratio"), 4))
                .withColumn("q_value", round(col("q_value"), 4));

        assertRows(
                keyness,
                "granularity string, period_start date, term string, target_count bigint, reference_count bigint, g2 double, log_ratio double, q_value double",
                "{'granularity': 'month', 'period_start': '2013-01-01', 'term': 'missile', 'target_count': 8, 'reference_count': 2, 'g2': 20.283, 'log_ratio': 3.2603, 'q_value': 0.0}",
                "{'granularity': 'month', 'period_start': '2013-02-01', 'term': 'talks', 'target_count': 10, 'reference_count': 1, 'g2': 2.361, 'log_ratio': 1.3126, 'q_value': 0.1244}");
    }

    @Test
    void aSinglePeriodHasNothingToBeComparedWith() {
        assertRows(Keyness.of(rows(SCHEMA, daily("missile", 20, 5))), "term string");
    }
}
