package org.newsweft.jobs.pages;

import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.length;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.row_number;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.expressions.Window;
import org.newsweft.jobs.Frames;
import org.newsweft.store.Warehouse;
import org.newsweft.table.Documents;
import org.newsweft.table.EventDocuments;
import org.newsweft.table.Events;
import org.newsweft.table.Sentences;

/** Events as the page tells them: the largest of the corpus and those of its latest days, each with articles and a sentence. */
final class EventList {
    private static final int LARGEST = 20;
    private static final int LATEST = 12;

    /** The latest days of the corpus: those of a month. */
    private static final int DAYS = 31;

    private static final int ARTICLES = 12;
    private static final int ACTORS = 4;

    /** A first sentence shorter than this is a place, a day or a name above the text. */
    private static final int SAYS_SOMETHING = 50;

    private EventList() {}

    /**
     * The events of a report.
     *
     * @param names gets the ids of those who act in the largest
     */
    static ObjectNode of(Warehouse warehouse, Overview overview, Evidence evidence, Set<String> names) {
        Map<String, ObjectNode> events = new LinkedHashMap<>();
        ArrayNode largest = ids(events, ranked(warehouse.read(Events.TABLE)).takeAsList(LARGEST));
        ArrayNode latest = JsonRows.array();
        overview.latestDay()
                .ifPresent(day -> latest.addAll(ids(
                        events,
                        ranked(warehouse
                                        .read(Events.TABLE)
                                        .where(Events.ENDED_ON.col().gt(lit(day.minusDays(DAYS)))))
                                .takeAsList(LATEST))));
        tell(warehouse, events, evidence);
        ObjectNode json = JsonRows.object();
        json.put("days", DAYS);
        json.put("count", warehouse.rowCount(Events.TABLE));
        json.put("several", warehouse.read(Events.TABLE).where(isOfSeveral()).count());
        json.set("largest", largest);
        json.set("latest", latest);
        json.set("events", JsonRows.JSON.valueToTree(events));
        events.values().stream().limit(LARGEST / 2).forEach(event -> {
            JsonNode actors = event.get(Events.ACTORS.name());
            for (int i = 0; i < Math.min(ACTORS, actors.size()); i++) {
                names.add(actors.get(i).asText());
            }
        });
        return json;
    }

    /** The events that an entity acts in, the largest first. */
    static ArrayNode of(Warehouse warehouse, String entityId, int most, Evidence evidence) {
        Map<String, ObjectNode> events = new LinkedHashMap<>();
        ids(
                events,
                ranked(warehouse
                                .read(Events.TABLE)
                                .where(org.apache.spark.sql.functions.array_contains(Events.ACTORS.col(), entityId)))
                        .takeAsList(most));
        tell(warehouse, events, evidence);
        ArrayNode array = JsonRows.array();
        events.values().forEach(array::add);
        return array;
    }

    private static Column isOfSeveral() {
        return Events.DOCUMENT_COUNT.col().gt(1);
    }

    /** Most articles first; among equals, what more outlets tell of, then the later one. */
    private static Dataset<Row> ranked(Dataset<Row> events) {
        return events.orderBy(
                        Events.DOCUMENT_COUNT.col().desc(),
                        Events.OUTLET_COUNT.col().desc(),
                        Events.PEAK_ON.col().desc(),
                        Events.EVENT_ID.col())
                .select(
                        Events.EVENT_ID.col(),
                        Events.TITLE.col(),
                        Events.STARTED_ON.col(),
                        Events.ENDED_ON.col(),
                        Events.PEAK_ON.col(),
                        Events.DOCUMENT_COUNT.col(),
                        Events.DOCUMENT_COUNT_WITH_COPIES.col(),
                        Events.OUTLET_COUNT.col(),
                        Events.ACTORS.col(),
                        Events.ACTOR_LABELS.col(),
                        Events.ACTOR_DOCUMENTS.col(),
                        Events.PLACES.col(),
                        Events.TERMS.col(),
                        Events.CENTRAL_DOC_ID.col(),
                        Events.FOLLOWS.col(),
                        Events.IS_GOING_ON.col());
    }

    private static ArrayNode ids(Map<String, ObjectNode> events, List<Row> rows) {
        ArrayNode ids = JsonRows.array();
        for (Row row : rows) {
            String id = row.getString(0);
            events.computeIfAbsent(id, any -> event(row));
            ids.add(id);
        }
        return ids;
    }

    private static ObjectNode event(Row row) {
        ObjectNode event = JsonRows.of(row);
        event.put(Events.TITLE.name(), Evidence.cut(row.getAs(Events.TITLE.name()), 200));
        return event;
    }

    /** Adds to each event its articles, the central one first, each with the sentence it begins with. */
    private static void tell(Warehouse warehouse, Map<String, ObjectNode> events, Evidence evidence) {
        if (events.isEmpty()) {
            return;
        }
        List<Row> rows = articles(warehouse, events.keySet());
        TreeSet<String> docIds = new TreeSet<>();
        rows.forEach(row -> docIds.add(row.getString(1)));
        Map<String, Long> first = firstSentences(warehouse, docIds);
        Map<String, ArrayNode> articles = new HashMap<>();
        for (Row row : rows) {
            String docId = row.getString(1);
            ObjectNode article = articles.computeIfAbsent(row.getString(0), any -> JsonRows.array())
                    .addObject()
                    .put("document", evidence.document(docId));
            if (first.containsKey(docId)) {
                article.put("sentence", evidence.sentence(docId, first.get(docId)));
            }
        }
        events.forEach((id, event) -> {
            JsonNode told = articles.get(id);
            event.set("articles", told == null ? JsonRows.array() : told);
        });
    }

    private static List<Row> articles(Warehouse warehouse, Iterable<String> eventIds) {
        List<Object> ids = new ArrayList<>();
        eventIds.forEach(ids::add);
        Dataset<Row> documents = warehouse
                .read(EventDocuments.TABLE)
                .where(EventDocuments.EVENT_ID.col().isInCollection(ids));
        return warehouse
                .read(Documents.TABLE)
                .where(org.apache.spark.sql.functions.not(Documents.IS_COPY.col()))
                .select(Documents.DOC_ID.col())
                .join(broadcast(documents), Frames.on(Documents.DOC_ID.name()))
                .withColumn(
                        "place",
                        row_number()
                                .over(Window.partitionBy(EventDocuments.EVENT_ID.col())
                                        .orderBy(
                                                EventDocuments.IS_CENTRAL.col().desc(),
                                                EventDocuments.SIMILARITY.col().desc(),
                                                EventDocuments.DOC_ID.col())))
                .where(col("place").leq(ARTICLES))
                .orderBy(EventDocuments.EVENT_ID.col(), col("place"))
                .select(EventDocuments.EVENT_ID.col(), EventDocuments.DOC_ID.col())
                .collectAsList();
    }

    /** The number of the first sentence of each body that says something. */
    static Map<String, Long> firstSentences(Warehouse warehouse, Iterable<String> docIds) {
        Map<String, Long> first = new HashMap<>();
        warehouse
                .read(Sentences.TABLE)
                .join(Evidence.documentKeys(warehouse, docIds), Frames.on(Sentences.DOC_ID.name()), "left_semi")
                .where(Sentences.SECTION
                        .col()
                        .equalTo("body")
                        .and(length(Sentences.TEXT.col()).geq(SAYS_SOMETHING)))
                .groupBy(Sentences.DOC_ID.col())
                .agg(min(Sentences.SENTENCE_NO.col()))
                .collectAsList()
                .forEach(row -> first.put(row.getString(0), row.getLong(1)));
        return first;
    }
}
