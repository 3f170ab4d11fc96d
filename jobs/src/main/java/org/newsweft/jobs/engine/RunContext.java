package org.newsweft.jobs.engine;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.newsweft.corpus.Corpus;
import org.newsweft.store.LakeColumns;
import org.newsweft.store.Warehouse;
import org.newsweft.table.facts.Documents;
import org.newsweft.table.schema.Field;
import org.newsweft.table.schema.Table;

/**
 * What a job knows of the run it belongs to, and its way to the tables: those that it declares, no other, and each that
 * it writes in one commit.
 */
public final class RunContext {
    /** Files of a table of counts from which on they are summed up. */
    private static final int MOST_COUNT_FILES = 24;

    private final Warehouse warehouse;
    private final Corpus corpus;
    private final RunSettings settings;
    private final String runId;
    private final Instant startedAt;
    private final Map<String, Long> published;
    private final Set<String> anew;
    /** Shared by the contexts of all jobs of a run. */
    private final Set<Table> written;

    private final Job<?, ?> job;

    private RunContext(RunContext of, Job<?, ?> job) {
        this.warehouse = of.warehouse;
        this.corpus = of.corpus;
        this.settings = of.settings;
        this.runId = of.runId;
        this.startedAt = of.startedAt;
        this.published = of.published;
        this.anew = of.anew;
        this.written = of.written;
        this.job = job;
    }

    /**
     * @param warehouse where tables are read and written
     * @param corpus what there is to read
     * @param settings what the user asked for
     * @param runId marks the rows that this run writes
     * @param startedAt start of the run
     * @param published snapshots of the run that readers see, by table name; none before the first
     * @param anew names of the jobs that forget what they wrote and do everything again
     */
    public RunContext(
            Warehouse warehouse,
            Corpus corpus,
            RunSettings settings,
            String runId,
            Instant startedAt,
            Map<String, Long> published,
            Set<String> anew) {
        this.warehouse = Objects.requireNonNull(warehouse, "warehouse is null");
        this.corpus = Objects.requireNonNull(corpus, "corpus is null");
        this.settings = Objects.requireNonNull(settings, "settings is null");
        this.runId = Objects.requireNonNull(runId, "runId is null");
        this.startedAt = Objects.requireNonNull(startedAt, "startedAt is null");
        this.published = Map.copyOf(published);
        this.anew = Set.copyOf(anew);
        this.written = ConcurrentHashMap.newKeySet();
        this.job = null;
    }

    /** The same run, seen by one of its jobs. */
    public RunContext of(Job<?, ?> oneJob) {
        return new RunContext(this, oneJob);
    }

    /** The session. */
    public SparkSession spark() {
        return warehouse.spark();
    }

    /** What there is to read. */
    public Corpus corpus() {
        return corpus;
    }

    /** What the user asked for. */
    public RunSettings settings() {
        return settings;
    }

    /** Marks the rows that this run writes. */
    public String runId() {
        return runId;
    }

    /** Start of the run. */
    public Instant startedAt() {
        return startedAt;
    }

    /** The run's own date, UTC: nothing was published after it. */
    public LocalDate today() {
        return LocalDate.ofInstant(startedAt, ZoneOffset.UTC);
    }

    /** True if the job is to forget what it wrote and do everything again. */
    public boolean isAnew() {
        return anew.contains(job.name());
    }

    /** A table as it stands now: what this run has written of it is there. */
    public Dataset<Row> read(Table table) {
        demand(job.reads().contains(table) || job.writes().contains(table), "reads", table);
        return warehouse.read(table);
    }

    /** A table as the published run left it; empty before the first run. */
    public Dataset<Row> readPublished(Table table) {
        demand(job.reads().contains(table) || job.writes().contains(table), "reads", table);
        return warehouse.readAt(table, published);
    }

    /** Rows that a table holds now, from its metadata: no scan. */
    public long rowCount(Table table) {
        demand(job.reads().contains(table) || job.writes().contains(table), "reads", table);
        return warehouse.rowCount(table);
    }

