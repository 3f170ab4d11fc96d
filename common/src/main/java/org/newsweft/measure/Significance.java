package org.newsweft.measure;

import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.least;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.rank;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.udf;
import static org.apache.spark.sql.functions.when;

import org.apache.spark.sql.Column;
import org.apache.spark.sql.api.java.UDF1;
import org.apache.spark.sql.expressions.UserDefinedFunction;
import org.apache.spark.sql.expressions.Window;
import org.apache.spark.sql.expressions.WindowSpec;
import org.apache.spark.sql.types.DataTypes;
import org.newsweft.statistics.ChiSquare;

/** How surprising a statistic is, one at a time and among many. */
public final class Significance {
    private static final UserDefinedFunction CHI_SQUARE =
            udf((UDF1<Double, Double>) ChiSquare::pValue, DataTypes.DoubleType);

    private Significance() {}

    /** Probability of |statistic| under chi-square with one degree of freedom. */
    public static Column pValue(Column statistic) {
        return CHI_SQUARE.apply(statistic);
    }

    /**
     * Benjamini and Hochberg's adjusted p-value (1995): the false discovery rate at which the row would be reported.
     * Rows whose p-value is null are no part of the family and get null.
     *
     * @param pValue a column of the frame, not an expression over a window
     * @param family columns whose values the rows tested together share
     */
    public static Column qValue(Column pValue, Column... family) {
        return qValueAmong(count(pValue).over(Window.partitionBy(family)), pValue, family);
    }

    /**
     * The same for a family of which only a part is there: the tests that are not have a p-value of 1, or one greater
     * than all here.
     *
     * @param numberOfTests tests of the family, those that are not there included
     * @param pValue a column of the frame, not an expression over a window
     * @param family columns whose values the rows tested together share
     */
    public static Column qValueAmong(Column numberOfTests, Column pValue, Column... family) {
        WindowSpec tests = Window.partitionBy(family);
        // From the largest p-value down, so that the running minimum looks back: a frame that looks ahead costs
        // quadratic time in Spark. Equal p-values share a rank, the highest that a sort upwards would give them. Null
        // comes last, after all ranks.
        WindowSpec downwards = tests.orderBy(pValue.desc());
        Column rankUpwards =
                count(pValue).over(tests).minus(rank().over(downwards)).plus(1);
        Column runningMinimum = min(when(
                        pValue.isNotNull(),
                        least(lit(1.0), pValue.multiply(numberOfTests).divide(rankUpwards))))
                .over(downwards.rangeBetween(Window.unboundedPreceding(), Window.currentRow()));
        return when(pValue.isNotNull(), runningMinimum);
    }

    /**
     * The same where each row stands for several tests of one p-value, as many terms have the same counts. What is sorted is
     * one row for each p-value then, not one for each test.
     *
     * @param tests tests that the row stands for, 1 or more
     * @param pValue a column of the frame, not an expression over a window; never null
     * @param family columns whose values the rows tested together share
     */
    public static Column qValueOfEqual(Column tests, Column pValue, Column... family) {
        WindowSpec all = Window.partitionBy(family);
        Column rankUpwards =
                sum(tests).over(all.orderBy(pValue).rangeBetween(Window.unboundedPreceding(), Window.currentRow()));
        return min(least(lit(1.0), pValue.multiply(sum(tests).over(all)).divide(rankUpwards)))
                .over(all.orderBy(pValue.desc()).rangeBetween(Window.unboundedPreceding(), Window.currentRow()));
    }
}
