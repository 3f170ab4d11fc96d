package org.newsweft.jobs.events;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.collect_list;
import static org.apache.spark.sql.functions.collect_set;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;

import java.sql.Date;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
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
import org.newsweft.table.facts.Mentions;
import org.newsweft.table.facts.Quotes;
import org.newsweft.table.figures.EventDocuments;
import org.newsweft.table.figures.Events;

/**
 * What the stories of an event say together. The stories of one event stand in the memory of the task that sums them up:
 * some 10 kB each.
 */
final class EventSummaries {
    /** Column: the entities that mark the event, strongest first: {@code entity_id}, stories, titles and quotes. */
    static final String NAMED = "named";

    /** Column: its stories: {@code doc_id} and {@code similarity}. */
    static final String STORIES = "stories";

    static final String ENTITY_ID = "entity_id";
    static final String DOCUMENTS = "documents";
    static final String TITLES = "titles";
    static final String QUOTES = "quotes";

    /** Among so many there are enough actors and places. */
    private static final int MOST_NAMED = 60;

    private static final int MOST_TERMS = 10;

    private static final String IN_TITLE = "in_title";
    private static final String SPEAKERS = "speakers";
    private static final String COPIES = "copies";

    private static final StructType EVENT = new StructType().add(EventDocuments.EVENT_ID.name(), DataTypes.StringType);

    private static final StructType ENTITY = new StructType()
            .add(ENTITY_ID, DataTypes.StringType, false)
            .add(DOCUMENTS, DataTypes.LongType, false)
            .add(TITLES, DataTypes.LongType, false)
            .add(QUOTES, DataTypes.LongType, false);

    private static final StructType STORY = new StructType()
            .add(EventDocuments.DOC_ID.name(), DataTypes.StringType, false)
            .add(EventDocuments.SIMILARITY.name(), DataTypes.DoubleType, false);

    private static final StructType SUMMARY = new StructType()
            .add(Events.EVENT_ID.name(), DataTypes.StringType, false)
            .add(Events.TITLE.name(), DataTypes.StringType)
            .add(Events.STARTED_ON.name(), DataTypes.DateType, false)
            .add(Events.ENDED_ON.name(), DataTypes.DateType, false)
            .add(Events.PEAK_ON.name(), DataTypes.DateType, false)
            .add(Events.DOCUMENT_COUNT.name(), DataTypes.LongType, false)
            .add(Events.DOCUMENT_COUNT_WITH_COPIES.name(), DataTypes.LongType, false)
            .add(Events.OUTLET_COUNT.name(), DataTypes.LongType, false)
            .add(Events.TERMS.name(), DataTypes.createArrayType(DataTypes.StringType, false), false)
            .add(Events.CENTRAL_DOC_ID.name(), DataTypes.StringType, false)
            .add(NAMED, DataTypes.createArrayType(ENTITY, false), false)
            .add(STORIES, DataTypes.createArrayType(STORY, false), false);

    private EventSummaries() {}

