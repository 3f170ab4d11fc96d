package org.newsweft.jobs;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.concat_ws;
import static org.apache.spark.sql.functions.format_number;
import static org.apache.spark.sql.functions.round;
import static org.apache.spark.sql.functions.substring;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;
import org.newsweft.table.Tables;
import org.newsweft.table.facts.Blocks;
import org.newsweft.table.facts.Documents;
import org.newsweft.table.facts.Quotes;
import org.newsweft.table.figures.CooccurrenceEvidence;
import org.newsweft.table.figures.Entities;
import org.newsweft.table.figures.EntityCooccurrence;
import org.newsweft.table.figures.EntityTone;
import org.newsweft.table.figures.PeriodTotals;

/**
 * The five articles through the real command line, compared with small files that a person can read and judge: {@code
 * src/test/resources/golden}. Rewrite them with {@code -Dnewsweft.update=true} and look at the difference.
 */
class GoldenTest {
    private static final Path GOLDEN = Path.of("src/test/resources/golden");

    @Test
    void theFiveArticlesGiveTheseTables() throws IOException {
        Map<String, String> found = PublishedTables.read(SeedWarehouse.get(), GoldenTest::views);
        if (Boolean.getBoolean("newsweft.update")) {
            Files.createDirectories(GOLDEN);
            for (Map.Entry<String, String> view : found.entrySet()) {
                Files.writeString(GOLDEN.resolve(view.getKey() + ".txt"), view.getValue());
            }
        }
        for (Map.Entry<String, String> view : found.entrySet()) {
            assertThat(view.getValue())
                    .as("golden/%s.txt; if the change is right, run with -Dnewsweft.update=true", view.getKey())
                    .isEqualTo(Files.readString(GOLDEN.resolve(view.getKey() + ".txt")));
        }
    }

    @Test
    void everyTableOfTheContractIsThere() {
        List<String> columns = PublishedTables.read(
                SeedWarehouse.get(),
                tables -> Tables.published().stream()
                        .map(table -> table.name()
                                + Arrays.toString(tables.table(table).columns()))
                        .toList());
        assertThat(columns)
                .isEqualTo(Tables.published().stream()
                        .map(table ->
                                table.name() + Arrays.toString(table.schema().fieldNames()))
                        .toList());
    }

    @Test
    void chinaAndTheUnitedStatesAreTheStrongestPairOfCountries() {
        String strongest = PublishedTables.read(SeedWarehouse.get(), tables -> {
            Row pair = sentencePairs(tables)
                    .where(EntityCooccurrence.ENTITY_A
                            .col()
                            .startsWith("country:")
                            .and(EntityCooccurrence.ENTITY_B.col().startsWith("country:")))
                    .orderBy(EntityCooccurrence.N_AB.col().desc())
                    .select(EntityCooccurrence.ENTITY_A.col(), EntityCooccurrence.ENTITY_B.col())
                    .first();
            return pair.getString(0) + " " + pair.getString(1);
        });
        assertThat(strongest).isEqualTo("country:CN country:US");
    }

    @Test
    void theSummaryIsWorthReading() throws IOException {
        CommandResult tables = CommandResult.of(
                        "tables", "--warehouse", SeedWarehouse.get().toString())
                .succeeded();
        assertThat(tables.out())
                .contains("documents  (5 rows)", "entity_cooccurrence  (")
                .contains("npmi");
        CommandResult history = CommandResult.of(
                        "history", "--warehouse", SeedWarehouse.get().toString())
                .succeeded();
        assertThat(history.out().lines())
                .hasSize(3)
                .anySatisfy(run -> assertThat(run).startsWith("* ").contains(" 5        5 "))
                .last()
                .asString()
                .startsWith("1 runs are kept; the warehouse takes ");
        assertThat(Files.readString(SeedWarehouse.get().resolve("views.sql")))
                .contains("CREATE OR REPLACE VIEW documents AS SELECT * FROM read_parquet(");
    }

