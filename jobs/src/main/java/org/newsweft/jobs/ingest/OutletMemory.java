package org.newsweft.jobs.ingest;

import static org.apache.spark.sql.functions.col;
import static org.newsweft.jobs.engine.Frames.computedOnce;
import static org.newsweft.jobs.engine.Frames.on;

import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.newsweft.jobs.engine.RunContext;
import org.newsweft.table.facts.OutletDates;
import org.newsweft.table.facts.OutletEvidence;
import org.newsweft.table.facts.OutletLines;

/**
 * The memory of what documents tell of each other, in the lake: it is brought up to date with what was read, and says
 * which documents are to be read with other eyes.
 */
final class OutletMemory {
    private OutletMemory() {}

    /**
     * Takes in what was read and forgets what is gone. Only the lines of these documents are counted anew.
     *
     * @param readings rows of {@link DocumentRows}, read without knowing of their outlets
     * @param gone {@code doc_id} of documents that are no more
     * @return the documents to read again, see {@link Recurrence#toRead}
     */
    static Dataset<Row> update(RunContext run, Dataset<Row> readings, Dataset<Row> gone) {
        Dataset<Row> fresh =
                readings.where(col(DocumentRows.EVIDENCE).isNotNull()).select(col(DocumentRows.EVIDENCE + ".*"));
        Dataset<Row> replaced = readings.where(col(DocumentRows.STATUS).equalTo(DocumentRows.CHANGED))
                .select(OutletEvidence.DOC_ID.col())
                .union(gone);
        Dataset<Row> old = run.read(OutletEvidence.TABLE)
                .join(replaced, on(OutletEvidence.DOC_ID.name()), "left_semi")
                .select(OutletEvidence.TABLE.select());
        Dataset<Row> touched = computedOnce(Recurrence.lines(old.union(fresh.select(OutletEvidence.TABLE.select()))));
        run.renew(OutletEvidence.TABLE, replaced, fresh, OutletEvidence.DOC_ID);

        Dataset<Row> evidence = run.read(OutletEvidence.TABLE);
        Dataset<Row> before = computedOnce(run.read(OutletLines.TABLE));
        Dataset<Row> untouched = before.drop(OutletLines.RECURS.name())
                .join(touched, on(OutletLines.OUTLET.name(), OutletLines.LINE.name()), "left_anti");
        Dataset<Row> counts = Recurrence.counts(evidence, touched).unionByName(untouched);
        Dataset<Row> lines = computedOnce(Recurrence.decided(counts, evidence));
        Dataset<Row> datesBefore = computedOnce(run.read(OutletDates.TABLE));
        Dataset<Row> dates = computedOnce(Recurrence.dateOrders(evidence));
        run.replaceAll(OutletLines.TABLE, lines);
        run.replaceAll(OutletDates.TABLE, dates);
        return computedOnce(Recurrence.toRead(
                evidence, fresh.select(OutletEvidence.DOC_ID.col()), lines, before, dates, datesBefore));
    }
}
