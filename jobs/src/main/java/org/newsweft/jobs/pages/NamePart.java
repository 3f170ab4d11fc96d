package org.newsweft.jobs.pages;

import static org.apache.spark.sql.functions.abs;
import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.date_trunc;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.length;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.row_number;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.when;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.expressions.Window;
import org.apache.spark.sql.expressions.WindowSpec;
import org.apache.spark.sql.types.DataTypes;
import org.newsweft.jobs.Frames;
import org.newsweft.store.Warehouse;
import org.newsweft.table.Documents;
import org.newsweft.table.Entities;
import org.newsweft.table.EntityCooccurrence;
import org.newsweft.table.EntityTone;
import org.newsweft.table.Granularity;
import org.newsweft.table.Mentions;
import org.newsweft.table.Quotes;
import org.newsweft.table.SpeakerTone;
import org.newsweft.table.TermTrends;

/** What the tables hold on a name: the same for a report, of many names in short, and for a dossier, of one at length. */
final class NamePart {
    private static final String ALL = "(all)";
    private static final int ALIASES = 12;

    /**
     * How much of each name is shown.
     *
     * @param partners names it meets
     * @param sentences sentences that name it, those of the strongest tone first
     * @param ofPeriod sentences of each month
     * @param ofOutlet sentences of each outlet
     * @param quotes stretches of its direct speech
     */
    record Size(int partners, int sentences, int ofPeriod, int ofOutlet, int quotes) {}

    private NamePart() {}

    /** The names by their ids; ids that no table knows are left out. */
    static Map<String, ObjectNode> of(Warehouse warehouse, List<Object> ids, Size size, Evidence evidence) {
        Map<String, ObjectNode> names = new LinkedHashMap<>();
        warehouse
                .read(Entities.TABLE)
                .where(Entities.ENTITY_ID.col().isInCollection(ids))
                .orderBy(Entities.MENTION_COUNT.col().desc(), Entities.ENTITY_ID.col())
                .select(
                        Entities.ENTITY_ID.col(),
                        Entities.LABEL.col(),
                        Entities.TYPE.col(),
                        Entities.IS_OUTLET.col(),
                        org.apache
                                .spark
                                .sql
                                .functions
                                .slice(Entities.ALIASES.col(), 1, ALIASES)
                                .as(Entities.ALIASES.name()),
                        Entities.MENTION_COUNT.col(),
                        Entities.DOCUMENT_COUNT.col(),
                        Entities.FIRST_SEEN.col(),
                        Entities.LAST_SEEN.col())
                .collectAsList()
                .forEach(row -> names.put(row.getString(0), JsonRows.of(row)));
        names.values().forEach(name -> {
            name.putArray("partners");
            name.putArray("tones");
            name.putArray("series");
            name.putArray("mentions");
            name.putArray("quotes");
            name.putArray("spoken_of");
        });
        partners(warehouse, ids, size, names);
        tones(warehouse, ids, names);
        series(warehouse, ids, names);
        mentions(warehouse, ids, size, names, evidence);
        quotes(warehouse, ids, size, names, evidence);
        spokenOf(warehouse, ids, names);
        return names;
    }

    /** Names by how often they are mentioned, outlets left out. */
    static List<String> mostNamed(Warehouse warehouse, int most) {
        return warehouse
                .read(Entities.TABLE)
                .where(not(Entities.IS_OUTLET.col()))
                .orderBy(Entities.MENTION_COUNT.col().desc(), Entities.ENTITY_ID.col())
                .select(Entities.ENTITY_ID.col())
                .takeAsList(most)
                .stream()
                .map(row -> row.getString(0))
                .toList();
    }

    private static void add(Map<String, ObjectNode> names, String id, String list, ObjectNode entry) {
        ObjectNode name = names.get(id);
        if (name != null) {
            ((ArrayNode) name.get(list)).add(entry);
        }
    }

