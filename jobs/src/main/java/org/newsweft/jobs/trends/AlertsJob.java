package org.newsweft.jobs.trends;

import static org.apache.spark.sql.functions.lit;

import java.util.Set;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.newsweft.jobs.engine.Counts;
import org.newsweft.jobs.engine.Frames;
import org.newsweft.jobs.engine.Job;
import org.newsweft.jobs.engine.RunContext;
import org.newsweft.jobs.engine.Touched;
import org.newsweft.table.counts.TermCounts;
import org.newsweft.table.figures.Entities;
import org.newsweft.table.figures.EntityCooccurrence;
import org.newsweft.table.figures.EntityTone;
import org.newsweft.table.figures.PeriodTotals;
import org.newsweft.table.figures.TermTrends;
import org.newsweft.table.schema.Table;

/**
 * Tells the user what happened to what he watches ({@link Alerts}); where he watches nothing, there is nothing to do.
 *
 * <p>Input: {@code term_counts}, {@code period_totals}, {@code term_trends}, {@code entities}, {@code
 * entity_cooccurrence}, {@code entity_tone}. Output: {@code alerts}.
 */
public final class AlertsJob implements Job<Touched, Void> {
    @Override
    public String name() {
        return "alerts";
    }

    @Override
    public Set<Table> reads() {
        return Set.of(
                TermCounts.TABLE,
                PeriodTotals.TABLE,
                TermTrends.TABLE,
                Entities.TABLE,
                EntityCooccurrence.TABLE,
                EntityTone.TABLE);
    }

    @Override
    public Set<Table> writes() {
        return Set.of(org.newsweft.table.figures.Alerts.TABLE);
    }

    @Override
    public Void run(RunContext run, Touched touched) {
        Table table = org.newsweft.table.figures.Alerts.TABLE;
        if (run.settings().watch().watches().isEmpty() && run.rowCount(table) == 0) {
            return null;
        }
        Dataset<Row> watches = Alerts.watches(run.spark(), run.settings().watch());
        Dataset<Row> totals = run.read(PeriodTotals.TABLE);
        Dataset<Row> entities = run.read(Entities.TABLE);
        run.replaceAll(
                table,
                Alerts.ofTerms(watches, series(run, watches, totals, entities), totals, entities)
                        .unionByName(Alerts.ofPairs(watches, run.read(EntityCooccurrence.TABLE), totals, entities))
                        .unionByName(Alerts.ofTone(watches, run.read(EntityTone.TABLE), totals, entities))
                        .withColumn(org.newsweft.table.figures.Alerts.RUN_ID.name(), lit(run.runId())));
        return null;
    }

    /** The series of what is watched, of the terms that are followed. */
    private static Dataset<Row> series(
            RunContext run, Dataset<Row> watches, Dataset<Row> totals, Dataset<Row> entities) {
        var term = Frames.on(TermTrends.KIND.name(), TermTrends.TERM.name());
        Dataset<Row> terms = Alerts.terms(watches, entities);
        Dataset<Row> followed = run.read(TermTrends.TABLE)
                .join(terms, term, "left_semi")
                .select(TermTrends.LANGUAGE.col(), TermTrends.KIND.col(), TermTrends.TERM.col())
                .distinct()
                .withColumn(FollowedTerms.MARKS, lit(false));
        Dataset<Row> counts = run.read(TermCounts.TABLE).join(terms, term, "left_semi");
        return TermSeries.of(Counts.summed(TermCounts.TABLE, counts), totals, followed);
    }
}
