package org.newsweft.jobs.entities;

import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.array_distinct;
import static org.apache.spark.sql.functions.arrays_overlap;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.collect_set;
import static org.apache.spark.sql.functions.concat_ws;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.filter;
import static org.apache.spark.sql.functions.flatten;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max_by;
import static org.apache.spark.sql.functions.min_by;
import static org.apache.spark.sql.functions.size;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.when;
import static org.newsweft.jobs.engine.Frames.on;

import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.newsweft.table.facts.DocumentEntities;

/**
 * Whom a single name means in a document that gives no full name: the bearer whom nearly all stories of the same outlet
 * and month mean, if there is one.
 *
 * <p>Bearers are counted where they are named in full, each story once. They are counted first in the outlet and month; if
 * that holds fewer than {@value #IN_OUTLET} stories that name any bearer, in the month over all outlets, where more is
 * asked. Undated documents look at all documents at once. A title narrows the choice to those who hold the office; a
 * bearer who is only known by other offices is never meant. Bodies that begin or end with the name count against all.
 */
final class SingleNames {
    static final long IN_OUTLET = 3;
    static final long ANYWHERE = 5;
    static final double SHARE_IN_OUTLET = 0.8;
    static final double SHARE_ANYWHERE = 0.9;

    private static final Column ENTITY = col("entity_id");

    private SingleNames() {}

    /**
     * The single names that somebody dominates.
     *
     * @param singles rows of {@link DocumentEntities} without a full name, with {@code outlet} and {@code month}
     * @param bearers persons, and bodies of that name: rows with {@code short_form}, {@code entity_id}, {@code roles}, {@code outlet}, {@code month}: one per
     *     original document and full name in it
     * @return {@code doc_id}, {@code local_id}, {@code entity_id}, {@code reason}, {@code support}, {@code rivals}, for those
     *     that somebody dominates
     */
    static Dataset<Row> of(Dataset<Row> singles, Dataset<Row> bearers) {
        Dataset<Row> counted = counted(bearers);
        Dataset<Row> asked = singles.select(
                        DocumentEntities.DOC_ID.col(),
                        DocumentEntities.LOCAL_ID.col(),
                        DocumentEntities.NAME_KEY.col().as("short_form"),
                        DocumentEntities.ROLES.col(),
                        explode(scopes(col("month").isNull())).as("scope"))
                .select(
                        DocumentEntities.DOC_ID.col(),
                        DocumentEntities.LOCAL_ID.col(),
                        col("short_form"),
                        DocumentEntities.ROLES.col(),
                        col("scope.rank"),
                        col("scope.key"));
        Column holds = arrays_overlap(asked.col("roles"), counted.col("known_roles"));
        Column titled = size(asked.col("roles")).gt(0);
        Dataset<Row> weighed = asked.join(counted, on("short_form", "key"))
                .withColumn("holds", titled.and(holds))
                .withColumn(
                        "may_hold",
                        titled.unary_$bang()
                                .or(holds)
                                .or(size(counted.col("known_roles")).equalTo(0)));
        Dataset<Row> scoped = weighed.groupBy(
                        DocumentEntities.DOC_ID.col(), DocumentEntities.LOCAL_ID.col(), col("rank"))
                .agg(
                        sum("stories").as("all_stories"),
                        sum(when(col("holds"), col("stories")).otherwise(0L)).as("office_stories"),
                        max_by(
                                        struct(ENTITY, col("stories"), col("holds"), col("may_hold")),
                                        struct(col("holds"), col("stories"), ENTITY))
                                .as("best"));
        Column nearby = col("rank").equalTo(1);
        Column least = when(nearby, IN_OUTLET).otherwise(ANYWHERE);
        Column share = when(nearby, SHARE_IN_OUTLET).otherwise(SHARE_ANYWHERE);
        Column byOffice = col("best.holds");
        Column total = when(byOffice, col("office_stories")).otherwise(col("all_stories"));
        return scoped.where(col("all_stories")
                        .geq(least)
                        .or(byOffice.and(col("best.stories").geq(2))))
                .groupBy(DocumentEntities.DOC_ID.col(), DocumentEntities.LOCAL_ID.col())
                .agg(min_by(
                                struct(
                                        col("best.entity_id").as("entity_id"),
                                        when(byOffice, "title_bearer")
                                                .otherwise("dominant_bearer")
                                                .as("reason"),
                                        col("best.stories").as("support"),
                                        total.minus(col("best.stories")).as("rivals"),
                                        col("best.entity_id")
                                                .startsWith("person:")
                                                .and(col("best.may_hold"))
                                                .and(col("best.stories")
                                                        .geq(when(byOffice, 2L).otherwise(least)))
                                                .and(col("best.stories").geq(total.multiply(share)))
                                                .as("is_dominant")),
                                col("rank"))
                        .as("choice"))
                .where(col("choice.is_dominant"))
                .select(
                        DocumentEntities.DOC_ID.col(),
                        DocumentEntities.LOCAL_ID.col(),
                        col("choice.entity_id"),
                        col("choice.reason"),
                        col("choice.support"),
                        col("choice.rivals"));
    }

    /** Stories by bearer and scope, with the offices by which the bearer is known there. */
    private static Dataset<Row> counted(Dataset<Row> bearers) {
        return bearers.select(
                        col("short_form"),
                        ENTITY,
                        DocumentEntities.ROLES.col(),
                        explode(scopes(lit(true))).as("scope"))
                .groupBy(col("short_form"), col("scope.key").as("key"), ENTITY)
                .agg(
                        count("*").as("stories"),
                        array_distinct(flatten(collect_set(DocumentEntities.ROLES.col())))
                                .as("known_roles"));
    }

    /** Where bearers are counted: outlet and month, month, everywhere. */
    private static Column scopes(Column everywhere) {
        Column month = col("month").cast("string");
        Column inOutlet = when(col("outlet").isNotNull().and(month.isNotNull()), concat_ws("|", month, col("outlet")));
        return filter(
                array(
                        struct(lit(1).as("rank"), inOutlet.as("key")),
                        struct(lit(2).as("rank"), month.as("key")),
                        struct(lit(3).as("rank"), when(everywhere, "all").as("key"))),
                scope -> scope.getField("key").isNotNull());
    }
}
