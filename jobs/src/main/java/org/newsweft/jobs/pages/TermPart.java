package org.newsweft.jobs.pages;

import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.contains;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.lower;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.row_number;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.when;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.expressions.Window;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.newsweft.jobs.engine.Frames;
import org.newsweft.store.Warehouse;
import org.newsweft.table.facts.DocumentTerms;
import org.newsweft.table.facts.Documents;
import org.newsweft.table.facts.Mentions;
import org.newsweft.table.facts.Sentences;
import org.newsweft.table.figures.Alerts;
import org.newsweft.table.figures.CooccurrenceChange;
import org.newsweft.table.figures.TermBursts;
import org.newsweft.table.figures.TermChanges;
import org.newsweft.table.figures.TermTests;
import org.newsweft.table.figures.TermTrends;
import org.newsweft.table.schema.Granularity;

/** Terms: what is new in the latest period, what rises and falls over all, and what was suddenly everywhere. */
final class TermPart {
    private static final int CHANGES = 15;
    private static final int MOVING = 12;
    private static final int BURSTS = 24;
    private static final int ALERTS = 30;
    private static final int NEW_PAIRS = 10;
    private static final int ARTICLES = 5;

    /** Points of a curve at most: the latest ones. */
    private static final int POINTS = 200;

    /** Up to so many days are shown by day, up to as many by week. */
    private static final long FEW_DAYS = 60;

    private static final long MANY_DAYS = 400;

    private static final double FALSE_DISCOVERY_RATE = 0.05;

    private static final StructType TERM_KEYS =
            new StructType().add("term", DataTypes.StringType, false).add("kind", DataTypes.StringType, false);

    private record Term(String term, String kind) {}

    /** Every term of the page by its key, with articles and sentences. */
    private final Map<Term, ObjectNode> terms = new LinkedHashMap<>();

    private final Warehouse warehouse;

    private TermPart(Warehouse warehouse) {
        this.warehouse = warehouse;
    }

    /**
     * The terms of a report.
     *
     * @param names gets the ids of all entities among them
     */
    static ObjectNode of(Warehouse warehouse, Overview overview, Evidence evidence, Set<String> names) {
        TermPart part = new TermPart(warehouse);
        ObjectNode json = JsonRows.object();
        part.changes(overview, json);
        part.newPairs(overview, json);
        part.moving(json);
        part.bursts(overview, json);
        part.widespread(json);
        json.set("alerts", part.alerts());
        part.series(json);
        part.articles(evidence);
        ArrayNode all = json.putArray("terms");
        part.terms.values().forEach(all::add);
        part.ofKind(true).forEach(id -> names.add((String) id));
        return json;
    }

    private int number(String term, String kind) {
        Term key = new Term(term, kind);
        ObjectNode node = terms.get(key);
        if (node == null) {
            node = JsonRows.object()
                    .put("no", terms.size())
                    .put("term", term)
                    .put("kind", kind)
                    .put("label", term);
            node.putArray("articles");
            terms.put(key, node);
        }
        return node.get("no").asInt();
    }

    private ArrayNode numbered(List<Row> rows) {
        ArrayNode array = JsonRows.array();
        for (Row row : rows) {
            ObjectNode entry = JsonRows.of(row);
            entry.put("no", number(row.getAs("term"), row.getAs("kind")));
            array.add(entry);
        }
        return array;
    }

