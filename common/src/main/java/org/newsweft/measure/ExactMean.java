package org.newsweft.measure;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.greatest;
import static org.apache.spark.sql.functions.least;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.sqrt;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.udf;
import static org.apache.spark.sql.functions.when;

import org.apache.spark.sql.Column;
import org.apache.spark.sql.api.java.UDF1;
import org.apache.spark.sql.expressions.UserDefinedFunction;
import org.apache.spark.sql.types.DataTypes;
import org.newsweft.statistics.StudentT;

/**
 * Means of scores that come out the same to the last bit whatever the order of the rows. Scores lie in -1..1 and are
 * rounded to six decimals, so that they, their squares and the sums of both are exact as decimals; only the last
 * division is done in floating point. Sums of doubles would depend on the order in which partitions arrive.
 */
public final class ExactMean {
    private static final UserDefinedFunction QUANTILE =
            udf((UDF1<Long, Double>) StudentT::quantile975, DataTypes.DoubleType);

    private static final long MILLION = 1_000_000;

    private final Column count;
    private final Column sum;
    private final Column sumOfSquares;

    private ExactMean(Column count, Column sum, Column sumOfSquares) {
        this.count = count;
        this.sum = sum;
        this.sumOfSquares = sumOfSquares;
    }

    /** An aggregate: the exact sum of the scores, a decimal; null if there is none. */
    public static Column sumOf(Column score) {
        return sum(exact(score));
    }

    /** An aggregate: the exact sum of the squared scores, a decimal; null if there is none. */
    public static Column sumOfSquaresOf(Column score) {
        return sum(exact(score).multiply(exact(score)));
    }

    /** An aggregate: how many scores are not null. */
    public static Column countOf(Column score) {
        return count(score);
    }

    /**
     * The mean of scores counted and summed before.
     *
     * @param count as by {@link #countOf}
     * @param sum as by {@link #sumOf}, or a sum of such
     * @param sumOfSquares as by {@link #sumOfSquaresOf}, or a sum of such
     */
    public static ExactMean of(Column count, Column sum, Column sumOfSquares) {
        // The precisions below hold sums over a hundred thousand million scores, and the products of them exactly.
        return new ExactMean(
                count.cast(DataTypes.LongType),
                coalesce(sum, lit(0)).cast(DataTypes.createDecimalType(17, 6)),
                coalesce(sumOfSquares, lit(0)).cast(DataTypes.createDecimalType(25, 12)));
    }

    /** The mean; null of no scores. */
    public Column mean() {
        // Whole millionths over whole millionths: one division, so that three scores of 0.1 have a mean of 0.1.
        Column millionths = sum.multiply(MILLION).cast(DataTypes.DoubleType);
        return when(count.gt(0), millionths.divide(count.multiply(MILLION)));
    }

    /** Lower end of the 95 % interval of the mean by Student's t, at least -1; null below two scores. */
    public Column low() {
        return when(count.gt(1), greatest(lit(-1.0), mean().minus(halfWidth())));
    }

    /** Upper end of the interval, at most 1; null below two scores. */
    public Column high() {
        return when(count.gt(1), least(lit(1.0), mean().plus(halfWidth())));
    }

    private Column halfWidth() {
        Column degreesOfFreedom = count.minus(1);
        // n times the sum of squared deviations, without the cancellation that doubles would suffer.
        Column deviations = sumOfSquares
                .multiply(count.cast(DataTypes.createDecimalType(11, 0)))
                .minus(sum.multiply(sum));
        Column variance = deviations.cast(DataTypes.DoubleType).divide(count).divide(degreesOfFreedom);
        return QUANTILE.apply(greatest(lit(1L), degreesOfFreedom)).multiply(sqrt(variance.divide(count)));
    }

    private static Column exact(Column score) {
        return score.cast(DataTypes.createDecimalType(7, 6));
    }
}
