package org.newsweft.jobs.entities;

import static org.apache.spark.sql.functions.array_contains;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.concat;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.max_by;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.size;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.when;
import static org.newsweft.jobs.engine.Frames.computedOnce;
import static org.newsweft.jobs.engine.Frames.on;

import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.newsweft.table.facts.DocumentEntities;

/**
 * Two persons of one full name, told apart by their walks of life: a John Smith whom some documents call coach and others
 * senator. Only strong evidence splits: each walk in two documents or more, none that calls him both, and no partner that
 * is named beside both.
 */
final class Namesakes {
    private static final long LEAST_DOCUMENTS = 2;

    private Namesakes() {}

    /**
     * The persons, namesakes told apart.
     *
     * @param persons {@code doc_id}, {@code name_key}, {@code entity_id}, {@code walks}, {@code reason}, {@code support}, {@code rivals}
     * @return the same rows; of two namesakes the one whom more documents name keeps the id, the other's ends with the walk
     *     of life: {@code person:john-smith~sport}
     */
    static Dataset<Row> toldApart(Dataset<Row> persons, Partners partners) {
        Dataset<Row> walks = persons.select(
                        col(FullNames.ENTITY_ID),
                        DocumentEntities.DOC_ID.col(),
                        explode(DocumentEntities.WALKS.col()).as("walk"))
                .groupBy(col(FullNames.ENTITY_ID), col("walk"))
                .agg(count("*").as("documents"))
                .where(col("documents").geq(LEAST_DOCUMENTS));
        Dataset<Row> main = walks.groupBy(col(FullNames.ENTITY_ID))
                .agg(
                        max_by(col("walk"), struct(col("documents"), col("walk")))
                                .as("main_walk"),
                        max("documents").as("main_documents"),
                        count("*").as("walks_known"))
                .where(col("walks_known").gt(1));
        Dataset<Row> doubtful = computedOnce(walks.join(main, on(FullNames.ENTITY_ID))
                .where(col("walk").notEqual(col("main_walk")))
                .drop("walks_known", "main_walk"));
        if (doubtful.isEmpty()) {
            return persons;
        }
        Column isOfWalk = array_contains(DocumentEntities.WALKS.col(), col("walk"));
        Dataset<Row> sides = doubtful.join(persons, on(FullNames.ENTITY_ID))
                .select(
                        col(FullNames.ENTITY_ID),
                        col("walk"),
                        DocumentEntities.DOC_ID.col(),
                        DocumentEntities.NAME_KEY.col(),
                        isOfWalk.as("is_of_walk"),
                        isOfWalk.and(size(DocumentEntities.WALKS.col()).gt(1)).as("is_mixed"));
        Dataset<Row> shared = sides.join(partners.rows(), on(DocumentEntities.DOC_ID.name()))
                .where(col("partner").notEqual(DocumentEntities.NAME_KEY.col()))
                .groupBy(col(FullNames.ENTITY_ID), col("walk"), col("partner"))
                .agg(max("is_of_walk").as("some"), min("is_of_walk").as("every"))
                .where(col("some").and(col("every").unary_$bang()))
                .select(col(FullNames.ENTITY_ID), col("walk"))
                .distinct();
        Dataset<Row> mixed = sides.where(col("is_mixed"))
                .select(col(FullNames.ENTITY_ID), col("walk"))
                .distinct();
        Dataset<Row> apart = doubtful.join(shared.union(mixed), on(FullNames.ENTITY_ID, "walk"), "left_anti");
        Dataset<Row> other = persons.join(apart, on(FullNames.ENTITY_ID))
                .where(isOfWalk)
                .select(
                        DocumentEntities.DOC_ID.col(),
                        DocumentEntities.LOCAL_ID.col(),
                        col("walk"),
                        col("documents"),
                        col("main_documents"));
        Column isOther = col("walk").isNotNull();
        return persons.join(other, on(DocumentEntities.DOC_ID.name(), DocumentEntities.LOCAL_ID.name()), "left")
                .withColumn(
                        FullNames.ENTITY_ID,
                        when(isOther, concat(col(FullNames.ENTITY_ID), lit("~"), col("walk")))
                                .otherwise(col(FullNames.ENTITY_ID)))
                .withColumn(FullNames.REASON, when(isOther, "other_walk").otherwise(col(FullNames.REASON)))
                .withColumn(FullNames.SUPPORT, coalesce(col("documents"), col(FullNames.SUPPORT)))
                .withColumn(FullNames.RIVALS, coalesce(col("main_documents"), col(FullNames.RIVALS)))
                .drop("walk", "documents", "main_documents");
    }
}
