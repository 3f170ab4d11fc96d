package org.newsweft.jobs.stories;

import static org.apache.spark.sql.functions.col;
import static org.assertj.core.api.Assertions.assertThat;

import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;
import org.newsweft.table.facts.Documents;
import org.newsweft.table.facts.StoryPairs;
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

    @Test
    void versionsOfOneAddressAreOneStoryAndTextsOfOneTemplateAreSeveral() {
        String warning =
                "The weather service has issued a storm warning for %s until %s. A line of storms was seen near %s,"
                        + " moving east at %s miles an hour. Hail and wind are expected. Stay indoors and keep away from windows."
                        + " Do not drive through water on the road. If you are outdoors, go into a building at once, said %s of the"
                        + " county office. Torrential rain may lead to flooding of low places and roads along the river.";
        Dataset<Row> documents = rows(
                Documents.TABLE,
                "{'doc_id': 'a', 'text': '" + warning.formatted("Linn", "4:15", "Cedar Rapids", "35", "Dale Huffman")
                        + "'}",
                "{'doc_id': 'b', 'text': '" + warning.formatted("Polk", "5:45", "Ankeny", "40", "Irene Costello")
                        + "'}",
                "{'doc_id': 'c', 'url': 'https://www.n.example/a/storm?utm_source=rss', 'text': 'One died in the storm at the coast.'}",
                "{'doc_id': 'd', 'url': 'http://n.example/a/storm#top', 'text': 'One died in the storm. Later three more were found"
                        + " under the roof of a school in the north, where the wind was strongest, and all trains stood still.'}",
                "{'doc_id': 'e', 'url': 'http://n.example/', 'text': 'Weather and traffic of the north, hour by hour.'}",
                "{'doc_id': 'f', 'title': 'Stocks fall as oil rises', 'text': ''}",
                "{'doc_id': 'g', 'title': 'Stocks fall as oil rises', 'text': ''}");
        Dataset<Row> signatures = Copies.signatures(documents, CopySettings.DEFAULT);
        assertRows(
                Copies.pairs(signatures, signatures, documents, CopySettings.DEFAULT)
                        .select("doc_a", "doc_b"),
                "doc_a string, doc_b string",
                "{'doc_a': 'c', 'doc_b': 'd'}",
                "{'doc_a': 'f', 'doc_b': 'g'}");
    }

    @Test
    void whatIsLeftOfTwoArticlesIsNoCopyUnlessTheirTitlesAgree() {
        String left = "This is a developing story and will be updated.";
        assertThat(Likeness.isOneStory("Governor signs the water bill", left, "Why we still love trains", left))
                .isFalse();
        assertThat(Likeness.isOneStory("Governor signs the water bill", left, "Water bill: governor signs", left))
                .isTrue();
        assertThat(Likeness.isOneStory(null, left, null, left)).isTrue();
    }
}
