package org.newsweft.corpus;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;
import org.apache.parquet.HadoopReadOptions;
import org.apache.parquet.column.page.PageReadStore;
import org.apache.parquet.example.data.Group;
import org.apache.parquet.example.data.simple.NanoTime;
import org.apache.parquet.example.data.simple.convert.GroupRecordConverter;
import org.apache.parquet.hadoop.ParquetFileReader;
import org.apache.parquet.hadoop.util.HadoopInputFile;
import org.apache.parquet.io.ColumnIOFactory;
import org.apache.parquet.io.MessageColumnIO;
import org.apache.parquet.io.RecordReader;
import org.apache.parquet.io.api.Binary;
import org.apache.parquet.schema.LogicalTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.DateLogicalTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.DecimalLogicalTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.ListLogicalTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.TimestampLogicalTypeAnnotation;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.PrimitiveType;
import org.apache.parquet.schema.Type;
import org.apache.spark.sql.Row;
import org.newsweft.text.TextDecoding;

/**
 * The rows of the row groups whose middle lies in a part of a Parquet file; of the columns only those that hold a field.
 *
 * <p>Read with parquet-java, file by file, and not with Spark's reader: there a damaged file, or one whose columns have
 * other types than its neighbours', costs the whole read.
 */
final class ParquetRecords implements RecordSource {
    private static final long JULIAN_DAY_OF_EPOCH = 2_440_588;
    private static final int DEEPEST_GROUP = 8;

    private final FileRows rows;
    private final RecordFields fields;
    private final ParquetFileReader reader;
    private final MessageColumnIO columns;
    private final MessageType wanted;
    private Row refused;
    private RecordReader<Group> group;
    private int nextGroup;
    private long left;
    private long recordNo;
    private boolean ended;

    ParquetRecords(FileSplit split, FileRows rows, RecordFields fields, Configuration hadoop) throws IOException {
        this.rows = rows;
        this.fields = fields;
        this.reader = ParquetFileReader.open(
                HadoopInputFile.fromPath(new Path(split.file()), hadoop),
                HadoopReadOptions.builder(hadoop)
                        .withRange(split.start(), split.end())
                        .build());
        MessageType schema = reader.getFileMetaData().getSchema();
        List<Type> known = schema.getFields().stream()
                .filter(column -> fields.know(column.getName()))
                .toList();
        List<String> readable =
                known.stream().filter(ParquetRecords::isText).map(Type::getName).toList();
        ended = !fields.haveText(readable);
        // Said once, by the part that reads the head of the file.
        refused = ended && split.isFirst()
                ? rows.refused(
                        RejectReason.NO_TEXT,
                        "no column of strings with the text; say which one with --fields text=NAME. There are: "
                                + String.join(
                                        ", ",
                                        schema.getFields().stream()
                                                .map(Type::getName)
                                                .toList()))
                : fault(split, known);
        wanted = new MessageType(schema.getName(), known);
        reader.setRequestedSchema(wanted);
        columns = new ColumnIOFactory(reader.getFileMetaData().getCreatedBy()).getColumnIO(wanted, schema);
    }

    @Override
    public Row next() throws IOException {
        if (ended || refused != null) {
            Row once = refused;
            refused = null;
            return once;
        }
        while (left == 0) {
            if (nextGroup == reader.getRowGroups().size()) {
                return null;
            }
            if (reader.getRowGroups().get(nextGroup).getRowCount() == 0) {
                nextGroup++;
                continue;
            }
            try {
                open(reader.readRowGroup(nextGroup));
            } catch (IOException | RuntimeException e) {
                return lost(e);
            } finally {
                nextGroup++;
            }
        }
        try {
            Row row = record(group.read());
            left--;
            recordNo++;
            return row;
        } catch (RuntimeException e) {
            return lost(e);
        }
    }

    /** What is to be said of the file as a whole, once, or null. */
    private Row fault(FileSplit split, List<Type> known) {
        if (!split.isFirst()) {
            return null;
        }
        // The reader counts the rows of its part alone: of a file in several parts nobody knows here.
        boolean isEmpty = split.end() >= split.fileBytes() && reader.getRecordCount() == 0;
        return isEmpty ? rows.refused(RejectReason.EMPTY, "no rows") : ambiguous(known);
    }

    /** Says so where two columns differ by case alone: of each row one of them is read, and the other is not. */
    private Row ambiguous(List<Type> known) {
        Map<String, String> byLowerCase = new HashMap<>();
        for (Type column : known) {
            String other = byLowerCase.put(column.getName().toLowerCase(Locale.ROOT), column.getName());
            if (other != null) {
                return rows.refused(
                        RejectReason.UNREADABLE,
                        "columns '%s' and '%s' differ by case alone; of each row the one in lower case is read, else the first that is filled"
                                .formatted(other, column.getName()));
            }
        }
        return null;
    }

    private void open(PageReadStore pages) {
        group = columns.getRecordReader(pages, new GroupRecordConverter(wanted));
        left = pages.getRowCount();
        recordNo = pages.getRowIndexOffset().orElse(0L);
    }

