package org.newsweft.testing;

import com.holdenkarau.spark.testing.JavaDatasetSuiteBase;
import java.util.Arrays;
import java.util.List;
import org.apache.spark.SparkConf;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.newsweft.table.schema.Table;

/**
 * A test on frames: spark-testing-base under JUnit 5. The library is written for JUnit 4, whose hooks Jupiter does not
 * call, so they are called here; its assertions ({@code assertDataFrameNoOrderEquals} and the rest) are inherited.
 */
@SuppressWarnings("serial")
public abstract class SparkTest extends JavaDatasetSuiteBase {
    @BeforeEach
    void startSpark() {
        runBefore();
    }

    @AfterAll
    static void stopSpark() {
        runAfterClass();
    }

    @Override
    public SparkConf conf() {
        return new SparkConf()
                .setMaster("local[2]")
                .setAppName("newsweft-test")
                .set("spark.ui.enabled", "false")
                .set("spark.driver.host", "localhost")
                .set("spark.driver.bindAddress", "127.0.0.1")
                .set("spark.sql.shuffle.partitions", "2")
                // Over a few rows, compiling a query, or planning it anew after each stage, takes longer than running
                // it.
                .set("spark.sql.adaptive.enabled", "false")
                .set("spark.sql.codegen.wholeStage", "false")
                .set("spark.sql.codegen.factoryMode", "NO_CODEGEN")
                .set("spark.sql.session.timeZone", "UTC");
    }

    @Override
    public boolean enableHiveSupport() {
        return false;
    }

    /**
     * Rows of {@code table}, one JSON object each, holding only the columns that matter to the test. Columns left out
     * are null, whatever the table requires.
     */
    protected Dataset<Row> rows(Table table, String... json) {
        return rows(nullable(table.schema()), json);
    }

    /** Rows of a schema in Spark's DDL, one JSON object each. */
    protected Dataset<Row> rows(String ddl, String... json) {
        return rows(StructType.fromDDL(ddl), json);
    }

    private Dataset<Row> rows(StructType schema, String... json) {
        return spark().read()
                .schema(schema)
                .option("mode", "FAILFAST")
                .json(spark().createDataset(List.of(json), Encoders.STRING()));
    }

    /**
     * Asserts that {@code actual}, reduced to the columns of {@code ddl}, holds exactly these rows, in any order.
     *
     * @param ddl names and types of the columns to compare
     */
    protected void assertRows(Dataset<Row> actual, String ddl, String... json) {
        Dataset<Row> expected = rows(ddl, json);
        Column[] columns = Arrays.stream(expected.columns()).map(functions::col).toArray(Column[]::new);
        Dataset<Row> selected = actual.select(columns);
        // Computed once: the comparison looks at both frames several times.
        Dataset<Row> compared = spark().createDataFrame(selected.collectAsList(), nullable(selected.schema()));
        assertDataFrameNoOrderEquals(expected, compared);
    }

    /** The schema with every column, and what is inside of it, allowed to be null, and without comments. */
    private static StructType nullable(StructType schema) {
        StructType relaxed = new StructType();
        for (StructField field : schema.fields()) {
            relaxed = relaxed.add(field.name(), field.dataType().asNullable(), true);
        }
        return relaxed;
    }
}
