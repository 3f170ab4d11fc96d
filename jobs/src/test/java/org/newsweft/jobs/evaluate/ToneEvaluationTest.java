package org.newsweft.jobs.evaluate;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;
import org.newsweft.table.DocumentTone;
import org.newsweft.table.Documents;
import org.newsweft.table.Mentions;
import org.newsweft.table.Table;
import org.newsweft.testing.SparkTest;

@SuppressWarnings("serial")
class ToneEvaluationTest extends SparkTest {
    private Dataset<Row> documents() {
        return rows(
                Documents.TABLE,
                "{'doc_id': 'a', 'source': '1_1'}",
                "{'doc_id': 'b', 'source': '1_2'}",
                "{'doc_id': 'c', 'source': '2_1'}");
    }

    @Test
    void aTargetIsJudgedByTheFirstMentionThatOverlapsIt() throws JsonProcessingException {
        Dataset<Row> mentions = rows(
                Mentions.TABLE,
                "{'doc_id': 'a', 'start': 20, 'end': 25, 'label': 'neutral'}",
                "{'doc_id': 'a', 'start': 3, 'end': 9, 'label': 'negative'}",
                "{'doc_id': 'b', 'start': 0, 'end': 4, 'label': 'positive'}");
        List<JsonNode> gold = gold(
                "{'id': '1_1', 'text': '...', 'targets': [{'start': 0, 'end': 5, 'label': 'neg'}, {'start': 22, 'end': 30, 'label': 'pos'}]}",
                "{'id': '1_2', 'text': '...', 'targets': [{'start': 0, 'end': 4, 'label': 'pos'}, {'start': 4, 'end': 9, 'label': 'neg'}]}");

        // Three of four are named, one neg, two pos; told neg, neu, pos: F1 of neg 1, of neu 0, of pos 2 / 3.
        assertThat(new TargetToneEvaluation()
                        .figures(gold, tables(Map.of(Mentions.TABLE, mentions, Documents.TABLE, documents())))
                        .lines())
                .containsExactly(
                        "targets: 4", "found: 0.7500", "accuracy: 0.6667", "macro_f1: 0.5556", "f1_pos_neg: 0.8333");
    }

    @Test
    void sentencesAreComparedWithRatingsAloneAndByArticle() throws JsonProcessingException {
        Dataset<Row> tones = rows(
                DocumentTone.TABLE,
                "{'doc_id': 'a', 'score': 0.1}",
                "{'doc_id': 'b', 'score': 0.3}",
                "{'doc_id': 'c', 'score': -0.1}");
        List<JsonNode> gold = gold(
                "{'id': '1_1', 'text': '...', 'score_-4_4': '2'}",
                "{'id': '1_2', 'text': '...', 'score_-4_4': '1'}",
                "{'id': '2_1', 'text': '...', 'score_-4_4': '-3'}",
                "{'id': '3_1', 'text': '...', 'score_-4_4': '-3'}");

        // (.1, 2), (.3, 1), (-.1, -3): covariance .8, squares .08 and 14: r = .8 / sqrt(1.12). Two articles: r = 1.
        assertThat(new SentenceToneEvaluation()
                        .figures(gold, tables(Map.of(DocumentTone.TABLE, tones, Documents.TABLE, documents())))
                        .lines())
                .containsExactly("sentences: 3", "pearson_r: 0.7559", "pearson_r_by_article: 1.0000");
    }

    private static Function<Table, Dataset<Row>> tables(Map<Table, Dataset<Row>> tables) {
        return tables::get;
    }

    private static List<JsonNode> gold(String... records) throws JsonProcessingException {
        List<JsonNode> gold = new ArrayList<>();
        for (String record : records) {
            gold.add(new ObjectMapper().readTree(record.replace('\'', '"')));
        }
        return gold;
    }
}
