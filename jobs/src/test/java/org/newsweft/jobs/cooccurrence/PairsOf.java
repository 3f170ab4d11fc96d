package org.newsweft.jobs.cooccurrence;

import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.newsweft.jobs.engine.Frames;
import org.newsweft.table.schema.Granularity;

/** Pairs from facts, by way of the counts, as the job makes them. */
final class PairsOf {
    private PairsOf() {}

    static Dataset<Row> documents(
            Dataset<Row> mentions,
            Dataset<Row> documents,
            Dataset<Row> entities,
            List<Granularity> granularities,
            Support support,
            int reach) {
        Dataset<Row> namings = Frames.computedOnce(CooccurrenceCounts.namings(mentions, documents, entities));
        return CooccurrenceFigures.pairs(
                CooccurrenceCounts.pairs(namings, reach),
                CooccurrenceCounts.entities(namings, reach),
                CooccurrenceCounts.units(namings, reach),
                entities,
                granularities,
                support);
    }
}
