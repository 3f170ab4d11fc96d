package org.newsweft.measure;

import static org.apache.spark.sql.functions.greatest;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.ln;
import static org.apache.spark.sql.functions.log2;
import static org.apache.spark.sql.functions.sqrt;
import static org.apache.spark.sql.functions.when;

import org.apache.spark.sql.Column;
import org.apache.spark.sql.types.DataTypes;

/**
 * Measures of how two things go together, from the counts of a 2 x 2 table. All counts are of the same units
 * (sentences, documents); all results are doubles.
 *
 * <p>Formulas: Church and Hanks 1990 (pmi, t-score), Bouma 2009 (npmi), Dunning 1993 (log-likelihood ratio), Rychlý 2008
 * (logDice).
 */
public final class Association {
    private final Column both;
    private final Column left;
    private final Column right;
    private final Column all;

    private Association(Column both, Column left, Column right, Column all) {
        this.both = both.cast(DataTypes.DoubleType);
        this.left = left.cast(DataTypes.DoubleType);
        this.right = right.cast(DataTypes.DoubleType);
        this.all = all.cast(DataTypes.DoubleType);
    }

    /**
     * The table of these counts.
     *
     * @param both units with both, 1 or more for all measures but {@link #logLikelihood}
     * @param left units with the first
     * @param right units with the second
     * @param all all units
     */
    public static Association of(Column both, Column left, Column right, Column all) {
        return new Association(both, left, right, all);
    }

    /** Pointwise mutual information in bits. */
    public Column pmi() {
        return log2(both.multiply(all).divide(left.multiply(right)));
    }

    /** Pointwise mutual information normalised to -1..1; 1 where every unit holds both. */
    public Column npmi() {
        return when(both.equalTo(all), 1.0)
                .otherwise(pmi().divide(log2(both.divide(all)).multiply(-1)));
    }

    /**
     * Dunning's log-likelihood ratio, with a sign: negative where the two meet less than chance, exactly 0 where they
     * meet as often as chance has it.
     */
    public Column logLikelihood() {
        Column noLeft = all.minus(left);
        Column noRight = all.minus(right);
        Column sum = cell(both, left, right)
                .plus(cell(left.minus(both), left, noRight))
                .plus(cell(right.minus(both), noLeft, right))
                .plus(cell(noLeft.minus(right).plus(both), noLeft, noRight));
        // Rounding may leave a sum just below zero where the counts are nearly those of chance.
        Column ratio = greatest(lit(0.0), sum.multiply(2));
        Column excess = both.multiply(all).minus(left.multiply(right));
        return when(excess.equalTo(0), 0.0)
                .when(excess.lt(0), ratio.multiply(-1))
                .otherwise(ratio);
    }

    /** logDice: 14 at most, one less for half the overlap; does not depend on the number of all units. */
    public Column logDice() {
        return log2(both.multiply(2).divide(left.plus(right))).plus(14);
    }

    /** Jaccard's index: shared units over units with either. */
    public Column jaccard() {
        return both.divide(left.plus(right).minus(both));
    }

    /** Units that would hold both by chance. */
    public Column expected() {
        return left.multiply(right).divide(all);
    }

    /** Excess over chance in standard deviations, the deviation estimated by the root of the observed count. */
    public Column tScore() {
        return both.minus(left.multiply(right).divide(all)).divide(sqrt(both));
    }

    /** {@code observed ln(observed / expected)} of one cell of the table, 0 for an empty one. */
    private Column cell(Column observed, Column row, Column column) {
        return when(observed.gt(0), observed.multiply(ln(observed.multiply(all).divide(row.multiply(column)))))
                .otherwise(0.0);
    }
}
