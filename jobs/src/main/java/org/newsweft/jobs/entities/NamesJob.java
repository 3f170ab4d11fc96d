package org.newsweft.jobs.entities;

import static org.newsweft.jobs.engine.Frames.computedOnce;
import static org.newsweft.jobs.engine.Frames.keys;
import static org.newsweft.jobs.engine.Frames.on;

import java.util.Set;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.newsweft.jobs.engine.Job;
import org.newsweft.jobs.engine.RunContext;
import org.newsweft.jobs.engine.Touched;
import org.newsweft.table.facts.Documents;
import org.newsweft.table.facts.Mentions;
import org.newsweft.table.figures.Entities;
import org.newsweft.table.schema.Table;

/**
 * Lists who is named.
 *
 * <p>Input: {@code mentions}, {@code documents}, and what was decided about names.
 *
 * <p>Output: {@code entities}; only those are counted anew that a touched document names or named, or whose label changed. Documents that name an entity which became
 * an outlet, or ceased to be one, are touched as well: they count otherwise.
 */
public final class NamesJob implements Job<Touched, Touched> {
    @Override
    public String name() {
        return "names";
    }

    @Override
    public Set<Table> reads() {
        return Set.of(Mentions.TABLE, Documents.TABLE);
    }

    @Override
    public Set<Table> writes() {
        return Set.of(Entities.TABLE);
    }

    @Override
    public Touched run(RunContext run, Touched touched) {
        Dataset<Row> mentions = run.read(Mentions.TABLE);
        Dataset<Row> documents = run.read(Documents.TABLE);
        Dataset<Row> labels = computedOnce(EntityRows.labels(touched.decided().decided()));
        if (run.isAnew()) {
            run.replaceAll(
                    Entities.TABLE, EntityRows.withOutlets(EntityRows.of(mentions, documents, labels), documents));
            return touched;
        }
        Dataset<Row> before = run.read(Entities.TABLE);
        Dataset<Row> relabelled = before.select(Entities.ENTITY_ID.col(), Entities.LABEL.col())
                .except(labels.select(Entities.ENTITY_ID.col(), Entities.LABEL.col()))
                .select(Entities.ENTITY_ID.col());
        Dataset<Row> renamed = keys(named(run.readPublished(Mentions.TABLE), touched)
                .union(named(mentions, touched))
                .union(relabelled)
                .distinct());
        Dataset<Row> recounted = Entities.TABLE.rows(
                EntityRows.of(mentions.join(renamed, on(Entities.ENTITY_ID.name()), "left_semi"), documents, labels));
        Dataset<Row> kept = before.join(renamed, on(Entities.ENTITY_ID.name()), "left_anti");
        // A new outlet makes outlets of entities that no new document names.
        Dataset<Row> now = computedOnce(EntityRows.withOutlets(kept.unionByName(recounted), documents));
        Dataset<Row> flipped = keys(outlets(now)
                .except(outlets(before))
                .union(outlets(before).except(outlets(now)))
                .distinct());
        Dataset<Row> rewritten = keys(renamed.union(flipped).distinct());
        run.replace(
                Entities.TABLE,
                rewritten,
                now.join(rewritten, on(Entities.ENTITY_ID.name()), "left_semi"),
                Entities.ENTITY_ID);
        if (flipped.isEmpty()) {
            return touched;
        }
        Dataset<Row> naming = naming(mentions, flipped).union(naming(run.readPublished(Mentions.TABLE), flipped));
        return new Touched(keys(touched.documents().union(naming).distinct()), touched.decided());
    }

    private static Dataset<Row> outlets(Dataset<Row> entities) {
        return entities.where(Entities.IS_OUTLET.col()).select(Entities.ENTITY_ID.col());
    }

    /** The documents that name one of these entities. */
    private static Dataset<Row> naming(Dataset<Row> mentions, Dataset<Row> entities) {
        return mentions.join(entities, on(Entities.ENTITY_ID.name()), "left_semi")
                .select(Mentions.DOC_ID.col());
    }

    private static Dataset<Row> named(Dataset<Row> mentions, Touched touched) {
        return mentions.join(touched.documents(), on(Mentions.DOC_ID.name()), "left_semi")
                .select(Mentions.ENTITY_ID.col());
    }
}
