package org.newsweft.text.reading.date;

import java.time.LocalDate;
import java.util.Objects;

/**
 * When a document was published.
 *
 * @param day the day (UTC where a zone was given), the first day of the month or year at those precisions, or null at
 *     {@link DatePrecision#NONE}
 * @param precision how much of {@code day} is known
 * @param source where it was found
 * @param confidence from 0 to 1; 0 if nothing was found
 */
public record PublicationDate(LocalDate day, DatePrecision precision, DateSource source, double confidence) {
    /** No date is known. */
    public static final PublicationDate UNKNOWN = new PublicationDate(null, DatePrecision.NONE, DateSource.NONE, 0);

    public PublicationDate {
        Objects.requireNonNull(precision, "precision");
        Objects.requireNonNull(source, "source");
        if ((day == null) != (precision == DatePrecision.NONE)) {
            throw new IllegalArgumentException(precision + " does not go with " + day);
        }
        if (!(confidence >= 0 && confidence <= 1)) {
            throw new IllegalArgumentException("confidence " + confidence);
        }
    }
}
