package org.newsweft.jobs.export;

import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.lower;
import static org.apache.spark.sql.functions.sum;

import java.util.List;
import java.util.Locale;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.newsweft.jobs.engine.Frames;
import org.newsweft.store.RunFailure;
import org.newsweft.store.RunFailure.Kind;
import org.newsweft.table.figures.Entities;
import org.newsweft.table.figures.EntityCooccurrence;
import org.newsweft.table.figures.EntityNetwork;
import org.newsweft.table.figures.EntityTone;
import org.newsweft.table.schema.Granularity;

/** The pairs and names that were asked for. */
final class NetworkSelection {
    static final String TONE = "tone";

    private static final double ALPHA = 0.05;
    private static final long READ_WHOLE = 2_000;
    private static final String FOUND = "found";

    private NetworkSelection() {}

    /**
     * The pairs.
     *
     * @param pairs rows of {@link EntityCooccurrence}
     * @param entities rows of {@link Entities}
     * @return rows of {@link EntityCooccurrence}, the periods of a pair one after the other, sorted by pair
     * @throws RunFailure if nobody goes by the name in the middle, or nothing is left
     */
    static Dataset<Row> pairs(Dataset<Row> pairs, Dataset<Row> entities, ExportSettings settings) {
        Dataset<Row> ofPeriod = pairs.where(EntityCooccurrence.SCOPE
                .col()
                .equalTo(settings.scope())
                .and(EntityCooccurrence.GRANULARITY
                        .col()
                        .equalTo(settings.granularity().code())));
        if (settings.period() != null) {
            ofPeriod = ofPeriod.where(EntityCooccurrence.PERIOD_START.col().equalTo(lit(settings.period())));
        }
        if (!settings.types().isEmpty()) {
            Object[] types = settings.types().toArray();
            ofPeriod = ofPeriod.where(EntityCooccurrence.TYPE_A
                    .col()
                    .isin(types)
                    .and(EntityCooccurrence.TYPE_B.col().isin(types)));
        }
        Dataset<Row> chosen = Frames.computedOnce(ofPeriod);
        long count = chosen.count();
        if (count == 0) {
            throw new RunFailure(
                    Kind.USAGE,
                    "no pair of scope %s and granularity %s%s: see SELECT DISTINCT scope, granularity, period_start FROM entity_cooccurrence"
                            .formatted(
                                    settings.scope(),
                                    settings.granularity().code(),
                                    settings.period() == null ? "" : " in the period from " + settings.period()));
        }
        Dataset<Row> readable = backbone(chosen, settings, count);
        Dataset<Row> around = settings.around() == null ? readable : around(readable, entities, settings);
        return (settings.top() == 0 ? around : strongest(around, settings.top()))
                .orderBy(
                        EntityCooccurrence.ENTITY_A.col(),
                        EntityCooccurrence.ENTITY_B.col(),
                        EntityCooccurrence.PERIOD_START.col());
    }

    /**
     * The names of these pairs.
     *
     * @param pairs as by {@link #pairs}
     * @param network rows of {@link EntityNetwork}
     * @param tone rows of {@link EntityTone}
     * @return {@code entity_id, label, type, mention_count, document_count} and what the network and the tone of the period
     *     say, sorted by id
     */
    static Dataset<Row> names(
            Dataset<Row> pairs,
            Dataset<Row> entities,
            Dataset<Row> network,
            Dataset<Row> tone,
            ExportSettings settings) {
        String id = Entities.ENTITY_ID.name();
        // Over time, names stand with what the whole corpus says of them.
        Granularity granularity = settings.isDynamic() ? Granularity.ALL : settings.granularity();
        Dataset<Row> ranks = ofPeriod(network, granularity, settings)
                .select(
                        EntityNetwork.ENTITY_ID.col(),
                        EntityNetwork.DEGREE.col(),
                        EntityNetwork.STRENGTH.col(),
                        EntityNetwork.PAGERANK.col(),
                        EntityNetwork.BETWEENNESS.col(),
                        EntityNetwork.COMMUNITY.col(),
                        EntityNetwork.COMMUNITY_LABEL.col());
        Dataset<Row> tones = ofPeriod(tone, granularity, settings)
                .where(EntityTone.OUTLET.col().equalTo("(all)"))
                .select(EntityTone.ENTITY_ID.col(), EntityTone.SCORE.col().as(TONE));
        return endsOf(pairs)
                .join(
                        entities.select(
                                Entities.ENTITY_ID.col(),
                                Entities.LABEL.col(),
                                Entities.TYPE.col(),
                                Entities.MENTION_COUNT.col(),
                                Entities.DOCUMENT_COUNT.col()),
                        Frames.on(id),
                        "left")
                .join(ranks, Frames.on(id), "left")
                .join(tones, Frames.on(id), "left")
                .orderBy(col(id));
    }

