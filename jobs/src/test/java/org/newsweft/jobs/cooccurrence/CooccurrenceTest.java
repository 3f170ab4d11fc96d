package org.newsweft.jobs.cooccurrence;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.expr;
import static org.apache.spark.sql.functions.round;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;
import org.newsweft.table.facts.Documents;
import org.newsweft.table.facts.Mentions;
import org.newsweft.table.facts.Sentences;
import org.newsweft.table.figures.Entities;
import org.newsweft.table.schema.Granularity;
import org.newsweft.testing.SparkTest;

@SuppressWarnings("serial")
class CooccurrenceTest extends SparkTest {
    private static final List<Granularity> ALL = List.of(Granularity.ALL);

    /** Document b copies a, and says more. */
    private Dataset<Row> documents() {
        return rows(
                Documents.TABLE,
                "{'doc_id': 'a', 'published_on': '2013-04-15', 'published_precision': 'day', 'is_copy': false, 'outlet': 'FCW'}",
                "{'doc_id': 'b', 'published_on': '2013-04-16', 'published_precision': 'day', 'is_copy': true}",
                "{'doc_id': 'c', 'published_on': '2013-01-01', 'published_precision': 'year', 'is_copy': false}");
    }

    private Dataset<Row> mentions() {
        return rows(
                Mentions.TABLE,
                "{'doc_id': 'a', 'sentence_no': 0, 'start': 0, 'entity_id': 'country:US'}",
                "{'doc_id': 'a', 'sentence_no': 0, 'start': 9, 'entity_id': 'country:CN'}",
                "{'doc_id': 'a', 'sentence_no': 0, 'start': 19, 'entity_id': 'country:CN'}",
                "{'doc_id': 'a', 'sentence_no': 1, 'start': 30, 'entity_id': 'country:CN'}",
                "{'doc_id': 'a', 'sentence_no': 1, 'start': 39, 'entity_id': 'country:US'}",
                "{'doc_id': 'a', 'sentence_no': 1, 'start': 49, 'entity_id': 'country:JP'}",
                "{'doc_id': 'a', 'sentence_no': 2, 'start': 60, 'entity_id': 'country:US'}",
                "{'doc_id': 'b', 'sentence_no': 0, 'start': 0, 'entity_id': 'country:US'}",
                "{'doc_id': 'b', 'sentence_no': 0, 'start': 9, 'entity_id': 'country:CN'}",
                "{'doc_id': 'b', 'sentence_no': 1, 'start': 30, 'entity_id': 'country:FR'}",
                "{'doc_id': 'b', 'sentence_no': 1, 'start': 39, 'entity_id': 'country:US'}",
                "{'doc_id': 'c', 'sentence_no': 0, 'start': 0, 'entity_id': 'country:CN'}",
                "{'doc_id': 'c', 'sentence_no': 0, 'start': 9, 'entity_id': 'country:JP'}");
    }

    private Dataset<Row> pairs(
            Dataset<Row> mentions, Dataset<Row> documents, List<Granularity> granularities, long support) {
        return PairsOf.documents(
                mentions, documents, rows(Entities.TABLE), granularities, new Support(support, support), 0);
    }

