package org.newsweft.jobs.events;

import static org.apache.spark.sql.functions.col;
import static org.newsweft.jobs.engine.Frames.computedOnce;

import java.util.Set;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.newsweft.jobs.engine.Job;
import org.newsweft.jobs.engine.RunContext;
import org.newsweft.jobs.engine.Touched;
import org.newsweft.table.facts.DocumentTerms;
import org.newsweft.table.facts.DocumentVectors;
import org.newsweft.table.facts.Documents;
import org.newsweft.table.facts.Mentions;
import org.newsweft.table.facts.Quotes;
import org.newsweft.table.facts.Sentences;
import org.newsweft.table.figures.Entities;
import org.newsweft.table.figures.EventDocuments;
import org.newsweft.table.figures.Events;
import org.newsweft.table.schema.Table;

/**
 * Brings stories together that tell of one happening.
 *
 * <p>Input: {@code document_terms}, {@code mentions}, {@code quotes}, {@code documents}, {@code entities}; {@code
 * sentences} for articles without a headline.
 *
 * <p>Output: {@code document_vectors}, {@code event_documents}, {@code events}.
 */
public final class EventsJob implements Job<Touched, EventsJob.Result> {
    /**
     * What was found.
     *
     * @param events events there are, single stories included
     */
    public record Result(long events) {}

    private final EventSettings settings = EventSettings.USUAL;

    @Override
    public String name() {
        return "events";
    }

    @Override
    public Set<Table> reads() {
        return Set.of(
                Documents.TABLE, Mentions.TABLE, Quotes.TABLE, DocumentTerms.TABLE, Entities.TABLE, Sentences.TABLE);
    }

    @Override
    public Set<Table> writes() {
        return Set.of(DocumentVectors.TABLE, Events.TABLE, EventDocuments.TABLE);
    }

    @Override
    public Result run(RunContext run, Touched touched) {
        Dataset<Row> documents = run.read(Documents.TABLE);
        Dataset<Row> mentions = run.read(Mentions.TABLE);
        run.renew(
                DocumentVectors.TABLE,
                touched.documents(),
                StoryVectors.of(
                        run.readTouched(DocumentTerms.TABLE, touched),
                        run.readTouched(Mentions.TABLE, touched),
                        run.readTouched(Documents.TABLE, touched)),
                DocumentVectors.DOC_ID);

        Dataset<Row> stories = Stories.of(documents, settings);
        Dataset<Row> weights = computedOnce(TermWeights.of(run.read(DocumentVectors.TABLE), stories, settings));
        Dataset<Row> pairs = computedOnce(StoryLikeness.pairs(weights, stories, settings));
        Dataset<Row> dated = computedOnce(EventMembers.dated(Clusters.of(pairs, settings.likeness()), stories));
        Dataset<Row> members = stories.where(col(Stories.DAY).isNull()).isEmpty()
                ? dated
                : computedOnce(dated.unionByName(EventMembers.undated(dated, stories, weights, settings)));
        Dataset<Row> summaries =
                computedOnce(EventSummaries.of(members, stories, weights, documents, mentions, run.read(Quotes.TABLE)));
        run.replaceAll(EventDocuments.TABLE, EventRows.documents(summaries, documents));
        run.replaceAll(
                Events.TABLE,
                EventRows.of(
                        summaries,
                        computedOnce(EventRows.follows(dated, pairs, stories, settings)),
                        run.read(Entities.TABLE),
                        run.read(Sentences.TABLE)));
        return new Result(run.rowCount(Events.TABLE));
    }
}
