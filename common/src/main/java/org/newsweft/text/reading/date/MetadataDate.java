package org.newsweft.text.reading.date;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.newsweft.text.reading.page.DateScanner;
import org.newsweft.text.reading.page.MonthNames;
import org.newsweft.text.reading.page.Whitespace;
import org.newsweft.text.reading.page.WrittenDate;

/**
 * Reads the date field of a record: ISO dates and instants, RFC 822, epoch seconds and milliseconds, written dates, and
 * a month or a year alone. An instant has the day that it is written with: the outlet's own, whatever its zone.
 */
public final class MetadataDate {
    private static final int FIRST_YEAR = 1700;
    static final int MAX_LENGTH = 80;
    private static final Pattern ISO_INSTANT = Pattern.compile(
            "(\\d{4})-(\\d{2})-(\\d{2})(?:[T ](\\d{2}:\\d{2}(?::\\d{2})?)(?:[.,]\\d{1,9})?\\s*(Z|UTC|GMT|[+-]\\d{2}:?\\d{2})?)?");
    private static final Pattern COMPACT = Pattern.compile("(\\d{4})(\\d{2})(\\d{2})(?:T?\\d{6}Z?)?");
    private static final Pattern YEAR_MONTH = Pattern.compile("(\\d{4})[-/](\\d{1,2})");
    private static final Pattern MONTH_YEAR = Pattern.compile("([A-Za-z]{3,9})\\.?,?\\s+(\\d{4})");
    private static final Pattern YEAR = Pattern.compile("\\d{4}");
    private static final Pattern EPOCH = Pattern.compile("-?\\d{9,13}(?:\\.\\d{1,9})?");
    private static final Pattern RFC_822 = Pattern.compile(
            "(?:[A-Za-z]{3},\\s*)?(\\d{1,2}\\s+[A-Za-z]{3}\\s+\\d{4})\\s+(\\d{2}:\\d{2}(?::\\d{2})?)\\s*([+-]\\d{4})?.*");
    private static final double CERTAIN = 1;
    private static final double AMBIGUOUS = .7;
    private static final double CONTRADICTED = .8;

    private MetadataDate() {}

    /**
     * Weighs the field against the URL: of a date that can be read either way the reading that is the day of the URL is
     * right. Otherwise the field stands, but is less sure where the URL names another day.
     *
     * @param date what {@link #parse} gave, or null
     * @param field the record's date field, or null
     * @param urlDay the day of the URL, or null
     * @return the date, or null if there is none
     */
    public static PublicationDate against(PublicationDate date, String field, LocalDate urlDay) {
        if (date == null || urlDay == null || date.precision() != DatePrecision.DAY) {
            return date;
        }
        if (Math.abs(ChronoUnit.DAYS.between(date.day(), urlDay)) <= 1) {
            return dated(isInstant(field) ? urlDay : date.day(), DatePrecision.DAY, CERTAIN);
        }
        List<WrittenDate> written =
                DateScanner.scan(Whitespace.collapse(field, 0, field.length()).strip(), false);
        boolean otherwise = !written.isEmpty()
                && written.get(0).alternative() != null
                && (urlDay.equals(written.get(0).day())
                        || urlDay.equals(written.get(0).alternative()));
        return otherwise
                ? dated(urlDay, DatePrecision.DAY, CERTAIN)
                : dated(date.day(), DatePrecision.DAY, Math.min(date.confidence(), CONTRADICTED));
    }

    /**
     * The day that the page prints, where the field is an instant no more than a day off: one instant has two days, and
     * the outlet's own is the one it shows its readers.
     *
     * @param date what {@link #against} gave, or null
     * @param field the record's date field, or null
     * @param urlDay the day of the URL, or null: it counts before the page's
     * @param printed what the head of the page says
     */
    public static PublicationDate orAsPrinted(
            PublicationDate date, String field, LocalDate urlDay, PublicationDate printed) {
        boolean isPrinted = date != null
                && urlDay == null
                && date.precision() == DatePrecision.DAY
                && printed.precision() == DatePrecision.DAY
                && (printed.source() == DateSource.HEADER || printed.source() == DateSource.BYLINE)
                && isInstant(field)
                && Math.abs(ChronoUnit.DAYS.between(date.day(), printed.day())) == 1;
        return isPrinted ? dated(printed.day(), DatePrecision.DAY, date.confidence()) : date;
    }

