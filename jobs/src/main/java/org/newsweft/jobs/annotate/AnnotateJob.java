package org.newsweft.jobs.annotate;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.explode;
import static org.newsweft.jobs.Frames.computedOnce;

import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.newsweft.jobs.Job;
import org.newsweft.jobs.RunContext;
import org.newsweft.store.Warehouse;
import org.newsweft.table.DocumentEntities;
import org.newsweft.table.DocumentTerms;
import org.newsweft.table.DocumentTone;
import org.newsweft.table.Documents;
import org.newsweft.table.Field;
import org.newsweft.table.Mentions;
import org.newsweft.table.Quotes;
import org.newsweft.table.Sentences;
import org.newsweft.table.Table;

/**
 * Finds sentences, mentions, quotes, tone and terms in the documents of this run.
 *
 * <p>Input: {@code documents} of this run, in English or of a language that is not known.
 *
 * <p>Output: {@code sentences}, {@code mentions}, {@code quotes}, {@code document_tone}, {@code document_entities} and
 * {@code document_terms} of these documents; what was found in an older version of them is deleted. Entities are those of
 * the document alone until {@code entities} has compared it with the others.
 */
public final class AnnotateJob implements Job<AnnotateJob.Result> {
    /**
     * What was done.
     *
     * @param documents documents annotated
     */
    public record Result(long documents) {}

    private final Dataset<Row> obsolete;

    /** @param obsolete {@code doc_id} of documents whose old text counts no more */
    public AnnotateJob(Dataset<Row> obsolete) {
        this.obsolete = obsolete;
    }

    @Override
    public String name() {
        return "annotate";
    }

    @Override
    public Result run(RunContext run) {
        Warehouse warehouse = run.warehouse();
        Dataset<Row> fresh = warehouse
                .read(Documents.TABLE)
                .where(Documents.RUN_ID.col().equalTo(run.runId()).and(Documents.isAnalysed()))
                // Annotation is the dearest step by far: every core gets its share, however small the input file was.
                .repartition(run.spark().sparkContext().defaultParallelism() * 2, Documents.DOC_ID.col());
        Dataset<Row> annotations =
                computedOnce(Annotations.of(fresh, run.settings().toneModel()));
        put(warehouse, Sentences.TABLE, Sentences.DOC_ID, annotations, Annotations.SENTENCES);
        put(warehouse, Mentions.TABLE, Mentions.DOC_ID, annotations, Annotations.MENTIONS);
        put(warehouse, DocumentEntities.TABLE, DocumentEntities.DOC_ID, annotations, Annotations.ENTITIES);
        put(warehouse, Quotes.TABLE, Quotes.DOC_ID, annotations, Annotations.QUOTES);
        put(warehouse, DocumentTone.TABLE, DocumentTone.DOC_ID, annotations, Annotations.TONE);
        put(warehouse, DocumentTerms.TABLE, DocumentTerms.DOC_ID, annotations, Annotations.TERMS);
        return new Result(annotations.count());
    }

    private void put(Warehouse warehouse, Table table, Field docId, Dataset<Row> annotations, String rows) {
        if (!obsolete.isEmpty()) {
            warehouse.delete(table, obsolete, docId);
        }
        warehouse.append(
                table, annotations.select(explode(col(rows)).as("found")).select("found.*"));
    }
}
