package org.newsweft.jobs.trends;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.greatest;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.lower;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.regexp_replace;
import static org.apache.spark.sql.functions.size;
import static org.apache.spark.sql.functions.slice;
import static org.apache.spark.sql.functions.split;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.trim;
import static org.apache.spark.sql.functions.when;
import static org.newsweft.table.counts.TermCounts.*;

import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;
import org.newsweft.jobs.engine.Frames;
import org.newsweft.measure.Association;
import org.newsweft.table.counts.TotalCounts;

/**
 * Which of the terms that were counted are followed over time.
 *
 * <ul>
 *   <li>A term needs stories: enough of them, and dated.
 *   <li>The name of an outlet is none ("the hacker news"), nor is what marks one: held by half of its stories and hardly
 *       by any other's ({@link #MARKS}).
 *   <li>A phrase is one if its words belong together over the whole corpus: counted in occurrences, a normalised pointwise
 *       mutual information of at least {@value #LEAST_NPMI} (Bouma 2009) and a log-likelihood ratio of at least {@value
 *       #LEAST_G2} (Dunning 1993; a p of .001), of both its cuts if it has three words. The second part may be a number
 *       ("covid 19"), of which nothing is counted: then a fifth of the occurrences of the first part must be in the phrase.
 *   <li>A phrase of two words is none if a longer one has nearly all of its stories ({@value #NEARLY_ALL}).
 * </ul>
 */
public final class FollowedTerms {
    static final double LEAST_NPMI = 0.35;
    static final double LEAST_G2 = 10.83;
    static final double NEARLY_ALL = 0.8;

    /** An outlet must have so many stories before anything is known of its habits. */
    static final long LEAST_OF_OUTLET = 10;

    /** Column: true for a term that marks an outlet, which is left out of trends but not of keyness by outlet. */
    static final String MARKS = "marks_outlet";

    private static final double SHARE_OF_OUTLET = 0.5;
    private static final double SHARE_OF_TERM = 0.8;
    private static final double SHARE_OF_NUMBERED = 0.2;

    private static final String STORIES = "stories";
    private static final String ALL_STORIES = "all_stories";
    private static final String TOP = "top";
    private static final String OCCURRENCES = "occurrences";
    private static final String ALL_OCCURRENCES = "all_occurrences";
    private static final String LEFT = "left_part";
    private static final String RIGHT = "right_part";

    private FollowedTerms() {}

    /**
     * The terms of a corpus.
     *
     * @param termCounts rows of {@link org.newsweft.table.counts.TermCounts}
     * @param totalCounts rows of {@link TotalCounts} of the same documents
     * @param minimumDocuments dated stories that must hold a term, 1 or more
     * @return language, kind, term and {@link #MARKS}
     * @throws IllegalArgumentException if the minimum is below 1
     */
    public static Dataset<Row> of(Dataset<Row> termCounts, Dataset<Row> totalCounts, long minimumDocuments) {
        if (minimumDocuments < 1) {
            throw new IllegalArgumentException("minimum of documents is " + minimumDocuments + ", not 1 or more");
        }
        Dataset<Row> outlets = totalCounts
                .groupBy(LANGUAGE.col(), OUTLET.col())
                .agg(sum(DOCUMENT_COUNT.col()).as("outlet_stories"));
        Dataset<Row> frequent = Frames.computedOnce(
                withoutOutletNames(withMarks(frequent(termCounts, minimumDocuments), outlets), outlets));
        Dataset<Row> phrases = coherent(
                frequent.where(KIND.col().equalTo("phrase")),
                frequent.where(KIND.col().notEqual(TermCounts.ENTITY)),
                occurrences(termCounts));
        return frequent.where(KIND.col().notEqual("phrase"))
                .select(LANGUAGE.col(), KIND.col(), TERM.col(), col(MARKS))
                .unionByName(withoutParts(phrases));
    }

    /** Terms with enough stories: how many, how often, and the outlet that has most of them. */
    private static Dataset<Row> frequent(Dataset<Row> termCounts, long minimumDocuments) {
        Column dated =
                when(PRECISION.col().notEqual("none"), DOCUMENT_COUNT.col()).otherwise(0L);
        return termCounts
                .groupBy(LANGUAGE.col(), KIND.col(), TERM.col(), OUTLET.col())
                .agg(
                        sum(dated).as(STORIES),
                        sum(DOCUMENT_COUNT.col()).as(ALL_STORIES),
                        sum(TERM_COUNT.col()).as(OCCURRENCES))
                .groupBy(LANGUAGE.col(), KIND.col(), TERM.col())
                .agg(
                        sum(STORIES).as(STORIES),
                        sum(ALL_STORIES).as(ALL_STORIES),
                        sum(OCCURRENCES).as(OCCURRENCES),
                        max(struct(col(ALL_STORIES), OUTLET.col())).as(TOP))
                .where(col(STORIES).geq(minimumDocuments));
    }

    private static Dataset<Row> occurrences(Dataset<Row> termCounts) {
        return termCounts
                .where(KIND.col().equalTo("word"))
                .groupBy(LANGUAGE.col())
                .agg(sum(TERM_COUNT.col()).as(ALL_OCCURRENCES));
    }

