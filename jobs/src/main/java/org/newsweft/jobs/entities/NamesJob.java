package org.newsweft.jobs.entities;

import static org.newsweft.jobs.Frames.computedOnce;
import static org.newsweft.jobs.Frames.keys;
import static org.newsweft.jobs.Frames.on;

import java.util.Set;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.newsweft.jobs.Job;
import org.newsweft.jobs.RunContext;
import org.newsweft.jobs.Touched;
import org.newsweft.table.Documents;
import org.newsweft.table.Entities;
import org.newsweft.table.Mentions;
import org.newsweft.table.Table;

/**
 * Lists who is named.
 *
 * <p>Input: {@code mentions}, {@code documents}, and what was decided about names.
 *
 * <p>Output: {@code entities}; only those are counted anew that a touched document names or named, or whose label changed.
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
            run.replaceAll(Entities.TABLE, EntityRows.of(mentions, documents, labels));
            return touched;
        }
        Dataset<Row> relabelled = run.read(Entities.TABLE)
                .select(Entities.ENTITY_ID.col(), Entities.LABEL.col())
                .except(labels.select(Entities.ENTITY_ID.col(), Entities.LABEL.col()))
                .select(Entities.ENTITY_ID.col());
        Dataset<Row> renamed = keys(named(run.readPublished(Mentions.TABLE), touched)
                .union(named(mentions, touched))
                .union(relabelled)
                .distinct());
        run.replace(
                Entities.TABLE,
                renamed,
                EntityRows.of(
                        mentions.join(renamed, on(Entities.ENTITY_ID.name()), "left_semi"), documents, labels),
                Entities.ENTITY_ID);
        return touched;
    }

    private static Dataset<Row> named(Dataset<Row> mentions, Touched touched) {
        return mentions.join(touched.documents(), on(Mentions.DOC_ID.name()), "left_semi")
                .select(Mentions.ENTITY_ID.col());
    }
}
