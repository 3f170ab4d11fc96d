package org.newsweft.jobs.publish;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.sum;

import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.newsweft.table.CooccurrenceEvidence;
import org.newsweft.table.EntityCooccurrence;
import org.newsweft.table.Granularity;
import org.newsweft.table.PeriodTotals;
import org.newsweft.table.TermTrends;

/** What must not be between two tables: the rows that are wrong, none if all is well. */
final class QualityRows {
    private QualityRows() {}

    /** Pairs of which other sentences are counted than are shown. */
    static Dataset<Row> pairsWithoutTheirEvidence(Dataset<Row> pairs, Dataset<Row> evidence) {
        Dataset<Row> counted = pairs.where(EntityCooccurrence.SCOPE
                        .col()
                        .equalTo("sentence")
                        .and(EntityCooccurrence.GRANULARITY.col().equalTo(Granularity.ALL.code())))
                .select(
                        EntityCooccurrence.ENTITY_A.col(),
                        EntityCooccurrence.ENTITY_B.col(),
                        EntityCooccurrence.N_AB.col().as("counted"),
                        lit(0L).as("shown"));
        Dataset<Row> shown = evidence.groupBy(CooccurrenceEvidence.ENTITY_A.col(), CooccurrenceEvidence.ENTITY_B.col())
                .agg(count(lit(1)).as("shown"))
                .select(
                        CooccurrenceEvidence.ENTITY_A.col(),
                        CooccurrenceEvidence.ENTITY_B.col(),
                        lit(0L).as("counted"),
                        col("shown"));
        return counted.unionAll(shown)
                .groupBy(EntityCooccurrence.ENTITY_A.col(), EntityCooccurrence.ENTITY_B.col())
                .agg(sum("counted").as("counted"), sum("shown").as("shown"))
                .where(col("counted").notEqual(col("shown")));
    }

    /** Trend rows of a period without a denominator, or with a share above one. */
    static Dataset<Row> sharesWithoutATotal(Dataset<Row> trends, Dataset<Row> totals) {
        Column granularity = trends.col(TermTrends.GRANULARITY.name())
                .equalTo(totals.col(PeriodTotals.GRANULARITY.name()))
                .and(trends.col(TermTrends.PERIOD_START.name()).equalTo(totals.col(PeriodTotals.PERIOD_START.name())))
                .and(trends.col(TermTrends.LANGUAGE.name()).equalTo(totals.col(PeriodTotals.LANGUAGE.name())))
                .and(trends.col(TermTrends.DOCUMENT_COUNT.name()).leq(totals.col(PeriodTotals.DOCUMENT_COUNT.name())));
        return trends.join(totals, granularity, "left_anti")
                .select(
                        TermTrends.GRANULARITY.col(),
                        TermTrends.PERIOD_START.col(),
                        TermTrends.LANGUAGE.col(),
                        TermTrends.TERM.col(),
                        TermTrends.DOCUMENT_COUNT.col());
    }
}
