package org.newsweft.table;

import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.date_trunc;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.filter;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.when;

import java.util.Collection;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.DataTypes;
import org.newsweft.table.facts.Documents;
import org.newsweft.table.schema.Granularity;

/**
 * Which periods a document counts in: those at least as coarse as its date is precise, and {@code all}. An undated
 * document counts in {@code all} alone.
 */
public final class Periods {
    public static final String GRANULARITY = "granularity";
    public static final String PERIOD_START = "period_start";

    private Periods() {}

    /**
     * Repeats each row once for every period that its document counts in.
     *
     * @param rows a frame with {@code published_on} and {@code published_precision}, as in {@link Documents}
     * @param granularities the granularities wanted
     * @return the rows with {@code granularity} and {@code period_start} added ({@code period_start} null for all)
     */
    public static Dataset<Row> withPeriods(Dataset<Row> rows, Collection<Granularity> granularities) {
        Column[] periods = granularities.stream()
                .sorted()
                .map(granularity -> when(
                        counts(granularity),
                        struct(
                                lit(granularity.code()).as(GRANULARITY),
                                start(granularity).as(PERIOD_START))))
                .toArray(Column[]::new);
        return rows.withColumn("period", explode(filter(array(periods), Column::isNotNull)))
                .withColumn(GRANULARITY, field("period", GRANULARITY))
                .withColumn(PERIOD_START, field("period", PERIOD_START))
                .drop("period");
    }

    /** First day of the period of this granularity that {@code published_on} lies in; null for all. */
    private static Column start(Granularity granularity) {
        return granularity == Granularity.ALL
                ? lit(null).cast(DataTypes.DateType)
                : date_trunc(granularity.code(), Documents.PUBLISHED_ON.col()).cast(DataTypes.DateType);
    }

    private static Column counts(Granularity granularity) {
        Column precision = Documents.PUBLISHED_PRECISION.col();
        return switch (granularity) {
            case DAY, WEEK -> precision.equalTo("day");
            case MONTH -> precision.isin("day", "month");
            case YEAR -> precision.isin("day", "month", "year");
            case ALL -> lit(true);
        };
    }

    private static Column field(String struct, String field) {
        return col(struct + "." + field);
    }
}
