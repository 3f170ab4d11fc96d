package org.newsweft.jobs.entities;

import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;
import org.newsweft.table.facts.Documents;
import org.newsweft.table.facts.EntityDecisions;
import org.newsweft.table.facts.Mentions;
import org.newsweft.testing.SparkTest;

@SuppressWarnings("serial")
class EntityRowsTest extends SparkTest {
    @Test
    void anEntityIsCountedOnceAStoryAndNamedByItsMostUsedNames() {
        Dataset<Row> documents = rows(
                Documents.TABLE,
                "{'doc_id': 'a', 'is_copy': false, 'published_on': '2013-04-15'}",
                "{'doc_id': 'b', 'is_copy': true, 'published_on': '2013-04-16', 'outlet': 'The Daily Planet'}",
                "{'doc_id': 'c', 'is_copy': false}");
        Dataset<Row> mentions = rows(
                Mentions.TABLE,
                "{'doc_id': 'a', 'entity_id': 'country:US', 'entity_label': 'United States', 'surface': 'U.S.', 'type': 'country', 'country_code': 'US'}",
                "{'doc_id': 'a', 'entity_id': 'country:US', 'entity_label': 'United States', 'surface': 'US', 'type': 'country', 'country_code': 'US'}",
                "{'doc_id': 'b', 'entity_id': 'country:US', 'entity_label': 'United States', 'surface': 'US', 'type': 'country', 'country_code': 'US'}",
                "{'doc_id': 'b', 'entity_id': 'person:wang-yi', 'entity_label': 'Wang Yi', 'surface': 'Wang', 'type': 'person'}",
                "{'doc_id': 'c', 'entity_id': 'country:US', 'entity_label': 'United States', 'surface': 'American', 'type': 'country', 'country_code': 'US'}");

        Dataset<Row> decided = rows(
                EntityDecisions.TABLE,
                "{'doc_id': 'a', 'entity_id': 'country:US', 'label': 'United States', 'reason': 'listed'}",
                // A name that others explain is no label, however often it is used.
                "{'doc_id': 'a', 'entity_id': 'person:wang-yi', 'label': 'Wang', 'reason': 'dominant_bearer'}",
                "{'doc_id': 'c', 'entity_id': 'person:wang-yi', 'label': 'Wang', 'reason': 'dominant_bearer'}",
                "{'doc_id': 'b', 'entity_id': 'person:wang-yi', 'label': 'Wang Yi', 'reason': 'own_name'}");

        assertRows(
                EntityRows.of(mentions, documents, EntityRows.labels(decided)),
                "entity_id string, label string, type string, country_code string, aliases array<string>, "
                        + "mention_count long, document_count long, document_count_with_copies long, first_seen date, last_seen date",
                "{'entity_id': 'country:US', 'label': 'United States', 'type': 'country', 'country_code': 'US', "
                        + "'aliases': ['US', 'American', 'U.S.'], 'mention_count': 3, 'document_count': 2, "
                        + "'document_count_with_copies': 3, 'first_seen': '2013-04-15', 'last_seen': '2013-04-16'}",
                "{'entity_id': 'person:wang-yi', 'label': 'Wang Yi', 'type': 'person', 'aliases': ['Wang'], "
                        + "'mention_count': 0, 'document_count': 0, 'document_count_with_copies': 1, "
                        + "'first_seen': '2013-04-16', 'last_seen': '2013-04-16'}");
    }

    @Test
    void outletsOfTheCorpusAndAgenciesAreTold() {
        Dataset<Row> documents = rows(
                Documents.TABLE,
                "{'doc_id': 'a', 'is_copy': false, 'outlet': 'CNN'}",
                "{'doc_id': 'b', 'is_copy': false, 'outlet': 'The Daily Planet'}",
                "{'doc_id': 'c', 'is_copy': false, 'outlet': 'www.example-herald.com'}");
        Dataset<Row> mentions = rows(
                Mentions.TABLE,
                mention("organization:cnn", "organization"),
                mention("organization:cnn-business", "organization"),
                mention("organization:daily-planet", "organization"),
                mention("organization:example-herald", "organization"),
                mention("organization:associated-press", "organization"),
                mention("organization:daily-mail", "organization"),
                mention("place:cnn", "place"));
        Dataset<Row> decided = mentions.selectExpr("doc_id", "entity_id", "entity_id as label", "'own_name' as reason");

        assertRows(
                EntityRows.withOutlets(EntityRows.of(mentions, documents, decided), documents),
                "entity_id string, is_outlet boolean",
                "{'entity_id': 'organization:associated-press', 'is_outlet': true}",
                "{'entity_id': 'organization:cnn', 'is_outlet': true}",
                "{'entity_id': 'organization:cnn-business', 'is_outlet': true}",
                "{'entity_id': 'organization:daily-mail', 'is_outlet': false}",
                "{'entity_id': 'organization:daily-planet', 'is_outlet': true}",
                "{'entity_id': 'organization:example-herald', 'is_outlet': true}",
                "{'entity_id': 'place:cnn', 'is_outlet': false}");
    }

    private static String mention(String id, String type) {
        return "{'doc_id': 'a', 'entity_id': '%s', 'surface': 'X', 'type': '%s'}".formatted(id, type);
    }
}
