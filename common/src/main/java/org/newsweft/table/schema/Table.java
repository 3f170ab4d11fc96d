package org.newsweft.table.schema;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.StructType;

/**
 * A table of the warehouse: what it answers, its columns, what identifies a row and how rows are ordered in a file.
 *
 * @param name plural snake_case name, also the name of its folder
 * @param answers the question it answers, without a full stop
 * @param row what one row is
 * @param columns all columns, in order
 * @param key columns that together identify a row
 * @param sortedBy order of the rows inside a file: the column that readers filter on first, first
 * @param published true if it is part of the contract; false if it is the pipeline's own memory and stays in the lake
 */
public record Table(
        String name,
        String answers,
        String row,
        List<Field> columns,
        List<Field> key,
        List<Field> sortedBy,
        boolean published) {
    public Table {
        Objects.requireNonNull(name, "name is null");
        columns = List.copyOf(columns);
        key = List.copyOf(key);
        sortedBy = List.copyOf(sortedBy);
        if (!columns.containsAll(key) || !columns.containsAll(sortedBy)) {
            throw new IllegalArgumentException("key or order of " + name + " names a column that it lacks");
        }
    }

    public static Builder published(String name, String answers, String row) {
        return new Builder(name, answers, row, true);
    }

    public static Builder internal(String name, String answers, String row) {
        return new Builder(name, answers, row, false);
    }

    /** The schema in Spark, with requiredness and comments. */
    public StructType schema() {
        StructType schema = new StructType();
        for (Field column : columns) {
            schema = schema.add(column.name(), column.type().sparkType(), !column.required(), column.comment());
        }
        return schema;
    }

    /** A row of this table, to be made in Java. */
    public RowBuilder newRow() {
        return new RowBuilder(this);
    }

    /** All columns, to {@code select} in the order of the contract. */
    public Column[] select() {
        return columns.stream().map(Field::col).toArray(Column[]::new);
    }

    /** The columns that are no part of the key: in a table of counts, those that add up. */
    public List<Field> measures() {
        return columns.stream().filter(column -> !key.contains(column)).toList();
    }

    /** The columns that rows are ordered by inside a file. */
    public Column[] order() {
        return sortedBy.stream().map(Field::col).toArray(Column[]::new);
    }

    /** The rows of {@code frame} with this table's columns, in its order; other columns are left out. */
    public Dataset<Row> rows(Dataset<Row> frame) {
        return frame.select(select());
    }

    public static final class Builder {
        private final String name;
        private final String answers;
        private final String row;
        private final boolean published;
        private final List<Field> columns = new ArrayList<>();
        private final List<Field> key = new ArrayList<>();
        private final List<Field> sortedBy = new ArrayList<>();

        private Builder(String name, String answers, String row, boolean published) {
            this.name = name;
            this.answers = answers;
            this.row = row;
            this.published = published;
        }

        public Builder columns(Field... fields) {
            columns.addAll(List.of(fields));
            return this;
        }

        public Builder key(Field... fields) {
            key.addAll(List.of(fields));
            return this;
        }

        public Builder sortedBy(Field... fields) {
            sortedBy.addAll(List.of(fields));
            return this;
        }

        public Table build() {
            return new Table(name, answers, row, columns, key, sortedBy, published);
        }
    }
}