    /**
     * One row per event.
     *
     * @param members {@code event_id} and {@code doc_id} of every story of an event
     * @param stories as by {@link Stories#of}
     * @param weights as by {@link TermWeights#of}
     * @param documents rows of {@link Documents}, for the copies
     * @param mentions rows of {@link Mentions}
     * @param quotes rows of {@link Quotes}
     * @return the columns of {@link Events} that stories alone decide, {@link #NAMED} and {@link #STORIES}; {@code title}
     *     is null where the central article has none
     */
    static Dataset<Row> of(
            Dataset<Row> members,
            Dataset<Row> stories,
            Dataset<Row> weights,
            Dataset<Row> documents,
            Dataset<Row> mentions,
            Dataset<Row> quotes) {
        Dataset<Row> inTitle = mentions.where(Mentions.SENTENCE_NO.col().equalTo(0L))
                .groupBy(Mentions.DOC_ID.col())
                .agg(collect_set(Mentions.ENTITY_ID.col()).as(IN_TITLE));
        Dataset<Row> speakers = quotes.where(Quotes.SPEAKER_ENTITY_ID.col().isNotNull())
                .groupBy(Quotes.DOC_ID.col())
                .agg(collect_list(Quotes.SPEAKER_ENTITY_ID.col()).as(SPEAKERS));
        Dataset<Row> copies = documents
                .where(Documents.IS_COPY.col())
                .groupBy(Documents.STORY_ID.col().as(Documents.DOC_ID.name()))
                .agg(count(lit(1)).as(COPIES));
        Dataset<Row> told = members.join(stories, Frames.on(Documents.DOC_ID.name()))
                .join(weights, Frames.on(Documents.DOC_ID.name()), "left_outer")
                .join(inTitle, Frames.on(Documents.DOC_ID.name()), "left_outer")
                .join(speakers, Frames.on(Documents.DOC_ID.name()), "left_outer")
                .join(copies, Frames.on(Documents.DOC_ID.name()), "left_outer")
                .select(
                        EventDocuments.EVENT_ID.col(),
                        Documents.DOC_ID.col(),
                        Documents.TITLE.col(),
                        Documents.OUTLET.col(),
                        col(Stories.DAY),
                        col(TermWeights.TERMS),
                        TermVector.hashes(),
                        col(TermWeights.WEIGHTS),
                        col(IN_TITLE),
                        col(SPEAKERS),
                        coalesce(col(COPIES), lit(0L)).as(COPIES));
        FlatMapGroupsFunction<Row, Row, Row> summary =
                (event, rows) -> List.of(summary(event.getString(0), rows)).iterator();
        return told.groupBy(EventDocuments.EVENT_ID.col())
                .as(Encoders.row(EVENT), Encoders.row(told.schema()))
                .flatMapSortedGroups(
                        new Column[] {col(Stories.DAY).asc_nulls_last(), Documents.DOC_ID.col()},
                        summary,
                        Encoders.row(SUMMARY));
    }

    /** One story of an event; the day is null where it has none. */
    private record Story(String docId, Date day, boolean hasTitle, String title, TermVector vector) {}

    /** How often an entity or a word is in an event, and what it weighs in all. */
    private static final class Mark {
        private long strength;
        private long documents;
        private long titles;
        private long quotes;
    }

    /** The stories come by day, undated ones last, then by id. */
    private static Row summary(String eventId, Iterator<Row> rows) {
        List<Story> stories = new ArrayList<>();
        Map<String, Mark> marks = new TreeMap<>();
        TreeMap<Date, Long> days = new TreeMap<>();
        Map<Long, Long> sums = new HashMap<>();
        Set<String> outlets = new HashSet<>();
        long copies = 0;
        while (rows.hasNext()) {
            Row row = rows.next();
            String title = row.getAs(Documents.TITLE.name());
            Story story = new Story(
                    row.getAs(Documents.DOC_ID.name()),
                    row.getAs(Stories.DAY),
                    title != null && !title.isBlank(),
                    title,
                    TermVector.of(row));
            stories.add(story);
            copies += row.<Long>getAs(COPIES);
            if (row.getAs(Documents.OUTLET.name()) != null) {
                outlets.add(row.getAs(Documents.OUTLET.name()));
            }
            if (story.day() != null) {
                days.merge(story.day(), 1L, Long::sum);
            }
            for (int i = 0; i < story.vector().size(); i++) {
                sums.merge(story.vector().term(i), (long) story.vector().weight(i), Long::sum);
            }
            mark(marks, row, story);
        }
        double length = Math.sqrt((double) squares(sums));
        double[] similarities = stories.stream()
                .mapToDouble(story -> cosine(story.vector(), sums, length))
                .toArray();
        Story central = central(stories, similarities);
        List<Row> documents = new ArrayList<>();
        for (int i = 0; i < similarities.length; i++) {
            documents.add(RowFactory.create(stories.get(i).docId(), similarities[i]));
        }
        int shared = stories.size() > 1 ? 2 : 1;
        return RowFactory.create(
                eventId,
                central.hasTitle() ? central.title() : null,
                days.firstKey(),
                days.lastKey(),
                peak(days),
                (long) stories.size(),
                stories.size() + copies,
                (long) outlets.size(),
                Frames.array(strongest(marks, shared, term -> !isEntity(term), MOST_TERMS)),
                central.docId(),
                Frames.array(strongest(marks, shared, EventSummaries::isEntity, MOST_NAMED).stream()
                        .map(entity -> entity(entity, marks.get(entity)))
                        .toList()),
                Frames.array(documents));
    }

