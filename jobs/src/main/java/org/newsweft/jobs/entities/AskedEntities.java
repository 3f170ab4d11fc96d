package org.newsweft.jobs.entities;

import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.array_distinct;
import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.min_by;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.substring_index;
import static org.apache.spark.sql.functions.when;
import static org.newsweft.jobs.engine.Frames.on;

import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.StructType;
import org.newsweft.store.EntityFile;
import org.newsweft.table.facts.EntityDecisions;
import org.newsweft.text.names.lexicon.EntityIds;
import org.newsweft.text.names.lexicon.Nicknames;

/**
 * What the user's file of entities says, as frames. It is small: whoever writes it does so by hand or from another system,
 * so it is read on the driver and sent to every task.
 */
final class AskedEntities {
    private static final StructType NAMES =
            StructType.fromDDL("name STRING, row INT, asked_id STRING, asked_label STRING, asked_type STRING");
    private static final StructType NEVER = StructType.fromDDL("id_a STRING, id_b STRING");

    /** Column of the id that an entity of a document has if it is nobody else. */
    static final String APART_ID = "apart_id";

    private final boolean isEmpty;
    private final Dataset<Row> names;
    private final Dataset<Row> never;

    private AskedEntities(boolean isEmpty, Dataset<Row> names, Dataset<Row> never) {
        this.isEmpty = isEmpty;
        this.names = names;
        this.never = never;
    }

    static AskedEntities of(SparkSession spark, List<EntityFile.Entry> entries) {
        List<Row> names = new ArrayList<>();
        List<Row> never = new ArrayList<>();
        for (int row = 0; row < entries.size(); row++) {
            EntityFile.Entry entry = entries.get(row);
            for (String name : entry.names()) {
                names.add(RowFactory.create(key(name), row, entry.id(), entry.label(), entry.type()));
            }
            for (String other : entry.never()) {
                String otherId = id(other, entry.type());
                for (String name : entry.names()) {
                    never.add(RowFactory.create(id(name, entry.type()), otherId));
                    never.add(RowFactory.create(otherId, id(name, entry.type())));
                }
            }
        }
        return new AskedEntities(
                entries.isEmpty(), spark.createDataFrame(names, NAMES), spark.createDataFrame(never, NEVER));
    }

    /** First names and their short forms: {@code short_form}, {@code full_form}. */
    static Dataset<Row> nicknames(SparkSession spark) {
        List<Row> rows = new ArrayList<>();
        Nicknames.load()
                .fullForms()
                .forEach((shortForm, full) -> full.forEach(form -> rows.add(RowFactory.create(shortForm, form))));
        return spark.createDataFrame(rows, StructType.fromDDL("short_form STRING, full_form STRING"));
    }

    /** Ids that are kept apart: {@code id_a}, {@code id_b}, in both orders. */
    Dataset<Row> never() {
        return never;
    }

    /**
     * Decisions as the file wants them: names and ids on it lead to its entities, pairs that it keeps apart are apart.
     *
     * @param decided rows of {@link EntityDecisions}
     */
    Dataset<Row> applyTo(Dataset<Row> decided) {
        if (isEmpty) {
            return decided;
        }
        Column entityId = EntityDecisions.ENTITY_ID.col();
        Dataset<Row> apart = decided.join(
                        broadcast(never.distinct()),
                        EntityDecisions.LOCAL_ID.col().equalTo(col("id_a")).and(entityId.equalTo(col("id_b"))),
                        "left")
                .withColumn("is_apart", col("id_a").isNotNull())
                .drop("id_a", "id_b")
                .withColumn(
                        EntityDecisions.ENTITY_ID.name(),
                        when(col("is_apart"), col(APART_ID)).otherwise(entityId))
                .withColumn(
                        EntityDecisions.REASON.name(),
                        when(col("is_apart"), "user_file").otherwise(EntityDecisions.REASON.col()))
                .drop("is_apart");
        // Few distinct combinations of names are looked up, however many documents have them.
        Dataset<Row> combinations = apart.select(EntityDecisions.LOCAL_ID.col(), EntityDecisions.LABEL.col(), entityId)
                .distinct();
        Dataset<Row> looked = combinations
                .withColumn(
                        "name",
                        explode(array_distinct(array(
                                entityId,
                                EntityDecisions.LOCAL_ID.col(),
                                afterColon(entityId),
                                afterColon(EntityDecisions.LOCAL_ID.col())))))
                .join(broadcast(names), on("name"))
                .groupBy(EntityDecisions.LOCAL_ID.col(), EntityDecisions.LABEL.col(), entityId)
                .agg(min_by(struct(col("asked_id"), col("asked_label"), col("asked_type")), col("row"))
                        .as("asked"));
        return apart.join(
                        looked,
                        on(
                                EntityDecisions.LOCAL_ID.name(),
                                EntityDecisions.LABEL.name(),
                                EntityDecisions.ENTITY_ID.name()),
                        "left")
                .withColumn(EntityDecisions.ENTITY_ID.name(), coalesce(col("asked.asked_id"), entityId))
                .withColumn(
                        EntityDecisions.LABEL.name(), coalesce(col("asked.asked_label"), EntityDecisions.LABEL.col()))
                .withColumn(EntityDecisions.TYPE.name(), coalesce(col("asked.asked_type"), EntityDecisions.TYPE.col()))
                .withColumn(
                        EntityDecisions.REASON.name(),
                        when(col("asked").isNotNull(), "user_file").otherwise(EntityDecisions.REASON.col()))
                .drop("asked");
    }

    private static Column afterColon(Column id) {
        return substring_index(id, ":", -1);
    }

    /** A name as ids have it; an id ({@code person:smith~0123}) as it is. */
    private static String key(String name) {
        return name.contains(":") ? name : EntityIds.slug(name);
    }

    private static String id(String name, String type) {
        return name.contains(":") ? name : type + ":" + EntityIds.slug(name);
    }
}
