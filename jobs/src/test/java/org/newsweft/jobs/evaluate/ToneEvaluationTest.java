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
import org.newsweft.table.facts.DocumentTone;
import org.newsweft.table.facts.Documents;
import org.newsweft.table.facts.Mentions;
import org.newsweft.table.schema.Table;
import org.newsweft.testing.SparkTest;
import org.newsweft.text.tone.TonePrior;

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
                "{'doc_id': 'a', 'start': 20, 'end': 25, 'negative': 0.1, 'neutral': 0.65, 'positive': 0.25}",
                "{'doc_id': 'a', 'start': 3, 'end': 9, 'negative': 0.85, 'neutral': 0.1, 'positive': 0.05}",
                "{'doc_id': 'b', 'start': 0, 'end': 4, 'negative': 0.1, 'neutral': 0.2, 'positive': 0.7}",
                "{'doc_id': 'c', 'start': 0, 'end': 4, 'negative': 0.9, 'neutral': 0.1, 'positive': 0.0}");
        List<JsonNode> gold = gold(
                "{'id': '1_1', 'text': '...', 'targets': [{'start': 0, 'end': 5, 'label': 'neg'}, {'start': 22, 'end': 30, 'label': 'pos'}]}",
                "{'id': '1_2', 'text': '...', 'targets': [{'start': 0, 'end': 4, 'label': 'pos'}, {'start': 4, 'end': 9, 'label': 'neg'}]}",
                "{'id': '2_1', 'text': '...', 'stratum': 'neg', 'targets': [{'start': 0, 'end': 4, 'label': 'neu'}]}",
                "{'id': '2_1', 'text': '...', 'targets': [{'start': 0, 'end': 4, 'label': 'debatable'}]}");

        // Three of four are named, one neg, two pos; told neg, neu, pos: F1 of neg 1, of neu 0, of pos 2 / 3. Sure .85
        // and right, .65 and wrong, .7 and right: (.15 + .65 + .3) / 3 = .3667. Scores beyond -.7: that of the other
        // stratum too.
        assertThat(figures(new TargetToneEvaluation(), gold, mentions).lines())
                .containsExactly(
                        "targets: 4",
                        "found: 0.7500",
                        "accuracy: 0.6667",
                        "macro_f1: 0.5556",
                        "f1_pos_neg: 0.8333",
                        "negative_precision: 1.0000",
                        "negative_recall: 1.0000",
                        "positive_precision: 1.0000",
                        "positive_recall: 0.5000",
                        "toned_share: 0.6667",
                        "calibration_error: 0.3667",
                        "extreme_negative: 2",
                        "extreme_negative_right: 0.5000",
                        "extreme_positive: 0",
                        "extreme_positive_right: 0.0000",
                        "negative_told_negative: 1",
                        "negative_told_neutral: 0",
                        "negative_told_positive: 0",
                        "neutral_told_negative: 0",
                        "neutral_told_neutral: 0",
                        "neutral_told_positive: 0",
                        "positive_told_negative: 0",
                        "positive_told_neutral: 1",
                        "positive_told_positive: 1");
        // Where half of the sentences judge, .25 to .65 is positive: 6.8 * .25 = 1.7 to .65 and 5 * .1.
        assertThat(figures(new TargetToneEvaluation().withPrior(TonePrior.BALANCED), gold, mentions)
                        .lines())
                .contains("accuracy: 1.0000", "positive_told_positive: 2");
    }

    private Figures figures(Evaluation evaluation, List<JsonNode> gold, Dataset<Row> mentions) {
        return evaluation.figures(gold, tables(Map.of(Mentions.TABLE, mentions, Documents.TABLE, documents())));
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
