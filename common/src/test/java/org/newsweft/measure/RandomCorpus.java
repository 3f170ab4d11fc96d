package org.newsweft.measure;

import java.sql.Date;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.StructType;

/**
 * A corpus of chance, for laws that hold of any: the same from the same seed, with entities and terms of Zipf's
 * frequencies, copies, missing outlets, and dates of every precision.
 *
 * @param documents what the jobs read of documents
 * @param sentences what they read of sentences
 * @param mentions what they read of mentions
 * @param documentTerms all of document_terms
 */
public record RandomCorpus(
        Dataset<Row> documents, Dataset<Row> sentences, Dataset<Row> mentions, Dataset<Row> documentTerms) {
    private static final String[] PRECISIONS = {"day", "day", "day", "day", "month", "year", "none"};
    private static final String[] OUTLETS = {"FCW", "The Hill", null};
    private static final String[] LABELS = {"negative", "neutral", "positive"};

    /** A corpus whose document ids start with the given name: corpora of different names are disjoint. */
    public static RandomCorpus of(SparkSession spark, String name, long seed, int documentCount) {
        Random random = new Random(seed);
        List<Row> documents = new ArrayList<>();
        List<Row> sentences = new ArrayList<>();
        List<Row> mentions = new ArrayList<>();
        List<Row> terms = new ArrayList<>();
        for (int i = 0; i < documentCount; i++) {
            String id = name + i;
            long sentenceCount = 1L + random.nextInt(6);
            documents.add(document(random, id, sentenceCount));
            for (long sentence = 0; sentence < sentenceCount; sentence++) {
                sentences.add(RowFactory.create(
                        id,
                        sentence,
                        "Sentence " + sentence + " of " + id,
                        score(random),
                        pick(random, LABELS),
                        (long) random.nextInt(3),
                        (long) random.nextInt(2)));
                int named = random.nextInt(5);
                for (long start = 0; start < named; start++) {
                    String entity = "person:" + zipf(random, 12);
                    double score = score(random);
                    mentions.add(RowFactory.create(
                            id,
                            sentence,
                            start,
                            entity,
                            score,
                            pick(random, LABELS),
                            random.nextInt(4) == 0,
                            1 - Math.abs(score)));
                }
            }
            for (int term = 0; term < 8; term++) {
                if (random.nextInt(term + 2) == 0) {
                    terms.add(RowFactory.create(id, "term " + term, "phrase", 1L + random.nextInt(3)));
                }
            }
        }
        return new RandomCorpus(
                frame(
                        spark,
                        documents,
                        "doc_id string, published_on date, published_precision string, outlet string, is_copy boolean, word_count bigint, sentence_count bigint, language string"),
                frame(
                        spark,
                        sentences,
                        "doc_id string, sentence_no bigint, text string, score double, label string, conflict_count bigint, cooperation_count bigint"),
                frame(
                        spark,
                        mentions,
                        "doc_id string, sentence_no bigint, start bigint, entity_id string, score double, label string, is_quoted boolean, neutral double"),
                frame(spark, terms, "doc_id string, term string, kind string, term_count bigint"));
    }

    /** The same rows in another order, in other partitions. */
    public RandomCorpus shuffled(long seed) {
        return new RandomCorpus(
                shuffled(documents, seed),
                shuffled(sentences, seed + 1),
                shuffled(mentions, seed + 2),
                shuffled(documentTerms, seed + 3));
    }

    /** The rows of both. */
    public RandomCorpus and(RandomCorpus other) {
        return new RandomCorpus(
                documents.union(other.documents),
                sentences.union(other.sentences),
                mentions.union(other.mentions),
                documentTerms.union(other.documentTerms));
    }

    /** The rows of a frame as text, sorted: equal if and only if the frames hold the same rows, to the last bit. */
    public static List<String> sortedRows(Dataset<Row> frame) {
        return frame.collectAsList().stream().map(Row::toString).sorted().toList();
    }

    private static Row document(Random random, String id, long sentenceCount) {
        String precision = pick(random, PRECISIONS);
        LocalDate day = LocalDate.of(2013, 1, 1).plusDays(random.nextInt(60));
        Date published = switch (precision) {
            case "day" -> Date.valueOf(day);
            case "month" -> Date.valueOf(day.withDayOfMonth(1));
            case "year" -> Date.valueOf(day.withDayOfYear(1));
            default -> null;
        };
        return RowFactory.create(
                id,
                published,
                precision,
                pick(random, OUTLETS),
                random.nextInt(5) == 0,
                sentenceCount * 20,
                sentenceCount,
                "en");
    }

    private static int zipf(Random random, int size) {
        return (int) Math.floor(Math.pow(size, random.nextDouble()));
    }

    private static double score(Random random) {
        return random.nextInt(-1_000_000, 1_000_001) / 1e6;
    }

    private static String pick(Random random, String[] values) {
        return values[random.nextInt(values.length)];
    }

    private static Dataset<Row> frame(SparkSession spark, List<Row> rows, String ddl) {
        return spark.createDataFrame(rows, StructType.fromDDL(ddl));
    }

    private static Dataset<Row> shuffled(Dataset<Row> rows, long seed) {
        return rows.orderBy(functions.rand(seed)).repartition(5);
    }
}
