package org.newsweft.jobs.command;

import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.newsweft.store.RunFailure;
import org.newsweft.store.RunFailure.Kind;

/** A time to wait, as people write it: {@code 90s}, {@code 30m}, {@code 2h}. */
final class WaitingTime {
    private static final Pattern FORM = Pattern.compile("([0-9]{1,6})([smh]?)");

    private WaitingTime() {}

    /**
     * The time that the user asked for.
     *
     * @throws RunFailure of kind {@link Kind#USAGE} if it is none
     */
    static Duration asked(String text) {
        try {
            return of(text);
        } catch (IllegalArgumentException e) {
            throw new RunFailure(Kind.USAGE, e.getMessage(), e);
        }
    }

    /**
     * The time that is meant; a number alone are seconds.
     *
     * @throws IllegalArgumentException if it is none
     */
    static Duration of(String text) {
        Matcher form = FORM.matcher(text.strip());
        if (!form.matches()) {
            throw new IllegalArgumentException("no time to wait '%s': write 90s, 30m or 2h".formatted(text));
        }
        long number = Long.parseLong(form.group(1));
        return switch (form.group(2)) {
            case "h" -> Duration.ofHours(number);
            case "m" -> Duration.ofMinutes(number);
            default -> Duration.ofSeconds(number);
        };
    }
}