    /** True for a date with a time of day. */
    private static boolean isInstant(String field) {
        String text = field.strip();
        Matcher iso = ISO_INSTANT.matcher(text);
        return (iso.lookingAt() && iso.group(4) != null)
                || EPOCH.matcher(text).matches()
                || RFC_822.matcher(text).matches();
    }

    /**
     * Reads the field.
     *
     * @param field the record's date field, or null
     * @param dayFirst how 3/4/2015 is read
     * @param isOrderKnown true if the outlet's other dates say so, false if it is a guess
     * @param today dates later than a day after this are refused, and so are those before 1700
     * @return the date, or null if the field is empty, cannot be read or is refused
     */
    public static PublicationDate parse(String field, boolean dayFirst, boolean isOrderKnown, LocalDate today) {
        String text = field == null
                ? ""
                : Whitespace.collapse(field, 0, field.length()).strip();
        if (text.isEmpty() || text.length() > MAX_LENGTH) {
            return null;
        }
        PublicationDate date = read(text, dayFirst, isOrderKnown);
        boolean credible = date != null
                && date.day().getYear() >= FIRST_YEAR
                && !date.day().isAfter(today.plusDays(1));
        return credible ? date : null;
    }

    private static PublicationDate read(String text, boolean dayFirst, boolean isOrderKnown) {
        try {
            LocalDate instant = instant(text);
            if (instant != null) {
                return dated(instant, DatePrecision.DAY, CERTAIN);
            }
            PublicationDate coarse = monthOrYear(text);
            if (coarse != null) {
                return coarse;
            }
        } catch (DateTimeException | NumberFormatException e) {
            return null; // looked like a date of this form, but there is no such day
        }
        return written(text, dayFirst, isOrderKnown);
    }

    private static LocalDate instant(String text) {
        Matcher iso = ISO_INSTANT.matcher(text);
        if (iso.lookingAt()) {
            return LocalDate.parse(text.substring(0, 10));
        }
        Matcher compact = COMPACT.matcher(text);
        if (compact.matches() && !isMonthless(compact)) {
            return DateScanner.day(number(compact, 1), number(compact, 2), number(compact, 3));
        }
        if (EPOCH.matcher(text).matches()) {
            double value = Double.parseDouble(text);
            long millis = Math.abs(value) >= 1e11 ? (long) value : (long) (value * 1000);
            return Instant.ofEpochMilli(millis).atZone(ZoneOffset.UTC).toLocalDate();
        }
        Matcher rfc = RFC_822.matcher(text);
        if (rfc.matches()) {
            List<WrittenDate> dates = DateScanner.scan(rfc.group(1), true);
            return dates.isEmpty() ? null : dates.get(0).day();
        }
        return null;
    }

    private static boolean isMonthless(Matcher compact) {
        int month = number(compact, 2);
        int year = number(compact, 1);
        return month < 1 || month > 12 || year < FIRST_YEAR || year > 2100;
    }

    private static PublicationDate monthOrYear(String text) {
        if (YEAR.matcher(text).matches()) {
            return dated(LocalDate.of(Integer.parseInt(text), 1, 1), DatePrecision.YEAR, CERTAIN);
        }
        Matcher yearMonth = YEAR_MONTH.matcher(text);
        if (yearMonth.matches()) {
            return dated(LocalDate.of(number(yearMonth, 1), number(yearMonth, 2), 1), DatePrecision.MONTH, CERTAIN);
        }
        Matcher monthYear = MONTH_YEAR.matcher(text);
        int month = monthYear.matches() ? MonthNames.number(text, 0, monthYear.end(1)) : 0;
        return month == 0 ? null : dated(LocalDate.of(number(monthYear, 2), month, 1), DatePrecision.MONTH, CERTAIN);
    }

    private static PublicationDate written(String text, boolean dayFirst, boolean isOrderKnown) {
        List<WrittenDate> dates = DateScanner.scan(text, dayFirst);
        if (dates.isEmpty()) {
            return null;
        }
        WrittenDate date = dates.get(0);
        return dated(date.day(), DatePrecision.DAY, isOrderKnown || date.alternative() == null ? CERTAIN : AMBIGUOUS);
    }

    private static PublicationDate dated(LocalDate day, DatePrecision precision, double confidence) {
        return day == null ? null : new PublicationDate(day, precision, DateSource.METADATA, confidence);
    }

    private static int number(Matcher matcher, int group) {
        return Integer.parseInt(matcher.group(group));
    }
}
