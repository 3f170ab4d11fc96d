package org.newsweft.jobs.cooccurrence;

import static org.apache.spark.sql.functions.not;

import java.util.Set;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.newsweft.jobs.engine.Frames;
import org.newsweft.jobs.engine.Job;
import org.newsweft.jobs.engine.RunContext;
import org.newsweft.jobs.engine.Touched;
import org.newsweft.table.counts.EntityCounts;
import org.newsweft.table.counts.PairCounts;
import org.newsweft.table.counts.UnitCounts;
import org.newsweft.table.facts.Documents;
import org.newsweft.table.facts.Mentions;
import org.newsweft.table.facts.Sentences;
import org.newsweft.table.figures.CooccurrenceChange;
import org.newsweft.table.figures.CooccurrenceEvidence;
import org.newsweft.table.figures.Entities;
import org.newsweft.table.figures.EntityCooccurrence;
import org.newsweft.table.figures.EntityNetwork;
import org.newsweft.table.figures.EventDocuments;
import org.newsweft.table.schema.Table;

/**
 * Counts who appears with whom.
 *
 * <p>Input: {@code mentions}, {@code sentences}, {@code documents}, {@code entities}.
 *
 * <p>Output: {@code pair_counts}, {@code entity_counts}, {@code unit_counts}, brought up to date with the touched documents;
 * from them {@code entity_cooccurrence}, {@code entity_network} and {@code cooccurrence_change}; {@code
 * cooccurrence_evidence}.
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
        return Set.of(Mentions.TABLE, Documents.TABLE, Sentences.TABLE, Entities.TABLE, EventDocuments.TABLE);
    }

    @Override
    public Set<Table> writes() {
        return Set.of(
                PairCounts.TABLE,
                EntityCounts.TABLE,
                UnitCounts.TABLE,
                EntityCooccurrence.TABLE,
                CooccurrenceEvidence.TABLE,
                EntityNetwork.TABLE,
                CooccurrenceChange.TABLE);
    }

    @Override
    public Result run(RunContext run, Touched touched) {
        count(run, touched);
        Dataset<Row> entities = run.read(Entities.TABLE);
        Dataset<Row> pairCounts = run.readCounts(PairCounts.TABLE);
        Dataset<Row> entityCounts = run.readCounts(EntityCounts.TABLE);
        Dataset<Row> unitCounts = run.readCounts(UnitCounts.TABLE);
        long stories =
                run.read(Documents.TABLE).where(not(Documents.IS_COPY.col())).count();
        Support support = Support.of(run.settings().minimumSupport(), stories);
        run.replaceAll(
                EntityCooccurrence.TABLE,
                CooccurrenceFigures.pairs(
                        pairCounts,
                        entityCounts,
                        unitCounts,
                        entities,
                        run.settings().granularities(),
                        support));
        // Evidence and network start from the pairs as they were written: they are counted once.
        Dataset<Row> pairs = run.read(EntityCooccurrence.TABLE);
        evidence(run, touched, pairs, support);
        run.replaceAll(
                EntityNetwork.TABLE,
                Networks.nodes(pairs, entityCounts, run.settings().granularities()));
        run.replaceAll(
                CooccurrenceChange.TABLE,
                CooccurrenceChanges.withEvents(
                        CooccurrenceChanges.of(
                                pairCounts,
                                entityCounts,
                                unitCounts,
                                entities,
                                run.settings().granularities()),
                        run.read(CooccurrenceEvidence.TABLE),
                        run.read(EventDocuments.TABLE)));
        return new Result(run.rowCount(EntityCooccurrence.TABLE));
    }

    /** Brings the counts up to date: what the touched documents name together now, less what they named before. */
    private static void count(RunContext run, Touched touched) {
        int reach = run.settings().window();
        Dataset<Row> now = Frames.computedOnce(CooccurrenceCounts.namings(
                run.readTouched(Mentions.TABLE, touched),
                run.readTouched(Documents.TABLE, touched),
                run.read(Entities.TABLE)));
        Dataset<Row> before = Frames.computedOnce(CooccurrenceCounts.namings(
                run.readTouchedBefore(Mentions.TABLE, touched),
                run.readTouchedBefore(Documents.TABLE, touched),
                run.readPublished(Entities.TABLE)));
        run.count(PairCounts.TABLE, CooccurrenceCounts.pairs(now, reach), CooccurrenceCounts.pairs(before, reach));
        run.count(
                EntityCounts.TABLE,
                CooccurrenceCounts.entities(now, reach),
                CooccurrenceCounts.entities(before, reach));
        run.count(UnitCounts.TABLE, CooccurrenceCounts.units(now, reach), CooccurrenceCounts.units(before, reach));
    }

    /** The sentences behind the pairs: those of touched documents, unless what they say can make others appear or go. */
    private static void evidence(RunContext run, Touched touched, Dataset<Row> pairs, Support support) {
        if (support.sentence() > 1) {
            run.replaceAll(
                    CooccurrenceEvidence.TABLE,
                    Evidence.of(pairs, run.read(Mentions.TABLE), run.read(Sentences.TABLE), run.read(Documents.TABLE)));
        } else {
            run.renew(
                    CooccurrenceEvidence.TABLE,
                    touched.documents(),
                    Evidence.of(
                            pairs,
                            run.readTouched(Mentions.TABLE, touched),
                            run.readTouched(Sentences.TABLE, touched),
                            run.readTouched(Documents.TABLE, touched)),
                    CooccurrenceEvidence.DOC_ID);
        }
    }
}
