package org.newsweft.jobs.ingest;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.concat;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.first;
import static org.apache.spark.sql.functions.length;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.row_number;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.when;
import static org.newsweft.jobs.Frames.computedOnce;
import static org.newsweft.jobs.Frames.on;

import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.expressions.Window;
import org.apache.spark.sql.expressions.WindowSpec;
import org.newsweft.jobs.Changes;
import org.newsweft.jobs.Job;
import org.newsweft.jobs.RunContext;
import org.newsweft.jobs.RunSettings;
import org.newsweft.store.Corpus;
import org.newsweft.store.RejectReason;
import org.newsweft.store.Warehouse;
import org.newsweft.table.Blocks;
import org.newsweft.table.CorpusFiles;
import org.newsweft.table.CorpusRecords;
import org.newsweft.table.Documents;
import org.newsweft.table.Rejects;
import org.newsweft.table.Table;
import org.newsweft.text.reading.ReadingSettings;

/**
 * Reads what is new in the corpus.
 *
 * <p>Input: the files of the corpus, and {@code corpus_files}: what was read before.
 *
 * <p>Output: {@code documents} and {@code blocks} of the records that are new or changed, marked with this run's id;
 * {@code rejects}; and the lake's own memory, {@code corpus_files} and {@code corpus_records}.
 */
public final class IngestJob implements Job<IngestJob.Result> {
    /**
     * What was new.
     *
     * @param changes counts
     * @param obsolete {@code doc_id} of changed and removed documents: what was found in their old text must go
     * @param forgotComplaints true if a file that was refused is gone, and what was said of it with it
     */
    public record Result(Changes changes, Dataset<Row> obsolete, boolean forgotComplaints) {}

    /**
     * What a run would do.
     *
     * @param unread files that are new or changed
     * @param unreadBytes their size
     * @param unchanged files that were read before
     * @param vanished files that were read before and are gone
     */
    public record Plan(long unread, long unreadBytes, long unchanged, long vanished) {}

    @Override
    public String name() {
        return "ingest";
    }

    @Override
    public Result run(RunContext run) {
        Warehouse warehouse = run.warehouse();
        boolean full = run.settings().full();
        Dataset<Row> known = warehouse.read(CorpusFiles.TABLE);
        Dataset<Row> files = run.corpus().files();
        Dataset<Row> unread = computedOnce(full ? files : unread(files, known));
        Dataset<Row> vanished = run.settings().dropRemoved()
                ? computedOnce(known.join(files, on(CorpusFiles.FILE.name()), "left_anti")
                        .select(CorpusFiles.FILE.col()))
                : nothing(run, CorpusFiles.TABLE).select(CorpusFiles.FILE.col());
        boolean forgotComplaints = Complaints.forget(warehouse, files);
        if (unread.isEmpty() && vanished.isEmpty()) {
            return new Result(
                    Changes.NONE, nothing(run, Documents.TABLE).select(Documents.DOC_ID.col()), forgotComplaints);
        }

        Dataset<Row> records = computedOnce(run.corpus().records(unread));
        Dataset<Row> readRecords = records.where(Rejects.REASON.col().isNull());
        long read = readRecords.count();
        long rejected = records.count() - read;
        Dataset<Row> lost = remember(run, unread, vanished, records);

        Dataset<Row> stored = warehouse.read(CorpusRecords.TABLE);
        Dataset<Row> touched = full
                ? stored.select(CorpusRecords.DOC_ID.col())
                : readRecords.select(CorpusRecords.DOC_ID.col()).union(lost);
        Dataset<Row> versions =
                computedOnce(ranked(stored.join(touched, on(CorpusRecords.DOC_ID.name()), "left_semi")));
        Dataset<Row> stale = stale(versions, warehouse.read(Documents.TABLE), full);
        Dataset<Row> gone = run.settings().dropRemoved()
                ? computedOnce(warehouse
                        .read(Documents.TABLE)
                        .join(warehouse.read(CorpusRecords.TABLE), on(Documents.DOC_ID.name()), "left_anti")
                        .select(Documents.DOC_ID.col()))
                : nothing(run, Documents.TABLE).select(Documents.DOC_ID.col());
        Dataset<Row> documents = computedOnce(readings(run, stale, gone));
        Dataset<Row> changed = documents
                .where(col(DocumentRows.STATUS).equalTo(DocumentRows.CHANGED))
                .select(Documents.DOC_ID.col());
        Dataset<Row> obsolete = computedOnce(changed.union(gone));
        if (!obsolete.isEmpty()) {
            warehouse.delete(Documents.TABLE, obsolete, Documents.DOC_ID);
            warehouse.delete(Blocks.TABLE, obsolete, Blocks.DOC_ID);
        }
        warehouse.append(
                Documents.TABLE,
                documents.where(col(DocumentRows.FAILURE).isNull()).select(col(DocumentRows.DOCUMENT + ".*")));
        warehouse.append(
                Blocks.TABLE,
                documents.select(explode(col(DocumentRows.BLOCKS)).as("block")).select("block.*"));
        reject(run, versions, documents);

        Row counts = documents
                .agg(
                        count(when(col(DocumentRows.STATUS).equalTo(DocumentRows.NEW), 1)),
                        count(when(col(DocumentRows.STATUS).equalTo(DocumentRows.CHANGED), 1)))
                .head();
        Changes changes = new Changes(read, counts.getLong(0), counts.getLong(1), gone.count(), rejected);
        return new Result(changes, obsolete, forgotComplaints);
    }

