package org.newsweft.jobs.events;

import static org.apache.spark.sql.functions.col;
import static org.newsweft.jobs.Frames.computedOnce;

import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.newsweft.jobs.Job;
import org.newsweft.jobs.RunContext;
import org.newsweft.store.Warehouse;
import org.newsweft.table.DocumentTerms;
import org.newsweft.table.DocumentVectors;
import org.newsweft.table.Documents;
import org.newsweft.table.Entities;
import org.newsweft.table.EventDocuments;
import org.newsweft.table.Events;
import org.newsweft.table.Mentions;
import org.newsweft.table.Quotes;
import org.newsweft.table.Sentences;

/**
 * Brings stories together that tell of one happening.
 *
 * <p>Input: {@code document_terms}, {@code mentions}, {@code quotes}, {@code documents}, {@code entities}; {@code
 * sentences} for articles without a headline.
 *
 * <p>Output: {@code document_vectors}, {@code event_documents}, {@code events}.
 */
public final class EventsJob implements Job<EventsJob.Result> {
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
    public Result run(RunContext run) {
        Warehouse warehouse = run.warehouse();
        Dataset<Row> documents = warehouse.read(Documents.TABLE);
        Dataset<Row> mentions = warehouse.read(Mentions.TABLE);
        warehouse.replaceAll(
                DocumentVectors.TABLE,
                StoryVectors.of(warehouse.read(DocumentTerms.TABLE), mentions, documents));

        Dataset<Row> stories = Stories.of(documents, settings);
        Dataset<Row> weights =
                computedOnce(TermWeights.of(warehouse.read(DocumentVectors.TABLE), stories, settings));
        Dataset<Row> pairs = computedOnce(StoryLikeness.pairs(weights, stories, settings));
        Dataset<Row> dated = computedOnce(EventMembers.dated(Clusters.of(pairs, settings.likeness()), stories));
        Dataset<Row> members = stories.where(col(Stories.DAY).isNull()).isEmpty()
                ? dated
                : computedOnce(dated.unionByName(EventMembers.undated(dated, stories, weights, settings)));
        Dataset<Row> summaries = computedOnce(EventSummaries.of(
                members, stories, weights, documents, mentions, warehouse.read(Quotes.TABLE)));
        warehouse.replaceAll(EventDocuments.TABLE, EventRows.documents(summaries, documents));
        warehouse.replaceAll(
                Events.TABLE,
                EventRows.of(
                        summaries,
                        computedOnce(EventRows.follows(dated, pairs, stories, settings)),
                        warehouse.read(Entities.TABLE),
                        warehouse.read(Sentences.TABLE)));
        return new Result(warehouse.rowCount(Events.TABLE));
    }
}
