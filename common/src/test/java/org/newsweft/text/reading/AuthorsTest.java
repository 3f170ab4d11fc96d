package org.newsweft.text.reading;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AuthorsTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "ABBY GOODRIDGE, THOMAS KAPPLER and ROBERT PEARSE; ABBY GOODRIDGE, THOMAS KAPPLER, ROBERT PEARSE",
                "Colby Bywater and Shelby Darby; Colby Bywater, Shelby Darby",
                "Jane Doe, Staff Writer, The Post; Jane Doe",
                "Devon Calloway Email the author @dcalloway; Devon Calloway",
                "Jane Doe | Updated May 4; Jane Doe",
                "the staff of the paper; ''"
            })
    void everyNameOfABylineIsTaken(String line, String names) {
        assertThat(Authors.inByline(line)).isEqualTo(names);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            nullValues = "-",
            value = {
                "Unknown; -",
                "N/A; -",
                "Staff Writer; -",
                "By Jane Doe; Jane Doe",
                "Jane Doe, Unknown; Jane Doe",
                "Jane Doe, Ph.D.; 'Jane Doe, Ph.D.'",
                "' '; -"
            })
    void nobodyIsNoAuthor(String field, String author) {
        assertThat(Authors.given(field)).isEqualTo(author);
    }
}
