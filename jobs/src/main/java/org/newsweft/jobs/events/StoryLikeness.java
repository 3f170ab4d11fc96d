package org.newsweft.jobs.events;

import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.floor;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.sequence;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.unix_date;
import static org.apache.spark.sql.functions.when;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.apache.spark.api.java.function.FlatMapGroupsFunction;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.newsweft.jobs.engine.Frames;
import org.newsweft.table.facts.Documents;

/**
 * Which stories are alike: the cosine of their vectors, less the more news lies between them.
 *
 * <p>Never all against all. Time is cut into stretches; a stretch is compared with itself and with those that the window
 * reaches from it, each pair of stretches in a task of its own: the stories of one are turned into an inverted index,
 * and each story of the other meets only those that share a term with it. What a task holds and does depends on how
 * much news there is in a stretch, not on how long the corpus is. Where stretches begin changes nothing.
 */
final class StoryLikeness {
    static final String DOC_A = "doc_a";
    static final String DOC_B = "doc_b";

    /** Column: likeness in millionths, an integer, so that sums are exact. */
    static final String LIKENESS = "likeness";

    static final long ONE = 1_000_000;

    private static final String STRETCH = "stretch";
    private static final String OFFSET = "offset";
    private static final String SIDE = "side";
    private static final String DAY_NUMBER = "day_number";

    /** Stretches that a window of days reaches beyond the own one. */
    private static final int REACH = 4;

    private static final StructType KEY =
            new StructType().add(STRETCH, DataTypes.LongType).add(OFFSET, DataTypes.IntegerType);
    private static final StructType PAIR = new StructType()
            .add(DOC_A, DataTypes.StringType, false)
            .add(DOC_B, DataTypes.StringType, false)
            .add(LIKENESS, DataTypes.LongType, false);

    private StoryLikeness() {}

    /**
     * Pairs of dated stories that are alike at least faintly.
     *
     * @param weights as by {@link TermWeights#of}
     * @param stories as by {@link Stories#of}
     * @param settings the window and how likeness fades in it
     * @return {@code doc_a} before {@code doc_b} by id, {@code likeness}
     */
    static Dataset<Row> pairs(Dataset<Row> weights, Dataset<Row> stories, EventSettings settings) {
        long window = (long) settings.windowNewsDays() * settings.fullDay();
        long stretch = (window + REACH - 1) / REACH;
        Column left = struct(col(STRETCH), col(OFFSET), lit(0).as(SIDE));
        Column right = struct(col(STRETCH).minus(col(OFFSET)).as(STRETCH), col(OFFSET), lit(1).as(SIDE));
        Dataset<Row> dated = stories.where(col(Stories.DAY).isNotNull())
                .select(Documents.DOC_ID.col(), col(Stories.DAY), col(Stories.POSITION));
        Dataset<Row> placed = weights.join(dated, Frames.on(Documents.DOC_ID.name()))
                .withColumn(STRETCH, floor(col(Stories.POSITION).divide(stretch)))
                .withColumn(DAY_NUMBER, unix_date(col(Stories.DAY)))
                .withColumn(OFFSET, explode(sequence(lit(0), lit(REACH))))
                .withColumn(
                        "place",
                        explode(when(col(OFFSET).equalTo(0), array(left)).otherwise(array(left, right))))
                .select(
                        col("place." + STRETCH),
                        col("place." + OFFSET),
                        col("place." + SIDE),
                        Documents.DOC_ID.col(),
                        col(Stories.POSITION),
                        col(DAY_NUMBER),
                        TermVector.hashes(),
                        col(TermWeights.WEIGHTS));
        double[] fading = fading(settings, window);
        FlatMapGroupsFunction<Row, Row, Row> compared =
                (key, rows) -> compared(key.getInt(1) == 0, rows, settings, fading);
        return placed.groupBy(col(STRETCH), col(OFFSET))
                .as(Encoders.row(KEY), Encoders.row(placed.schema()))
                .flatMapSortedGroups(new Column[] {col(SIDE), Documents.DOC_ID.col()}, compared, Encoders.row(PAIR));
    }

