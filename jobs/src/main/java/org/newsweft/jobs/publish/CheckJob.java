package org.newsweft.jobs.publish;

import static org.apache.spark.sql.functions.lit;

import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.newsweft.jobs.Frames;
import org.newsweft.jobs.Job;
import org.newsweft.jobs.RunContext;
import org.newsweft.store.RunFailure;
import org.newsweft.store.RunFailure.Kind;
import org.newsweft.store.Warehouse;
import org.newsweft.table.CooccurrenceEvidence;
import org.newsweft.table.Documents;
import org.newsweft.table.Entities;
import org.newsweft.table.EntityCooccurrence;
import org.newsweft.table.EventDocuments;
import org.newsweft.table.Events;
import org.newsweft.table.Mentions;
import org.newsweft.table.PeriodTotals;
import org.newsweft.table.QualityChecks;
import org.newsweft.table.Sentences;
import org.newsweft.table.TermTrends;

/**
 * Checks what the run has written before readers see it.
 *
 * <p>Input: the tables of the run. Output: {@code quality_checks}. A check that fails ends the run: nothing is published.
 */
public final class CheckJob implements Job<CheckJob.Result> {
    /**
     * What was checked.
     *
     * @param checks checks made, all of them passed
     */
    public record Result(long checks) {}

    private final long documentsBefore;
    private final long documentsRemoved;

    /**
     * @param documentsBefore documents that the last published run had
     * @param documentsRemoved documents that this run was asked to drop
     */
    public CheckJob(long documentsBefore, long documentsRemoved) {
        this.documentsBefore = documentsBefore;
        this.documentsRemoved = documentsRemoved;
    }

    @Override
    public String name() {
        return "check";
    }

    @Override
    public Result run(RunContext run) {
        Warehouse warehouse = run.warehouse();
        Dataset<Row> documents = warehouse.read(Documents.TABLE);
        Dataset<Row> sentences = warehouse.read(Sentences.TABLE);
        Dataset<Row> mentions = warehouse.read(Mentions.TABLE);
        Dataset<Row> checks = Frames.computedOnce(QualityRows.duplicateDocuments(documents)
                .union(QualityRows.lostDocuments(documents, documentsBefore, documentsRemoved))
                .union(QualityRows.orphanSentences(sentences, documents))
                .union(QualityRows.orphanMentions(mentions, sentences))
                .union(QualityRows.unlistedEntities(mentions, warehouse.read(Entities.TABLE)))
                .union(QualityRows.evidenceMismatch(
                        warehouse.read(EntityCooccurrence.TABLE), warehouse.read(CooccurrenceEvidence.TABLE)))
                .union(QualityRows.orphanEventDocuments(
                        warehouse.read(EventDocuments.TABLE), documents, warehouse.read(Events.TABLE)))
                .union(QualityRows.brokenShares(warehouse.read(TermTrends.TABLE), warehouse.read(PeriodTotals.TABLE)))
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
        warehouse.append(QualityChecks.TABLE, checks);
        return new Result(checks.count());
    }
}
