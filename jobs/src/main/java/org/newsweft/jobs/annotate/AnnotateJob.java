package org.newsweft.jobs.annotate;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.lit;
import static org.newsweft.jobs.engine.Frames.computedOnce;
import static org.newsweft.jobs.engine.Frames.keys;
import static org.newsweft.jobs.engine.Frames.on;

import java.util.Set;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.newsweft.corpus.RejectReason;
import org.newsweft.jobs.engine.Annotated;
import org.newsweft.jobs.engine.Job;
import org.newsweft.jobs.engine.Readings;
import org.newsweft.jobs.engine.RunContext;
import org.newsweft.jobs.engine.SparkSessions;
import org.newsweft.jobs.engine.Told;
import org.newsweft.table.facts.DocumentEntities;
import org.newsweft.table.facts.DocumentTerms;
import org.newsweft.table.facts.DocumentTone;
import org.newsweft.table.facts.Documents;
import org.newsweft.table.facts.Mentions;
import org.newsweft.table.facts.Quotes;
import org.newsweft.table.facts.Rejects;
import org.newsweft.table.facts.Sentences;
import org.newsweft.table.schema.Field;
import org.newsweft.table.schema.Table;

/**
 * Finds sentences, mentions, quotes, tone and terms in the documents that were read.
 *
 * <p>Input: the documents of this run, in English or of a language that is not known.
 *
 * <p>Output: {@code sentences}, {@code document_tone}, {@code document_entities} and {@code document_terms} of these
 * documents, in the place of what was found in an older version of them; {@code rejects}, with a row for every document
 * that could not be analysed. It hands on {@code mentions} and {@code quotes}: they are written when it is decided who is
 * meant.
 */
public final class AnnotateJob implements Job<Told, Annotated> {
    @Override
    public String name() {
        return "annotate";
    }

    @Override
    public Set<Table> reads() {
        return Set.of(Documents.TABLE);
    }

    @Override
    public Set<Table> writes() {
        return Set.of(Sentences.TABLE, DocumentTone.TABLE, DocumentEntities.TABLE, DocumentTerms.TABLE, Rejects.TABLE);
    }

    @Override
    public Annotated run(RunContext run, Told told) {
        Readings readings = told.readings();
        Dataset<Row> read = run.isAnew() ? told.all() : readings.documents();
        Dataset<Row> fresh = read.where(Documents.isAnalysed())
                // Annotation is the dearest step by far: every core gets its share, however small the input file was.
                .repartition(SparkSessions.tasks(run.spark()), Documents.DOC_ID.col());
        Dataset<Row> annotations =
                computedOnce(Annotations.of(fresh, run.settings().toneModel()));
        Dataset<Row> obsolete = readings.obsolete();
        put(run, Sentences.TABLE, obsolete, Sentences.DOC_ID, annotations, Annotations.SENTENCES);
        put(run, DocumentTone.TABLE, obsolete, DocumentTone.DOC_ID, annotations, Annotations.TONE);
        put(run, DocumentEntities.TABLE, obsolete, DocumentEntities.DOC_ID, annotations, Annotations.ENTITIES);
        put(run, DocumentTerms.TABLE, obsolete, DocumentTerms.DOC_ID, annotations, Annotations.TERMS);
        reject(run, readings, annotations);
        return new Annotated(
                told,
                run.isAnew(),
                annotations.select(Documents.DOC_ID.col()),
                found(annotations, Annotations.MENTIONS, Mentions.TABLE),
                found(annotations, Annotations.QUOTES, Quotes.TABLE));
    }

    private static void put(
            RunContext run, Table table, Dataset<Row> obsolete, Field docId, Dataset<Row> annotations, String rows) {
        run.renew(table, obsolete, found(annotations, rows, table), docId);
    }

    private static Dataset<Row> found(Dataset<Row> annotations, String rows, Table table) {
        return table.rows(annotations.select(explode(col(rows)).as("found")).select("found.*"));
    }

    /** Writes down what could not be read or analysed in this run, and strikes out the complaints that are settled. */
    private static void reject(RunContext run, Readings readings, Dataset<Row> annotations) {
        Dataset<Row> failed = annotations
                .where(col(Annotations.FAILURE).isNotNull())
                .select(
                        Documents.SOURCE.col(),
                        Documents.SOURCE.col().as(Rejects.FILE.name()),
                        lit(RejectReason.ANALYSIS_FAILED.code()).as(Rejects.REASON.name()),
                        col(Annotations.FAILURE).as(Rejects.DETAIL.name()),
                        lit(0L).as(Rejects.BYTES.name()),
                        lit(run.runId()).as(Rejects.RUN_ID.name()));
        Dataset<Row> analysed = run.read(Rejects.TABLE)
                .where(Rejects.REASON.col().equalTo(RejectReason.ANALYSIS_FAILED.code()))
                .join(annotations, on(Rejects.SOURCE.name()), "left_semi")
                .select(Rejects.FILE.col(), Rejects.SOURCE.col(), Rejects.REASON.col());
        run.replace(
                Rejects.TABLE,
                keys(readings.settled()
                        .select(Rejects.FILE.col(), Rejects.SOURCE.col(), Rejects.REASON.col())
                        .union(analysed)),
                readings.refused().unionByName(failed),
                Rejects.FILE,
                Rejects.SOURCE,
                Rejects.REASON);
    }
}
