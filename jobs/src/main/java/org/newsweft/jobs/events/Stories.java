package org.newsweft.jobs.events;

import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.date_format;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.filter;
import static org.apache.spark.sql.functions.least;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.when;

import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.expressions.Window;
import org.newsweft.jobs.engine.Frames;
import org.newsweft.table.facts.Documents;

/** The stories that events are made of: documents that were analysed and are no copies. */
final class Stories {
    /** Column: day of publication; null where it is not known to the day. */
    static final String DAY = "day";

    /** Column: how far the news had come on that day, in parts of a day of news; null where the day is. */
    static final String POSITION = "position";

    /** Column: the period that the terms of the story are weighed in. */
    static final String PERIOD = "period";

    /** Column: stories of that period. */
    static final String PERIOD_STORIES = "period_stories";

    /** Column: all periods that the story is counted in. */
    static final String PERIODS = "periods";

    private static final String MONTH = "month";
    private static final String YEAR = "year";
    private static final String CORPUS = "all";

    private Stories() {}

    /** The rows of {@link Documents} that are stories. */
    static Dataset<Row> told(Dataset<Row> documents) {
        return documents.where(Documents.isAnalysed().and(not(Documents.IS_COPY.col())));
    }

    /**
     * One row per story, with its place in time.
     *
     * <p>{@link #POSITION}: a day counts as far as there was news on it. Between two reports of a corpus that holds few
     * stories of a year, hardly any time has passed that it could tell of; where each day has its news, this is the
     * calendar. Only differences mean something.
     *
     * <p>{@link #PERIOD}: the month, if it has enough stories, else the year, if that has, else the corpus. So what a
     * night brings changes what terms weigh in its own month, and the past stays as it is.
     *
     * @param documents rows of {@link Documents}
     * @param settings how many stories make a full day and a period
     * @return {@code doc_id}, {@code title}, {@code outlet} and the columns named here, computed once
     */
    static Dataset<Row> of(Dataset<Row> documents, EventSettings settings) {
        Dataset<Row> stories = Frames.computedOnce(told(documents)
                .select(
                        Documents.DOC_ID.col(),
                        Documents.TITLE.col(),
                        Documents.OUTLET.col(),
                        when(Documents.PUBLISHED_PRECISION.col().equalTo("day"), Documents.PUBLISHED_ON.col())
                                .as(DAY))
                .withColumn(MONTH, date_format(col(DAY), "yyyy-MM"))
                .withColumn(YEAR, date_format(col(DAY), "yyyy")));
        // Days, months and years, not articles: these frames are small however much is written.
        Dataset<Row> positions = stories.where(col(DAY).isNotNull())
                .groupBy(col(DAY))
                .agg(count(lit(1)).as("stories"))
                .select(
                        col(DAY),
                        sum(least(col("stories"), lit((long) settings.fullDay())))
                                .over(Window.orderBy(col(DAY)))
                                .as(POSITION));
        Dataset<Row> sizes = Frames.computedOnce(stories.select(
                        explode(filter(array(col(MONTH), col(YEAR), lit(CORPUS)), Column::isNotNull))
                                .as(PERIOD))
                .groupBy(col(PERIOD))
                .agg(count(lit(1)).as("stories"))
                .where(col("stories")
                        .geq(settings.storiesPerPeriod())
                        .or(col(PERIOD).equalTo(CORPUS))));
        Column ownMonth = when(col("month_stories").isNotNull(), col(MONTH));
        Column ownYear = when(col("year_stories").isNotNull(), col(YEAR));
        return Frames.computedOnce(stories.join(broadcast(positions), Frames.on(DAY), "left_outer")
                .join(broadcast(sizes.toDF(MONTH, "month_stories")), Frames.on(MONTH), "left_outer")
                .join(broadcast(sizes.toDF(YEAR, "year_stories")), Frames.on(YEAR), "left_outer")
                .crossJoin(broadcast(sizes.where(col(PERIOD).equalTo(CORPUS)).select(col("stories"))))
                .select(
                        Documents.DOC_ID.col(),
                        Documents.TITLE.col(),
                        Documents.OUTLET.col(),
                        col(DAY),
                        col(POSITION),
                        coalesce(ownMonth, ownYear, lit(CORPUS)).as(PERIOD),
                        coalesce(col("month_stories"), col("year_stories"), col("stories"))
                                .as(PERIOD_STORIES),
                        filter(array(ownMonth, ownYear, lit(CORPUS)), Column::isNotNull)
                                .as(PERIODS)));
    }
}
