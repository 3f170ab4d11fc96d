package org.newsweft.table.schema;

import java.util.Arrays;
import java.util.Locale;

/** Length of the periods that figures are counted in, from fine to coarse. */
public enum Granularity {
    DAY,
    WEEK,
    MONTH,
    YEAR,
    ALL;

    /** The value in the column {@code granularity}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * The granularity with this code.
     *
     * @throws IllegalArgumentException naming the codes there are, for any other word
     */
    public static Granularity of(String code) {
        return Arrays.stream(values())
                .filter(granularity -> granularity.code().equals(code))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        "no granularity '" + code + "': use day, week, month, year or all"));
    }
}
