package org.newsweft.jobs.entities;

import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.array_distinct;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.concat;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.element_at;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.length;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.max_by;
import static org.apache.spark.sql.functions.size;
import static org.apache.spark.sql.functions.split;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.substring;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.trunc;
import static org.apache.spark.sql.functions.when;
import static org.newsweft.jobs.engine.Frames.computedOnce;
import static org.newsweft.jobs.engine.Frames.on;

import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.newsweft.table.facts.DocumentEntities;
import org.newsweft.table.facts.Documents;
import org.newsweft.table.facts.EntityDecisions;
import org.newsweft.table.facts.Mentions;
import org.newsweft.table.facts.Quotes;

/**
 * Who is meant by every name of every document: counted from what the documents say, all of them, so that the order in
 * which they arrived leaves no trace.
 */
final class Decisions {
    /** Share of the documents that introduce an acronym which must introduce it for one body. */
    private static final double ACRONYM_SHARE = 0.9;

    private static final long ACRONYM_DOCUMENTS = 2;
    /** The same for acronyms of up to three letters, which many bodies share. */
    private static final long SHORT_ACRONYM_DOCUMENTS = 5;
    /** Characters of the document's id behind the name of somebody who is known in that document only. */
    private static final int LOCAL_ID_LENGTH = 12;

    private static final String OWN_TYPE = "own_type";

    private Decisions() {}

    /**
     * One row per document and entity in it.
     *
     * @param entities rows of {@link DocumentEntities}
     * @param documents rows of {@link Documents}
     * @param nicknames {@code short_form}, {@code full_form}
     * @param asked what the user's file says
     * @return rows of {@link EntityDecisions}, of entities of all types, and {@code own_type}, which the document alone says
     */
    static Dataset<Row> of(Dataset<Row> entities, Dataset<Row> documents, Dataset<Row> nicknames, AskedEntities asked) {
        Column isMonthKnown = Documents.PUBLISHED_PRECISION.col().isin("day", "month");
        Dataset<Row> named = computedOnce(TypeVote.of(entities.withColumn(OWN_TYPE, DocumentEntities.TYPE.col())
                .join(
                        documents.select(
                                Documents.DOC_ID.col(),
                                Documents.OUTLET.col(),
                                when(isMonthKnown, trunc(Documents.PUBLISHED_ON.col(), "month"))
                                        .as("month"),
                                Documents.IS_COPY.col()),
                        on(Documents.DOC_ID.name()))));
        Partners partners = new Partners(named);
        Dataset<Row> full = computedOnce(new FullNames(named, partners).persons(nicknames, asked.never()));
        Dataset<Row> persons = Namesakes.toldApart(
                named.where(FullNames.isFullPerson())
                        .withColumn(FullNames.VARIANT, FullNames.variant())
                        .join(full, on(FullNames.VARIANT)),
                partners);
        // Hyphens and the order of names are no part of what names are compared by; the fullest of several names has
        // the id
        // of the shortest.
        Column isElsewhere = col(FullNames.REASON)
                .equalTo("own_name")
                .and(col(FullNames.ENTITY_ID).notEqual(DocumentEntities.LOCAL_ID.col()))
                .and(col(FullNames.ENTITY_ID).notEqual(concat(lit("person:"), DocumentEntities.FULL_NAME.col())));
        Column isFuller = isElsewhere.and(col(FullNames.CLUSTER_SUPPORT)
                .gt(0)
                .or(size(DocumentEntities.MIDDLE.col()).gt(0)));
        Dataset<Row> ofFullNames = persons.select(
                DocumentEntities.DOC_ID.col(),
                DocumentEntities.LOCAL_ID.col(),
                col(FullNames.ENTITY_ID),
                when(DocumentEntities.FORM.col().equalTo("listed"), "listed")
                        .when(isFuller, "middle_name")
                        .when(isElsewhere, "spelling")
                        .otherwise(col(FullNames.REASON))
                        .as(FullNames.REASON),
                when(isFuller, col(FullNames.CLUSTER_SUPPORT))
                        .otherwise(col(FullNames.SUPPORT))
                        .as(FullNames.SUPPORT),
                col(FullNames.RIVALS));
        Dataset<Row> bearers = persons.where(DocumentEntities.FORM
                        .col()
                        .equalTo("full")
                        .and(col("is_copy").equalTo(false)))
                .select(
                        explode(DocumentEntities.SHORT_FORMS.col()).as("short_form"),
                        col(FullNames.ENTITY_ID),
                        DocumentEntities.ROLES.col(),
                        col("outlet"),
                        col("month"));
        // "Phillips" may be Phillips Petroleum: bodies that begin or end with the name are its bearers too.
        Column words = split(DocumentEntities.NAME_KEY.col(), "-");
        Dataset<Row> bodiesOfThatName = named.where(DocumentEntities.TYPE
                        .col()
                        .equalTo("organization")
                        .and(DocumentEntities.FORM.col().notEqual("common"))
                        .and(col("is_copy").equalTo(false)))
                .select(
                        explode(array_distinct(array(element_at(words, 1), element_at(words, -1))))
                                .as("short_form"),
                        col(TypeVote.BASE_ID).as(FullNames.ENTITY_ID),
                        DocumentEntities.ROLES.col(),
                        col("outlet"),
                        col("month"));
        Dataset<Row> ofSingles = SingleNames.of(
                named.where(DocumentEntities.TYPE
                        .col()
                        .equalTo("person")
                        .and(DocumentEntities.FORM.col().equalTo("single"))),
                bearers.unionByName(bodiesOfThatName));
        Dataset<Row> ofBodies = bodies(named);
        Dataset<Row> found = ofFullNames.unionByName(ofSingles).unionByName(ofBodies);

        Column own = col(FullNames.ENTITY_ID);
        Column base = col(TypeVote.BASE_ID);
        Column isOtherType = col(OWN_TYPE)
                .notEqual(DocumentEntities.TYPE.col())
                .and(coalesce(col(FullNames.REASON), lit("own_name")).isin("own_name", "spelling"));
        Column isLocal = DocumentEntities.FORM.col().isin("single", "first", "common");
        Column here = concat(base, lit("~"), substring(DocumentEntities.DOC_ID.col(), 1, LOCAL_ID_LENGTH));
        Dataset<Row> decided = named.select(
                        DocumentEntities.DOC_ID.col(),
                        DocumentEntities.LOCAL_ID.col(),
                        DocumentEntities.LABEL.col(),
                        DocumentEntities.TYPE.col(),
                        DocumentEntities.FORM.col(),
                        col(OWN_TYPE),
                        col(TypeVote.BASE_ID))
                .join(found, on(DocumentEntities.DOC_ID.name(), DocumentEntities.LOCAL_ID.name()), "left")
                .select(
                        DocumentEntities.DOC_ID.col(),
                        DocumentEntities.LOCAL_ID.col(),
                        DocumentEntities.LABEL.col(),
                        coalesce(own, when(isLocal, here).otherwise(base)).as(EntityDecisions.ENTITY_ID.name()),
                        DocumentEntities.TYPE.col(),
                        col(OWN_TYPE),
                        when(isLocal, here).otherwise(base).as(AskedEntities.APART_ID),
                        when(isOtherType, "other_type")
                                .otherwise(coalesce(
                                        col(FullNames.REASON),
                                        when(isLocal, "local")
                                                .when(
                                                        DocumentEntities.FORM
                                                                .col()
                                                                .equalTo("listed"),
                                                        "listed")
                                                .otherwise("own_name")))
                                .as(EntityDecisions.REASON.name()),
                        coalesce(col(FullNames.SUPPORT), lit(0L)).as(EntityDecisions.SUPPORT.name()),
                        coalesce(col(FullNames.RIVALS), lit(0L)).as(EntityDecisions.RIVALS.name()));
        return asked.applyTo(decided);
    }