    @Test
    void countsUnitsThatNameBothAndLeavesCopiesToTheirOwnColumn() {
        // Four sentences of stories name someone: a0 CN US, a1 CN JP US, a2 US, c0 CN JP. The French are in a copy
        // only.
        assertRows(
                pairs(mentions(), documents(), ALL, 1),
                "entity_a string, entity_b string, scope string, n_ab bigint, n_a bigint, n_b bigint, n bigint, n_ab_with_copies bigint",
                "{'entity_a': 'country:CN', 'entity_b': 'country:US', 'scope': 'sentence', 'n_ab': 2, 'n_a': 3, 'n_b': 3, 'n': 4, 'n_ab_with_copies': 3}",
                "{'entity_a': 'country:CN', 'entity_b': 'country:JP', 'scope': 'sentence', 'n_ab': 2, 'n_a': 3, 'n_b': 2, 'n': 4, 'n_ab_with_copies': 2}",
                "{'entity_a': 'country:JP', 'entity_b': 'country:US', 'scope': 'sentence', 'n_ab': 1, 'n_a': 2, 'n_b': 3, 'n': 4, 'n_ab_with_copies': 1}",
                "{'entity_a': 'country:CN', 'entity_b': 'country:US', 'scope': 'document', 'n_ab': 1, 'n_a': 2, 'n_b': 1, 'n': 2, 'n_ab_with_copies': 2}",
                "{'entity_a': 'country:CN', 'entity_b': 'country:JP', 'scope': 'document', 'n_ab': 2, 'n_a': 2, 'n_b': 2, 'n': 2, 'n_ab_with_copies': 2}",
                "{'entity_a': 'country:JP', 'entity_b': 'country:US', 'scope': 'document', 'n_ab': 1, 'n_a': 2, 'n_b': 1, 'n': 2, 'n_ab_with_copies': 1}");
    }

    @Test
    void measuresFollowFromTheFourCounts() {
        Dataset<Row> pairs = pairs(mentions(), documents(), ALL, 1).where("scope = 'sentence'");
        Dataset<Row> rounded = pairs.select(
                col("entity_a"),
                col("entity_b"),
                round(col("pmi"), 4).as("pmi"),
                round(col("npmi"), 4).as("npmi"),
                round(col("g2"), 4).as("g2"),
                round(col("p_value"), 4).as("p_value"),
                round(col("q_value"), 4).as("q_value"),
                round(col("log_dice"), 4).as("log_dice"),
                round(col("jaccard"), 4).as("jaccard"),
                round(col("t_score"), 4).as("t_score"));

        // By hand. CN-US: expected 3 * 3 / 4 = 2.25, pmi = log2(2 * 4 / 9), g2 = 2 (2 ln(2 / 2.25) + 2 ln(1 / 0.75))
        // with
        // the sign of 2 - 2.25. One story makes CN-US and JP-US: never significant. CN-JP has two, one sentence each:
        // scipy.stats.hypergeom(4, 3, 2): P(2) / 2 = 0.25. Three names make three tests: q = 0.25 * 3 / 1.
        assertRows(
                rounded,
                "entity_a string, entity_b string, pmi double, npmi double, g2 double, p_value double, q_value double, log_dice double, jaccard double, t_score double",
                "{'entity_a': 'country:CN', 'entity_b': 'country:US', 'pmi': -0.1699, 'npmi': -0.1699, 'g2': -0.6796, 'p_value': 1.0, 'q_value': 1.0, 'log_dice': 13.415, 'jaccard': 0.5, 't_score': -0.1768}",
                "{'entity_a': 'country:CN', 'entity_b': 'country:JP', 'pmi': 0.415, 'npmi': 0.415, 'g2': 1.7261, 'p_value': 0.25, 'q_value': 0.75, 'log_dice': 13.6781, 'jaccard': 0.6667, 't_score': 0.3536}",
                "{'entity_a': 'country:JP', 'entity_b': 'country:US', 'pmi': -0.585, 'npmi': -0.2925, 'g2': -1.7261, 'p_value': 1.0, 'q_value': 1.0, 'log_dice': 12.6781, 'jaccard': 0.25, 't_score': -0.5}");
    }

