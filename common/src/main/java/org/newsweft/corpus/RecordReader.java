package org.newsweft.corpus;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Iterator;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.spark.TaskContext;
import org.apache.spark.sql.Row;
import org.newsweft.corpus.CorpusFormat.Compression;

/**
 * Reads the records of one part of a file, one at a time: memory is bounded by the record limit, however large the file.
 * One record's fault never costs another record.
 */
public final class RecordReader {
    private final CorpusSettings settings;
    private final Configuration hadoop;
    private final RecordFields fields;

    public RecordReader(CorpusSettings settings, Configuration hadoop) {
        this.settings = settings;
        this.hadoop = hadoop;
        this.fields = RecordFields.with(settings.fieldNames());
    }

    /** The records that begin in a part of a file, read as they are asked for: rows of {@link RecordRow#SCHEMA}. */
    public Iterator<Row> records(FileSplit split) {
        return new Rows(split);
    }

    /**
     * Records that begin in a part of a file, refused ones included; 0 where the format numbers its records itself.
     * Where the file is damaged, those before the damage.
     */
    long count(FileSplit split) {
        if (CorpusFormat.of(split.relativePath()).orElse(null) != CorpusFormat.JSON_LINES) {
            return 0;
        }
        long count = 0;
        try (RecordLines lines = RecordLines.of(split, (int) settings.maximumRecordBytes(), hadoop)) {
            while (lines.advance()) {
                count += lines.isBlank() ? 0 : 1;
            }
        } catch (IOException | RuntimeException e) {
            // The same will be met, and get its row, when the records are read.
        }
        return count;
    }

    private RecordSource open(FileSplit split, FileRows rows) throws IOException {
        Path path = new Path(split.file());
        FileSystem fileSystem = path.getFileSystem(hadoop);
        String problem = CorpusFolders.problem(path, fileSystem);
        if (problem != null) {
            return once(split.isFirst() ? rows.refused(RejectReason.UNREADABLE, problem) : null);
        }
        Optional<CorpusFormat> format = CorpusFormat.of(split.relativePath());
        if (format.isEmpty()) {
            return once(rows.refused(
                    RejectReason.UNSUPPORTED_FORMAT,
                    CorpusFormat.isUnfinished(split.relativePath())
                            ? "by its name it is still being written: it is read once it has its own"
                            : "read are " + CorpusFormat.endingsRead()));
        }
        if (fileSystem.getFileStatus(path).getLen() != split.fileBytes()) {
            // Its size is not what is written down of it, so that the next run reads it whole.
            return once(
                    split.isFirst()
                            ? rows.refused(RejectReason.UNREADABLE, "it is being written: the next run will read it")
                            : null);
        }
        return switch (format.get()) {
            case TEXT, HTML -> once(document(split, rows, format.get()));
            case JSON_LINES -> new JsonLineRecords(lines(split, rows), split, rows, fields);
            case CSV -> new CsvRecords(lines(split, rows), rows, fields);
            case PARQUET -> new ParquetRecords(split, rows, fields, hadoop);
            case WARC, WET -> new WarcRecords(split, rows, hadoop);
        };
    }

    private RecordLines lines(FileSplit split, FileRows rows) throws IOException {
        return RecordLines.of(split, rows.limit(), hadoop);
    }

    /** A file that is one document. */
    private Row document(FileSplit split, FileRows rows, CorpusFormat format) throws IOException {
        byte[] bytes;
        Path path = new Path(split.file());
        try (InputStream in = Unpacking.of(
                path.getFileSystem(hadoop).open(path),
                Compression.of(split.relativePath()),
                split.fileBytes(),
                hadoop)) {
            bytes = in.readNBytes(rows.limit() + 1);
        }
        if (bytes.length > rows.limit()) {
            return rows.tooLarge();
        }
        if (format == CorpusFormat.HTML) {
            return HtmlRecord.only(bytes, rows);
        }
        FileRows.Decoded text = FileRows.Decoded.of(bytes);
        if (!text.isText()) {
            return rows.refused(text.reason(), text.detail());
        }
        return text.text().isBlank()
                ? rows.refused(RejectReason.EMPTY, "nothing but white space")
                : rows.onlyRecord(Map.of("text", text.text()), bytes.length);
    }

    private static RecordSource once(Row row) {
        return new RecordSource() {
            private boolean given;

            @Override
            public Row next() {
                Row next = given ? null : row;
                given = true;
                return next;
            }
        };
    }

    /** The rows of a source. What goes wrong beyond a single record becomes the last row. */
    private final class Rows implements Iterator<Row> {
        private final FileRows rows;
        private final FileSplit split;
        private RecordSource source;
        private Row next;
        private boolean ended;

        Rows(FileSplit split) {
            this.split = split;
            this.rows = new FileRows(split, settings);
        }

        @Override
        public boolean hasNext() {
            if (next == null && !ended) {
                next = advance();
                ended |= next == null;
            }
            return next != null;
        }

        @Override
        public Row next() {
            if (!hasNext()) {
                throw new NoSuchElementException();
            }
            Row row = next;
            next = null;
            return row;
        }

        private Row advance() {
            Row row;
            try {
                if (source == null) {
                    source = open(split, rows);
                    closeWithTask(source);
                }
                row = source.next();
                if (row == null) {
                    source.close();
                }
                return row;
            } catch (UncheckedIOException e) {
                row = rows.refused(RejectReason.UNREADABLE, e.getCause().getMessage());
            } catch (IOException | RuntimeException | LinkageError | StackOverflowError e) {
                // Parsers of formats throw whatever they like at bytes they did not expect.
                row = rows.refused(RejectReason.UNREADABLE, e.getMessage() == null ? e.toString() : e.getMessage());
            }
            // What came before the damage has been read; the rest of the file cannot be.
            ended = true;
            return row;
        }
    }

    private static void closeWithTask(Closeable source) {
        TaskContext task = TaskContext.get();
        if (task != null) {
            task.addTaskCompletionListener(context -> {
                try {
                    source.close();
                } catch (IOException e) {
                    // It was only read from: nothing can be lost by a failure to close it.
                }
            });
        }
    }
}
