package org.newsweft.jobs.trends;

import java.io.Serializable;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.apache.spark.sql.Row;
import org.newsweft.table.figures.PeriodTotals;
import org.newsweft.table.schema.Granularity;

/** The periods of one granularity and language that have a story, in order. Days are counted from 1970-01-01. */
final class Calendar implements Serializable {
    private static final long serialVersionUID = 1;

    private final Granularity length;
    private final int[] days;
    private final long[] documents;
    private final long[] words;
    private final boolean[] thin;

    /** Places of the first period of the window before each, and of the time that its rolling share looks back to. */
    private final int[] windows;

    private final int[] rolling;

    /** @param periods rows of {@link PeriodTotals} with a story, by their start */
    Calendar(Granularity length, List<Row> periods) {
        this.length = length;
        this.days = new int[periods.size()];
        this.documents = new long[days.length];
        this.words = new long[days.length];
        this.thin = new boolean[days.length];
        this.windows = new int[days.length];
        this.rolling = new int[days.length];
        for (int i = 0; i < days.length; i++) {
            Row period = periods.get(i);
            LocalDate start = period.<java.sql.Date>getAs(PeriodTotals.PERIOD_START.name())
                    .toLocalDate();
            days[i] = (int) start.toEpochDay();
            documents[i] = period.getAs(PeriodTotals.DOCUMENT_COUNT.name());
            words[i] = period.getAs(PeriodTotals.WORD_COUNT.name());
            thin[i] = period.getAs(PeriodTotals.IS_THIN.name());
            windows[i] = from(back(start, windowLength()), i);
            rolling[i] = from(back(start, rollingLength() - 1), i);
        }
    }

    int periods() {
        return days.length;
    }

    Granularity length() {
        return length;
    }

    /** First day of a period. */
    int day(int place) {
        return days[place];
    }

    /** Its stories, 1 or more. */
    long documents(int place) {
        return documents[place];
    }

    /** Its words. */
    long words(int place) {
        return words[place];
    }

    /** True if too little was written in it to be compared. */
    boolean isThin(int place) {
        return thin[place];
    }

    /** Place of the period that starts on this day; negative if none does. */
    int place(int day) {
        return Arrays.binarySearch(days, day);
    }

    /** Place of the first period of the window before one; its own where there is none. */
    int windowStart(int place) {
        return windows[place];
    }

    /** Place of the earliest period that the rolling share of one looks back to. */
    int rollingStart(int place) {
        return rolling[place];
    }

    /** Periods of a window that has no gap. */
    int windowLength() {
        return switch (length) {
            case DAY -> 14;
            case WEEK -> 8;
            case MONTH, YEAR -> 6;
            case ALL -> throw noSeries();
        };
    }

    private int rollingLength() {
        return switch (length) {
            case DAY -> 7;
            case WEEK -> 4;
            case MONTH, YEAR -> 3;
            case ALL -> throw noSeries();
        };
    }

    private LocalDate back(LocalDate start, int periods) {
        return switch (length) {
            case DAY -> start.minusDays(periods);
            case WEEK -> start.minusWeeks(periods);
            case MONTH -> start.minusMonths(periods);
            case YEAR -> start.minusYears(periods);
            case ALL -> throw noSeries();
        };
    }

    /** Place of the first period that starts on this day or later. */
    private int from(LocalDate earliest, int upTo) {
        int at = Arrays.binarySearch(days, 0, upTo, (int) earliest.toEpochDay());
        return at >= 0 ? at : -at - 1;
    }

    private static IllegalArgumentException noSeries() {
        return new IllegalArgumentException("granularity all has no series");
    }
}
