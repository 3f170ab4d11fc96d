package org.newsweft.jobs.publish;

import static org.apache.spark.sql.functions.lit;

import java.util.List;
import java.util.Set;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.newsweft.jobs.engine.Frames;
import org.newsweft.jobs.engine.Job;
import org.newsweft.jobs.engine.RunContext;
import org.newsweft.store.RunFailure;
import org.newsweft.store.RunFailure.Kind;
import org.newsweft.table.facts.Documents;
import org.newsweft.table.facts.Mentions;
import org.newsweft.table.facts.Sentences;
import org.newsweft.table.figures.CooccurrenceEvidence;
import org.newsweft.table.figures.Entities;
import org.newsweft.table.figures.EntityCooccurrence;
import org.newsweft.table.figures.EventDocuments;
import org.newsweft.table.figures.Events;
import org.newsweft.table.figures.PeriodTotals;
import org.newsweft.table.figures.QualityChecks;
import org.newsweft.table.figures.TermTrends;
import org.newsweft.table.schema.Table;

/**
 * Checks what the run has written before readers see it.
 *
 * <p>Input: the tables of the run. Output: {@code quality_checks}. A check that fails ends the run: nothing is published.
 */
public final class CheckJob implements Job<CheckJob.Before, CheckJob.Result> {
    /**
     * What was checked.
     *
     * @param checks checks made, all of them passed
     */
    public record Result(long checks) {}

    /**
     * What the run began with.
     *
     * @param documents documents that the last published run had
     * @param removed documents that this run was asked to drop
     */
    public record Before(long documents, long removed) {}

    @Override
    public String name() {
        return "check";
    }

    @Override
    public Set<Table> reads() {
        return Set.of(
                Documents.TABLE,
                Sentences.TABLE,
                Mentions.TABLE,
                Entities.TABLE,
                EntityCooccurrence.TABLE,
                CooccurrenceEvidence.TABLE,
                EventDocuments.TABLE,
                Events.TABLE,
                TermTrends.TABLE,
                PeriodTotals.TABLE);
    }

    @Override
    public Set<Table> writes() {
        return Set.of(QualityChecks.TABLE);
    }

    @Override
    public Result run(RunContext run, Before before) {
        Dataset<Row> documents = run.read(Documents.TABLE);
        Dataset<Row> sentences = run.read(Sentences.TABLE);
        Dataset<Row> mentions = run.read(Mentions.TABLE);
        Dataset<Row> checks = Frames.computedOnce(QualityRows.duplicateDocuments(documents)
                .union(QualityRows.lostDocuments(documents, before.documents(), before.removed()))
                .union(QualityRows.orphanSentences(sentences, documents))
                .union(QualityRows.orphanMentions(mentions, sentences))
                .union(QualityRows.unlistedEntities(mentions, run.read(Entities.TABLE)))
                .union(QualityRows.evidenceMismatch(
                        run.read(EntityCooccurrence.TABLE), run.read(CooccurrenceEvidence.TABLE)))
                .union(QualityRows.orphanEventDocuments(
                        run.read(EventDocuments.TABLE), documents, run.read(Events.TABLE)))
                .union(QualityRows.brokenShares(run.read(TermTrends.TABLE), run.read(PeriodTotals.TABLE)))
                .withColumn(QualityChecks.RUN_ID.name(), lit(run.runId())));
        // A handful of rows, however large the corpus: they may come to the driver.
        List<Row> failed = checks.where(QualityChecks.PASSED.col().equalTo(false))
                .select(QualityChecks.CHECK.col(), QualityChecks.VALUE.col())
                .takeAsList(100);
        if (!failed.isEmpty()) {
            throw new RunFailure(
                    Kind.CHECK_FAILED,
                    "checks failed, nothing was published: " + failed
                            + "; run again with --full to rebuild the tables");
        }
        run.append(QualityChecks.TABLE, checks);
        return new Result(checks.count());
    }
}
