package org.newsweft.jobs.tone;

import java.util.Collection;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.newsweft.jobs.Job;
import org.newsweft.jobs.RunContext;
import org.newsweft.store.Warehouse;
import org.newsweft.table.Documents;
import org.newsweft.table.EntityTone;
import org.newsweft.table.Granularity;
import org.newsweft.table.Mentions;
import org.newsweft.table.PairTone;
import org.newsweft.table.Quotes;
import org.newsweft.table.Sentences;
import org.newsweft.table.SpeakerTone;

/**
 * Averages tones.
 *
 * <p>Input: {@code mentions}, {@code sentences}, {@code quotes}, {@code documents}. Output: {@code entity_tone}, {@code
 * pair_tone}, {@code speaker_tone}. First everything is counted ({@link ToneCounts}), then figures are made of the counts
 * ({@link Tones}).
 */
public final class ToneJob implements Job<ToneJob.Result> {
    /**
     * What was found.
     *
     * @param entities rows of entity tones
     * @param pairs rows of pair tones
     * @param speakers rows of speaker tones
     */
    public record Result(long entities, long pairs, long speakers) {}

    @Override
    public String name() {
        return "tone";
    }

    @Override
    public Result run(RunContext run) {
        Warehouse warehouse = run.warehouse();
        Dataset<Row> mentions = warehouse.read(Mentions.TABLE);
        Dataset<Row> documents = warehouse.read(Documents.TABLE);
        Collection<Granularity> granularities = run.settings().granularities();
        warehouse.replaceAll(
                EntityTone.TABLE, Tones.entityTone(ToneCounts.ofEntities(mentions, documents), granularities));
        warehouse.replaceAll(
                PairTone.TABLE,
                Tones.pairTone(
                        ToneCounts.ofPairs(mentions, warehouse.read(Sentences.TABLE), documents), granularities));
        warehouse.replaceAll(
                SpeakerTone.TABLE,
                Tones.speakerTone(
                        ToneCounts.ofSpeakers(warehouse.read(Quotes.TABLE), mentions, documents), granularities));
        return new Result(
                warehouse.rowCount(EntityTone.TABLE),
                warehouse.rowCount(PairTone.TABLE),
                warehouse.rowCount(SpeakerTone.TABLE));
    }
}
