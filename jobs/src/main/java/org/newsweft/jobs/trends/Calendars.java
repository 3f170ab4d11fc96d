package org.newsweft.jobs.trends;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.newsweft.table.figures.PeriodTotals;
import org.newsweft.table.schema.Granularity;

/**
 * The calendar of each granularity and language. Every series is laid out over one: so tasks have them as they are, not as a
 * column that is read out of each row. They hold a few numbers for every period, however much is written in it.
 */
final class Calendars implements Serializable {
    private static final long serialVersionUID = 1;

    @SuppressWarnings("serial") // A HashMap is.
    private final Map<String, Map<String, Calendar>> byLanguage = new HashMap<>();

    private Calendars() {}

    /** @param totals rows of {@link PeriodTotals} */
    static Calendars of(Dataset<Row> totals) {
        Map<String, Map<String, List<Row>>> periods = new HashMap<>();
        totals.where(PeriodTotals.GRANULARITY
                        .col()
                        .notEqual(Granularity.ALL.code())
                        .and(PeriodTotals.DOCUMENT_COUNT.col().gt(0)))
                .select(
                        PeriodTotals.LANGUAGE.col(),
                        PeriodTotals.GRANULARITY.col(),
                        PeriodTotals.PERIOD_START.col(),
                        PeriodTotals.DOCUMENT_COUNT.col(),
                        PeriodTotals.WORD_COUNT.col(),
                        PeriodTotals.IS_THIN.col())
                .orderBy(PeriodTotals.PERIOD_START.col())
                .collectAsList()
                .forEach(period -> periods.computeIfAbsent(period.getString(0), any -> new HashMap<>())
                        .computeIfAbsent(period.getString(1), any -> new ArrayList<>())
                        .add(period));
        Calendars calendars = new Calendars();
        periods.forEach((language, lengths) -> lengths.forEach((length, rows) -> calendars
                .byLanguage
                .computeIfAbsent(language, any -> new HashMap<>())
                .put(length, new Calendar(Granularity.of(length), rows))));
        return calendars;
    }

    /** The calendar of a granularity and language; null if it has no story. */
    Calendar get(String granularity, String language) {
        return byLanguage.getOrDefault(language, Map.of()).get(granularity);
    }
}
