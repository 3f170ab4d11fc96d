package org.newsweft.text.reading;

import java.util.Objects;
import org.newsweft.text.reading.date.DateOrder;

/**
 * What the other documents of an outlet tell of a document.
 *
 * @param recurring lines that are no part of any article
 * @param dateOrder how the outlet writes 3/4/2015
 */
public record OutletKnowledge(RecurringLines recurring, DateOrder dateOrder) {
    /** Nothing is known of the outlet. */
    public static final OutletKnowledge NONE = new OutletKnowledge(RecurringLines.none(), DateOrder.UNKNOWN);

    public OutletKnowledge {
        Objects.requireNonNull(recurring, "recurring");
        Objects.requireNonNull(dateOrder, "dateOrder");
    }
}
