package org.newsweft.corpus;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import org.apache.spark.sql.Row;

/** One record a line, each a JSON object; blank lines are no records. */
final class JsonLineRecords implements RecordSource {
    private final RecordLines lines;
    private final FileRows rows;
    private final RecordFields fields;
    private final ObjectMapper json;
    private long recordNo;

    JsonLineRecords(RecordLines lines, FileSplit split, FileRows rows, RecordFields fields) {
        this.lines = lines;
        this.rows = rows;
        this.fields = fields;
        this.json = mapper(rows.limit());
        this.recordNo = split.firstRecordNo() - 1;
    }

    @Override
    public Row next() throws IOException {
        while (lines.advance()) {
            if (!lines.isBlank()) {
                recordNo++;
                return record();
            }
        }
        return null;
    }

    private Row record() {
        if (lines.isTooLong()) {
            return rows.tooLarge(recordNo, lines.length());
        }
        FileRows.Decoded line = FileRows.Decoded.of(lines.bytes());
        if (!line.isText()) {
            return rows.refused(recordNo, line.reason(), line.detail(), lines.length());
        }
        try {
            JsonNode node = json.readTree(line.text());
            return node != null && node.isObject()
                    ? rows.record(recordNo, fields.of(node), lines.length())
                    : broken("not one JSON object on the line");
        } catch (JsonProcessingException e) {
            return broken(e.getOriginalMessage());
        }
    }

    private Row broken(String detail) {
        return rows.refused(recordNo, RejectReason.BROKEN_JSON, detail, lines.length());
    }

    @Override
    public void close() throws IOException {
        lines.close();
    }

    private static ObjectMapper mapper(int maximumStringLength) {
        ObjectMapper mapper = new ObjectMapper();
        mapper.getFactory()
                .setStreamReadConstraints(StreamReadConstraints.builder()
                        .maxStringLength(maximumStringLength)
                        .maxNestingDepth(100)
                        .build());
        // Python writes NaN where a field has no value.
        return mapper.enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                .configure(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS.mappedFeature(), true);
    }
}
