package org.newsweft.measure;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.round;

import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;
import org.newsweft.testing.SparkTest;

@SuppressWarnings("serial")
class MeasuresTest extends SparkTest {
    @Test
    void associationOfFourCounts() {
        // 8 of 100 units hold both, 20 the first, 10 the second: expected 2, pmi = log2(8 / 2).
        // The rest by the formulas in Python; independent counts have a ratio of exactly 0.
        Dataset<Row> counts = rows(
                "n_ab bigint, n_a bigint, n_b bigint, n bigint",
                "{'n_ab': 8, 'n_a': 20, 'n_b': 10, 'n': 100}",
                "{'n_ab': 2, 'n_a': 20, 'n_b': 10, 'n': 100}",
                "{'n_ab': 1, 'n_a': 20, 'n_b': 10, 'n': 100}",
                "{'n_ab': 3, 'n_a': 3, 'n_b': 3, 'n': 3}");
        Association association = Association.of(col("n_ab"), col("n_a"), col("n_b"), col("n"));

        assertRows(
                counts.select(
                        col("n_ab"),
                        association.pmi().as("pmi"),
                        round(association.npmi(), 6).as("npmi"),
                        round(association.logLikelihood(), 6).as("g2"),
                        round(association.logDice(), 6).as("log_dice"),
                        round(association.jaccard(), 6).as("jaccard"),
                        round(association.tScore(), 6).as("t_score")),
                "n_ab bigint, pmi double, npmi double, g2 double, log_dice double, jaccard double, t_score double",
                "{'n_ab': 8, 'pmi': 2.0, 'npmi': 0.548869, 'g2': 19.391032, 'log_dice': 13.093109, 'jaccard': 0.363636, 't_score': 2.12132}",
                "{'n_ab': 2, 'pmi': 0.0, 'npmi': 0.0, 'g2': 0.0, 'log_dice': 11.093109, 'jaccard': 0.071429, 't_score': 0.0}",
                "{'n_ab': 1, 'pmi': -1.0, 'npmi': -0.150515, 'g2': -0.802308, 'log_dice': 10.093109, 'jaccard': 0.034483, 't_score': -1.0}",
                "{'n_ab': 3, 'pmi': 0.0, 'npmi': 1.0, 'g2': 0.0, 'log_dice': 14.0, 'jaccard': 1.0, 't_score': 0.0}");
    }

    @Test
    void qValuesAreThoseOfBenjaminiAndHochberg() {
        // scipy.stats.false_discovery_control of each family; null is no test.
        Dataset<Row> tests = rows(
                "family string, p double",
                "{'family': 'a', 'p': 0.01}",
                "{'family': 'a', 'p': 0.04}",
                "{'family': 'a', 'p': 0.03}",
                "{'family': 'a', 'p': 0.04}",
                "{'family': 'a', 'p': 0.5}",
                "{'family': 'a'}",
                "{'family': 'b', 'p': 0.04}",
                "{'family': 'b', 'p': 0.001}");

        assertRows(
                tests.withColumn("q", Significance.qValue(col("p"), col("family"))),
                "family string, p double, q double",
                "{'family': 'a', 'p': 0.01, 'q': 0.05}",
                "{'family': 'a', 'p': 0.03, 'q': 0.05}",
                "{'family': 'a', 'p': 0.04, 'q': 0.05}",
                "{'family': 'a', 'p': 0.04, 'q': 0.05}",
                "{'family': 'a', 'p': 0.5, 'q': 0.5}",
                "{'family': 'a'}",
                "{'family': 'b', 'p': 0.04, 'q': 0.04}",
                "{'family': 'b', 'p': 0.001, 'q': 0.002}");
    }

