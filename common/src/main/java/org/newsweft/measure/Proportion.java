package org.newsweft.measure;

import static org.apache.spark.sql.functions.greatest;
import static org.apache.spark.sql.functions.least;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.sqrt;

import org.apache.spark.sql.Column;
import org.apache.spark.sql.types.DataTypes;

/** A share of a whole with its 95 % interval (Wilson 1927), which holds for small counts and for shares of 0 and 1. */
public final class Proportion {
    /** Standard normal deviate that 2.5 % lie above. */
    private static final double Z = 1.959963984540054;

    private final Column part;
    private final Column whole;

    private Proportion(Column part, Column whole) {
        this.part = part.cast(DataTypes.DoubleType);
        this.whole = whole.cast(DataTypes.DoubleType);
    }

    /**
     * The share of a part in its whole.
     *
     * @param part count, 0 to {@code whole}
     * @param whole count, 1 or more
     */
    public static Proportion of(Column part, Column whole) {
        return new Proportion(part, whole);
    }

    /** The share itself. */
    public Column share() {
        return part.divide(whole);
    }

    /** Lower end of the interval, 0 or more. */
    public Column low() {
        return greatest(lit(0.0), centre().minus(halfWidth()));
    }

    /** Upper end of the interval, 1 or less. */
    public Column high() {
        return least(lit(1.0), centre().plus(halfWidth()));
    }

    private Column centre() {
        return part.plus(Z * Z / 2).divide(whole.plus(Z * Z));
    }

    private Column halfWidth() {
        Column variance = part.multiply(whole.minus(part)).divide(whole).plus(Z * Z / 4);
        return sqrt(variance).multiply(Z).divide(whole.plus(Z * Z));
    }
}
