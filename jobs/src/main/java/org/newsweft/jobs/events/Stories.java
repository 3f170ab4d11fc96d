package org.newsweft.jobs.events;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.least;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.when;

import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.expressions.Window;
import org.newsweft.table.Documents;

/** The stories that events are made of: documents that were analysed and are no copies. */
final class Stories {
    /** Column: day of publication; null where it is not known to the day. */
    static final String DAY = "day";

    /** Column: how far the news had come on that day, in parts of a day of news. */
    static final String POSITION = "position";

    private Stories() {}

    /** The rows of {@link Documents} that are stories. */
    static Dataset<Row> told(Dataset<Row> documents) {
        return documents.where(Documents.isAnalysed().and(not(Documents.IS_COPY.col())));
    }

    /** The stories with {@link #DAY}. */
    static Dataset<Row> withDay(Dataset<Row> documents) {
        return told(documents)
                .withColumn(
                        DAY,
                        when(Documents.PUBLISHED_PRECISION.col().equalTo("day"), Documents.PUBLISHED_ON.col()));
    }

    /**
     * How far the news had come on each day: a day counts as far as there was news on it. Between two reports of a
     * corpus that holds few stories of a year, hardly any time has passed that it could tell of; where each day has its
     * news, this is the calendar. Only differences mean something.
     *
     * @param stories as by {@link #withDay}
     * @param fullDay a day with so many stories or more is a whole day
     * @return {@code day} and {@code position}, in units of one {@code fullDay}th of a day; one row per day
     */
    static Dataset<Row> newsDays(Dataset<Row> stories, int fullDay) {
        return stories.where(col(DAY).isNotNull())
                .groupBy(col(DAY))
                .agg(count(lit(1)).as("stories"))
                // One row per day of the calendar, however many articles there are.
                .select(
                        col(DAY),
                        sum(least(col("stories"), lit((long) fullDay)))
                                .over(Window.orderBy(col(DAY)))
                                .as(POSITION));
    }
}
