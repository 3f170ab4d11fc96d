package org.newsweft.jobs.stories;

import static org.newsweft.jobs.engine.Frames.computedOnce;
import static org.newsweft.jobs.engine.Frames.keys;
import static org.newsweft.jobs.engine.Frames.on;

import java.util.Set;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.newsweft.jobs.engine.Job;
import org.newsweft.jobs.engine.Readings;
import org.newsweft.jobs.engine.RunContext;
import org.newsweft.jobs.engine.Told;
import org.newsweft.table.facts.Documents;
import org.newsweft.table.facts.StoryPairs;
import org.newsweft.table.facts.StorySignatures;
import org.newsweft.table.schema.Table;

/**
 * Finds copies of earlier articles.
 *
 * <p>Input: the documents read in this run, and the signatures of all before. New documents meet old ones through the
 * bands of their signatures; nothing that was compared is compared again, and only stories are decided anew that have a
 * document in them that is new, changed or gone.
 *
 * <p>Output: {@code story_signatures} and {@code story_pairs}, the lake's own memory. It hands on {@code documents} with
 * {@code story_id}, {@code is_copy} and {@code copy_similarity}, older ones among them where an earlier article arrived late.
 */
public final class StoriesJob implements Job<Readings, Told> {
    private final CopySettings settings = CopySettings.DEFAULT;

    @Override
    public String name() {
        return "stories";
    }

    @Override
    public Set<Table> reads() {
        return Set.of(Documents.TABLE);
    }

    @Override
    public Set<Table> writes() {
        return Set.of(StorySignatures.TABLE, StoryPairs.TABLE);
    }

    @Override
    public Told run(RunContext run, Readings readings) {
        Dataset<Row> before = run.read(Documents.TABLE);
        Dataset<Row> obsolete = readings.obsolete();
        Dataset<Row> kept = before.join(obsolete, on(Documents.DOC_ID.name()), "left_anti");
        Dataset<Row> now = kept.unionByName(readings.documents());

        Dataset<Row> fresh = keys(Copies.signatures(run.isAnew() ? now : readings.documents(), settings));
        run.renew(StorySignatures.TABLE, obsolete, fresh, StorySignatures.DOC_ID);
        Dataset<Row> pairs = computedOnce(Copies.pairs(fresh, run.read(StorySignatures.TABLE), now, settings));
        run.renew(
                StoryPairs.TABLE,
                pairsWith(run.read(StoryPairs.TABLE), obsolete),
                pairs,
                StoryPairs.DOC_A,
                StoryPairs.DOC_B);

        Dataset<Row> members = run.isAnew() ? now : inTouchedStories(before, now, readings, pairs);
        Dataset<Row> memberIds = keys(members.select(Documents.DOC_ID.col()));
        Dataset<Row> linked = run.read(StoryPairs.TABLE)
                .join(memberIds, StoryPairs.DOC_A.col().equalTo(Documents.DOC_ID.col()), "left_semi");
        Dataset<Row> corrected = computedOnce(Stories.corrected(members, Stories.of(linked, members)));
        Dataset<Row> moved = keys(corrected
                .select(Documents.DOC_ID.col())
                .join(readings.documents(), on(Documents.DOC_ID.name()), "left_anti"));
        Dataset<Row> toWrite =
                readings.documents().unionByName(kept.join(moved, on(Documents.DOC_ID.name()), "left_semi"));
        Dataset<Row> unmoved = kept.join(moved, on(Documents.DOC_ID.name()), "left_anti");
        Dataset<Row> changed = Stories.withStories(toWrite, corrected);
        return new Told(readings, moved, changed, unmoved.unionByName(changed));
    }

    private static Dataset<Row> pairsWith(Dataset<Row> pairs, Dataset<Row> documents) {
        Column docId = Documents.DOC_ID.col();
        return pairs.join(documents, StoryPairs.DOC_A.col().equalTo(docId), "left_semi")
                .unionByName(pairs.join(documents, StoryPairs.DOC_B.col().equalTo(docId), "left_semi"));
    }

    /** The documents of all stories that a document has entered, left or changed in. */
    private static Dataset<Row> inTouchedStories(
            Dataset<Row> before, Dataset<Row> now, Readings readings, Dataset<Row> pairs) {
        Column docId = Documents.DOC_ID.col();
        Dataset<Row> fresh = readings.documents().select(docId);
        Dataset<Row> touched = keys(fresh.union(readings.obsolete())
                .union(pairs.select(StoryPairs.DOC_A.col()))
                .union(pairs.select(StoryPairs.DOC_B.col()))
                .distinct());
        Dataset<Row> stories = before.join(touched, on(Documents.DOC_ID.name()), "left_semi")
                .select(Documents.STORY_ID.col())
                .union(fresh)
                .distinct();
        return now.join(keys(stories), on(Documents.STORY_ID.name()), "left_semi");
    }
}