    /** What is new or rising in the latest week; where nothing surely is, in the latest month. */
    private void changes(Overview overview, ObjectNode json) {
        json.putNull("changes_granularity");
        json.putArray("changes");
        Column isLatest = lit(false);
        for (Granularity granularity : List.of(Granularity.WEEK, Granularity.MONTH)) {
            Optional<LocalDate> latest = latest(overview, granularity);
            if (latest.isPresent()) {
                isLatest = isLatest.or(TermChanges.GRANULARITY
                        .col()
                        .equalTo(granularity.code())
                        .and(TermChanges.PERIOD_START.col().equalTo(lit(latest.get()))));
            }
        }
        List<Row> found = firstOf(
                        warehouse
                                .read(TermChanges.TABLE)
                                .where(isLatest.and(TermChanges.RANK.col().isNotNull())
                                        .and(TermChanges.Q_VALUE.col().leq(FALSE_DISCOVERY_RATE))),
                        CHANGES,
                        List.of(TermChanges.GRANULARITY.col()),
                        TermChanges.RANK.col(),
                        TermChanges.LANGUAGE.col())
                .select(
                        TermChanges.GRANULARITY.col(),
                        TermChanges.TERM.col(),
                        TermChanges.KIND.col(),
                        TermChanges.LABEL.col(),
                        TermChanges.DOCUMENT_COUNT.col(),
                        TermChanges.BEFORE_COUNT.col(),
                        TermChanges.RATE_RATIO.col(),
                        TermChanges.RATE_RATIO_LOW.col(),
                        TermChanges.IS_NEW.col(),
                        TermChanges.IS_RETURNING.col(),
                        TermChanges.OUTLET_COUNT.col(),
                        TermChanges.EVENT_ID.col())
                .collectAsList();
        for (Granularity granularity : List.of(Granularity.WEEK, Granularity.MONTH)) {
            List<Row> rows = of(found, granularity);
            if (!rows.isEmpty()) {
                json.put("changes_granularity", granularity.code());
                json.put(
                        "changes_period",
                        latest(overview, granularity).orElseThrow().toString());
                json.set("changes", numbered(rows));
                return;
            }
        }
    }

    private static Optional<LocalDate> latest(Overview overview, Granularity granularity) {
        return granularity == Granularity.WEEK ? overview.latestWeek() : overview.latestMonth();
    }

    private static List<Row> of(List<Row> rows, Granularity granularity) {
        return rows.stream()
                .filter(row -> row.getAs("granularity").equals(granularity.code()))
                .toList();
    }

    /** The first rows of each group, in their order. */
    private static Dataset<Row> firstOf(Dataset<Row> rows, int most, List<Column> group, Column... order) {
        return rows.withColumn(
                        "place",
                        row_number()
                                .over(Window.partitionBy(group.toArray(Column[]::new))
                                        .orderBy(order)))
                .where(col("place").leq(most))
                .orderBy(col("place"));
    }

    /** Who moved closer in the latest month. */
    private void newPairs(Overview overview, ObjectNode json) {
        json.putArray("closer");
        if (warehouse.rowCount(CooccurrenceChange.TABLE) == 0) {
            return;
        }
        overview.latestMonth().ifPresent(month -> {
            json.put("closer_period", month.toString());
            json.set(
                    "closer",
                    JsonRows.of(warehouse
                            .read(CooccurrenceChange.TABLE)
                            .where(CooccurrenceChange.GRANULARITY
                                    .col()
                                    .equalTo(Granularity.MONTH.code())
                                    .and(CooccurrenceChange.PERIOD_START.col().equalTo(lit(month))))
                            .orderBy(
                                    CooccurrenceChange.RATE_RATIO_LOW.col().desc(),
                                    CooccurrenceChange.ENTITY_A.col(),
                                    CooccurrenceChange.ENTITY_B.col())
                            .select(
                                    CooccurrenceChange.ENTITY_A.col(),
                                    CooccurrenceChange.ENTITY_B.col(),
                                    CooccurrenceChange.ENTITY_A_LABEL.col(),
                                    CooccurrenceChange.ENTITY_B_LABEL.col(),
                                    CooccurrenceChange.STORY_COUNT.col(),
                                    CooccurrenceChange.BEFORE_STORY_COUNT.col(),
                                    CooccurrenceChange.IS_NEW.col(),
                                    CooccurrenceChange.IS_RETURNING.col())
                            .takeAsList(NEW_PAIRS)));
        });
    }

