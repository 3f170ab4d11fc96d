package org.newsweft.jobs.entities;

import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.array_distinct;
import static org.apache.spark.sql.functions.array_sort;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.collect_list;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.countDistinct;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.length;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.lower;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.min_by;
import static org.apache.spark.sql.functions.regexp_replace;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.substring_index;
import static org.apache.spark.sql.functions.transform;
import static org.apache.spark.sql.functions.when;

import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.newsweft.jobs.engine.Frames;
import org.newsweft.table.facts.Documents;
import org.newsweft.table.facts.EntityDecisions;
import org.newsweft.table.facts.Mentions;
import org.newsweft.table.figures.Entities;

/** The entities behind the mentions. */
final class EntityRows {
    private static final String USES = "uses";

    /** Agencies whose texts and pictures outlets print: the names in their ids. */
    private static final String[] AGENCIES = {
        "associated-press",
        "agence-france-presse",
        "reuters",
        "united-press-international",
        "upi",
        "european-pressphoto-agency",
        "deutsche-presse-agentur",
        "dpa",
        "pa-media",
        "getty-images",
        "getty",
        "shutterstock",
        "istockphoto",
        "istock",
        "alamy",
        "zuma-press",
        "afp-getty-images",
        "nurphoto",
        "anadolu"
    };

    private EntityRows() {}

    /**
     * One row per entity.
     *
     * @param mentions rows of {@link Mentions}
     * @param documents rows of {@link Documents}
     * @param labels as by {@link #labels}
     * @return rows of {@link Entities}; an entity that only copies name has zero mentions and documents
     */
    static Dataset<Row> of(Dataset<Row> mentions, Dataset<Row> documents, Dataset<Row> labels) {
        Dataset<Row> placed = mentions.select(
                        Mentions.DOC_ID.col(),
                        Mentions.ENTITY_ID.col(),
                        Mentions.SURFACE.col(),
                        Mentions.TYPE.col(),
                        Mentions.COUNTRY_CODE.col())
                .join(
                        documents.select(Documents.DOC_ID.col(), Documents.IS_COPY.col(), Documents.PUBLISHED_ON.col()),
                        Frames.on(Documents.DOC_ID.name()));
        Column original = when(Documents.IS_COPY.col(), null).otherwise(Documents.DOC_ID.col());
        Dataset<Row> counts = placed.groupBy(Mentions.ENTITY_ID.col())
                .agg(
                        min(Mentions.TYPE.col()).as(Entities.TYPE.name()),
                        max(Mentions.COUNTRY_CODE.col()).as(Entities.COUNTRY_CODE.name()),
                        count(original).as(Entities.MENTION_COUNT.name()),
                        countDistinct(original).as(Entities.DOCUMENT_COUNT.name()),
                        countDistinct(Documents.DOC_ID.col()).as(Entities.DOCUMENT_COUNT_WITH_COPIES.name()),
                        min(Documents.PUBLISHED_ON.col()).as(Entities.FIRST_SEEN.name()),
                        max(Documents.PUBLISHED_ON.col()).as(Entities.LAST_SEEN.name()));
        Dataset<Row> aliases = byUse(placed, Mentions.SURFACE.col(), Entities.ALIASES.name());
        return counts.join(aliases, Frames.on(Entities.ENTITY_ID.name()))
                .join(labels, Frames.on(Entities.ENTITY_ID.name()))
                // Decided when all entities and outlets are known.
                .withColumn(Entities.IS_OUTLET.name(), lit(false));
    }

    /**
     * The label of every entity: the form of its name that most documents have, of those that name it by a name of its own.
     *
     * @param decided {@code entity_id}, {@code label} and {@code reason} of every entity of every document
     * @return {@code entity_id}, {@code label}
     */
    static Dataset<Row> labels(Dataset<Row> decided) {
        Column isOwnName = EntityDecisions.REASON
                .col()
                .isin("dominant_bearer", "title_bearer", "acronym")
                .unary_$bang();
        return decided.groupBy(EntityDecisions.ENTITY_ID.col(), EntityDecisions.LABEL.col())
                .agg(max(isOwnName).as("is_own_name"), count("*").as(USES))
                .groupBy(EntityDecisions.ENTITY_ID.col())
                .agg(min_by(
                                EntityDecisions.LABEL.col(),
                                struct(
                                        col("is_own_name").unary_$bang(),
                                        col(USES).multiply(-1),
                                        EntityDecisions.LABEL.col()))
                        .as(Entities.LABEL.name()));
    }

    /**
     * Entities with {@code is_outlet}: whether each is an outlet of the corpus or an agency, by its id or its label, spaces
     * and endings left aside.
     *
     * @param entities rows of {@link Entities}
     * @param documents rows of {@link Documents}, of the whole corpus
     */
    static Dataset<Row> withOutlets(Dataset<Row> entities, Dataset<Row> documents) {
        Column site = regexp_replace(
                lower(Documents.OUTLET.col()),
                "^(www|edition|m|amp|us|uk|lite)[.]|[.](co[.]uk|com[.]au|co[.]in|[a-z]{2,5})$",
                "");
        Dataset<Row> outlets = documents
                .where(Documents.OUTLET.col().isNotNull())
                .select(Documents.OUTLET.col())
                .distinct()
                .select(explode(array(outletKey(Documents.OUTLET.col()), outletKey(site)))
                        .as("outlet_key"))
                .where(length(col("outlet_key")).gt(1))
                .distinct()
                .withColumn("is_found", lit(true));
        Column id = Entities.ENTITY_ID.col();
        Column name = substring_index(id, ":", -1);
        Column isBody = Entities.TYPE.col().equalTo("organization");
        Column part = regexp_replace(name, "-(news|business|international|sport|sports|online|digital|tv)$", "");
        Dataset<Row> found = entities.where(isBody)
                .select(
                        id,
                        explode(array_distinct(
                                        array(outletKey(name), outletKey(part), outletKey(Entities.LABEL.col()))))
                                .as("outlet_key"))
                .join(outlets, Frames.on("outlet_key"))
                .select(id, col("is_found"))
                .distinct();
        Column isAgency = name.isin((Object[]) AGENCIES);
        return entities.join(found, Frames.on(Entities.ENTITY_ID.name()), "left")
                .withColumn(
                        Entities.IS_OUTLET.name(),
                        isBody.and(coalesce(col("is_found"), lit(false)).or(isAgency)))
                .drop("is_found");
    }

    /** What spellings of an outlet have in common: small letters and digits without a leading "the". */
    private static Column outletKey(Column name) {
        return regexp_replace(regexp_replace(lower(name), "[^\\p{L}\\p{N}]+", ""), "^the(?=.{3})", "");
    }

    /** Of each entity, the values of a column: most used first, then by alphabet. */
    private static Dataset<Row> byUse(Dataset<Row> placed, Column value, String name) {
        Column ranked = array_sort(collect_list(struct(col(USES).multiply(-1).as("rank"), value.as("value"))));
        return placed.groupBy(Mentions.ENTITY_ID.col(), value)
                .agg(count("*").as(USES))
                .groupBy(Mentions.ENTITY_ID.col())
                .agg(transform(ranked, use -> use.getField("value")).as(name));
    }
}
