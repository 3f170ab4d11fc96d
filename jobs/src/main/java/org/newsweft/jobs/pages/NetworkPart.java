package org.newsweft.jobs.pages;

import static org.apache.spark.sql.functions.abs;
import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.length;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.row_number;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.expressions.Window;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.newsweft.jobs.Frames;
import org.newsweft.store.Warehouse;
import org.newsweft.table.CooccurrenceEvidence;
import org.newsweft.table.Documents;
import org.newsweft.table.EntityCooccurrence;
import org.newsweft.table.EntityNetwork;
import org.newsweft.table.Granularity;
import org.newsweft.table.PairTone;

/** Pairs of names: the network that can be read, and who stands against or beside whom; with the sentences of each. */
final class NetworkPart {
    /** As many names as have room on a screen with their labels. */
    private static final int NAMES = 60;

    private static final int PAIRS = 140;
    private static final int CLASHES = 14;

    /** Below this many pairs all of them can be read; above, those that are no noise: as {@code entity_network} does. */
    private static final long READ_WHOLE = 2_000;

    private static final double BACKBONE = 0.05;

    /** Means nearer to 0 are called even in the page. */
    private static final double TONED = 0.05;

    private static final int SENTENCES_OF_A_PAIR = 6;

    private static final StructType PAIR_KEYS = new StructType()
            .add(EntityCooccurrence.ENTITY_A.name(), DataTypes.StringType, false)
            .add(EntityCooccurrence.ENTITY_B.name(), DataTypes.StringType, false);

    private record Pair(String a, String b) {}

    private NetworkPart() {}

    /**
     * The network and the clashes.
     *
     * @param told pairs that another part of the page tells of, with {@code entity_a} and {@code entity_b}
     * @param names gets the ids of all names in it
     */
    static ObjectNode of(Warehouse warehouse, JsonNode told, Evidence evidence, Set<String> names) {
        Dataset<Row> pairs = ofSentences(warehouse);
        long count = pairs.count();
        Dataset<Row> shown = count > READ_WHOLE
                ? pairs.where(EntityCooccurrence.BACKBONE_P.col().leq(BACKBONE))
                : pairs;
        List<Row> nodes = warehouse
                .read(EntityNetwork.TABLE)
                .where(EntityNetwork.GRANULARITY
                        .col()
                        .equalTo(Granularity.ALL.code())
                        .and(EntityNetwork.PAGERANK.col().isNotNull()))
                .orderBy(EntityNetwork.PAGERANK.col().desc(), EntityNetwork.ENTITY_ID.col())
                .select(
                        EntityNetwork.ENTITY_ID.col(),
                        EntityNetwork.DEGREE.col(),
                        EntityNetwork.STRENGTH.col(),
                        EntityNetwork.PAGERANK.col(),
                        EntityNetwork.BETWEENNESS.col(),
                        EntityNetwork.COMMUNITY.col(),
                        EntityNetwork.COMMUNITY_LABEL.col())
                .takeAsList(NAMES);
        List<Object> ids = nodes.stream().map(row -> (Object) row.getString(0)).toList();
        Map<Pair, ObjectNode> kept = new LinkedHashMap<>();
        ArrayNode ties = JsonRows.array();
        strongest(shown.where(EntityCooccurrence.ENTITY_A.col().isInCollection(ids))
                        .where(EntityCooccurrence.ENTITY_B.col().isInCollection(ids)))
                .takeAsList(PAIRS)
                .forEach(row -> ties.add(pair(kept, row)));
        ObjectNode json = JsonRows.object();
        json.put("pair_count", count);
        json.put("is_backbone", count > READ_WHOLE);
        json.set("clashes", clashes(warehouse, kept));
        Set<Pair> others = new LinkedHashSet<>();
        told.forEach(pair -> others.add(
                new Pair(pair.get("entity_a").asText(), pair.get("entity_b").asText())));
        others.removeAll(kept.keySet());
        if (!others.isEmpty()) {
            strongest(pairs.join(
                            keys(warehouse, others),
                            Frames.on(EntityCooccurrence.ENTITY_A.name(), EntityCooccurrence.ENTITY_B.name()),
                            "left_semi"))
                    .takeAsList(others.size())
                    .forEach(row -> pair(kept, row));
        }
        tones(warehouse, kept);
        sentences(warehouse, kept, evidence);
        json.set("names", JsonRows.of(nodes));
        json.set("ties", ties);
        ArrayNode all = json.putArray("pairs");
        kept.forEach((pair, node) -> {
            names.add(pair.a());
            names.add(pair.b());
            all.add(node);
        });
        return json;
    }

