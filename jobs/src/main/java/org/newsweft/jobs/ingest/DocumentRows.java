package org.newsweft.jobs.ingest;

import java.sql.Date;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.api.java.function.MapFunction;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.newsweft.jobs.engine.Frames;
import org.newsweft.table.facts.Blocks;
import org.newsweft.table.facts.CorpusRecords;
import org.newsweft.table.facts.Documents;
import org.newsweft.table.facts.OutletEvidence;
import org.newsweft.text.HardWraps;
import org.newsweft.text.Sentences;
import org.newsweft.text.TextRepair;
import org.newsweft.text.Words;
import org.newsweft.text.language.LanguageDetector;
import org.newsweft.text.reading.DocumentReader;
import org.newsweft.text.reading.OutletKnowledge;
import org.newsweft.text.reading.RawDocument;
import org.newsweft.text.reading.ReadDocument;
import org.newsweft.text.reading.ReadingSettings;
import org.newsweft.text.reading.RecurringLines;
import org.newsweft.text.reading.body.Block;
import org.newsweft.text.reading.date.DateOrder;

/**
 * Records of the corpus as documents: one row each, with {@code document} and {@code blocks}, or with {@code failure}
 * where the reading failed. Every document is its own story until {@code stories} has looked.
 */
final class DocumentRows {
    static final String DOCUMENT = "document";
    static final String BLOCKS = "blocks";
    static final String FAILURE = "failure";
    static final String EVIDENCE = "evidence";
    static final String STATUS = "status";

    /** Statuses: whether a document is new, or was there before. */
    static final String NEW = "new";

    static final String CHANGED = "changed";

    private static final StructType SCHEMA = new StructType()
            .add(Documents.DOC_ID.name(), DataTypes.StringType)
            .add(Documents.SOURCE.name(), DataTypes.StringType)
            .add(STATUS, DataTypes.StringType)
            .add(DOCUMENT, Documents.TABLE.schema().asNullable())
            .add(BLOCKS, DataTypes.createArrayType(Blocks.TABLE.schema().asNullable()))
            .add(FAILURE, DataTypes.StringType)
            .add(EVIDENCE, OutletEvidence.TABLE.schema().asNullable());

    private DocumentRows() {}

    /** The reader is built once per executor and shared by its threads. */
    private static final class Shared {
        static final DocumentReader READER = DocumentReader.load();
        static final LanguageDetector LANGUAGES = LanguageDetector.load();
    }

    /**
     * Reads records.
     *
     * @param records rows of {@link CorpusRecords}, with a column {@code status} that is passed on, and perhaps with
     *     {@code recurring} and {@code date_order}: what is known of the outlet, as {@link Recurrence#toRead} gives it
     */
    static Dataset<Row> of(Dataset<Row> records, ReadingSettings settings, String runId) {
        boolean keepBoilerplate = settings.keepBoilerplate();
        LocalDate today = settings.today();
        boolean outletIsKnown = List.of(records.columns()).contains(Recurrence.RECURRING);
        MapFunction<Row, Row> read = record -> row(
                record,
                new ReadingSettings(keepBoilerplate, today),
                outletIsKnown ? known(record) : OutletKnowledge.NONE,
                runId);
        return records.map(read, Encoders.row(SCHEMA));
    }

    private static OutletKnowledge known(Row record) {
        long[] recurring = record.<Long>getList(record.fieldIndex(Recurrence.RECURRING)).stream()
                .mapToLong(Long::longValue)
                .toArray();
        return new OutletKnowledge(RecurringLines.of(recurring), DateOrder.ofCode(record.getAs(Recurrence.DATE_ORDER)));
    }

    private static Row row(Row record, ReadingSettings settings, OutletKnowledge known, String runId) {
        String docId = record.getAs(CorpusRecords.DOC_ID.name());
        String source = record.getAs(CorpusRecords.SOURCE.name());
        String status = record.getAs(STATUS);
        try {
            ReadDocument read = Shared.READER.read(raw(record, settings), settings, known);
            return RowFactory.create(
                    docId,
                    source,
                    status,
                    document(record, read, runId),
                    Frames.array(blocks(docId, read.blocks())),
                    null,
                    evidence(docId, read.evidence()));
        } catch (RuntimeException | StackOverflowError e) {
            return RowFactory.create(
                    docId, source, status, null, null, e.getClass().getSimpleName() + ": " + e.getMessage(), null);
        }
    }

