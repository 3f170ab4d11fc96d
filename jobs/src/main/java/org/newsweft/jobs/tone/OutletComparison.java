package org.newsweft.jobs.tone;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.date_trunc;
import static org.apache.spark.sql.functions.greatest;
import static org.apache.spark.sql.functions.least;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.sqrt;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.udf;
import static org.apache.spark.sql.functions.when;

import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.api.java.UDF1;
import org.apache.spark.sql.expressions.UserDefinedFunction;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.newsweft.statistics.StudentT;
import org.newsweft.table.facts.Documents;
import org.newsweft.table.figures.EntityTone;

/**
 * An outlet's tone toward an entity against that of the other outlets toward the same entity at the same time, so that
 * what was in the news is not taken for attitude.
 *
 * <p>Like is compared with like: the mentions of one entity are divided into strata, here months, and in each stratum the
 * outlet's mean is compared with that of the others; the difference is the mean over strata, weighted by the outlet's
 * mentions (direct standardisation to the outlet's own news). Its variance is {@code s2 * sum(n + n * n / m) / sum(n)^2}
 * with {@code n} mentions of the outlet and {@code m} of the others in a stratum, and {@code s2} the variance of all
 * scores toward the entity within strata. Strata that only one outlet wrote in have no part.
 */
final class OutletComparison {
    /**
     * What is compared apart: the month, or, where the date is not as precise, the year or no date at all. Finer strata,
     * such as the event a story belongs to, go here.
     */
    private static final String STRATUM = "stratum";

    private static final String OF_STRATUM = "_of_stratum";
    private static final String DIFFERENCE = "difference";
    private static final String COMPARED = "compared";
    private static final String SPREAD = "spread";
    private static final String RESIDUAL = "residual";
    private static final String DEGREES = "degrees";

    private static final DataType SUMS = DataTypes.createDecimalType(17, 6);
    private static final DataType PARTS = DataTypes.createDecimalType(25, 12);
    private static final DataType COUNTS = DataTypes.createDecimalType(12, 0);

    private static final UserDefinedFunction QUANTILE =
            udf((UDF1<Long, Double>) StudentT::quantile975, DataTypes.DoubleType);

    private OutletComparison() {}

    /**
     * Adds {@code score_vs_others} and its interval.
     *
     * @param means rows of {@link EntityTone} without these
     * @param dated counts by entity, outlet and date, repeated for each period
     */
    static Dataset<Row> added(Dataset<Row> means, Dataset<Row> dated) {
        String[] keys = {EntityTone.GRANULARITY.name(), EntityTone.PERIOD_START.name(), EntityTone.ENTITY_ID.name()};
        Dataset<Row> strata = dated.where(not(EntityTone.OUTLET.col().equalTo(Tones.UNKNOWN_OUTLET)))
                .withColumn(
                        STRATUM,
                        date_trunc("month", Documents.PUBLISHED_ON.col()).cast(DataTypes.DateType))
                .groupBy(
                        col(keys[0]),
                        col(keys[1]),
                        col(keys[2]),
                        col(STRATUM),
                        Documents.PUBLISHED_PRECISION.col().equalTo("year").as("by_year"),
                        EntityTone.OUTLET.col())
                .agg(
                        sum(EntityTone.MENTION_COUNT.col()).as("n"),
                        sum(col(ToneCounts.SUM)).cast(SUMS).as("s"),
                        sum(col(ToneCounts.SQUARES)).cast(PARTS).as("q"));
        Dataset<Row> totals = strata.groupBy(col(keys[0]), col(keys[1]), col(keys[2]), col(STRATUM), col("by_year"))
                .agg(
                        sum(col("n")).as("n" + OF_STRATUM),
                        sum(col("s")).cast(SUMS).as("s" + OF_STRATUM),
                        sum(col("q")).cast(PARTS).as("q" + OF_STRATUM),
                        count(lit(1)).as("outlets"))
                .where(col("outlets").gt(1));
        Dataset<Row> variances = totals.groupBy(col(keys[0]), col(keys[1]), col(keys[2]))
                .agg(
                        sum(col("q" + OF_STRATUM)
                                        .minus(squareByCount(col("s" + OF_STRATUM), col("n" + OF_STRATUM)))
                                        .cast(PARTS))
                                .as(RESIDUAL),
                        sum(col("n" + OF_STRATUM)).minus(count(lit(1))).as(DEGREES));
        Column others = col("n" + OF_STRATUM).minus(col("n"));
        Column expected = col("s" + OF_STRATUM)
                .minus(col("s"))
                .cast(SUMS)
                .multiply(col("n").cast(COUNTS))
                .divide(others.cast(COUNTS))
                .cast(PARTS);
        Column spread = col("n").plus(col("n").cast(COUNTS)
                .multiply(col("n").cast(COUNTS))
                .divide(others.cast(COUNTS))
                .cast(PARTS));
        Dataset<Row> differences = sameKeys(strata, totals, keys[0], keys[1], keys[2], STRATUM, "by_year")
                .groupBy(col(keys[0]), col(keys[1]), col(keys[2]), EntityTone.OUTLET.col())
                .agg(
                        sum(col("s").minus(expected).cast(PARTS)).as(DIFFERENCE),
                        sum(col("n")).as(COMPARED),
                        sum(spread.cast(PARTS)).as(SPREAD));
        Dataset<Row> compared = sameKeys(differences, variances, keys);
        Column difference = number(col(DIFFERENCE)).divide(col(COMPARED));
        Column variance = greatest(lit(0.0), number(col(RESIDUAL))).divide(col(DEGREES));
        Column half = QUANTILE.apply(greatest(lit(1L), col(DEGREES)))
                .multiply(sqrt(variance.multiply(number(col(SPREAD)))))
                .divide(col(COMPARED));
        Dataset<Row> figures = compared.select(
                col(keys[0]),
                col(keys[1]),
                col(keys[2]),
                EntityTone.OUTLET.col(),
                difference.as(EntityTone.SCORE_VS_OTHERS.name()),
                when(col(DEGREES).gt(0), greatest(lit(-2.0), difference.minus(half)))
                        .as(EntityTone.VS_OTHERS_LOW.name()),
                when(col(DEGREES).gt(0), least(lit(2.0), difference.plus(half))).as(EntityTone.VS_OTHERS_HIGH.name()));
        return joined(means, figures, "left", keys[0], keys[1], keys[2], EntityTone.OUTLET.name());
    }

    private static Dataset<Row> sameKeys(Dataset<Row> left, Dataset<Row> right, String... keys) {
        return joined(left, right, "inner", keys);
    }

    /** Joins on keys that may be null; they are kept once. */
    private static Dataset<Row> joined(Dataset<Row> left, Dataset<Row> right, String kind, String... keys) {
        Dataset<Row> renamed = right;
        Column same = lit(true);
        for (String key : keys) {
            renamed = renamed.withColumnRenamed(key, key + "_right");
            same = same.and(col(key).eqNullSafe(col(key + "_right")));
        }
        Dataset<Row> joined = left.join(renamed, same, kind);
        for (String key : keys) {
            joined = joined.drop(key + "_right");
        }
        return joined;
    }

    private static Column squareByCount(Column sum, Column count) {
        return sum.multiply(sum).divide(count.cast(COUNTS)).cast(PARTS);
    }

    private static Column number(Column column) {
        return column.cast(DataTypes.DoubleType);
    }
}
