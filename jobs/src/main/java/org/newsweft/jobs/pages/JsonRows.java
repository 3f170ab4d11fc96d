package org.newsweft.jobs.pages;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.StructField;
import scala.jdk.javaapi.CollectionConverters;

/**
 * Rows as JSON: each column under its own name, with the value that the table has, so that a figure in the page can be
 * found again. Dates are as {@code 2026-03-01}; nulls stay nulls.
 */
final class JsonRows {
    static final ObjectMapper JSON = new ObjectMapper();

    private JsonRows() {}

    static ObjectNode object() {
        return JsonNodeFactory.instance.objectNode();
    }

    static ArrayNode array() {
        return JsonNodeFactory.instance.arrayNode();
    }

    static ObjectNode of(Row row) {
        ObjectNode object = object();
        StructField[] fields = row.schema().fields();
        for (int i = 0; i < fields.length; i++) {
            object.set(fields[i].name(), JSON.valueToTree(value(row.get(i))));
        }
        return object;
    }

    static ArrayNode of(List<Row> rows) {
        ArrayNode array = array();
        rows.forEach(row -> array.add(of(row)));
        return array;
    }

    private static Object value(Object cell) {
        if (cell instanceof scala.collection.Seq<?> values) {
            return CollectionConverters.asJava(values);
        }
        return cell instanceof java.util.Date || cell instanceof java.time.temporal.Temporal ? cell.toString() : cell;
    }
}
