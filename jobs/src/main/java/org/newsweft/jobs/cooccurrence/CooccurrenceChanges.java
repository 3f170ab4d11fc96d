package org.newsweft.jobs.cooccurrence;

import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.countDistinct;
import static org.apache.spark.sql.functions.date_trunc;
import static org.apache.spark.sql.functions.datediff;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.month;
import static org.apache.spark.sql.functions.round;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.when;
import static org.apache.spark.sql.functions.year;
import static org.newsweft.table.figures.CooccurrenceChange.*;

import java.util.Collection;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.expressions.Window;
import org.apache.spark.sql.expressions.WindowSpec;
import org.apache.spark.sql.types.DataTypes;
import org.newsweft.jobs.engine.Frames;
import org.newsweft.measure.Association;
import org.newsweft.measure.Meetings;
import org.newsweft.measure.Significance;
import org.newsweft.table.counts.EntityCounts;
import org.newsweft.table.counts.PairCounts;
import org.newsweft.table.counts.UnitCounts;
import org.newsweft.table.figures.CooccurrenceChange;
import org.newsweft.table.figures.CooccurrenceEvidence;
import org.newsweft.table.figures.Entities;
import org.newsweft.table.schema.Granularity;

/**
 * Who moved closer: pairs in sentences of a period against the twelve periods before it. Figures from counts alone; the rows
 * of a period depend on the counts of these thirteen periods and on nothing else.
 *
 * <p>Rates are stories in which the two share a sentence over all stories of the period. What the rate before lets expect
 * is counted with half a story more than there was, so that a pair that never met is expected a little, and the less the
 * longer the time before.
 */
public final class CooccurrenceChanges {
    private static final int LOOKED_BACK = 12;
    private static final int SILENT = 3;
    private static final double HALF_A_STORY = 0.5;
    private static final double ONE_IN_TWENTY = 0.05;

    private static final String PERIOD_NO = "period_no";
    private static final String FIRST_DAY = "first_day";
    private static final String LAST_DAY = "last_day";
    private static final String BEFORE_LATELY = "before_lately";
    private static final String STORIES = "stories";
    private static final String STORIES_BEFORE = "stories_before";
    private static final String UNITS_BEFORE = "units_before";
    private static final String TESTS = "tests";
    private static final String PAIR_SCOPE = "scope";
    private static final String EXPECTED = "expected";

    private CooccurrenceChanges() {}

    /**
     * Every pair that two stories of a period make, against the periods before.
     *
     * @param pairCounts rows of {@link PairCounts}
     * @param entityCounts rows of {@link EntityCounts}, of the same documents
     * @param unitCounts rows of {@link UnitCounts}, of the same documents
     * @param entities rows of {@link Entities}, for labels and types
     * @param granularities what the user wants counted: months always have rows, weeks where they are among these
     * @return rows of {@link CooccurrenceChange} without events
     */
    public static Dataset<Row> of(
            Dataset<Row> pairCounts,
            Dataset<Row> entityCounts,
            Dataset<Row> unitCounts,
            Dataset<Row> entities,
            Collection<Granularity> granularities) {
        List<Granularity> compared = granularities.contains(Granularity.WEEK)
                ? List.of(Granularity.WEEK, Granularity.MONTH)
                : List.of(Granularity.MONTH);
        Dataset<Row> meetings = Frames.computedOnce(meetings(pairCounts, compared));
        Dataset<Row> units = Frames.computedOnce(units(unitCounts, meetings, compared));
        Dataset<Row> changes = Frames.computedOnce(meetings.as("pair")
                .join(broadcast(units).as("unit"), samePeriod("pair", "unit"))
                .where(BEFORE_PERIODS.of("unit").gt(0))
                .select(
                        col("pair.*"),
                        BEFORE_PERIODS.of("unit"),
                        UnitCounts.SENTENCES.of("unit").as("n"),
                        col("unit." + UNITS_BEFORE).as("n_before"),
                        col("unit." + STORIES),
                        col("unit." + STORIES_BEFORE),
                        col("unit." + TESTS))
                .withColumn(PAIR_SCOPE, lit(Scope.SENTENCE.code()))
                .withColumn(
                        EXPECTED,
                        BEFORE_STORY_COUNT
                                .col()
                                .plus(HALF_A_STORY)
                                .multiply(col(STORIES))
                                .divide(col(STORIES_BEFORE))));
        Dataset<Row> priors = Priors.ofChanges(changes);
        // The prior is that of all pairs that meet; one story alone is no change.
        Dataset<Row> tested = withSignificance(changes.where(STORY_COUNT.col().gt(1)), priors);
        return CooccurrenceChange.TABLE.rows(withNpmi(tested, margins(entityCounts, entities, compared))
                .withColumn(EVENT_ID.name(), lit(null).cast(DataTypes.StringType)));
    }