    /** The decisions that readers see: those on persons and organisations, and whatever is somebody else by them. */
    static Dataset<Row> published(Dataset<Row> decided) {
        return decided.where(EntityDecisions.TYPE
                .col()
                .isin("person", "organization")
                .or(EntityDecisions.REASON.col().equalTo("user_file"))
                .or(EntityDecisions.ENTITY_ID.col().notEqual(EntityDecisions.LOCAL_ID.col())));
    }

    /**
     * The entities of documents that now mean somebody else.
     *
     * @param decided what {@link #of} says
     * @param inForce rows of {@link EntityDecisions} by which {@code mentions} were led; a document without any has what it
     *     says alone
     * @return {@code doc_id}, {@code local_id}, {@code new_id}, {@code new_type}
     */
    static Dataset<Row> moved(Dataset<Row> decided, Dataset<Row> inForce) {
        Dataset<Row> before = inForce.select(
                EntityDecisions.DOC_ID.col(),
                EntityDecisions.LOCAL_ID.col(),
                EntityDecisions.ENTITY_ID.col().as("old_id"),
                EntityDecisions.TYPE.col().as("old_type"));
        Column isSame = coalesce(col("old_id"), EntityDecisions.LOCAL_ID.col())
                .equalTo(EntityDecisions.ENTITY_ID.col())
                .and(coalesce(col("old_type"), col(OWN_TYPE)).equalTo(EntityDecisions.TYPE.col()));
        return decided.join(before, on(EntityDecisions.DOC_ID.name(), EntityDecisions.LOCAL_ID.name()), "left")
                .where(isSame.unary_$bang())
                .select(
                        EntityDecisions.DOC_ID.col(),
                        EntityDecisions.LOCAL_ID.col(),
                        EntityDecisions.ENTITY_ID.col().as("new_id"),
                        EntityDecisions.TYPE.col().as("new_type"));
    }

