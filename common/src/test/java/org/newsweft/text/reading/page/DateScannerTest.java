package org.newsweft.text.reading.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DateScannerTest {
    private static final LocalDate DAY = LocalDate.of(2013, 4, 15);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2013-04-15",
                "2013/4/15",
                "15.04.2013",
                "April 15, 2013",
                "Monday, Apr. 15th 2013",
                "April 15 at 10:30 am, 2013",
                "15 April 2013",
                "15th of April, 2013",
                "15-Apr-2013",
                "2013 April 15",
                "Apr 15 '13",
                "4/15/13",
                "15/4/2013"
            })
    void readsEveryForm(String text) {
        assertThat(DateScanner.scan("on " + text + " or so", false))
                .extracting(WrittenDate::day)
                .containsExactly(DAY);
    }

    @ParameterizedTest
    @ValueSource(strings = {"31 April 2013", "April 2013", "1.2.3.2013.4", "version 15/4", "May 15", "march 15 men"})
    void readsNothingElse(String text) {
        assertThat(DateScanner.scan(text, false)).isEmpty();
    }

    @Test
    void keepsTheOtherReadingOfAnAmbiguousDate() {
        WrittenDate date = DateScanner.scan("3/4/2015", false).get(0);
        assertThat(date.day()).isEqualTo(LocalDate.of(2015, 3, 4));
        assertThat(date.alternative()).isEqualTo(LocalDate.of(2015, 4, 3));
        assertThat(DateScanner.scan("3/4/2015", true).get(0)).isEqualTo(date.swapped());
    }
}
