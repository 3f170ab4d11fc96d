package org.newsweft.jobs.entities;

import static org.apache.spark.sql.functions.array_except;
import static org.apache.spark.sql.functions.array_sort;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.collect_list;
import static org.apache.spark.sql.functions.collect_set;
import static org.apache.spark.sql.functions.concat;
import static org.apache.spark.sql.functions.element_at;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max_by;
import static org.apache.spark.sql.functions.size;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.substring_index;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.when;
import static org.newsweft.jobs.engine.Frames.on;

import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.newsweft.table.facts.DocumentEntities;

/**
 * Whether an unlisted name is a person's, a body's or a place's: one answer for the whole corpus. A document that gives no
 * hint may take a company for a town; what most documents take it for is right. Each document has one vote, in halves: a
 * single name taken for a surname has one half, since that is what a tagger takes an unknown word for. Whom a title
 * introduces or a document names in full keeps to be a person, and listed names vote but are never outvoted.
 */
final class TypeVote {
    /** The id that a name has by vote; that of the document where it is right or nobody knows better. */
    static final String BASE_ID = "base_id";

    /** Votes, in halves, from which the corpus is heard: three documents. */
    private static final long LEAST = 6;

    /** How many times the votes of any other type the winner needs. */
    private static final double LEAD = 1.5;

    private TypeVote() {}

    /**
     * The entities with the type, form and name of the body, place or person that most documents take them for.
     *
     * @param named rows of {@link DocumentEntities} with {@code is_copy}
     * @return the same rows and {@code base_id}
     */
    static Dataset<Row> of(Dataset<Row> named) {
        Column id = DocumentEntities.LOCAL_ID.col();
        Column type = DocumentEntities.TYPE.col();
        Column form = DocumentEntities.FORM.col();
        Column isPerson = type.equalTo("person");
        Column isSingle = form.isin("single", "first");
        Column slug = when(isPerson.and(isSingle.unary_$bang()), substring_index(id, ":", -1))
                .otherwise(DocumentEntities.NAME_KEY.col());
        Column isVoter = type.equalTo("organization")
                .and(form.isin("full", "acronym", "listed"))
                .or(type.equalTo("place").and(form.equalTo("full")))
                .or(isPerson.and(form.isin("full", "single", "first")));
        Column weight = when(
                        isPerson.and(isSingle)
                                .and(size(DocumentEntities.ROLES.col()).equalTo(0)),
                        1L)
                .otherwise(2L);
        Dataset<Row> keyed = named.withColumn(
                "vote_key",
                // A key of their own for all others, so that they do not meet in one partition.
                when(isVoter, slug).otherwise(concat(lit("~"), DocumentEntities.DOC_ID.col())));
        // Surnames of people whom some document names in full are left to SingleNames.
        Dataset<Row> surnames = named.where(isPerson.and(form.equalTo("full")))
                .select(explode(DocumentEntities.SHORT_FORMS.col()).as("vote_key"))
                .distinct()
                .withColumn("is_surname", lit(true));
        Dataset<Row> votes = keyed.where(col("vote_key")
                        .startsWith("~")
                        .unary_$bang()
                        .and(col("is_copy").equalTo(false)))
                .groupBy(col("vote_key"), type, id)
                .agg(sum(weight).as("votes"))
                .groupBy(col("vote_key"), type)
                .agg(
                        sum("votes").as("votes"),
                        max_by(id, struct(col("votes"), id)).as("most_named"),
                        collect_set(id).as("ids"));
        Dataset<Row> winners = votes.groupBy(col("vote_key"))
                .agg(array_sort(collect_list(struct(
                                col("votes").multiply(-1).as("rank"),
                                type.as("vote_type"),
                                col("most_named"),
                                col("ids"))))
                        .as("ranked"))
                .withColumn("first", element_at(col("ranked"), 1))
                .withColumn("second", when(size(col("ranked")).gt(1), element_at(col("ranked"), 2)))
                .where(col("first.rank")
                        .multiply(-1)
                        .geq(LEAST)
                        .and(col("second")
                                .isNull()
                                .or(col("first.rank").leq(col("second.rank").multiply(LEAD))))
                        .or(col("first.vote_type")
                                .equalTo("place")
                                .and(size(col("ranked")).equalTo(1))))
                .select(
                        col("vote_key"),
                        col("first.vote_type").as("vote_type"),
                        col("first.most_named").as("most_named"),
                        col("first.ids").as("ids"));
        // "Bint Jbeil" is the one in Lebanon if no document puts it elsewhere.
        Column bare = concat(lit("place:"), col("vote_key"));
        Column located = array_except(col("ids"), org.apache.spark.sql.functions.array(bare));
        Column target = when(col("vote_type").equalTo("place").and(size(located).equalTo(1)), element_at(located, 1))
                .otherwise(col("most_named"));
        Column mayMove = form.notEqual("listed")
                .and(isPerson.and(isSingle)
                        .and(size(DocumentEntities.ROLES.col()).gt(0).or(coalesce(col("is_surname"), lit(false))))
                        .unary_$bang());
        Column isOther = col("vote_type").notEqual(type);
        Column isUnlocated =
                type.equalTo("place").and(id.equalTo(bare)).and(size(located).equalTo(1));
        Column moves = col("vote_type").isNotNull().and(mayMove).and(isOther.or(isUnlocated));
        return keyed.join(winners, on("vote_key"), "left")
                .join(surnames, on("vote_key"), "left")
                .withColumn("moves", coalesce(moves, lit(false)))
                .withColumn(BASE_ID, when(col("moves"), target).otherwise(id))
                .withColumn(
                        DocumentEntities.FORM.name(),
                        when(
                                        col("moves").and(isOther),
                                        when(
                                                        col("vote_type")
                                                                .equalTo("person")
                                                                .and(col("vote_key")
                                                                        .contains("-")
                                                                        .unary_$bang()),
                                                        "single")
                                                .otherwise("full"))
                                .otherwise(form))
                .withColumn(
                        DocumentEntities.NAME_KEY.name(),
                        when(col("moves").and(isOther), col("vote_key")).otherwise(DocumentEntities.NAME_KEY.col()))
                .withColumn(
                        DocumentEntities.TYPE.name(),
                        when(col("moves"), col("vote_type")).otherwise(type))
                .drop("vote_key", "vote_type", "most_named", "ids", "is_surname", "moves");
    }
}
