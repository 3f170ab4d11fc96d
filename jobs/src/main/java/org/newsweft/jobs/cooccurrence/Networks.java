package org.newsweft.jobs.cooccurrence;

import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.floor;
import static org.apache.spark.sql.functions.greatest;
import static org.apache.spark.sql.functions.least;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.log10;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.when;
import static org.newsweft.table.figures.EntityCooccurrence.*;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Iterator;
import org.apache.spark.api.java.function.FlatMapGroupsFunction;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.expressions.Window;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.newsweft.table.counts.EntityCounts;
import org.newsweft.table.figures.EntityCooccurrence;
import org.newsweft.table.figures.EntityNetwork;
import org.newsweft.table.schema.Granularity;

/**
 * Who stands in the middle, and which names belong together.
 *
 * <p>Degree and strength are of all pairs in sentences. Ranks, ways and communities are of the backbone: pairs with {@code
 * backbone_p} of 0.05 or less; in a period of 2,000 pairs or fewer, of all pairs, since so few can be read as they are.
 * The backbone of a period is held in memory by the task that has it, some 60 bytes a tie, and no more than a million
 * ties: of more, those of the smallest probabilities.
 */
public final class Networks {
    static final double ALPHA = 0.05;
    private static final long READ_WHOLE = 2_000;
    private static final long MOST_TIES = 1_000_000;
    private static final double STEPS_PER_DECADE = 10;
    private static final double MOST_DECADES = 300;

    private static final String FIRST_A = "first_day_a";
    private static final String FIRST_B = "first_day_b";
    private static final String STEP = "p_step";
    private static final String PAIRS = "pairs_of_period";
    private static final String LEAST_STEP = "least_step";

    private static final StructType PERIOD = new StructType()
            .add(GRANULARITY.name(), GRANULARITY.type().sparkType())
            .add(PERIOD_START.name(), PERIOD_START.type().sparkType());
    private static final StructType TIE = PERIOD.add(ENTITY_A.name(), DataTypes.StringType)
            .add(ENTITY_B.name(), DataTypes.StringType)
            .add(ENTITY_A_LABEL.name(), DataTypes.StringType)
            .add(ENTITY_B_LABEL.name(), DataTypes.StringType)
            .add(FIRST_A, DataTypes.DateType)
            .add(FIRST_B, DataTypes.DateType)
            .add(N_AB.name(), DataTypes.LongType);
    private static final StructType NODE = PERIOD.add(EntityNetwork.ENTITY_ID.name(), DataTypes.StringType)
            .add(EntityNetwork.BACKBONE_DEGREE.name(), DataTypes.LongType)
            .add(EntityNetwork.PAGERANK.name(), DataTypes.DoubleType)
            .add(EntityNetwork.BETWEENNESS.name(), DataTypes.DoubleType)
            .add(EntityNetwork.COMMUNITY.name(), DataTypes.StringType)
            .add(EntityNetwork.COMMUNITY_LABEL.name(), DataTypes.StringType);

    private Networks() {}

    /**
     * The nodes of the network of sentences, period by period.
     *
     * @param pairs rows of {@link EntityCooccurrence}; those of other scopes are ignored
     * @param entityCounts rows of {@link EntityCounts}, for the day on which an entity is first named
     * @param granularities the periods that the pairs are of
     * @return rows of {@link EntityNetwork}
     */
    public static Dataset<Row> nodes(
            Dataset<Row> pairs, Dataset<Row> entityCounts, Collection<Granularity> granularities) {
        Dataset<Row> inSentences = pairs.where(SCOPE.col().equalTo(Scope.SENTENCE.code()));
        Dataset<Row> ties = withFirstDays(backbone(inSentences), firstDays(entityCounts, granularities));
        FlatMapGroupsFunction<Row, Row, Row> nodes = Networks::nodes;
        Dataset<Row> ofBackbone = ties.groupBy(GRANULARITY.col(), PERIOD_START.col())
                .as(Encoders.row(PERIOD), Encoders.row(TIE))
                .flatMapSortedGroups(new Column[] {ENTITY_A.col(), ENTITY_B.col()}, nodes, Encoders.row(NODE));
        Dataset<Row> all = inSentences
                .withColumn(EntityNetwork.ENTITY_ID.name(), explode(array(ENTITY_A.col(), ENTITY_B.col())))
                .groupBy(GRANULARITY.col(), PERIOD_START.col(), EntityNetwork.ENTITY_ID.col())
                .agg(
                        count(lit(1)).as(EntityNetwork.DEGREE.name()),
                        sum(N_AB.col()).as(EntityNetwork.STRENGTH.name()));
        return EntityNetwork.TABLE.rows(all.as("node")
                .join(
                        ofBackbone.as("tied"),
                        samePeriod("node", "tied")
                                .and(EntityNetwork.ENTITY_ID.of("node").equalTo(EntityNetwork.ENTITY_ID.of("tied"))),
                        "left")
                .select(
                        col("node.*"),
                        coalesce(EntityNetwork.BACKBONE_DEGREE.of("tied"), lit(0L))
                                .as(EntityNetwork.BACKBONE_DEGREE.name()),
                        EntityNetwork.PAGERANK.of("tied"),
                        EntityNetwork.BETWEENNESS.of("tied"),
                        EntityNetwork.COMMUNITY.of("tied"),
                        EntityNetwork.COMMUNITY_LABEL.of("tied")));
    }