    private static void mark(Map<String, Mark> marks, Row row, Story story) {
        List<String> terms = list(row, TermWeights.TERMS);
        List<Long> weights = list(row, TermWeights.WEIGHTS);
        for (int i = 0; i < terms.size(); i++) {
            Mark mark = marks.computeIfAbsent(terms.get(i), term -> new Mark());
            mark.strength += weights.get(i);
            mark.documents++;
        }
        if (story.hasTitle()) {
            for (String entity : EventSummaries.<String>list(row, IN_TITLE)) {
                marks.computeIfAbsent(entity, term -> new Mark()).titles++;
            }
        }
        for (String speaker : EventSummaries.<String>list(row, SPEAKERS)) {
            marks.computeIfAbsent(speaker, term -> new Mark()).quotes++;
        }
    }

    private static <T> List<T> list(Row row, String column) {
        return row.isNullAt(row.fieldIndex(column)) ? List.of() : row.getList(row.fieldIndex(column));
    }

    private static boolean isEntity(String term) {
        return term.indexOf(':') >= 0;
    }

    private static List<String> strongest(Map<String, Mark> marks, int shared, Predicate<String> wanted, int most) {
        return marks.entrySet().stream()
                .filter(mark -> mark.getValue().documents >= shared && wanted.test(mark.getKey()))
                .sorted(Comparator.comparingLong((Map.Entry<String, Mark> mark) -> -mark.getValue().strength)
                        .thenComparing(Map.Entry::getKey))
                .limit(most)
                .map(Map.Entry::getKey)
                .toList();
    }

    private static Row entity(String entity, Mark mark) {
        return RowFactory.create(entity, mark.documents, mark.titles, mark.quotes);
    }

    /** Cosine of a story with the sum of all, six decimals; 0 for one without terms. */
    private static double cosine(TermVector vector, Map<Long, Long> sums, double length) {
        long product = 0;
        long square = 0;
        for (int i = 0; i < vector.size(); i++) {
            product += vector.weight(i) * sums.get(vector.term(i));
            square += (long) vector.weight(i) * vector.weight(i);
        }
        if (square == 0) {
            return 0;
        }
        return Math.round(product / Math.sqrt((double) square) / length * 1e6) / 1e6;
    }

    private static long squares(Map<Long, Long> sums) {
        long squares = 0;
        for (long sum : sums.values()) {
            squares += sum * sum;
        }
        return squares;
    }

    /** The most similar among dated stories with a title, where there is one; the first of several. */
    private static Story central(List<Story> stories, double[] similarities) {
        int central = 0;
        for (int i = 1; i < similarities.length; i++) {
            Story story = stories.get(i);
            Story best = stories.get(central);
            boolean isBetter =
                    story.hasTitle() == best.hasTitle() ? similarities[i] > similarities[central] : story.hasTitle();
            if (story.day() != null && isBetter) {
                central = i;
            }
        }
        return stories.get(central);
    }

    private static Date peak(Map<Date, Long> days) {
        Date peak = null;
        long most = 0;
        for (Map.Entry<Date, Long> day : days.entrySet()) {
            if (day.getValue() > most) {
                most = day.getValue();
                peak = day.getKey();
            }
        }
        return peak;
    }
}
