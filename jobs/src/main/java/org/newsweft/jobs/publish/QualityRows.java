package org.newsweft.jobs.publish;

import static org.apache.spark.sql.functions.abs;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.countDistinct;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.sum;

import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.newsweft.jobs.engine.Frames;
import org.newsweft.table.facts.Documents;
import org.newsweft.table.facts.Sentences;
import org.newsweft.table.figures.CooccurrenceEvidence;
import org.newsweft.table.figures.Entities;
import org.newsweft.table.figures.EntityCooccurrence;
import org.newsweft.table.figures.Events;
import org.newsweft.table.figures.PeriodTotals;
import org.newsweft.table.figures.QualityChecks;
import org.newsweft.table.figures.TermTrends;
import org.newsweft.table.schema.Granularity;

/** The checks: each counts what must not be, so that its limit is what is allowed of it. */
final class QualityRows {
    private QualityRows() {}

    /** Documents beyond the first of one id. */
    static Dataset<Row> duplicateDocuments(Dataset<Row> documents) {
        return check(
                "duplicate_documents",
                documents.agg(
                        count("*").minus(countDistinct(Documents.DOC_ID.col())).as("value")));
    }

    /** Sentences of no document. */
    static Dataset<Row> orphanSentences(Dataset<Row> sentences, Dataset<Row> documents) {
        return missing("orphan_sentences", sentences, documents, Documents.DOC_ID.name());
    }

    /** Mentions in no sentence. */
    static Dataset<Row> orphanMentions(Dataset<Row> mentions, Dataset<Row> sentences) {
        return missing("orphan_mentions", mentions, sentences, Sentences.DOC_ID.name(), Sentences.SENTENCE_NO.name());
    }

    /** Documents of an event that are no documents, or of no event. */
    static Dataset<Row> orphanEventDocuments(Dataset<Row> eventDocuments, Dataset<Row> documents, Dataset<Row> events) {
        Dataset<Row> placed = eventDocuments
                .join(documents, Frames.on(Documents.DOC_ID.name()), "left_semi")
                .join(events, Frames.on(Events.EVENT_ID.name()), "left_semi")
                .select(Documents.DOC_ID.col());
        return missing("orphan_event_documents", eventDocuments, placed, Documents.DOC_ID.name());
    }

    /** Mentions of an entity that is not listed. */
    static Dataset<Row> unlistedEntities(Dataset<Row> mentions, Dataset<Row> entities) {
        return missing("unlisted_entities", mentions, entities, Entities.ENTITY_ID.name());
    }

    /** Difference between the sentences counted for pairs and the sentences shown for them. */
    static Dataset<Row> evidenceMismatch(Dataset<Row> pairs, Dataset<Row> evidence) {
        Dataset<Row> counted = pairs.where(EntityCooccurrence.SCOPE
                        .col()
                        .equalTo("sentence")
                        .and(EntityCooccurrence.GRANULARITY.col().equalTo(Granularity.ALL.code())))
                .agg(coalesce(sum(EntityCooccurrence.N_AB.col()), lit(0L)).as("counted"));
        Dataset<Row> shown =
                evidence.agg(count(CooccurrenceEvidence.DOC_ID.col()).as("shown"));
        return check(
                "evidence_mismatch",
                counted.crossJoin(shown)
                        .select(abs(counted.col("counted").minus(shown.col("shown")))
                                .as("value")));
    }

    /** Trend rows of a period without a denominator, or with a share above one. */
    static Dataset<Row> brokenShares(Dataset<Row> trends, Dataset<Row> totals) {
        Column granularity = trends.col(TermTrends.GRANULARITY.name())
                .equalTo(totals.col(PeriodTotals.GRANULARITY.name()))
                .and(trends.col(TermTrends.PERIOD_START.name()).equalTo(totals.col(PeriodTotals.PERIOD_START.name())))
                .and(trends.col(TermTrends.LANGUAGE.name()).equalTo(totals.col(PeriodTotals.LANGUAGE.name())))
                .and(trends.col(TermTrends.DOCUMENT_COUNT.name()).leq(totals.col(PeriodTotals.DOCUMENT_COUNT.name())));
        return check(
                "broken_shares",
                trends.join(totals, granularity, "left_anti").agg(count("*").as("value")));
    }

    /** Documents that the last published run had and this one lacks. */
    static Dataset<Row> lostDocuments(Dataset<Row> documents, long before, long removed) {
        Column lost = lit(before - removed).minus(count("*"));
        return check(
                "lost_documents",
                documents.agg(
                        org.apache.spark.sql.functions.greatest(lost, lit(0L)).as("value")));
    }

    private static Dataset<Row> missing(String name, Dataset<Row> rows, Dataset<Row> expected, String... key) {
        return check(
                name,
                rows.join(expected, Frames.on(key), "left_anti").agg(count("*").as("value")));
    }

    private static Dataset<Row> check(String name, Dataset<Row> value) {
        Column found = value.col("value").cast("double");
        return value.select(
                lit(name).as(QualityChecks.CHECK.name()),
                found.as(QualityChecks.VALUE.name()),
                lit(0.0).as(QualityChecks.LIMIT.name()),
                found.leq(0.0).as(QualityChecks.PASSED.name()));
    }
}
