package org.newsweft.jobs.events;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.collect_list;
import static org.apache.spark.sql.functions.sort_array;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.transform;
import static org.apache.spark.sql.functions.xxhash64;

import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.newsweft.table.Documents;
import scala.collection.Seq;
import scala.jdk.javaapi.CollectionConverters;

/**
 * The terms of a story as numbers: hashes in ascending order, and weights scaled to a vector of length {@value #LENGTH}.
 * Whole numbers, so that products add up to the same sum in any order.
 */
record PackedVector(long[] terms, int[] weights) {
    /** Length of every vector; products of two are at most its square. */
    static final int LENGTH = 1 << 15;

    static final PackedVector EMPTY = new PackedVector(new long[0], new int[0]);

    private static final String HASHES = "hashes";
    private static final String WEIGHTS = "weights";

    /**
     * One row per story: {@code doc_id}, {@code hashes} and {@code weights}, as they come from {@link TermWeights#of}.
     */
    static Dataset<Row> packed(Dataset<Row> weights) {
        return weights.groupBy(Documents.DOC_ID.col())
                .agg(sort_array(collect_list(struct(
                                xxhash64(col(TermWeights.TERM)).as("hash"), col(TermWeights.WEIGHT))))
                        .as("entries"))
                .select(
                        Documents.DOC_ID.col(),
                        transform(col("entries"), entry -> entry.getField("hash"))
                                .as(HASHES),
                        transform(col("entries"), entry -> entry.getField(TermWeights.WEIGHT))
                                .as(WEIGHTS));
    }

    /** The vector of a row that has {@code hashes} and {@code weights}; empty where they are null. */
    static PackedVector of(Row row) {
        Seq<Long> hashes = row.getAs(HASHES);
        Seq<Long> weights = row.getAs(WEIGHTS);
        if (hashes == null) {
            return EMPTY;
        }
        List<Long> terms = CollectionConverters.asJava(hashes);
        List<Long> counts = CollectionConverters.asJava(weights);
        long squares = 0;
        for (long weight : counts) {
            squares += weight * weight;
        }
        double scale = LENGTH / Math.sqrt(squares);
        long[] hashed = new long[terms.size()];
        int[] scaled = new int[terms.size()];
        int size = 0;
        for (long term : terms) {
            hashed[size] = term;
            scaled[size] = (int) Math.round(counts.get(size) * scale);
            size++;
        }
        return new PackedVector(hashed, scaled);
    }
}
