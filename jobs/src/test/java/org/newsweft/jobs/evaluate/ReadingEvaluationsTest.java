package org.newsweft.jobs.evaluate;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;
import org.newsweft.table.facts.Documents;
import org.newsweft.table.figures.EventDocuments;
import org.newsweft.testing.SparkTest;

@SuppressWarnings("serial")
class ReadingEvaluationsTest extends SparkTest {
    @Test
    void bodiesAreScoredByTheirWordsAndSegmentsByTheirPlace() throws JsonProcessingException {
        Dataset<Row> documents = rows(
                Documents.TABLE,
                "{'source': 'a', 'text': 'one two three four five'}",
                "{'source': 'b', 'text': 'Menu stays'}");
        // a: all 5 words of 5 and 5 of 6 are there, both runs of 4 given are right, of 3; b has nothing right.
        List<JsonNode> bodies =
                gold("{'id': 'a', 'gold_body': 'One two three four five six.'}", "{'id': 'b', 'gold_body': 'News'}");
        assertThat(new BoilerplateEvaluation()
                        .figures(bodies, table -> documents)
                        .lines())
                .containsExactly(
                        "pages: 2",
                        "missing: 0",
                        "precision: 0.5000",
                        "recall: 0.4167",
                        "f1: 0.4545",
                        "four_gram_f1: 0.4000");

        List<JsonNode> segments = gold(
                "{'id': 'a', 'must_keep_in_raw': ['two  three', 'six'], 'must_drop_in_raw': ['menu']}",
                "{'id': 'b', 'must_keep_in_raw': [], 'must_drop_in_raw': ['Menu']}");
        assertThat(new BoilerplateEvaluation()
                        .figures(segments, table -> documents)
                        .lines())
                .containsExactly(
                        "segments: 4",
                        "segment_precision: 0.5000",
                        "segment_recall: 0.5000",
                        "segment_accuracy: 0.5000");
    }

    @Test
    void aDayIsRightWithinOneDayAndAHeadlineByItsWords() throws JsonProcessingException {
        Dataset<Row> documents = rows(
                Documents.TABLE,
                "{'source': 'a', 'published_on': '2013-04-16', 'published_precision': 'day', 'title': 'Kerry, in Beijing'}",
                "{'source': 'b', 'published_on': '2013-04-01', 'published_precision': 'month', 'title': 'Other'}",
                "{'source': 'c', 'published_on': '2013-04-18', 'published_precision': 'day'}");
        List<JsonNode> gold = gold(
                "{'id': 'a', 'date': '2013-04-15T10:00:00', 'title': 'kerry in Beijing'}",
                "{'id': 'b', 'date': '2013-04-01', 'title': 'Another'}",
                "{'id': 'c', 'date': '2013-04-15'}",
                "{'id': 'd', 'title': ''}");

        assertThat(new DateEvaluation().figures(gold, table -> documents).lines())
                .containsExactly(
                        "dated_pages: 3",
                        "answered: 0.6667",
                        "precision_within_a_day: 0.5000",
                        "accuracy_within_a_day: 0.3333",
                        "wrong_date_share: 0.3333",
                        "titled_pages: 2",
                        "title_exact_share: 0.5000");
    }

    @Test
    void copiesAreFoundIfTheyAreOfOneStory() throws JsonProcessingException {
        Dataset<Row> documents = rows(
                Documents.TABLE,
                "{'source': 'a', 'story_id': '1'}",
                "{'source': 'b', 'story_id': '1'}",
                "{'source': 'c', 'story_id': '1'}",
                "{'source': 'd', 'story_id': '2'}");
        List<JsonNode> gold = gold(
                "{'a': 'a', 'b': 'b', 'jaccard3': 0.9}",
                "{'a': 'b', 'b': 'd', 'jaccard3': 0.6}",
                "{'a': 'a', 'b': 'c', 'jaccard3': 0.3}");

        // Three pairs are of one story, two of these are in gold; of the two that are similar enough one is found.
        assertThat(new NearDuplicateEvaluation()
                        .figures(gold, table -> documents)
                        .lines())
                .containsExactly(
                        "documents: 4",
                        "stories: 2",
                        "pairs: 2",
                        "recall: 0.5000",
                        "pairs_given: 3",
                        "pairs_listed: 0.6667");
    }

    @Test
    void articlesAreOnOneEventIfTheyAreOnOneHappening() throws JsonProcessingException {
        Dataset<Row> documents = rows(
                Documents.TABLE,
                "{'doc_id': '1', 'source': 'a'}",
                "{'doc_id': '2', 'source': 'b'}",
                "{'doc_id': '3', 'source': 'c'}",
                "{'doc_id': '4', 'source': 'd'}");
        Dataset<Row> events = rows(
                EventDocuments.TABLE,
                "{'event_id': '1', 'doc_id': '1'}",
                "{'event_id': '1', 'doc_id': '2'}",
                "{'event_id': '1', 'doc_id': '3'}");
        List<JsonNode> gold = gold(
                "{'id': 'a', 'event': 'x'}",
                "{'id': 'b', 'event': 'x'}",
                "{'id': 'c', 'event': 'y'}",
                "{'id': 'd', 'cluster': 'y'}");

        // Given ab, ac, bc; known ab, cd. B-cubed precision (2/3 + 2/3 + 1/3 + 1) / 4, recall (1 + 1 + 1/2 + 1/2) / 4.
        assertThat(new EventEvaluation()
                        .figures(gold, table -> table.equals(Documents.TABLE) ? documents : events)
                        .lines())
                .containsExactly(
                        "articles: 4",
                        "placed: 3",
                        "pair_precision: 0.3333",
                        "pair_recall: 0.5000",
                        "pair_f1: 0.4000",
                        "bcubed_f1: 0.7059");
    }

    @Test
    void anArticleIsAPageWithoutItsAnswers() throws JsonProcessingException {
        JsonNode page = gold("{'id': 'a', 'url': 'https://x.example/', 'raw_text': 'Text', 'gold_body': 'T'}")
                .get(0);
        assertThat(new BoilerplateEvaluation().article(page, "raw_text"))
                .contains(Map.of("id", "a", "url", "https://x.example/", "text", "Text"));
        assertThat(new BoilerplateEvaluation().article(page, "raw_semi")).isEmpty();
    }

    private static List<JsonNode> gold(String... records) throws JsonProcessingException {
        List<JsonNode> gold = new ArrayList<>();
        for (String record : records) {
            gold.add(new ObjectMapper().readTree(record.replace('\'', '"')));
        }
        return gold;
    }
}