    @Test
    void saysHowManyStoriesAndOutletsStandBehindAPair() {
        Dataset<Row> entities = rows(
                Entities.TABLE,
                "{'entity_id': 'country:CN', 'label': 'China', 'type': 'country', 'is_outlet': false}",
                "{'entity_id': 'country:JP', 'label': 'Japan', 'type': 'country', 'is_outlet': false}",
                "{'entity_id': 'country:US', 'label': 'United States', 'type': 'country', 'is_outlet': false}");
        Dataset<Row> pairs = PairsOf.documents(mentions(), documents(), entities, ALL, new Support(1, 1), 0);

        assertRows(
                pairs.where("scope = 'sentence'"),
                "entity_a_label string, entity_b_label string, type_a string, n_ab bigint, story_count bigint, outlet_count bigint, expected double, test_count bigint",
                "{'entity_a_label': 'China', 'entity_b_label': 'United States', 'type_a': 'country', 'n_ab': 2, 'story_count': 1, 'outlet_count': 1, 'expected': 2.25, 'test_count': 3}",
                "{'entity_a_label': 'China', 'entity_b_label': 'Japan', 'type_a': 'country', 'n_ab': 2, 'story_count': 2, 'outlet_count': 1, 'expected': 1.5, 'test_count': 3}",
                "{'entity_a_label': 'Japan', 'entity_b_label': 'United States', 'type_a': 'country', 'n_ab': 1, 'story_count': 1, 'outlet_count': 1, 'expected': 1.5, 'test_count': 3}");
    }

    @Test
    void outletsMeetNobodyAndMakeNoUnit() {
        Dataset<Row> entities = rows(
                Entities.TABLE,
                "{'entity_id': 'country:US', 'label': 'United States', 'type': 'country', 'is_outlet': true}");

        // a2 and b1 name the United States, and the French in a copy: no unit is left of the first.
        assertRows(
                PairsOf.documents(mentions(), documents(), entities, ALL, new Support(1, 1), 0),
                "entity_a string, entity_b string, scope string, n_ab bigint, n_a bigint, n_b bigint, n bigint",
                "{'entity_a': 'country:CN', 'entity_b': 'country:JP', 'scope': 'sentence', 'n_ab': 2, 'n_a': 3, 'n_b': 2, 'n': 3}",
                "{'entity_a': 'country:CN', 'entity_b': 'country:JP', 'scope': 'document', 'n_ab': 2, 'n_a': 2, 'n_b': 2, 'n': 2}");
    }

    @Test
    void windowsWeightAMeetingByItsDistance() {
        Dataset<Row> mentions = rows(
                Mentions.TABLE,
                "{'doc_id': 'a', 'sentence_no': 0, 'entity_id': 'country:CN'}",
                "{'doc_id': 'a', 'sentence_no': 1, 'entity_id': 'country:JP'}",
                "{'doc_id': 'a', 'sentence_no': 5, 'entity_id': 'country:CN'}",
                "{'doc_id': 'a', 'sentence_no': 5, 'entity_id': 'country:JP'}",
                "{'doc_id': 'a', 'sentence_no': 8, 'entity_id': 'country:US'}");

        // Windows of three sentences: CN in those that begin at -2..0 and 3..5, JP at -1..1 and 3..5, US at 6..8. CN
        // and JP
        // share two for the meeting at a distance of one, three for that in one sentence. US is three from the next
        // name.
        assertRows(
                PairsOf.documents(mentions, documents(), rows(Entities.TABLE), ALL, new Support(1, 1), 2)
                        .where("scope = 'window'"),
                "entity_a string, entity_b string, n_ab bigint, n_a bigint, n_b bigint, n bigint, story_count bigint",
                "{'entity_a': 'country:CN', 'entity_b': 'country:JP', 'n_ab': 5, 'n_a': 6, 'n_b': 6, 'n': 10, 'story_count': 1}");
    }

    @Test
    void countsPeriodsApartAndOnlyThoseTheDateIsPreciseEnoughFor() {
        Dataset<Row> pairs = pairs(mentions(), documents(), List.of(Granularity.MONTH, Granularity.YEAR), 1)
                .where("scope = 'sentence' and entity_b = 'country:JP'");

        assertRows(
                pairs,
                "granularity string, period_start date, n_ab bigint, n bigint",
                "{'granularity': 'month', 'period_start': '2013-04-01', 'n_ab': 1, 'n': 3}",
                "{'granularity': 'year', 'period_start': '2013-01-01', 'n_ab': 2, 'n': 4}");
    }