    /**
     * Names the event that most of a pair's stories in the period belong to.
     *
     * @param changes rows of {@link CooccurrenceChange}
     * @param evidence rows of {@link CooccurrenceEvidence}
     * @param eventDocuments rows with {@code event_id} and {@code doc_id}; a document is in one event at most
     */
    public static Dataset<Row> withEvents(Dataset<Row> changes, Dataset<Row> evidence, Dataset<Row> eventDocuments) {
        Dataset<Row> stories = evidence.select(
                        CooccurrenceEvidence.ENTITY_A.col(),
                        CooccurrenceEvidence.ENTITY_B.col(),
                        CooccurrenceEvidence.DOC_ID.col(),
                        CooccurrenceEvidence.PUBLISHED_ON.col())
                .distinct()
                .join(eventDocuments.select(CooccurrenceEvidence.DOC_ID.col(), EVENT_ID.col()), "doc_id");
        Dataset<Row> events = changes.drop(EVENT_ID.name())
                .as("change")
                .join(
                        stories.as("story"),
                        ENTITY_A.of("change")
                                .equalTo(ENTITY_A.of("story"))
                                .and(ENTITY_B.of("change").equalTo(ENTITY_B.of("story")))
                                .and(startOfPeriod(
                                                GRANULARITY.of("change"), CooccurrenceEvidence.PUBLISHED_ON.of("story"))
                                        .equalTo(PERIOD_START.of("change"))))
                .groupBy(
                        GRANULARITY.of("change"),
                        PERIOD_START.of("change"),
                        ENTITY_A.of("change"),
                        ENTITY_B.of("change"),
                        STORY_COUNT.of("change"),
                        EVENT_ID.of("story"))
                .agg(count(lit(1)).as("of_event"))
                .where(col("of_event").multiply(2).gt(STORY_COUNT.col()))
                .drop("of_event", STORY_COUNT.name());
        return CooccurrenceChange.TABLE.rows(changes.drop(EVENT_ID.name())
                .join(
                        events,
                        Frames.on(GRANULARITY.name(), PERIOD_START.name(), ENTITY_A.name(), ENTITY_B.name()),
                        "left"));
    }

    private static Column startOfPeriod(Column granularity, Column date) {
        return when(granularity.equalTo(Granularity.WEEK.code()), date_trunc("week", date))
                .otherwise(date_trunc("month", date))
                .cast(DataTypes.DateType);
    }