    /** Mentions with the entities that they now mean. */
    static Dataset<Row> led(Dataset<Row> mentions, Dataset<Row> moved) {
        return mentions.join(moved, on(Mentions.DOC_ID.name(), Mentions.LOCAL_ID.name()), "left")
                .withColumn(Mentions.ENTITY_ID.name(), coalesce(col("new_id"), Mentions.ENTITY_ID.col()))
                .withColumn(Mentions.TYPE.name(), coalesce(col("new_type"), Mentions.TYPE.col()));
    }

    /** Quotes with the speakers that are now meant. */
    static Dataset<Row> ledSpeakers(Dataset<Row> quotes, Dataset<Row> moved) {
        Dataset<Row> speakers =
                moved.withColumnRenamed(EntityDecisions.LOCAL_ID.name(), Quotes.SPEAKER_LOCAL_ID.name());
        return quotes.join(speakers, on(Quotes.DOC_ID.name(), Quotes.SPEAKER_LOCAL_ID.name()), "left")
                .withColumn(Quotes.SPEAKER_ENTITY_ID.name(), coalesce(col("new_id"), Quotes.SPEAKER_ENTITY_ID.col()));
    }

    /** Bodies: one id for all spellings of a name, and acronyms led to the body that they are introduced for. */
    private static Dataset<Row> bodies(Dataset<Row> named) {
        Dataset<Row> bodies = named.where(DocumentEntities.TYPE.col().equalTo("organization"));
        Column stories = sum(when(col("is_copy"), 0L).otherwise(1L));
        Dataset<Row> ids = bodies.where(DocumentEntities.FORM.col().isin("full", "listed"))
                .groupBy(DocumentEntities.NAME_KEY.col(), col(TypeVote.BASE_ID))
                .agg(
                        stories.as("stories"),
                        max(DocumentEntities.FORM.col().equalTo("listed")).as("is_listed"))
                .groupBy(DocumentEntities.NAME_KEY.col())
                .agg(max_by(col(TypeVote.BASE_ID), struct(col("is_listed"), col("stories"), col(TypeVote.BASE_ID)))
                        .as("body_id"));
        Dataset<Row> introduced = bodies.where(col("is_copy").equalTo(false))
                .select(
                        explode(DocumentEntities.ACRONYMS.col()).as("acronym"),
                        DocumentEntities.NAME_KEY.col(),
                        DocumentEntities.DOC_ID.col())
                .join(ids, on(DocumentEntities.NAME_KEY.name()))
                .groupBy(col("acronym"), col("body_id"))
                .agg(count("*").as("stories"))
                .groupBy(col("acronym"))
                .agg(
                        sum("stories").as("all_stories"),
                        max("stories").as("stories"),
                        max_by(col("body_id"), struct(col("stories"), col("body_id")))
                                .as("acronym_of"))
                .where(col("stories")
                        .geq(when(length(col("acronym")).leq(3), SHORT_ACRONYM_DOCUMENTS)
                                .otherwise(ACRONYM_DOCUMENTS))
                        .and(col("stories").geq(col("all_stories").multiply(ACRONYM_SHARE))));
        Column isAcronym = DocumentEntities.FORM
                .col()
                .equalTo("acronym")
                .and(col("acronym_of").isNotNull());
        Column isSpelling = col("body_id").notEqual(col(TypeVote.BASE_ID));
        return bodies.where(DocumentEntities.FORM.col().isin("full", "acronym"))
                .join(ids, on(DocumentEntities.NAME_KEY.name()), "left")
                .join(introduced, DocumentEntities.NAME_KEY.col().equalTo(col("acronym")), "left")
                .select(
                        DocumentEntities.DOC_ID.col(),
                        DocumentEntities.LOCAL_ID.col(),
                        when(isAcronym, col("acronym_of"))
                                .otherwise(coalesce(col("body_id"), col(TypeVote.BASE_ID)))
                                .as(FullNames.ENTITY_ID),
                        when(isAcronym, "acronym")
                                .when(isSpelling, "spelling")
                                .otherwise("own_name")
                                .as(FullNames.REASON),
                        when(isAcronym, col("stories")).otherwise(0L).as(FullNames.SUPPORT),
                        when(isAcronym, col("all_stories").minus(col("stories")))
                                .otherwise(0L)
                                .as(FullNames.RIVALS));
    }
}
