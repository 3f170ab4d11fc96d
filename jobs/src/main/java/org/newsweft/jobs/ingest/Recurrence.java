package org.newsweft.jobs.ingest;

import static org.apache.spark.sql.functions.approx_count_distinct;
import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.array_contains;
import static org.apache.spark.sql.functions.array_sort;
import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.ceil;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.collect_set;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.greatest;
import static org.apache.spark.sql.functions.least;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.when;
import static org.newsweft.jobs.engine.Frames.on;

import java.util.stream.IntStream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.newsweft.table.facts.Documents;
import org.newsweft.table.facts.OutletDates;
import org.newsweft.table.facts.OutletEvidence;
import org.newsweft.table.facts.OutletLines;
import org.newsweft.text.reading.date.DateOrder;

/**
 * What the documents of an outlet tell together: which lines recur and are therefore no news, and in which order the
 * outlet writes day and month.
 *
 * <p>A line recurs if it stands in enough documents that are no copies of each other, and not in the midst of their
 * running text. How many are enough grows with the outlet: a fifth of a few documents, {@value #ENOUGH}, or one in two
 * hundred of many. Copies are told by sketches: the number of independent documents is estimated by the number of
 * distinct values of each MinHash function among them, and the middle one of these counts is taken.
 */
final class Recurrence {
    /** Fewer documents than these never make a line recur. */
    static final long FEWEST = 4;

    /** As many make it recur in outlets of middling size. */
    static final long ENOUGH = 8;

    private static final double SHARE_OF_FEW = .2;
    private static final double SHARE_OF_MANY = .005;
    private static final double MOST = .5;

    /** Documents with dates that show an order, from which on an outlet is believed to have one. */
    private static final long ENOUGH_DATES = 2;

    private static final double CLEAR_MAJORITY = .9;

    static final String RECURRING = "recurring";
    static final String DATE_ORDER = "date_order";
    private static final String DOCUMENTS = "documents";
    private static final String FLIPPED = "flipped";

    private Recurrence() {}

    /** The distinct {@code outlet} and {@code line} of some documents' evidence. */
    static Dataset<Row> lines(Dataset<Row> evidence) {
        return evidence.select(
                        OutletEvidence.OUTLET.col(),
                        explode(OutletEvidence.LINES.col()).as(OutletLines.LINE.name()))
                .distinct();
    }

    /**
     * Counts lines.
     *
     * @param evidence rows of {@link OutletEvidence}, of all documents
     * @param touched the {@code outlet} and {@code line} to count
     * @return rows of {@link OutletLines} but for {@code recurs}; lines of fewer than {@link #FEWEST} documents are left
     *     out
     */
    static Dataset<Row> counts(Dataset<Row> evidence, Dataset<Row> touched) {
        Dataset<Row> told = evidence.select(
                OutletEvidence.OUTLET.col(),
                OutletEvidence.STORY_LINES.col(),
                OutletEvidence.SKETCH.col(),
                explode(OutletEvidence.LINES.col()).as(OutletLines.LINE.name()));
        // Nearly all lines stand in one document and no more: only the few others are sketched.
        Dataset<Row> frequent = told.join(touched, on(OutletLines.OUTLET.name(), OutletLines.LINE.name()), "left_semi")
                .groupBy(OutletLines.OUTLET.col(), OutletLines.LINE.col())
                .agg(count("*").as(DOCUMENTS))
                .where(col(DOCUMENTS).geq(FEWEST));
        Dataset<Row> occurrences = told.join(
                        frequent, on(OutletLines.OUTLET.name(), OutletLines.LINE.name()), "left_semi")
                .withColumn(
                        "is_evidence",
                        array_contains(OutletEvidence.STORY_LINES.col(), OutletLines.LINE.col())
                                .unary_$bang());
        // The count of distinct values is exact as long as it is small, and its registers take maxima: no order
        // matters.
        Column[] distinct = IntStream.range(0, org.newsweft.text.reading.OutletEvidence.SKETCH_SIZE)
                .mapToObj(k -> approx_count_distinct(
                        when(col("is_evidence"), OutletEvidence.SKETCH.col().getItem(k)), .02))
                .toArray(Column[]::new);
        return occurrences
                .groupBy(OutletLines.OUTLET.col(), OutletLines.LINE.col())
                .agg(
                        count("*").as(OutletLines.DOCUMENT_COUNT.name()),
                        sum(when(col("is_evidence"), 1L).otherwise(0L)).as(OutletLines.EVIDENCE_COUNT.name()),
                        array_sort(array(distinct)).getItem(distinct.length / 2).as(OutletLines.CONTEXT_COUNT.name()));
    }

    /** The counted lines with {@code recurs}. */
    static Dataset<Row> decided(Dataset<Row> counts, Dataset<Row> evidence) {
        Column documents = col(DOCUMENTS);
        Column enough = greatest(
                lit(FEWEST),
                least(lit(ENOUGH), ceil(documents.multiply(SHARE_OF_FEW))),
                ceil(documents.multiply(SHARE_OF_MANY)));
        Column recurs = OutletLines.CONTEXT_COUNT
                .col()
                .geq(enough)
                .and(OutletLines.EVIDENCE_COUNT
                        .col()
                        .geq(OutletLines.DOCUMENT_COUNT.col().multiply(MOST)));
        Dataset<Row> sizes =
                evidence.groupBy(OutletEvidence.OUTLET.col()).agg(count("*").as(DOCUMENTS));
        return counts.join(sizes, on(OutletLines.OUTLET.name())).withColumn(OutletLines.RECURS.name(), recurs);
    }

