package org.newsweft.table.schema;

import java.util.Objects;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;

/**
 * One column of a table: name, type, requiredness and meaning in one constant.
 *
 * @param name snake_case name in the Parquet files
 * @param type type in Spark, and through it in Parquet
 * @param required true if the column never holds null
 * @param comment what it holds, with unit and null rule; part of the generated reference
 */
public record Field(String name, Type type, boolean required, String comment) {
    public Field {
        Objects.requireNonNull(name, "name is null");
        Objects.requireNonNull(type, "type is null");
        Objects.requireNonNull(comment, "comment is null");
    }

    /** The types that the contract allows. */
    public enum Type {
        STRING(DataTypes.StringType),
        LONG(DataTypes.LongType),
        DOUBLE(DataTypes.DoubleType),
        /** Exact sum of scores of six decimals, as counts keep it. */
        SCORES(DataTypes.createDecimalType(17, 6)),
        /** Exact sum of the squares of such scores. */
        SQUARED_SCORES(DataTypes.createDecimalType(25, 12)),
        BOOLEAN(DataTypes.BooleanType),
        DATE(DataTypes.DateType),
        TIMESTAMP(DataTypes.TimestampType),
        STRINGS(DataTypes.createArrayType(DataTypes.StringType, false)),
        LONGS(DataTypes.createArrayType(DataTypes.LongType, false)),
        DOUBLE_BY_STRING(DataTypes.createMapType(DataTypes.StringType, DataTypes.DoubleType, false));

        private final DataType sparkType;

        Type(DataType sparkType) {
            this.sparkType = sparkType;
        }

        /** The type in Spark. */
        public DataType sparkType() {
            return sparkType;
        }
    }

    public static Field required(String name, Type type, String comment) {
        return new Field(name, type, true, comment);
    }

    public static Field optional(String name, Type type, String comment) {
        return new Field(name, type, false, comment);
    }

    /** The column of this name, of whichever frame it is used on. */
    public Column col() {
        return functions.col(name);
    }

    /** The column of this name of the frame with this alias, for joins of frames that share names. */
    public Column of(String alias) {
        return functions.col(alias + "." + name);
    }
}