    /** What rises and falls over the whole time, by the coarsest periods of which anything is known. */
    private void moving(ObjectNode json) {
        json.putArray("rising");
        json.putArray("falling");
        json.putNull("moving_granularity");
        Column step = TermTests.SHARE_AFTER.col().minus(TermTests.SHARE_BEFORE.col());
        List<Row> found = firstOf(
                        warehouse
                                .read(TermTests.TABLE)
                                .where(TermTests.HORIZON
                                        .col()
                                        .equalTo("all")
                                        .and(TermTests.GRANULARITY.col().isin("day", "week", "month"))
                                        .and(TermTests.DIRECTION.col().isin("rising", "falling"))),
                        MOVING,
                        List.of(TermTests.GRANULARITY.col(), TermTests.DIRECTION.col()),
                        org.apache.spark.sql.functions.abs(step).desc_nulls_last(),
                        TermTests.TERM.col(),
                        TermTests.KIND.col())
                .select(
                        TermTests.GRANULARITY.col(),
                        TermTests.DIRECTION.col(),
                        TermTests.TERM.col(),
                        TermTests.KIND.col(),
                        TermTests.TAU.col(),
                        TermTests.Q_VALUE.col(),
                        TermTests.SHIFTED_ON.col(),
                        TermTests.SHARE_BEFORE.col(),
                        TermTests.SHARE_AFTER.col())
                .collectAsList();
        for (Granularity granularity : List.of(Granularity.MONTH, Granularity.WEEK, Granularity.DAY)) {
            List<Row> rows = of(found, granularity);
            if (!rows.isEmpty()) {
                json.put("moving_granularity", granularity.code());
                for (String direction : List.of("rising", "falling")) {
                    json.set(
                            direction,
                            numbered(rows.stream()
                                    .filter(row -> row.getAs("direction").equals(direction))
                                    .toList()));
                }
                return;
            }
        }
    }

    /** The strongest bursts that stand for themselves, by the periods that show them best. */
    private void bursts(Overview overview, ObjectNode json) {
        json.putNull("burst_granularity");
        json.putArray("bursts");
        Column granularity = TermBursts.GRANULARITY.col();
        List<Row> found = firstOf(
                        warehouse
                                .read(TermBursts.TABLE)
                                .where(TermBursts.PART_OF.col().isNull().and(granularity.isin("day", "week", "month")))
                                .withColumn(
                                        "bursts",
                                        org.apache
                                                .spark
                                                .sql
                                                .functions
                                                .count("*")
                                                .over(Window.partitionBy(granularity))),
                        BURSTS,
                        List.of(granularity),
                        TermBursts.WEIGHT.col().desc(),
                        TermBursts.TERM.col(),
                        TermBursts.KIND.col(),
                        TermBursts.STARTED_ON.col())
                .select(
                        granularity,
                        TermBursts.TERM.col(),
                        TermBursts.KIND.col(),
                        TermBursts.STARTED_ON.col(),
                        TermBursts.ENDED_ON.col(),
                        TermBursts.PEAK_ON.col(),
                        TermBursts.LEVEL.col(),
                        TermBursts.WEIGHT.col(),
                        TermBursts.DOCUMENT_COUNT.col(),
                        TermBursts.EVENT_ID.col(),
                        col("bursts"))
                .collectAsList();
        for (Granularity each : readable(overview)) {
            List<Row> rows = of(found, each);
            if (!rows.isEmpty()) {
                json.put("burst_granularity", each.code());
                json.put("burst_count", rows.get(0).<Long>getAs("bursts"));
                json.set("bursts", numbered(rows));
                return;
            }
        }
    }

