package org.newsweft.jobs.trends;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.sum;

import java.util.Set;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.newsweft.jobs.engine.Frames;
import org.newsweft.jobs.engine.Job;
import org.newsweft.jobs.engine.RunContext;
import org.newsweft.jobs.engine.Touched;
import org.newsweft.table.counts.TotalCounts;
import org.newsweft.table.facts.DocumentTerms;
import org.newsweft.table.facts.Documents;
import org.newsweft.table.facts.Mentions;
import org.newsweft.table.figures.Entities;
import org.newsweft.table.figures.EventDocuments;
import org.newsweft.table.figures.PeriodTotals;
import org.newsweft.table.figures.TermBursts;
import org.newsweft.table.figures.TermKeyness;
import org.newsweft.table.figures.TermTests;
import org.newsweft.table.figures.TermTrends;
import org.newsweft.table.schema.Table;

/**
 * Counts terms over time.
 *
 * <p>In two halves. Counts ({@link TermCounts}) add up, document by document: they go to {@code total_counts} and {@code
 * term_counts}. Figures are worked out from these counts alone; only which stories hold a term that stands out is looked up
 * ({@link TermStories}), so that one happening is one row.
 *
 * <p>Input: {@code document_terms}, {@code mentions}, {@code documents}, {@code entities}, {@code event_documents}.
 *
 * <p>Output: {@code total_counts}, {@code term_counts}; {@code period_totals}, {@code term_trends}, {@code term_tests},
 * {@code term_changes}, {@code term_bursts}, {@code term_keyness}.
 */
public final class TrendsJob implements Job<Touched, TrendsJob.Result> {
    /**
     * What was found.
     *
     * @param rows rows of term trends
     */
    public record Result(long rows) {}

    /** From this many dated stories on, a term has to occur in more than two of them to be followed. */
    private static final long STORIES_PER_DOCUMENT_ASKED = 500;

    private static final long LEAST_DOCUMENTS = 2;
    private static final long MOST_DOCUMENTS = 5;

    @Override
    public String name() {
        return "trends";
    }

    @Override
    public Set<Table> reads() {
        return Set.of(DocumentTerms.TABLE, Mentions.TABLE, Documents.TABLE, Entities.TABLE, EventDocuments.TABLE);
    }

    @Override
    public Set<Table> writes() {
        return Set.of(
                TotalCounts.TABLE,
                org.newsweft.table.counts.TermCounts.TABLE,
                PeriodTotals.TABLE,
                TermTrends.TABLE,
                TermTests.TABLE,
                TermKeyness.TABLE,
                org.newsweft.table.figures.TermChanges.TABLE,
                TermBursts.TABLE);
    }

    @Override
    public Result run(RunContext run, Touched touched) {
        count(run, touched);
        figures(run);
        return new Result(run.rowCount(TermTrends.TABLE));
    }

    /** Brings the counts up to date: what the touched documents say now, less what they said before. */
    private static void count(RunContext run, Touched touched) {
        // Articles whose words were not counted are in no denominator.
        Dataset<Row> now = run.readTouched(Documents.TABLE, touched).where(Documents.isAnalysed());
        Dataset<Row> before = run.readTouchedBefore(Documents.TABLE, touched).where(Documents.isAnalysed());
        run.count(TotalCounts.TABLE, TermCounts.totalsOf(now), TermCounts.totalsOf(before));
        run.count(
                org.newsweft.table.counts.TermCounts.TABLE,
                TermCounts.of(
                        run.readTouched(DocumentTerms.TABLE, touched),
                        run.readTouched(Mentions.TABLE, touched),
                        now,
                        run.read(Entities.TABLE)),
                TermCounts.of(
                        run.readTouchedBefore(DocumentTerms.TABLE, touched),
                        run.readTouchedBefore(Mentions.TABLE, touched),
                        before,
                        run.readPublished(Entities.TABLE)));
    }

    /** Everything that follows from counts; documents are asked only which stories hold the few terms that stand out. */
    private static void figures(RunContext run) {
        Dataset<Row> documents = run.read(Documents.TABLE).where(Documents.isAnalysed());
        long minimumSupport = run.settings().minimumSupport();
        Dataset<Row> totalCounts = run.readCounts(TotalCounts.TABLE);
        Dataset<Row> termCounts = run.readCounts(org.newsweft.table.counts.TermCounts.TABLE);
        run.replaceAll(PeriodTotals.TABLE, Totals.of(totalCounts));
        Dataset<Row> totals = run.read(PeriodTotals.TABLE);
        Dataset<Row> followed = Frames.computedOnce(
                FollowedTerms.of(termCounts, totalCounts, minimumDocuments(totalCounts, minimumSupport)));
        Calendars calendars = Calendars.of(totals);
        // What takes a whole series to work out is worked out where the series is: nothing is moved between.
        Dataset<Row> series = Frames.computedOnce(Bursts.found(
                TrendTests.tested(TermSeries.of(termCounts, calendars, followed), calendars),
                calendars,
                BurstSettings.USUAL));
        run.replaceAll(TermTrends.TABLE, Trends.of(series));
        run.replaceAll(TermTests.TABLE, TrendTests.of(series));
        run.replaceAll(TermKeyness.TABLE, Keyness.of(series, totals, termCounts, totalCounts, followed));

        Dataset<Row> entities = run.read(Entities.TABLE);
        Dataset<Row> changes = Frames.computedOnce(TermChanges.of(series, totals, entities));
        Dataset<Row> bursts = Bursts.of(series);
        Dataset<Row> told = Frames.computedOnce(TermStories.told(
                changes.select(TermBursts.KIND.col(), TermBursts.TERM.col())
                        .union(bursts.select(TermBursts.KIND.col(), TermBursts.TERM.col())),
                run.read(DocumentTerms.TABLE),
                run.read(Mentions.TABLE),
                documents,
                run.read(EventDocuments.TABLE)));
        run.replaceAll(org.newsweft.table.figures.TermChanges.TABLE, TermChanges.ranked(TermStories.of(changes, told)));
        run.replaceAll(TermBursts.TABLE, Bursts.explained(TermStories.of(bursts, told), entities));
    }

    private static long minimumDocuments(Dataset<Row> totalCounts, long minimumSupport) {
        Long dated = totalCounts
                .where(TotalCounts.PRECISION.col().notEqual("none"))
                .agg(coalesce(sum(TotalCounts.DOCUMENT_COUNT.col()), lit(0L)))
                .as(Encoders.LONG())
                .head();
        return minimumDocuments(dated, minimumSupport);
    }

    /** Stories a term has to occur in to be followed: 2 in a small corpus, 5 from 2,500 dated stories on. */
    static long minimumDocuments(long datedStories, long minimumSupport) {
        long bySize = Math.min(MOST_DOCUMENTS, Math.max(LEAST_DOCUMENTS, datedStories / STORIES_PER_DOCUMENT_ASKED));
        return Math.max(bySize, minimumSupport);
    }
}
