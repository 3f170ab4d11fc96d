package org.newsweft.jobs.cooccurrence;

import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.newsweft.jobs.Job;
import org.newsweft.jobs.RunContext;
import org.newsweft.store.Warehouse;
import org.newsweft.table.CooccurrenceEvidence;
import org.newsweft.table.Documents;
import org.newsweft.table.EntityCooccurrence;
import org.newsweft.table.EntityNetwork;
import org.newsweft.table.Mentions;
import org.newsweft.table.Sentences;

/**
 * Counts who appears with whom.
 *
 * <p>Input: {@code mentions}, {@code sentences}, {@code documents}.
 *
 * <p>Output: {@code entity_cooccurrence}, {@code cooccurrence_evidence}, {@code entity_network}.
 */
public final class CooccurrenceJob implements Job<CooccurrenceJob.Result> {
    /**
     * What was found.
     *
     * @param pairs rows of pairs, over all scopes and periods
     */
    public record Result(long pairs) {}

    @Override
    public String name() {
        return "cooccurrence";
    }

    @Override
    public Result run(RunContext run) {
        Warehouse warehouse = run.warehouse();
        Dataset<Row> mentions = warehouse.read(Mentions.TABLE);
        Dataset<Row> documents = warehouse.read(Documents.TABLE);
        warehouse.replaceAll(
                EntityCooccurrence.TABLE,
                Cooccurrence.pairs(
                        mentions,
                        documents,
                        run.settings().granularities(),
                        run.settings().minimumSupport()));
        // Evidence and network start from the pairs as they were written: they are counted once.
        Dataset<Row> pairs = warehouse.read(EntityCooccurrence.TABLE);
        warehouse.replaceAll(
                CooccurrenceEvidence.TABLE,
                Cooccurrence.evidence(pairs, mentions, warehouse.read(Sentences.TABLE), documents));
        warehouse.replaceAll(EntityNetwork.TABLE, Networks.nodes(pairs));
        return new Result(warehouse.rowCount(EntityCooccurrence.TABLE));
    }
}
