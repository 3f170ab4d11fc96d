package org.newsweft.jobs.entities;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.countDistinct;
import static org.apache.spark.sql.functions.lit;
import static org.newsweft.jobs.engine.Frames.computedOnce;
import static org.newsweft.jobs.engine.Frames.keys;
import static org.newsweft.jobs.engine.Frames.on;

import java.util.Set;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.newsweft.jobs.engine.Annotated;
import org.newsweft.jobs.engine.Decided;
import org.newsweft.jobs.engine.Job;
import org.newsweft.jobs.engine.Readings;
import org.newsweft.jobs.engine.RunContext;
import org.newsweft.jobs.engine.Told;
import org.newsweft.jobs.engine.Touched;
import org.newsweft.table.facts.Documents;
import org.newsweft.table.facts.Mentions;
import org.newsweft.table.facts.Quotes;
import org.newsweft.table.schema.Field;
import org.newsweft.table.schema.Table;

/**
 * Joins what the documents say with what was decided about them, and writes it down.
 *
 * <p>Input: documents, mentions and quotes of this run; those of older documents in which somebody else is meant now.
 *
 * <p>Output: {@code documents}, {@code mentions} and {@code quotes}. It hands on which documents say something else than
 * before: whatever is counted follows them.
 */
public final class ResolveJob implements Job<Decided, Touched> {
    /** A document that names more entities than this is a list. */
    static final long MOST_ENTITIES = 150;

    @Override
    public String name() {
        return "resolve";
    }

    @Override
    public Set<Table> reads() {
        return Set.of();
    }

    @Override
    public Set<Table> writes() {
        return Set.of(Documents.TABLE, Mentions.TABLE, Quotes.TABLE);
    }

    @Override
    public Touched run(RunContext run, Decided decided) {
        Annotated annotated = decided.annotated();
        Told told = annotated.told();
        Readings readings = told.readings();
        Dataset<Row> moved = decided.moved();
        Dataset<Row> movedOld = keys(moved.select(Documents.DOC_ID.col())
                .distinct()
                .join(annotated.documents(), on(Documents.DOC_ID.name()), "left_anti"));

        Dataset<Row> mentions = Decisions.led(
                annotated.mentions().unionByName(of(run, Mentions.TABLE, movedOld, annotated.isEverything())), moved);
        Dataset<Row> quotes = Decisions.ledSpeakers(
                annotated.quotes().unionByName(of(run, Quotes.TABLE, movedOld, annotated.isEverything())), moved);
        Dataset<Row> again = keys(
                readings.obsolete().union(annotated.documents()).union(movedOld).distinct());
        Dataset<Row> lists = computedOnce(lists(mentions));
        put(run, Mentions.TABLE, again, Mentions.TABLE.rows(mentions), Mentions.DOC_ID, annotated.isEverything());
        put(run, Quotes.TABLE, again, Quotes.TABLE.rows(quotes), Quotes.DOC_ID, annotated.isEverything());

        // Documents that became a list, or ceased to be one, though nobody read them anew.
        Dataset<Row> flipped = told.all()
                .join(again, on(Documents.DOC_ID.name()), "left_semi")
                .join(lists, on(Documents.DOC_ID.name()), "left")
                .where(coalesce(col(IS_LIST), lit(false)).notEqual(Documents.IS_LIST.col()))
                .select(Documents.DOC_ID.col());
        Dataset<Row> rewritten = keys(
                told.changed().select(Documents.DOC_ID.col()).union(flipped).distinct());
        Dataset<Row> rows = told.all()
                .join(rewritten, on(Documents.DOC_ID.name()), "left_semi")
                .join(lists, on(Documents.DOC_ID.name()), "left")
                .join(again.withColumn(IS_READ, lit(true)), on(Documents.DOC_ID.name()), "left")
                .withColumn(
                        Documents.IS_LIST.name(),
                        coalesce(col(IS_LIST), col(IS_READ).isNull().and(Documents.IS_LIST.col())));
        run.replace(
                Documents.TABLE,
                keys(rewritten.union(readings.obsolete()).distinct()),
                Documents.TABLE.rows(rows),
                Documents.DOC_ID);
        return new Touched(keys(again.union(rewritten).distinct()), decided);
    }

    private static final String IS_LIST = "names_many";
    private static final String IS_READ = "is_read";

    /** Rows of these documents as the table has them; none where all are written anew. */
    private static Dataset<Row> of(RunContext run, Table table, Dataset<Row> documents, boolean isEverything) {
        return isEverything
                ? run.nothing(table)
                : run.read(table).join(documents, on(Documents.DOC_ID.name()), "left_semi");
    }

    private static void put(
            RunContext run, Table table, Dataset<Row> again, Dataset<Row> rows, Field docId, boolean isEverything) {
        if (isEverything) {
            run.replaceAll(table, rows);
        } else {
            run.replace(table, again, rows, docId);
        }
    }

    /** The documents that name more than {@link #MOST_ENTITIES} entities: {@code doc_id} and true. */
    private static Dataset<Row> lists(Dataset<Row> mentions) {
        return mentions.groupBy(Mentions.DOC_ID.col())
                .agg(countDistinct(Mentions.ENTITY_ID.col()).as("entities"))
                .where(col("entities").gt(MOST_ENTITIES))
                .select(Mentions.DOC_ID.col(), lit(true).as(IS_LIST));
    }
}
