package org.newsweft.corpus;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.newsweft.table.facts.CorpusRecords;
import org.newsweft.table.facts.Rejects;

/**
 * One record as it was read, or why it was not: the columns of {@link CorpusRecords} and {@code relative_path}, then
 * {@code reason} (null for a record that was read), {@code detail} and {@code bytes}.
 */
public final class RecordRow {
    /** The fields of a record, in the order in which {@link #contentHash} takes them in. */
    private static final List<String> FIELDS =
            List.of("id", "url", "title", "text", "date", "outlet", "author", "language");

    /** Schema of the rows. */
    public static final StructType SCHEMA = schema();

    private RecordRow() {}

    /** A record that was read. */
    static Row read(
            String file, String relativePath, long recordNo, String source, Map<String, String> fields, long bytes) {
        return RowFactory.create(
                file,
                recordNo,
                source,
                docId(source),
                contentHash(fields),
                fields.get("url"),
                fields.get("title"),
                fields.get("text"),
                fields.get("date"),
                fields.get("outlet"),
                fields.get("author"),
                fields.get("language"),
                fields.get("contradictions"),
                relativePath,
                null,
                null,
                bytes);
    }

    /** A file or record that was refused. */
    static Row rejected(
            String file,
            String relativePath,
            long recordNo,
            String source,
            RejectReason reason,
            String detail,
            long bytes) {
        return RowFactory.create(
                file,
                recordNo,
                source,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                relativePath,
                reason.code(),
                detail,
                bytes);
    }

    /** First 16 hex digits of the SHA-256 of the source. */
    static String docId(String source) {
        return sha256(source).substring(0, 16);
    }

    private static String contentHash(Map<String, String> fields) {
        StringBuilder all = new StringBuilder();
        for (String field : FIELDS) {
            String value = fields.get(field);
            // The length keeps "a" + "bc" apart from "ab" + "c".
            all.append(field).append(value == null ? -1 : value.length()).append(':');
            all.append(value == null ? "" : value);
        }
        return sha256(all.toString());
    }

    private static String sha256(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    private static StructType schema() {
        StructType schema = new StructType();
        for (org.newsweft.table.schema.Field column : CorpusRecords.TABLE.columns()) {
            schema = schema.add(column.name(), column.type().sparkType(), true);
        }
        return schema.add(Corpus.RELATIVE_PATH, DataTypes.StringType, true)
                .add(Rejects.REASON.name(), DataTypes.StringType, true)
                .add(Rejects.DETAIL.name(), DataTypes.StringType, true)
                .add(Rejects.BYTES.name(), DataTypes.LongType, true);
    }
}
