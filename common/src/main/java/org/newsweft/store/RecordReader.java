package org.newsweft.store;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Collections;
import java.util.HashMap;
import java.util.Iterator;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.io.compress.CompressionCodec;
import org.apache.hadoop.io.compress.CompressionCodecFactory;
import org.apache.spark.TaskContext;
import org.apache.spark.sql.Row;
import org.newsweft.table.CorpusFiles;
import org.newsweft.text.TextDecoding;

/**
 * Reads the records of one file, one at a time: memory is bounded by the record limit, however large the file. One
 * record's fault never costs another record.
 */
final class RecordReader {
    private static final int BUFFER = 64 * 1024;

    private final CorpusSettings settings;
    private final Configuration hadoop;
    private final RecordFields fieldNames;

    RecordReader(CorpusSettings settings, Configuration hadoop) {
        this.settings = settings;
        this.hadoop = hadoop;
        this.fieldNames = RecordFields.with(settings.fieldNames());
    }

    /**
     * The records of a file, read as they are asked for.
     *
     * @param file row of {@link Corpus#files}
     * @return rows of {@link RecordRow#SCHEMA}
     */
    Iterator<Row> records(Row file) {
        return new FileRecords(
                file.getAs(CorpusFiles.FILE.name()),
                file.getAs(Corpus.RELATIVE_PATH),
                file.getAs(CorpusFiles.BYTES.name()));
    }

    /** The records of one file. */
    private final class FileRecords implements Iterator<Row> {
        private final String file;
        private final String relativePath;
        private final long fileBytes;
        private final Iterator<Row> rows;

        FileRecords(String file, String relativePath, long fileBytes) {
            this.file = file;
            this.relativePath = relativePath;
            this.fileBytes = fileBytes;
            this.rows = open();
        }

        @Override
        public boolean hasNext() {
            return rows.hasNext();
        }

        @Override
        public Row next() {
            return rows.next();
        }

        private Iterator<Row> open() {
            Optional<CorpusFormat> format = CorpusFormat.of(relativePath);
            if (format.isEmpty()) {
                return one(
                        rejected(RejectReason.UNSUPPORTED_FORMAT, "read are " + CorpusFormat.endingsRead(), fileBytes));
            }
            try {
                return switch (format.get()) {
                    case TEXT -> one(text());
                    case JSON_LINES -> new JsonLines(stream());
                };
            } catch (IOException e) {
                return one(unreadable(e));
            }
        }

        private Row text() throws IOException {
            byte[] bytes;
            try (InputStream in = stream()) {
                bytes = in.readNBytes((int) settings.maximumRecordBytes() + 1);
            }
            if (bytes.length > settings.maximumRecordBytes()) {
                return rejected(RejectReason.TOO_LARGE, limit(), fileBytes);
            }
            if (TextDecoding.isBinary(bytes)) {
                return rejected(RejectReason.BINARY, "not a text", fileBytes);
            }
            Optional<String> text = TextDecoding.decode(bytes);
            if (text.isEmpty()) {
                return rejected(RejectReason.UNDETECTABLE_ENCODING, "save it as UTF-8", fileBytes);
            }
            if (text.get().isBlank()) {
                return rejected(RejectReason.EMPTY, "nothing but white space", fileBytes);
            }
            return RecordRow.read(file, relativePath, 0, relativePath, Map.of("text", text.get()), bytes.length);
        }

        private InputStream stream() throws IOException {
            Path path = new Path(file);
            InputStream raw = path.getFileSystem(hadoop).open(path, BUFFER);
            CompressionCodec codec = new CompressionCodecFactory(hadoop).getCodec(path);
            InputStream in;
            try {
                in = codec == null ? raw : codec.createInputStream(raw);
            } catch (IOException | RuntimeException | UnsatisfiedLinkError e) {
                raw.close();
                throw new IOException("cannot unpack it: " + e.getMessage(), e);
            }
            closeWithTask(in);
            return in;
        }

        private Row rejected(RejectReason reason, String detail, long bytes) {
            return RecordRow.rejected(file, relativePath, 0, relativePath, reason, detail, bytes);
        }

        private Row unreadable(Exception cause) {
            return rejected(RejectReason.UNREADABLE, cause.getMessage(), fileBytes);
        }

        private String limit() {
            return "more than " + settings.maximumRecordBytes() + " bytes";
        }

        /** One record a line; blank lines are no records. */
        private final class JsonLines implements Iterator<Row> {
            private final ObjectMapper json = jsonMapper();
            private final BoundedLines lines;
            private long recordNo = -1;
            private Row next;
            private boolean ended;