    /** One row per period and pair that meets in it, with its meetings in the periods before. */
    private static Dataset<Row> meetings(Dataset<Row> pairCounts, List<Granularity> granularities) {
        Column day = when(PairCounts.PRECISION.col().equalTo("day"), PairCounts.PERIOD_START.col());
        Dataset<Row> met = CooccurrenceFigures.byPair(
                        pairCounts.where(PairCounts.SENTENCES.col().gt(0)))
                .withColumn("day", day);
        Dataset<Row> ofPeriods = CooccurrenceFigures.periods(met, granularities)
                .groupBy(
                        col(CooccurrenceFigures.PAIR),
                        GRANULARITY.col(),
                        PERIOD_START.col(),
                        ENTITY_A.col(),
                        ENTITY_B.col())
                .agg(
                        sum(PairCounts.SENTENCES.col()).as(SENTENCE_COUNT.name()),
                        sum(PairCounts.SENTENCE_STORIES.col()).as(STORY_COUNT.name()),
                        countDistinct(PairCounts.OUTLET.col()).as(OUTLET_COUNT.name()),
                        min(col("day")).as(FIRST_DAY),
                        max(col("day")).as(LAST_DAY))
                .withColumn(PERIOD_NO, periodNumber());
        WindowSpec pair = Window.partitionBy(
                        col(CooccurrenceFigures.PAIR), ENTITY_A.col(), ENTITY_B.col(), GRANULARITY.col())
                .orderBy(col(PERIOD_NO));
        WindowSpec before = pair.rangeBetween(-LOOKED_BACK, -1);
        return ofPeriods
                .withColumn(
                        BEFORE_SENTENCE_COUNT.name(),
                        coalesce(sum(SENTENCE_COUNT.col()).over(before), lit(0L)))
                .withColumn(
                        BEFORE_STORY_COUNT.name(),
                        coalesce(sum(STORY_COUNT.col()).over(before), lit(0L)))
                .withColumn(
                        BEFORE_LATELY,
                        coalesce(sum(SENTENCE_COUNT.col()).over(pair.rangeBetween(-SILENT, -1)), lit(0L)))
                .withColumn(FIRST_SEEN.name(), min(col(FIRST_DAY)).over(pair.rangeBetween(-LOOKED_BACK, 0)))
                .withColumn(LAST_SEEN.name(), max(col(LAST_DAY)).over(before))
                .drop(CooccurrenceFigures.PAIR, FIRST_DAY, LAST_DAY);
    }

    /** A number that is one more for the next period of the granularity. */
    private static Column periodNumber() {
        Column months = year(PERIOD_START.col()).multiply(12).plus(month(PERIOD_START.col()));
        // 1970-01-05 was a Monday.
        Column weeks = datediff(PERIOD_START.col(), lit("1970-01-05").cast(DataTypes.DateType))
                .divide(7)
                .cast(DataTypes.IntegerType);
        return when(GRANULARITY.col().equalTo(Granularity.WEEK.code()), weeks).otherwise(months);
    }

    /** One row per period: its units and stories, those of the periods before, and the pairs that meet in it. */
    private static Dataset<Row> units(Dataset<Row> unitCounts, Dataset<Row> meetings, List<Granularity> granularities) {
        // As many rows as there are periods, however large the corpus.
        WindowSpec before =
                Window.partitionBy(GRANULARITY.col()).orderBy(col(PERIOD_NO)).rangeBetween(-LOOKED_BACK, -1);
        Dataset<Row> tests = meetings.groupBy(GRANULARITY.col(), PERIOD_START.col())
                .agg(count(lit(1)).as(TESTS));
        return CooccurrenceFigures.periods(unitCounts, granularities)
                .groupBy(GRANULARITY.col(), PERIOD_START.col())
                .agg(
                        sum(UnitCounts.SENTENCES.col()).as(UnitCounts.SENTENCES.name()),
                        sum(UnitCounts.STORIES.col()).as(STORIES))
                .where(col(STORIES).gt(0))
                .withColumn(PERIOD_NO, periodNumber())
                .withColumn(UNITS_BEFORE, sum(UnitCounts.SENTENCES.col()).over(before))
                .withColumn(STORIES_BEFORE, sum(col(STORIES)).over(before))
                .withColumn(BEFORE_PERIODS.name(), count(lit(1)).over(before))
                .join(tests, Frames.on(GRANULARITY.name(), PERIOD_START.name()));
    }

