package org.newsweft.corpus;

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
 * for commas where the header shows them. Quoted fields may hold line breaks. Quotes within them may be escaped by a
 * backslash, as Spark and MySQL write them, where a record has as many fields as the header only if they are.
 *
 * <p>Where records end is told here, by their quotes, before commons-csv reads one: a quote that is never closed, or
 * closed in the middle of a field as only the opening quote of another would be, costs the line it stands in, and
 * reading goes on with the next line that looks like a record ({@link CsvShape}): what lies between is what is left of
 * the broken one, and no record. All that is broken in a row is one complaint, which counts the lines.
 *
 * <p>Lines made so that each of them opens a quote would be read again and again: once more than {@value #MOST_READINGS}
 * times the file was, the lines of a broken record go with it.
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
        ESCAPED,
        CLOSED,
        BROKEN;

        boolean isOpen() {
            return this == QUOTED || this == ESCAPED;
        }
    }

    /**
     * What was read from one line on.
     *
     * @param values the fields, or null if there is no record
     * @param row the row of the record, or of what is wrong with it; null if it is broken
     * @param problem why it is broken, or null
     */
    private record Attempt(List<String> values, Row row, String problem, long bytes) {
        static Attempt open(long bytes) {
            return broken("a quote is not closed", bytes);
        }

        static Attempt broken(String problem, long bytes) {
            return new Attempt(null, null, problem, bytes);
        }

        static Attempt refused(Row row, long bytes) {
            return new Attempt(null, row, null, bytes);
        }
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
    private CsvShape shape;
    private boolean isBackslashed;
    private byte[] lastGathered = {};
    private long recordNo = -1;
    private boolean ended;

    /** The row that follows a complaint. */
    private Row held;

    private String problem;
    private long brokenNo;
    private long brokenBytes;
    private long brokenLines;

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
        if (held != null) {
            Row row = held;
            held = null;
            return row;
        }
        for (byte[] line = nextFilledLine(); line != null; line = nextFilledLine()) {
            Row row = rowFrom(line);
            if (row != null && problem == null) {
                return row;
            }
            if (row != null) {
                held = row;
                return complaint();
            }
        }
        return problem == null ? null : complaint();
    }

    /** The row that begins with this line; null if it is broken, or left over from what is. */
    private Row rowFrom(byte[] line) throws IOException {
        recordNo++;
        if (line.length > rows.limit()) {
            return rows.tooLarge(recordNo, line.length);
        }
        Attempt attempt = attempt(line);
        if (attempt.problem == null && (problem == null || attempt.values == null || shape.fits(attempt.values))) {
            if (attempt.values != null) {
                shape.add(attempt.values);
            }
            return attempt.row;
        }
        if (problem == null) {
            problem = attempt.problem;
            brokenNo = recordNo;
            brokenBytes = line.length;
        } else if (attempt.problem == null || !shape.begins(line, delimiter)) {
            recordNo--;
        }
        brokenLines++;
        return null;
    }

    private Row complaint() {
        String detail = brokenLines == 1
                ? problem
                : "%s; nor is there a record in the %,d lines after it".formatted(problem, brokenLines - 1);
        problem = null;
        brokenLines = 0;
        return rows.refused(brokenNo, RejectReason.BROKEN_CSV, detail, brokenBytes);
    }

    private byte[] nextFilledLine() throws IOException {
        byte[] line = nextLine();
        while (line != null && isBlank(line)) {
            line = nextLine();
        }
        return line;
    }

    private Optional<Row> readHeader() throws IOException {
        byte[] line = nextFilledLine();
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
            header = parsed(decoded.text(), false).toList().stream()
                    .map(String::strip)
                    .toList();
        } catch (IOException | RuntimeException e) {
            return Optional.of(rows.refused(RejectReason.BROKEN_CSV, "header line: " + e.getMessage()));
        }
        if (!fields.haveText(header)) {
            return Optional.of(rows.refused(
                    RejectReason.NO_TEXT,
                    "no column with the text; say which one with --fields text=NAME. There are: "
                            + String.join(", ", header)));
        }
        shape = new CsvShape(header, fields);
        return Optional.empty();
    }

    /** Reads the record that begins with this line, its quotes escaped in the way that fits. */
    private Attempt attempt(byte[] first) throws IOException {
        boolean usual = isBackslashed;
        byte[] record = gathered(first, usual);
        Attempt attempt = record == null ? Attempt.open(first.length) : read(record, usual);
        boolean mayBeOther = usual || hasBackslashedQuote(lastGathered);
        if (isWhole(attempt) || !mayBeOther || (record != null && !giveBack(record, first.length + 1))) {
            return attempt;
        }
        byte[] other = gathered(first, !usual);
        Attempt otherwise = other == null ? Attempt.open(first.length) : read(other, !usual);
        if (isWhole(otherwise)) {
            isBackslashed = !usual;
            return otherwise;
        }
        if (other != null && !giveBack(other, first.length + 1)) {
            return otherwise;
        }
        return record == null ? attempt : read(gathered(first, usual), usual);
    }

    private boolean isWhole(Attempt attempt) {
        return attempt.values != null && attempt.values.size() == header.size();
    }

    /** The lines of a record; null if its quotes do not close, and then all but the first are given back. */
    private byte[] gathered(byte[] first, boolean backslashed) throws IOException {
        ByteArrayOutputStream record = new ByteArrayOutputStream();
        Position end = endOf(first, Position.FIELD_START, backslashed);
        record.writeBytes(first);
        while (end.isOpen()) {
            byte[] line = record.size() > rows.limit() ? null : nextLine();
            if (line == null) {
                break;
            }
            record.write(LINE_FEED);
            record.writeBytes(line);
            end = endOf(line, Position.QUOTED, backslashed);
        }
        lastGathered = record.toByteArray();
        if (end.isOpen() || end == Position.BROKEN) {
            giveBack(lastGathered, first.length + 1);
            return null;
        }
        return lastGathered;
    }

    private Attempt read(byte[] record, boolean backslashed) {
        long bytes = record.length;
        if (bytes > rows.limit()) {
            return Attempt.refused(rows.tooLarge(recordNo, bytes), bytes);
        }
        FileRows.Decoded decoded = FileRows.Decoded.of(record);
        if (!decoded.isText()) {
            return Attempt.refused(rows.refused(recordNo, decoded.reason(), decoded.detail(), bytes), bytes);
        }
        try {
            List<String> values = parsed(decoded.text(), backslashed).toList();
            if (values.size() > header.size()) {
                return Attempt.broken(values.size() + " fields where the header names " + header.size(), bytes);
            }
            Map<String, String> byName = new LinkedHashMap<>();
            for (int i = 0; i < values.size(); i++) {
                // Of two columns of one name the first that has something in it is taken.
                byName.merge(header.get(i), values.get(i), (one, two) -> one.isBlank() ? two : one);
            }
            return new Attempt(values, rows.record(recordNo, fields.of(byName), bytes), null, bytes);
        } catch (IOException | RuntimeException e) {
            return Attempt.broken(String.valueOf(e.getMessage()), bytes);
        }
    }

    private CSVRecord parsed(String record, boolean backslashed) throws IOException {
        CSVFormat format = CSVFormat.RFC4180
                .builder()
                .setDelimiter(delimiter)
                .setEscape(backslashed ? '\\' : null)
                .get();
        try (CSVParser parser = CSVParser.parse(record, format);
                Stream<CSVRecord> records = parser.stream()) {
            return records.findFirst().orElseThrow(() -> new IOException("nothing in it"));
        }
    }

    private static boolean hasBackslashedQuote(byte[] record) {
        for (int i = 1; i < record.length; i++) {
            if (record[i] == '"' && record[i - 1] == '\\') {
                return true;
            }
        }
        return false;
    }

    /**
     * Where a line ends. A quote opens a field only where one begins; within it, two quotes are one of its characters. The
     * marks are ASCII, so that any superset of it can be read byte by byte.
     */
    private Position endOf(byte[] line, Position start, boolean backslashed) {
        Position at = start;
        for (byte b : line) {
            boolean isQuote = b == '"';
            boolean isDelimiter = b == delimiter;
            at = switch (at) {
                case FIELD_START -> isQuote ? Position.QUOTED : isDelimiter ? at : Position.PLAIN;
                case PLAIN -> isDelimiter ? Position.FIELD_START : at;
                case QUOTED -> isQuote ? Position.CLOSED : backslashed && b == '\\' ? Position.ESCAPED : at;
                case ESCAPED -> Position.QUOTED;
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

    /** Gives back all lines of a record but the first; false if too much was given back before. */
    private boolean giveBack(byte[] record, int from) {
        bytesGivenBack += record.length;
        if (bytesGivenBack > MOST_READINGS * bytesRead + rows.limit()) {
            return false;
        }
        ByteArrayOutputStream left = new ByteArrayOutputStream();
        if (record.length > from) {
            left.write(record, from, record.length - from);
            left.write(LINE_FEED);
        }
        left.write(ahead, position, ahead.length - position);
        ahead = left.toByteArray();
        position = 0;
        return true;
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