            JsonLines(InputStream in) {
                this.lines = new BoundedLines(in, (int) settings.maximumRecordBytes());
            }

            @Override
            public boolean hasNext() {
                while (next == null && !ended) {
                    advance();
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

            private void advance() {
                try {
                    ended = !lines.advance();
                } catch (IOException e) {
                    // What came before the damage has been read; the rest of the file cannot be.
                    ended = true;
                    next = unreadable(e);
                    return;
                }
                if (!ended && !lines.isBlank()) {
                    recordNo++;
                    next = record();
                }
            }

            private Row record() {
                String position = relativePath + "#" + (recordNo + 1);
                if (lines.isTooLong()) {
                    return refused(position, RejectReason.TOO_LARGE, limit());
                }
                byte[] line = lines.bytes();
                if (TextDecoding.isBinary(line)) {
                    return refused(position, RejectReason.BINARY, "not a text");
                }
                Optional<String> decoded = TextDecoding.decode(line);
                if (decoded.isEmpty()) {
                    return refused(position, RejectReason.UNDETECTABLE_ENCODING, "save it as UTF-8");
                }
                JsonNode node;
                try {
                    node = json.readTree(decoded.get());
                } catch (JsonProcessingException e) {
                    return refused(position, RejectReason.BROKEN_JSON, e.getOriginalMessage());
                }
                if (node == null || !node.isObject()) {
                    return refused(position, RejectReason.BROKEN_JSON, "not one JSON object on the line");
                }
                Map<String, String> fields = new HashMap<>(fieldNames.of(node));
                if (!fields.containsKey("text")) {
                    return refused(position, RejectReason.NO_TEXT, "no field with the text, or nothing in it");
                }
                String source = fields.getOrDefault("id", fields.getOrDefault("url", position));
                return RecordRow.read(file, relativePath, recordNo, source, fields, lines.length());
            }

            private Row refused(String position, RejectReason reason, String detail) {
                return RecordRow.rejected(file, relativePath, recordNo, position, reason, detail, lines.length());
            }
        }
    }

    private ObjectMapper jsonMapper() {
        ObjectMapper mapper = new ObjectMapper();
        mapper.getFactory()
                .setStreamReadConstraints(StreamReadConstraints.builder()
                        .maxStringLength((int) settings.maximumRecordBytes())
                        .maxNestingDepth(100)
                        .build());
        return mapper.enable(com.fasterxml.jackson.databind.DeserializationFeature.FAIL_ON_TRAILING_TOKENS);
    }

    private static void closeWithTask(InputStream in) {
        TaskContext task = TaskContext.get();
        if (task != null) {
            task.addTaskCompletionListener(context -> {
                try {
                    in.close();
                } catch (IOException e) {
                    // It was only read from: nothing can be lost by a failure to close it.
                }
            });
        }
    }

    private static Iterator<Row> one(Row row) {
        return Collections.singletonList(row).iterator();
    }

    /** Lines of a stream that never hold more than a limit in memory. */
    private static final class BoundedLines {
        private final InputStream in;
        private final int limit;
        private final byte[] buffer = new byte[BUFFER];
        private int position;
        private int filled;
        private ByteArrayOutputStream line = new ByteArrayOutputStream();
        private long length;

        BoundedLines(InputStream in, int limit) {
            this.in = in;
            this.limit = limit;
        }

        /** Goes to the next line; false after the last. */
        boolean advance() throws IOException {
            line = new ByteArrayOutputStream();
            length = 0;
            boolean any = false;
            while (fill()) {
                any = true;
                int end = position;
                while (end < filled && buffer[end] != '\n') {
                    end++;
                }
                keep(end);
                position = end;
                if (end < filled) {
                    position++;
                    return true;
                }
            }
            return any;
        }

        boolean isTooLong() {
            return length > limit;
        }

        boolean isBlank() {
            if (isTooLong()) {
                return false;
            }
            for (byte b : line.toByteArray()) {
                if (b != ' ' && b != '\t' && b != '\r') {
                    return false;
                }
            }
            return true;
        }

        byte[] bytes() {
            return line.toByteArray();
        }

        long length() {
            return length;
        }

        private void keep(int end) {
            length += end - position;
            if (length <= limit) {
                line.write(buffer, position, end - position);
            } else {
                line.reset();
            }
        }

        private boolean fill() throws IOException {
            if (position < filled) {
                return true;
            }
            position = 0;
            filled = Math.max(0, in.read(buffer));
            return filled > 0;
        }
    }
}
