package org.newsweft.jobs.tone;

import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.newsweft.jobs.Job;
import org.newsweft.jobs.RunContext;
import org.newsweft.store.Warehouse;
import org.newsweft.table.Documents;
import org.newsweft.table.EntityTone;
import org.newsweft.table.Mentions;
import org.newsweft.table.PairTone;
import org.newsweft.table.Sentences;

/**
 * Averages tones.
 *
 * <p>Input: {@code mentions}, {@code sentences}, {@code documents}. Output: {@code entity_tone}, {@code pair_tone}.
 */
public final class ToneJob implements Job<ToneJob.Result> {
    /**
     * What was found.
     *
     * @param entities rows of entity tones
     * @param pairs rows of pair tones
     */
    public record Result(long entities, long pairs) {}

    @Override
    public String name() {
        return "tone";
    }

    @Override
    public Result run(RunContext run) {
        Warehouse warehouse = run.warehouse();
        Dataset<Row> mentions = warehouse.read(Mentions.TABLE);
        Dataset<Row> documents = warehouse.read(Documents.TABLE);
        warehouse.replaceAll(
                EntityTone.TABLE,
                Tones.entityTone(mentions, documents, run.settings().granularities()));
        warehouse.replaceAll(
                PairTone.TABLE,
                Tones.pairTone(
                        mentions,
                        warehouse.read(Sentences.TABLE),
                        documents,
                        run.settings().granularities()));
        return new Result(warehouse.rowCount(EntityTone.TABLE), warehouse.rowCount(PairTone.TABLE));
    }
}