    private static void partners(Warehouse warehouse, List<Object> ids, Size size, Map<String, ObjectNode> names) {
        Column a = EntityCooccurrence.ENTITY_A.col();
        Column b = EntityCooccurrence.ENTITY_B.col();
        Column labelA = EntityCooccurrence.ENTITY_A_LABEL.col();
        Column labelB = EntityCooccurrence.ENTITY_B_LABEL.col();
        Dataset<Row> ends = NetworkPart.ofSentences(warehouse)
                .where(a.isInCollection(ids).or(b.isInCollection(ids)))
                .withColumn(
                        "end",
                        explode(array(
                                struct(a.as("name"), b.as("partner"), labelB.as("label")),
                                struct(b.as("name"), a.as("partner"), labelA.as("label")))))
                .withColumn("name", col("end.name"))
                .where(col("name").isInCollection(ids));
        WindowSpec order = Window.partitionBy(col("name"))
                .orderBy(
                        EntityCooccurrence.STORY_COUNT.col().desc(),
                        EntityCooccurrence.G2.col().desc(),
                        col("end.partner"));
        ends.withColumn("place", row_number().over(order))
                .where(col("place").leq(size.partners()))
                .orderBy(col("name"), col("place"))
                .select(
                        col("name"),
                        col("end.partner").as("entity_id"),
                        col("end.label").as("label"),
                        EntityCooccurrence.N_AB.col(),
                        EntityCooccurrence.STORY_COUNT.col(),
                        EntityCooccurrence.EXPECTED.col(),
                        EntityCooccurrence.NPMI.col(),
                        EntityCooccurrence.Q_VALUE.col())
                .collectAsList()
                .forEach(row -> add(names, row.getString(0), "partners", without(row, "name")));
    }

    /** Of all outlets by month and over the whole time, and of each outlet over the whole time. */
    private static void tones(Warehouse warehouse, List<Object> ids, Map<String, ObjectNode> names) {
        Column isAll = EntityTone.OUTLET.col().equalTo(ALL);
        Column isWhole = EntityTone.GRANULARITY.col().equalTo(Granularity.ALL.code());
        Column isMonth = EntityTone.GRANULARITY.col().equalTo(Granularity.MONTH.code());
        WindowSpec latest = Window.partitionBy(EntityTone.ENTITY_ID.col(), EntityTone.GRANULARITY.col(), isAll)
                .orderBy(
                        EntityTone.PERIOD_START.col().desc(),
                        EntityTone.MENTION_COUNT.col().desc(),
                        EntityTone.OUTLET.col());
        warehouse
                .read(EntityTone.TABLE)
                .where(EntityTone.ENTITY_ID.col().isInCollection(ids).and(isWhole.or(isMonth.and(isAll))))
                .withColumn("place", row_number().over(latest))
                .where(col("place").leq(when(isWhole, lit(12)).otherwise(lit(60))))
                .orderBy(
                        EntityTone.ENTITY_ID.col(),
                        EntityTone.GRANULARITY.col(),
                        EntityTone.PERIOD_START.col(),
                        EntityTone.MENTION_COUNT.col().desc(),
                        EntityTone.OUTLET.col())
                .select(
                        EntityTone.ENTITY_ID.col(),
                        EntityTone.GRANULARITY.col(),
                        EntityTone.PERIOD_START.col(),
                        EntityTone.OUTLET.col(),
                        EntityTone.MENTION_COUNT.col(),
                        EntityTone.NEGATIVE_COUNT.col(),
                        EntityTone.NEUTRAL_COUNT.col(),
                        EntityTone.POSITIVE_COUNT.col(),
                        EntityTone.SCORE.col(),
                        EntityTone.CI_LOW.col(),
                        EntityTone.CI_HIGH.col(),
                        EntityTone.SCORE_VS_OTHERS.col(),
                        EntityTone.VS_OTHERS_LOW.col(),
                        EntityTone.VS_OTHERS_HIGH.col())
                .collectAsList()
                .forEach(row -> add(names, row.getString(0), "tones", without(row, "entity_id")));
    }

