package org.newsweft.jobs.engine;

import static org.apache.spark.sql.functions.negate;
import static org.apache.spark.sql.functions.sum;

import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.newsweft.table.schema.Field;
import org.newsweft.table.schema.Table;

/**
 * Arithmetic of tables of counts: every column that is no part of the key is an integer or an exact decimal, and rows of one key add up. What
 * a document brought is taken away by adding it with the sign turned, so the counts of a corpus follow from those of the
 * night before and of the documents that say something else now.
 */
public final class Counts {
    private Counts() {}

    /**
     * One row for each key, without the keys that count nothing any more.
     *
     * @param rows rows of a table of counts, several of a key perhaps
     */
    public static Dataset<Row> summed(Table table, Dataset<Row> rows) {
        List<Field> measures = table.measures();
        Column[] key = table.key().stream().map(Field::col).toArray(Column[]::new);
        Column[] sums = measures.stream()
                .map(measure ->
                        sum(measure.col()).cast(measure.type().sparkType()).as(measure.name()))
                .toArray(Column[]::new);
        Column counts = measures.stream()
                .map(measure -> measure.col().notEqual(0L))
                .reduce(Column::or)
                .orElseThrow(() -> new IllegalArgumentException(table.name() + " has nothing to count"));
        return table.rows(rows.groupBy(key)
                .agg(sums[0], List.of(sums).subList(1, sums.length).toArray(Column[]::new))
                .where(counts));
    }

    /** What has to be added to the counts {@code before} so that they become the counts {@code now}. */
    public static Dataset<Row> difference(Table table, Dataset<Row> now, Dataset<Row> before) {
        Dataset<Row> takenAway = before;
        for (Field measure : table.measures()) {
            takenAway = takenAway.withColumn(measure.name(), negate(measure.col()));
        }
        return summed(table, table.rows(now).unionByName(table.rows(takenAway)));
    }
}