    private static Dataset<Row> withMarks(Dataset<Row> frequent, Dataset<Row> outlets) {
        Dataset<Row> known = outlets.where(OUTLET.col().notEqual(TermCounts.UNKNOWN_OUTLET))
                .withColumnRenamed(OUTLET.name(), "top_outlet");
        Column marks = col("outlet_stories")
                .geq(LEAST_OF_OUTLET)
                .and(col("outlet_stories").lt(col("corpus_stories")))
                .and(col(TOP + "." + ALL_STORIES).geq(col("outlet_stories").multiply(SHARE_OF_OUTLET)))
                .and(col(TOP + "." + ALL_STORIES).geq(col(ALL_STORIES).multiply(SHARE_OF_TERM)));
        Dataset<Row> corpora =
                outlets.groupBy(LANGUAGE.col()).agg(sum("outlet_stories").as("corpus_stories"));
        return frequent.withColumn("top_outlet", col(TOP + "." + OUTLET.name()))
                .join(functions.broadcast(known), Frames.on(LANGUAGE.name(), "top_outlet"), "left")
                .join(functions.broadcast(corpora), LANGUAGE.name())
                .withColumn(MARKS, coalesce(marks, lit(false)))
                .select(LANGUAGE.col(), KIND.col(), TERM.col(), col(ALL_STORIES), col(OCCURRENCES), col(MARKS));
    }

    /** An outlet's name as a term would be written: in lower case, without an article or the ending of an address. */
    private static Dataset<Row> withoutOutletNames(Dataset<Row> frequent, Dataset<Row> outlets) {
        Column spoken = regexp_replace(lower(OUTLET.col()), "^the |\\.(com|org|net|gov|co\\.uk|co|uk|info|io)$", "");
        Dataset<Row> names = outlets.select(trim(spoken).as(TERM.name()))
                .union(outlets.select(lower(OUTLET.col())))
                .distinct();
        Dataset<Row> words = frequent.where(KIND.col().notEqual(TermCounts.ENTITY));
        return words.join(functions.broadcast(names), Frames.on(TERM.name()), "left_anti")
                .unionByName(frequent.where(KIND.col().equalTo(TermCounts.ENTITY)));
    }

    /** Phrases whose words belong together. */
    private static Dataset<Row> coherent(Dataset<Row> phrases, Dataset<Row> parts, Dataset<Row> occurrences) {
        Column words = split(TERM.col(), " ");
        Column cuts = when(size(words).equalTo(2), functions.array(cut(words, 1)))
                .otherwise(functions.array(cut(words, 1), cut(words, 2)));
        Column both = col(OCCURRENCES);
        Column all = greatest(col(ALL_OCCURRENCES), col("left_count"), col("right_count"), both);
        Association association = Association.of(both, col("left_count"), col("right_count"), all);
        Column belongs = when(
                        col("right_count").isNull(), both.geq(col("left_count").multiply(SHARE_OF_NUMBERED)))
                .otherwise(association
                        .npmi()
                        .geq(LEAST_NPMI)
                        .and(association.logLikelihood().geq(LEAST_G2)));
        return phrases.withColumn("cut", explode(cuts))
                .withColumn(LEFT, col("cut." + LEFT))
                .withColumn(RIGHT, col("cut." + RIGHT))
                .join(counts(parts, LEFT, "left_count"), Frames.on(LANGUAGE.name(), LEFT))
                .join(counts(parts, RIGHT, "right_count"), Frames.on(LANGUAGE.name(), RIGHT), "left")
                .join(functions.broadcast(occurrences), LANGUAGE.name())
                .groupBy(LANGUAGE.col(), KIND.col(), TERM.col(), col(MARKS), col(ALL_STORIES))
                .agg(min(belongs).as("belongs"), functions.count(lit(1)).as("cuts"))
                .where(col("belongs")
                        .and(col("cuts").equalTo(size(split(TERM.col(), " ")).minus(1))));
    }

    private static Column cut(Column words, int at) {
        return struct(
                functions.concat_ws(" ", slice(words, lit(1), lit(at))).as(LEFT),
                functions.concat_ws(" ", slice(words, lit(at + 1), size(words))).as(RIGHT));
    }

    private static Dataset<Row> counts(Dataset<Row> parts, String part, String count) {
        return parts.select(
                LANGUAGE.col(), TERM.col().as(part), col(OCCURRENCES).as(count));
    }

    /** Without phrases of two words that a longer one has nearly all stories of. */
    private static Dataset<Row> withoutParts(Dataset<Row> phrases) {
        Column words = split(TERM.col(), " ");
        Dataset<Row> longest = phrases.where(size(words).equalTo(3))
                .withColumn(
                        "part",
                        explode(functions.array(
                                functions.concat_ws(" ", slice(words, 1, 2)),
                                functions.concat_ws(" ", slice(words, 2, 2)))))
                .groupBy(LANGUAGE.col(), col("part").as(TERM.name()))
                .agg(max(col(ALL_STORIES)).as("longer_stories"));
        return phrases.join(longest, Frames.on(LANGUAGE.name(), TERM.name()), "left")
                .where(coalesce(col("longer_stories").lt(col(ALL_STORIES).multiply(NEARLY_ALL)), lit(true)))
                .select(LANGUAGE.col(), KIND.col(), TERM.col(), col(MARKS));
    }
}
