package org.newsweft.table.facts;

import static org.newsweft.table.schema.Field.Type.*;

import org.newsweft.table.schema.Field;
import org.newsweft.table.schema.Table;

/** How each outlet writes dates in figures, where its documents tell. One row per outlet; kept in the lake only. */
public final class OutletDates {
    public static final Field OUTLET = Field.required("outlet", STRING, "Outlet, as in outlet_evidence");
    public static final Field DATE_ORDER = Field.required("date_order", STRING, "day_first or month_first");

    public static final Table TABLE = Table.internal(
                    "outlet_dates",
                    "How each outlet writes dates in figures",
                    "One row per outlet whose documents tell; kept in the lake only.")
            .columns(OUTLET, DATE_ORDER)
            .key(OUTLET)
            .sortedBy(OUTLET)
            .build();

    private OutletDates() {}
}
