package org.newsweft.jobs.tone;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.round;

import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;
import org.newsweft.table.facts.Documents;
import org.newsweft.table.facts.Mentions;
import org.newsweft.table.facts.Quotes;
import org.newsweft.table.facts.Sentences;
import org.newsweft.table.schema.Granularity;
import org.newsweft.testing.SparkTest;

@SuppressWarnings("serial")
class TonesTest extends SparkTest {
    private Dataset<Row> documents() {
        return rows(
                Documents.TABLE,
                "{'doc_id': 'a', 'published_precision': 'none', 'is_copy': false, 'outlet': 'FCW'}",
                "{'doc_id': 'b', 'published_precision': 'none', 'is_copy': false}",
                "{'doc_id': 'c', 'published_precision': 'none', 'is_copy': true, 'outlet': 'FCW'}");
    }

    private Dataset<Row> entityTone(Dataset<Row> mentions) {
        return Tones.entityTone(ToneCounts.ofEntities(mentions, documents()), List.of(Granularity.ALL));
    }

    @Test
    void entityToneIsGivenByOutletAndForAllOutletsTogether() {
        Dataset<Row> mentions = rows(
                Mentions.TABLE,
                "{'doc_id': 'a', 'sentence_no': 0, 'entity_id': 'country:CN', 'score': 0.5, 'label': 'positive', 'is_quoted': true}",
                "{'doc_id': 'a', 'sentence_no': 0, 'entity_id': 'country:CN', 'score': -0.2, 'label': 'negative', 'is_quoted': false}",
                "{'doc_id': 'b', 'sentence_no': 4, 'entity_id': 'country:CN', 'score': 0.3, 'label': 'neutral', 'is_quoted': false}",
                "{'doc_id': 'c', 'sentence_no': 0, 'entity_id': 'country:CN', 'score': 0.9, 'label': 'positive', 'is_quoted': false}");

        Dataset<Row> tones = entityTone(mentions)
                .withColumn("ci_low", round(col("ci_low"), 6))
                .withColumn("ci_high", round(col("ci_high"), 6));

        // All outlets: mean 0.2, deviation 0.360555, t(2 degrees, .975) = 4.302653: 0.2 +- 0.895669, cut off at 1.
        // FCW: mean 0.15, deviation 0.494975, t(1 degree) = 12.7062: wider than the scale on both sides.
        assertRows(
                tones,
                "entity_id string, outlet string, mention_count bigint, sentence_count bigint, negative_count bigint, neutral_count bigint, positive_count bigint, quoted_count bigint, score double, score_quoted double, score_unquoted double, ci_low double, ci_high double",
                "{'entity_id': 'country:CN', 'outlet': '(all)', 'mention_count': 3, 'sentence_count': 2, 'negative_count': 1, 'neutral_count': 1, 'positive_count': 1, 'quoted_count': 1, 'score': 0.2, 'score_quoted': 0.5, 'score_unquoted': 0.05, 'ci_low': -0.695669, 'ci_high': 1.0}",
                "{'entity_id': 'country:CN', 'outlet': 'FCW', 'mention_count': 2, 'sentence_count': 1, 'negative_count': 1, 'neutral_count': 0, 'positive_count': 1, 'quoted_count': 1, 'score': 0.15, 'score_quoted': 0.5, 'score_unquoted': -0.2, 'ci_low': -1.0, 'ci_high': 1.0}",
                "{'entity_id': 'country:CN', 'outlet': '(unknown)', 'mention_count': 1, 'sentence_count': 1, 'negative_count': 0, 'neutral_count': 1, 'positive_count': 0, 'quoted_count': 0, 'score': 0.3, 'score_unquoted': 0.3}");
    }

