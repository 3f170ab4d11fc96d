package org.newsweft.jobs.evaluate;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.newsweft.table.facts.Documents;
import org.newsweft.table.schema.Table;
import org.newsweft.text.TextOverlap;

/**
 * The day of publication read from pages, and the headline where gold has one, against those given by hand ({@code date},
 * {@code title}). A day is right within one day; a headline if its words are the same. Pages without a gold date count
 * for headlines only.
 */
final class DateEvaluation implements Evaluation {
    private static final String DATE = "date";
    private static final String TITLE = "title";
    private static final String PRECISE = "day";

    /** What a run found. */
    private record Found(LocalDate day, String title) {}

    @Override
    public Optional<Map<String, String>> article(JsonNode gold, String field) {
        return PageArticle.of(gold, gold.hasNonNull(field) ? field : "text");
    }

    @Override
    public Figures figures(List<JsonNode> gold, Function<Table, Dataset<Row>> tables) {
        Map<String, Found> found = found(tables);
        long dated = 0;
        long answered = 0;
        long right = 0;
        long titled = 0;
        long exact = 0;
        for (JsonNode page : gold) {
            Found of = found.getOrDefault(page.path("id").asText(), new Found(null, null));
            LocalDate day = day(page);
            if (day != null) {
                dated++;
                answered += of.day() == null ? 0 : 1;
                right += of.day() != null && Math.abs(ChronoUnit.DAYS.between(day, of.day())) <= 1 ? 1 : 0;
            }
            if (page.hasNonNull(TITLE) && !page.path(TITLE).asText().isEmpty()) {
                titled++;
                exact += TextOverlap.words(page.path(TITLE).asText()).equals(TextOverlap.words(of.title())) ? 1 : 0;
            }
        }
        return new Figures()
                .with("dated_pages", dated)
                .withShare("answered", answered, dated)
                .withShare("precision_within_a_day", right, answered)
                .withShare("accuracy_within_a_day", right, dated)
                .withShare("wrong_date_share", answered - right, dated)
                .with("titled_pages", titled)
                .withShare("title_exact_share", exact, titled);
    }

    /** The gold day, or null; files of other tools write NaN where there is none. */
    private static LocalDate day(JsonNode page) {
        String date = page.path(DATE).isTextual() ? page.path(DATE).asText() : "";
        return date.length() < 10 ? null : LocalDate.parse(date.substring(0, 10));
    }

    private static Map<String, Found> found(Function<Table, Dataset<Row>> tables) {
        Map<String, Found> found = new HashMap<>();
        for (Row row : tables.apply(Documents.TABLE)
                .select(
                        Documents.SOURCE.col(),
                        Documents.PUBLISHED_ON.col(),
                        Documents.PUBLISHED_PRECISION.col(),
                        Documents.TITLE.col())
                .collectAsList()) {
            boolean isDay = PRECISE.equals(row.getString(2));
            found.put(row.getString(0), new Found(isDay ? row.getDate(1).toLocalDate() : null, row.getString(3)));
        }
        return found;
    }
}