    private static Row evidence(String docId, org.newsweft.text.reading.OutletEvidence evidence) {
        return OutletEvidence.TABLE
                .newRow()
                .set(OutletEvidence.DOC_ID, docId)
                .set(OutletEvidence.OUTLET, evidence.outlet())
                .set(OutletEvidence.LINES, evidence.lines())
                .set(OutletEvidence.STORY_LINES, evidence.storyLines())
                .set(OutletEvidence.SKETCH, evidence.sketch())
                .set(OutletEvidence.DATE_ORDER, evidence.dateOrder().code())
                .set(OutletEvidence.IS_DATE_AMBIGUOUS, evidence.isDateAmbiguous())
                .build();
    }

    private static RawDocument raw(Row record, ReadingSettings settings) {
        String text = record.getAs(CorpusRecords.TEXT.name());
        // A text that is to be taken as it is stays so to the character.
        String readable = settings.keepBoilerplate() ? text : HardWraps.joined(TextRepair.of(text));
        return new RawDocument(
                record.getAs(CorpusRecords.SOURCE.name()),
                record.getAs(CorpusRecords.URL.name()),
                record.getAs(CorpusRecords.TITLE.name()),
                readable,
                record.getAs(CorpusRecords.DATE.name()),
                record.getAs(CorpusRecords.OUTLET.name()),
                record.getAs(CorpusRecords.AUTHOR.name()),
                record.getAs(CorpusRecords.LANGUAGE.name()));
    }

    private static Row document(Row record, ReadDocument read, String runId) {
        String docId = record.getAs(CorpusRecords.DOC_ID.name());
        LocalDate day = read.date().day();
        DocumentLanguage language = DocumentLanguage.of(
                read.text(),
                record.getAs(CorpusRecords.TEXT.name()),
                record.getAs(CorpusRecords.LANGUAGE.name()),
                Shared.LANGUAGES);
        return Documents.TABLE
                .newRow()
                .set(Documents.DOC_ID, docId)
                .set(Documents.SOURCE, record.getAs(CorpusRecords.SOURCE.name()))
                .set(Documents.CONTENT_HASH, record.getAs(CorpusRecords.CONTENT_HASH.name()))
                .set(Documents.URL, record.getAs(CorpusRecords.URL.name()))
                .set(Documents.OUTLET, read.outlet())
                .set(Documents.AUTHOR, read.author())
                .set(Documents.TITLE, read.title())
                .set(Documents.PUBLISHED_ON, day == null ? null : Date.valueOf(day))
                .set(Documents.PUBLISHED_PRECISION, read.date().precision().code())
                .set(Documents.PUBLISHED_FROM, read.date().source().code())
                .set(Documents.PUBLISHED_CONFIDENCE, read.date().confidence())
                .set(Documents.LANGUAGE, language.code())
                .set(Documents.TEXT, read.text())
                .set(Documents.WORD_COUNT, (long) Words.count(read.text()))
                .set(Documents.SENTENCE_COUNT, (long) Sentences.of(read.text()).size())
                .set(Documents.REMOVED_SHARE, read.removedShare())
                .set(Documents.STORY_ID, docId)
                .set(Documents.IS_COPY, false)
                .set(Documents.COPY_SIMILARITY, null)
                .set(Documents.IS_LIST, false)
                .set(Documents.AGENCY, read.agency())
                .set(
                        Documents.CONTRADICTIONS,
                        joined(record.getAs(CorpusRecords.CONTRADICTIONS.name()), language.contradiction()))
                .set(Documents.RUN_ID, runId)
                .build();
    }

    private static String joined(String contradictions, String another) {
        return contradictions == null || another == null
                ? contradictions == null ? another : contradictions
                : contradictions + "; " + another;
    }

    private static List<Row> blocks(String docId, List<Block> blocks) {
        List<Row> rows = new ArrayList<>(blocks.size());
        for (Block block : blocks) {
            rows.add(Blocks.TABLE
                    .newRow()
                    .set(Blocks.DOC_ID, docId)
                    .set(Blocks.BLOCK_NO, (long) block.number())
                    .set(Blocks.START, (long) block.start())
                    .set(Blocks.END, (long) block.end())
                    .set(Blocks.TEXT, block.text())
                    .set(Blocks.LABEL, block.label().code())
                    .set(Blocks.IS_KEPT, block.kept())
                    .set(Blocks.RULE, block.rule())
                    .build());
        }
        return rows;
    }
}
