package org.newsweft.jobs.tone;

import java.util.Collection;
import java.util.Set;
import java.util.function.Function;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.newsweft.jobs.engine.Frames;
import org.newsweft.jobs.engine.Job;
import org.newsweft.jobs.engine.RunContext;
import org.newsweft.jobs.engine.Touched;
import org.newsweft.table.counts.EntityToneCounts;
import org.newsweft.table.counts.PairToneCounts;
import org.newsweft.table.counts.SpeakerToneCounts;
import org.newsweft.table.facts.Documents;
import org.newsweft.table.facts.Mentions;
import org.newsweft.table.facts.Quotes;
import org.newsweft.table.facts.Sentences;
import org.newsweft.table.figures.Entities;
import org.newsweft.table.figures.EntityTone;
import org.newsweft.table.figures.PairTone;
import org.newsweft.table.figures.SpeakerTone;
import org.newsweft.table.schema.Granularity;
import org.newsweft.table.schema.Table;

/**
 * Averages tones.
 *
 * <p>Input: {@code mentions}, {@code sentences}, {@code quotes}, {@code documents}, {@code entities}.
 *
 * <p>Output: {@code entity_tone_counts}, {@code pair_tone_counts}, {@code speaker_tone_counts}, brought up to date with the
 * touched documents; {@code entity_tone}, {@code pair_tone} and {@code speaker_tone}, made of these counts alone.
 */
public final class ToneJob implements Job<Touched, ToneJob.Result> {
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
    public Set<Table> reads() {
        return Set.of(Mentions.TABLE, Documents.TABLE, Sentences.TABLE, Quotes.TABLE, Entities.TABLE);
    }

    @Override
    public Set<Table> writes() {
        return Set.of(
                EntityToneCounts.TABLE,
                PairToneCounts.TABLE,
                SpeakerToneCounts.TABLE,
                EntityTone.TABLE,
                PairTone.TABLE,
                SpeakerTone.TABLE);
    }

    @Override
    public Result run(RunContext run, Touched touched) {
        Function<Table, Dataset<Row>> now = table -> run.readTouched(table, touched);
        Function<Table, Dataset<Row>> before = table -> run.readTouchedBefore(table, touched);
        run.count(EntityToneCounts.TABLE, ofEntities(now), ofEntities(before));
        run.count(
                PairToneCounts.TABLE,
                ofPairs(now, run.read(Entities.TABLE)),
                ofPairs(before, run.readPublished(Entities.TABLE)));
        run.count(SpeakerToneCounts.TABLE, ofSpeakers(now), ofSpeakers(before));

        Collection<Granularity> granularities = run.settings().granularities();
        run.replaceAll(EntityTone.TABLE, Tones.entityTone(run.readCounts(EntityToneCounts.TABLE), granularities));
        run.replaceAll(PairTone.TABLE, Tones.pairTone(run.readCounts(PairToneCounts.TABLE), granularities));
        run.replaceAll(SpeakerTone.TABLE, Tones.speakerTone(run.readCounts(SpeakerToneCounts.TABLE), granularities));
        return new Result(
                run.rowCount(EntityTone.TABLE), run.rowCount(PairTone.TABLE), run.rowCount(SpeakerTone.TABLE));
    }

    private static Dataset<Row> ofEntities(Function<Table, Dataset<Row>> facts) {
        return ToneCounts.ofEntities(facts.apply(Mentions.TABLE), facts.apply(Documents.TABLE));
    }

    /** Pairs with an outlet of the corpus are left out, as they are where pairs are counted. */
    private static Dataset<Row> ofPairs(Function<Table, Dataset<Row>> facts, Dataset<Row> entities) {
        Dataset<Row> outlets = entities.where(Entities.IS_OUTLET.col());
        return ToneCounts.ofPairs(
                facts.apply(Mentions.TABLE).join(outlets, Frames.on(Entities.ENTITY_ID.name()), "left_anti"),
                facts.apply(Sentences.TABLE),
                facts.apply(Documents.TABLE));
    }

    private static Dataset<Row> ofSpeakers(Function<Table, Dataset<Row>> facts) {
        return ToneCounts.ofSpeakers(
                facts.apply(Quotes.TABLE), facts.apply(Mentions.TABLE), facts.apply(Documents.TABLE));
    }
}
