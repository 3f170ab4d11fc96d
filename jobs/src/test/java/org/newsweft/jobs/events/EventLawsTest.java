package org.newsweft.jobs.events;

import static org.apache.spark.sql.functions.col;
import static org.assertj.core.api.Assertions.assertThat;
import static org.newsweft.measure.RandomCorpus.sortedRows;

import java.sql.Date;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.StructType;
import org.junit.jupiter.api.Test;
import org.newsweft.table.facts.DocumentVectors;
import org.newsweft.testing.SparkTest;

@SuppressWarnings("serial")
class EventLawsTest extends SparkTest {
    private static final StructType DOCUMENT = StructType.fromDDL(
            "doc_id string, title string, outlet string, language string, published_on date, published_precision string, is_copy boolean, story_id string");
    private static final EventSettings USUAL = EventSettings.USUAL;

    private final List<Row> documents = new ArrayList<>();
    private final List<Row> vectors = new ArrayList<>();

    @Test
    void theOrderAndPartitionsOfStoriesChangeNothing() {
        make(1, 120);
        List<String> once = sortedRows(members(documents, vectors, 1));
        List<Row> shuffledDocuments = new ArrayList<>(documents);
        List<Row> shuffledVectors = new ArrayList<>(vectors);
        Collections.shuffle(shuffledDocuments, new Random(2));
        Collections.shuffle(shuffledVectors, new Random(3));

        assertThat(sortedRows(members(shuffledDocuments, shuffledVectors, 3))).isEqualTo(once);
        assertThat(once).hasSize(120);
        // The corpus has some 24 happenings: if every story stood alone the law would say nothing.
        assertThat(members(documents, vectors, 1).select("event_id").distinct().count())
                .isBetween(10L, 80L);
    }

    @Test
    void roundsOverFramesAndInMemoryGiveTheSameGroups() {
        make(4, 90);
        Dataset<Row> stories = Stories.of(spark().createDataFrame(documents, DOCUMENT), USUAL);
        Dataset<Row> pairs = StoryLikeness.pairs(
                TermWeights.of(spark().createDataFrame(vectors, DocumentVectors.TABLE.schema()), stories, USUAL),
                stories,
                USUAL);

        assertThat(sortedRows(Clusters.of(pairs, USUAL.likeness(), 0)))
                .isNotEmpty()
                .isEqualTo(sortedRows(Clusters.of(pairs, USUAL.likeness())));
        assertThat(sortedRows(Clusters.of(pairs, USUAL.likeness(), pairs.count() - 5)))
                .isEqualTo(sortedRows(Clusters.of(pairs, USUAL.likeness())));
    }

    @Test
    void copiesChangeNoEvent() {
        make(5, 60);
        List<String> without = sortedRows(members(documents, vectors, 1));
        for (int i = 0; i < 20; i++) {
            Row story = documents.get(i);
            documents.add(RowFactory.create(
                    "copy" + i, story.get(1), "Other", null, story.get(4), story.get(5), true, story.get(0)));
        }

        assertThat(sortedRows(members(documents, vectors, 2))).isEqualTo(without);
    }

    @Test
    void whatIsWrittenMuchLaterDoesNotChangeEventsOfFullMonths() {
        make(6, 80);
        EventSettings months = new EventSettings(.11, .02, 100, 10, 10, 20, 60, .2, 5);
        List<String> before = sortedRows(members(documents, vectors, 1, months));
        int old = documents.size();
        make(7, 40);
        for (int i = old; i < documents.size(); i++) {
            Row later = documents.get(i);
            documents.set(
                    i,
                    RowFactory.create(
                            later.get(0),
                            later.get(1),
                            later.get(2),
                            null,
                            Date.valueOf(((Date) later.get(4)).toLocalDate().plusYears(1)),
                            "day",
                            false,
                            later.get(0)));
        }
        Dataset<Row> ofBefore =
                members(documents, vectors, 1, months).where(col("doc_id").startsWith("6-"));

        assertThat(sortedRows(ofBefore)).isEqualTo(before);
    }

    private Dataset<Row> members(List<Row> documents, List<Row> vectors, int partitions) {
        return members(documents, vectors, partitions, USUAL);
    }

    private Dataset<Row> members(List<Row> documents, List<Row> vectors, int partitions, EventSettings settings) {
        Dataset<Row> stories =
                Stories.of(spark().createDataFrame(documents, DOCUMENT).repartition(partitions), settings);
        Dataset<Row> weights = TermWeights.of(
                spark().createDataFrame(vectors, DocumentVectors.TABLE.schema()).repartition(partitions),
                stories,
                settings);
        Dataset<Row> pairs = StoryLikeness.pairs(weights, stories, settings);
        return EventMembers.dated(Clusters.of(pairs, settings.likeness()), stories);
    }

    /** Stories on happenings of chance, in May and June: a fifth of their words is of the happening. */
    private void make(long seed, int count) {
        Random random = new Random(seed);
        for (int i = 0; i < count; i++) {
            String id = seed + "-" + i;
            int happening = random.nextInt(count / 5);
            LocalDate day = LocalDate.of(2013, 5, 1).plusDays(happening * 60L / (count / 5) % 60 + random.nextInt(4));
            List<String> terms = new ArrayList<>();
            List<Long> counts = new ArrayList<>();
            for (int word = 0; word < 20; word++) {
                String term = word % 5 == 0
                        ? "happening" + happening + "word" + random.nextInt(6)
                        : "word" + (int) (200 * Math.pow(random.nextDouble(), 2));
                if (!terms.contains(term)) {
                    terms.add(term);
                    counts.add(1L + random.nextInt(3));
                }
            }
            documents.add(RowFactory.create(id, "Title", "X", null, Date.valueOf(day), "day", false, id));
            vectors.add(RowFactory.create(id, terms.toArray(), counts.toArray()));
        }
    }
}
