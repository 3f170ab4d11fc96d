package org.newsweft.jobs.tone;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.countDistinct;
import static org.apache.spark.sql.functions.count_if;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.size;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.trim;
import static org.apache.spark.sql.functions.when;

import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;
import org.newsweft.measure.EntityPairs;
import org.newsweft.measure.ExactMean;
import org.newsweft.table.facts.Documents;
import org.newsweft.table.facts.Mentions;
import org.newsweft.table.facts.Quotes;
import org.newsweft.table.facts.Sentences;
import org.newsweft.table.figures.EntityTone;
import org.newsweft.table.figures.PairTone;
import org.newsweft.table.figures.SpeakerTone;

/**
 * What all figures of tone are made of: counts and exact sums of scores, by the date of the document as precisely as it
 * is known. Copies of a story are left out.
 *
 * <p>Every number adds up: what is counted of two sets of documents apart, summed by the keys, is what is counted of both
 * together. So counts of documents that did not change can be kept and need not be taken again. Sums are decimals and
 * the same in every order.
 */
final class ToneCounts {
    /** Sum of scores, a decimal. */
    static final String SUM = "score_sum";
    /** Sum of squared scores, a decimal. */
    static final String SQUARES = "score_squares";
    /** Sum of the scores inside direct speech, a decimal. */
    static final String QUOTED_SUM = "quoted_sum";
    /** Sum of the probabilities that a mention is not neutral, a decimal. */
    static final String TONED_SUM = "toned_sum";

    private static final List<String> DATE =
            List.of(Documents.PUBLISHED_ON.name(), Documents.PUBLISHED_PRECISION.name());

    private static final String QUOTE_DOC = "quote_doc";
    private static final String QUOTE_SENTENCE = "quote_sentence";
    private static final String QUOTE_START = "quote_start";
    private static final String QUOTE_END = "quote_end";
    private static final String HAS_TITLE = "has_title";

    private ToneCounts() {}

    /**
     * Counts of mentions by entity, outlet and date.
     *
     * @param mentions rows of {@link Mentions}
     * @param documents rows of {@link Documents}
     */
    static Dataset<Row> ofEntities(Dataset<Row> mentions, Dataset<Row> documents) {
        Column score = Mentions.SCORE.col();
        Column quoted = when(Mentions.IS_QUOTED.col(), score);
        // By document first: rows that lie together by document need not be moved to count the sentences of each.
        Dataset<Row> byDocument = mentions.where(Mentions.ENTITY_ID.col().isNotNull())
                .join(stories(documents), Documents.DOC_ID.name())
                .groupBy(keys(DATE, Mentions.DOC_ID.name(), Mentions.ENTITY_ID.name(), Documents.OUTLET.name()))
                .agg(
                        count(lit(1)).as(EntityTone.MENTION_COUNT.name()),
                        size(functions.collect_set(Mentions.SENTENCE_NO.col()))
                                .cast("long")
                                .as(EntityTone.SENTENCE_COUNT.name()),
                        labelled(Mentions.LABEL.col(), "negative").as(EntityTone.NEGATIVE_COUNT.name()),
                        labelled(Mentions.LABEL.col(), "neutral").as(EntityTone.NEUTRAL_COUNT.name()),
                        labelled(Mentions.LABEL.col(), "positive").as(EntityTone.POSITIVE_COUNT.name()),
                        ExactMean.sumOf(score).as(SUM),
                        ExactMean.sumOfSquaresOf(score).as(SQUARES),
                        ExactMean.countOf(quoted).as(EntityTone.QUOTED_COUNT.name()),
                        ExactMean.sumOf(coalesce(quoted, lit(0.0))).as(QUOTED_SUM),
                        ExactMean.sumOf(lit(1.0).minus(Mentions.NEUTRAL.col())).as(TONED_SUM));
        return added(
                byDocument,
                keys(DATE, Mentions.ENTITY_ID.name(), Documents.OUTLET.name()),
                EntityTone.MENTION_COUNT.name(),
                EntityTone.SENTENCE_COUNT.name(),
                EntityTone.NEGATIVE_COUNT.name(),
                EntityTone.NEUTRAL_COUNT.name(),
                EntityTone.POSITIVE_COUNT.name(),
                EntityTone.QUOTED_COUNT.name(),
                SUM,
                SQUARES,
                QUOTED_SUM,
                TONED_SUM);
    }

    /**
     * Counts of the sentences that name both of a pair, by date.
     *
     * @param mentions rows of {@link Mentions}
     * @param sentences rows of {@link Sentences}
     * @param documents rows of {@link Documents}
     */
    static Dataset<Row> ofPairs(Dataset<Row> mentions, Dataset<Row> sentences, Dataset<Row> documents) {
        Dataset<Row> units = EntityPairs.units(mentions, Mentions.DOC_ID.col(), Mentions.SENTENCE_NO.col());
        Dataset<Row> tones = sentences.select(
                Sentences.DOC_ID.col(),
                Sentences.SENTENCE_NO.col(),
                Sentences.SCORE.col(),
                Sentences.LABEL.col(),
                Sentences.CONFLICT_COUNT.col(),
                Sentences.COOPERATION_COUNT.col());
        Column label = Sentences.LABEL.col();
        return EntityPairs.withPairs(units.join(
                                tones, new String[] {Sentences.DOC_ID.name(), Sentences.SENTENCE_NO.name()})
                        .join(stories(documents), Documents.DOC_ID.name()))
                .groupBy(keys(DATE, PairTone.ENTITY_A.name(), PairTone.ENTITY_B.name()))
                .agg(
                        count(lit(1)).as(PairTone.SENTENCE_COUNT.name()),
                        ExactMean.sumOf(Sentences.SCORE.col()).as(SUM),
                        ExactMean.sumOfSquaresOf(Sentences.SCORE.col()).as(SQUARES),
                        labelled(label, "negative").as(PairTone.NEGATIVE_COUNT.name()),
                        labelled(label, "neutral").as(PairTone.NEUTRAL_COUNT.name()),
                        labelled(label, "positive").as(PairTone.POSITIVE_COUNT.name()),
                        total(Sentences.CONFLICT_COUNT.name()),
                        total(Sentences.COOPERATION_COUNT.name()));
    }

