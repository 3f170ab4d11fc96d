package org.newsweft.jobs.entities;

import static org.apache.spark.sql.functions.array_distinct;
import static org.apache.spark.sql.functions.array_intersect;
import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.collect_set;
import static org.apache.spark.sql.functions.concat;
import static org.apache.spark.sql.functions.concat_ws;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.expr;
import static org.apache.spark.sql.functions.flatten;
import static org.apache.spark.sql.functions.length;
import static org.apache.spark.sql.functions.levenshtein;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.max_by;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.min_by;
import static org.apache.spark.sql.functions.size;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.substring_index;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.when;
import static org.newsweft.jobs.engine.Frames.computedOnce;
import static org.newsweft.jobs.engine.Frames.on;

import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.expressions.Window;
import org.newsweft.table.facts.DocumentEntities;

/**
 * Which full names of persons are one person's.
 *
 * <p>A <em>variant</em> is a name with its middle names ({@code "george bush"} and {@code [h, w]}). Variants merge only on
 * evidence that the texts give, never because they look alike: an office that both hold, or partners, that is persons and
 * bodies that are named beside both and beside few others.
 */
final class FullNames {
    /** Share of the documents that a fuller name must have for the name without middle names to mean it. */
    private static final double DOMINANT = 0.9;

    static final String VARIANT = "variant";
    static final String ENTITY_ID = "entity_id";
    static final String REASON = "reason";
    static final String SUPPORT = "support";
    static final String RIVALS = "rivals";
    static final String CLUSTER_SUPPORT = "cluster_support";

    private final Dataset<Row> named;
    private final Partners partners;

    /**
     * @param named rows of {@link DocumentEntities} with {@code outlet} and {@code is_copy}
     * @param partners whom each document names beside them
     */
    FullNames(Dataset<Row> named, Partners partners) {
        this.named = named;
        this.partners = partners;
    }

    /** What tells a variant: name and middle names. */
    static Column variant() {
        return concat_ws("|", DocumentEntities.NAME_KEY.col(), concat_ws(" ", DocumentEntities.MIDDLE.col()));
    }

    /** Rows of persons with a full name. */
    static Column isFullPerson() {
        return DocumentEntities.TYPE
                .col()
                .equalTo("person")
                .and(DocumentEntities.NAME_KEY.col().contains(" "));
    }

    /**
     * The person behind every variant.
     *
     * @param nicknames {@code short_form}, {@code full_form}
     * @param never {@code id_a}, {@code id_b}: ids that the user keeps apart, in both orders
     * @return {@code variant}, {@code entity_id}, {@code reason}, {@code support}, {@code rivals}, and
     *     {@code cluster_support}: what led the names without middle names to it
     */
    Dataset<Row> persons(Dataset<Row> nicknames, Dataset<Row> never) {
        Dataset<Row> variants = computedOnce(variants());
        Dataset<Row> byMiddle = computedOnce(withMiddleNames(variants, never));
        Dataset<Row> clusters = computedOnce(clusters(variants, byMiddle));
        Dataset<Row> merged = merged(clusters, byMiddle.select(col(VARIANT), col("cluster")), nicknames, never);
        Column mostSupport = max("middle_support").over(Window.partitionBy(col("cluster")));
        return byMiddle.withColumn(CLUSTER_SUPPORT, mostSupport)
                .join(merged, on("cluster"))
                .select(
                        col(VARIANT),
                        col(ENTITY_ID),
                        when(col("is_root"), col("middle_reason"))
                                .otherwise(col("merge_reason"))
                                .as(REASON),
                        when(col("is_root"), col("middle_support"))
                                .otherwise(col("merge_support"))
                                .as(SUPPORT),
                        col("middle_rivals").as(RIVALS),
                        col(CLUSTER_SUPPORT));
    }

