package org.newsweft.jobs.pages;

import static java.util.stream.Collectors.joining;
import static org.apache.spark.sql.functions.abs;
import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.levenshtein;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.log;
import static org.apache.spark.sql.functions.lower;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.when;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.newsweft.jobs.Frames;
import org.newsweft.store.RunFailure;
import org.newsweft.store.RunFailure.Kind;
import org.newsweft.store.Warehouse;
import org.newsweft.table.CooccurrenceChange;
import org.newsweft.table.DocumentTerms;
import org.newsweft.table.Documents;
import org.newsweft.table.Entities;
import org.newsweft.table.EntityDecisions;
import org.newsweft.table.Granularity;
import org.newsweft.table.Mentions;
import org.newsweft.table.Quotes;

/** All that the tables hold on one name, as a page. */
public final class Dossier {
    private static final NamePart.Size SIZE = new NamePart.Size(25, 60, 6, 6, 60);
    private static final int EVENTS = 20;
    private static final int LINES = 30;
    private static final int SUGGESTIONS = 5;

    private Dossier() {}

    /**
     * The dossier.
     *
     * @param entityId id of the entity it is of
     * @param label its name
     * @param page HTML
     */
    public record Written(String entityId, String label, String page) {}

    /**
     * The dossier of the entity of this name.
     *
     * @param warehouse the tables as the published run left them
     * @param name an id, a label, or another name by which articles call it; upper and lower case are the same
     * @throws RunFailure of kind usage if nobody is called so; it names those who are called nearly so
     */
    public static Written of(Warehouse warehouse, String name) {
        Row found = find(warehouse, name);
        String id = found.getString(0);
        Evidence evidence = new Evidence();
        ObjectNode data = JsonRows.object();
        data.put("kind", "dossier");
        data.put("name", id);
        data.set("overview", Overview.of(warehouse).json());
        Map<String, ObjectNode> names = NamePart.of(warehouse, List.of(id), SIZE, evidence);
        names.get(id).set("new_partners", newPartners(warehouse, id));
        data.set("names", JsonRows.JSON.valueToTree(names));
        ObjectNode dossier = data.putObject("dossier");
        dossier.set("said_of", saidOf(warehouse, id, evidence));
        dossier.set("terms", terms(warehouse, id));
        dossier.set("events", EventList.of(warehouse, id, EVENTS, evidence));
        dossier.set("reasons", reasons(warehouse, id));
        evidence.lookUp(warehouse);
        return new Written(id, found.getString(1), Report.page(found.getString(1), data, evidence));
    }

    private static Row find(Warehouse warehouse, String name) {
        String wanted = name.strip().toLowerCase(Locale.ROOT);
        Dataset<Row> called = warehouse
                .read(Entities.TABLE)
                .select(
                        Entities.ENTITY_ID.col(),
                        Entities.LABEL.col(),
                        Entities.MENTION_COUNT.col(),
                        explode(org.apache.spark.sql.functions.concat(
                                        org.apache.spark.sql.functions.array(
                                                Entities.ENTITY_ID.col(), Entities.LABEL.col()),
                                        Entities.ALIASES.col()))
                                .as("called"));
        // Its own id or label first; among those who share a name, the one that is written of most.
        Column place = when(Entities.ENTITY_ID.col().equalTo(name.strip()), 0)
                .when(lower(Entities.LABEL.col()).equalTo(wanted), 1)
                .otherwise(2);
        List<Row> same = called.where(lower(col("called")).equalTo(wanted))
                .orderBy(place, Entities.MENTION_COUNT.col().desc(), Entities.ENTITY_ID.col())
                .select(Entities.ENTITY_ID.col(), Entities.LABEL.col())
                .takeAsList(1);
        if (!same.isEmpty()) {
            return same.get(0);
        }
        List<Row> near = called.withColumn("steps", levenshtein(lower(col("called")), lit(wanted)))
                .withColumn(
                        "steps", when(lower(col("called")).contains(wanted), 0).otherwise(col("steps")))
                .where(col("steps").leq(Math.max(2, wanted.length() / 2)))
                .groupBy(Entities.ENTITY_ID.col(), Entities.LABEL.col(), Entities.MENTION_COUNT.col())
                .agg(min("steps").as("steps"))
                .orderBy(col("steps"), Entities.MENTION_COUNT.col().desc(), Entities.ENTITY_ID.col())
                .select(Entities.LABEL.col(), Entities.ENTITY_ID.col())
                .takeAsList(SUGGESTIONS);
        String hint = near.isEmpty()
                ? "give an id, a name or an alias of the table entities"
                : "did you mean "
                        + near.stream()
                                .map(row -> row.getString(0) + " (" + row.getString(1) + ")")
                                .collect(joining(", "))
                        + "?";
        throw new RunFailure(Kind.USAGE, "nobody is called '" + name + "': " + hint);
    }

