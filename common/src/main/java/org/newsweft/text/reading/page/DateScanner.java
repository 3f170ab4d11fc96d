package org.newsweft.text.reading.page;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Finds full dates (day, month and year) in a text: 2013-04-15, April 15th, 2013, 15 April 2013, 15-Apr-2013, 2013 April
 * 15, Apr 15 '13, 15/4/2013, 4/15/13. One pass over runs of digits and letters; nothing to backtrack.
 */
public final class DateScanner {
    /** Days of two-digit and unnamed years before this are no dates of a news page. */
    public static final int FIRST_YEAR = 1900;

    private static final int LAST_YEAR = 2099;
    private static final int PIVOT = 70;
    private static final int MAX_GAP = 4;

    private final String text;
    private final boolean dayFirst;
    private int[] starts = new int[32];
    private int[] ends = new int[32];
    /** Value of a run of digits; for letters minus the number of the month, or {@link #WORD}. */
    private int[] values = new int[32];

    private int count;
    private int matchEnd;

    private static final int WORD = Integer.MIN_VALUE;

    private DateScanner(String text, boolean dayFirst) {
        this.text = text;
        this.dayFirst = dayFirst;
        tokenize();
    }

    /**
     * Finds all full dates of a text.
     *
     * @param text what to scan; white space should be collapsed
     * @param dayFirst how 3/4/2015 is read where nothing else decides
     * @return the dates in order, none overlapping
     */
    public static List<WrittenDate> scan(String text, boolean dayFirst) {
        return new DateScanner(text, dayFirst).find();
    }

    private void tokenize() {
        int i = 0;
        while (i < text.length()) {
            char c = text.charAt(i);
            int from = i;
            if (isDigit(c)) {
                while (i < text.length() && isDigit(text.charAt(i))) {
                    i++;
                }
                add(from, i, i - from <= 8 ? Integer.parseInt(text, from, i, 10) : Integer.MAX_VALUE);
            } else if (Character.isLetter(c)) {
                while (i < text.length() && Character.isLetter(text.charAt(i))) {
                    i++;
                }
                int month = MonthNames.number(text, from, i);
                add(from, i, month > 0 ? -month : WORD);
            } else {
                i++;
            }
        }
    }

    private void add(int from, int to, int value) {
        if (count == starts.length) {
            starts = Arrays.copyOf(starts, count * 2);
            ends = Arrays.copyOf(ends, count * 2);
            values = Arrays.copyOf(values, count * 2);
        }
        starts[count] = from;
        ends[count] = to;
        values[count] = value;
        count++;
    }

    private List<WrittenDate> find() {
        List<WrittenDate> found = new ArrayList<>(2);
        int i = 0;
        while (i < count) {
            WrittenDate date = at(i);
            if (date == null) {
                i++;
            } else {
                found.add(date);
                i = matchEnd;
            }
        }
        return found;
    }

    private WrittenDate at(int i) {
        if (isMonth(i)) {
            return monthFirst(i);
        }
        if (isYear(i)) {
            WrittenDate iso = isoDate(i);
            return iso != null ? iso : yearFirst(i);
        }
        if (isDayNumber(i)) {
            WrittenDate dayMonth = dayThenMonth(i);
            return dayMonth != null ? dayMonth : numeric(i);
        }
        return null;
    }

    /** 2013-04-15, 2013/4/15, 2013.04.15. */
    private WrittenDate isoDate(int i) {
        if (!isDayNumber(i + 1) || !isDayNumber(i + 2)) {
            return null;
        }
        char separator = separator(i);
        if (separator == 0 || separator != separator(i + 1)) {
            return null;
        }
        return written(i, i + 2, day(values[i], values[i + 1], values[i + 2]), null);
    }