    /** What is left of a row group cannot be read; the next one can. */
    private Row lost(Exception e) {
        left = 0;
        return rows.refused(recordNo, RejectReason.UNREADABLE, "the rest of the row group: " + e.getMessage(), 0);
    }

    private Row record(Group record) {
        ObjectNode values = JsonNodeFactory.instance.objectNode();
        long bytes = put(record, values, 0);
        return bytes > rows.limit() ? rows.tooLarge(recordNo, bytes) : rows.record(recordNo, fields.of(values), bytes);
    }

    /** Copies the values of a group, and returns how many bytes of text they have. */
    private static long put(Group group, ObjectNode values, int depth) {
        long bytes = 0;
        for (Type type : group.getType().getFields()) {
            String name = type.getName();
            int count = group.getFieldRepetitionCount(name);
            ArrayNode all = JsonNodeFactory.instance.arrayNode();
            for (int i = 0; i < count; i++) {
                bytes += add(group, type, i, all, depth);
            }
            if (!all.isEmpty()) {
                values.set(name, all.size() == 1 ? all.get(0) : all);
            }
        }
        return bytes;
    }

    private static long add(Group group, Type type, int index, ArrayNode values, int depth) {
        if (type.isPrimitive()) {
            String value = value(group, type.asPrimitiveType(), index);
            values.add(value);
            return value.length();
        }
        if (depth == DEEPEST_GROUP) {
            return 0;
        }
        ObjectNode inner = JsonNodeFactory.instance.objectNode();
        long bytes = put(group.getGroup(type.getName(), index), inner, depth + 1);
        if (type.getLogicalTypeAnnotation() instanceof ListLogicalTypeAnnotation) {
            elements(inner).forEach(values::add);
        } else {
            values.add(inner);
        }
        return bytes;
    }

    /** A list is a group of one repeated field, which either is the element or holds it. */
    private static Iterable<JsonNode> elements(ObjectNode list) {
        ArrayNode elements = JsonNodeFactory.instance.arrayNode();
        list.forEach(repeated -> (repeated.isArray() ? repeated : List.of(repeated)).forEach(element -> {
            boolean isWrapped = element.isObject() && element.size() == 1 && !element.has("name");
            elements.add(isWrapped ? element.iterator().next() : element);
        }));
        return elements;
    }

    private static boolean isText(Type type) {
        return type.isPrimitive()
                && switch (type.asPrimitiveType().getPrimitiveTypeName()) {
                    case BINARY, FIXED_LEN_BYTE_ARRAY ->
                        !(type.getLogicalTypeAnnotation() instanceof DecimalLogicalTypeAnnotation);
                    case INT64, INT32, BOOLEAN, FLOAT, DOUBLE, INT96 -> false;
                };
    }

    private static String value(Group group, PrimitiveType type, int index) {
        String name = type.getName();
        LogicalTypeAnnotation meaning = type.getLogicalTypeAnnotation();
        return switch (type.getPrimitiveTypeName()) {
            case BINARY, FIXED_LEN_BYTE_ARRAY -> text(group.getBinary(name, index), meaning);
            case INT64 ->
                meaning instanceof TimestampLogicalTypeAnnotation timestamp
                        ? time(group.getLong(name, index), timestamp)
                        : String.valueOf(group.getLong(name, index));
            case INT32 ->
                meaning instanceof DateLogicalTypeAnnotation
                        ? LocalDate.ofEpochDay(group.getInteger(name, index)).toString()
                        : String.valueOf(group.getInteger(name, index));
            case INT96 -> time(NanoTime.fromBinary(group.getInt96(name, index)));
            case BOOLEAN -> String.valueOf(group.getBoolean(name, index));
            case FLOAT -> String.valueOf(group.getFloat(name, index));
            case DOUBLE -> String.valueOf(group.getDouble(name, index));
        };
    }

    private static String text(Binary value, LogicalTypeAnnotation meaning) {
        byte[] bytes = value.getBytes();
        if (meaning instanceof DecimalLogicalTypeAnnotation decimal) {
            return new BigDecimal(new BigInteger(bytes), decimal.getScale()).toPlainString();
        }
        return TextDecoding.decode(bytes).orElse("");
    }

    private static String time(long value, TimestampLogicalTypeAnnotation meaning) {
        ChronoUnit unit = switch (meaning.getUnit()) {
            case MILLIS -> ChronoUnit.MILLIS;
            case MICROS -> ChronoUnit.MICROS;
            case NANOS -> ChronoUnit.NANOS;
        };
        Instant instant = Instant.EPOCH.plus(value, unit);
        return meaning.isAdjustedToUTC()
                ? instant.toString()
                : LocalDateTime.ofInstant(instant, ZoneOffset.UTC).toString();
    }

    private static String time(NanoTime time) {
        return LocalDate.ofEpochDay(time.getJulianDay() - JULIAN_DAY_OF_EPOCH)
                .atStartOfDay(ZoneOffset.UTC)
                .toInstant()
                .plusNanos(time.getTimeOfDayNanos())
                .toString();
    }

    @Override
    public void close() throws IOException {
        reader.close();
    }
}
