package org.newsweft.jobs.publish;

import static org.apache.spark.sql.functions.avg;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.when;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.newsweft.table.DocumentTone;
import org.newsweft.table.Documents;
import org.newsweft.table.QualityChecks;

/**
 * Whether a night changed more than nights of this corpus do: a scraper that broke, a site that was rebuilt. Each run writes
 * down some levels of the whole corpus; by how much they moved from run to run is the history that sets the limits.
 *
 * <p>A change is too large if it is more than {@value #TIMES} times the median of the changes before, and more than a floor
 * that no corpus is held to. There are no limits before {@value #FEWEST_CHANGES} changes are known, nor in corpora of fewer
 * than {@value #FEWEST_DOCUMENTS} documents, of which one article moves everything.
 */
final class Drift {
    static final int FEWEST_CHANGES = 5;
    static final int FEWEST_DOCUMENTS = 200;

    /** Runs that are looked back upon, at least. */
    private static final int RUNS = 20;

    /** Five of the whole corpus, and the shares of outlets: each of one percent or more. */
    private static final int MOST_LEVELS = 105;

    private static final int TIMES = 10;

    private static final String LEVEL = "level_";
    private static final String DRIFT = "drift_";
    private static final String DOCUMENTS = "documents";
    private static final String OUTLET = "outlet_share:";

    /** Outlets with a smaller share of the documents are not followed one by one. */
    private static final double SMALLEST_SHARE = 0.01;

    /** The least change that can be too large. */
    private static final Map<String, Double> FLOORS = floors();

    /**
     * How far a level moved.
     *
     * @param check name of the check
     * @param value change against the run before: a share of the level for {@code documents} and {@code
     *     mentions_per_document}, else a difference
     * @param limit what is allowed
     * @param what what moved, for a message
     */
    record Change(String check, double value, double limit, String what) {
        boolean isPassed() {
            return value <= limit;
        }
    }

    private Drift() {}

    private static Map<String, Double> floors() {
        Map<String, Double> floors = new LinkedHashMap<>();
        floors.put(DOCUMENTS, 0.25);
        floors.put("reject_share", 0.05);
        floors.put("mentions_per_document", 0.05);
        floors.put("mean_tone", 0.02);
        floors.put("undated_share", 0.02);
        floors.put("outlet_share", 0.05);
        return floors;
    }

    /**
     * The levels of the corpus as it is now.
     *
     * @param mentions number of mentions
     * @param rejects number of files and records that cannot be read
     */
    static Map<String, Double> levels(Dataset<Row> documents, Dataset<Row> tone, long mentions, long rejects) {
        Column isUndated = when(Documents.PUBLISHED_ON.col().isNull(), 1L).otherwise(0L);
        Column outlet = coalesce(Documents.OUTLET.col(), lit("(unknown)"));
        List<Row> outlets = documents
                .groupBy(outlet.as("outlet"))
                .agg(count(lit(1)).as("documents"), sum(isUndated).as("undated"))
                .withColumn("every", sum("documents").over())
                .withColumn("every_undated", sum("undated").over())
                .where(col("documents").geq(col("every").multiply(SMALLEST_SHARE)))
                .orderBy("outlet")
                .collectAsList();
        Map<String, Double> levels = new LinkedHashMap<>();
        if (outlets.isEmpty()) {
            return levels;
        }
        double all = outlets.get(0).<Long>getAs("every");
        levels.put(DOCUMENTS, all);
        levels.put("reject_share", rejects / (all + rejects));
        levels.put("mentions_per_document", mentions / all);
        levels.put("mean_tone", mean(tone));
        levels.put("undated_share", outlets.get(0).<Long>getAs("every_undated") / all);
        for (Row row : outlets) {
            levels.put(OUTLET + row.getAs("outlet"), row.<Long>getAs("documents") / all);
        }
        return levels;
    }

    /** Sums of scores of six decimals are exact as decimals, in whatever order they are added. */
    private static double mean(Dataset<Row> tone) {
        Row mean = tone.agg(avg(DocumentTone.SCORE.col().cast("decimal(17,6)")).cast("double"))
                .head();
        return mean.isNullAt(0) ? 0 : mean.getDouble(0);
    }