    /**
     * Reads records: first each by itself, then again those of which the other documents of their outlet tell something,
     * among them older ones that were read before the others were there.
     *
     * @return rows of {@link DocumentRows}
     */
    private static Dataset<Row> readings(RunContext run, Dataset<Row> stale, Dataset<Row> gone) {
        ReadingSettings settings = new ReadingSettings(run.settings().keepBoilerplate(), run.today());
        Dataset<Row> alone = computedOnce(DocumentRows.of(stale, settings, run.runId()));
        Dataset<Row> again = OutletMemory.update(run.warehouse(), alone, gone);
        if (again.isEmpty()) {
            return alone;
        }
        Dataset<Row> statuses = alone.select(Documents.DOC_ID.col(), col(DocumentRows.STATUS));
        Dataset<Row> records = ranked(run.warehouse()
                        .read(CorpusRecords.TABLE)
                        .join(again, on(CorpusRecords.DOC_ID.name()), "left_semi"))
                .where(col("rank").equalTo(1))
                .join(again, on(CorpusRecords.DOC_ID.name()))
                .join(statuses, on(CorpusRecords.DOC_ID.name()), "left")
                .withColumn(DocumentRows.STATUS, coalesce(col(DocumentRows.STATUS), lit(DocumentRows.CHANGED)));
        return alone.join(again, on(Documents.DOC_ID.name()), "left_anti")
                .unionByName(DocumentRows.of(records, settings, run.runId()));
    }

    /** Says what a run would do, without doing it. */
    public static Plan plan(Warehouse warehouse, RunSettings settings) {
        Dataset<Row> files =
                computedOnce(Corpus.at(warehouse.spark(), settings.corpus()).files());
        Dataset<Row> known = warehouse.read(CorpusFiles.TABLE);
        Dataset<Row> unread = computedOnce(settings.full() ? files : unread(files, known));
        Row size = unread.agg(count("*"), coalesce(sum(CorpusFiles.BYTES.col()), lit(0L)))
                .head();
        long vanished =
                known.join(files, on(CorpusFiles.FILE.name()), "left_anti").count();
        return new Plan(size.getLong(0), size.getLong(1), files.count() - size.getLong(0), vanished);
    }

    /** Files that were never read, or that have another size or time than when they were. */
    static Dataset<Row> unread(Dataset<Row> files, Dataset<Row> known) {
        return files.join(
                known,
                on(CorpusFiles.FILE.name(), CorpusFiles.BYTES.name(), CorpusFiles.MODIFIED_AT.name()),
                "left_anti");
    }

    /**
     * Records with their {@code rank} among those of the same source: 1 is the version that stands for the document. It
     * is the one with the latest date as given; the hash decides between equals, so that the order in which records
     * arrive never does.
     */
    static Dataset<Row> ranked(Dataset<Row> records) {
        WindowSpec bySource = Window.partitionBy(CorpusRecords.DOC_ID.col())
                .orderBy(
                        CorpusRecords.DATE.col().desc_nulls_last(),
                        CorpusRecords.CONTENT_HASH.col(),
                        CorpusRecords.FILE.col(),
                        CorpusRecords.RECORD_NO.col());
        return records.withColumn("rank", row_number().over(bySource))
                .withColumn(
                        "standing_hash", first(CorpusRecords.CONTENT_HASH.col()).over(bySource));
    }

    /** The records that stand for their document and are not in {@code documents} as they are, with their status. */
    static Dataset<Row> stale(Dataset<Row> ranked, Dataset<Row> documents, boolean full) {
        Dataset<Row> before = documents.select(
                Documents.DOC_ID.col(), Documents.CONTENT_HASH.col().as("hash_before"));
        Column isNew = col("hash_before").isNull();
        Column isChanged = lit(full).or(col("hash_before").notEqual(CorpusRecords.CONTENT_HASH.col()));
        return ranked.where(col("rank").equalTo(1))
                .join(before, on(Documents.DOC_ID.name()), "left")
                .withColumn(DocumentRows.STATUS, when(isNew, DocumentRows.NEW).when(isChanged, DocumentRows.CHANGED))
                .where(col(DocumentRows.STATUS).isNotNull());
    }