    /** What is wrong with the columns of a table, from the statistics of its files: no scan. */
    public List<LakeColumns.Faulty> faults(Table table) {
        demand(job.reads().contains(table) || job.writes().contains(table), "reads", table);
        return warehouse.faults(table);
    }

    /** No rows of this table. */
    public Dataset<Row> nothing(Table table) {
        return spark().createDataFrame(List.of(), table.schema());
    }

    /** Adds rows to a table. */
    public void append(Table table, Dataset<Row> rows) {
        demandFirstWrite(table);
        warehouse.append(table, rows);
    }

    /** Puts these rows in the place of all rows there are. */
    public void replaceAll(Table table, Dataset<Row> rows) {
        demandFirstWrite(table);
        warehouse.replaceAll(table, rows);
    }

    /**
     * Puts rows in the place of those whose key is among {@code keys}.
     *
     * @param keys a frame with the columns {@code on}; null equals null
     * @param rows all rows of these keys as they are to be, and perhaps rows of new keys
     * @param on columns that identify what goes
     */
    public void replace(Table table, Dataset<Row> keys, Dataset<Row> rows, Field... on) {
        demandFirstWrite(table);
        warehouse.replace(table, keys, rows, on);
    }

    /** As {@link #replace}; but where the job does everything again, these rows are all there will be. */
    public void renew(Table table, Dataset<Row> keys, Dataset<Row> rows, Field... on) {
        if (isAnew()) {
            replaceAll(table, rows);
        } else {
            replace(table, keys, rows, on);
        }
    }

    /** A table of counts as it stands now, one row for each key. */
    public Dataset<Row> readCounts(Table table) {
        Dataset<Row> rows = read(table);
        // What was counted anew is summed up already.
        return isAnew() ? rows : Counts.summed(table, rows);
    }

    /**
     * Brings a table of counts up to date. What the touched documents change is added as rows of its own; when many nights
     * have done so, the rows are summed up.
     *
     * @param now counts of the touched documents as they are; of all documents where the job does everything again
     * @param before counts of the touched documents as the published run had them
     * @return the rows that were added: all there are where the job does everything again
     */
    public Dataset<Row> count(Table table, Dataset<Row> now, Dataset<Row> before) {
        if (isAnew()) {
            replaceAll(table, Counts.summed(table, now));
            return warehouse.read(table);
        }
        Dataset<Row> difference = Frames.computedOnce(Counts.difference(table, now, before));
        if (warehouse.fileCount(table) < MOST_COUNT_FILES) {
            append(table, difference.coalesce(1));
        } else {
            replaceAll(table, Counts.summed(table, warehouse.read(table).unionByName(difference)));
        }
        return difference;
    }

    /**
     * The documents through which a job sees tables of facts: those that are touched, as they are now.
     *
     * @return rows of the table, whose column {@code doc_id} says whose they are; all rows where the job does everything again
     */
    public Dataset<Row> readTouched(Table table, Touched touched) {
        return isAnew() ? read(table) : of(touched, read(table));
    }

    /** The same as the published run had it; none where the job does everything again, for nothing is taken away then. */
    public Dataset<Row> readTouchedBefore(Table table, Touched touched) {
        return isAnew() ? nothing(table) : of(touched, readPublished(table));
    }

    private static Dataset<Row> of(Touched touched, Dataset<Row> rows) {
        return rows.join(touched.documents(), Frames.on(Documents.DOC_ID.name()), "left_semi");
    }

    private void demandFirstWrite(Table table) {
        demand(job.writes().contains(table), "writes", table);
        if (!written.add(table)) {
            throw new IllegalStateException(
                    "job " + job.name() + " writes " + table.name() + " a second time in a run");
        }
    }

    private void demand(boolean declared, String verb, Table table) {
        if (!declared) {
            throw new IllegalStateException(
                    "job " + job.name() + " " + verb + " " + table.name() + " and does not say so: declare it");
        }
    }
}
