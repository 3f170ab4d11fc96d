package org.newsweft.measure;

import static org.apache.spark.sql.functions.udf;

import org.apache.spark.sql.Column;
import org.apache.spark.sql.api.java.UDF4;
import org.apache.spark.sql.api.java.UDF5;
import org.apache.spark.sql.expressions.UserDefinedFunction;
import org.apache.spark.sql.types.DataTypes;
import org.newsweft.graph.Backbone;
import org.newsweft.statistics.GammaPoissonShrinker;
import org.newsweft.statistics.MeetingTest;
import org.newsweft.statistics.RateTest;

/** What {@link MeetingTest}, {@link Backbone} and {@link GammaPoissonShrinker} say, as column expressions. */
public final class Meetings {
    private static final UserDefinedFunction P_VALUE =
            udf((UDF5<Long, Long, Long, Long, Long, Double>) MeetingTest::pValue, DataTypes.DoubleType);
    private static final UserDefinedFunction NOISE_CORRECTED =
            udf((UDF4<Long, Long, Long, Long, Double>) Backbone::noiseCorrected, DataTypes.DoubleType);
    private static final UserDefinedFunction DISPARITY =
            udf((UDF5<Double, Double, Long, Double, Long, Double>) Backbone::disparity, DataTypes.DoubleType);
    private static final UserDefinedFunction RATE =
            udf((UDF4<Long, Long, Long, Long, Double>) RateTest::pValue, DataTypes.DoubleType);
    private static final UserDefinedFunction RATIO = udf(
            (UDF4<Long, Double, Double, Double, Double>) (observed, expected, shape, rate) ->
                    new GammaPoissonShrinker(shape, rate).ratio(observed, expected),
            DataTypes.DoubleType);
    private static final UserDefinedFunction QUANTILE = udf(
            (UDF5<Long, Double, Double, Double, Double, Double>) (observed, expected, shape, rate, share) ->
                    new GammaPoissonShrinker(shape, rate).quantile(observed, expected, share),
            DataTypes.DoubleType);

    private Meetings() {}

    /** {@link MeetingTest#pValue} of counts that are whole numbers. */
    public static Column pValue(Column clusters, Column both, Column left, Column right, Column all) {
        return P_VALUE.apply(clusters, both, left, right, all);
    }

    /** {@link RateTest#pValue} of counts that are whole numbers. */
    public static Column pValueOfRate(Column now, Column before, Column occasionsNow, Column occasionsBefore) {
        return RATE.apply(now, before, occasionsNow, occasionsBefore);
    }

    /** {@link Backbone#noiseCorrected} of whole numbers. */
    public static Column noiseCorrected(Column weight, Column strengthA, Column strengthB, Column total) {
        return NOISE_CORRECTED.apply(weight, strengthA, strengthB, total);
    }

    /** {@link Backbone#disparity} of whole numbers. */
    public static Column disparity(Column weight, Column strengthA, Column degreeA, Column strengthB, Column degreeB) {
        return DISPARITY.apply(real(weight), real(strengthA), degreeA, real(strengthB), degreeB);
    }

    /** {@link GammaPoissonShrinker#ratio} under the prior of this shape and rate. */
    public static Column shrunkRatio(Column observed, Column expected, Column shape, Column rate) {
        return RATIO.apply(observed, expected, shape, rate);
    }

    /** {@link GammaPoissonShrinker#quantile} under the prior of this shape and rate. */
    public static Column quantile(Column observed, Column expected, Column shape, Column rate, Column share) {
        return QUANTILE.apply(observed, expected, shape, rate, share);
    }

    private static Column real(Column count) {
        return count.cast(DataTypes.DoubleType);
    }
}
