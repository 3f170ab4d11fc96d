package org.newsweft.jobs;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.functions;
import org.newsweft.table.Tables;
import org.newsweft.table.figures.QualityChecks;
import org.newsweft.table.figures.Runs;
import org.newsweft.table.schema.Table;

/** The plain Parquet tables of a warehouse, as a reader without Newsweft sees them. */
public final class PublishedTables {
    private static final Set<Table> BOOKKEEPING = Set.of(Runs.TABLE, QualityChecks.TABLE);

    private final SparkSession spark;
    private final Path warehouse;

    private PublishedTables(SparkSession spark, Path warehouse) {
        this.spark = spark;
        this.warehouse = warehouse;
    }

    /** Reads with a session of its own: a command stops the one it worked with. */
    public static <T> T read(Path warehouse, Function<PublishedTables, T> reading) {
        SparkSession spark = SparkSession.builder()
                .master("local[2]")
                .config("spark.ui.enabled", "false")
                .config("spark.sql.shuffle.partitions", "2")
                .config("spark.sql.session.timeZone", "UTC")
                .getOrCreate();
        try {
            return reading.apply(new PublishedTables(spark, warehouse));
        } finally {
            spark.stop();
        }
    }

    /** The rows of a table. */
    public Dataset<Row> table(Table table) {
        return spark.read()
                .parquet(warehouse.resolve("tables").resolve(table.name()).toString());
    }

    /** Every row of every table, bookkeeping aside, as sorted lines: equal warehouses have equal lines. */
    Map<String, List<String>> content() {
        Map<String, List<String>> content = new TreeMap<>();
        for (Table table : Tables.published()) {
            if (!BOOKKEEPING.contains(table)) {
                content.put(table.name(), lines(table(table)));
            }
        }
        return content;
    }

    private static List<String> lines(Dataset<Row> rows) {
        Column[] columns = Arrays.stream(rows.columns())
                .filter(name -> !name.equals(Runs.RUN_ID.name()))
                .map(functions::col)
                .toArray(Column[]::new);
        return rows.select(functions.to_json(functions.struct(columns))).collectAsList().stream()
                .map(row -> row.getString(0))
                .sorted()
                .toList();
    }
}