    private static void series(Warehouse warehouse, List<Object> ids, Map<String, ObjectNode> names) {
        warehouse
                .read(TermTrends.TABLE)
                .where(TermTrends.KIND
                        .col()
                        .equalTo("entity")
                        .and(TermTrends.GRANULARITY.col().equalTo(Granularity.MONTH.code()))
                        .and(TermTrends.TERM.col().isInCollection(ids)))
                .withColumn(
                        "place",
                        row_number()
                                .over(Window.partitionBy(TermTrends.TERM.col())
                                        .orderBy(TermTrends.PERIOD_START.col().desc(), TermTrends.LANGUAGE.col())))
                .where(col("place").leq(120))
                .orderBy(TermTrends.TERM.col(), TermTrends.PERIOD_START.col())
                .select(
                        TermTrends.TERM.col(),
                        TermTrends.PERIOD_START.col(),
                        TermTrends.DOCUMENT_COUNT.col(),
                        TermTrends.DOCUMENT_SHARE.col())
                .collectAsList()
                .forEach(row -> add(names, row.getString(0), "series", without(row, "term")));
    }

    /** The mentions of the strongest tone: of the whole, of each month and of each outlet; one a sentence. */
    private static void mentions(
            Warehouse warehouse, List<Object> ids, Size size, Map<String, ObjectNode> names, Evidence evidence) {
        Column month = date_trunc("month", Documents.PUBLISHED_ON.col()).cast(DataTypes.DateType);
        Column outlet = coalesce(Documents.OUTLET.col(), lit("(unknown)"));
        Column[] strongest = {
            abs(Mentions.SCORE.col()).desc(),
            Documents.PUBLISHED_ON.col().desc_nulls_last(),
            Mentions.DOC_ID.col(),
            Mentions.SENTENCE_NO.col()
        };
        Column id = Mentions.ENTITY_ID.col();
        Dataset<Row> one = warehouse
                .read(Mentions.TABLE)
                .where(id.isInCollection(ids))
                .join(
                        warehouse
                                .read(Documents.TABLE)
                                .where(not(Documents.IS_COPY.col()))
                                .select(
                                        Documents.DOC_ID.col(),
                                        Documents.PUBLISHED_ON.col(),
                                        Documents.PUBLISHED_PRECISION.col(),
                                        outlet.as("outlet")),
                        Frames.on(Documents.DOC_ID.name()))
                .withColumn(
                        "of_sentence",
                        row_number()
                                .over(Window.partitionBy(id, Mentions.DOC_ID.col(), Mentions.SENTENCE_NO.col())
                                        .orderBy(abs(Mentions.SCORE.col()).desc(), Mentions.START.col())))
                .where(col("of_sentence").equalTo(1))
                .withColumn("month", when(Documents.PUBLISHED_PRECISION.col().isin("day", "month"), month));
        one.withColumn("of_name", row_number().over(Window.partitionBy(id).orderBy(strongest)))
                .withColumn(
                        "of_month",
                        row_number().over(Window.partitionBy(id, col("month")).orderBy(strongest)))
                .withColumn(
                        "of_outlet",
                        row_number().over(Window.partitionBy(id, col("outlet")).orderBy(strongest)))
                .where(col("of_name")
                        .leq(size.sentences())
                        .or(col("month").isNotNull().and(col("of_month").leq(size.ofPeriod())))
                        .or(col("of_outlet").leq(size.ofOutlet())))
                .orderBy(id, col("of_name"))
                .select(
                        id,
                        Mentions.DOC_ID.col(),
                        Mentions.SENTENCE_NO.col(),
                        col("month"),
                        Mentions.SCORE.col(),
                        Mentions.LABEL.col(),
                        Mentions.IS_QUOTED.col())
                .collectAsList()
                .forEach(row -> {
                    ObjectNode mention = JsonRows.object();
                    mention.put("sentence", evidence.sentence(row.getString(1), row.getLong(2)));
                    mention.put("month", row.isNullAt(3) ? null : row.get(3).toString());
                    mention.put("score", row.getDouble(4));
                    mention.put("label", row.getString(5));
                    add(names, row.getString(0), "mentions", mention);
                });
    }