    @Test
    void fewMentionsAreDrawnTowardTheMeanOfTheirOutletAndPeriod() {
        Dataset<Row> mentions = rows(
                Mentions.TABLE,
                "{'doc_id': 'a', 'sentence_no': 0, 'entity_id': 'country:CN', 'score': 0.5}",
                "{'doc_id': 'a', 'sentence_no': 1, 'entity_id': 'country:CN', 'score': 0.3}",
                "{'doc_id': 'b', 'sentence_no': 2, 'entity_id': 'country:CN', 'score': 0.4}",
                "{'doc_id': 'a', 'sentence_no': 3, 'entity_id': 'country:US', 'score': -0.2}",
                "{'doc_id': 'b', 'sentence_no': 4, 'entity_id': 'country:US', 'score': -0.4}",
                "{'doc_id': 'b', 'sentence_no': 5, 'entity_id': 'country:JP', 'score': 0.1}");

        // All outlets: within the three countries the squares of the deviations are 0.02, 0.02 and 0, over 6 - 3
        // degrees of freedom: 0.013333. Between them: ((0.67 - 0.7^2 / 6) / 2 - 0.013333) / 1.833333 = 0.153182, where
        // 1.833333 = (6 - 14 / 6) / 2. Japan keeps 0.153182 / (0.153182 + 0.013333) = 0.919927 of its distance to the
        // mean of all, 0.116667: 0.116667 + 0.919927 * (0.1 - 0.116667) = 0.101335.
        // FCW, mean 0.2 of three mentions: the United States have one of them and keep 0.919927 of -0.4 from 0.2.
        assertRows(
                entityTone(mentions)
                        .where("outlet <> '(unknown)'")
                        .withColumn("score_shrunk", round(col("score_shrunk"), 6)),
                "entity_id string, outlet string, mention_count bigint, score double, score_shrunk double",
                "{'entity_id': 'country:CN', 'outlet': '(all)', 'mention_count': 3, 'score': 0.4, 'score_shrunk': 0.392011}",
                "{'entity_id': 'country:US', 'outlet': '(all)', 'mention_count': 2, 'score': -0.3, 'score_shrunk': -0.282622}",
                "{'entity_id': 'country:JP', 'outlet': '(all)', 'mention_count': 1, 'score': 0.1, 'score_shrunk': 0.101335}",
                "{'entity_id': 'country:CN', 'outlet': 'FCW', 'mention_count': 2, 'score': 0.4, 'score_shrunk': 0.391659}",
                "{'entity_id': 'country:US', 'outlet': 'FCW', 'mention_count': 1, 'score': -0.2, 'score_shrunk': -0.167971}");
    }

    @Test
    void whereNothingVariesOnlyTheCommonMeanIsKnown() {
        // One mention each: how much of the difference is chance cannot be told, so all of it is taken for chance.
        Dataset<Row> mentions = rows(
                Mentions.TABLE,
                "{'doc_id': 'a', 'sentence_no': 0, 'entity_id': 'country:CN', 'score': 0.5}",
                "{'doc_id': 'a', 'sentence_no': 1, 'entity_id': 'country:US', 'score': -0.3}");

        assertRows(
                entityTone(mentions).where("outlet = '(all)'"),
                "entity_id string, score double, score_shrunk double",
                "{'entity_id': 'country:CN', 'score': 0.5, 'score_shrunk': 0.1}",
                "{'entity_id': 'country:US', 'score': -0.3, 'score_shrunk': 0.1}");
    }

    @Test
    void pairToneIsTheMeanOverTheSentencesThatNameBoth() {
        Dataset<Row> mentions = rows(
                Mentions.TABLE,
                "{'doc_id': 'a', 'sentence_no': 0, 'entity_id': 'country:US'}",
                "{'doc_id': 'a', 'sentence_no': 0, 'entity_id': 'country:CN'}",
                "{'doc_id': 'a', 'sentence_no': 0, 'entity_id': 'country:CN'}",
                "{'doc_id': 'a', 'sentence_no': 1, 'entity_id': 'country:CN'}",
                "{'doc_id': 'b', 'sentence_no': 0, 'entity_id': 'country:CN'}",
                "{'doc_id': 'b', 'sentence_no': 0, 'entity_id': 'country:US'}",
                "{'doc_id': 'c', 'sentence_no': 0, 'entity_id': 'country:CN'}",
                "{'doc_id': 'c', 'sentence_no': 0, 'entity_id': 'country:US'}");
        Dataset<Row> sentences = rows(
                Sentences.TABLE,
                "{'doc_id': 'a', 'sentence_no': 0, 'score': -0.75, 'label': 'negative', 'conflict_count': 2, 'cooperation_count': 0}",
                "{'doc_id': 'a', 'sentence_no': 1, 'score': -0.9, 'label': 'negative', 'conflict_count': 5, 'cooperation_count': 5}",
                "{'doc_id': 'b', 'sentence_no': 0, 'score': 0.25, 'label': 'positive', 'conflict_count': 1, 'cooperation_count': 3}",
                "{'doc_id': 'c', 'sentence_no': 0, 'score': 0.25, 'label': 'positive', 'conflict_count': 1, 'cooperation_count': 3}");

        // Sentences a0 and b0; a1 names one, c is a copy. (-0.75 + 0.25) / 2 = -0.25; of one pair, that is the mean of
        // all pairs too. The interval of two so different scores is wider than the scale.
        assertRows(
                Tones.pairTone(ToneCounts.ofPairs(mentions, sentences, documents()), List.of(Granularity.ALL)),
                "granularity string, entity_a string, entity_b string, sentence_count bigint, score double, ci_low double, ci_high double, score_shrunk double, negative_count bigint, neutral_count bigint, positive_count bigint, conflict_count bigint, cooperation_count bigint",
                "{'granularity': 'all', 'entity_a': 'country:CN', 'entity_b': 'country:US', 'sentence_count': 2, 'score': -0.25, 'ci_low': -1.0, 'ci_high': 1.0, 'score_shrunk': -0.25, 'negative_count': 1, 'neutral_count': 0, 'positive_count': 1, 'conflict_count': 3, 'cooperation_count': 3}");
    }

