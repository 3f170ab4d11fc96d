package org.newsweft.measure;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.greatest;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.when;

import org.apache.spark.sql.Column;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;

/**
 * Means drawn toward the mean of all, the more so the fewer scores they rest on (empirical Bayes; Efron and Morris,
 * "Data analysis using Stein's estimator and its generalizations", JASA 70, 1975). With variance {@code s} of scores
 * within a group and variance {@code t} of the groups' true means, a group of {@code n} scores keeps the share
 * {@code n t / (n t + s)} of its distance to the mean of all. It is as if {@code s / t} scores of the common mean were
 * added to each group.
 *
 * <p>Both variances are estimated by the analysis of variance of a one-way layout with groups of unequal size (Searle,
 * Casella and McCulloch, "Variance components", 1992, section 3.6). As in {@link ExactMean}, sums are of decimals and so
 * the same in every order.
 */
public final class ShrunkMean {
    private static final DataType COUNTS = DataTypes.createDecimalType(20, 0);
    private static final DataType SUMS = DataTypes.createDecimalType(17, 6);
    private static final DataType SQUARES = DataTypes.createDecimalType(25, 12);

    private ShrunkMean() {}

    /**
     * An aggregate over groups: the variance of scores within them; 0 if no group has two scores.
     *
     * @param count scores of the group, as by {@link ExactMean#countOf}
     * @param sum their sum, as by {@link ExactMean#sumOf}
     * @param sumOfSquares the sum of their squares, as by {@link ExactMean#sumOfSquaresOf}
     */
    public static Column varianceWithin(Column count, Column sum, Column sumOfSquares) {
        Column residual = number(sum(sumOfSquares.cast(SQUARES)).minus(sum(squareOfSumByCount(count, sum))));
        Column degrees = number(sum(count)).minus(number(count(lit(1))));
        return when(degrees.gt(0), greatest(lit(0.0), residual).divide(degrees)).otherwise(0.0);
    }

    /** An aggregate over groups: the variance of their true means; 0 if the groups differ no more than by chance. */
    public static Column varianceBetween(Column count, Column sum, Column sumOfSquares) {
        Column groups = number(count(lit(1)));
        Column scores = number(sum(count));
        Column total = number(sum(sum.cast(SUMS)));
        Column explained = number(sum(squareOfSumByCount(count, sum)))
                .minus(total.multiply(total).divide(scores));
        Column meanSquare = explained.divide(groups.minus(1));
        Column squaredCounts = number(sum(count.cast(COUNTS).multiply(count.cast(COUNTS))));
        Column typicalCount = scores.minus(squaredCounts.divide(scores)).divide(groups.minus(1));
        Column estimate =
                meanSquare.minus(varianceWithin(count, sum, sumOfSquares)).divide(typicalCount);
        return when(groups.gt(1).and(scores.gt(groups)), greatest(lit(0.0), estimate))
                .otherwise(0.0);
    }

    /**
     * The mean of one group, drawn toward the mean of all.
     *
     * @param count scores of the group, 1 or more
     * @param mean their mean
     * @param meanOfAll what it is drawn toward
     * @param varianceWithin as by {@link #varianceWithin}
     * @param varianceBetween as by {@link #varianceBetween}
     */
    public static Column of(
            Column count, Column mean, Column meanOfAll, Column varianceWithin, Column varianceBetween) {
        Column own = count.cast(DataTypes.DoubleType).multiply(varianceBetween);
        Column share = own.divide(when(own.plus(varianceWithin).gt(0), own.plus(varianceWithin)));
        return meanOfAll.plus(mean.minus(meanOfAll).multiply(coalesce(share, lit(0.0))));
    }

    /** Rounded to twelve decimals where it is made, so that sums of it are exact. */
    private static Column squareOfSumByCount(Column count, Column sum) {
        return sum.cast(SUMS)
                .multiply(sum.cast(SUMS))
                .divide(count.cast(COUNTS))
                .cast(SQUARES);
    }

    private static Column number(Column column) {
        return column.cast(DataTypes.DoubleType);
    }
}