    @Test
    void theReportIsWrittenOnceARun() throws IOException {
        Path report = SeedWarehouse.get().resolve("report/index.html");
        String page = Files.readString(report);
        String run = "<meta name=\"run\" content=\"2";
        assertThat(page).contains(run);
        Files.writeString(report, page.replace(run, run.replace("2", "1")));
        SeedWarehouse.runAgain();
        assertThat(report).as("the report of another run is written anew").hasContent(page);
        FileTime written = Files.getLastModifiedTime(report);
        SeedWarehouse.runAgain();
        assertThat(Files.getLastModifiedTime(report))
                .as("nothing new: it stays as it is")
                .isEqualTo(written);
    }

    private static Map<String, String> views(PublishedTables tables) {
        Map<String, String> views = new TreeMap<>();
        views.put(
                "documents",
                lines(
                        tables.table(Documents.TABLE),
                        "source",
                        "outlet",
                        "author",
                        "title",
                        "published_on",
                        "published_precision",
                        "published_from",
                        "agency",
                        "sentence_count",
                        "is_copy"));
        views.put(
                "blocks",
                lines(
                        tables.table(Blocks.TABLE)
                                .join(
                                        tables.table(Documents.TABLE)
                                                .select(
                                                        col("doc_id"),
                                                        substring(col("source"), 1, 3)
                                                                .as("article")),
                                        "doc_id")
                                .where(col("label").notEqual("body"))
                                .withColumn("begins", substring(col("text"), 1, 60)),
                        "article",
                        "block_no",
                        "label",
                        "is_kept",
                        "begins"));
        views.put(
                "entities",
                lines(
                        tables.table(Entities.TABLE).withColumn("surfaces", concat_ws(" | ", col("aliases"))),
                        "entity_id",
                        "label",
                        "mention_count",
                        "document_count",
                        "surfaces"));
        views.put(
                "pairs",
                lines(
                        sentencePairs(tables)
                                .where(col("n_ab").gt(1))
                                .withColumn("npmi", format_number(col("npmi"), 3))
                                .withColumn("g2", format_number(col("g2"), 3)),
                        "entity_a",
                        "entity_b",
                        "n_ab",
                        "n_a",
                        "n_b",
                        "n",
                        "npmi",
                        "g2"));
        views.put(
                "evidence",
                lines(
                        tables.table(CooccurrenceEvidence.TABLE)
                                .where("entity_a = 'country:KP' and entity_b = 'country:KR'"),
                        "entity_a",
                        "entity_b",
                        "text"));
        views.put(
                "tone",
                lines(
                        tables.table(EntityTone.TABLE)
                                .where("granularity = 'all' and outlet = '(all)' and mention_count > 2")
                                .withColumn("score", round(col("score"), 2)),
                        "entity_id",
                        "mention_count",
                        "negative_count",
                        "neutral_count",
                        "positive_count",
                        "score"));
        views.put(
                "quotes",
                lines(
                        tables.table(Quotes.TABLE).withColumn("begins", substring(col("text"), 1, 60)),
                        "speaker_entity_id",
                        "speaker",
                        "verb",
                        "begins"));
        views.put(
                "period_totals",
                lines(
                        tables.table(PeriodTotals.TABLE),
                        "granularity",
                        "period_start",
                        "document_count",
                        "sentence_count",
                        "word_count"));
        return views;
    }

    private static Dataset<Row> sentencePairs(PublishedTables tables) {
        return tables.table(EntityCooccurrence.TABLE).where("scope = 'sentence' and granularity = 'all'");
    }

    /** One line per row, values separated by two spaces, sorted; a dash stands for null. */
    private static String lines(Dataset<Row> rows, String... columns) {
        Column[] selected = Arrays.stream(columns).map(name -> col(name)).toArray(Column[]::new);
        Function<Row, String> line = row -> {
            StringBuilder text = new StringBuilder();
            for (int i = 0; i < row.size(); i++) {
                text.append(i == 0 ? "" : "  ").append(row.isNullAt(i) ? "-" : row.get(i));
            }
            return text.append('\n').toString();
        };
        return String.join("  ", columns) + "\n"
                + rows.select(selected).collectAsList().stream()
                        .map(line)
                        .sorted()
                        .reduce("", String::concat);
    }
}
