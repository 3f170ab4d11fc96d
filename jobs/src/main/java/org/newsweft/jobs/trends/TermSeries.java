package org.newsweft.jobs.trends;

import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.collect_list;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.inline;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.sort_array;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.udf;
import static org.apache.spark.sql.functions.unix_date;
import static org.apache.spark.sql.functions.when;
import static org.newsweft.table.TermTrends.*;

import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.api.java.UDF3;
import org.apache.spark.sql.expressions.UserDefinedFunction;
import org.apache.spark.sql.types.DataTypes;
import org.newsweft.table.DocumentTerms;
import org.newsweft.table.Documents;
import org.newsweft.table.Granularity;
import org.newsweft.table.Mentions;
import org.newsweft.table.PeriodTotals;
import org.newsweft.table.Periods;
import scala.collection.Seq;

/**
 * The series of every term: what trends, tests, bursts and keyness are computed from. Worked out once and worth
 * caching, for the four tables that follow need no further shuffle to read it.
 *
 * <p>A series runs over the periods of the corpus, those with at least one story, from the first to the last with a
 * story that holds the term. Undated documents are in no series, and copies do not lengthen one.
 */
public final class TermSeries {
    /** Granularities that have trends. */
    static final List<Granularity> GRANULARITIES =
            List.of(Granularity.DAY, Granularity.WEEK, Granularity.MONTH, Granularity.YEAR);

    /** Column: the points of the series in order, an array of the structs that {@link SeriesPoint} declares. */
    static final String POINTS = "points";

    /** Column: stories of all periods of the granularity. */
    static final String CORPUS_DOCUMENTS = "corpus_documents";

    /** Column: number of periods of the granularity. */
    static final String CORPUS_PERIODS = "corpus_periods";

    private static final String DAYS = "days";
    private static final String DAY = "day";
    private static final String CALENDAR = "calendar";
    private static final String OCCURRENCES = "occurrences";

    private static final UserDefinedFunction POINTS_OF = udf(
            (UDF3<String, Seq<Row>, Seq<Row>, List<Row>>) SeriesPoint::series,
            DataTypes.createArrayType(SeriesPoint.SCHEMA, false));

    private TermSeries() {}

    /**
     * The series of words, phrases and entities.
     *
     * @param documentTerms rows of {@link DocumentTerms}; those of kind entity are ignored
     * @param mentions rows of {@link Mentions}, whose {@code entity_id} are the terms of kind entity
     * @param documents rows of {@link Documents}
     * @param totals rows of {@link PeriodTotals} of the same documents
     * @param minimumDocuments dated stories that must hold a term, 1 or more
     * @return one row per granularity, kind and term: {@code points}, {@code corpus_documents}, {@code corpus_periods}
     * @throws IllegalArgumentException if the minimum is below 1
     */
    public static Dataset<Row> of(
            Dataset<Row> documentTerms,
            Dataset<Row> mentions,
            Dataset<Row> documents,
            Dataset<Row> totals,
            long minimumDocuments) {
        if (minimumDocuments < 1) {
            throw new IllegalArgumentException("minimum of documents is " + minimumDocuments + ", not 1 or more");
        }
        Dataset<Row> daily = daily(occurrences(documentTerms, mentions), documents);
        return perPeriod(withEnoughDocuments(daily, minimumDocuments))
                .join(broadcast(calendars(totals)), GRANULARITY.name())
                .withColumn(POINTS, POINTS_OF.apply(GRANULARITY.col(), col(OCCURRENCES), col(CALENDAR)))
                .drop(OCCURRENCES, CALENDAR);
    }

    private static Dataset<Row> occurrences(Dataset<Row> documentTerms, Dataset<Row> mentions) {
        Dataset<Row> words = documentTerms
                .where(DocumentTerms.KIND.col().isin("word", "phrase"))
                .select(
                        DocumentTerms.DOC_ID.col(),
                        DocumentTerms.KIND.col(),
                        DocumentTerms.TERM.col(),
                        DocumentTerms.TERM_COUNT.col());
        Dataset<Row> entities = mentions.where(Mentions.ENTITY_ID.col().isNotNull())
                .groupBy(
                        Mentions.DOC_ID.col(),
                        lit("entity").as(KIND.name()),
                        Mentions.ENTITY_ID.col().as(TERM.name()))
                .agg(count(lit(1)).as(TERM_COUNT.name()));
        return words.unionByName(entities);
    }

