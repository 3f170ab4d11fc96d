package org.newsweft.jobs.publish;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;
import org.newsweft.jobs.publish.Keys.Relation;
import org.newsweft.table.facts.Documents;
import org.newsweft.table.facts.Mentions;
import org.newsweft.table.facts.Quotes;
import org.newsweft.table.facts.Sentences;
import org.newsweft.table.figures.Entities;
import org.newsweft.table.figures.TermKeyness;
import org.newsweft.table.schema.Table;
import org.newsweft.testing.SparkTest;

@SuppressWarnings("serial")
class KeysTest extends SparkTest {
    private static final List<Table> TABLES =
            List.of(Documents.TABLE, Sentences.TABLE, Mentions.TABLE, Quotes.TABLE, Entities.TABLE, TermKeyness.TABLE);

    @Test
    void keysAreUniqueAndIdsStandWhereTheyMust() {
        Map<Table, Dataset<Row>> sound = Map.of(
                Documents.TABLE, rows(Documents.TABLE, document("a", "a"), document("b", "a")),
                Sentences.TABLE,
                        rows(
                                Sentences.TABLE,
                                "{'doc_id': 'a', 'sentence_no': 0}",
                                "{'doc_id': 'a', 'sentence_no': 1}",
                                "{'doc_id': 'b', 'sentence_no': 0}"),
                Mentions.TABLE, rows(Mentions.TABLE, mention("a", 0, 3, "x"), mention("a", 0, 7, "x")),
                // Nobody speaks.
                Quotes.TABLE, rows(Quotes.TABLE, "{'doc_id': 'a', 'section': 'body', 'start': 1, 'sentence_no': 1}"),
                Entities.TABLE, rows(Entities.TABLE, "{'entity_id': 'x'}"),
                // Null in a key is a value of its own.
                TermKeyness.TABLE,
                        rows(
                                TermKeyness.TABLE,
                                "{'granularity': 'all', 'outlet': 'x', 'language': 'en', 'kind': 'word', 'term': 'x'}",
                                "{'granularity': 'all', 'outlet': 'x', 'language': 'en', 'kind': 'word', 'term': 'x',"
                                        + " 'period_start': '1970-01-01'}"));
        assertThat(wrong(sound)).isEmpty();

        Map<Table, Dataset<Row>> broken = Map.of(
                Documents.TABLE, rows(Documents.TABLE, document("a", "a"), document("a", "a"), document("b", "gone")),
                Sentences.TABLE,
                        rows(Sentences.TABLE, "{'doc_id': 'a', 'sentence_no': 0}", "{'doc_id': 'z', 'sentence_no': 1}"),
                Mentions.TABLE,
                        rows(
                                Mentions.TABLE,
                                mention("a", 0, 3, "x"),
                                mention("a", 0, 3, "y"),
                                mention("a", 0, 3, "y"),
                                mention("a", 5, 3, "x")),
                Quotes.TABLE,
                        rows(
                                Quotes.TABLE,
                                "{'doc_id': 'a', 'section': 'body', 'start': 1, 'sentence_no': 0, 'speaker_entity_id':"
                                        + " 'w'}"),
                Entities.TABLE, rows(Entities.TABLE, "{'entity_id': 'x'}"),
                TermKeyness.TABLE, rows(TermKeyness.TABLE));
        assertThat(wrong(broken))
                .containsExactlyInAnyOrderEntriesOf(Map.of(
                        "duplicate_documents", 1L,
                        "orphan_stories", 1L,
                        "orphan_sentences", 1L,
                        "duplicate_mentions", 2L,
                        "orphan_mentions", 1L,
                        "unlisted_entities", 1L,
                        "unlisted_speakers", 1L));
        assertRows(
                Keys.rows("duplicate_mentions", broken::get),
                "doc_id string, sentence_no long, start long, rows long",
                "{'doc_id': 'a', 'sentence_no': 0, 'start': 3, 'rows': 3}");
        assertRows(
                Keys.rows("unlisted_entities", broken::get),
                "doc_id string, sentence_no long, start long, entity_id string",
                "{'doc_id': 'a', 'sentence_no': 0, 'start': 3, 'entity_id': 'y'}",
                "{'doc_id': 'a', 'sentence_no': 0, 'start': 3, 'entity_id': 'y'}");
        assertRows(Keys.rows("orphan_sentences", broken::get), "doc_id string", "{'doc_id': 'z'}");
    }

    @Test
    void everyRelationNamesTheKeyOfATable() {
        assertThat(Keys.RELATIONS).allSatisfy(relation -> {
            assertThat(relation.of().key()).hasSameSizeAs(relation.ids());
            assertThat(relation.table().columns()).containsAll(relation.ids());
            assertThat(Keys.tables()).contains(relation.table(), relation.of());
        });
        assertThat(Keys.RELATIONS.stream().map(Relation::name)).doesNotHaveDuplicates();
        // One bit of a long each.
        assertThat(Keys.RELATIONS).hasSizeLessThan(64);
    }

    private static List<Relation> relations() {
        return Keys.RELATIONS.stream()
                .filter(relation -> TABLES.contains(relation.table()) && TABLES.contains(relation.of()))
                .toList();
    }

    private static Map<String, Long> wrong(Map<Table, Dataset<Row>> tables) {
        Map<String, Long> wrong = new TreeMap<>();
        Keys.wrong(TABLES, relations(), tables::get)
                .collectAsList()
                .forEach(row -> wrong.put(row.getString(0), row.getLong(1)));
        return wrong;
    }

    private static String document(String id, String story) {
        return "{'doc_id': '%s', 'story_id': '%s'}".formatted(id, story);
    }

    private static String mention(String document, int sentence, int start, String entity) {
        return "{'doc_id': '%s', 'sentence_no': %d, 'start': %d, 'entity_id': '%s'}"
                .formatted(document, sentence, start, entity);
    }
}