    /** All pairs of sentences over the whole time. */
    static Dataset<Row> ofSentences(Warehouse warehouse) {
        return warehouse
                .read(EntityCooccurrence.TABLE)
                .where(EntityCooccurrence.SCOPE
                        .col()
                        .equalTo("sentence")
                        .and(EntityCooccurrence.GRANULARITY.col().equalTo(Granularity.ALL.code())));
    }

    private static Dataset<Row> strongest(Dataset<Row> pairs) {
        return pairs.orderBy(
                        EntityCooccurrence.STORY_COUNT.col().desc(),
                        EntityCooccurrence.G2.col().desc(),
                        EntityCooccurrence.ENTITY_A.col(),
                        EntityCooccurrence.ENTITY_B.col())
                .select(figures());
    }

    static Column[] figures() {
        return new Column[] {
            EntityCooccurrence.ENTITY_A.col(),
            EntityCooccurrence.ENTITY_B.col(),
            EntityCooccurrence.N_AB.col(),
            EntityCooccurrence.STORY_COUNT.col(),
            EntityCooccurrence.OUTLET_COUNT.col(),
            EntityCooccurrence.EXPECTED.col(),
            EntityCooccurrence.NPMI.col(),
            EntityCooccurrence.NPMI_LOW.col(),
            EntityCooccurrence.Q_VALUE.col(),
            EntityCooccurrence.BACKBONE_P.col()
        };
    }

    /** The number of the pair among those that are kept. */
    private static int pair(Map<Pair, ObjectNode> kept, Row row) {
        Pair pair = new Pair(row.getString(0), row.getString(1));
        ObjectNode node = kept.get(pair);
        if (node == null) {
            node = JsonRows.of(row);
            node.put("no", kept.size());
            kept.put(pair, node);
        }
        return node.get("no").asInt();
    }

    /**
     * The pairs of actors in whose sentences the tone is darkest, and those in whose it is brightest, by the tone times
     * the stories: two sentences at least.
     */
    private static ObjectNode clashes(Warehouse warehouse, Map<Pair, ObjectNode> kept) {
        Dataset<Row> actors = ofSentences(warehouse)
                .where(isActor(EntityCooccurrence.TYPE_A.col()).and(isActor(EntityCooccurrence.TYPE_B.col())))
                .where(EntityCooccurrence.N_AB.col().geq(2));
        Dataset<Row> toned = actors.join(
                warehouse
                        .read(PairTone.TABLE)
                        .where(PairTone.GRANULARITY.col().equalTo(Granularity.ALL.code()))
                        .select(
                                PairTone.ENTITY_A.col(),
                                PairTone.ENTITY_B.col(),
                                PairTone.SCORE.col(),
                                PairTone.SCORE_SHRUNK.col(),
                                PairTone.CONFLICT_COUNT.col()),
                Frames.on(PairTone.ENTITY_A.name(), PairTone.ENTITY_B.name()));
        Column score = PairTone.SCORE_SHRUNK.col();
        ObjectNode json = JsonRows.object();
        ArrayNode against = json.putArray("against");
        ArrayNode beside = json.putArray("beside");
        Column isDark = score.lt(0);
        toned.where(abs(PairTone.SCORE.col()).geq(TONED))
                .where(score.gt(0).or(isDark.and(PairTone.CONFLICT_COUNT.col().gt(0))))
                .withColumn(
                        "place",
                        row_number()
                                .over(Window.partitionBy(isDark)
                                        .orderBy(
                                                abs(score.multiply(EntityCooccurrence.STORY_COUNT.col()))
                                                        .desc(),
                                                EntityCooccurrence.ENTITY_A.col(),
                                                EntityCooccurrence.ENTITY_B.col())))
                .where(col("place").leq(CLASHES))
                .orderBy(col("place"), isDark)
                .withColumn("is_dark", isDark)
                .select(Stream.concat(Stream.of(figures()), Stream.of(col("is_dark")))
                        .toArray(Column[]::new))
                .collectAsList()
                .forEach(row -> (row.<Boolean>getAs("is_dark") ? against : beside).add(pair(kept, row)));
        return json;
    }