    private static double[] fading(EventSettings settings, long window) {
        double[] fading = new double[(int) window + 1];
        for (int gap = 0; gap < fading.length; gap++) {
            fading[gap] = StrictMath.exp(-gap / (settings.fadingDays() * settings.fullDay()));
        }
        return fading;
    }

    private static Iterator<Row> compared(
            boolean isOneStretch, Iterator<Row> rows, EventSettings settings, double[] fading) {
        Index index = new Index();
        List<Row> pairs = new ArrayList<>();
        while (rows.hasNext()) {
            Row row = rows.next();
            Story story =
                    new Story(row.getAs(Documents.DOC_ID.name()), row.getAs(Stories.POSITION), row.getAs(DAY_NUMBER));
            TermVector vector = TermVector.of(row);
            if (isOneStretch || row.<Integer>getAs(SIDE) == 1) {
                index.meet(story, vector, settings, fading, pairs);
            }
            if (row.<Integer>getAs(SIDE) == 0) {
                index.add(story, vector);
            }
        }
        return pairs.iterator();
    }

    /** A story in time: position in parts of a day of news, day counted from 1970-01-01. */
    private record Story(String docId, long position, int day) {}

    /** Stories that hold a term, with its weight in them. */
    private static final class Postings {
        private int[] stories = new int[4];
        private int[] weights = new int[4];
        private int size;

        private void add(int story, int weight) {
            if (size == stories.length) {
                stories = Arrays.copyOf(stories, 2 * size);
                weights = Arrays.copyOf(weights, 2 * size);
            }
            stories[size] = story;
            weights[size++] = weight;
        }
    }

    /** Stories by their terms. */
    private static final class Index {
        private final List<Story> stories = new ArrayList<>();
        private final Map<Long, Postings> postings = new HashMap<>();
        private long[] products = new long[64];
        private int[] met = new int[64];

        private void add(Story story, TermVector vector) {
            int number = stories.size();
            stories.add(story);
            if (products.length < stories.size()) {
                products = Arrays.copyOf(products, 2 * products.length);
                met = Arrays.copyOf(met, 2 * met.length);
            }
            for (int i = 0; i < vector.size(); i++) {
                postings.computeIfAbsent(vector.term(i), term -> new Postings()).add(number, vector.weight(i));
            }
        }

        /** Adds the pairs of this story with those of the index that are alike enough. */
        private void meet(Story story, TermVector vector, EventSettings settings, double[] fading, List<Row> pairs) {
            int found = 0;
            for (int i = 0; i < vector.size(); i++) {
                Postings holders = postings.get(vector.term(i));
                if (holders == null) {
                    continue;
                }
                long weight = vector.weight(i);
                for (int holder = 0; holder < holders.size; holder++) {
                    int other = holders.stories[holder];
                    if (products[other] == 0) {
                        met[found++] = other;
                    }
                    products[other] += weight * holders.weights[holder];
                }
            }
            for (int i = 0; i < found; i++) {
                long product = products[met[i]];
                products[met[i]] = 0;
                Story other = stories.get(met[i]);
                long gap = Math.abs(story.position() - other.position());
                if (gap < fading.length && Math.abs(story.day() - other.day()) <= settings.windowDays()) {
                    long likeness = Math.round(product / TermVector.square() * fading[(int) gap] * ONE);
                    if (likeness >= settings.faintLikeness() * ONE) {
                        boolean isFirst = story.docId().compareTo(other.docId()) < 0;
                        pairs.add(RowFactory.create(
                                isFirst ? story.docId() : other.docId(),
                                isFirst ? other.docId() : story.docId(),
                                likeness));
                    }
                }
            }
        }
    }
}
