package org.newsweft.measure;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.collect_set;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.posexplode;
import static org.apache.spark.sql.functions.size;
import static org.apache.spark.sql.functions.slice;
import static org.apache.spark.sql.functions.sort_array;

import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.newsweft.table.facts.Mentions;
import org.newsweft.table.figures.EntityCooccurrence;

/** Which entities meet in a unit of text, be it a sentence or a document. */
public final class EntityPairs {
    /** Column of the entities of a unit: an array of entity ids, sorted, each once. */
    public static final String ENTITIES = "entities";

    private static final String POSITION = "position";

    private EntityPairs() {}

    /**
     * The units of text that name an entity.
     *
     * @param mentions rows with {@code entity_id} and the columns of {@code unit}; mentions of no entity are left out
     * @param unit columns that together identify a unit, and any others that do not vary within it
     * @return one row per unit: its columns and {@link #ENTITIES}
     */
    public static Dataset<Row> units(Dataset<Row> mentions, Column... unit) {
        return mentions.where(Mentions.ENTITY_ID.col().isNotNull())
                .groupBy(unit)
                .agg(sort_array(collect_set(Mentions.ENTITY_ID.col())).as(ENTITIES));
    }

    /**
     * Repeats each unit once for every unordered pair of its entities. Rows stream out of the array of entities: a
     * unit's pairs, which grow with the square of its entities, are never in memory together.
     *
     * @param units rows with {@link #ENTITIES}
     * @return the rows with {@code entity_a} and {@code entity_b} instead, {@code entity_a < entity_b}
     */
    public static Dataset<Row> withPairs(Dataset<Row> units) {
        Column entities = col(ENTITIES);
        return units.where(size(entities).gt(1))
                .select(col("*"), posexplode(entities).as(new String[] {POSITION, EntityCooccurrence.ENTITY_A.name()}))
                .withColumn(
                        EntityCooccurrence.ENTITY_B.name(),
                        explode(slice(entities, col(POSITION).plus(2), size(entities))))
                .drop(POSITION, ENTITIES);
    }
}
