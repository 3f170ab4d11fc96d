package org.newsweft.jobs.trends;

import static org.apache.spark.sql.functions.array_contains;
import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.concat_ws;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.filter;
import static org.apache.spark.sql.functions.greatest;
import static org.apache.spark.sql.functions.least;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.lower;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.signum;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.transform;
import static org.apache.spark.sql.functions.when;
import static org.newsweft.table.figures.Alerts.*;

import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.newsweft.jobs.engine.Frames;
import org.newsweft.store.WatchFile;
import org.newsweft.store.WatchFile.Watch;
import org.newsweft.table.figures.Entities;
import org.newsweft.table.figures.EntityCooccurrence;
import org.newsweft.table.figures.EntityTone;
import org.newsweft.table.figures.PeriodTotals;

/**
 * What happened to what the user watches, in the latest day, week and month that are not thin. Pairs and tone are looked at
 * by month, as they are counted; without months there is nothing to say of them.
 */
public final class Alerts {
    /** Fewer articles or sentences are a coincidence, unless the user asks for a count. */
    static final long LEAST = 3;

    private static final int MONTHS_BEFORE = 6;

    private static final String NAME = "name";
    private static final String SECOND = "second";
    private static final String FACTOR = "factor";
    private static final String WANTED = "wanted";
    private static final String ENTITY = "entity";
    private static final String LATEST = "latest";

    private static final StructType WATCHES = new StructType()
            .add(WATCHED.name(), DataTypes.StringType, false)
            .add(NAME, DataTypes.StringType, false)
            .add(SECOND, DataTypes.StringType)
            .add(FACTOR, DataTypes.DoubleType)
            .add(WANTED, DataTypes.LongType);

    private Alerts() {}

    /** The file as a frame: watched, name, second (of a pair, else null), factor, wanted; names in lower case. */
    static Dataset<Row> watches(SparkSession spark, WatchFile file) {
        List<Row> rows = new ArrayList<>();
        for (Watch watch : file.watches()) {
            List<String> names = watch.names().stream()
                    .map(name -> name.strip().toLowerCase(java.util.Locale.ROOT))
                    .toList();
            rows.add(RowFactory.create(
                    watch.watched(),
                    names.get(0),
                    names.size() > 1 ? names.get(1) : null,
                    watch.factor(),
                    watch.count()));
        }
        return spark.createDataFrame(rows, WATCHES);
    }

    /**
     * The words, phrases and entities that are watched by themselves, not as pairs.
     *
     * @param watches as by {@link #watches}
     * @param entities rows of {@link Entities}
     * @return watched, kind, term, factor, wanted
     */
    static Dataset<Row> terms(Dataset<Row> watches, Dataset<Row> entities) {
        Dataset<Row> single = watches.where(col(SECOND).isNull());
        return single.withColumn(TERM.name(), col(NAME))
                .withColumn(KIND.name(), explode(functions.array(lit("word"), lit("phrase"))))
                .select(WATCHED.col(), KIND.col(), TERM.col(), col(FACTOR), col(WANTED))
                .unionByName(named(single, NAME, entities, TERM.name())
                        .withColumn(KIND.name(), lit(ENTITY))
                        .select(WATCHED.col(), KIND.col(), TERM.col(), col(FACTOR), col(WANTED)));
    }

    /**
     * Words, phrases and entities that are more than before, or as many as asked for.
     *
     * @param watches as by {@link #watches}
     * @param series as by {@link TermSeries#of}
     * @param totals rows of {@link PeriodTotals}
     * @param entities rows of {@link Entities}
     * @return rows of the table but {@code run_id}
     */
    static Dataset<Row> ofTerms(Dataset<Row> watches, Dataset<Row> series, Dataset<Row> totals, Dataset<Row> entities) {
        Dataset<Row> terms = terms(watches, entities);
        Column now = col(SeriesPoint.DOCUMENT_COUNT);
        Column before = coalesce(col(SeriesPoint.BEFORE_COUNT), lit(0L));
        Column ratio = now.divide(col(SeriesPoint.PERIOD_DOCUMENTS))
                .divide(col(SeriesPoint.BEFORE_COUNT).divide(col(SeriesPoint.BEFORE_DOCUMENTS)));
        Column compared = col(SeriesPoint.BEFORE_DOCUMENTS).isNotNull();
        Column grown = now.geq(LEAST)
                .and(compared)
                .and(col(SeriesPoint.BEFORE_COUNT).equalTo(0).or(ratio.geq(col(FACTOR))));
        Dataset<Row> points = Trends.points(series)
                .where(GRANULARITY.col().isin("day", "week", "month"))
                .join(broadcast(terms), Frames.on(KIND.name(), TERM.name()))
                .join(broadcast(latest(totals)), Frames.on(GRANULARITY.name(), PeriodTotals.LANGUAGE.name()))
                .where(PERIOD_START.col().equalTo(col(LATEST)));
        return alerts(
                points,
                happened(when(col(FACTOR).isNotNull().and(grown), "more"), when(now.geq(col(WANTED)), "reached")),
                now,
                before,
                when(compared.and(before.gt(0)), ratio));
    }

