package org.newsweft.jobs.trends;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.round;

import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;
import org.newsweft.table.facts.DocumentTerms;
import org.newsweft.table.facts.Documents;
import org.newsweft.table.facts.Mentions;
import org.newsweft.table.figures.Entities;
import org.newsweft.testing.SparkTest;

@SuppressWarnings("serial")
class TrendsTest extends SparkTest {
    /** Two stories and a copy on a Monday, one story on Wednesday and one on Sunday, a copy alone on the Friday between. */
    private Dataset<Row> documents() {
        return rows(
                Documents.TABLE,
                "{'doc_id': 'a', 'published_on': '2013-04-15', 'published_precision': 'day', 'is_copy': false, 'word_count': 400, 'sentence_count': 20}",
                "{'doc_id': 'b', 'published_on': '2013-04-15', 'published_precision': 'day', 'is_copy': false, 'word_count': 100, 'sentence_count': 5}",
                "{'doc_id': 'c', 'published_on': '2013-04-15', 'published_precision': 'day', 'is_copy': true, 'word_count': 400, 'sentence_count': 20}",
                "{'doc_id': 'd', 'published_on': '2013-04-17', 'published_precision': 'day', 'is_copy': false, 'word_count': 250, 'sentence_count': 12}",
                "{'doc_id': 'e', 'published_on': '2013-04-19', 'published_precision': 'day', 'is_copy': true, 'word_count': 250, 'sentence_count': 12}",
                "{'doc_id': 'f', 'published_on': '2013-04-21', 'published_precision': 'day', 'is_copy': false, 'word_count': 500, 'sentence_count': 25}",
                "{'doc_id': 'g', 'published_on': '2012-01-01', 'published_precision': 'year', 'is_copy': false, 'word_count': 900, 'sentence_count': 45}",
                "{'doc_id': 'h', 'published_precision': 'none', 'is_copy': false, 'word_count': 300, 'sentence_count': 15}");
    }

    private Dataset<Row> terms() {
        return rows(
                DocumentTerms.TABLE,
                "{'doc_id': 'a', 'kind': 'word', 'term': 'missile', 'term_count': 3}",
                "{'doc_id': 'c', 'kind': 'word', 'term': 'missile', 'term_count': 3}",
                "{'doc_id': 'e', 'kind': 'word', 'term': 'missile', 'term_count': 1}",
                "{'doc_id': 'f', 'kind': 'word', 'term': 'missile', 'term_count': 1}",
                "{'doc_id': 'h', 'kind': 'word', 'term': 'missile', 'term_count': 7}",
                "{'doc_id': 'd', 'kind': 'phrase', 'term': 'summit talks', 'term_count': 1}",
                "{'doc_id': 'h', 'kind': 'phrase', 'term': 'summit talks', 'term_count': 1}");
    }

    @Test
    void totalsCountStoriesOnceAndUndatedDocumentsInAllAlone() {
        assertRows(
                Totals.of(TermCounts.totalsOf(documents())).where("granularity in ('week', 'month', 'year', 'all')"),
                "granularity string, period_start date, language string, document_count bigint, document_count_with_copies bigint, sentence_count bigint, word_count bigint, outlet_count bigint, is_thin boolean",
                "{'granularity': 'week', 'period_start': '2013-04-15', 'language': 'en', 'document_count': 4, 'document_count_with_copies': 6, 'sentence_count': 62, 'word_count': 1250, 'outlet_count': 1, 'is_thin': false}",
                "{'granularity': 'month', 'period_start': '2013-04-01', 'language': 'en', 'document_count': 4, 'document_count_with_copies': 6, 'sentence_count': 62, 'word_count': 1250, 'outlet_count': 1, 'is_thin': false}",
                "{'granularity': 'year', 'period_start': '2013-01-01', 'language': 'en', 'document_count': 4, 'document_count_with_copies': 6, 'sentence_count': 62, 'word_count': 1250, 'outlet_count': 1, 'is_thin': false}",
                "{'granularity': 'year', 'period_start': '2012-01-01', 'language': 'en', 'document_count': 1, 'document_count_with_copies': 1, 'sentence_count': 45, 'word_count': 900, 'outlet_count': 1, 'is_thin': true}",
                "{'granularity': 'all', 'language': 'en', 'document_count': 6, 'document_count_with_copies': 8, 'sentence_count': 122, 'word_count': 2450, 'outlet_count': 1, 'is_thin': false}");
    }

    @Test
    void onlyPeriodsWithAStoryThatHoldsTheTermHaveARow() {
        // Friday has copies only, hence no share; Wednesday has stories without it. Rolling: 1/2, 2/4.
        assertRows(
                trends(2).where("granularity = 'day'"),
                "kind string, term string, period_start date, term_count bigint, document_count bigint, document_count_with_copies bigint, document_share double, per_million_words double, rolling_share double, z_score double",
                "{'kind': 'word', 'term': 'missile', 'period_start': '2013-04-15', 'term_count': 3, 'document_count': 1, 'document_count_with_copies': 2, 'document_share': 0.5, 'per_million_words': 6000.0, 'rolling_share': 0.5}",
                "{'kind': 'word', 'term': 'missile', 'period_start': '2013-04-21', 'term_count': 1, 'document_count': 1, 'document_count_with_copies': 1, 'document_share': 1.0, 'per_million_words': 2000.0, 'rolling_share': 0.5}");
    }

