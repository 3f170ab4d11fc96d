package org.newsweft.jobs.entities;

import static org.newsweft.jobs.Frames.computedOnce;
import static org.newsweft.jobs.Frames.on;

import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.newsweft.jobs.Job;
import org.newsweft.jobs.RunContext;
import org.newsweft.store.Warehouse;
import org.newsweft.table.DocumentEntities;
import org.newsweft.table.Documents;
import org.newsweft.table.Entities;
import org.newsweft.table.EntityDecisions;
import org.newsweft.table.Field;
import org.newsweft.table.Mentions;
import org.newsweft.table.Quotes;
import org.newsweft.table.Table;

/**
 * Decides who is meant, and lists who is named.
 *
 * <p>Input: {@code document_entities}, what each document says alone; {@code documents}; the user's file of entities.
 *
 * <p>Output: {@code entity_decisions}, counted anew from all documents; {@code mentions} and {@code quotes} of the
 * documents where somebody else is meant than before, new ones among them; {@code entities}.
 */
public final class EntitiesJob implements Job<EntitiesJob.Result> {
    /**
     * What was found.
     *
     * @param entities entities there are
     */
    public record Result(long entities) {}

    @Override
    public String name() {
        return "entities";
    }

    @Override
    public Result run(RunContext run) {
        Warehouse warehouse = run.warehouse();
        Dataset<Row> documents = warehouse.read(Documents.TABLE);
        Dataset<Row> decided = computedOnce(Decisions.of(
                warehouse.read(DocumentEntities.TABLE),
                documents,
                AskedEntities.nicknames(run.spark()),
                AskedEntities.of(run.spark(), run.settings().entities().entries())));
        // What was annotated in this run says what the document says alone, whatever was decided on its old text.
        Dataset<Row> fresh =
                documents.where(Documents.RUN_ID.col().equalTo(run.runId())).select(Documents.DOC_ID.col());
        Dataset<Row> inForce =
                warehouse.read(EntityDecisions.TABLE).join(fresh, on(Documents.DOC_ID.name()), "left_anti");
        Dataset<Row> moved = computedOnce(Decisions.moved(decided, inForce));
        Dataset<Row> touched = computedOnce(moved.select(Documents.DOC_ID.col()).distinct());
        long count = touched.count();
        if (count > 0) {
            boolean most = 2 * count > warehouse.rowCount(Documents.TABLE);
            lead(
                    warehouse,
                    Mentions.TABLE,
                    Mentions.DOC_ID,
                    most,
                    touched,
                    Decisions.led(warehouse.read(Mentions.TABLE), moved));
            lead(
                    warehouse,
                    Quotes.TABLE,
                    Quotes.DOC_ID,
                    most,
                    touched,
                    Decisions.ledSpeakers(warehouse.read(Quotes.TABLE), moved));
        }
        warehouse.replaceAll(EntityDecisions.TABLE, Decisions.published(decided));
        warehouse.replaceAll(Entities.TABLE, EntityRows.of(warehouse.read(Mentions.TABLE), documents, decided));
        return new Result(warehouse.rowCount(Entities.TABLE));
    }

    /** Writes the rows of touched documents anew; the whole table where that is most of it. */
    private static void lead(
            Warehouse warehouse, Table table, Field docId, boolean most, Dataset<Row> touched, Dataset<Row> rows) {
        if (most) {
            warehouse.replaceAll(table, rows);
            return;
        }
        Dataset<Row> led = computedOnce(rows.join(touched, on(docId.name()), "left_semi"));
        warehouse.delete(table, touched, docId);
        warehouse.append(table, led);
    }
}
