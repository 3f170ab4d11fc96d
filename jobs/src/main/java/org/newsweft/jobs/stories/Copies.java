package org.newsweft.jobs.stories;

import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.array_distinct;
import static org.apache.spark.sql.functions.array_intersect;
import static org.apache.spark.sql.functions.array_join;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.concat;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.greatest;
import static org.apache.spark.sql.functions.least;
import static org.apache.spark.sql.functions.length;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.lower;
import static org.apache.spark.sql.functions.regexp_replace;
import static org.apache.spark.sql.functions.size;
import static org.apache.spark.sql.functions.transform;
import static org.apache.spark.sql.functions.trim;
import static org.apache.spark.sql.functions.udf;
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
import org.apache.spark.sql.api.java.UDF4;
import org.apache.spark.sql.expressions.UserDefinedFunction;
import org.apache.spark.sql.types.DataTypes;
import org.newsweft.jobs.engine.Frames;
import org.newsweft.table.facts.Documents;
import org.newsweft.table.facts.StoryPairs;
import org.newsweft.table.facts.StorySignatures;

/**
 * Finds documents that tell the same story in nearly the same words.
 *
 * <p>MLlib's {@link MinHashLSH} gives each document its signature over word triples. Its hashes are grouped into bands,
 * as in Leskovec, Rajaraman, Ullman, "Mining of Massive Datasets", 3.4: only documents that agree on a whole band are
 * compared, by the Jaccard similarity of their triples. Exact copies of any length meet through the hash of their words,
 * and versions of one page, however much was added to it, through the hash of its address.
 */
final class Copies {
    private static final int SHINGLE_WORDS = 3;

    /** Buckets for the triples; a collision only makes two documents look a little more alike before they are compared. */
    private static final int BUCKETS = 1 << 20;

    /** Fixed, so that signatures of different nights can be compared. */
    private static final long SEED = 2013;

    private static final String ADDRESS = "address";
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
        Column none = array().cast("array<bigint>");
        Column bands = coalesce(StorySignatures.BANDS.col(), none);
        Column address = when(col(ADDRESS).isNull(), none).otherwise(array(xxhash64(lit(ADDRESS), col(ADDRESS))));
        return shingled.join(banded, Frames.on(Documents.DOC_ID.name()), "left")
                .select(
                        Documents.DOC_ID.col(),
                        xxhash64(array_join(col(WORDS), " ")).as(StorySignatures.TEXT_HASH.name()),
                        concat(bands, address).as(StorySignatures.BANDS.name()));
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
                .select(
                        Documents.DOC_ID.col(),
                        triples().as("set"),
                        col(ADDRESS),
                        Documents.TITLE.col(),
                        Documents.TEXT.col());
        Column shared = col("shared").cast("double");
        Column sizeA = size(col("a.set"));
        Column sizeB = size(col("b.set"));
        Column similarity = shared.divide(sizeA.plus(sizeB).minus(col("shared")));
        Column isOneAddress = col("a." + ADDRESS)
                .equalTo(col("b." + ADDRESS))
                .and(shared.divide(least(sizeA, sizeB)).geq(settings.minimumOfOneAddress()));
        UserDefinedFunction isOneStory =
                udf((UDF4<String, String, String, String, Boolean>) Likeness::isOneStory, DataTypes.BooleanType);
        return candidates
                .join(sets.as("a"), StoryPairs.DOC_A.col().equalTo(col("a.doc_id")))
                .join(sets.as("b"), StoryPairs.DOC_B.col().equalTo(col("b.doc_id")))
                .withColumn("shared", size(array_intersect(col("a.set"), col("b.set"))))
                .withColumn(StoryPairs.SIMILARITY.name(), similarity)
                .withColumn("is_one_address", coalesce(isOneAddress, lit(false)))
                .where(col("is_one_address").or(StoryPairs.SIMILARITY.col().geq(settings.minimumSimilarity())))
                // A condition may be asked in any order: what costs most is asked only where the others leave it open.
                .where(when(col("is_one_address"), true)
                        .otherwise(isOneStory.apply(col("a.title"), col("a.text"), col("b.title"), col("b.text"))))
                .select(StoryPairs.DOC_A.col(), StoryPairs.DOC_B.col(), StoryPairs.SIMILARITY.col());
    }

    /**
     * What addresses of one page have in common: not the scheme, the host for another device, what tells where the
     * reader came from, or the place on the page. Null for a site as a whole.
     */
    static Column address(Column url) {
        Column page = regexp_replace(lower(trim(url)), "^[a-z]+://|#.*$", "");
        Column host = regexp_replace(page, "^(?:[^/@]*@)?(?:www|m|amp|mobile|lite|edition)\\.", "");
        Column query = regexp_replace(
                host,
                "(?<=[?&])(?:utm_[a-z]+|[a-z]{1,2}clid|ref|referrer|from|source|src|cmp|cmpid|ocid|smid|mc_[ce]id|xtor"
                        + "|campaign|partner|output|outputtype|share|shared|via|feed|rss|amp|at_[a-z0-9_]+|icid|ito|taid"
                        + "|traffic_source|sh|soc_[a-z]+|ns_[a-z]+|intcmp|ncid)(?:=[^&]*)?(?:&|$)",
                "");
        Column plain = regexp_replace(query, "(?:/amp)?(?:/index\\.[a-z]+)?/*[?&]*$", "");
        return when(plain.contains("/").and(length(plain).gt(0)), plain);
    }

    /** Documents with their words and word triples; the title stands for a text that there is none of. */
    private static Dataset<Row> shingled(Dataset<Row> records) {
        Column hasText = length(trim(Documents.TEXT.col())).gt(0);
        Dataset<Row> documents = records.select(
                Documents.DOC_ID.col(),
                when(hasText, Documents.TEXT.col())
                        .otherwise(coalesce(Documents.TITLE.col(), lit("")))
                        .as(Documents.TEXT.name()),
                Documents.TITLE.col(),
                address(Documents.URL.col()).as(ADDRESS));
        Dataset<Row> words = new RegexTokenizer()
                .setInputCol(Documents.TEXT.name())
                .setOutputCol(WORDS)
                .setPattern("[\\p{L}\\p{N}]+")
                .setGaps(false)
                .transform(documents);
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