    /** April 15, 2013; April 15th 2013; April 15 at 10:30 am, 2013; Apr 15 '13. */
    private WrittenDate monthFirst(int i) {
        if (!isDayNumber(i + 1) || !gapOf(i, " .")) {
            return null;
        }
        int last = skipOrdinal(i + 1);
        if (isYear(last + 1) && gapOf(last, " ,")) {
            return written(i, last + 1, day(values[last + 1], month(i), values[i + 1]), null);
        }
        if (isNumber(last + 1, 2) && ends[last] < starts[last + 1] && isApostrophe(text.charAt(starts[last + 1] - 1))) {
            return written(i, last + 1, day(fullYear(values[last + 1]), month(i), values[i + 1]), null);
        }
        int afterClock = skipClock(last);
        if (afterClock > last && isYear(afterClock + 1) && gapOf(afterClock, " ,.")) {
            return written(i, afterClock + 1, day(values[afterClock + 1], month(i), values[i + 1]), null);
        }
        return null;
    }

    /** 15 April 2013, 15th of April, 2013, 15-Apr-2013. */
    private WrittenDate dayThenMonth(int i) {
        int last = skipOrdinal(i);
        if (isWord(last + 1, "of") && gapOf(last, " ")) {
            last++;
        }
        if (!isMonth(last + 1) || !gapOf(last, " -/.,") || !isYear(last + 2) || !gapOf(last + 1, " -/.,")) {
            return null;
        }
        return written(i, last + 2, day(values[last + 2], month(last + 1), values[i]), null);
    }

    /** 2013 April 15. */
    private WrittenDate yearFirst(int i) {
        if (!isMonth(i + 1) || !gapOf(i, " -/.,") || !isDayNumber(i + 2) || !gapOf(i + 1, " -/.,")) {
            return null;
        }
        return written(i, i + 2, day(values[i], month(i + 1), values[i + 2]), null);
    }

    /** 15/4/2013, 4/15/13, 15.4.2013: above 12 decides, then a full stop means day first, then the caller's word. */
    private WrittenDate numeric(int i) {
        char separator = separator(i);
        if (separator == 0 || separator != separator(i + 1) || !isDayNumber(i + 1) || touches(starts[i] - 1)) {
            return null;
        }
        boolean shortYear = isNumber(i + 2, 2);
        if ((!shortYear && !isYear(i + 2)) || (shortYear && (separator != '/' || values[i + 2] < 5))) {
            return null;
        }
        int after = ends[i + 2];
        if (touches(after) && after + 1 < text.length() && isDigit(text.charAt(after + 1))) {
            return null;
        }
        int year = shortYear ? fullYear(values[i + 2]) : values[i + 2];
        LocalDate monthThenDay = day(year, values[i], values[i + 1]);
        LocalDate dayThenMonth = day(year, values[i + 1], values[i]);
        boolean preferDay = dayFirst || separator == '.';
        LocalDate first = preferDay ? dayThenMonth : monthThenDay;
        LocalDate second = preferDay ? monthThenDay : dayThenMonth;
        if (first == null) {
            return written(i, i + 2, second, null);
        }
        return written(i, i + 2, first, first.equals(second) ? null : second);
    }

    /** "at 10:30 am" or "10:30" after the day: the index of its last token, or {@code last} if there is none. */
    private int skipClock(int last) {
        int at = isWord(last + 1, "at") ? last + 1 : last;
        if (!isDayNumber(at + 1) || !isNumber(at + 2, 2) || !gapOf(at + 1, ":")) {
            return last;
        }
        int end = at + 2;
        if (isWord(end + 1, "am") || isWord(end + 1, "pm")) {
            end++;
        } else if ((isWord(end + 1, "a") || isWord(end + 1, "p")) && isWord(end + 2, "m")) {
            end += 2;
        }
        return end;
    }

    private int skipOrdinal(int i) {
        if (i + 1 < count && starts[i + 1] == ends[i]) {
            if (isWord(i + 1, "st") || isWord(i + 1, "nd") || isWord(i + 1, "rd") || isWord(i + 1, "th")) {
                return i + 1;
            }
        }
        return i;
    }

    private WrittenDate written(int first, int last, LocalDate day, LocalDate alternative) {
        if (day == null) {
            return null;
        }
        matchEnd = last + 1;
        return new WrittenDate(starts[first], ends[last], day, alternative);
    }

    private boolean isMonth(int i) {
        return i < count && values[i] < 0 && values[i] != WORD;
    }

    private int month(int i) {
        return -values[i];
    }

    private boolean isYear(int i) {
        return isNumber(i, 4) && values[i] >= FIRST_YEAR && values[i] <= LAST_YEAR;
    }