    /** Ties to read the network by. */
    private static Dataset<Row> backbone(Dataset<Row> pairs) {
        Column step = floor(least(
                        lit(MOST_DECADES),
                        log10(greatest(BACKBONE_P.col(), lit(Double.MIN_NORMAL)))
                                .multiply(-1))
                .multiply(STEPS_PER_DECADE));
        Dataset<Row> stepped =
                pairs.withColumn(STEP, when(BACKBONE_P.col().leq(ALPHA), step).otherwise(lit(-1L)));
        // A histogram of a few thousand rows a period says how far down the probabilities may go.
        Dataset<Row> steps = stepped.groupBy(GRANULARITY.col(), PERIOD_START.col(), col(STEP))
                .agg(count(lit(1)).as("ties"))
                .withColumn(
                        "ties_so_far",
                        sum(col("ties"))
                                .over(Window.partitionBy(GRANULARITY.col(), PERIOD_START.col())
                                        .orderBy(col(STEP).desc())));
        Dataset<Row> limits = steps.groupBy(GRANULARITY.col(), PERIOD_START.col())
                .agg(
                        sum(col("ties")).as(PAIRS),
                        min(when(col("ties_so_far").leq(MOST_TIES), greatest(lit(0L), col(STEP))))
                                .as(LEAST_STEP));
        return stepped.as("pair")
                .join(broadcast(limits).as("limit"), samePeriod("pair", "limit"))
                .where(col("limit." + PAIRS)
                        .leq(READ_WHOLE)
                        .or(col("pair." + STEP).geq(col("limit." + LEAST_STEP))))
                .select(col("pair.*"));
    }

    private static Dataset<Row> firstDays(Dataset<Row> entityCounts, Collection<Granularity> granularities) {
        Dataset<Row> days = entityCounts
                .where(EntityCounts.SENTENCES.col().gt(0))
                .withColumn("day", when(EntityCounts.PRECISION.col().equalTo("day"), EntityCounts.PERIOD_START.col()));
        return CooccurrenceFigures.periods(days, granularities)
                .groupBy(GRANULARITY.col(), PERIOD_START.col(), EntityCounts.ENTITY_ID.col())
                .agg(min(col("day")).as("first_day"));
    }

    private static Dataset<Row> withFirstDays(Dataset<Row> ties, Dataset<Row> firstDays) {
        return ties.as("pair")
                .join(
                        firstDays.as("a"),
                        samePeriod("pair", "a").and(ENTITY_A.of("pair").equalTo(EntityCounts.ENTITY_ID.of("a"))),
                        "left")
                .join(
                        firstDays.as("b"),
                        samePeriod("pair", "b").and(ENTITY_B.of("pair").equalTo(EntityCounts.ENTITY_ID.of("b"))),
                        "left")
                .select(
                        GRANULARITY.of("pair"),
                        PERIOD_START.of("pair"),
                        ENTITY_A.of("pair"),
                        ENTITY_B.of("pair"),
                        ENTITY_A_LABEL.of("pair"),
                        ENTITY_B_LABEL.of("pair"),
                        col("a.first_day").as(FIRST_A),
                        col("b.first_day").as(FIRST_B),
                        N_AB.of("pair"));
    }

    private static Column samePeriod(String one, String other) {
        return GRANULARITY
                .of(one)
                .equalTo(GRANULARITY.of(other))
                .and(PERIOD_START.of(one).eqNullSafe(PERIOD_START.of(other)));
    }

    private static Iterator<Row> nodes(Row period, Iterator<Row> ties) {
        Network.Builder builder = new Network.Builder();
        ties.forEachRemaining(tie -> builder.add(
                entity(tie, ENTITY_A.name(), ENTITY_A_LABEL.name(), FIRST_A),
                entity(tie, ENTITY_B.name(), ENTITY_B_LABEL.name(), FIRST_B),
                tie.<Long>getAs(N_AB.name())));
        return builder.build().nodes().stream()
                .map(node -> RowFactory.create(
                        period.get(0),
                        period.get(1),
                        node.entity(),
                        node.degree(),
                        node.pagerank(),
                        node.betweenness(),
                        node.community(),
                        node.communityLabel()))
                .iterator();
    }

    private static Network.Entity entity(Row tie, String id, String label, String firstDay) {
        java.sql.Date day = tie.getAs(firstDay);
        LocalDate known = day == null ? null : day.toLocalDate();
        return new Network.Entity(tie.getAs(id), tie.getAs(label), known == null ? Long.MAX_VALUE : known.toEpochDay());
    }
}