    /**
     * Pairs that meet more than before, and who is new beside a watched entity: in sentences, by month.
     *
     * @param pairs rows of {@link EntityCooccurrence}
     */
    static Dataset<Row> ofPairs(Dataset<Row> watches, Dataset<Row> pairs, Dataset<Row> totals, Dataset<Row> entities) {
        Dataset<Row> months = latest(totals)
                .where(GRANULARITY.col().equalTo("month"))
                .groupBy(GRANULARITY.col())
                .agg(max(LATEST).as(LATEST));
        Column meets = EntityCooccurrence.N_AB.col();
        Column now = sum(when(PERIOD_START.col().equalTo(col(LATEST)), meets).otherwise(0L));
        Column inWindow = PERIOD_START
                .col()
                .lt(col(LATEST))
                .and(PERIOD_START.col().geq(functions.add_months(col(LATEST), -MONTHS_BEFORE)));
        Column before = sum(when(inWindow, meets).otherwise(0L));
        Column ever = sum(when(PERIOD_START.col().lt(col(LATEST)), meets).otherwise(0L));
        Dataset<Row> monthly = pairs.where(EntityCooccurrence.SCOPE
                        .col()
                        .equalTo("sentence")
                        .and(GRANULARITY.col().equalTo("month")))
                .join(broadcast(months), Frames.on(GRANULARITY.name()))
                .where(PERIOD_START.col().leq(col(LATEST)))
                .groupBy(
                        GRANULARITY.col(),
                        col(LATEST).as(PERIOD_START.name()),
                        EntityCooccurrence.ENTITY_A.col(),
                        EntityCooccurrence.ENTITY_B.col(),
                        col(LATEST))
                .agg(now.as("now"), before.as("before"), ever.as("ever"))
                .where(col("now").gt(0));
        Dataset<Row> asked = named(
                        named(watches.where(col(SECOND).isNotNull()), NAME, entities, "one"), SECOND, entities, "two")
                .withColumn(EntityCooccurrence.ENTITY_A.name(), least(col("one"), col("two")))
                .withColumn(EntityCooccurrence.ENTITY_B.name(), greatest(col("one"), col("two")));
        Column monthlyMean = col("before").divide(MONTHS_BEFORE);
        Column grown =
                col("now").geq(LEAST).and(col("now").cast(DataTypes.DoubleType).geq(monthlyMean.multiply(col(FACTOR))));
        Dataset<Row> met = alerts(
                monthly.join(
                                broadcast(asked),
                                Frames.on(EntityCooccurrence.ENTITY_A.name(), EntityCooccurrence.ENTITY_B.name()))
                        .withColumn(KIND.name(), lit("pair"))
                        .withColumn(
                                TERM.name(),
                                concat_ws(" + ", EntityCooccurrence.ENTITY_A.col(), EntityCooccurrence.ENTITY_B.col())),
                happened(
                        when(col(FACTOR).isNotNull().and(grown), "more"),
                        when(col("now").geq(col(WANTED)), "reached")),
                col("now"),
                col("before"),
                when(col("before").gt(0), col("now").divide(monthlyMean)));
        return met.unionByName(newBeside(watches, monthly, entities));
    }

    private static Dataset<Row> newBeside(Dataset<Row> watches, Dataset<Row> monthly, Dataset<Row> entities) {
        Dataset<Row> watched = named(watches.where(col(SECOND).isNull()), NAME, entities, TERM.name());
        Dataset<Row> sides = monthly.where(col("ever").equalTo(0).and(col("now").geq(LEAST)));
        Dataset<Row> beside = sides.withColumn(TERM.name(), EntityCooccurrence.ENTITY_A.col())
                .withColumn(OTHER.name(), EntityCooccurrence.ENTITY_B.col())
                .unionByName(sides.withColumn(TERM.name(), EntityCooccurrence.ENTITY_B.col())
                        .withColumn(OTHER.name(), EntityCooccurrence.ENTITY_A.col()));
        return rows(beside.join(broadcast(watched), TERM.name())
                .withColumn(KIND.name(), lit(ENTITY))
                .withColumn(HAPPENED.name(), lit("new_beside"))
                .withColumn(COUNT.name(), col("now"))
                .withColumn(BEFORE_COUNT.name(), lit(0L))
                .withColumn(RATIO.name(), lit(null).cast(DataTypes.DoubleType))
                .withColumn(SCORE.name(), lit(null).cast(DataTypes.DoubleType))
                .withColumn(BEFORE_SCORE.name(), lit(null).cast(DataTypes.DoubleType)));
    }

