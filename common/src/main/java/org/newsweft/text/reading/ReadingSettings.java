package org.newsweft.text.reading;

import java.time.LocalDate;
import java.util.Objects;

/**
 * How records are read.
 *
 * @param keepBoilerplate true if the body is to be the input text, unchanged to the character
 * @param today the run's own date: dates more than a day later are refused
 */
public record ReadingSettings(boolean keepBoilerplate, LocalDate today) {
    public ReadingSettings {
        Objects.requireNonNull(today, "today");
    }
}