    /** One row per variant, with its documents, ids, offices and outlets. */
    private Dataset<Row> variants() {
        Dataset<Row> persons = named.where(isFullPerson()).withColumn(VARIANT, variant());
        Column stories = sum(when(col("is_copy"), 0L).otherwise(1L));
        return persons.groupBy(
                        col(VARIANT),
                        DocumentEntities.NAME_KEY.col(),
                        DocumentEntities.MIDDLE.col(),
                        DocumentEntities.LOCAL_ID.col(),
                        DocumentEntities.FULL_NAME.col())
                .agg(
                        stories.as("stories"),
                        array_distinct(flatten(collect_set(DocumentEntities.ROLES.col())))
                                .as("roles"))
                .groupBy(col(VARIANT), DocumentEntities.NAME_KEY.col(), DocumentEntities.MIDDLE.col())
                .agg(
                        sum("stories").as("stories"),
                        max_by(DocumentEntities.LOCAL_ID.col(), struct(col("stories"), DocumentEntities.LOCAL_ID.col()))
                                .as("local_id"),
                        max_by(
                                        DocumentEntities.FULL_NAME.col(),
                                        struct(col("stories"), DocumentEntities.FULL_NAME.col()))
                                .as("full_name"),
                        array_distinct(flatten(collect_set(col("roles")))).as("roles"))
                .withColumn("given", substring_index(DocumentEntities.NAME_KEY.col(), " ", 1))
                .withColumn("family", expr("substring(name_key, length(substring_index(name_key, ' ', 1)) + 2)"));
    }

    /**
     * Names without middle names, or with initials, led to the fuller one: to the only one there is, or to the one that
     * nearly all documents mean.
     *
     * @return a name, cluster (the fullest variant), and why
     */
    private Dataset<Row> withMiddleNames(Dataset<Row> variants, Dataset<Row> never) {
        Column fuller = expr("CASE WHEN size(a.middle) = 0 THEN size(b.middle) > 0"
                + " ELSE size(a.middle) = size(b.middle)"
                + " AND length(concat_ws('', a.middle)) < length(concat_ws('', b.middle))"
                + " AND forall(zip_with(a.middle, b.middle,"
                + " (x, y) -> x = y OR (length(x) = 1 AND startswith(y, x)) OR (length(y) = 1 AND startswith(x, y))), t -> t)"
                + " END");
        Column initials = expr("forall(b.middle, m -> length(m) = 1)");
        Dataset<Row> pairs = computedOnce(variants.as("a")
                .join(
                        variants.as("b"),
                        col("a.name_key").equalTo(col("b.name_key")).and(fuller))
                .select(
                        col("a.variant").as("a"),
                        col("b.variant").as("b"),
                        col("a.local_id").as("id_a"),
                        concat(lit("person:"), col("b.full_name")).as("id_b"),
                        col("b.stories").as("stories"),
                        size(array_intersect(col("a.roles"), col("b.roles"))).as("offices"),
                        initials.as("initials")));
        if (pairs.isEmpty()) {
            return variants.select(
                    col(VARIANT),
                    col(VARIANT).as("cluster"),
                    lit("own_name").as("middle_reason"),
                    lit(0L).as("middle_support"),
                    lit(0L).as("middle_rivals"));
        }
        // A target that has a fuller one itself is none: all point to the fullest.
        Dataset<Row> last = pairs.join(pairs.select(col("a").as("b")).distinct(), on("b"), "left_anti");
        Dataset<Row> weighed = withEvidence(withoutNever(last, never), members(col(VARIANT)));
        Dataset<Row> best = weighed.groupBy(col("a"))
                .agg(
                        sum("stories").as("all_stories"),
                        max_by(
                                        struct(
                                                col("b"),
                                                col("stories"),
                                                col("offices")
                                                        .plus(col("partners"))
                                                        .as("shared"),
                                                col("initials")),
                                        struct(col("stories"), col("b")))
                                .as("best"))
                .where(col("best.stories")
                        .geq(col("all_stories").multiply(DOMINANT))
                        .and(col("best.shared")
                                .geq(when(col("best.initials"), 1).otherwise(2))))
                .select(
                        col("a").as(VARIANT),
                        col("best.b").as("target"),
                        col("best.shared").cast("bigint").as("shared"),
                        col("all_stories").minus(col("best.stories")).as("others"));
        return variants.select(col(VARIANT), col("stories"), DocumentEntities.MIDDLE.col())
                .join(best, on(VARIANT), "left")
                .select(
                        col(VARIANT),
                        coalesce(col("target"), col(VARIANT)).as("cluster"),
                        when(col("target").isNull(), "own_name")
                                .otherwise("middle_name")
                                .as("middle_reason"),
                        coalesce(col("shared"), lit(0L)).as("middle_support"),
                        coalesce(col("others"), lit(0L)).as("middle_rivals"));
    }

