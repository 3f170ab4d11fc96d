package org.newsweft.jobs.stories;

import static org.apache.spark.sql.functions.col;

import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;
import org.newsweft.table.Documents;
import org.newsweft.table.StoryPairs;
import org.newsweft.testing.SparkTest;

@SuppressWarnings("serial")
class StoriesTest extends SparkTest {
    private static final String STORY = "doc_id string, story_id string, is_copy boolean, copy_similarity double";

    @Test
    void theFirstByDateThenByIdStandsForTheStoryAndTheUndatedComeLast() {
        Dataset<Row> documents = rows(
                Documents.TABLE,
                "{'doc_id': 'a'}",
                "{'doc_id': 'b', 'published_on': '2013-04-16'}",
                "{'doc_id': 'c', 'published_on': '2013-04-15'}",
                "{'doc_id': 'd', 'published_on': '2013-04-15'}",
                "{'doc_id': 'e', 'published_on': '2013-01-01'}");
        // a - b - c - d is one chain, though a and d were never found alike.
        Dataset<Row> pairs = rows(
                StoryPairs.TABLE,
                "{'doc_a': 'a', 'doc_b': 'b', 'similarity': 0.9}",
                "{'doc_a': 'b', 'doc_b': 'c', 'similarity': 0.8}",
                "{'doc_a': 'c', 'doc_b': 'd', 'similarity': 0.7}");

        assertRows(
                Stories.of(pairs, documents),
                STORY,
                "{'doc_id': 'a', 'story_id': 'c', 'is_copy': true, 'copy_similarity': 0.9}",
                "{'doc_id': 'b', 'story_id': 'c', 'is_copy': true, 'copy_similarity': 0.8}",
                "{'doc_id': 'c', 'story_id': 'c', 'is_copy': false}",
                "{'doc_id': 'd', 'story_id': 'c', 'is_copy': true, 'copy_similarity': 0.7}");
    }

    @Test
    void onlyDocumentsWhoseStoryChangedAreCorrected() {
        Dataset<Row> documents = rows(
                Documents.TABLE,
                "{'doc_id': 'a', 'story_id': 'a', 'is_copy': false}",
                "{'doc_id': 'b', 'story_id': 'a', 'is_copy': true, 'copy_similarity': 0.9}",
                "{'doc_id': 'c', 'story_id': 'x', 'is_copy': true, 'copy_similarity': 0.6}",
                "{'doc_id': 'd', 'story_id': 'd', 'is_copy': false}");
        Dataset<Row> stories = rows(
                STORY,
                "{'doc_id': 'a', 'story_id': 'a', 'is_copy': false}",
                "{'doc_id': 'b', 'story_id': 'a', 'is_copy': true, 'copy_similarity': 0.9}",
                "{'doc_id': 'd', 'story_id': 'a', 'is_copy': true, 'copy_similarity': 0.7}");

        assertRows(
                Stories.corrected(documents, stories),
                STORY,
                "{'doc_id': 'c', 'story_id': 'c', 'is_copy': false}",
                "{'doc_id': 'd', 'story_id': 'a', 'is_copy': true, 'copy_similarity': 0.7}");
    }

    @Test
    void nearCopiesAreFoundAndSimilarTopicsAreNot() {
        String story = "The United States and South Korea pledged on Monday to strengthen their cooperation on "
                + "cyber security as the North peppers its neighbour with a growing array of digital attacks";
        Dataset<Row> documents = rows(
                Documents.TABLE,
                "{'doc_id': 'a', 'text': '" + story + ".'}",
                // One word changed: 3 of 27 triples differ on each side, 24 / 30 = .8 alike.
                "{'doc_id': 'b', 'text': '" + story.replace("growing", "widening") + "'}",
                "{'doc_id': 'c', 'text': 'The United States and Japan agreed on Friday to trade more rice and steel.'}",
                "{'doc_id': 'd', 'text': 'No news.'}",
                "{'doc_id': 'e', 'text': '“No news”'}",
                "{'doc_id': 'f', 'text': ''}",
                "{'doc_id': 'g', 'text': ''}");
        Dataset<Row> signatures = Copies.signatures(documents, CopySettings.DEFAULT);

        assertRows(
                Copies.pairs(signatures, signatures, documents, CopySettings.DEFAULT)
                        .withColumn("similarity", org.apache.spark.sql.functions.round(col("similarity"), 3)),
                "doc_a string, doc_b string, similarity double",
                "{'doc_a': 'a', 'doc_b': 'b', 'similarity': 0.8}",
                "{'doc_a': 'd', 'doc_b': 'e', 'similarity': 1.0}");
    }
}