    @Test
    void aRowThatStandsForSeveralTestsCountsAsThem() {
        // As above: 0.04 twice; c is a with each test three times.
        Dataset<Row> tests = rows(
                "family string, p double, n bigint",
                "{'family': 'a', 'p': 0.01, 'n': 1}",
                "{'family': 'a', 'p': 0.04, 'n': 2}",
                "{'family': 'a', 'p': 0.03, 'n': 1}",
                "{'family': 'a', 'p': 0.5, 'n': 1}",
                "{'family': 'c', 'p': 0.5, 'n': 3}",
                "{'family': 'c', 'p': 0.01, 'n': 2}",
                "{'family': 'c', 'p': 0.01, 'n': 1}",
                "{'family': 'c', 'p': 0.04, 'n': 6}",
                "{'family': 'c', 'p': 0.03, 'n': 3}");

        assertRows(
                tests.withColumn("q", round(Significance.qValueOfEqual(col("n"), col("p"), col("family")), 6))
                        .select("family", "p", "q")
                        .distinct(),
                "family string, p double, q double",
                "{'family': 'a', 'p': 0.01, 'q': 0.05}",
                "{'family': 'a', 'p': 0.03, 'q': 0.05}",
                "{'family': 'a', 'p': 0.04, 'q': 0.05}",
                "{'family': 'a', 'p': 0.5, 'q': 0.5}",
                "{'family': 'c', 'p': 0.01, 'q': 0.05}",
                "{'family': 'c', 'p': 0.03, 'q': 0.05}",
                "{'family': 'c', 'p': 0.04, 'q': 0.05}",
                "{'family': 'c', 'p': 0.5, 'q': 0.5}");
    }

    @Test
    void wilsonsIntervalOfAShare() {
        // scipy.stats.binomtest(k, n).proportion_ci(method='wilson')
        Dataset<Row> counts =
                rows("k bigint, n bigint", "{'k': 0, 'n': 10}", "{'k': 3, 'n': 10}", "{'k': 10, 'n': 10}");
        Proportion share = Proportion.of(col("k"), col("n"));

        assertRows(
                counts.select(
                        share.share().as("share"),
                        round(share.low(), 6).as("low"),
                        round(share.high(), 6).as("high")),
                "share double, low double, high double",
                "{'share': 0.0, 'low': 0.0, 'high': 0.277533}",
                "{'share': 0.3, 'low': 0.107791, 'high': 0.603222}",
                "{'share': 1.0, 'low': 0.722467, 'high': 1.0}");
    }

    @Test
    void aMeanOfEqualScoresHasAnIntervalOfNoWidth() {
        // As doubles, the sum of squares of 0.1 would leave a remainder.
        Dataset<Row> scores = rows("score double", "{'score': 0.1}", "{'score': 0.1}", "{'score': 0.1}")
                .agg(
                        ExactMean.countOf(col("score")).as("count"),
                        ExactMean.sumOf(col("score")).as("sum"),
                        ExactMean.sumOfSquaresOf(col("score")).as("squares"));
        ExactMean mean = ExactMean.of(col("count"), col("sum"), col("squares"));

        assertRows(
                scores.select(
                        mean.mean().as("mean"),
                        mean.low().as("low"),
                        mean.high().as("high")),
                "mean double, low double, high double",
                "{'mean': 0.1, 'low': 0.1, 'high': 0.1}");
    }

    @Test
    void pairsOfAUnitAreEachGivenOnce() {
        Dataset<Row> mentions = rows(
                "unit string, entity_id string",
                "{'unit': 'x', 'entity_id': 'c'}",
                "{'unit': 'x', 'entity_id': 'a'}",
                "{'unit': 'x', 'entity_id': 'b'}",
                "{'unit': 'x', 'entity_id': 'a'}",
                "{'unit': 'x'}",
                "{'unit': 'y', 'entity_id': 'a'}");

        assertRows(
                EntityPairs.withPairs(EntityPairs.units(mentions, col("unit"))),
                "unit string, entity_a string, entity_b string",
                "{'unit': 'x', 'entity_a': 'a', 'entity_b': 'b'}",
                "{'unit': 'x', 'entity_a': 'a', 'entity_b': 'c'}",
                "{'unit': 'x', 'entity_a': 'b', 'entity_b': 'c'}");
    }
}
