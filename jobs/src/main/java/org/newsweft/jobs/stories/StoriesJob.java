package org.newsweft.jobs.stories;

import static org.newsweft.jobs.Frames.computedOnce;

import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.newsweft.jobs.Job;
import org.newsweft.jobs.RunContext;
import org.newsweft.store.Warehouse;
import org.newsweft.table.Documents;
import org.newsweft.table.StoryPairs;
import org.newsweft.table.StorySignatures;

/**
 * Finds copies of earlier articles.
 *
 * <p>Input: the documents of this run, and the signatures of all before. New documents meet old ones through the bands of
 * their signatures; nothing that was compared is compared again.
 *
 * <p>Output: {@code story_id}, {@code is_copy} and {@code copy_similarity} of {@code documents}, also of older ones when
 * an earlier article arrives late.
 */
public final class StoriesJob implements Job<StoriesJob.Result> {
    /**
     * What was found.
     *
     * @param corrected documents whose story changed
     */
    public record Result(long corrected) {}

    private final CopySettings settings = CopySettings.DEFAULT;
    private final Dataset<Row> obsolete;

    /** @param obsolete {@code doc_id} of documents whose old text counts no more */
    public StoriesJob(Dataset<Row> obsolete) {
        this.obsolete = obsolete;
    }

    @Override
    public String name() {
        return "stories";
    }

    @Override
    public Result run(RunContext run) {
        Warehouse warehouse = run.warehouse();
        if (!obsolete.isEmpty()) {
            warehouse.delete(StorySignatures.TABLE, obsolete, StorySignatures.DOC_ID);
            Column docId = Documents.DOC_ID.col();
            warehouse.delete(StoryPairs.TABLE, obsolete.select(docId.as(StoryPairs.DOC_A.name())), StoryPairs.DOC_A);
            warehouse.delete(StoryPairs.TABLE, obsolete.select(docId.as(StoryPairs.DOC_B.name())), StoryPairs.DOC_B);
        }
        Dataset<Row> documents = warehouse.read(Documents.TABLE);
        Dataset<Row> fresh = computedOnce(
                Copies.signatures(documents.where(Documents.RUN_ID.col().equalTo(run.runId())), settings));
        warehouse.append(StorySignatures.TABLE, fresh);
        warehouse.append(
                StoryPairs.TABLE, Copies.pairs(fresh, warehouse.read(StorySignatures.TABLE), documents, settings));

        Dataset<Row> stories = Stories.of(warehouse.read(StoryPairs.TABLE), documents);
        Dataset<Row> corrected = computedOnce(Stories.corrected(documents, stories));
        long count = corrected.count();
        if (count > 0) {
            warehouse.delete(Documents.TABLE, corrected, Documents.DOC_ID);
            warehouse.append(Documents.TABLE, corrected);
        }
        return new Result(count);
    }
}
