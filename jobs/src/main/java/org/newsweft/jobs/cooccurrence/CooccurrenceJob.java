package org.newsweft.jobs.cooccurrence;

import static org.apache.spark.sql.functions.not;

import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.newsweft.jobs.Frames;
import org.newsweft.jobs.Job;
import org.newsweft.jobs.RunContext;
import org.newsweft.store.Warehouse;
import org.newsweft.table.CooccurrenceChange;
import org.newsweft.table.CooccurrenceEvidence;
import org.newsweft.table.Documents;
import org.newsweft.table.Entities;
import org.newsweft.table.EntityCooccurrence;
import org.newsweft.table.EntityCounts;
import org.newsweft.table.EntityNetwork;
import org.newsweft.table.Mentions;
import org.newsweft.table.PairCounts;
import org.newsweft.table.Sentences;
import org.newsweft.table.UnitCounts;

/**
 * Counts who appears with whom.
 *
 * <p>Input: {@code mentions}, {@code sentences}, {@code documents}, {@code entities}.
 *
 * <p>Output: {@code pair_counts}, {@code entity_counts}, {@code unit_counts}, {@code entity_cooccurrence}, {@code
 * cooccurrence_evidence}, {@code entity_network}, {@code cooccurrence_change}.
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
        Dataset<Row> entities = warehouse.read(Entities.TABLE);
        count(warehouse, CooccurrenceCounts.namings(mentions, documents, entities), run.settings().window());
        long stories = documents.where(not(Documents.IS_COPY.col())).count();
        warehouse.replaceAll(
                EntityCooccurrence.TABLE,
                CooccurrenceFigures.pairs(
                        warehouse.read(PairCounts.TABLE),
                        warehouse.read(EntityCounts.TABLE),
                        warehouse.read(UnitCounts.TABLE),
                        entities,
                        run.settings().granularities(),
                        Support.of(run.settings().minimumSupport(), stories)));
        // Evidence and network start from the pairs as they were written: they are counted once.
        Dataset<Row> pairs = warehouse.read(EntityCooccurrence.TABLE);
        warehouse.replaceAll(
                CooccurrenceEvidence.TABLE,
                Evidence.of(pairs, mentions, warehouse.read(Sentences.TABLE), documents));
        warehouse.replaceAll(
                EntityNetwork.TABLE,
                Networks.nodes(
                        pairs,
                        warehouse.read(EntityCounts.TABLE),
                        run.settings().granularities()));
        warehouse.replaceAll(
                CooccurrenceChange.TABLE,
                CooccurrenceChanges.of(
                        warehouse.read(PairCounts.TABLE),
                        warehouse.read(EntityCounts.TABLE),
                        warehouse.read(UnitCounts.TABLE),
                        entities,
                        run.settings().granularities()));
        return new Result(warehouse.rowCount(EntityCooccurrence.TABLE));
    }

    /** What all documents name together. Figures are made of these counts, as they were written. */
    private static void count(Warehouse warehouse, Dataset<Row> namings, int reach) {
        Dataset<Row> once = Frames.computedOnce(namings);
        warehouse.replaceAll(PairCounts.TABLE, CooccurrenceCounts.pairs(once, reach));
        warehouse.replaceAll(EntityCounts.TABLE, CooccurrenceCounts.entities(once, reach));
        warehouse.replaceAll(UnitCounts.TABLE, CooccurrenceCounts.units(once, reach));
    }
}