    /** The levels that earlier runs wrote down, by run; the last {@value #RUNS} at least. */
    static NavigableMap<String, Map<String, Double>> history(Dataset<Row> qualityChecks) {
        NavigableMap<String, Map<String, Double>> history = new TreeMap<>();
        List<Row> levels = qualityChecks
                .where(QualityChecks.CHECK.col().startsWith(LEVEL))
                .orderBy(QualityChecks.RUN_ID.col().desc(), QualityChecks.CHECK.col())
                .select(QualityChecks.RUN_ID.col(), QualityChecks.CHECK.col(), QualityChecks.VALUE.col())
                .takeAsList(RUNS * MOST_LEVELS);
        levels.forEach(row -> history.computeIfAbsent(row.getString(0), run -> new TreeMap<>())
                .put(row.getString(1).substring(LEVEL.length()), row.getDouble(2)));
        if (levels.size() == RUNS * MOST_LEVELS) {
            history.pollFirstEntry(); // perhaps only part of it
        }
        return history;
    }

    /** Name of the row that a level is written down in. */
    static String levelCheck(String level) {
        return LEVEL + level;
    }

    /**
     * How far the levels moved since the last run, and how far they may.
     *
     * @param history levels of earlier runs, by run
     * @param now levels now
     * @return nothing as long as the history is too short
     */
    static List<Change> changes(NavigableMap<String, Map<String, Double>> history, Map<String, Double> now) {
        List<Map<String, Double>> runs = new ArrayList<>(history.values());
        List<Change> changes = new ArrayList<>();
        if (runs.size() <= FEWEST_CHANGES
                || now.isEmpty()
                || runs.get(runs.size() - 1).getOrDefault(DOCUMENTS, 0.0) < FEWEST_DOCUMENTS) {
            return changes;
        }
        for (Map.Entry<String, Double> floor : FLOORS.entrySet()) {
            List<Double> before = new ArrayList<>();
            for (int run = 1; run < runs.size(); run++) {
                before.add(change(floor.getKey(), runs.get(run - 1), runs.get(run)));
            }
            double value = change(floor.getKey(), runs.get(runs.size() - 1), now);
            double limit = Math.max(floor.getValue(), TIMES * median(before));
            changes.add(new Change(
                    DRIFT + floor.getKey(),
                    rounded(value),
                    rounded(limit),
                    what(floor.getKey(), runs.get(runs.size() - 1), now)));
        }
        return changes;
    }

    private static double change(String level, Map<String, Double> before, Map<String, Double> after) {
        if (level.equals("outlet_share")) {
            return outlets(before, after).values().stream()
                    .mapToDouble(Math::abs)
                    .max()
                    .orElse(0);
        }
        double from = before.getOrDefault(level, 0.0);
        double difference = Math.abs(after.getOrDefault(level, 0.0) - from);
        boolean isRelative = level.equals(DOCUMENTS) || level.equals("mentions_per_document");
        return isRelative ? difference / Math.max(from, 1e-9) : difference;
    }

    /** How the share of each outlet moved. One that falls below what is followed is taken to be gone. */
    private static Map<String, Double> outlets(Map<String, Double> before, Map<String, Double> after) {
        Map<String, Double> moved = new TreeMap<>();
        after.forEach((level, share) -> {
            if (level.startsWith(OUTLET)) {
                moved.put(level.substring(OUTLET.length()), share - before.getOrDefault(level, 0.0));
            }
        });
        before.forEach((level, share) -> {
            if (level.startsWith(OUTLET)) {
                moved.putIfAbsent(level.substring(OUTLET.length()), -share);
            }
        });
        return moved;
    }

    private static String what(String level, Map<String, Double> before, Map<String, Double> after) {
        if (level.equals("outlet_share")) {
            return outlets(before, after).entrySet().stream()
                    .max(Map.Entry.comparingByValue((a, b) -> Double.compare(Math.abs(a), Math.abs(b))))
                    .map(outlet -> "share of " + outlet.getKey() + ": " + shown(before, OUTLET + outlet.getKey())
                            + " -> " + shown(after, OUTLET + outlet.getKey()))
                    .orElse("");
        }
        return level.replace('_', ' ') + ": " + shown(before, level) + " -> " + shown(after, level);
    }

    private static String shown(Map<String, Double> levels, String level) {
        double value = rounded(levels.getOrDefault(level, 0.0));
        return value == Math.rint(value) ? Long.toString((long) value) : Double.toString(value);
    }

    private static double median(List<Double> values) {
        double[] sorted =
                values.stream().mapToDouble(Double::doubleValue).sorted().toArray();
        int middle = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }

    private static double rounded(double value) {
        return Math.rint(value * 1e6) / 1e6;
    }
}
