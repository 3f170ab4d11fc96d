package org.newsweft.jobs.events;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.collect_list;
import static org.apache.spark.sql.functions.concat;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.instr;
import static org.apache.spark.sql.functions.length;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.lower;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.negate;
import static org.apache.spark.sql.functions.regexp_replace;
import static org.apache.spark.sql.functions.slice;
import static org.apache.spark.sql.functions.sort_array;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.transform;
import static org.apache.spark.sql.functions.trim;
import static org.apache.spark.sql.functions.when;

import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.newsweft.jobs.engine.Frames;
import org.newsweft.table.facts.DocumentTerms;
import org.newsweft.table.facts.DocumentVectors;
import org.newsweft.table.facts.Documents;
import org.newsweft.table.facts.Mentions;

/**
 * What each story is about: its words and the entities it names, with their counts. A row depends on its document alone,
 * and on who the corpus says is meant in it.
 */
public final class StoryVectors {
    private static final int MOST_TERMS = 1_000;

    /** What is in the title counts so much more. */
    private static final long TITLE_EXTRA = 2;

    private static final String TITLE = "title_words";
    private static final String TERM = "term";
    private static final String COUNT = "term_count";

    private StoryVectors() {}

    /**
     * The vectors of these documents.
     *
     * @param documentTerms rows of {@link DocumentTerms}; words alone are used
     * @param mentions rows of {@link Mentions}
     * @param documents rows of {@link Documents}; copies and what is not analysed is left out
     * @return rows of {@link DocumentVectors}; a story without any term has none
     */
    public static Dataset<Row> of(Dataset<Row> documentTerms, Dataset<Row> mentions, Dataset<Row> documents) {
        Dataset<Row> stories = Stories.told(documents)
                .select(
                        Documents.DOC_ID.col(),
                        titleWords(Documents.TITLE.col()).as(TITLE));
        Dataset<Row> terms = words(documentTerms, stories).unionByName(entities(mentions, stories));
        Column ranked =
                slice(sort_array(collect_list(struct(negate(col(COUNT)).as("rank"), col(TERM)))), 1, MOST_TERMS);
        return DocumentVectors.TABLE.rows(terms.groupBy(Documents.DOC_ID.col())
                .agg(ranked.as("ranked"))
                .withColumn(DocumentVectors.TERMS.name(), transform(col("ranked"), term -> term.getField(TERM)))
                .withColumn(
                        DocumentVectors.COUNTS.name(),
                        transform(col("ranked"), term -> negate(term.getField("rank")))));
    }

    private static Dataset<Row> words(Dataset<Row> documentTerms, Dataset<Row> stories) {
        Column inTitle = instr(col(TITLE), concat(lit(" "), DocumentTerms.TERM.col(), lit(" ")))
                .gt(0);
        return documentTerms
                .where(DocumentTerms.KIND.col().equalTo("word"))
                .join(stories, Frames.on(Documents.DOC_ID.name()))
                .select(
                        Documents.DOC_ID.col(),
                        DocumentTerms.TERM.col().as(TERM),
                        withTitle(DocumentTerms.TERM_COUNT.col(), inTitle).as(COUNT));
    }

    private static Dataset<Row> entities(Dataset<Row> mentions, Dataset<Row> stories) {
        return mentions.where(Mentions.ENTITY_ID.col().isNotNull())
                .groupBy(Mentions.DOC_ID.col(), Mentions.ENTITY_ID.col())
                .agg(
                        count(lit(1)).as("mentioned"),
                        min(Mentions.SENTENCE_NO.col()).as("first_sentence"))
                .join(stories, Frames.on(Documents.DOC_ID.name()))
                .select(
                        Documents.DOC_ID.col(),
                        Mentions.ENTITY_ID.col().as(TERM),
                        withTitle(col("mentioned"), isTitle(col("first_sentence")))
                                .as(COUNT));
    }

    private static Column withTitle(Column count, Column inTitle) {
        return count.plus(when(inTitle, TITLE_EXTRA).otherwise(0L));
    }

    /** The title is sentence 0 of documents that have one. */
    private static Column isTitle(Column sentence) {
        return sentence.equalTo(0L).and(length(col(TITLE)).gt(2));
    }

    /** The words of a title in lower case without possessive endings, one blank before and after each. */
    private static Column titleWords(Column title) {
        Column words = regexp_replace(lower(title), "[^\\p{L}\\p{M}\\p{N}'\u2019-]+", " ");
        Column bare = regexp_replace(regexp_replace(words, "['\u2019]s(?= |$)", ""), "\u2019", "'");
        return when(title.isNull(), lit("")).otherwise(concat(lit(" "), trim(bare), lit(" ")));
    }
}