    @Test
    void aShareHasItsInterval() {
        // Wilson's interval of 2 of 4 by scipy.stats.binomtest: 0.15004, 0.84996.
        assertRows(
                trends(2).where("granularity = 'week'"),
                "term string, period_start date, document_share double, ci_low double, ci_high double, z_score double",
                "{'term': 'missile', 'period_start': '2013-04-15', 'document_share': 0.5, 'ci_low': 0.15, 'ci_high': 0.85}");
    }

    @Test
    void theStandardScoreLooksBackAWindowAndNoFurther() {
        // Five days before, of 10 stories each, with 1, 0, 2, 0 and 2: mean .1, sample deviation .1; then 5 of 10.
        Dataset<Row> termCounts = rows(
                org.newsweft.table.counts.TermCounts.TABLE,
                CountRows.term(org.newsweft.table.schema.Granularity.DAY, "missile", 1, 0, 2, 0, 2, 5));
        Dataset<Row> totals = Totals.of(rows(
                org.newsweft.table.counts.TotalCounts.TABLE,
                CountRows.totals(org.newsweft.table.schema.Granularity.DAY, 10, 10, 10, 10, 10, 10)));
        Dataset<Row> series = TermSeries.of(
                termCounts,
                totals,
                termCounts
                        .select("language", "kind", "term")
                        .distinct()
                        .withColumn(FollowedTerms.MARKS, org.apache.spark.sql.functions.lit(false)));

        assertRows(
                Trends.of(series)
                        .where("granularity = 'day'")
                        .select(col("period_start"), round(col("z_score"), 4).as("z_score")),
                "period_start date, z_score double",
                "{'period_start': '2013-04-15'}",
                "{'period_start': '2013-04-17'}",
                "{'period_start': '2013-04-19'}",
                "{'period_start': '2013-04-20', 'z_score': 4.0}");
    }

    @Test
    void entitiesAreTermsToo() {
        Dataset<Row> mentions = rows(
                Mentions.TABLE,
                "{'doc_id': 'd', 'entity_id': 'country:CN'}",
                "{'doc_id': 'd', 'entity_id': 'country:CN'}",
                "{'doc_id': 'g', 'entity_id': 'country:CN'}");
        Dataset<Row> series = series(mentions, rows(Entities.TABLE), 1);

        // Document g is dated to the year only.
        assertRows(
                Trends.of(series).where("kind = 'entity' and granularity in ('month', 'year')"),
                "granularity string, period_start date, term string, term_count bigint, document_count bigint",
                "{'granularity': 'year', 'period_start': '2012-01-01', 'term': 'country:CN', 'term_count': 1, 'document_count': 1}",
                "{'granularity': 'year', 'period_start': '2013-01-01', 'term': 'country:CN', 'term_count': 2, 'document_count': 1}",
                "{'granularity': 'month', 'period_start': '2013-04-01', 'term': 'country:CN', 'term_count': 2, 'document_count': 1}");
    }

    @Test
    void anOutletIsNoTerm() {
        Dataset<Row> mentions = rows(
                Mentions.TABLE,
                "{'doc_id': 'd', 'entity_id': 'organization:reuters'}",
                "{'doc_id': 'f', 'entity_id': 'country:CN'}");
        Dataset<Row> entities = rows(
                Entities.TABLE,
                "{'entity_id': 'organization:reuters', 'is_outlet': true}",
                "{'entity_id': 'country:CN', 'is_outlet': false}");

        assertRows(
                TermCounts.of(rows(DocumentTerms.TABLE), mentions, documents(), entities),
                "language string, kind string, term string, precision string, period_start date, outlet string, document_count bigint",
                "{'language': 'en', 'kind': 'entity', 'term': 'country:CN', 'precision': 'day', 'period_start': '2013-04-21', 'outlet': '(unknown)', 'document_count': 1}");
    }

    private Dataset<Row> series(Dataset<Row> mentions, Dataset<Row> entities, long minimumDocuments) {
        Dataset<Row> termCounts = TermCounts.of(terms(), mentions, documents(), entities);
        Dataset<Row> totalCounts = TermCounts.totalsOf(documents());
        return TermSeries.of(
                termCounts, Totals.of(totalCounts), FollowedTerms.of(termCounts, totalCounts, minimumDocuments));
    }

    private Dataset<Row> trends(long minimumDocuments) {
        return Trends.of(series(rows(Mentions.TABLE), rows(Entities.TABLE), minimumDocuments))
                .withColumn("rolling_share", round(col("rolling_share"), 4))
                .withColumn("ci_low", round(col("ci_low"), 4))
                .withColumn("ci_high", round(col("ci_high"), 4));
    }
}
