package org.newsweft.jobs.trends;

import java.util.Set;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.newsweft.jobs.Frames;
import org.newsweft.jobs.Job;
import org.newsweft.jobs.RunContext;
import org.newsweft.jobs.Touched;
import org.newsweft.table.DocumentTerms;
import org.newsweft.table.Documents;
import org.newsweft.table.Mentions;
import org.newsweft.table.PeriodTotals;
import org.newsweft.table.Table;
import org.newsweft.table.TermBursts;
import org.newsweft.table.TermKeyness;
import org.newsweft.table.TermTests;
import org.newsweft.table.TermTrends;

/**
 * Counts terms over time.
 *
 * <p>Input: {@code document_terms}, {@code mentions}, {@code documents}.
 *
 * <p>Output: {@code period_totals}, {@code term_trends}, {@code term_tests}, {@code term_bursts}, {@code term_keyness}.
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
        return Set.of(DocumentTerms.TABLE, Mentions.TABLE, Documents.TABLE);
    }

    @Override
    public Set<Table> writes() {
        return Set.of(
                PeriodTotals.TABLE, TermTrends.TABLE, TermTests.TABLE, TermBursts.TABLE, TermKeyness.TABLE);
    }

    @Override
    public Result run(RunContext run, Touched touched) {
        // Articles whose words were not counted are in no denominator.
        Dataset<Row> documents = run.read(Documents.TABLE).where(Documents.isAnalysed());
        run.replaceAll(PeriodTotals.TABLE, Totals.of(documents));
        Dataset<Row> totals = run.read(PeriodTotals.TABLE);
        long dated = documents
                .where(Documents.PUBLISHED_ON
                        .col()
                        .isNotNull()
                        .and(Documents.IS_COPY.col().equalTo(false)))
                .count();
        Dataset<Row> series = Frames.computedOnce(TermSeries.of(
                run.read(DocumentTerms.TABLE),
                run.read(Mentions.TABLE),
                documents,
                totals,
                minimumDocuments(dated, run.settings().minimumSupport())));
        run.replaceAll(TermTrends.TABLE, Trends.of(series));
        run.replaceAll(TermTests.TABLE, TrendTests.of(series));
        run.replaceAll(TermBursts.TABLE, Bursts.of(series, BurstSettings.USUAL));
        run.replaceAll(TermKeyness.TABLE, Keyness.of(series));
        return new Result(run.rowCount(TermTrends.TABLE));
    }

    /** Stories a term has to occur in to be followed: 2 in a small corpus, 5 from 2,500 dated stories on. */
    static long minimumDocuments(long datedStories, long minimumSupport) {
        long bySize = Math.min(MOST_DOCUMENTS, Math.max(LEAST_DOCUMENTS, datedStories / STORIES_PER_DOCUMENT_ASKED));
        return Math.max(bySize, minimumSupport);
    }
}