    /** The periods that a span of this length is best shown by, the best first. */
    private static List<Granularity> readable(Overview overview) {
        long days = overview.days();
        return days > MANY_DAYS
                ? List.of(Granularity.MONTH, Granularity.WEEK, Granularity.DAY)
                : days > FEW_DAYS
                        ? List.of(Granularity.WEEK, Granularity.DAY, Granularity.MONTH)
                        : List.of(Granularity.DAY, Granularity.WEEK, Granularity.MONTH);
    }

    /** What most stories speak of: all that can be said of a corpus without a trend. */
    private void widespread(ObjectNode json) {
        json.putArray("widespread");
        if (terms.isEmpty()) {
            json.set(
                    "widespread",
                    numbered(warehouse
                            .read(DocumentTerms.TABLE)
                            .join(NetworkPart.stories(warehouse), Frames.on(Documents.DOC_ID.name()), "left_semi")
                            .where(DocumentTerms.KIND.col().notEqual("entity"))
                            .groupBy(DocumentTerms.TERM.col(), DocumentTerms.KIND.col())
                            .agg(
                                    org.apache.spark.sql.functions.count("*").as("document_count"),
                                    sum(DocumentTerms.TERM_COUNT.col()).as("term_count"))
                            .orderBy(
                                    col("document_count").desc(),
                                    col("term_count").desc(),
                                    DocumentTerms.TERM.col(),
                                    DocumentTerms.KIND.col())
                            .takeAsList(CHANGES)));
        }
    }

    private ArrayNode alerts() {
        if (warehouse.rowCount(Alerts.TABLE) == 0) {
            return JsonRows.array();
        }
        return JsonRows.of(warehouse
                .read(Alerts.TABLE)
                .orderBy(Alerts.readingOrder())
                .select(
                        Alerts.WATCHED.col(),
                        Alerts.KIND.col(),
                        Alerts.TERM.col(),
                        Alerts.GRANULARITY.col(),
                        Alerts.PERIOD_START.col(),
                        Alerts.HAPPENED.col(),
                        Alerts.OTHER.col(),
                        Alerts.COUNT.col(),
                        Alerts.BEFORE_COUNT.col())
                .takeAsList(ALERTS));
    }

    private List<Object> ofKind(boolean isEntity) {
        List<Object> found = new ArrayList<>();
        terms.keySet().stream()
                .filter(term -> term.kind().equals("entity") == isEntity)
                .forEach(term -> found.add(term.term()));
        return found;
    }

    /** The curve of each term, by the periods of its movement or burst. */
    private void series(ObjectNode json) {
        String granularity = json.path("moving_granularity")
                .asText(json.path("burst_granularity").asText(Granularity.MONTH.code()));
        json.put("series_granularity", granularity);
        terms.values().forEach(node -> node.putArray("series"));
        if (terms.isEmpty()) {
            return;
        }
        warehouse
                .read(TermTrends.TABLE)
                .where(TermTrends.GRANULARITY.col().equalTo(granularity))
                .join(keys(), Frames.on("term", "kind"), "left_semi")
                .withColumn(
                        "place",
                        row_number()
                                .over(Window.partitionBy(TermTrends.TERM.col(), TermTrends.KIND.col())
                                        .orderBy(TermTrends.PERIOD_START.col().desc(), TermTrends.LANGUAGE.col())))
                .where(col("place").leq(POINTS))
                .orderBy(TermTrends.TERM.col(), TermTrends.KIND.col(), TermTrends.PERIOD_START.col())
                .select(
                        TermTrends.TERM.col(),
                        TermTrends.KIND.col(),
                        TermTrends.PERIOD_START.col(),
                        TermTrends.DOCUMENT_COUNT.col())
                .collectAsList()
                .forEach(row -> ((ArrayNode) terms.get(new Term(row.getString(0), row.getString(1)))
                                .get("series"))
                        .addObject()
                        .put("period_start", row.get(2).toString())
                        .put("document_count", row.getLong(3)));
    }

    private Dataset<Row> keys() {
        List<Row> rows = terms.keySet().stream()
                .map(term -> RowFactory.create(term.term(), term.kind()))
                .toList();
        return broadcast(warehouse.spark().createDataFrame(rows, TERM_KEYS));
    }

