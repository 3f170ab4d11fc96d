package org.newsweft.jobs.annotate;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.explode;

import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;
import org.newsweft.table.facts.Documents;
import org.newsweft.testing.SparkTest;
import org.newsweft.text.tone.ToneModel;

@SuppressWarnings("serial")
class AnnotationsTest extends SparkTest {
    @Test
    void titleAndBodyAreReadAsOneAndCountedEachFromZero() {
        Dataset<Row> annotations = Annotations.of(
                rows(
                        Documents.TABLE,
                        "{'doc_id': 'a', 'title': 'Kerry in Seoul', 'text': 'John Kerry met Park Geun-hye. They talked.'}"),
                ToneModel.EMBEDDING);

        assertRows(
                found(annotations, Annotations.SENTENCES),
                "sentence_no long, section string, start long, end long, text string",
                "{'sentence_no': 0, 'section': 'title', 'start': 0, 'end': 14, 'text': 'Kerry in Seoul'}",
                "{'sentence_no': 1, 'section': 'body', 'start': 0, 'end': 29, 'text': 'John Kerry met Park Geun-hye.'}",
                "{'sentence_no': 2, 'section': 'body', 'start': 30, 'end': 42, 'text': 'They talked.'}");
        assertRows(
                found(annotations, Annotations.MENTIONS),
                "sentence_no long, section string, start long, end long, surface string, entity_id string, type string, reading string",
                "{'sentence_no': 0, 'section': 'title', 'start': 0, 'end': 5, 'surface': 'Kerry', 'entity_id': 'person:john-kerry', 'type': 'person', 'reading': 'surname'}",
                "{'sentence_no': 0, 'section': 'title', 'start': 9, 'end': 14, 'surface': 'Seoul', 'entity_id': 'place:seoul-kr', 'type': 'place', 'reading': 'name'}",
                "{'sentence_no': 1, 'section': 'body', 'start': 0, 'end': 10, 'surface': 'John Kerry', 'entity_id': 'person:john-kerry', 'type': 'person', 'reading': 'name'}",
                "{'sentence_no': 1, 'section': 'body', 'start': 15, 'end': 28, 'surface': 'Park Geun-hye', 'entity_id': 'person:park-geun-hye', 'type': 'person', 'reading': 'name'}");
        assertRows(
                found(annotations, Annotations.TERMS).where(col("term").isin("kerry", "john kerry", "seoul")),
                "term string, kind string, term_count long",
                "{'term': 'kerry', 'kind': 'word', 'term_count': 2}",
                "{'term': 'john kerry', 'kind': 'phrase', 'term_count': 1}",
                "{'term': 'seoul', 'kind': 'word', 'term_count': 1}");
    }

    @Test
    void speechIsMarkedInSentencesAndMentions() {
        Dataset<Row> annotations = Annotations.of(
                rows(Documents.TABLE, "{'doc_id': 'a', 'text': '“We welcome Japan,” John Kerry said. Japan agreed.'}"),
                ToneModel.LEXICAL);

        // 17 of the 36 characters of the first sentence stand inside the marks: 0.472222.
        assertRows(
                found(annotations, Annotations.SENTENCES),
                "sentence_no long, quoted_share double",
                "{'sentence_no': 0, 'quoted_share': 0.472222}",
                "{'sentence_no': 1, 'quoted_share': 0.0}");
        assertRows(
                found(annotations, Annotations.MENTIONS).where(col("entity_id").equalTo("country:JP")),
                "sentence_no long, is_quoted boolean",
                "{'sentence_no': 0, 'is_quoted': true}",
                "{'sentence_no': 1, 'is_quoted': false}");
        assertRows(
                found(annotations, Annotations.QUOTES),
                "speaker_entity_id string, verb string, text string",
                "{'speaker_entity_id': 'person:john-kerry', 'verb': 'said', 'text': 'We welcome Japan,'}");
    }

    @Test
    void aDocumentWithoutTextHasAToneAndNothingElse() {
        Dataset<Row> annotations =
                Annotations.of(rows(Documents.TABLE, "{'doc_id': 'a', 'text': ''}"), ToneModel.LEXICAL);

        assertRows(found(annotations, Annotations.SENTENCES), "doc_id string");
        assertRows(
                found(annotations, Annotations.TONE),
                "doc_id string, score double, label string, word_count long",
                "{'doc_id': 'a', 'score': 0.0, 'label': 'neutral', 'word_count': 0}");
    }

    private static Dataset<Row> found(Dataset<Row> annotations, String what) {
        return annotations.select(explode(col(what)).as("found")).select("found.*");
    }
}