    /**
     * Entities whose tone turned from one month to the next, beyond the intervals of both.
     *
     * @param tones rows of {@link EntityTone}
     */
    static Dataset<Row> ofTone(Dataset<Row> watches, Dataset<Row> tones, Dataset<Row> totals, Dataset<Row> entities) {
        Dataset<Row> months = latest(totals)
                .where(GRANULARITY.col().equalTo("month"))
                .groupBy(GRANULARITY.col())
                .agg(max(LATEST).as(LATEST));
        Dataset<Row> watched = named(watches.where(col(SECOND).isNull()), NAME, entities, TERM.name());
        Dataset<Row> monthly = tones.where(GRANULARITY
                        .col()
                        .equalTo("month")
                        .and(EntityTone.OUTLET.col().equalTo("(all)")))
                .withColumnRenamed(EntityTone.ENTITY_ID.name(), TERM.name())
                .join(broadcast(watched), TERM.name())
                .join(broadcast(months), Frames.on(GRANULARITY.name()));
        Dataset<Row> now = monthly.where(PERIOD_START.col().equalTo(col(LATEST)));
        Dataset<Row> before = monthly.where(PERIOD_START.col().equalTo(functions.add_months(col(LATEST), -1)))
                .select(
                        WATCHED.col(),
                        TERM.col(),
                        EntityTone.SCORE.col().as(BEFORE_SCORE.name()),
                        EntityTone.CI_LOW.col().as("before_low"),
                        EntityTone.CI_HIGH.col().as("before_high"),
                        EntityTone.MENTION_COUNT.col().as(BEFORE_COUNT.name()));
        Column apart = EntityTone.CI_LOW
                .col()
                .gt(col("before_high"))
                .or(EntityTone.CI_HIGH.col().lt(col("before_low")));
        return rows(now.join(before, Frames.on(WATCHED.name(), TERM.name()))
                .where(apart.and(
                        signum(SCORE.col()).multiply(signum(BEFORE_SCORE.col())).lt(0)))
                .withColumn(KIND.name(), lit(ENTITY))
                .withColumn(HAPPENED.name(), lit("tone_turned"))
                .withColumn(OTHER.name(), lit(null).cast(DataTypes.StringType))
                .withColumn(COUNT.name(), EntityTone.MENTION_COUNT.col())
                .withColumn(RATIO.name(), lit(null).cast(DataTypes.DoubleType)));
    }

    /** Watches with the entities that a name means: by id, label or alias. */
    private static Dataset<Row> named(Dataset<Row> watches, String name, Dataset<Row> entities, String as) {
        Dataset<Row> names = entities.select(
                Entities.ENTITY_ID.col().as(as),
                lower(Entities.ENTITY_ID.col()).as("lower_id"),
                lower(Entities.LABEL.col()).as("lower_label"),
                transform(Entities.ALIASES.col(), functions::lower).as("lower_aliases"));
        Column means = col(name)
                .equalTo(col("lower_id"))
                .or(col(name).equalTo(col("lower_label")))
                .or(array_contains(col("lower_aliases"), col(name)));
        return names.join(broadcast(watches), means).drop("lower_id", "lower_label", "lower_aliases");
    }

    private static Dataset<Row> latest(Dataset<Row> totals) {
        return totals.where(PeriodTotals.IS_THIN.col().equalTo(false))
                .groupBy(GRANULARITY.col(), PeriodTotals.LANGUAGE.col())
                .agg(max(PERIOD_START.col()).as(LATEST));
    }

    private static Column happened(Column... cases) {
        return filter(functions.array(cases), Column::isNotNull);
    }

    private static Dataset<Row> alerts(Dataset<Row> found, Column happened, Column now, Column before, Column ratio) {
        return rows(found.withColumn(COUNT.name(), now)
                .withColumn(RATIO.name(), ratio)
                .withColumn(HAPPENED.name(), explode(happened))
                .withColumn(BEFORE_COUNT.name(), before)
                .withColumn(OTHER.name(), lit(null).cast(DataTypes.StringType))
                .withColumn(SCORE.name(), lit(null).cast(DataTypes.DoubleType))
                .withColumn(BEFORE_SCORE.name(), lit(null).cast(DataTypes.DoubleType)));
    }

    private static Dataset<Row> rows(Dataset<Row> alerts) {
        return alerts.select(
                WATCHED.col(),
                KIND.col(),
                TERM.col(),
                GRANULARITY.col(),
                PERIOD_START.col(),
                HAPPENED.col(),
                OTHER.col(),
                COUNT.col(),
                BEFORE_COUNT.col(),
                RATIO.col(),
                SCORE.col(),
                BEFORE_SCORE.col());
    }
}