    /**
     * One row per cluster of variants with its id: the plain name where it is the only one of that name or has the variant
     * without middle names, else the name with initials.
     */
    private static Dataset<Row> clusters(Dataset<Row> variants, Dataset<Row> byMiddle) {
        Dataset<Row> clusters = variants.join(byMiddle.select(col(VARIANT), col("cluster")), on(VARIANT))
                .groupBy(col("cluster"), DocumentEntities.NAME_KEY.col(), col("given"), col("family"))
                .agg(
                        sum("stories").as("stories"),
                        max_by(DocumentEntities.MIDDLE.col(), col(VARIANT).equalTo(col("cluster")))
                                .as("middle"),
                        min_by(
                                        struct(
                                                size(DocumentEntities.MIDDLE.col())
                                                        .as("names"),
                                                col("local_id"),
                                                col("full_name")),
                                        struct(
                                                size(DocumentEntities.MIDDLE.col()),
                                                length(concat_ws("", DocumentEntities.MIDDLE.col())),
                                                col(VARIANT)))
                                .as("shortest"),
                        array_distinct(flatten(collect_set(col("roles")))).as("roles"));
        Dataset<Row> namesakes =
                clusters.groupBy(DocumentEntities.NAME_KEY.col()).agg(count("*").as("namesakes"));
        return clusters.join(namesakes, on(DocumentEntities.NAME_KEY.name()))
                .withColumn(
                        "own_id",
                        when(
                                        col("namesakes")
                                                .equalTo(1)
                                                .or(col("shortest.names").equalTo(0)),
                                        col("shortest.local_id"))
                                .otherwise(concat(lit("person:"), col("shortest.full_name"))));
    }

