package org.newsweft.store;

import java.util.Map;
import java.util.Optional;
import org.apache.spark.sql.Row;
import org.newsweft.text.TextDecoding;

/** Makes the rows of the records of one file: who they are, or why they are none. */
final class FileRows {
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

    private Row read(long recordNo, String place, Map<String, String> fields, long bytes) {
        if (fields.getOrDefault("text", "").isBlank()) {
            return refused(recordNo, place, RejectReason.NO_TEXT, "no field with the text, or nothing in it", bytes);
        }
        String source = fields.getOrDefault("id", fields.getOrDefault("url", place));
        return RecordRow.read(split.file(), split.relativePath(), recordNo, source, fields, bytes);
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
        return detail == null || detail.length() <= 300 ? detail : detail.substring(0, 300) + "...";
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
