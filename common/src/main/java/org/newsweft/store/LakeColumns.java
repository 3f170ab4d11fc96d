package org.newsweft.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.iceberg.DataFile;
import org.apache.iceberg.FileScanTask;
import org.apache.iceberg.Schema;
import org.apache.iceberg.io.CloseableIterable;
import org.apache.iceberg.spark.SparkSchemaUtil;
import org.apache.iceberg.types.Conversions;
import org.apache.iceberg.types.Type;
import org.apache.iceberg.types.Types.NestedField;
import org.newsweft.table.schema.Table;

/** What the statistics of a table's files say of its columns, and whether they are those of the contract: no row is read. */
public final class LakeColumns {
    /** What a column must not be. */
    public enum Fault {
        /** A double that is no number, or infinite. */
        NOT_A_NUMBER,
        /** Null where the contract says never. */
        NULL_IN_REQUIRED,
        /** Missing, or of another type. */
        OTHER_SCHEMA
    }

    /**
     * A fault.
     *
     * @param column the column
     * @param fault what is wrong
     * @param count rows, or 1 where the files do not say how many
     */
    public record Faulty(String column, Fault fault, long count) {}

    private LakeColumns() {}

    /** The faults of a table as it stands now. */
    static List<Faulty> of(org.apache.iceberg.Table stored, Table table) {
        List<Faulty> faults = new ArrayList<>();
        Schema declared = SparkSchemaUtil.convert(table.schema());
        Map<Integer, NestedField> required = new LinkedHashMap<>();
        Map<Integer, NestedField> doubles = new LinkedHashMap<>();
        for (NestedField field : declared.columns()) {
            NestedField there = stored.schema().findField(field.name());
            if (there == null || !kind(there.type()).equals(kind(field.type()))) {
                faults.add(new Faulty(field.name(), Fault.OTHER_SCHEMA, 1));
                continue;
            }
            if (field.isRequired()) {
                required.put(there.fieldId(), there);
            }
            if (there.type().typeId() == Type.TypeID.DOUBLE) {
                doubles.put(there.fieldId(), there);
            }
        }
        Map<Integer, Long> nulls = new LinkedHashMap<>();
        Map<Integer, Long> noNumbers = new LinkedHashMap<>();
        try (CloseableIterable<FileScanTask> tasks =
                stored.newScan().includeColumnStats().planFiles()) {
            for (FileScanTask task : tasks) {
                DataFile file = task.file();
                add(nulls, file.nullValueCounts(), required);
                add(noNumbers, file.nanValueCounts(), doubles);
                doubles.forEach((id, field) -> {
                    if (isInfinite(file.lowerBounds(), id, field) || isInfinite(file.upperBounds(), id, field)) {
                        noNumbers.merge(id, 1L, Long::sum);
                    }
                });
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read what the table " + table.name() + " is made of", e);
        }
        nulls.forEach((id, count) -> faults.add(new Faulty(required.get(id).name(), Fault.NULL_IN_REQUIRED, count)));
        noNumbers.forEach((id, count) -> faults.add(new Faulty(doubles.get(id).name(), Fault.NOT_A_NUMBER, count)));
        return faults;
    }

    private static void add(Map<Integer, Long> counts, Map<Integer, Long> ofFile, Map<Integer, NestedField> columns) {
        if (ofFile != null) {
            ofFile.forEach((id, count) -> {
                if (count > 0 && columns.containsKey(id)) {
                    counts.merge(id, count, Long::sum);
                }
            });
        }
    }

    private static boolean isInfinite(Map<Integer, ByteBuffer> bounds, int id, NestedField field) {
        ByteBuffer bound = bounds == null ? null : bounds.get(id);
        return bound != null && Double.isInfinite((Double) Conversions.fromByteBuffer(field.type(), bound));
    }

    /** Type without the numbers of nested fields. */
    private static String kind(Type type) {
        return type.isPrimitiveType() ? type.toString() : type.typeId().toString();
    }
}
