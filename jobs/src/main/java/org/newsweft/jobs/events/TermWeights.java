package org.newsweft.jobs.events;

import static org.apache.spark.sql.functions.arrays_zip;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.collect_list;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.inline;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.log;
import static org.apache.spark.sql.functions.negate;
import static org.apache.spark.sql.functions.round;
import static org.apache.spark.sql.functions.slice;
import static org.apache.spark.sql.functions.sort_array;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.transform;
import static org.apache.spark.sql.functions.when;

import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.newsweft.jobs.engine.Frames;
import org.newsweft.table.facts.DocumentVectors;

/**
 * What each term of a story weighs: often in the story, seldom in the others of its period (TF-IDF: {@code (1 + ln count)
 * * ln((n + 1) / df)}, Salton and Buckley 1988).
 *
 * <p>A term that no other story has says nothing on which stories are alike; yet where there are few stories that is an
 * accident. It weighs {@code 50 / (50 + n)} of what it would. A term that more than half of the stories have, three at
 * least, weighs nothing.
 */
final class TermWeights {
    /** Column: the terms of a story that weigh most, strongest first, ties by alphabet. */
    static final String TERMS = "terms";

    /** Column: their weights in thousandths, integers above 0, so that sums are exact. */
    static final String WEIGHTS = "weights";

    private static final String TERM = "term";
    private static final String WEIGHT = "weight";
    private static final String HOLDERS = "holders";

    private static final long FEW = 50;
    private static final double COMMON_SHARE = .5;

    private TermWeights() {}

    /**
     * The terms that weigh most in each story.
     *
     * @param vectors rows of {@link DocumentVectors}
     * @param stories as by {@link Stories#of}
     * @param settings how many terms
     * @return {@code doc_id}, {@link #TERMS} and {@link #WEIGHTS}; a story without a term that weighs anything has no row
     */
    static Dataset<Row> of(Dataset<Row> vectors, Dataset<Row> stories, EventSettings settings) {
        Dataset<Row> terms = vectors.select(
                        DocumentVectors.DOC_ID.col(),
                        inline(arrays_zip(DocumentVectors.TERMS.col(), DocumentVectors.COUNTS.col())))
                .toDF(DocumentVectors.DOC_ID.name(), TERM, "times")
                .join(
                        stories.select(
                                DocumentVectors.DOC_ID.col(),
                                col(Stories.PERIOD),
                                col(Stories.PERIOD_STORIES),
                                col(Stories.PERIODS)),
                        Frames.on(DocumentVectors.DOC_ID.name()));
        Dataset<Row> holders = terms.select(explode(col(Stories.PERIODS)).as(Stories.PERIOD), col(TERM))
                .groupBy(col(Stories.PERIOD), col(TERM))
                .agg(count(lit(1)).as(HOLDERS));
        Column frequency = lit(1.0).plus(log(col("times")));
        Column rarity = log(col(Stories.PERIOD_STORIES).plus(1).divide(col(HOLDERS)));
        Column echo = when(
                        col(HOLDERS).equalTo(1L),
                        lit((double) FEW).divide(col(Stories.PERIOD_STORIES).plus(FEW)))
                .otherwise(1.0);
        Column isTelling = col(HOLDERS)
                .leq(2L)
                .or(col(HOLDERS).leq(col(Stories.PERIOD_STORIES).multiply(COMMON_SHARE)));
        Column strongest = slice(
                sort_array(collect_list(struct(negate(col(WEIGHT)).as("rank"), col(TERM)))),
                1,
                settings.termsPerStory());
        return terms.join(holders, Frames.on(Stories.PERIOD, TERM))
                .where(isTelling)
                .withColumn(
                        WEIGHT,
                        round(frequency.multiply(rarity).multiply(echo).multiply(1000))
                                .cast("long"))
                .where(col(WEIGHT).gt(0))
                .groupBy(DocumentVectors.DOC_ID.col())
                .agg(strongest.as("strongest"))
                .select(
                        DocumentVectors.DOC_ID.col(),
                        transform(col("strongest"), entry -> entry.getField(TERM))
                                .as(TERMS),
                        transform(col("strongest"), entry -> negate(entry.getField("rank")))
                                .as(WEIGHTS));
    }
}