    /** What a name says, the longest of each article first; and how often it is quoted. */
    private static void quotes(
            Warehouse warehouse, List<Object> ids, Size size, Map<String, ObjectNode> names, Evidence evidence) {
        Column speaker = Quotes.SPEAKER_ENTITY_ID.col();
        Dataset<Row> spoken = warehouse
                .read(Quotes.TABLE)
                .where(speaker.isInCollection(ids))
                .join(broadcast(NetworkPart.stories(warehouse)), Frames.on(Documents.DOC_ID.name()));
        Column says = length(Quotes.TEXT.col()).between(30, 400);
        spoken.withColumn("quote_count", count("*").over(Window.partitionBy(speaker)))
                .withColumn(
                        "of_document",
                        row_number()
                                .over(Window.partitionBy(speaker, Quotes.DOC_ID.col())
                                        .orderBy(says.desc(), Quotes.SENTENCE_NO.col(), Quotes.START.col())))
                .withColumn(
                        "place",
                        row_number()
                                .over(Window.partitionBy(speaker)
                                        .orderBy(
                                                col("of_document"),
                                                says.desc(),
                                                Documents.PUBLISHED_ON.col().desc_nulls_last(),
                                                Quotes.DOC_ID.col(),
                                                Quotes.START.col())))
                .where(col("place").leq(size.quotes()))
                .orderBy(speaker, col("place"))
                .select(
                        speaker,
                        Quotes.DOC_ID.col(),
                        Quotes.SENTENCE_NO.col(),
                        Quotes.TEXT.col(),
                        Quotes.VERB.col(),
                        Quotes.SCORE.col(),
                        col("quote_count"))
                .collectAsList()
                .forEach(row -> {
                    ObjectNode quote = JsonRows.object();
                    quote.put("sentence", evidence.sentence(row.getString(1), row.getLong(2)));
                    quote.put("text", Evidence.cut(row.getString(3), 400));
                    quote.put("score", row.getDouble(5));
                    add(names, row.getString(0), "quotes", quote);
                    names.get(row.getString(0)).put("quote_count", row.getLong(6));
                });
    }

    /** Of whom a name speaks, the most first. */
    private static void spokenOf(Warehouse warehouse, List<Object> ids, Map<String, ObjectNode> names) {
        Column speaker = SpeakerTone.SPEAKER_ENTITY_ID.col();
        warehouse
                .read(SpeakerTone.TABLE)
                .where(speaker.isInCollection(ids)
                        .and(SpeakerTone.GRANULARITY.col().equalTo(Granularity.ALL.code())))
                .withColumn(
                        "place",
                        row_number()
                                .over(Window.partitionBy(speaker)
                                        .orderBy(SpeakerTone.QUOTE_COUNT.col().desc(), SpeakerTone.ENTITY_ID.col())))
                .where(col("place").leq(6))
                .join(
                        warehouse.read(Entities.TABLE).select(Entities.ENTITY_ID.col(), Entities.LABEL.col()),
                        Frames.on(Entities.ENTITY_ID.name()))
                .orderBy(speaker, col("place"))
                .select(
                        speaker,
                        Entities.ENTITY_ID.col(),
                        Entities.LABEL.col(),
                        SpeakerTone.QUOTE_COUNT.col(),
                        SpeakerTone.SCORE.col())
                .collectAsList()
                .forEach(row -> add(names, row.getString(0), "spoken_of", without(row, "speaker_entity_id")));
    }

    private static ObjectNode without(Row row, String column) {
        ObjectNode object = JsonRows.of(row);
        object.remove(column);
        return object;
    }
}