    private static Dataset<Row> ofPeriod(Dataset<Row> rows, Granularity granularity, ExportSettings settings) {
        Dataset<Row> ofGranularity = rows.where(EntityNetwork.GRANULARITY.col().equalTo(granularity.code()));
        return settings.period() == null || granularity == Granularity.ALL
                ? ofGranularity
                : ofGranularity.where(EntityNetwork.PERIOD_START.col().equalTo(lit(settings.period())));
    }

    private static Dataset<Row> backbone(Dataset<Row> pairs, ExportSettings settings, long count) {
        if (!Double.isNaN(settings.backbone())) {
            return pairs.where(EntityCooccurrence.BACKBONE_P.col().leq(settings.backbone()));
        }
        return settings.top() > 0 || count <= READ_WHOLE
                ? pairs
                : pairs.where(EntityCooccurrence.BACKBONE_P.col().leq(ALPHA));
    }

    /** The name in the middle, those that are no farther than asked for, and all ties among them. */
    private static Dataset<Row> around(Dataset<Row> pairs, Dataset<Row> entities, ExportSettings settings) {
        String asked = settings.around();
        List<Row> named = entities.where(Entities.ENTITY_ID
                        .col()
                        .equalTo(asked)
                        .or(lower(Entities.LABEL.col()).equalTo(asked.toLowerCase(Locale.ROOT))))
                // The id itself first, then the best known of those who share the name.
                .orderBy(
                        Entities.ENTITY_ID.col().equalTo(asked).desc(),
                        Entities.MENTION_COUNT.col().desc(),
                        Entities.ENTITY_ID.col())
                .select(Entities.ENTITY_ID.col())
                .takeAsList(1);
        if (named.isEmpty()) {
            throw new RunFailure(
                    Kind.USAGE, "nobody is called '" + asked + "': give an entity_id or a label of the table entities");
        }
        Dataset<Row> reached = entities.where(
                        Entities.ENTITY_ID.col().equalTo(named.get(0).getString(0)))
                .select(Entities.ENTITY_ID.col().as(FOUND));
        for (int step = 0; step < settings.depth(); step++) {
            reached = Frames.computedOnce(endsOf(pairs.join(reached, touches(reached), "left_semi"))
                    .select(Entities.ENTITY_ID.col().as(FOUND))
                    .union(reached)
                    .distinct());
        }
        return pairs.join(reached, EntityCooccurrence.ENTITY_A.col().equalTo(reached.col(FOUND)), "left_semi")
                .join(reached, EntityCooccurrence.ENTITY_B.col().equalTo(reached.col(FOUND)), "left_semi");
    }

    private static Column touches(Dataset<Row> reached) {
        return EntityCooccurrence.ENTITY_A
                .col()
                .equalTo(reached.col(FOUND))
                .or(EntityCooccurrence.ENTITY_B.col().equalTo(reached.col(FOUND)));
    }

    private static Dataset<Row> strongest(Dataset<Row> pairs, long top) {
        Dataset<Row> best = pairs.groupBy(EntityCooccurrence.ENTITY_A.col(), EntityCooccurrence.ENTITY_B.col())
                .agg(sum(EntityCooccurrence.N_AB.col()).as("units"))
                .orderBy(col("units").desc(), EntityCooccurrence.ENTITY_A.col(), EntityCooccurrence.ENTITY_B.col())
                .limit(Math.toIntExact(Math.min(top, Integer.MAX_VALUE)))
                .select(EntityCooccurrence.ENTITY_A.col(), EntityCooccurrence.ENTITY_B.col());
        return pairs.join(
                best, Frames.on(EntityCooccurrence.ENTITY_A.name(), EntityCooccurrence.ENTITY_B.name()), "left_semi");
    }

    private static Dataset<Row> endsOf(Dataset<Row> pairs) {
        return pairs.select(explode(array(EntityCooccurrence.ENTITY_A.col(), EntityCooccurrence.ENTITY_B.col()))
                        .as(Entities.ENTITY_ID.name()))
                .distinct();
    }
}
