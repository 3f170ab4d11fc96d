package org.newsweft.jobs.entities;

import static org.newsweft.jobs.engine.Frames.computedOnce;
import static org.newsweft.jobs.engine.Frames.on;

import java.util.Set;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.newsweft.jobs.engine.Annotated;
import org.newsweft.jobs.engine.Decided;
import org.newsweft.jobs.engine.Job;
import org.newsweft.jobs.engine.RunContext;
import org.newsweft.table.facts.DocumentEntities;
import org.newsweft.table.facts.Documents;
import org.newsweft.table.facts.EntityDecisions;
import org.newsweft.table.schema.Table;

/**
 * Decides who is meant, across all documents.
 *
 * <p>Input: {@code document_entities}, what each document says alone; the documents as they are to be; the user's file of
 * entities.
 *
 * <p>Output: {@code entity_decisions}, counted anew from all documents.
 */
public final class EntitiesJob implements Job<Annotated, Decided> {
    @Override
    public String name() {
        return "entities";
    }

    @Override
    public Set<Table> reads() {
        return Set.of(DocumentEntities.TABLE);
    }

    @Override
    public Set<Table> writes() {
        return Set.of(EntityDecisions.TABLE);
    }

    @Override
    public Decided run(RunContext run, Annotated annotated) {
        Dataset<Row> decided = computedOnce(Decisions.of(
                run.read(DocumentEntities.TABLE),
                annotated.told().all(),
                AskedEntities.nicknames(run.spark()),
                AskedEntities.of(run.spark(), run.settings().entities().entries())));
        // What was annotated in this run says what the document says alone, whatever was decided on its old text.
        Dataset<Row> inForce =
                run.read(EntityDecisions.TABLE).join(annotated.documents(), on(Documents.DOC_ID.name()), "left_anti");
        Dataset<Row> moved = computedOnce(Decisions.moved(decided, inForce));
        run.replaceAll(EntityDecisions.TABLE, Decisions.published(decided));
        return new Decided(annotated, decided, moved);
    }
}
