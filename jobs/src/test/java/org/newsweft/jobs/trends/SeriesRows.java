package org.newsweft.jobs.trends;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** Series written down for tests, as JSON rows of the frame that {@link TermSeries} gives. */
final class SeriesRows {
    static final String SCHEMA = "granularity string, kind string, term string, corpus_documents bigint,"
            + " corpus_periods bigint, points array<struct<day int, term_count bigint, document_count bigint,"
            + " document_count_with_copies bigint, period_documents bigint, period_words bigint,"
            + " rolling_share double, z_score double>>";

    private SeriesRows() {}

    /** A word on the days from Monday, 2013-04-15, of a corpus that has as many documents on each of them, and no others. */
    static String daily(String term, long documentsPerDay, long... counts) {
        List<String> points = new ArrayList<>();
        for (int i = 0; i < counts.length; i++) {
            points.add(point(LocalDate.of(2013, 4, 15).plusDays(i), counts[i], documentsPerDay));
        }
        return row("day", term, documentsPerDay * counts.length, counts.length, points);
    }

    /** A word in January and February 2013, the whole of the corpus. */
    static String monthly(String term, long january, long ofJanuary, long february, long ofFebruary) {
        return row(
                "month",
                term,
                ofJanuary + ofFebruary,
                2,
                List.of(
                        point(LocalDate.of(2013, 1, 1), january, ofJanuary),
                        point(LocalDate.of(2013, 2, 1), february, ofFebruary)));
    }

    private static String row(String granularity, String term, long documents, long periods, List<String> points) {
        return "{'granularity': '" + granularity + "', 'kind': 'word', 'term': '" + term + "', 'corpus_documents': "
                + documents + ", 'corpus_periods': " + periods + ", 'points': [" + String.join(", ", points) + "]}";
    }

    private static String point(LocalDate day, long count, long documents) {
        return "{'day': " + day.toEpochDay() + ", 'document_count': " + count + ", 'period_documents': " + documents
                + "}";
    }
}
