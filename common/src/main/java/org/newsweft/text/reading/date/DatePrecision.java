package org.newsweft.text.reading.date;

import java.util.Locale;

/** How much of a date is known. */
public enum DatePrecision {
    DAY,
    MONTH,
    YEAR,
    NONE;

    /** The precision as it stands in the tables. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