    @Test
    void tonedShareIsTheExpectedShareOfMentionsThatSayAnything() {
        Dataset<Row> mentions = rows(
                Mentions.TABLE,
                "{'doc_id': 'a', 'sentence_no': 0, 'entity_id': 'country:CN', 'score': -0.5, 'neutral': 0.4}",
                "{'doc_id': 'a', 'sentence_no': 1, 'entity_id': 'country:CN', 'score': 0.0, 'neutral': 0.9}",
                "{'doc_id': 'b', 'sentence_no': 2, 'entity_id': 'country:CN', 'score': 0.1, 'neutral': 0.8}");

        // (0.6 + 0.1 + 0.2) / 3.
        assertRows(
                entityTone(mentions).where("outlet = '(all)'"),
                "entity_id string, mention_count bigint, toned_share double",
                "{'entity_id': 'country:CN', 'mention_count': 3, 'toned_share': 0.3}");
    }

    @Test
    void outletsAreComparedOnTheSameEntityInTheSameMonth() {
        Dataset<Row> documents = rows(
                Documents.TABLE,
                "{'doc_id': 'a1', 'published_on': '2026-01-05', 'published_precision': 'day', 'is_copy': false, 'outlet': 'A'}",
                "{'doc_id': 'b1', 'published_on': '2026-01-20', 'published_precision': 'day', 'is_copy': false, 'outlet': 'B'}",
                "{'doc_id': 'a2', 'published_on': '2026-02-05', 'published_precision': 'day', 'is_copy': false, 'outlet': 'A'}",
                "{'doc_id': 'b2', 'published_on': '2026-02-06', 'published_precision': 'day', 'is_copy': false, 'outlet': 'B'}",
                "{'doc_id': 'b3', 'published_on': '2026-03-06', 'published_precision': 'day', 'is_copy': false, 'outlet': 'B'}",
                "{'doc_id': 'u3', 'published_on': '2026-03-06', 'published_precision': 'day', 'is_copy': false}");
        Dataset<Row> mentions = rows(
                Mentions.TABLE,
                "{'doc_id': 'a1', 'sentence_no': 0, 'entity_id': 'country:CN', 'score': 0.5}",
                "{'doc_id': 'a1', 'sentence_no': 1, 'entity_id': 'country:CN', 'score': 0.3}",
                "{'doc_id': 'b1', 'sentence_no': 0, 'entity_id': 'country:CN', 'score': -0.1}",
                "{'doc_id': 'b1', 'sentence_no': 1, 'entity_id': 'country:CN', 'score': 0.1}",
                "{'doc_id': 'b1', 'sentence_no': 2, 'entity_id': 'country:CN', 'score': 0.0}",
                "{'doc_id': 'a2', 'sentence_no': 0, 'entity_id': 'country:CN', 'score': 0.2}",
                "{'doc_id': 'b2', 'sentence_no': 0, 'entity_id': 'country:CN', 'score': 0.6}",
                "{'doc_id': 'b3', 'sentence_no': 0, 'entity_id': 'country:CN', 'score': -0.9}",
                "{'doc_id': 'u3', 'sentence_no': 0, 'entity_id': 'country:CN', 'score': 0.9}",
                "{'doc_id': 'b3', 'sentence_no': 1, 'entity_id': 'country:JP', 'score': -0.4}");

        // January: A 0.4 of two, B 0 of three. February: A 0.2, B 0.6. March has one known outlet: no part.
        // A: (2 * 0.4 - 1 * 0.4) / 3 = 0.133333. B: (-3 * 0.4 + 1 * 0.4) / 4 = -0.2.
        // Squares within months 0.232 + 0.08 over 7 - 2 degrees: 0.0624; t(5, .975) = 2.570582.
        // A: 2.570582 * sqrt(0.0624 * (2 + 4 / 3 + 1 + 1)) / 3 = 0.494313. B: with 3 + 9 / 2 + 1 + 1 and over 4,
        // 0.494795.
        assertRows(
                Tones.entityTone(ToneCounts.ofEntities(mentions, documents), List.of(Granularity.ALL))
                        .withColumn("score_vs_others", round(col("score_vs_others"), 6))
                        .withColumn("vs_others_low", round(col("vs_others_low"), 5))
                        .withColumn("vs_others_high", round(col("vs_others_high"), 5)),
                "entity_id string, outlet string, score_vs_others double, vs_others_low double, vs_others_high double",
                "{'entity_id': 'country:CN', 'outlet': '(all)'}",
                "{'entity_id': 'country:CN', 'outlet': '(unknown)'}",
                "{'entity_id': 'country:CN', 'outlet': 'A', 'score_vs_others': 0.133333, 'vs_others_low': -0.36098, 'vs_others_high': 0.62765}",
                "{'entity_id': 'country:CN', 'outlet': 'B', 'score_vs_others': -0.2, 'vs_others_low': -0.6948, 'vs_others_high': 0.2948}",
                "{'entity_id': 'country:JP', 'outlet': '(all)'}",
                "{'entity_id': 'country:JP', 'outlet': 'B'}");
    }

