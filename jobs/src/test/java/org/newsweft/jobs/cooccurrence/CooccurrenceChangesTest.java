package org.newsweft.jobs.cooccurrence;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.round;

import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;
import org.newsweft.table.counts.EntityCounts;
import org.newsweft.table.counts.PairCounts;
import org.newsweft.table.counts.UnitCounts;
import org.newsweft.table.figures.CooccurrenceChange;
import org.newsweft.table.figures.CooccurrenceEvidence;
import org.newsweft.table.figures.Entities;
import org.newsweft.table.schema.Granularity;
import org.newsweft.testing.SparkTest;

@SuppressWarnings("serial")
class CooccurrenceChangesTest extends SparkTest {
    @Test
    void comparesAMonthWithTheTwelveBeforeIt() {
        // a and b: once in May 2012, which is too long ago, twice in May 2013, twelve times in June in six stories. c
        // and d:
        // once in June 2012, twice in June 2013. e and f: in one story alone. g and h: in June 2013 only.
        Dataset<Row> pairs = rows(
                PairCounts.TABLE,
                pair("a", "b", "2012-05-03", 1, 1),
                pair("a", "b", "2013-05-03", 2, 1),
                pair("a", "b", "2013-06-05", 4, 2),
                pair("a", "b", "2013-06-11", 8, 4),
                pair("c", "d", "2012-06-30", 1, 1),
                pair("c", "d", "2013-06-05", 2, 2),
                pair("e", "f", "2013-06-05", 9, 1),
                pair("g", "h", "2013-06-05", 2, 2));
        Dataset<Row> entities = rows(
                EntityCounts.TABLE,
                entity("a", "2013-05-01", 5),
                entity("a", "2013-06-01", 20),
                entity("b", "2013-05-01", 4),
                entity("b", "2013-06-01", 24),
                entity("c", "2012-06-01", 1),
                entity("d", "2012-06-01", 1),
                entity("c", "2013-06-01", 2),
                entity("d", "2013-06-01", 2),
                entity("g", "2013-06-01", 2),
                entity("h", "2013-06-01", 2));
        Dataset<Row> units = rows(
                UnitCounts.TABLE,
                units("2012-05-01", 50, 10),
                units("2012-06-01", 50, 10),
                units("2013-05-01", 100, 20),
                units("2013-06-01", 200, 40));

        Dataset<Row> changes =
                CooccurrenceChanges.of(pairs, entities, units, rows(Entities.TABLE), List.of(Granularity.ALL));

        // Of all stories of both times, 40 of 70 fall to June. scipy, k now and b before: binom.sf(k, k + b, 4 / 7) +
        // binom.pmf(k, k + b, 4 / 7) / 2 for 6 and 1, 2 and 1, 2 and 0. Four pairs meet in June: q of three tests and a
        // p
        // of 1. npmi of a and b: log2(12 * 200 / (20 * 24)) / -log2(12 / 200), before log2(2 * 150 / 20) / -log2(2 /
        // 150).
        assertRows(
                changes.withColumn("p_value", round(col("p_value"), 6))
                        .withColumn("q_value", round(col("q_value"), 6))
                        .withColumn("npmi", round(col("npmi"), 6))
                        .withColumn("before_npmi", round(col("before_npmi"), 6))
                        .withColumn("before_share", round(col("before_share"), 6)),
                "granularity string, period_start date, entity_a string, sentence_count bigint, story_count bigint, sentence_share double, npmi double, before_periods bigint, before_sentence_count bigint, before_story_count bigint, before_share double, before_npmi double, p_value double, q_value double, is_new boolean, is_returning boolean, first_seen date, last_seen date",
                "{'granularity': 'month', 'period_start': '2013-06-01', 'entity_a': 'a', 'sentence_count': 12, 'story_count': 6, 'sentence_share': 0.06, 'npmi': 0.572059, 'before_periods': 2, 'before_sentence_count': 2, 'before_story_count': 1, 'before_share': 0.013333, 'before_npmi': 0.627228, 'p_value': 0.072118, 'q_value': 0.288471, 'is_new': false, 'is_returning': false, 'first_seen': '2013-05-03', 'last_seen': '2013-05-03'}",
                "{'granularity': 'month', 'period_start': '2013-06-01', 'entity_a': 'c', 'sentence_count': 2, 'story_count': 2, 'sentence_share': 0.01, 'npmi': 1.0, 'before_periods': 2, 'before_sentence_count': 1, 'before_story_count': 1, 'before_share': 0.006667, 'before_npmi': 1.0, 'p_value': 0.396501, 'q_value': 0.528669, 'is_new': false, 'is_returning': true, 'first_seen': '2012-06-30', 'last_seen': '2012-06-30'}",
                "{'granularity': 'month', 'period_start': '2013-06-01', 'entity_a': 'g', 'sentence_count': 2, 'story_count': 2, 'sentence_share': 0.01, 'npmi': 1.0, 'before_periods': 2, 'before_sentence_count': 0, 'before_story_count': 0, 'before_share': 0.0, 'p_value': 0.163265, 'q_value': 0.326531, 'is_new': true, 'is_returning': false, 'first_seen': '2013-06-05'}");
        // Fewer stories before and more now: closer.
        assertRows(changes.orderBy(col("rate_ratio_low").desc()).limit(1), "entity_a string", "{'entity_a': 'a'}");
    }

