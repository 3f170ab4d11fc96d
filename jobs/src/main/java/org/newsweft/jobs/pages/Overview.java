package org.newsweft.jobs.pages;

import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.count_distinct;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.when;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Row;
import org.newsweft.store.Warehouse;
import org.newsweft.table.Documents;
import org.newsweft.table.Granularity;
import org.newsweft.table.PeriodTotals;
import org.newsweft.table.Rejects;
import org.newsweft.table.Runs;

/**
 * What the corpus is and what the last run brought.
 *
 * @param json the figures of the page's head
 * @param stories documents that are analysed, each story once
 * @param latestDay day of the latest dated document; empty if none is dated
 * @param latestWeek first day of the latest week that is not thin; empty for none
 * @param latestMonth first day of the latest month that is not thin; empty for none
 */
record Overview(
        ObjectNode json,
        long stories,
        Optional<LocalDate> latestDay,
        Optional<LocalDate> latestWeek,
        Optional<LocalDate> latestMonth) {
    /** Fewer stories than these carry no trend and hardly an average: the page says so. */
    static final long SMALL = 100;

    /** The day of a document that is dated to the month at least: the first of January may be any day of a year. */
    static final Column DAY =
            when(Documents.PUBLISHED_PRECISION.col().isin("day", "month"), Documents.PUBLISHED_ON.col());

    static Overview of(Warehouse warehouse) {
        Column isStory = Documents.isAnalysed().and(not(Documents.IS_COPY.col()));
        Row all = warehouse
                .read(Documents.TABLE)
                .agg(
                        count("*").as("documents"),
                        countWhere(isStory).as("stories"),
                        countWhere(Documents.IS_COPY.col()).as("copies"),
                        countWhere(Documents.PUBLISHED_ON.col().isNull()).as("undated"),
                        countWhere(not(Documents.isAnalysed())).as("other_languages"),
                        countWhere(Documents.OUTLET.col().isNull()).as("without_outlet"),
                        count_distinct(Documents.OUTLET.col()).as("outlets"),
                        min(DAY).as("first_day"),
                        max(DAY).as("last_day"))
                .head();
        ObjectNode json = JsonRows.of(all);
        json.put("rejects", warehouse.rowCount(Rejects.TABLE));
        List<Row> runs = warehouse
                .read(Runs.TABLE)
                .orderBy(Runs.STARTED_AT.col().desc(), Runs.RUN_ID.col())
                .select(
                        Runs.RUN_ID.col(),
                        Runs.FINISHED_AT.col(),
                        Runs.VERSION.col(),
                        Runs.DOCUMENTS_READ.col(),
                        Runs.DOCUMENTS_ADDED.col(),
                        Runs.DOCUMENTS_CHANGED.col(),
                        Runs.DOCUMENTS_REMOVED.col(),
                        Runs.DOCUMENTS_REJECTED.col(),
                        Runs.DOCUMENTS_TOTAL.col())
                .takeAsList(2);
        ObjectNode run = runs.isEmpty() ? JsonRows.object() : JsonRows.of(runs.get(0));
        json.put("runs", Math.min(2, runs.size()));
        json.set("run", run);
        json.put("is_small", all.<Long>getAs("stories") < SMALL);
        Row latest = warehouse
                .read(PeriodTotals.TABLE)
                .where(not(PeriodTotals.IS_THIN.col()))
                .agg(latest(Granularity.WEEK), latest(Granularity.MONTH))
                .head();
        return new Overview(
                json, all.<Long>getAs("stories"), day(all, all.fieldIndex("last_day")), day(latest, 0), day(latest, 1));
    }

    /** Days from the first dated document to the last; 0 if none is dated. */
    long days() {
        return latestDay
                .map(last -> ChronoUnit.DAYS.between(
                        LocalDate.parse(json.get("first_day").asText()), last))
                .orElse(0L);
    }

    private static Column latest(Granularity granularity) {
        return max(when(PeriodTotals.GRANULARITY.col().equalTo(granularity.code()), PeriodTotals.PERIOD_START.col()));
    }

    private static Column countWhere(Column condition) {
        return sum(when(condition, lit(1L)).otherwise(0L));
    }

    private static Optional<LocalDate> day(Row row, int at) {
        return row.isNullAt(at)
                ? Optional.empty()
                : Optional.of(LocalDate.parse(row.get(at).toString()));
    }
}