    /**
     * Clusters whose names are spelled otherwise, stand in another order or have a short first name, led to the one that
     * more documents name, on evidence.
     *
     * @return the column cluster, {@code entity_id}, {@code is_root}, {@code merge_reason}, {@code merge_support}
     */
    private Dataset<Row> merged(
            Dataset<Row> clusters, Dataset<Row> clusterOfVariant, Dataset<Row> nicknames, Dataset<Row> never) {
        Dataset<Row> likely = computedOnce(alike(clusters, nicknames));
        Dataset<Row> roots = clusters.select(
                col("cluster"),
                col("own_id").as(ENTITY_ID),
                lit(true).as("is_root"),
                lit("own_name").as("merge_reason"),
                lit(0L).as("merge_support"));
        if (likely.isEmpty()) {
            return roots;
        }
        Dataset<Row> weighed = withEvidence(
                withoutNever(likely, never),
                members(col(VARIANT))
                        .join(clusterOfVariant.select(col(VARIANT).as("member"), col("cluster")), on("member"))
                        .select(col("cluster").as("member"), DocumentEntities.DOC_ID.col()));
        Column shared = col("partners").plus(col("offices"));
        Column proven = when(col("kind").equalTo("order"), shared.geq(1))
                .when(col("kind").equalTo("nickname"), col("partners").geq(1).and(shared.geq(2)))
                .otherwise(col("partners").geq(2).and(shared.geq(3)))
                .and(col("together").equalTo(0));
        Dataset<Row> links = computedOnce(weighed.where(proven)
                .groupBy(col("a"))
                .agg(max_by(
                                struct(
                                        col("b"),
                                        when(col("kind").equalTo("nickname"), "nickname")
                                                .otherwise("spelling")
                                                .as("reason"),
                                        shared.cast("bigint").as("shared")),
                                struct(shared, col("stories"), col("b"), col("kind")))
                        .as("best"))
                .select(
                        col("a"),
                        col("best.b").as("b"),
                        col("best.reason").as("reason"),
                        col("best.shared").as("shared")));
        // Links lead to names of more documents only, so they form trees; three rounds reach a root eight links away.
        Dataset<Row> ends = links.select(col("a"), col("b"));
        for (int round = 0; round < 3; round++) {
            Dataset<Row> next = ends.select(col("a").as("b"), col("b").as("c"));
            ends = ends.join(next, on("b"), "left")
                    .select(col("a"), coalesce(col("c"), col("b")).as("b"));
        }
        Dataset<Row> targets =
                clusters.select(col("cluster").as("b"), col("own_id").as("root_id"));
        Dataset<Row> ids = ends.join(links.drop("b"), on("a"))
                .join(targets, on("b"))
                .select(col("a").as("cluster"), col("root_id"), col("reason"), col("shared"));
        return clusters.join(ids, on("cluster"), "left")
                .select(
                        col("cluster"),
                        coalesce(col("root_id"), col("own_id")).as(ENTITY_ID),
                        col("root_id").isNull().as("is_root"),
                        coalesce(col("reason"), lit("own_name")).as("merge_reason"),
                        coalesce(col("shared"), lit(0L)).as("merge_support"));
    }

    /**
     * Pairs of clusters that may be one person, from the one that fewer documents name ({@code a}) to the other. Names meet
     * only those that share a key with them, never all bearers of a surname.
     */
    private static Dataset<Row> alike(Dataset<Row> clusters, Dataset<Row> nicknames) {
        Dataset<Row> turned = clusters.withColumn("key", concat_ws(" ", col("family"), col("given")));
        Dataset<Row> order = met(turned, clusters.withColumn("key", DocumentEntities.NAME_KEY.col()), "order");

        Dataset<Row> shortened = clusters.join(
                        nicknames.select(col("short_form").as("given"), col("full_form")), on("given"))
                .withColumn("key", concat_ws(" ", col("full_form"), col("family")));
        Dataset<Row> nickname = met(shortened, clusters.withColumn("key", DocumentEntities.NAME_KEY.col()), "nickname");

        Dataset<Row> given = clusters.where(length(col("given")).geq(5))
                .withColumn("key", explode(withOneLetterLess("given")))
                .withColumn("key", concat_ws(" ", lit("g"), col("key"), col("family")));
        Dataset<Row> family = clusters.where(length(col("family")).geq(6))
                .withColumn("key", explode(withOneLetterLess("family")))
                .withColumn("key", concat_ws(" ", lit("f"), col("given"), col("key")));
        Dataset<Row> spelled = given.unionByName(family);
        Dataset<Row> spelling = met(spelled, spelled, "spelling")
                .where(levenshtein(col("name_a"), col("name_b")).equalTo(1));

        return order.unionByName(nickname)
                .unionByName(spelling)
                .groupBy(col("a"), col("b"), col("kind"))
                .agg(
                        min("id_a").as("id_a"),
                        min("id_b").as("id_b"),
                        min("stories").as("stories"),
                        min("offices").as("offices"))
                .where(col("id_a").notEqual(col("id_b")));
    }