    /** The outlets whose dates show one order: rows of {@link OutletDates}. */
    static Dataset<Row> dateOrders(Dataset<Row> evidence) {
        Column dayFirst = OutletEvidence.DATE_ORDER.col().equalTo(DateOrder.DAY_FIRST.code());
        Column clear = col("all").multiply(CLEAR_MAJORITY);
        return evidence.where(OutletEvidence.OUTLET
                        .col()
                        .notEqual("")
                        .and(OutletEvidence.DATE_ORDER.col().notEqual(DateOrder.UNKNOWN.code())))
                .groupBy(OutletEvidence.OUTLET.col())
                .agg(count("*").as("all"), sum(when(dayFirst, 1L).otherwise(0L)).as("day_first"))
                .where(col("all")
                        .geq(ENOUGH_DATES)
                        .and(col("day_first")
                                .geq(clear)
                                .or(col("all").minus(col("day_first")).geq(clear))))
                .select(
                        OutletDates.OUTLET.col(),
                        when(col("day_first").geq(clear), DateOrder.DAY_FIRST.code())
                                .otherwise(DateOrder.MONTH_FIRST.code())
                                .as(OutletDates.DATE_ORDER.name()));
    }

    /**
     * The documents that are to be read with what their outlet tells: the fresh ones of which it tells something, and the
     * older ones of which it tells something else than before.
     *
     * @param evidence rows of {@link OutletEvidence}, of all documents
     * @param fresh {@code doc_id} of the documents that this run has read without knowing of their outlet
     * @param lines rows of {@link OutletLines} as they are now, and {@code before}
     * @param dates rows of {@link OutletDates} as they are now, and {@code datesBefore}
     * @return {@code doc_id}, {@code recurring} (the hashes of its lines that recur), {@code date_order} or null
     */
    static Dataset<Row> toRead(
            Dataset<Row> evidence,
            Dataset<Row> fresh,
            Dataset<Row> lines,
            Dataset<Row> before,
            Dataset<Row> dates,
            Dataset<Row> datesBefore) {
        Dataset<Row> told = told(lines, before, OutletLines.OUTLET.name(), OutletLines.LINE.name());
        Column recurs = col(OutletLines.RECURS.name());
        Dataset<Row> ofLines = evidence.select(
                        OutletEvidence.DOC_ID.col(),
                        OutletEvidence.OUTLET.col(),
                        explode(OutletEvidence.LINES.col()).as(OutletLines.LINE.name()))
                .join(broadcast(told), on(OutletLines.OUTLET.name(), OutletLines.LINE.name()))
                .groupBy(OutletEvidence.DOC_ID.col())
                .agg(
                        array_sort(collect_set(when(recurs, OutletLines.LINE.col())))
                                .as(RECURRING),
                        max(col(FLIPPED)).as("lines_flipped"));
        Dataset<Row> ofDates = evidence.where(OutletEvidence.IS_DATE_AMBIGUOUS.col())
                .select(OutletEvidence.DOC_ID.col(), OutletEvidence.OUTLET.col())
                .join(
                        dates.withColumnRenamed(OutletDates.DATE_ORDER.name(), "now")
                                .join(
                                        datesBefore.withColumnRenamed(OutletDates.DATE_ORDER.name(), "then"),
                                        on(OutletDates.OUTLET.name()),
                                        "full"),
                        on(OutletDates.OUTLET.name()))
                .select(
                        OutletEvidence.DOC_ID.col(),
                        col("now").as(DATE_ORDER),
                        col("now").eqNullSafe(col("then")).unary_$bang().as("dates_flipped"));
        Column isFresh = col("is_fresh").isNotNull();
        Column flipped = coalesce(col("lines_flipped"), lit(false)).or(coalesce(col("dates_flipped"), lit(false)));
        return ofLines.join(ofDates, on(Documents.DOC_ID.name()), "full")
                .join(fresh.withColumn("is_fresh", lit(true)), on(Documents.DOC_ID.name()), "left")
                .where(isFresh.or(flipped))
                .select(
                        Documents.DOC_ID.col(),
                        coalesce(col(RECURRING), array().cast("array<bigint>")).as(RECURRING),
                        col(DATE_ORDER));
    }

    /** Lines that recur now, or did before: with what is so now, and whether that is new. */
    private static Dataset<Row> told(Dataset<Row> lines, Dataset<Row> before, String... key) {
        Column now = coalesce(OutletLines.RECURS.col(), lit(false));
        Column then = coalesce(col("recurred"), lit(false));
        return lines.select(OutletLines.OUTLET.col(), OutletLines.LINE.col(), OutletLines.RECURS.col())
                .join(
                        before.select(
                                OutletLines.OUTLET.col(),
                                OutletLines.LINE.col(),
                                OutletLines.RECURS.col().as("recurred")),
                        on(key),
                        "full")
                .where(now.or(then))
                .select(
                        OutletLines.OUTLET.col(),
                        OutletLines.LINE.col(),
                        now.as(OutletLines.RECURS.name()),
                        now.notEqual(then).as(FLIPPED));
    }
}