    /**
     * Writes down which files were read and what was in them, in the place of what they held before.
     *
     * @return {@code doc_id} of the records that went without being replaced
     */
    private static Dataset<Row> remember(
            RunContext run, Dataset<Row> unread, Dataset<Row> vanished, Dataset<Row> records) {
        Warehouse warehouse = run.warehouse();
        Dataset<Row> known = warehouse.read(CorpusFiles.TABLE);
        Dataset<Row> replaced = computedOnce(known.join(unread, on(CorpusFiles.FILE.name()), "left_semi")
                .select(CorpusFiles.FILE.col())
                .union(vanished.select(CorpusFiles.FILE.col())));
        Dataset<Row> readRecords = records.where(Rejects.REASON.col().isNull());
        Dataset<Row> lost = nothing(run, CorpusRecords.TABLE).select(CorpusRecords.DOC_ID.col());
        if (!replaced.isEmpty()) {
            warehouse.delete(CorpusFiles.TABLE, replaced, CorpusFiles.FILE);
            warehouse.delete(
                    Rejects.TABLE, unread.select(col(Corpus.RELATIVE_PATH).as(Rejects.FILE.name())), Rejects.FILE);
            if (run.settings().dropRemoved()) {
                lost = computedOnce(warehouse
                        .read(CorpusRecords.TABLE)
                        .join(replaced, on(CorpusRecords.FILE.name()), "left_semi")
                        .select(CorpusRecords.DOC_ID.col()));
                warehouse.delete(CorpusRecords.TABLE, replaced, CorpusRecords.FILE);
            } else {
                // A record that its file no longer holds is kept; a new version takes the place of the old one.
                warehouse.delete(
                        CorpusRecords.TABLE,
                        readRecords.select(CorpusRecords.FILE.col(), CorpusRecords.SOURCE.col()),
                        CorpusRecords.FILE,
                        CorpusRecords.SOURCE);
            }
        }
        Column isRead = Rejects.REASON.col().isNull();
        Dataset<Row> counts = records.groupBy(CorpusFiles.FILE.col())
                .agg(
                        sum(when(isRead, 1L).otherwise(0L)).as(CorpusFiles.RECORD_COUNT.name()),
                        sum(when(isRead, 0L).otherwise(1L)).as(CorpusFiles.REJECT_COUNT.name()));
        warehouse.append(
                CorpusFiles.TABLE,
                unread.join(counts, on(CorpusFiles.FILE.name()), "left")
                        .na()
                        .fill(0L, new String[] {CorpusFiles.RECORD_COUNT.name(), CorpusFiles.REJECT_COUNT.name()})
                        .withColumn(CorpusFiles.RUN_ID.name(), lit(run.runId())));
        warehouse.append(CorpusRecords.TABLE, readRecords);
        warehouse.append(
                Rejects.TABLE,
                records.where(Rejects.REASON.col().isNotNull())
                        .withColumn(Rejects.FILE.name(), col(Corpus.RELATIVE_PATH))
                        .withColumn(Rejects.RUN_ID.name(), lit(run.runId())));
        return lost;
    }

    /** Writes down the records that another stands for, and the documents that could not be analysed. */
    private static void reject(RunContext run, Dataset<Row> versions, Dataset<Row> documents) {
        Dataset<Row> superseded = versions.where(
                        col("rank").gt(1).and(CorpusRecords.CONTENT_HASH.col().notEqual(col("standing_hash"))))
                .select(
                        CorpusRecords.SOURCE.col(),
                        CorpusRecords.SOURCE.col().as(Rejects.FILE.name()),
                        lit(RejectReason.SUPERSEDED.code()).as(Rejects.REASON.name()),
                        concat(
                                        lit("another version of the same source stands for it; this one has hash "),
                                        CorpusRecords.CONTENT_HASH.col())
                                .as(Rejects.DETAIL.name()),
                        length(CorpusRecords.TEXT.col()).cast("bigint").as(Rejects.BYTES.name()));
        Dataset<Row> failed = documents
                .where(col(DocumentRows.FAILURE).isNotNull())
                .select(
                        Documents.SOURCE.col(),
                        Documents.SOURCE.col().as(Rejects.FILE.name()),
                        lit(RejectReason.ANALYSIS_FAILED.code()).as(Rejects.REASON.name()),
                        col(DocumentRows.FAILURE).as(Rejects.DETAIL.name()),
                        lit(0L).as(Rejects.BYTES.name()));
        Dataset<Row> refused =
                computedOnce(superseded.union(failed).withColumn(Rejects.RUN_ID.name(), lit(run.runId())));
        Dataset<Row> before = computedOnce(run.warehouse()
                .read(Rejects.TABLE)
                .where(Rejects.REASON.col().isin(RejectReason.SUPERSEDED.code(), RejectReason.ANALYSIS_FAILED.code()))
                .join(versions, on(Rejects.SOURCE.name()), "left_semi")
                .select(Rejects.SOURCE.col(), Rejects.REASON.col()));
        if (!before.isEmpty()) {
            run.warehouse().delete(Rejects.TABLE, before, Rejects.SOURCE, Rejects.REASON);
        }
        if (!refused.isEmpty()) {
            run.warehouse().append(Rejects.TABLE, refused);
        }
    }

    private static Dataset<Row> nothing(RunContext run, Table table) {
        return run.spark().createDataFrame(List.of(), table.schema());
    }
}
