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
import static org.newsweft.jobs.engine.Frames.computedOnce;
import static org.newsweft.jobs.engine.Frames.keys;
import static org.newsweft.jobs.engine.Frames.on;

import java.util.Set;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.expressions.Window;
import org.apache.spark.sql.expressions.WindowSpec;
import org.newsweft.corpus.Corpus;
import org.newsweft.corpus.RejectReason;
import org.newsweft.jobs.engine.Changes;
import org.newsweft.jobs.engine.Job;
import org.newsweft.jobs.engine.Readings;
import org.newsweft.jobs.engine.RunContext;
import org.newsweft.jobs.engine.RunSettings;
import org.newsweft.store.Warehouse;
import org.newsweft.table.facts.Blocks;
import org.newsweft.table.facts.CorpusFiles;
import org.newsweft.table.facts.CorpusRecords;
import org.newsweft.table.facts.Documents;
import org.newsweft.table.facts.OutletDates;
import org.newsweft.table.facts.OutletEvidence;
import org.newsweft.table.facts.OutletLines;
import org.newsweft.table.facts.Rejects;
import org.newsweft.table.schema.Table;
import org.newsweft.text.reading.ReadingSettings;

/**
 * Reads what is new in the corpus.
 *
 * <p>Input: the files of the corpus, and {@code corpus_files}: what was read before.
 *
 * <p>Output: {@code blocks}; the lake's own memory, {@code corpus_files}, {@code corpus_records} and what the documents of
 * an outlet tell of each other. The documents themselves are handed on: they are written when it is decided what they
 * are copies of.
 */
public final class IngestJob implements Job<Void, Readings> {
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
    public Set<Table> reads() {
        return Set.of(Documents.TABLE, Rejects.TABLE);
    }

    @Override
    public Set<Table> writes() {
        return Set.of(
                CorpusFiles.TABLE,
                CorpusRecords.TABLE,
                Blocks.TABLE,
                OutletEvidence.TABLE,
                OutletLines.TABLE,
                OutletDates.TABLE);
    }

