package org.newsweft.text.reading.date;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MetadataDateTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 22);

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "2014-04-16                        | 2014-04-16",
                "2014-04-16T23:30:00-05:00         | 2014-04-16",
                "2014-04-16T01:30:00.123+02:00     | 2014-04-16",
                "2014-04-16 10:00:00               | 2014-04-16",
                "20140416                          | 2014-04-16",
                "Wed, 16 Apr 2014 23:30:00 -0500   | 2014-04-16",
                "Wed, 16 Apr 2014 23:30:00 EST     | 2014-04-16",
                "Wed, 16 Apr 2014 10:00:00 GMT     | 2014-04-16",
                "1397606400                        | 2014-04-16",
                "1397606400000                     | 2014-04-16",
                "16 april 2014                     | 2014-04-16",
                "April 16th, 2014 at 10:30 am      | 2014-04-16",
                "1790-01-08                        | 1790-01-08"
            })
    void readsADay(String field, LocalDate day) {
        PublicationDate date = MetadataDate.parse(field, false, false, TODAY);
        assertThat(date).isNotNull();
        assertThat(date.day()).isEqualTo(day);
        assertThat(date.precision()).isEqualTo(DatePrecision.DAY);
    }

    @Test
    void keepsThePrecisionThatWasGiven() {
        assertThat(MetadataDate.parse("2014", false, false, TODAY).precision()).isEqualTo(DatePrecision.YEAR);
        assertThat(MetadataDate.parse("2014-04", false, false, TODAY).precision())
                .isEqualTo(DatePrecision.MONTH);
        assertThat(MetadataDate.parse("April 2014", false, false, TODAY).day()).isEqualTo(LocalDate.of(2014, 4, 1));
    }

    @Test
    void dayOrMonthFirstIsTheCallersWord() {
        assertThat(MetadataDate.parse("3/4/2014", false, false, TODAY).day()).isEqualTo(LocalDate.of(2014, 3, 4));
        assertThat(MetadataDate.parse("3/4/2014", true, false, TODAY).day()).isEqualTo(LocalDate.of(2014, 4, 3));
        assertThat(MetadataDate.parse("16/4/2014", false, false, TODAY).day()).isEqualTo(LocalDate.of(2014, 4, 16));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "yesterday", "2014-02-30", "1650-01-01", "2026-11-24", "99999999999999999999"})
    void refusesWhatIsNoDateOrAbsurd(String field) {
        assertThat(MetadataDate.parse(field, false, false, TODAY)).isNull();
    }

    @Test
    void tomorrowIsStillPossibleSomewhere() {
        assertThat(MetadataDate.parse("2026-11-23", false, false, TODAY)).isNotNull();
    }

    @Test
    void theUrlDecidesBetweenTwoReadingsAndCastsDoubtOnAnotherDay() {
        assertThat(against("3/4/2014", "2014-04-03").day()).isEqualTo(LocalDate.of(2014, 4, 3));
        assertThat(against("3/4/2014", "2014-04-03").confidence()).isEqualTo(1);
        assertThat(against("2014-04-16", "2014-04-15").confidence()).isEqualTo(1);
        assertThat(against("2014-05-16", "2014-04-15"))
                .isEqualTo(new PublicationDate(LocalDate.of(2014, 5, 16), DatePrecision.DAY, DateSource.METADATA, .8));
        assertThat(against("2014", "2014-04-15").precision()).isEqualTo(DatePrecision.YEAR);
        assertThat(MetadataDate.against(null, null, LocalDate.of(2014, 4, 15))).isNull();
    }

    @Test
    void theOutletsOwnDayOfAnInstantIsThatOfItsAddressOrPage() {
        assertThat(against("2017-02-01T04:30:00Z", "2017-01-31").day()).isEqualTo(LocalDate.of(2017, 1, 31));
        // A day without a time of day is no instant: the address may be of the day of writing.
        assertThat(against("2017-02-01", "2017-01-31").day()).isEqualTo(LocalDate.of(2017, 2, 1));
        PublicationDate given = MetadataDate.parse("2017-02-01T04:30:00Z", false, false, TODAY);
        PublicationDate printed =
                new PublicationDate(LocalDate.of(2017, 1, 31), DatePrecision.DAY, DateSource.HEADER, .9);
        assertThat(MetadataDate.orAsPrinted(given, "2017-02-01T04:30:00Z", null, printed)
                        .day())
                .isEqualTo(LocalDate.of(2017, 1, 31));
        assertThat(MetadataDate.orAsPrinted(given, "2017-02-01T04:30:00Z", LocalDate.of(2017, 2, 1), printed)
                        .day())
                .isEqualTo(LocalDate.of(2017, 2, 1));
        assertThat(MetadataDate.orAsPrinted(given, "2017-02-01", null, printed).day())
                .isEqualTo(LocalDate.of(2017, 2, 1));
    }

    private static PublicationDate against(String field, String urlDay) {
        return MetadataDate.against(MetadataDate.parse(field, false, false, TODAY), field, LocalDate.parse(urlDay));
    }
}