    /** Whom it met in a month for the first time, the latest first. */
    private static ArrayNode newPartners(Warehouse warehouse, String id) {
        Column isFirst = CooccurrenceChange.ENTITY_A.col().equalTo(id);
        return JsonRows.of(warehouse
                .read(CooccurrenceChange.TABLE)
                .where(CooccurrenceChange.GRANULARITY
                        .col()
                        .equalTo(Granularity.MONTH.code())
                        .and(CooccurrenceChange.IS_NEW.col())
                        .and(isFirst.or(CooccurrenceChange.ENTITY_B.col().equalTo(id))))
                .orderBy(
                        CooccurrenceChange.PERIOD_START.col().desc(),
                        CooccurrenceChange.RATE_RATIO_LOW.col().desc(),
                        CooccurrenceChange.ENTITY_A.col(),
                        CooccurrenceChange.ENTITY_B.col())
                .select(
                        CooccurrenceChange.PERIOD_START.col(),
                        when(isFirst, CooccurrenceChange.ENTITY_B_LABEL.col())
                                .otherwise(CooccurrenceChange.ENTITY_A_LABEL.col())
                                .as("label"),
                        CooccurrenceChange.STORY_COUNT.col())
                .takeAsList(12));
    }

    /** Direct speech of others that names it, the strongest tone toward it first. */
    private static ArrayNode saidOf(Warehouse warehouse, String id, Evidence evidence) {
        Dataset<Row> named = warehouse
                .read(Mentions.TABLE)
                .where(Mentions.ENTITY_ID.col().equalTo(id).and(Mentions.IS_QUOTED.col()))
                .select(
                        Mentions.DOC_ID.col(),
                        Mentions.SECTION.col(),
                        Mentions.START.col().as("named_at"),
                        Mentions.SCORE.col().as("toward"));
        ArrayNode said = JsonRows.array();
        warehouse
                .read(Quotes.TABLE)
                .join(broadcast(named), Frames.on(Quotes.DOC_ID.name(), Quotes.SECTION.name()))
                .where(Quotes.START
                        .col()
                        .leq(col("named_at"))
                        .and(Quotes.END.col().gt(col("named_at")))
                        .and(Quotes.SPEAKER_ENTITY_ID
                                .col()
                                .isNull()
                                .or(Quotes.SPEAKER_ENTITY_ID.col().notEqual(id))))
                .join(NetworkPart.stories(warehouse), Frames.on(Documents.DOC_ID.name()), "left_semi")
                .groupBy(
                        Quotes.DOC_ID.col(),
                        Quotes.SENTENCE_NO.col(),
                        Quotes.START.col(),
                        Quotes.SPEAKER.col(),
                        Quotes.TEXT.col())
                .agg(max(col("toward")).as("highest"), min(col("toward")).as("lowest"))
                .withColumn(
                        "toward",
                        when(abs(col("lowest")).gt(col("highest")), col("lowest"))
                                .otherwise(col("highest")))
                .orderBy(abs(col("toward")).desc(), Quotes.DOC_ID.col(), Quotes.START.col())
                .select(
                        Quotes.DOC_ID.col(),
                        Quotes.SENTENCE_NO.col(),
                        Quotes.TEXT.col(),
                        Quotes.SPEAKER.col(),
                        col("toward"))
                .takeAsList(LINES)
                .forEach(row -> said.addObject()
                        .put("sentence", evidence.sentence(row.getString(0), row.getLong(1)))
                        .put("text", Evidence.cut(row.getString(2), 400))
                        .put("speaker", Evidence.cut(row.getString(3), 80))
                        .put("score", row.getDouble(4)));
        return said;
    }

    /**
     * Terms that more of its articles hold than of all: by n ln(n/expected), the larger part of the log-likelihood ratio,
     * from two of its articles on.
     */
    private static ArrayNode terms(Warehouse warehouse, String id) {
        Dataset<Row> stories = NetworkPart.stories(warehouse).select(Documents.DOC_ID.col());
        Dataset<Row> own = warehouse
                .read(Mentions.TABLE)
                .where(Mentions.ENTITY_ID.col().equalTo(id))
                .select(Mentions.DOC_ID.col())
                .distinct()
                .withColumn("is_own", lit(1L));
        long all = stories.count();
        long its = own.join(stories, Frames.on(Documents.DOC_ID.name()), "left_semi")
                .count();
        Column here = col("here");
        Column expected = col("document_count").multiply((double) its / Math.max(1, all));
        return JsonRows.of(warehouse
                .read(DocumentTerms.TABLE)
                .where(not(DocumentTerms.KIND.col().equalTo("entity")))
                .join(stories, Frames.on(Documents.DOC_ID.name()), "left_semi")
                .join(broadcast(own), Frames.on(Documents.DOC_ID.name()), "left")
                .groupBy(DocumentTerms.TERM.col(), DocumentTerms.KIND.col())
                .agg(
                        sum(when(col("is_own").isNotNull(), 1L).otherwise(0L)).as("here"),
                        count("*").as("document_count"))
                .where(here.geq(2).and(here.gt(expected)))
                .orderBy(
                        here.multiply(log(here.divide(expected))).desc(),
                        DocumentTerms.TERM.col(),
                        DocumentTerms.KIND.col())
                .takeAsList(LINES));
    }

    /** Why names in articles lead to it, those of most articles first. */
    private static ArrayNode reasons(Warehouse warehouse, String id) {
        return JsonRows.of(warehouse
                .read(EntityDecisions.TABLE)
                .where(EntityDecisions.ENTITY_ID.col().equalTo(id))
                .groupBy(EntityDecisions.LABEL.col(), EntityDecisions.REASON.col())
                .agg(
                        count("*").as("documents"),
                        max(EntityDecisions.SUPPORT.col()).as("support"),
                        max(EntityDecisions.RIVALS.col()).as("rivals"))
                .orderBy(col("documents").desc(), EntityDecisions.LABEL.col(), EntityDecisions.REASON.col())
                .takeAsList(LINES));
    }
}
