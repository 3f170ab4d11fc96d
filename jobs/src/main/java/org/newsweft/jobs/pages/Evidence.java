package org.newsweft.jobs.pages;

import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.coalesce;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.newsweft.jobs.Frames;
import org.newsweft.store.Warehouse;
import org.newsweft.table.Documents;
import org.newsweft.table.Sentences;

/**
 * The sentences and articles that a page quotes. The parts of the page ask for them by their keys and get a number; each
 * stands in the page once, however often it is quoted. Texts are looked up together, at the end.
 */
final class Evidence {
    /** What is longer than this is no link that anybody would follow. */
    private static final int LONGEST_ADDRESS = 1_000;

    private static final int LONGEST_TITLE = 250;

    /** What a browser may be sent to from the page; texts of the corpus may hold any other scheme. */
    private static final Pattern WEB = Pattern.compile("(?i)https?://[^\\s<>\"']+");

    private static final StructType DOCUMENT_KEYS =
            new StructType().add(Documents.DOC_ID.name(), DataTypes.StringType, false);
    private static final StructType SENTENCE_KEYS =
            DOCUMENT_KEYS.add(Sentences.SENTENCE_NO.name(), DataTypes.LongType, false);

    private record SentenceKey(String docId, long sentenceNo) {}

    private final Map<String, Integer> documents = new LinkedHashMap<>();
    private final Map<SentenceKey, Integer> sentences = new LinkedHashMap<>();
    private final Map<String, ObjectNode> documentRows = new HashMap<>();
    private final Map<SentenceKey, String> texts = new HashMap<>();

    /** The number of an article in the page. */
    int document(String docId) {
        return documents.computeIfAbsent(docId, any -> documents.size());
    }

    /** The number of a sentence in the page. */
    int sentence(String docId, long sentenceNo) {
        document(docId);
        return sentences.computeIfAbsent(new SentenceKey(docId, sentenceNo), any -> sentences.size());
    }

    /** Keys of documents as a frame that goes to every task. */
    static Dataset<Row> documentKeys(Warehouse warehouse, Iterable<String> docIds) {
        List<Row> keys = new ArrayList<>();
        docIds.forEach(docId -> keys.add(RowFactory.create(docId)));
        return broadcast(warehouse.spark().createDataFrame(keys, DOCUMENT_KEYS));
    }

    /** Reads the texts of all that was asked for. */
    void lookUp(Warehouse warehouse) {
        List<Row> keys = sentences.keySet().stream()
                .map(key -> RowFactory.create(key.docId(), key.sentenceNo()))
                .toList();
        warehouse
                .read(Sentences.TABLE)
                .join(
                        broadcast(warehouse.spark().createDataFrame(keys, SENTENCE_KEYS)),
                        Frames.on(Sentences.DOC_ID.name(), Sentences.SENTENCE_NO.name()),
                        "left_semi")
                .select(Sentences.DOC_ID.col(), Sentences.SENTENCE_NO.col(), Sentences.TEXT.col())
                .collectAsList()
                .forEach(row -> texts.put(new SentenceKey(row.getString(0), row.getLong(1)), row.getString(2)));
        warehouse
                .read(Documents.TABLE)
                .join(documentKeys(warehouse, documents.keySet()), Frames.on(Documents.DOC_ID.name()), "left_semi")
                .select(
                        Documents.DOC_ID.col(),
                        Documents.TITLE.col(),
                        Documents.OUTLET.col(),
                        Documents.PUBLISHED_ON.col(),
                        Documents.PUBLISHED_PRECISION.col(),
                        Documents.SOURCE.col(),
                        coalesce(Documents.URL.col(), functions.lit("")).as(Documents.URL.name()))
                .collectAsList()
                .forEach(row -> documentRows.put(row.getString(0), document(row)));
    }

    private static ObjectNode document(Row row) {
        ObjectNode document = JsonRows.of(row);
        document.put(Documents.TITLE.name(), cut(row.getAs(Documents.TITLE.name()), LONGEST_TITLE));
        document.put(Documents.SOURCE.name(), cut(row.getAs(Documents.SOURCE.name()), LONGEST_TITLE));
        String url = row.getAs(Documents.URL.name());
        if (url.length() > LONGEST_ADDRESS || !WEB.matcher(url).matches()) {
            document.putNull(Documents.URL.name());
        }
        return document;
    }

    /** The articles by their numbers. */
    ArrayNode documents() {
        ArrayNode array = JsonRows.array();
        documents.keySet().forEach(docId -> array.add(documentRows.get(docId)));
        return array;
    }

    /**
     * The sentences by their numbers, each with the number of its article.
     *
     * @param longest characters of a sentence at most; longer ones end in an ellipsis
     */
    ArrayNode sentences(int longest) {
        ArrayNode array = JsonRows.array();
        sentences
                .keySet()
                .forEach(key -> array.addObject()
                        .put("document", documents.get(key.docId()))
                        .put(Sentences.SENTENCE_NO.name(), key.sentenceNo())
                        .put("text", cut(texts.get(key), longest)));
        return array;
    }

    /** The text on one line, cut at a character, never within one. */
    static String cut(String text, int longest) {
        if (text == null) {
            return null;
        }
        String line = text.strip().replaceAll("\\s+", " ");
        if (line.codePointCount(0, line.length()) <= longest) {
            return line;
        }
        return line.substring(0, line.offsetByCodePoints(0, longest - 1)).stripTrailing() + "…";
    }

    /** A number for people, as in a sentence. */
    static String number(long value) {
        return String.format(Locale.ROOT, "%,d", value);
    }
}