    @Test
    void anEventThatHasMoreThanHalfOfTheStoriesStandsBehindTheChange() {
        Dataset<Row> changes = rows(
                CooccurrenceChange.TABLE,
                "{'granularity': 'month', 'period_start': '2013-06-01', 'entity_a': 'a', 'entity_b': 'b', 'story_count': 3}",
                "{'granularity': 'month', 'period_start': '2013-06-01', 'entity_a': 'c', 'entity_b': 'd', 'story_count': 2}");
        Dataset<Row> evidence = rows(
                CooccurrenceEvidence.TABLE,
                "{'entity_a': 'a', 'entity_b': 'b', 'doc_id': '1', 'sentence_no': 0, 'published_on': '2013-06-02'}",
                "{'entity_a': 'a', 'entity_b': 'b', 'doc_id': '1', 'sentence_no': 4, 'published_on': '2013-06-02'}",
                "{'entity_a': 'a', 'entity_b': 'b', 'doc_id': '2', 'sentence_no': 0, 'published_on': '2013-06-03'}",
                "{'entity_a': 'a', 'entity_b': 'b', 'doc_id': '3', 'sentence_no': 0, 'published_on': '2013-06-04'}",
                "{'entity_a': 'c', 'entity_b': 'd', 'doc_id': '1', 'sentence_no': 1, 'published_on': '2013-06-02'}",
                "{'entity_a': 'c', 'entity_b': 'd', 'doc_id': '3', 'sentence_no': 1, 'published_on': '2013-06-04'}");
        Dataset<Row> events = rows(
                "event_id string, doc_id string",
                "{'event_id': 'storm', 'doc_id': '1'}",
                "{'event_id': 'storm', 'doc_id': '2'}");

        assertRows(
                CooccurrenceChanges.withEvents(changes, evidence, events),
                "entity_a string, event_id string",
                "{'entity_a': 'a', 'event_id': 'storm'}",
                "{'entity_a': 'c'}");
    }

    private static String pair(String a, String b, String day, long sentences, long stories) {
        return "{'entity_a': '%s', 'entity_b': '%s', 'precision': 'day', 'period_start': '%s', 'sentences': %d, 'sentence_stories': %d}"
                .formatted(a, b, day, sentences, stories);
    }

    private static String entity(String id, String month, long sentences) {
        return "{'entity_id': '%s', 'precision': 'month', 'period_start': '%s', 'sentences': %d}"
                .formatted(id, month, sentences);
    }

    private static String units(String month, long sentences, long stories) {
        return "{'precision': 'month', 'period_start': '%s', 'sentences': %d, 'stories': %d}"
                .formatted(month, sentences, stories);
    }
}
