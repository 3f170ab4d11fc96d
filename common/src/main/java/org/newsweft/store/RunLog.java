package org.newsweft.store;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.spark.sql.Row;
import org.newsweft.store.RunFailure.Kind;
import org.newsweft.table.facts.Rejects;
import org.newsweft.table.figures.Runs;

/** The runs that were published, with what they were asked to do. */
public final class RunLog {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String READING = "reading";
    private static final String COUNTING = "counting";
    private static final String CODE = "code";

    /**
     * One run.
     *
     * @param readingSettings JSON of the settings that decide what is read out of a text
     * @param countingSettings JSON of the settings that decide what is counted
     */
    public record Entry(
            String runId,
            Instant startedAt,
            Instant finishedAt,
            String version,
            String readingSettings,
            String countingSettings,
            long read,
            long added,
            long changed,
            long removed,
            long rejected,
            long total,
            Map<String, Double> stageSeconds) {}

    private final Warehouse warehouse;
    private final Optional<Row> last;

    private RunLog(Warehouse warehouse) {
        this.warehouse = warehouse;
        this.last = warehouse.rowCount(Runs.TABLE) == 0
                ? Optional.empty()
                : Optional.of(warehouse
                        .read(Runs.TABLE)
                        .orderBy(Runs.STARTED_AT.col().desc())
                        .select(Runs.SETTINGS.col())
                        .first());
    }

    /** The log of this warehouse, as it stands now. */
    public static RunLog of(Warehouse warehouse) {
        return new RunLog(warehouse);
    }

    /** True if the last run read texts with these settings. */
    public boolean isReadAs(String readingSettings) {
        return last.isPresent() && lastSetting(READING).equals(readingSettings);
    }

    /** The fingerprint of the code of each stage of the last run, by its name; none of a run that knew of none. */
    public Map<String, String> fingerprints() {
        Map<String, String> fingerprints = new TreeMap<>();
        if (last.isPresent()) {
            settings()
                    .path(CODE)
                    .properties()
                    .forEach(stage ->
                            fingerprints.put(stage.getKey(), stage.getValue().asText()));
        }
        return fingerprints;
    }

    /** The settings of the last run, for a message. */
    public String settingsJson() {
        return lastSetting(READING) + ", " + lastSetting(COUNTING);
    }

    /** True if the last run counted with these settings. */
    public boolean isCountedAs(String countingSettings) {
        return last.isPresent() && lastSetting(COUNTING).equals(countingSettings);
    }

    /**
     * Writes down a run.
     *
     * @param fingerprints of the code of each stage, by its name
     */
    public void append(Entry entry, Map<String, String> fingerprints) {
        try {
            ObjectNode settings = JSON.createObjectNode();
            settings.set(READING, JSON.readTree(entry.readingSettings()));
            settings.set(COUNTING, JSON.readTree(entry.countingSettings()));
            settings.set(CODE, JSON.valueToTree(new TreeMap<>(fingerprints)));
            Row row = Runs.TABLE
                    .newRow()
                    .set(Runs.RUN_ID, entry.runId())
                    .set(Runs.STARTED_AT, Timestamp.from(entry.startedAt()))
                    .set(Runs.FINISHED_AT, Timestamp.from(entry.finishedAt()))
                    .set(Runs.VERSION, entry.version())
                    .set(Runs.SETTINGS, settings.toString())
                    .set(Runs.DOCUMENTS_READ, entry.read())
                    .set(Runs.DOCUMENTS_ADDED, entry.added())
                    .set(Runs.DOCUMENTS_CHANGED, entry.changed())
                    .set(Runs.DOCUMENTS_REMOVED, entry.removed())
                    .set(Runs.DOCUMENTS_REJECTED, entry.rejected())
                    .set(Runs.DOCUMENTS_TOTAL, entry.total())
                    .set(Runs.STAGE_SECONDS, entry.stageSeconds())
                    .build();
            warehouse.append(Runs.TABLE, warehouse.spark().createDataFrame(List.of(row), Runs.TABLE.schema()));
        } catch (JsonProcessingException e) {
            throw new RunFailure(Kind.INTERNAL, "the settings of the run are no JSON", e);
        }
    }

    /** The first things that could not be read, for a message; empty if there are none. */
    public String firstRejects() {
        List<Row> rejects = warehouse
                .read(Rejects.TABLE)
                .orderBy(Rejects.SOURCE.col())
                .select(Rejects.SOURCE.col(), Rejects.REASON.col())
                .takeAsList(3);
        StringBuilder message = new StringBuilder();
        for (Row reject : rejects) {
            message.append(message.isEmpty() ? ": " : "; ")
                    .append(reject.getString(0))
                    .append(" is ")
                    .append(reject.getString(1).replace('_', ' '));
        }
        return message.toString();
    }

    private String lastSetting(String name) {
        return settings().path(name).toString();
    }

    private JsonNode settings() {
        try {
            return JSON.readTree(last.orElseThrow().getString(0));
        } catch (JsonProcessingException e) {
            // Settings of another age: they differ, so everything is read anew.
            return MissingNode.getInstance();
        }
    }
}
