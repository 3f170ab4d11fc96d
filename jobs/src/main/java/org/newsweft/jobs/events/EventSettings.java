package org.newsweft.jobs.events;

import java.io.Serializable;

/**
 * What counts as one happening.
 *
 * <p>Tuned on one half of 33 events of 174 articles of many outlets (Giveme5W1H), tried on the other half, and read on
 * 1,300 articles of one outlet. Between a likeness of .07 and .11 the score of both halves does not move; above, events
 * that are told in other words fall apart, below, affairs of weeks run together in a corpus that is dense.
 *
 * @param likeness mean likeness of the stories of an event, from 0 to 1, at least
 * @param faintLikeness pairs less alike than this count as not alike at all
 * @param termsPerStory so many terms of a story are compared, those that weigh most
 * @param fullDay a day with so many stories or more counts as a whole day of news
 * @param fadingDays after so many days of news two stories are 1/e as alike as on the same day
 * @param windowNewsDays stories further apart in days of news are not compared
 * @param windowDays nor are stories further apart in days of the calendar
 * @param undatedLikeness mean likeness to the stories of an event that an undated story needs to join it: more, since
 *     no date speaks for it
 * @param storiesPerPeriod terms are weighed within the month of their story, if it has so many stories, else within its
 *     year, if that has, else within the corpus
 */
record EventSettings(
        double likeness,
        double faintLikeness,
        int termsPerStory,
        int fullDay,
        double fadingDays,
        int windowNewsDays,
        int windowDays,
        double undatedLikeness,
        long storiesPerPeriod)
        implements Serializable {
    static final EventSettings USUAL = new EventSettings(.11, .02, 100, 10, 10, 20, 60, .2, 2_000);

    /** Checks the settings. */
    EventSettings {
        if (!(likeness > 0 && likeness <= 1) || !(faintLikeness > 0 && faintLikeness <= likeness)) {
            throw new IllegalArgumentException(
                    "likeness %s, faint likeness %s: must be above 0, and the second not above the first"
                            .formatted(likeness, faintLikeness));
        }
        if (termsPerStory < 1 || fullDay < 1 || windowNewsDays < 1 || windowDays < 0 || storiesPerPeriod < 1) {
            throw new IllegalArgumentException("counts must be 1 or more: " + termsPerStory + ", " + fullDay + ", "
                    + windowNewsDays + ", " + windowDays + ", " + storiesPerPeriod);
        }
    }
}