    private static Column isActor(Column type) {
        return type.isin("person", "organization", "country", "group");
    }

    private static Dataset<Row> keys(Warehouse warehouse, Set<Pair> pairs) {
        List<Row> rows = pairs.stream()
                .map(pair -> RowFactory.create(pair.a(), pair.b()))
                .toList();
        return broadcast(warehouse.spark().createDataFrame(rows, PAIR_KEYS));
    }

    private static void tones(Warehouse warehouse, Map<Pair, ObjectNode> kept) {
        warehouse
                .read(PairTone.TABLE)
                .where(PairTone.GRANULARITY.col().equalTo(Granularity.ALL.code()))
                .join(
                        keys(warehouse, kept.keySet()),
                        Frames.on(PairTone.ENTITY_A.name(), PairTone.ENTITY_B.name()),
                        "left_semi")
                .select(
                        PairTone.ENTITY_A.col(),
                        PairTone.ENTITY_B.col(),
                        PairTone.SENTENCE_COUNT.col(),
                        PairTone.SCORE.col(),
                        PairTone.SCORE_SHRUNK.col(),
                        PairTone.CI_LOW.col(),
                        PairTone.CI_HIGH.col(),
                        PairTone.NEGATIVE_COUNT.col(),
                        PairTone.POSITIVE_COUNT.col(),
                        PairTone.CONFLICT_COUNT.col(),
                        PairTone.COOPERATION_COUNT.col())
                .collectAsList()
                .forEach(row ->
                        kept.get(new Pair(row.getString(0), row.getString(1))).setAll(JsonRows.of(row)));
    }

    /** The sentences of each pair: of as many articles as there are, those that say enough and not too much first. */
    private static void sentences(Warehouse warehouse, Map<Pair, ObjectNode> kept, Evidence evidence) {
        kept.values().forEach(node -> node.putArray("sentences"));
        Column[] pair = {CooccurrenceEvidence.ENTITY_A.col(), CooccurrenceEvidence.ENTITY_B.col()};
        Column text = length(CooccurrenceEvidence.TEXT.col());
        warehouse
                .read(CooccurrenceEvidence.TABLE)
                .join(
                        keys(warehouse, kept.keySet()),
                        Frames.on(CooccurrenceEvidence.ENTITY_A.name(), CooccurrenceEvidence.ENTITY_B.name()),
                        "left_semi")
                .join(stories(warehouse), Frames.on(Documents.DOC_ID.name()), "left_semi")
                .withColumn(
                        "of_document",
                        row_number()
                                .over(Window.partitionBy(pair[0], pair[1], CooccurrenceEvidence.DOC_ID.col())
                                        .orderBy(text.between(60, 350).desc(), CooccurrenceEvidence.SENTENCE_NO.col())))
                .withColumn(
                        "place",
                        row_number()
                                .over(Window.partitionBy(pair)
                                        .orderBy(
                                                col("of_document"),
                                                CooccurrenceEvidence.PUBLISHED_ON
                                                        .col()
                                                        .desc_nulls_last(),
                                                CooccurrenceEvidence.DOC_ID.col())))
                .where(col("place").leq(SENTENCES_OF_A_PAIR))
                .orderBy(pair[0], pair[1], col("place"))
                .select(pair[0], pair[1], CooccurrenceEvidence.DOC_ID.col(), CooccurrenceEvidence.SENTENCE_NO.col())
                .collectAsList()
                .forEach(row -> ((ArrayNode) kept.get(new Pair(row.getString(0), row.getString(1)))
                                .get("sentences"))
                        .add(evidence.sentence(row.getString(2), row.getLong(3))));
    }

    /** The articles that count: each story once. */
    static Dataset<Row> stories(Warehouse warehouse) {
        return warehouse
                .read(Documents.TABLE)
                .where(not(Documents.IS_COPY.col()))
                .select(Documents.DOC_ID.col(), Documents.OUTLET.col(), Documents.PUBLISHED_ON.col());
    }

    /** Ids of the names that an event or a pair is of, in the order given, each once. */
    static List<Object> distinct(Iterable<String> ids) {
        Set<Object> seen = new LinkedHashSet<>();
        ids.forEach(seen::add);
        return new ArrayList<>(seen);
    }
}