    /**
     * Counts per term and date. Brought together by term once, here: every grouping that follows is finer or the same,
     * and stays where it is.
     */
    private static Dataset<Row> daily(Dataset<Row> occurrences, Dataset<Row> documents) {
        Dataset<Row> dated = documents
                .where(Documents.PUBLISHED_PRECISION.col().isin("day", "month", "year"))
                .select(
                        Documents.DOC_ID.col(),
                        Documents.PUBLISHED_ON.col(),
                        Documents.PUBLISHED_PRECISION.col(),
                        Documents.IS_COPY.col());
        return occurrences
                .join(dated, Documents.DOC_ID.name())
                .repartition(KIND.col(), TERM.col())
                .groupBy(KIND.col(), TERM.col(), Documents.PUBLISHED_ON.col(), Documents.PUBLISHED_PRECISION.col())
                .agg(
                        ofStories(DocumentTerms.TERM_COUNT.col()).as(TERM_COUNT.name()),
                        ofStories(lit(1L)).as(DOCUMENT_COUNT.name()),
                        count(lit(1)).as(DOCUMENT_COUNT_WITH_COPIES.name()));
    }

    private static Dataset<Row> withEnoughDocuments(Dataset<Row> daily, long minimumDocuments) {
        Column day = struct(
                Documents.PUBLISHED_ON.col(),
                Documents.PUBLISHED_PRECISION.col(),
                TERM_COUNT.col(),
                DOCUMENT_COUNT.col(),
                DOCUMENT_COUNT_WITH_COPIES.col());
        return daily.groupBy(KIND.col(), TERM.col())
                .agg(sum(DOCUMENT_COUNT.col()).as("stories"), collect_list(day).as(DAYS))
                .where(col("stories").geq(minimumDocuments))
                .select(KIND.col(), TERM.col(), inline(col(DAYS)));
    }

    private static Dataset<Row> perPeriod(Dataset<Row> daily) {
        Column period = struct(
                unix_date(PERIOD_START.col()).as(DAY),
                TERM_COUNT.col(),
                DOCUMENT_COUNT.col(),
                DOCUMENT_COUNT_WITH_COPIES.col());
        return Periods.withPeriods(daily, GRANULARITIES)
                .groupBy(GRANULARITY.col(), KIND.col(), TERM.col(), PERIOD_START.col())
                .agg(
                        sum(TERM_COUNT.col()).as(TERM_COUNT.name()),
                        sum(DOCUMENT_COUNT.col()).as(DOCUMENT_COUNT.name()),
                        sum(DOCUMENT_COUNT_WITH_COPIES.col()).as(DOCUMENT_COUNT_WITH_COPIES.name()))
                .groupBy(GRANULARITY.col(), KIND.col(), TERM.col())
                .agg(
                        sum(DOCUMENT_COUNT.col()).as("stories"),
                        sort_array(collect_list(period)).as(OCCURRENCES))
                .where(col("stories").gt(0))
                .drop("stories");
    }

    /** One row per granularity: its periods with at least one story, in order. */
    private static Dataset<Row> calendars(Dataset<Row> totals) {
        Column period = struct(
                unix_date(PeriodTotals.PERIOD_START.col()).as(DAY),
                PeriodTotals.DOCUMENT_COUNT.col(),
                PeriodTotals.WORD_COUNT.col());
        return totals.where(PeriodTotals.GRANULARITY
                        .col()
                        .notEqual(Granularity.ALL.code())
                        .and(PeriodTotals.DOCUMENT_COUNT.col().gt(0)))
                .groupBy(PeriodTotals.GRANULARITY.col())
                .agg(
                        sort_array(collect_list(period)).as(CALENDAR),
                        sum(PeriodTotals.DOCUMENT_COUNT.col()).as(CORPUS_DOCUMENTS),
                        count(lit(1)).as(CORPUS_PERIODS));
    }

    private static Column ofStories(Column amount) {
        return sum(when(Documents.IS_COPY.col(), 0L).otherwise(amount));
    }
}
