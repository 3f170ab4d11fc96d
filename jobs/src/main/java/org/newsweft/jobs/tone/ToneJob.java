package org.newsweft.jobs.tone;

import java.util.Set;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.newsweft.jobs.Job;
import org.newsweft.jobs.RunContext;
import org.newsweft.jobs.Touched;
import org.newsweft.table.Documents;
import org.newsweft.table.EntityTone;
import org.newsweft.table.Mentions;
import org.newsweft.table.PairTone;
import org.newsweft.table.Sentences;
import org.newsweft.table.Table;

/**
 * Averages tones.
 *
 * <p>Input: {@code mentions}, {@code sentences}, {@code documents}. Output: {@code entity_tone}, {@code pair_tone}.
 */
public final class ToneJob implements Job<Touched, ToneJob.Result> {
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
    public Set<Table> reads() {
        return Set.of(Mentions.TABLE, Documents.TABLE, Sentences.TABLE);
    }

    @Override
    public Set<Table> writes() {
        return Set.of(EntityTone.TABLE, PairTone.TABLE);
    }

    @Override
    public Result run(RunContext run, Touched touched) {
        Dataset<Row> mentions = run.read(Mentions.TABLE);
        Dataset<Row> documents = run.read(Documents.TABLE);
        run.replaceAll(
                EntityTone.TABLE,
                Tones.entityTone(mentions, documents, run.settings().granularities()));
        run.replaceAll(
                PairTone.TABLE,
                Tones.pairTone(
                        mentions,
                        run.read(Sentences.TABLE),
                        documents,
                        run.settings().granularities()));
        return new Result(run.rowCount(EntityTone.TABLE), run.rowCount(PairTone.TABLE));
    }
}
