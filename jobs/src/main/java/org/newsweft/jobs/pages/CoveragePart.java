package org.newsweft.jobs.pages;

import static org.apache.spark.sql.functions.avg;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.date_trunc;
import static org.apache.spark.sql.functions.length;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.min_by;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.round;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.substring;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.when;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.DataTypes;
import org.newsweft.store.Warehouse;
import org.newsweft.table.Blocks;
import org.newsweft.table.Documents;
import org.newsweft.table.QualityChecks;
import org.newsweft.table.Rejects;

/** What the figures stand on: outlets by period, what has no date, what was refused and taken out, copies, languages. */
final class CoveragePart {
    private static final int OUTLETS = 15;
    private static final int BANDS = 6;
    private static final int LINES = 20;

    /** Longer spans are shown by week, then by month. */
    private static final long DAYS_BY_DAY = 60;

    private static final long DAYS_BY_WEEK = 400;

    /** Columns of the picture at most: the latest periods. */
    private static final int PERIODS = 120;

    private CoveragePart() {}

    static ObjectNode of(Warehouse warehouse, Overview overview) {
        Dataset<Row> documents = warehouse.read(Documents.TABLE);
        Column outlet = coalesce(Documents.OUTLET.col(), lit("(unknown)"));
        ObjectNode json = JsonRows.object();
        List<Row> outlets = documents
                .groupBy(outlet.as("outlet"))
                .agg(
                        count("*").as("documents"),
                        sum(when(Documents.IS_COPY.col(), 1L).otherwise(0L)).as("copies"),
                        sum(when(Documents.PUBLISHED_ON.col().isNull(), 1L).otherwise(0L))
                                .as("undated"),
                        round(avg(Documents.REMOVED_SHARE.col()), 6).as("removed_share"),
                        min(Overview.DAY).as("first_day"),
                        max(Overview.DAY).as("last_day"))
                .orderBy(col("documents").desc(), col("outlet"))
                .takeAsList(OUTLETS);
        json.set("outlets", JsonRows.of(outlets));
        periods(documents, overview, outlet, outlets, json);
        ArrayNode languages = json.putArray("languages");
        if (overview.json().get("other_languages").asLong() > 0) {
            languages.addAll(JsonRows.of(documents
                    .where(not(Documents.isAnalysed()))
                    .groupBy(Documents.LANGUAGE.col())
                    .agg(count("*").as("documents"))
                    .orderBy(col("documents").desc(), Documents.LANGUAGE.col())
                    .takeAsList(LINES)));
        }
        json.set(
                "removed",
                JsonRows.of(warehouse
                        .read(Blocks.TABLE)
                        .where(not(Blocks.IS_KEPT.col()))
                        .groupBy(Blocks.LABEL.col())
                        .agg(
                                count("*").as("blocks"),
                                sum(length(Blocks.TEXT.col())).as("characters"),
                                min_by(
                                                substring(Blocks.TEXT.col(), 1, 160),
                                                struct(Blocks.DOC_ID.col(), Blocks.BLOCK_NO.col()))
                                        .as("example"))
                        .orderBy(col("characters").desc(), Blocks.LABEL.col())
                        .takeAsList(LINES)));
        ArrayNode rejects = JsonRows.array();
        if (overview.json().get("rejects").asLong() > 0) {
            rejects.addAll(JsonRows.of(warehouse
                    .read(Rejects.TABLE)
                    .groupBy(Rejects.REASON.col())
                    .agg(count("*").as("records"), min(Rejects.SOURCE.col()).as("example"))
                    .orderBy(col("records").desc(), Rejects.REASON.col())
                    .takeAsList(LINES)));
        }
        json.set("rejects", rejects);
        json.set(
                "checks",
                JsonRows.of(warehouse
                        .read(QualityChecks.TABLE)
                        .where(QualityChecks.RUN_ID
                                .col()
                                .equalTo(overview.json()
                                        .path("run")
                                        .path("run_id")
                                        .asText()))
                        .orderBy(QualityChecks.CHECK.col())
                        .select(QualityChecks.CHECK.col(), QualityChecks.VALUE.col(), QualityChecks.PASSED.col())
                        .takeAsList(LINES)));
        return json;
    }

    /** Documents of each period, of the outlets with the most and of all others. */
    private static void periods(
            Dataset<Row> documents, Overview overview, Column outlet, List<Row> outlets, ObjectNode json) {
        List<Object> named = new ArrayList<>();
        outlets.stream().limit(BANDS).forEach(row -> named.add(row.getString(0)));
        json.set("bands", JsonRows.JSON.valueToTree(named));
        json.putArray("periods");
        json.put("granularity", "month");
        if (overview.latestDay().isEmpty()) {
            return;
        }
        long days = overview.days();
        String granularity = days <= DAYS_BY_DAY ? "day" : days <= DAYS_BY_WEEK ? "week" : "month";
        List<String> precise = granularity.equals("month") ? List.of("day", "month") : List.of("day");
        Column period = date_trunc(granularity, Documents.PUBLISHED_ON.col()).cast(DataTypes.DateType);
        json.put("granularity", granularity);
        json.set(
                "periods",
                JsonRows.of(documents
                        .where(Documents.PUBLISHED_PRECISION.col().isInCollection(precise))
                        .groupBy(
                                period.as("period_start"),
                                when(outlet.isInCollection(named), outlet)
                                        .otherwise("(others)")
                                        .as("outlet"))
                        .agg(count("*").as("documents"))
                        .orderBy(col("period_start").desc(), col("outlet"))
                        .takeAsList(PERIODS * (BANDS + 1))));
    }
}
