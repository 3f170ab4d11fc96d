package org.newsweft.jobs.cooccurrence;

import java.util.Set;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.newsweft.jobs.Job;
import org.newsweft.jobs.RunContext;
import org.newsweft.jobs.Touched;
import org.newsweft.table.CooccurrenceEvidence;
import org.newsweft.table.Documents;
import org.newsweft.table.EntityCooccurrence;
import org.newsweft.table.EntityNetwork;
import org.newsweft.table.Mentions;
import org.newsweft.table.Sentences;
import org.newsweft.table.Table;

/**
 * Counts who appears with whom.
 *
 * <p>Input: {@code mentions}, {@code sentences}, {@code documents}.
 *
 * <p>Output: {@code entity_cooccurrence}, {@code cooccurrence_evidence}, {@code entity_network}.
 */
public final class CooccurrenceJob implements Job<Touched, CooccurrenceJob.Result> {
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
    public Set<Table> reads() {
        return Set.of(Mentions.TABLE, Documents.TABLE, Sentences.TABLE);
    }

    @Override
    public Set<Table> writes() {
        return Set.of(EntityCooccurrence.TABLE, CooccurrenceEvidence.TABLE, EntityNetwork.TABLE);
    }

    @Override
    public Result run(RunContext run, Touched touched) {
        Dataset<Row> mentions = run.read(Mentions.TABLE);
        Dataset<Row> documents = run.read(Documents.TABLE);
        run.replaceAll(
                EntityCooccurrence.TABLE,
                Cooccurrence.pairs(
                        mentions,
                        documents,
                        run.settings().granularities(),
                        run.settings().minimumSupport()));
        // Evidence and network start from the pairs as they were written: they are counted once.
        Dataset<Row> pairs = run.read(EntityCooccurrence.TABLE);
        run.replaceAll(
                CooccurrenceEvidence.TABLE,
                Cooccurrence.evidence(pairs, mentions, run.read(Sentences.TABLE), documents));
        run.replaceAll(EntityNetwork.TABLE, Networks.nodes(pairs));
        return new Result(run.rowCount(EntityCooccurrence.TABLE));
    }
}