    @Test
    void keepsPairsAtTheMinimumSupportAndAbove() {
        assertRows(
                pairs(mentions(), documents(), ALL, 2),
                "entity_a string, entity_b string, scope string",
                "{'entity_a': 'country:CN', 'entity_b': 'country:US', 'scope': 'sentence'}",
                "{'entity_a': 'country:CN', 'entity_b': 'country:JP', 'scope': 'sentence'}",
                "{'entity_a': 'country:CN', 'entity_b': 'country:JP', 'scope': 'document'}");
        assertThatThrownBy(() -> new Support(0, 1)).hasMessage("minimum support is 0, not 1 or more");
        assertThat(Support.of(1, 999)).isEqualTo(new Support(1, 1));
        assertThat(Support.of(1, 1_000)).isEqualTo(new Support(1, 2));
        assertThat(Support.of(3, 1_000)).isEqualTo(new Support(3, 3));
    }

    @Test
    void evidenceIsEverySentenceThatNamesBoth() {
        Dataset<Row> sentences = rows(
                Sentences.TABLE,
                "{'doc_id': 'a', 'sentence_no': 0, 'text': 'The United States and China met; China agreed.'}",
                "{'doc_id': 'a', 'sentence_no': 1, 'text': 'China and the United States named Japan.'}",
                "{'doc_id': 'a', 'sentence_no': 2, 'text': 'The United States left.'}",
                "{'doc_id': 'b', 'sentence_no': 0, 'text': 'The United States and China met; China agreed.'}",
                "{'doc_id': 'c', 'sentence_no': 0, 'text': 'China trades with Japan.'}");
        Dataset<Row> pairs = pairs(mentions(), documents(), ALL, 2);

        assertRows(
                Evidence.of(pairs, mentions(), sentences, documents()),
                "entity_a string, entity_b string, doc_id string, sentence_no bigint, published_on date, outlet string, text string",
                "{'entity_a': 'country:CN', 'entity_b': 'country:US', 'doc_id': 'a', 'sentence_no': 0, 'published_on': '2013-04-15', 'outlet': 'FCW', 'text': 'The United States and China met; China agreed.'}",
                "{'entity_a': 'country:CN', 'entity_b': 'country:US', 'doc_id': 'a', 'sentence_no': 1, 'published_on': '2013-04-15', 'outlet': 'FCW', 'text': 'China and the United States named Japan.'}",
                "{'entity_a': 'country:CN', 'entity_b': 'country:JP', 'doc_id': 'a', 'sentence_no': 1, 'published_on': '2013-04-15', 'outlet': 'FCW', 'text': 'China and the United States named Japan.'}",
                "{'entity_a': 'country:CN', 'entity_b': 'country:JP', 'doc_id': 'c', 'sentence_no': 0, 'published_on': '2013-01-01', 'text': 'China trades with Japan.'}");
    }

    @Test
    void aUnitOfManyEntitiesYieldsAllItsPairs() {
        Dataset<Row> crowd = spark().range(600)
                .select(
                        expr("'a'").as("doc_id"),
                        expr("0L").as("sentence_no"),
                        expr("format_string('person:%03d', id)").as("entity_id"));

        Dataset<Row> pairs = pairs(crowd, documents(), ALL, 1);

        // 600 * 599 / 2, every one as often as chance has it, so g2 is 0. So many names are a list: no unit of a
        // document.
        assertRows(
                pairs.where("g2 = 0.0 and npmi = 1.0 and p_value = 1.0")
                        .groupBy("scope")
                        .count(),
                "scope string, count bigint",
                "{'scope': 'sentence', 'count': 179700}");
    }
}