    @Override
    public Readings run(RunContext run, Void nothing) {
        boolean full = run.isAnew();
        Dataset<Row> known = run.read(CorpusFiles.TABLE);
        Dataset<Row> files = run.corpus().files();
        Dataset<Row> unread = computedOnce(full ? files : unread(files, known));
        Dataset<Row> vanished = run.settings().dropRemoved()
                ? computedOnce(known.join(files, on(CorpusFiles.FILE.name()), "left_anti")
                        .select(CorpusFiles.FILE.col()))
                : run.nothing(CorpusFiles.TABLE).select(CorpusFiles.FILE.col());
        Dataset<Row> forgotten = Complaints.ofGoneFiles(run.read(Rejects.TABLE), files);
        if (unread.isEmpty() && vanished.isEmpty()) {
            return new Readings(
                    Changes.NONE,
                    run.nothing(Documents.TABLE),
                    run.nothing(Documents.TABLE).select(Documents.DOC_ID.col()),
                    computedOnce(forgotten),
                    run.nothing(Rejects.TABLE));
        }

        Dataset<Row> records = computedOnce(run.corpus().records(unread));
        Dataset<Row> readRecords = records.where(Rejects.REASON.col().isNull());
        long read = readRecords.count();
        long rejected = records.count() - read;
        Dataset<Row> lost = remember(run, unread, vanished, records);

        Dataset<Row> stored = run.read(CorpusRecords.TABLE);
        Dataset<Row> touched = full
                ? stored.select(CorpusRecords.DOC_ID.col())
                : readRecords.select(CorpusRecords.DOC_ID.col()).union(lost);
        Dataset<Row> versions =
                computedOnce(ranked(stored.join(touched, on(CorpusRecords.DOC_ID.name()), "left_semi")));
        Dataset<Row> stale = stale(versions, run.read(Documents.TABLE), full);
        Dataset<Row> gone = run.settings().dropRemoved()
                ? computedOnce(run.read(Documents.TABLE)
                        .join(run.read(CorpusRecords.TABLE), on(Documents.DOC_ID.name()), "left_anti")
                        .select(Documents.DOC_ID.col()))
                : run.nothing(Documents.TABLE).select(Documents.DOC_ID.col());
        Dataset<Row> documents = computedOnce(readings(run, stale, gone));
        Dataset<Row> changed = documents
                .where(col(DocumentRows.STATUS).equalTo(DocumentRows.CHANGED))
                .select(Documents.DOC_ID.col());
        Dataset<Row> obsolete = keys(changed.union(gone));
        run.renew(
                Blocks.TABLE,
                obsolete,
                documents.select(explode(col(DocumentRows.BLOCKS)).as("block")).select("block.*"),
                Blocks.DOC_ID);

        Row counts = documents
                .agg(
                        count(when(col(DocumentRows.STATUS).equalTo(DocumentRows.NEW), 1)),
                        count(when(col(DocumentRows.STATUS).equalTo(DocumentRows.CHANGED), 1)))
                .head();
        return new Readings(
                new Changes(read, counts.getLong(0), counts.getLong(1), gone.count(), rejected),
                documents.where(col(DocumentRows.FAILURE).isNull()).select(col(DocumentRows.DOCUMENT + ".*")),
                obsolete,
                settled(run.read(Rejects.TABLE), unread, versions).union(forgotten),
                computedOnce(refused(run, records, versions, documents)));
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
        Dataset<Row> again = OutletMemory.update(run, alone, gone);
        if (again.isEmpty()) {
            return alone;
        }
        Dataset<Row> statuses = alone.select(Documents.DOC_ID.col(), col(DocumentRows.STATUS));
        Dataset<Row> records = ranked(
                        run.read(CorpusRecords.TABLE).join(again, on(CorpusRecords.DOC_ID.name()), "left_semi"))
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
        Dataset<Row> known = run.read(CorpusFiles.TABLE);
        Dataset<Row> replaced = keys(known.join(unread, on(CorpusFiles.FILE.name()), "left_semi")
                .select(CorpusFiles.FILE.col())
                .union(vanished.select(CorpusFiles.FILE.col())));
        Dataset<Row> readRecords = records.where(Rejects.REASON.col().isNull());
        Column isRead = Rejects.REASON.col().isNull();
        Dataset<Row> counts = records.groupBy(CorpusFiles.FILE.col())
                .agg(
                        sum(when(isRead, 1L).otherwise(0L)).as(CorpusFiles.RECORD_COUNT.name()),
                        sum(when(isRead, 0L).otherwise(1L)).as(CorpusFiles.REJECT_COUNT.name()));
        Dataset<Row> fileRows = unread.join(counts, on(CorpusFiles.FILE.name()), "left")
                .na()
                .fill(0L, new String[] {CorpusFiles.RECORD_COUNT.name(), CorpusFiles.REJECT_COUNT.name()})
                .withColumn(CorpusFiles.RUN_ID.name(), lit(run.runId()));
        run.replace(CorpusFiles.TABLE, replaced, fileRows, CorpusFiles.FILE);
        if (run.settings().dropRemoved()) {
            Dataset<Row> lost = computedOnce(run.read(CorpusRecords.TABLE)
                    .join(replaced, on(CorpusRecords.FILE.name()), "left_semi")
                    .select(CorpusRecords.DOC_ID.col()));
            run.replace(CorpusRecords.TABLE, replaced, readRecords, CorpusRecords.FILE);
            return lost;
        }
        // A record that its file no longer holds is kept; a new version takes the place of the old one.
        run.replace(
                CorpusRecords.TABLE,
                readRecords.join(replaced, on(CorpusRecords.FILE.name()), "left_semi"),
                readRecords,
                CorpusRecords.FILE,
                CorpusRecords.SOURCE);
        return run.nothing(CorpusRecords.TABLE).select(CorpusRecords.DOC_ID.col());
    }

    /** What was refused: files and records, records that another stands for, documents that could not be read. */
    private static Dataset<Row> refused(
            RunContext run, Dataset<Row> records, Dataset<Row> versions, Dataset<Row> documents) {
        Dataset<Row> unreadable = records.where(Rejects.REASON.col().isNotNull())
                .select(
                        Rejects.SOURCE.col(),
                        col(Corpus.RELATIVE_PATH).as(Rejects.FILE.name()),
                        Rejects.REASON.col(),
                        Rejects.DETAIL.col(),
                        Rejects.BYTES.col());
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
        return Complaints.oneEach(unreadable.unionByName(superseded).unionByName(failed))
                .withColumn(Rejects.RUN_ID.name(), lit(run.runId()));
    }

    /** The complaints about files that were read again, and about documents of which it was decided anew what stands. */
    private static Dataset<Row> settled(Dataset<Row> rejects, Dataset<Row> unread, Dataset<Row> versions) {
        Dataset<Row> ofFiles = rejects.join(
                unread.select(col(Corpus.RELATIVE_PATH).as(Rejects.FILE.name())), on(Rejects.FILE.name()), "left_semi");
        Dataset<Row> ofDocuments = rejects.where(
                        Rejects.REASON.col().isin(RejectReason.SUPERSEDED.code(), RejectReason.ANALYSIS_FAILED.code()))
                .join(versions, on(Rejects.SOURCE.name()), "left_semi");
        return ofFiles.unionByName(ofDocuments).select(Rejects.FILE.col(), Rejects.SOURCE.col(), Rejects.REASON.col());
    }
}
