package org.newsweft.jobs.ingest;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.format_string;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.when;
import static org.newsweft.jobs.engine.Frames.on;

import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.newsweft.corpus.Corpus;
import org.newsweft.corpus.RejectReason;
import org.newsweft.table.facts.Rejects;

/** What was said of files that could not be read, for as long as they are there. */
final class Complaints {
    private static final String TIMES = "times";

    private Complaints() {}

    /** Complaints about files that are gone: rows of {@link Rejects} with what identifies them. */
    static Dataset<Row> ofGoneFiles(Dataset<Row> rejects, Dataset<Row> files) {
        return rejects.join(gone(rejects, files), on(Rejects.FILE.name(), Rejects.REASON.name()), "left_semi")
                .select(Rejects.FILE.col(), Rejects.SOURCE.col(), Rejects.REASON.col());
    }

    /**
     * One complaint for each reason that there is to refuse a source: where three versions stand behind a fourth, it is one
     * complaint that says so.
     *
     * @param complaints rows of {@link Rejects} without {@code run_id}
     */
    static Dataset<Row> oneEach(Dataset<Row> complaints) {
        return complaints
                .groupBy(Rejects.SOURCE.col(), Rejects.FILE.col(), Rejects.REASON.col())
                .agg(
                        min(Rejects.DETAIL.col()).as(Rejects.DETAIL.name()),
                        sum(Rejects.BYTES.col()).as(Rejects.BYTES.name()),
                        count(lit(1)).as(TIMES))
                .withColumn(
                        Rejects.DETAIL.name(),
                        when(col(TIMES).gt(1), format_string("%s (the first of %d)", Rejects.DETAIL.col(), col(TIMES)))
                                .otherwise(Rejects.DETAIL.col()))
                .drop(TIMES);
    }

    /**
     * Complaints about files that are not in the corpus, each by its file and reason. What is said of a document
     * whose text is kept in the lake, whether or not its file is there, is none of these.
     *
     * @param rejects rows of {@link Rejects}
     * @param files rows of {@link Corpus#files}
     */
    static Dataset<Row> gone(Dataset<Row> rejects, Dataset<Row> files) {
        Dataset<Row> there = files.select(files.col(Corpus.RELATIVE_PATH).as(Rejects.FILE.name()));
        return rejects.where(Rejects.REASON
                        .col()
                        .isin(RejectReason.SUPERSEDED.code(), RejectReason.ANALYSIS_FAILED.code())
                        .unary_$bang())
                .join(there, on(Rejects.FILE.name()), "left_anti")
                .select(Rejects.FILE.col(), Rejects.REASON.col())
                .distinct();
    }
}
