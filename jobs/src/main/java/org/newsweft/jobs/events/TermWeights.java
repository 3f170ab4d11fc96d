package org.newsweft.jobs.events;

import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.arrays_zip;
import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.collect_list;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.date_format;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.filter;
import static org.apache.spark.sql.functions.inline;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.log;
import static org.apache.spark.sql.functions.negate;
import static org.apache.spark.sql.functions.round;
import static org.apache.spark.sql.functions.slice;
import static org.apache.spark.sql.functions.sort_array;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.when;

import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.newsweft.jobs.Frames;
import org.newsweft.table.DocumentVectors;

/**
 * What each term of a story weighs: often in the story, seldom in others (TF-IDF: {@code (1 + ln count) * ln((n + 1) /
 * df)}, Salton and Buckley 1988).
 *
 * <p>Others are the stories of the same month, where there are enough of them, else of the same year, else of the whole
 * corpus: so what a night brings changes the weights of its own month, and those of the past stay as they are. A term
 * that no other story has says nothing on which stories are alike; yet where there are few stories that is an accident.
 * It weighs {@code 50 / (50 + n)} of what it would.
 */
final class TermWeights {
    static final String TERM = "term";

    /** Column: weight in thousandths, an integer, so that sums are exact. */
    static final String WEIGHT = "weight";

    private static final String PERIOD = "period";
    private static final String STORIES = "stories";
    private static final String HOLDERS = "holders";

    private static final long FEW = 50;
    private static final double COMMON_SHARE = .5;

    private TermWeights() {}

    /**
     * The terms that weigh most in each story.
     *
     * @param vectors rows of {@link DocumentVectors}
     * @param stories as by {@link Stories#withDay}
     * @param settings how many terms, and how periods are chosen
     * @return {@code doc_id}, {@code term}, {@code weight} above 0; a story all of whose terms are common has no row
     */
    static Dataset<Row> of(Dataset<Row> vectors, Dataset<Row> stories, EventSettings settings) {
        Dataset<Row> sizes = Frames.computedOnce(sizes(stories, settings));
        Dataset<Row> placed = placed(stories, sizes);
        Dataset<Row> terms = vectors.select(
                        DocumentVectors.DOC_ID.col(),
                        explode(arrays_zip(DocumentVectors.TERMS.col(), DocumentVectors.COUNTS.col()))
                                .as("entry"))
                .select(
                        DocumentVectors.DOC_ID.col(),
                        col("entry").getField(DocumentVectors.TERMS.name()).as(TERM),
                        col("entry").getField(DocumentVectors.COUNTS.name()).as("times"));
        Dataset<Row> holders = terms.join(inPeriods(stories, sizes), Frames.on(DocumentVectors.DOC_ID.name()))
                .groupBy(col(PERIOD), col(TERM))
                .agg(count(lit(1)).as(HOLDERS));
        Column frequency = lit(1.0).plus(log(col("times")));
        Column rarity = log(col(STORIES).plus(1).divide(col(HOLDERS)));
        Column echo = when(col(HOLDERS).equalTo(1L), lit((double) FEW).divide(col(STORIES).plus(FEW)))
                .otherwise(1.0);
        Column isTelling = col(HOLDERS).leq(2L).or(col(HOLDERS).leq(col(STORIES).multiply(COMMON_SHARE)));
        Column strongest = slice(
                sort_array(collect_list(struct(negate(col(WEIGHT)).as("rank"), col(TERM)))),
                1,
                settings.termsPerStory());
        return terms.join(placed, Frames.on(DocumentVectors.DOC_ID.name()))
                .join(holders, Frames.on(PERIOD, TERM))
                .where(isTelling)
                .withColumn(
                        WEIGHT,
                        round(frequency.multiply(rarity).multiply(echo).multiply(1000))
                                .cast("long"))
                .where(col(WEIGHT).gt(0))
                .groupBy(DocumentVectors.DOC_ID.col())
                .agg(strongest.as("strongest"))
                .select(DocumentVectors.DOC_ID.col(), inline(col("strongest")))
                .select(
                        DocumentVectors.DOC_ID.col(),
                        col(TERM),
                        negate(col("rank")).as(WEIGHT));
    }

    /** Periods that terms are weighed in, with their number of stories: those with enough, and the corpus. */
    private static Dataset<Row> sizes(Dataset<Row> stories, EventSettings settings) {
        return stories.select(explode(filter(array(month(), year(), corpus()), Column::isNotNull))
                        .as(PERIOD))
                .groupBy(col(PERIOD))
                .agg(count(lit(1)).as(STORIES))
                .where(col(STORIES).geq(settings.storiesPerPeriod()).or(col(PERIOD).equalTo(corpus())));
    }

    /** Every period of those given that a story lies in. */
    private static Dataset<Row> inPeriods(Dataset<Row> stories, Dataset<Row> sizes) {
        return stories.select(
                        DocumentVectors.DOC_ID.col(),
                        explode(filter(array(month(), year(), corpus()), Column::isNotNull))
                                .as(PERIOD))
                .join(broadcast(sizes.select(col(PERIOD))), Frames.on(PERIOD));
    }

    /** Each story with the narrowest of these periods that it lies in. */
    private static Dataset<Row> placed(Dataset<Row> stories, Dataset<Row> sizes) {
        Dataset<Row> months = sizes.select(col(PERIOD).as("own_month"), col(STORIES).as("month_stories"));
        Dataset<Row> years = sizes.select(col(PERIOD).as("own_year"), col(STORIES).as("year_stories"));
        Dataset<Row> all = sizes.where(col(PERIOD).equalTo(corpus())).select(col(STORIES).as("all_stories"));
        return stories.select(
                        DocumentVectors.DOC_ID.col(), month().as("own_month"), year().as("own_year"))
                .join(broadcast(months), Frames.on("own_month"), "left_outer")
                .join(broadcast(years), Frames.on("own_year"), "left_outer")
                .crossJoin(broadcast(all))
                .select(
                        DocumentVectors.DOC_ID.col(),
                        when(col("month_stories").isNotNull(), col("own_month"))
                                .when(col("year_stories").isNotNull(), col("own_year"))
                                .otherwise(corpus())
                                .as(PERIOD),
                        coalesce(col("month_stories"), col("year_stories"), col("all_stories"))
                                .as(STORIES));
    }

    private static Column month() {
        return date_format(col(Stories.DAY), "yyyy-MM");
    }

    private static Column year() {
        return date_format(col(Stories.DAY), "yyyy");
    }

    private static Column corpus() {
        return lit("all");
    }
}