    /** One row per period and entity: sentences that name it, now and before, its label and its type. */
    private static Dataset<Row> margins(
            Dataset<Row> entityCounts, Dataset<Row> entities, List<Granularity> granularities) {
        WindowSpec before = Window.partitionBy(GRANULARITY.col(), EntityCounts.ENTITY_ID.col())
                .orderBy(col(PERIOD_NO))
                .rangeBetween(-LOOKED_BACK, -1);
        return Frames.computedOnce(CooccurrenceFigures.periods(entityCounts, granularities)
                .groupBy(GRANULARITY.col(), PERIOD_START.col(), EntityCounts.ENTITY_ID.col())
                .agg(sum(EntityCounts.SENTENCES.col()).as("n_entity"))
                .withColumn(PERIOD_NO, periodNumber())
                .withColumn("n_entity_before", coalesce(sum(col("n_entity")).over(before), lit(0L)))
                .join(
                        entities.select(Entities.ENTITY_ID.col(), Entities.LABEL.col(), Entities.TYPE.col()),
                        Frames.on(Entities.ENTITY_ID.name()),
                        "left"));
    }

    private static Dataset<Row> withSignificance(Dataset<Row> changes, Dataset<Row> priors) {
        Column[] prior = {col(Priors.SHAPE), col(Priors.RATE)};
        Column q = Significance.qValueAmong(col(TESTS), P_VALUE.col(), GRANULARITY.col(), PERIOD_START.col());
        return changes.as("change")
                .join(broadcast(priors).as("prior"), samePeriod("change", "prior"))
                .select(col("change.*"), col("prior." + Priors.SHAPE), col("prior." + Priors.RATE))
                .withColumn(
                        RATE_RATIO.name(),
                        round(Meetings.shrunkRatio(STORY_COUNT.col(), col(EXPECTED), prior[0], prior[1]), 6))
                .withColumn(
                        RATE_RATIO_LOW.name(),
                        round(
                                Meetings.quantile(
                                        STORY_COUNT.col(), col(EXPECTED), prior[0], prior[1], lit(ONE_IN_TWENTY)),
                                6))
                .withColumn(
                        P_VALUE.name(),
                        Meetings.pValueOfRate(
                                STORY_COUNT.col(), BEFORE_STORY_COUNT.col(), col(STORIES), col(STORIES_BEFORE)))
                .withColumn(Q_VALUE.name(), q);
    }

    private static Dataset<Row> withNpmi(Dataset<Row> changes, Dataset<Row> margins) {
        Dataset<Row> joined = changes.as("change")
                .join(
                        margins.as("a"),
                        samePeriod("change", "a").and(ENTITY_A.of("change").equalTo(Entities.ENTITY_ID.of("a"))))
                .join(
                        margins.as("b"),
                        samePeriod("change", "b").and(ENTITY_B.of("change").equalTo(Entities.ENTITY_ID.of("b"))));
        Column now = Association.of(SENTENCE_COUNT.of("change"), col("a.n_entity"), col("b.n_entity"), col("change.n"))
                .npmi();
        Column before = Association.of(
                        BEFORE_SENTENCE_COUNT.of("change"),
                        col("a.n_entity_before"),
                        col("b.n_entity_before"),
                        col("change.n_before"))
                .npmi();
        return joined.select(
                col("change.*"),
                Entities.LABEL.of("a").as(ENTITY_A_LABEL.name()),
                Entities.LABEL.of("b").as(ENTITY_B_LABEL.name()),
                Entities.TYPE.of("a").as(TYPE_A.name()),
                Entities.TYPE.of("b").as(TYPE_B.name()),
                SENTENCE_COUNT.of("change").divide(col("change.n")).as(SENTENCE_SHARE.name()),
                BEFORE_SENTENCE_COUNT
                        .of("change")
                        .divide(col("change.n_before"))
                        .as(BEFORE_SHARE.name()),
                now.as(NPMI.name()),
                when(BEFORE_SENTENCE_COUNT.of("change").gt(0), before).as(BEFORE_NPMI.name()),
                BEFORE_SENTENCE_COUNT.of("change").equalTo(0).as(IS_NEW.name()),
                BEFORE_SENTENCE_COUNT
                        .of("change")
                        .gt(0)
                        .and(col("change." + BEFORE_LATELY).equalTo(0))
                        .as(IS_RETURNING.name()));
    }

    private static Column samePeriod(String one, String other) {
        return GRANULARITY
                .of(one)
                .equalTo(GRANULARITY.of(other))
                .and(PERIOD_START.of(one).equalTo(PERIOD_START.of(other)));
    }
}
