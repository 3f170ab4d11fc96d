package org.newsweft.text.reading.date;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.newsweft.text.reading.page.DateScanner;
import org.newsweft.text.reading.page.MonthNames;
import org.newsweft.text.reading.page.PageAddress;

/**
 * The date in the path of a URL.
 *
 * @param day as in /2013/04/15/, /2013/apr/15/, /2013/04/130415-, 2013-04-15, 20130415 or 15-apr-2013; or null
 * @param month as in /2013/04/, or the month of {@code day}; or null
 */
public record UrlDate(LocalDate day, YearMonth month) {
    private static final String YEAR = "((?:19|20)\\d\\d)";
    private static final Pattern DIRECTORIES =
            Pattern.compile("/" + YEAR + "[/_-]?(\\d\\d|[a-z]{3,9})[/_-]?(\\d{1,2})(?=[/_\\-.?]|$)");
    private static final Pattern ISO = Pattern.compile("(?<!\\d)" + YEAR + "[-_](\\d\\d)[-_](\\d\\d)(?!\\d)");
    private static final Pattern COMPACT = Pattern.compile("[/_-](20[0-3]\\d)(\\d\\d)(\\d\\d)(?=[/_\\-.]|\\d{0,8}$)");
    private static final Pattern DAY_FIRST = Pattern.compile("(?<!\\d)(\\d{1,2})-([a-z]{3,9})-" + YEAR + "(?!\\d)");
    /** /2015/08/150803-: the short date says the same year and month as the folders. */
    private static final Pattern SHORT = Pattern.compile("/(?:19|20)(\\d\\d)/(\\d\\d)/\\1\\2(\\d\\d)(?=[/_\\-.]|$)");

    private static final Pattern MONTH = Pattern.compile("/" + YEAR + "[/_-](\\d\\d|[a-z]{3,9})(?=[/_\\-.]|$)");
    /** No address of the web is older; earlier "years" are parts of numbers. */
    private static final int FIRST_YEAR = 1990;

    private static final int MAX_PATH = 2_000;

    /** What the path tells; both parts null if nothing. Paths are cut after 2,000 characters. */
    public static UrlDate of(PageAddress address) {
        String path = address.path();
        path = path.length() > MAX_PATH ? path.substring(0, MAX_PATH) : path;
        if (path.chars().noneMatch(c -> c >= '0' && c <= '9')) {
            return new UrlDate(null, null);
        }
        LocalDate day = firstDay(path);
        Matcher matcher = MONTH.matcher(path);
        if (matcher.find()) {
            int month = monthOf(matcher.group(2));
            if (month >= 1 && month <= 12) {
                return new UrlDate(day, YearMonth.of(Integer.parseInt(matcher.group(1)), month));
            }
        }
        return new UrlDate(day, day == null ? null : YearMonth.from(day));
    }

    private static LocalDate firstDay(String path) {
        for (Pattern pattern : new Pattern[] {DIRECTORIES, ISO, COMPACT, DAY_FIRST}) {
            Matcher matcher = pattern.matcher(path);
            while (matcher.find()) {
                boolean dayFirst = pattern == DAY_FIRST;
                int year = Integer.parseInt(matcher.group(dayFirst ? 3 : 1));
                int day = Integer.parseInt(matcher.group(dayFirst ? 1 : 3));
                LocalDate found = DateScanner.day(year, monthOf(matcher.group(2)), day);
                if (found != null && year >= FIRST_YEAR) {
                    return found;
                }
            }
        }
        Matcher shortDate = SHORT.matcher(path);
        if (shortDate.find()) {
            int year = Integer.parseInt(path, shortDate.start() + 1, shortDate.start() + 5, 10);
            LocalDate found =
                    DateScanner.day(year, Integer.parseInt(shortDate.group(2)), Integer.parseInt(shortDate.group(3)));
            return found != null && year >= FIRST_YEAR ? found : null;
        }
        return null;
    }

    private static int monthOf(String text) {
        return Character.isDigit(text.charAt(0)) ? Integer.parseInt(text) : MonthNames.number(text);
    }
}