    /**
     * Counts of mentions in the direct speech of somebody else, by speaker, entity and date.
     *
     * @param quotes rows of {@link Quotes}
     * @param mentions rows of {@link Mentions}
     * @param documents rows of {@link Documents}
     */
    static Dataset<Row> ofSpeakers(Dataset<Row> quotes, Dataset<Row> mentions, Dataset<Row> documents) {
        Dataset<Row> spoken = quotes.where(Quotes.SPEAKER_ENTITY_ID.col().isNotNull())
                .select(
                        Quotes.DOC_ID.col().as(QUOTE_DOC),
                        Quotes.SENTENCE_NO.col().as(QUOTE_SENTENCE),
                        Quotes.START.col().as(QUOTE_START),
                        Quotes.END.col().as(QUOTE_END),
                        Quotes.SPEAKER_ENTITY_ID.col());
        // Offsets of the title, which is sentence 0, are counted apart from those of the text.
        Column title = Documents.TITLE.col();
        Dataset<Row> stories = documents
                .where(not(Documents.IS_COPY.col()))
                .select(
                        Documents.DOC_ID.col(),
                        Documents.PUBLISHED_ON.col(),
                        Documents.PUBLISHED_PRECISION.col(),
                        coalesce(trim(title).notEqual(""), lit(false)).as(HAS_TITLE));
        Column sentence = Mentions.SENTENCE_NO.col();
        Column samePart = not(col(HAS_TITLE)).or(col(QUOTE_SENTENCE).equalTo(0).equalTo(sentence.equalTo(0)));
        Column inside = col(QUOTE_DOC)
                .equalTo(Mentions.DOC_ID.col())
                .and(col(QUOTE_START).leq(Mentions.START.col()))
                .and(Mentions.END.col().leq(col(QUOTE_END)))
                .and(col(Quotes.SPEAKER_ENTITY_ID.name()).notEqual(Mentions.ENTITY_ID.col()));
        return mentions.where(Mentions.ENTITY_ID.col().isNotNull())
                .join(spoken, inside)
                .join(stories, Documents.DOC_ID.name())
                .where(samePart)
                // No document has two dates: distinct quotes and documents of one date add up with those of others.
                .groupBy(keys(DATE, Quotes.SPEAKER_ENTITY_ID.name(), Mentions.ENTITY_ID.name()))
                .agg(
                        countDistinct(Mentions.DOC_ID.col(), col(QUOTE_SENTENCE), col(QUOTE_START))
                                .as(SpeakerTone.QUOTE_COUNT.name()),
                        countDistinct(Mentions.DOC_ID.col()).as(SpeakerTone.STORY_COUNT.name()),
                        count(lit(1)).as(SpeakerTone.MENTION_COUNT.name()),
                        labelled(Mentions.LABEL.col(), "negative").as(SpeakerTone.NEGATIVE_COUNT.name()),
                        labelled(Mentions.LABEL.col(), "positive").as(SpeakerTone.POSITIVE_COUNT.name()),
                        ExactMean.sumOf(Mentions.SCORE.col()).as(SUM),
                        ExactMean.sumOfSquaresOf(Mentions.SCORE.col()).as(SQUARES));
    }

    /** Adds up counts by coarser keys. */
    static Dataset<Row> added(Dataset<Row> counts, Column[] keys, String... columns) {
        Column[] totals = new Column[columns.length];
        for (int i = 0; i < columns.length; i++) {
            totals[i] = total(columns[i]);
        }
        Column[] rest = new Column[totals.length - 1];
        System.arraycopy(totals, 1, rest, 0, rest.length);
        return counts.groupBy(keys).agg(totals[0], rest);
    }

    private static Column[] keys(List<String> some, String... more) {
        List<Column> keys = new ArrayList<>();
        some.forEach(name -> keys.add(col(name)));
        List.of(more).forEach(name -> keys.add(col(name)));
        return keys.toArray(Column[]::new);
    }

    /** Documents that are no copies, with what places them in a period and an outlet. */
    private static Dataset<Row> stories(Dataset<Row> documents) {
        return documents
                .where(not(Documents.IS_COPY.col()))
                .select(
                        Documents.DOC_ID.col(),
                        Documents.PUBLISHED_ON.col(),
                        Documents.PUBLISHED_PRECISION.col(),
                        Documents.OUTLET.col());
    }

    private static Column labelled(Column label, String value) {
        return count_if(label.equalTo(value));
    }

    private static Column total(String column) {
        return sum(col(column)).as(column);
    }
}
