package org.newsweft.table.schema;

import java.sql.Date;
import java.sql.Timestamp;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import scala.jdk.javaapi.CollectionConverters;

/**
 * Makes a row of a table field by field, so that no value can stand in another column's place. A builder makes one row.
 *
 * <p>Values are Java's: {@code String}, {@code Long}, {@code Double}, {@code Boolean}, {@link Date}, {@link Timestamp},
 * {@link List} of such, {@link Map} of {@code String} to {@code Double}.
 */
public final class RowBuilder {
    private final Table table;
    private final Object[] values;
    private final boolean[] isGiven;

    RowBuilder(Table table) {
        this.table = table;
        this.values = new Object[table.columns().size()];
        this.isGiven = new boolean[values.length];
    }

    /**
     * Gives a column its value.
     *
     * @param value null only where the column may be null
     * @throws IllegalArgumentException for a column that the table lacks or that was given before, and for a value of another
     *     type
     */
    public RowBuilder set(Field field, Object value) {
        int place = place(field);
        if (place < 0) {
            throw new IllegalArgumentException(table.name() + " has no column " + field.name());
        }
        if (value == null ? field.required() : !isOf(field.type(), value)) {
            throw new IllegalArgumentException("%s.%s takes no %s"
                    .formatted(
                            table.name(),
                            field.name(),
                            value == null ? "null" : value.getClass().getSimpleName()));
        }
        if (isGiven[place]) {
            throw new IllegalArgumentException(table.name() + "." + field.name() + " was given before");
        }
        values[place] = forSpark(value);
        isGiven[place] = true;
        return this;
    }

    /** Columns are constants: a million rows are made of them, so they are told by what they are, not by what they say. */
    @SuppressWarnings("ReferenceEquality")
    private int place(Field field) {
        for (int i = 0; i < values.length; i++) {
            if (table.columns().get(i) == field) {
                return i;
            }
        }
        return -1;
    }

    /**
     * The row, in the order of the table's columns.
     *
     * @throws IllegalStateException if a column was given no value, not even null
     */
    public Row build() {
        for (int i = 0; i < values.length; i++) {
            if (!isGiven[i]) {
                throw new IllegalStateException("no value for " + table.name() + "."
                        + table.columns().get(i).name());
            }
        }
        return RowFactory.create(values);
    }

    private static boolean isOf(Field.Type type, Object value) {
        return switch (type) {
            case STRING -> value instanceof String;
            case LONG -> value instanceof Long;
            case DOUBLE -> value instanceof Double;
            case BOOLEAN -> value instanceof Boolean;
            case DATE -> value instanceof Date;
            case TIMESTAMP -> value instanceof Timestamp;
            case STRINGS -> isListOf(String.class, value);
            case LONGS -> isListOf(Long.class, value);
            case DOUBLE_BY_STRING -> value instanceof Map;
            // Sums are made by Spark alone.
            case SCORES, SQUARED_SCORES -> false;
        };
    }

    private static boolean isListOf(Class<?> type, Object value) {
        return value instanceof List<?> list
                && list.stream().filter(Objects::nonNull).allMatch(type::isInstance);
    }

    private static Object forSpark(Object value) {
        if (value instanceof List<?> list) {
            return CollectionConverters.asScala(list).toSeq();
        }
        return value instanceof Map<?, ?> map ? CollectionConverters.asScala(map) : value;
    }
}
