package org.newsweft.text.reading.date;

import java.util.Locale;

/** How an outlet writes 3/4/2015. */
public enum DateOrder {
    /** The third of April. */
    DAY_FIRST,
    /** The fourth of March. */
    MONTH_FIRST,
    /** Its other dates do not tell; the country of its address decides. */
    UNKNOWN;

    /** The order as it stands in the lake. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * The order with this code.
     *
     * @param code as {@link #code()} gives it, or null for {@link #UNKNOWN}
     */
    public static DateOrder ofCode(String code) {
        return code == null ? UNKNOWN : valueOf(code.toUpperCase(Locale.ROOT));
    }
}
