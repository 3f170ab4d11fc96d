package org.newsweft.corpus;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.spark.sql.Row;
import org.newsweft.text.TextDecoding;
import org.newsweft.text.TextRepair;

/** Makes the rows of the records of one file: who they are, or why they are none. */
final class FileRows {
    /** Fields that are words of somebody; the others are marks of machines. */
    private static final Set<String> REPAIRED = Set.of("title", "outlet", "author");

    private static final List<String> DESCRIBING = List.of("title", "date", "outlet", "url");

    private final FileSplit split;
    private final CorpusSettings settings;

    FileRows(FileSplit split, CorpusSettings settings) {
        this.split = split;
        this.settings = settings;
    }

    /** Bytes a record may have. */
    int limit() {
        return (int) settings.maximumRecordBytes();
    }

    /** The only record of a file: known by its id, else its URL, else the path of the file. */
    Row onlyRecord(Map<String, String> fields, long bytes) {
        return read(0, split.relativePath(), fields, bytes);
    }

    /** One of many records of a file: known by its id, else its URL, else its place in the file. */
    Row record(long recordNo, Map<String, String> fields, long bytes) {
        return read(recordNo, place(recordNo), fields, bytes);
    }

    /** A record without a text is a document of its title, as a headline in a feed is. */
    private Row read(long recordNo, String place, Map<String, String> given, long bytes) {
        Map<String, String> fields = tidied(given);
        if (isBlank(fields.get("text"))) {
            if (isBlank(fields.get("title"))) {
                return refused(
                        recordNo, place, RejectReason.NO_TEXT, "no field with the text, or nothing in it", bytes);
            }
            fields.put("text", "");
        }
        String id = fields.get("id");
        boolean isRowNumber = id != null && isArticle(fields) && isRowNumber(id, recordNo);
        String source = id == null || isRowNumber ? fields.getOrDefault("url", place) : id;
        return RecordRow.read(split.file(), split.relativePath(), recordNo, source, fields, bytes);
    }

    private static boolean isBlank(String value) {
        return value == null || value.isBlank();
    }

    /** True for more than a text with a number, as collections of sentences have it. */
    private static boolean isArticle(Map<String, String> fields) {
        return DESCRIBING.stream().anyMatch(field -> !isBlank(fields.get(field)));
    }

    /**
     * True for an id that only says where in its file the record stands, counted from 0 or 1: another file has the same
     * for another article.
     */
    private static boolean isRowNumber(String id, long recordNo) {
        return id.equals(Long.toString(recordNo)) || id.equals(Long.toString(recordNo + 1));
    }

    /** Fields as they were meant, without secrets. */
    private static Map<String, String> tidied(Map<String, String> given) {
        Map<String, String> fields = new HashMap<>(given);
        fields.replaceAll((field, value) -> SecretMask.of(REPAIRED.contains(field) ? TextRepair.of(value) : value));
        return fields;
    }

    /** One of many records, refused. */
    Row refused(long recordNo, RejectReason reason, String detail, long bytes) {
        return refused(recordNo, place(recordNo), reason, detail, bytes);
    }

    /** The file, or what is left of it, refused. */
    Row refused(RejectReason reason, String detail) {
        return refused(0, split.relativePath(), reason, detail, split.fileBytes());
    }

    /** One of many records, refused because it is larger than the limit. */
    Row tooLarge(long recordNo, long bytes) {
        return refused(recordNo, RejectReason.TOO_LARGE, tooLargeDetail(), bytes);
    }

    /** The file, refused because it is larger than a record may be. */
    Row tooLarge() {
        return refused(RejectReason.TOO_LARGE, tooLargeDetail());
    }

    private String tooLargeDetail() {
        return "more than " + limit() + " bytes";
    }

    private Row refused(long recordNo, String place, RejectReason reason, String detail, long bytes) {
        return RecordRow.rejected(
                split.file(), split.relativePath(), recordNo, place, reason, shortened(detail), bytes);
    }

    private String place(long recordNo) {
        return split.relativePath() + "#" + (recordNo + 1);
    }

    /** Messages of parsers may quote what they could not read, at any length. */
    private static String shortened(String detail) {
        String shown = SecretMask.of(detail);
        return shown == null || shown.length() <= 300 ? shown : shown.substring(0, 300) + "...";
    }

    /** Bytes as text, or why they are none. */
    record Decoded(String text, RejectReason reason, String detail) {
        static Decoded of(byte[] bytes) {
            if (TextDecoding.isBinary(bytes)) {
                return new Decoded(null, RejectReason.BINARY, "not a text");
            }
            Optional<String> text = TextDecoding.decode(bytes);
            return text.map(decoded -> new Decoded(decoded, null, null))
                    .orElseGet(() -> new Decoded(null, RejectReason.UNDETECTABLE_ENCODING, "save it as UTF-8"));
        }

        boolean isText() {
            return text != null;
        }
    }
}
