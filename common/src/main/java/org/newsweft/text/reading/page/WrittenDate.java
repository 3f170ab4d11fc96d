package org.newsweft.text.reading.page;

import java.time.LocalDate;

/**
 * A date as it is written somewhere in a text.
 *
 * @param start first UTF-16 unit in the text that was scanned
 * @param end one past the last
 * @param day the likelier reading
 * @param alternative the other reading of a date such as 3/4/2015, or null
 */
public record WrittenDate(int start, int end, LocalDate day, LocalDate alternative) {
    /** The same with its two readings exchanged. */
    public WrittenDate swapped() {
        return new WrittenDate(start, end, alternative, day);
    }
}