    private boolean isDayNumber(int i) {
        return isNumber(i, 1) || isNumber(i, 2);
    }

    private boolean isNumber(int i, int digits) {
        return i < count && values[i] >= 0 && ends[i] - starts[i] == digits;
    }

    private boolean isWord(int i, String word) {
        return i < count
                && values[i] == WORD
                && ends[i] - starts[i] == word.length()
                && text.regionMatches(true, starts[i], word, 0, word.length());
    }

    /** True if nothing but these characters, at most four, stands between a token and the next. */
    private boolean gapOf(int i, String allowed) {
        if (i + 1 >= count || starts[i + 1] - ends[i] > MAX_GAP) {
            return false;
        }
        for (int at = ends[i]; at < starts[i + 1]; at++) {
            if (allowed.indexOf(text.charAt(at)) < 0) {
                return false;
            }
        }
        return true;
    }

    /** The single - / or . between a token and the next, or 0. */
    private char separator(int i) {
        if (i + 1 >= count || starts[i + 1] - ends[i] != 1) {
            return 0;
        }
        char c = text.charAt(ends[i]);
        return c == '-' || c == '/' || c == '.' ? c : 0;
    }

    private boolean touches(int at) {
        return at >= 0 && at < text.length() && "/.-".indexOf(text.charAt(at)) >= 0;
    }

    private static boolean isApostrophe(char c) {
        return c == '\'' || c == '’';
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    private static int fullYear(int twoDigits) {
        return twoDigits < PIVOT ? 2000 + twoDigits : 1900 + twoDigits;
    }

    /** The day, or null if there is no such day. */
    public static LocalDate day(int year, int month, int day) {
        try {
            return month < 1 || month > 12 || day < 1 ? null : LocalDate.of(year, month, day);
        } catch (DateTimeException e) {
            return null; // 31 April and the like
        }
    }

    /** True if a block has a day and a month side by side, or a numeric date; a year is not needed. */
    static boolean looksLikeDate(BlockScanner block, PageVocabulary vocabulary) {
        for (int i = 0; i < block.partCount; i++) {
            if (vocabulary.isMonth(block.parts[i])
                    && ((isDay(block, vocabulary, i - 1) && near(block, i - 1))
                            || (isDay(block, vocabulary, i + 1) && near(block, i)))) {
                return true;
            }
            if (isNumericDate(block, i)) {
                return true;
            }
        }
        return false;
    }

    private static boolean near(BlockScanner block, int i) {
        return block.partStarts[i + 1] - block.partEnds[i] <= 2;
    }

    private static boolean isDay(BlockScanner block, PageVocabulary vocabulary, int i) {
        if (i < 0 || i >= block.partCount || !isDigit(block.text.charAt(block.partStarts[i]))) {
            return false;
        }
        String word = vocabulary.word(block.parts[i]);
        int digits = 1;
        while (digits < word.length() && isDigit(word.charAt(digits))) {
            digits++;
        }
        String ending = word.substring(digits);
        return digits <= 2
                && (ending.isEmpty()
                        || ending.equals("st")
                        || ending.equals("nd")
                        || ending.equals("rd")
                        || ending.equals("th"));
    }

    private static boolean isNumericDate(BlockScanner block, int i) {
        if (i + 2 >= block.partCount || !isDigit(block.text.charAt(block.partStarts[i]))) {
            return false;
        }
        int first = block.partEnds[i] - block.partStarts[i];
        int second = block.partEnds[i + 1] - block.partStarts[i + 1];
        int third = block.partEnds[i + 2] - block.partStarts[i + 2];
        boolean tight = block.partStarts[i + 1] == block.partEnds[i] + 1
                && block.partStarts[i + 2] == block.partEnds[i + 1] + 1;
        if (!tight
                || second > 2
                || !isDigit(block.text.charAt(block.partStarts[i + 1]))
                || !isDigit(block.text.charAt(block.partStarts[i + 2]))) {
            return false;
        }
        char separator = block.text.charAt(block.partEnds[i]);
        return (first == 4 && separator == '-' && third <= 2)
                || (first <= 2 && (separator == '/' || separator == '.') && (third == 2 || third == 4));
    }
}
