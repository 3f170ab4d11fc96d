package org.newsweft.jobs.trends;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.newsweft.table.schema.Granularity;

/** Counts written down for tests, as JSON rows of term_counts and total_counts. */
final class CountRows {
    /** A Monday. */
    static final LocalDate START = LocalDate.of(2013, 4, 15);

    private CountRows() {}

    /** A word by day from {@link #START}, or by the first day of each week or month from there. */
    static String[] term(Granularity granularity, String term, long... counts) {
        List<String> rows = new ArrayList<>();
        for (int i = 0; i < counts.length; i++) {
            if (counts[i] > 0) {
                rows.add("{'language': 'en', 'kind': 'word', 'term': '" + term
                        + "', 'precision': 'day', 'period_start': '"
                        + day(granularity, i) + "', 'outlet': 'Hill', 'document_count': " + counts[i]
                        + ", 'document_count_with_copies': " + counts[i] + ", 'term_count': " + counts[i] + "}");
            }
        }
        return rows.toArray(String[]::new);
    }

    /** The stories of a corpus in which these words occur. */
    static String[] totals(Granularity granularity, long... documents) {
        List<String> rows = new ArrayList<>();
        for (int i = 0; i < documents.length; i++) {
            rows.add("{'language': 'en', 'precision': 'day', 'period_start': '" + day(granularity, i)
                    + "', 'outlet': 'Hill', 'document_count': " + documents[i] + ", 'document_count_with_copies': "
                    + documents[i] + ", 'sentence_count': " + 20 * documents[i] + ", 'word_count': "
                    + 400 * documents[i]
                    + "}");
        }
        return rows.toArray(String[]::new);
    }

    private static LocalDate day(Granularity granularity, int number) {
        return switch (granularity) {
            case DAY -> START.plusDays(number);
            case WEEK -> START.plusWeeks(number);
            case MONTH -> LocalDate.of(2013, 1, 1).plusMonths(number);
            case YEAR, ALL -> throw new IllegalArgumentException(granularity.code());
        };
    }
}