    /** The latest articles that hold each term, and in each the first sentence that does. */
    private void articles(Evidence evidence) {
        Column count = DocumentTerms.TERM_COUNT.col();
        List<Row> found = new ArrayList<>();
        Dataset<Row> stories = NetworkPart.stories(warehouse);
        if (!ofKind(false).isEmpty()) {
            found.addAll(latest(warehouse
                            .read(DocumentTerms.TABLE)
                            .join(keys(), Frames.on("term", "kind"), "left_semi")
                            .select(DocumentTerms.DOC_ID.col(), col("term"), col("kind"), count)
                            .join(stories, Frames.on(Documents.DOC_ID.name())))
                    .collectAsList());
        }
        List<Object> ids = ofKind(true);
        if (!ids.isEmpty()) {
            found.addAll(latest(warehouse
                            .read(Mentions.TABLE)
                            .where(Mentions.ENTITY_ID.col().isInCollection(ids))
                            .groupBy(
                                    Mentions.DOC_ID.col(),
                                    Mentions.ENTITY_ID.col().as("term"))
                            .agg(
                                    org.apache.spark.sql.functions.count("*").as("term_count"),
                                    min(Mentions.SENTENCE_NO.col()).as("sentence_no"))
                            .withColumn("kind", lit("entity"))
                            .join(stories, Frames.on(Documents.DOC_ID.name())))
                    .collectAsList());
        }
        Map<List<Object>, Long> sentences = firstSentences(found);
        for (Row row : found) {
            String docId = row.getAs("doc_id");
            String term = row.getAs("term");
            String kind = row.getAs("kind");
            Long sentence = kind.equals("entity")
                    ? row.<Long>getAs("sentence_no")
                    : sentences.get(List.<Object>of(docId, term));
            ObjectNode article = ((ArrayNode) terms.get(new Term(term, kind)).get("articles"))
                    .addObject()
                    .put("document", evidence.document(docId));
            if (sentence != null) {
                article.put("sentence", evidence.sentence(docId, sentence));
            }
        }
    }

    private static Dataset<Row> latest(Dataset<Row> holding) {
        return holding.withColumn(
                        "place",
                        row_number()
                                .over(Window.partitionBy(col("term"), col("kind"))
                                        .orderBy(
                                                when(col("term_count").gt(1), 0).otherwise(1),
                                                Documents.PUBLISHED_ON.col().desc_nulls_last(),
                                                Documents.DOC_ID.col())))
                .where(col("place").leq(ARTICLES))
                .orderBy(col("term"), col("kind"), col("place"));
    }

    /** The first sentence of an article that holds the term as it stands there; none where it is written otherwise. */
    private Map<List<Object>, Long> firstSentences(List<Row> found) {
        List<Row> rows = found.stream()
                .filter(row -> !row.getAs("kind").equals("entity"))
                .map(row -> RowFactory.create(row.<String>getAs("doc_id"), row.<String>getAs("term")))
                .toList();
        Map<List<Object>, Long> first = new LinkedHashMap<>();
        if (rows.isEmpty()) {
            return first;
        }
        StructType keys =
                new StructType().add("doc_id", DataTypes.StringType, false).add("term", DataTypes.StringType, false);
        warehouse
                .read(Sentences.TABLE)
                .join(broadcast(warehouse.spark().createDataFrame(rows, keys)), Frames.on(Sentences.DOC_ID.name()))
                .where(contains(lower(Sentences.TEXT.col()), col("term")))
                .groupBy(Sentences.DOC_ID.col(), col("term"))
                .agg(min(Sentences.SENTENCE_NO.col()))
                .collectAsList()
                .forEach(row -> first.put(List.<Object>of(row.getString(0), row.getString(1)), row.getLong(2)));
        return first;
    }
}
