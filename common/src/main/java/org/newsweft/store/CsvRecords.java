package org.newsweft.store;

import static java.util.Comparator.comparingLong;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.apache.spark.sql.Row;

/**
 * Comma-separated values after RFC 4180, with a header line that names the columns; semicolons, tabs and bars are taken
 * for commas where the header shows them. Quoted fields may hold line breaks.
 *
 * <p>Where records end is told here, by their quotes, before commons-csv reads one: a quote that is never closed, or
 * closed in the middle of a field as only the opening quote of another would be, costs the line it stands in, and
 * reading goes on with the next one. Lines made so that each of them opens a quote would be read again and again: once
 * more than {@value #MOST_READINGS} times the file was, the lines of a broken record go with it.
 */
final class CsvRecords implements RecordSource {
    private static final List<Character> DELIMITERS = List.of(',', ';', '\t', '|');
    private static final byte LINE_FEED = '\n';
    private static final int MOST_READINGS = 4;

    /** Where in a record a byte stands. */
    private enum Position {
        FIELD_START,
        PLAIN,
        QUOTED,
        CLOSED,
        BROKEN
    }

    private final RecordLines lines;
    private final FileRows rows;
    private final RecordFields fields;

    /** Lines that were read for a record that did not end, each with a line feed. */
    private byte[] ahead = {};

    private int position;
    private long bytesRead;
    private long bytesGivenBack;
    private List<String> header;
    private char delimiter = ',';
    private long recordNo = -1;
    private boolean ended;

    CsvRecords(RecordLines lines, FileRows rows, RecordFields fields) {
        this.lines = lines;
        this.rows = rows;
        this.fields = fields;
    }

    @Override
    public Row next() throws IOException {
        if (ended) {
            return null;
        }
        if (header == null) {
            Optional<Row> refused = readHeader();
            if (refused.isPresent()) {
                ended = true;
                return refused.get();
            }
        }
        byte[] line = nextLine();
        while (line != null && isBlank(line)) {
            line = nextLine();
        }
        if (line == null) {
            return null;
        }
        recordNo++;
        return line.length > rows.limit() ? rows.tooLarge(recordNo, line.length) : record(line);
    }

    private Optional<Row> readHeader() throws IOException {
        byte[] line = nextLine();
        while (line != null && isBlank(line)) {
            line = nextLine();
        }
        if (line == null) {
            return Optional.of(rows.refused(RejectReason.EMPTY, "no header line"));
        }
        FileRows.Decoded decoded = FileRows.Decoded.of(line);
        if (!decoded.isText() || line.length > rows.limit()) {
            return Optional.of(decoded.isText() ? rows.tooLarge() : rows.refused(decoded.reason(), decoded.detail()));
        }
        delimiter = DELIMITERS.stream()
                .max(comparingLong(
                        mark -> decoded.text().chars().filter(c -> c == mark).count()))
                .orElse(',');
        try {
            header = parsed(decoded.text()).toList().stream().map(String::strip).toList();
        } catch (IOException | RuntimeException e) {
            return Optional.of(rows.refused(RejectReason.BROKEN_CSV, "header line: " + e.getMessage()));
        }
        if (!fields.haveText(header)) {
            return Optional.of(rows.refused(
                    RejectReason.NO_TEXT,
                    "no column with the text; say which one with --fields text=NAME. There are: "
                            + String.join(", ", header)));
        }
        return Optional.empty();
    }

    /** The record that begins with this line. */
    private Row record(byte[] first) throws IOException {
        ByteArrayOutputStream record = new ByteArrayOutputStream();
        Position end = endOf(first, Position.FIELD_START);
        record.writeBytes(first);
        while (end == Position.QUOTED) {
            byte[] line = record.size() > rows.limit() ? null : nextLine();
            if (line == null) {
                break;
            }
            record.write(LINE_FEED);
            record.writeBytes(line);
            end = endOf(line, Position.QUOTED);
        }
        if (end == Position.QUOTED || end == Position.BROKEN) {
            giveBack(record.toByteArray(), first.length + 1);
            return rows.refused(recordNo, RejectReason.BROKEN_CSV, "a quote is not closed", first.length);
        }
        long bytes = record.size();
        if (bytes > rows.limit()) {
            return rows.tooLarge(recordNo, bytes);
        }
        FileRows.Decoded decoded = FileRows.Decoded.of(record.toByteArray());
        if (!decoded.isText()) {
            return rows.refused(recordNo, decoded.reason(), decoded.detail(), bytes);
        }
        try {
            CSVRecord values = parsed(decoded.text());
            if (values.size() > header.size()) {
                String detail = values.size() + " fields where the header names " + header.size();
                return rows.refused(recordNo, RejectReason.BROKEN_CSV, detail, bytes);
            }
            Map<String, String> byName = new LinkedHashMap<>();
            for (int i = 0; i < values.size(); i++) {
                byName.put(header.get(i), values.get(i));
            }
            return rows.record(recordNo, fields.of(byName), bytes);
        } catch (IOException | RuntimeException e) {
            return rows.refused(recordNo, RejectReason.BROKEN_CSV, e.getMessage(), bytes);
        }
    }

    private CSVRecord parsed(String record) throws IOException {
        CSVFormat format = CSVFormat.RFC4180.builder().setDelimiter(delimiter).get();
        try (CSVParser parser = CSVParser.parse(record, format);
                Stream<CSVRecord> records = parser.stream()) {
            return records.findFirst().orElseThrow(() -> new IOException("nothing in it"));
        }
    }

    /**
     * Where a line ends. A quote opens a field only where one begins; within it, two quotes are one of its characters. The
     * marks are ASCII, so that any superset of it can be read byte by byte.
     */
    private Position endOf(byte[] line, Position start) {
        Position at = start;
        for (byte b : line) {
            boolean isQuote = b == '"';
            boolean isDelimiter = b == delimiter;
            at = switch (at) {
                case FIELD_START -> isQuote ? Position.QUOTED : isDelimiter ? at : Position.PLAIN;
                case PLAIN -> isDelimiter ? Position.FIELD_START : at;
                case QUOTED -> isQuote ? Position.CLOSED : at;
                case CLOSED -> isQuote ? Position.QUOTED : isDelimiter ? Position.FIELD_START : Position.BROKEN;
                case BROKEN -> at;
            };
        }
        return at;
    }

    private byte[] nextLine() throws IOException {
        if (position == ahead.length) {
            boolean isOne = lines.advance();
            bytesRead += isOne ? lines.length() : 0;
            return isOne ? lines.bytes() : null;
        }
        int end = position;
        while (ahead[end] != LINE_FEED) {
            end++;
        }
        byte[] line = Arrays.copyOfRange(ahead, position, end);
        position = end + 1;
        return line;
    }

    /** Gives back all lines of a record but the first. */
    private void giveBack(byte[] record, int from) {
        bytesGivenBack += record.length;
        if (bytesGivenBack > MOST_READINGS * bytesRead + rows.limit()) {
            return;
        }
        ByteArrayOutputStream left = new ByteArrayOutputStream();
        if (record.length > from) {
            left.write(record, from, record.length - from);
            left.write(LINE_FEED);
        }
        left.write(ahead, position, ahead.length - position);
        ahead = left.toByteArray();
        position = 0;
    }

    private static boolean isBlank(byte[] line) {
        for (byte b : line) {
            if (b != ' ' && b != '\t') {
                return false;
            }
        }
        return true;
    }

    @Override
    public void close() throws IOException {
        lines.close();
    }
}
