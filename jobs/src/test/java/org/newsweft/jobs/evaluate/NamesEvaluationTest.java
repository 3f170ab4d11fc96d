package org.newsweft.jobs.evaluate;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import java.util.function.Function;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;
import org.newsweft.table.facts.Documents;
import org.newsweft.table.facts.Mentions;
import org.newsweft.table.schema.Table;
import org.newsweft.testing.SparkTest;

@SuppressWarnings("serial")
class NamesEvaluationTest extends SparkTest {
    @Test
    void namesAreRightIfSpanAndTypeAreAndErrorsAreCountedByKind() throws JsonProcessingException {
        String text = "Ann Lee of the Orbex Bank left Lima. Swiss police told Rex.";
        Dataset<Row> documents = rows(Documents.TABLE, "{'doc_id': 'd', 'source': 'a', 'text': '" + text + "'}");
        Dataset<Row> mentions = rows(
                Mentions.TABLE,
                mention(0, 7, "person", "name"),
                mention(15, 20, "organization", "name"),
                mention(31, 35, "organization", "name"),
                mention(37, 42, "country", "demonym"),
                mention(43, 49, "place", "name"));
        // Right: Ann Lee. Cut: Orbex. Of another type: Lima. Missed: Rex. Too many: police.
        List<JsonNode> gold = List.of(record("{'id': 'a', 'text': '" + text
                + "', 'ents': [[0,7,'PER'],[11,25,'ORG'],[31,35,'LOC'],[55,58,'PER'],[37,42,'MISC']]}"));
        Function<Table, Dataset<Row>> tables = table -> table.equals(Documents.TABLE) ? documents : mentions;

        assertThat(new NamesEvaluation().figures(gold, tables).lines())
                .contains(
                        "texts_altered: 0",
                        "precision: 0.2500",
                        "recall: 0.2500",
                        "f1_person: 0.6667",
                        "f1_organization: 0.0000",
                        "errors_organization_cut: 1",
                        "errors_person_missed: 1",
                        "errors_place_as_other: 1",
                        "errors_place_too_many: 1");
    }

    @Test
    void peopleAreFoundByFamilyNameAndCountriesByCode() throws JsonProcessingException {
        Dataset<Row> documents = rows(Documents.TABLE, "{'doc_id': 'd', 'source': 'a', 'text': 'x'}");
        Dataset<Row> mentions = rows(
                Mentions.TABLE,
                "{'doc_id': 'd', 'type': 'person', 'entity_label': 'James Baker'}",
                "{'doc_id': 'd', 'type': 'place', 'entity_label': 'Bonn', 'country_code': 'DE'}");
        List<JsonNode> gold = List.of(record("{'id': 'a', 'people': ['james-baker', 'volcker'], "
                + "'places': ['west-germany', 'usa', 'nowhere-land']}"));
        Function<Table, Dataset<Row>> tables = table -> table.equals(Documents.TABLE) ? documents : mentions;

        assertThat(new IndexedNamesEvaluation().figures(gold, tables).lines())
                .containsExactly("persons: 2", "persons_found: 0.5000", "countries: 3", "countries_found: 0.3333");
    }

    private static String mention(int start, int end, String type, String reading) {
        return "{'doc_id': 'd', 'start': %d, 'end': %d, 'type': '%s', 'reading': '%s'}"
                .formatted(start, end, type, reading);
    }

    private static JsonNode record(String json) throws JsonProcessingException {
        return new ObjectMapper().readTree(json.replace('\'', '"'));
    }
}