    @Test
    void speakersHaveAToneTowardThoseTheyNameButNotTowardThemselves() {
        Dataset<Row> documents = rows(
                Documents.TABLE,
                "{'doc_id': 'a', 'published_precision': 'none', 'is_copy': false, 'title': 'Minister: \"Japan helps\"'}",
                "{'doc_id': 'c', 'published_precision': 'none', 'is_copy': true}");
        Dataset<Row> quotes = rows(
                Quotes.TABLE,
                "{'doc_id': 'a', 'sentence_no': 0, 'start': 11, 'end': 22, 'speaker_entity_id': 'person:li'}",
                "{'doc_id': 'a', 'sentence_no': 1, 'start': 0, 'end': 60, 'speaker_entity_id': 'person:li'}",
                "{'doc_id': 'a', 'sentence_no': 3, 'start': 100, 'end': 140}",
                "{'doc_id': 'c', 'sentence_no': 0, 'start': 0, 'end': 60, 'speaker_entity_id': 'person:li'}");
        Dataset<Row> mentions = rows(
                Mentions.TABLE,
                "{'doc_id': 'a', 'sentence_no': 0, 'start': 11, 'end': 16, 'entity_id': 'country:JP', 'score': 0.6, 'label': 'positive'}",
                "{'doc_id': 'a', 'sentence_no': 1, 'start': 5, 'end': 10, 'entity_id': 'country:JP', 'score': -0.2, 'label': 'neutral'}",
                "{'doc_id': 'a', 'sentence_no': 1, 'start': 12, 'end': 17, 'entity_id': 'country:JP', 'score': -0.7, 'label': 'negative'}",
                "{'doc_id': 'a', 'sentence_no': 1, 'start': 20, 'end': 24, 'entity_id': 'person:li', 'score': 0.9, 'label': 'positive'}",
                "{'doc_id': 'a', 'sentence_no': 2, 'start': 70, 'end': 75, 'entity_id': 'country:US', 'score': -0.9, 'label': 'negative'}",
                "{'doc_id': 'a', 'sentence_no': 3, 'start': 110, 'end': 115, 'entity_id': 'country:US', 'score': -0.9, 'label': 'negative'}",
                "{'doc_id': 'c', 'sentence_no': 0, 'start': 5, 'end': 10, 'entity_id': 'country:JP', 'score': -0.9, 'label': 'negative'}");

        // The mention at 11 of the title lies in the quotation of the title, not in that of the text; that at 12 of the
        // text is at the same place as the quotation of the title but not in it. (0.6 - 0.2 - 0.7) / 3 = -0.1.
        assertRows(
                Tones.speakerTone(ToneCounts.ofSpeakers(quotes, mentions, documents), List.of(Granularity.ALL)),
                "speaker_entity_id string, entity_id string, quote_count bigint, story_count bigint, mention_count bigint, negative_count bigint, positive_count bigint, score double",
                "{'speaker_entity_id': 'person:li', 'entity_id': 'country:JP', 'quote_count': 2, 'story_count': 1, 'mention_count': 3, 'negative_count': 1, 'positive_count': 1, 'score': -0.1}");
    }
}
