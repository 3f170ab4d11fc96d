package org.newsweft.text.reading.date;

import java.time.LocalDate;
import org.newsweft.text.reading.page.DateScanner;
import org.newsweft.text.reading.page.Interval;
import org.newsweft.text.reading.page.Marker;
import org.newsweft.text.reading.page.Page;
import org.newsweft.text.reading.page.TextBlock;

/**
 * The year of the copyright line that closes an article: "- © AFP, 2013". The footer of a site carries the year of the
 * visit and is not believed: the line has to stand right under the article and to name one year only.
 */
public final class CopyrightYear {
    private static final int BLOCKS_BELOW = 2;
    private static final int BLOCKS_INSIDE = 2;
    private static final int MAX_WORDS = 20;
    private static final double CONFIDENCE = .7;

    private CopyrightYear() {}

    /** The year, or {@link PublicationDate#UNKNOWN}. */
    public static PublicationDate find(Page page, Interval article, LocalDate today) {
        int to = Math.min(page.size(), article.last() + BLOCKS_BELOW + 1);
        for (int i = Math.max(0, article.last() - BLOCKS_INSIDE); i < to; i++) {
            TextBlock block = page.block(i);
            int year = block.words <= MAX_WORDS && block.has(Marker.COPY) ? onlyYear(page, block) : 0;
            if (year >= DateScanner.FIRST_YEAR && year <= today.getYear()) {
                return new PublicationDate(
                        LocalDate.of(year, 1, 1), DatePrecision.YEAR, DateSource.COPYRIGHT, CONFIDENCE);
            }
        }
        return PublicationDate.UNKNOWN;
    }

    private static int onlyYear(Page page, TextBlock block) {
        int year = 0;
        for (int part : block.parts) {
            String word = page.vocabulary().word(part);
            if (word.length() == 4 && word.chars().allMatch(c -> c >= '0' && c <= '9')) {
                if (year != 0) {
                    return 0;
                }
                year = Integer.parseInt(word);
            }
        }
        return year;
    }
}