    private static Dataset<Row> met(Dataset<Row> some, Dataset<Row> others, String kind) {
        Column rankA = struct(col("a.stories"), col("a.cluster"));
        Column rankB = struct(col("b.stories"), col("b.cluster"));
        Column first = rankA.lt(rankB);
        Column agree = expr(
                "size(a.middle) = 0 OR size(b.middle) = 0 OR (size(a.middle) = size(b.middle)"
                        + " AND forall(zip_with(a.middle, b.middle,"
                        + " (x, y) -> x = y OR (length(x) = 1 AND startswith(y, x)) OR (length(y) = 1 AND startswith(x, y))), t -> t))");
        return some.as("a")
                .join(
                        others.as("b"),
                        col("a.key")
                                .equalTo(col("b.key"))
                                .and(col("a.cluster").notEqual(col("b.cluster")))
                                .and(agree))
                .select(
                        when(first, col("a.cluster"))
                                .otherwise(col("b.cluster"))
                                .as("a"),
                        when(first, col("b.cluster"))
                                .otherwise(col("a.cluster"))
                                .as("b"),
                        col("a.name_key").as("name_a"),
                        col("b.name_key").as("name_b"),
                        when(first, col("a.own_id")).otherwise(col("b.own_id")).as("id_a"),
                        when(first, col("b.own_id")).otherwise(col("a.own_id")).as("id_b"),
                        when(first, col("b.stories"))
                                .otherwise(col("a.stories"))
                                .as("stories"),
                        size(array_intersect(col("a.roles"), col("b.roles"))).as("offices"),
                        lit(kind).as("kind"));
    }

    /** The word and the word without each of its letters: two words that differ by one letter share one of them. */
    private static Column withOneLetterLess(String word) {
        return expr(
                "concat(array(%1$s), transform(sequence(1, length(%1$s)), i -> concat(substr(%1$s, 1, i - 1), substr(%1$s, i + 1))))"
                        .formatted(word));
    }

    /** Which documents name which variant: {@code member}, {@code doc_id}. */
    private Dataset<Row> members(Column member) {
        return named.where(isFullPerson())
                .withColumn(VARIANT, variant())
                .select(member.as("member"), DocumentEntities.DOC_ID.col())
                .distinct();
    }

    /** Pairs that the user does not keep apart. */
    private static Dataset<Row> withoutNever(Dataset<Row> pairs, Dataset<Row> never) {
        return pairs.join(
                broadcast(never),
                pairs.col("id_a")
                        .equalTo(never.col("id_a"))
                        .and(pairs.col("id_b").equalTo(never.col("id_b"))),
                "left_anti");
    }

    /**
     * Pairs ({@code a}, {@code b}) with {@code partners}, those that both are named beside, and {@code together}, the
     * documents that name both. Only the documents of paired names are looked at.
     *
     * @param members the column member, {@code doc_id}
     */
    private Dataset<Row> withEvidence(Dataset<Row> pairs, Dataset<Row> members) {
        Dataset<Row> paired = pairs.select(col("a").as("member"))
                .union(pairs.select(col("b").as("member")))
                .distinct();
        Dataset<Row> documents = computedOnce(members.join(paired, on("member")));
        Dataset<Row> met = computedOnce(documents
                .join(partners.rows(), on(DocumentEntities.DOC_ID.name()))
                .where(col("partner").notEqual(substring_index(col("member"), "|", 1)))
                .select(col("member"), col("partner"))
                .distinct());
        Dataset<Row> ends = pairs.select(col("a"), col("b")).distinct();
        Dataset<Row> shared = both(ends, met, "partner")
                .select(col("a"), col("b"), col("times").as("partners"));
        Dataset<Row> together = both(ends, documents, DocumentEntities.DOC_ID.name())
                .select(col("a"), col("b"), col("times").as("together"));
        return pairs.join(shared, on("a", "b"), "left")
                .join(together, on("a", "b"), "left")
                .na()
                .fill(0L, new String[] {"partners", "together"});
    }

    private static Dataset<Row> both(Dataset<Row> pairs, Dataset<Row> members, String what) {
        return pairs.join(members.select(col("member").as("a"), col(what)), on("a"))
                .join(members.select(col("member").as("b"), col(what)), on("b", what))
                .groupBy(col("a"), col("b"))
                .agg(count("*").as("times"));
    }
}
