package org.newsweft.text.reading.date;

import java.time.LocalDate;
import org.newsweft.text.reading.page.DateScanner;
import org.newsweft.text.reading.page.Marker;
import org.newsweft.text.reading.page.Page;
import org.newsweft.text.reading.page.PageAddress;
import org.newsweft.text.reading.page.TextBlock;
import org.newsweft.text.reading.page.WrittenDate;

/**
 * What the dates in figures on a page say of the order in which its outlet writes day and month.
 *
 * @param order the order they show, {@link DateOrder#UNKNOWN} if none shows one or they contradict each other
 * @param isAmbiguous true if one of them could be read either way
 */
public record NumericDates(DateOrder order, boolean isAmbiguous) {
    private static final int MAX_PART_OF_YEAR = 12;

    /**
     * Looks at the dates of the text and at the record's own; one that could be read either way shows the order if only
     * one reading is the day of the URL.
     */
    public static NumericDates of(Page page, String field, PageAddress address) {
        Count count = new Count(UrlDate.of(address).day());
        for (TextBlock block : page.blocks()) {
            if (block.digits > 0 && block.has(Marker.DATE)) {
                count.add(block.text);
            }
        }
        if (field != null && field.length() <= MetadataDate.MAX_LENGTH) {
            count.add(field);
        }
        boolean contradicts = count.dayFirst && count.monthFirst;
        DateOrder order = contradicts || (!count.dayFirst && !count.monthFirst)
                ? DateOrder.UNKNOWN
                : count.dayFirst ? DateOrder.DAY_FIRST : DateOrder.MONTH_FIRST;
        return new NumericDates(order, count.ambiguous);
    }

    private static final class Count {
        private final LocalDate urlDay;
        private boolean dayFirst;
        private boolean monthFirst;
        private boolean ambiguous;

        Count(LocalDate urlDay) {
            this.urlDay = urlDay;
        }

        void add(String text) {
            for (WrittenDate date : DateScanner.scan(text, false)) {
                char separator = text.charAt(Math.min(date.end(), date.start() + digits(text, date.start())));
                boolean inFigures = digits(text, date.start()) <= 2 && (separator == '/' || separator == '-');
                if (inFigures && Character.isDigit(text.charAt(date.start() + digits(text, date.start()) + 1))) {
                    int first = Integer.parseInt(text, date.start(), date.start() + digits(text, date.start()), 10);
                    count(date, first);
                }
            }
        }

        private void count(WrittenDate date, int first) {
            if (date.alternative() != null) {
                ambiguous = true;
                monthFirst |= date.day().equals(urlDay);
                dayFirst |= date.alternative().equals(urlDay);
            } else if (date.day().getDayOfMonth() > MAX_PART_OF_YEAR) {
                dayFirst |= first > MAX_PART_OF_YEAR;
                monthFirst |= first <= MAX_PART_OF_YEAR;
            }
        }

        private static int digits(String text, int from) {
            int end = from;
            while (end < text.length() && text.charAt(end) >= '0' && text.charAt(end) <= '9') {
                end++;
            }
            return end - from;
        }
    }
}
