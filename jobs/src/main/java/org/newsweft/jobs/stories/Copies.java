package org.newsweft.jobs.stories;

import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.array_distinct;
import static org.apache.spark.sql.functions.array_intersect;
import static org.apache.spark.sql.functions.array_join;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.greatest;
import static org.apache.spark.sql.functions.least;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.size;
import static org.apache.spark.sql.functions.transform;
import static org.apache.spark.sql.functions.when;
import static org.apache.spark.sql.functions.xxhash64;

import java.util.stream.IntStream;
import org.apache.spark.ml.feature.HashingTF;
import org.apache.spark.ml.feature.MinHashLSH;
import org.apache.spark.ml.feature.MinHashLSHModel;
import org.apache.spark.ml.feature.NGram;
import org.apache.spark.ml.feature.RegexTokenizer;
import org.apache.spark.ml.functions;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.newsweft.jobs.Frames;
import org.newsweft.table.Documents;
import org.newsweft.table.StoryPairs;
import org.newsweft.table.StorySignatures;

/**
 * Finds documents that tell the same story in nearly the same words.
 *
 * <p>MLlib's {@link MinHashLSH} gives each document its signature over word triples. Its hashes are grouped into bands,
 * as in Leskovec, Rajaraman, Ullman, "Mining of Massive Datasets", 3.4: only documents that agree on a whole band are
 * compared, by the Jaccard similarity of their triples. Exact copies of any length meet through the hash of their words.
 */
final class Copies {
    private static final int SHINGLE_WORDS = 3;

    /** Buckets for the triples; a collision only makes two documents look a little more alike before they are compared. */
    private static final int BUCKETS = 1 << 20;

    /** Fixed, so that signatures of different nights can be compared. */
    private static final long SEED = 2013;

    private static final String WORDS = "words";
    private static final String SHINGLES = "shingles";

    private Copies() {}

    /**
     * The signatures of documents.
     *
     * @param documents rows of {@link Documents}
     * @return rows of {@link StorySignatures}
     */
    static Dataset<Row> signatures(Dataset<Row> documents, CopySettings settings) {
        // Texts without a word are no copies of each other.
        Dataset<Row> shingled = shingled(documents).where(size(col(WORDS)).gt(0));
        Dataset<Row> counted = new HashingTF()
                .setInputCol(SHINGLES)
                .setOutputCol("features")
                .setNumFeatures(BUCKETS)
                .setBinary(true)
                .transform(shingled.where(size(col(SHINGLES)).gt(0)));
        MinHashLSHModel model = new MinHashLSH()
                .setInputCol("features")
                .setOutputCol("hashes")
                .setNumHashTables(settings.bands() * settings.rowsPerBand())
                .setSeed(SEED)
                .fit(counted);
        Column hash = transform(
                col("hashes"),
                vector ->
                        functions.vector_to_array(vector, "float64").getItem(0).cast("bigint"));
        Dataset<Row> banded = model.transform(counted)
                .withColumn("hash", hash)
                .select(Documents.DOC_ID.col(), bands(settings).as(StorySignatures.BANDS.name()));
        return shingled.join(banded, Frames.on(Documents.DOC_ID.name()), "left")
                .select(
                        Documents.DOC_ID.col(),
                        xxhash64(array_join(col(WORDS), " ")).as(StorySignatures.TEXT_HASH.name()),
                        when(StorySignatures.BANDS.col().isNull(), array().cast("array<bigint>"))
                                .otherwise(StorySignatures.BANDS.col())
                                .as(StorySignatures.BANDS.name()));
    }

    /**
     * The pairs of near-copies with at least one document among {@code fresh}.
     *
     * @param fresh signatures of the documents that are new
     * @param all signatures of all documents, the new ones included
     * @param documents all documents, for their text
     * @return rows of {@link StoryPairs}
     */
    static Dataset<Row> pairs(Dataset<Row> fresh, Dataset<Row> all, Dataset<Row> documents, CopySettings settings) {
        Dataset<Row> candidates = keyed(fresh)
                .as("f")
                .join(keyed(all).as("a"), col("f.key").equalTo(col("a.key")))
                .where(col("f.doc_id").notEqual(col("a.doc_id")))
                .select(
                        least(col("f.doc_id"), col("a.doc_id")).as(StoryPairs.DOC_A.name()),
                        greatest(col("f.doc_id"), col("a.doc_id")).as(StoryPairs.DOC_B.name()))
                .distinct();
        Dataset<Row> concerned = candidates
                .select(StoryPairs.DOC_A.col().as(Documents.DOC_ID.name()))
                .union(candidates.select(StoryPairs.DOC_B.col().as(Documents.DOC_ID.name())))
                .distinct();
        Dataset<Row> sets = shingled(documents.join(concerned, Frames.on(Documents.DOC_ID.name()), "left_semi"))
                .select(Documents.DOC_ID.col(), triples().as("set"));
        Column shared = size(array_intersect(col("a.set"), col("b.set")));
        Column similarity = shared.cast("double")
                .divide(size(col("a.set")).plus(size(col("b.set"))).minus(shared));
        return candidates
                .join(sets.as("a"), StoryPairs.DOC_A.col().equalTo(col("a.doc_id")))
                .join(sets.as("b"), StoryPairs.DOC_B.col().equalTo(col("b.doc_id")))
                .select(StoryPairs.DOC_A.col(), StoryPairs.DOC_B.col(), similarity.as(StoryPairs.SIMILARITY.name()))
                .where(StoryPairs.SIMILARITY.col().geq(settings.minimumSimilarity()));
    }

    /** Documents with their words and word triples. */
    private static Dataset<Row> shingled(Dataset<Row> documents) {
        Dataset<Row> words = new RegexTokenizer()
                .setInputCol(Documents.TEXT.name())
                .setOutputCol(WORDS)
                .setPattern("[\\p{L}\\p{N}]+")
                .setGaps(false)
                .transform(documents.select(Documents.DOC_ID.col(), Documents.TEXT.col()));
        return new NGram()
                .setN(SHINGLE_WORDS)
                .setInputCol(WORDS)
                .setOutputCol(SHINGLES)
                .transform(words);
    }

    /** The set of hashed triples; a text that is too short for one is its own only triple. */
    private static Column triples() {
        Column hashes = array_distinct(transform(col(SHINGLES), shingle -> xxhash64(shingle)));
        return when(size(col(SHINGLES)).equalTo(0), array(xxhash64(array_join(col(WORDS), " "))))
                .otherwise(hashes);
    }

    private static Column bands(CopySettings settings) {
        return array(IntStream.range(0, settings.bands())
                .mapToObj(band -> {
                    Column[] rows = IntStream.range(0, settings.rowsPerBand())
                            .mapToObj(row -> col("hash").getItem(band * settings.rowsPerBand() + row))
                            .toArray(Column[]::new);
                    // The number of the band is hashed in: agreeing on different bands means nothing.
                    return xxhash64(array(lit((long) band)), array(rows));
                })
                .toArray(Column[]::new));
    }

    /** One row for every key that two documents must share to be compared. */
    private static Dataset<Row> keyed(Dataset<Row> signatures) {
        Column keys = org.apache.spark.sql.functions.array_append(
                StorySignatures.BANDS.col(), StorySignatures.TEXT_HASH.col());
        return signatures.select(StorySignatures.DOC_ID.col(), explode(keys).as("key"));
    }
}
