package org.newsweft.store;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeSet;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;

/**
 * The log of one run, {@code logs/<run_id>.log}: what it planned and why, how long each stage took, how it ended; the last
 * line is the same as one JSON object, for machines. Runs that failed have one too.
 *
 * <p>A log that cannot be written never ends a run: a full disk has worse to tell.
 */
public final class RunJournal {
    private static final String FOLDER = "logs";
    private static final String NAME = "[0-9]{8}T[0-9]{9}Z\\.log";
    private static final int KEPT = 100;
    private static final ObjectMapper JSON = new ObjectMapper();

    /**
     * How a run ended.
     *
     * @param runId the run
     * @param startedAt its start
     * @param end the JSON line; empty if there is none: it is still running, or it died
     */
    public record Ended(String runId, Instant startedAt, Optional<JsonNode> end) {
        /** Exit status of the run. */
        public int status() {
            return end.map(line -> line.path("status").asInt(1)).orElse(1);
        }

        /** What became of it: {@code published}, {@code nothing_new} or {@code failed}; {@code died} without a line. */
        public String outcome() {
            return end.map(line -> line.path("outcome").asText()).orElse("died");
        }
    }

    private final FileSystem files;
    private final Path file;
    private final String runId;
    private final Instant startedAt;
    private final List<String> lines = new ArrayList<>();
    private final ObjectNode end = JSON.createObjectNode();
    private final ObjectNode stageSeconds = JSON.createObjectNode();

    private RunJournal(FileSystem files, Path file, String runId, Instant startedAt) {
        this.files = files;
        this.file = file;
        this.runId = runId;
        this.startedAt = startedAt;
    }

    /** Begins the log of a run. */
    public static RunJournal begin(PlainView view, String runId, Instant startedAt, String version) {
        Path folder = new Path(view.root(), FOLDER);
        RunJournal journal = new RunJournal(view.files(), new Path(folder, runId + ".log"), runId, startedAt);
        journal.tidy(folder);
        journal.end.put("run_id", runId).put("version", version).put("started_at", startedAt.toString());
        journal.note("run " + runId + " of newsweft " + version + ", process "
                + ProcessHandle.current().pid() + ", started " + startedAt);
        return journal;
    }

    /** Writes a line for people, and keeps it for machines among {@code notes}. */
    public void plan(String line) {
        end.withArray("notes").add(line);
        note("plan: " + line);
    }

    /** Writes down how long a stage took. */
    public void stage(String name, double seconds) {
        stageSeconds.put(name, seconds);
        note(String.format(Locale.ROOT, "%-14s %6.1f s", name, seconds));
    }

    /** A number that belongs to the run, as {@code documents_added}. */
    public void count(String name, long value) {
        end.put(name, value);
    }

    /**
     * Ends the log.
     *
     * @param status exit status
     * @param outcome {@code published}, {@code nothing_new} or {@code failed}
     * @param message what there is to say; null if nothing
     */
    public void end(int status, String outcome, String message) {
        Instant now = Instant.now();
        end.put("finished_at", now.toString())
                .put("seconds", Duration.between(startedAt, now).toMillis() / 1000.0)
                .put("status", status)
                .put("outcome", outcome)
                .put("message", message);
        end.set("stage_seconds", stageSeconds);
        lines.add(outcome.replace('_', ' ') + (message == null ? "" : ": " + message));
        try {
            note(JSON.writeValueAsString(end));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("run " + runId + " ended with what is no JSON", e);
        }
    }

    /**
     * How the last runs of a warehouse ended, the latest first.
     *
     * @param most how many
     */
    public static List<Ended> latest(String location, Configuration hadoop, int most) throws IOException {
        Path folder = new Path(location, FOLDER);
        FileSystem files = folder.getFileSystem(hadoop);
        List<Ended> runs = new ArrayList<>();
        for (String name : names(files, folder).descendingSet()) {
            if (runs.size() < most) {
                runs.add(read(files, new Path(folder, name)));
            }
        }
        return runs;
    }

    private static Ended read(FileSystem files, Path file) throws IOException {
        String runId = file.getName().substring(0, file.getName().length() - ".log".length());
        List<String> lines;
        try (InputStream in = files.open(file)) {
            lines = new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .toList();
        }
        Optional<JsonNode> end = Optional.empty();
        if (!lines.isEmpty() && lines.get(lines.size() - 1).startsWith("{")) {
            try {
                end = Optional.of(JSON.readTree(lines.get(lines.size() - 1)));
            } catch (JsonProcessingException e) {
                end = Optional.empty(); // cut off in the middle: the machine went down
            }
        }
        // 20261130T171500123Z
        Instant startedAt = Instant.parse("%s-%s-%sT%s:%s:%s.%sZ"
                .formatted(
                        runId.substring(0, 4),
                        runId.substring(4, 6),
                        runId.substring(6, 8),
                        runId.substring(9, 11),
                        runId.substring(11, 13),
                        runId.substring(13, 15),
                        runId.substring(15, 18)));
        return new Ended(runId, startedAt, end);
    }

    private static NavigableSet<String> names(FileSystem files, Path folder) throws IOException {
        NavigableSet<String> names = new TreeSet<>();
        if (files.exists(folder)) {
            for (FileStatus file : files.listStatus(folder)) {
                if (file.getPath().getName().matches(NAME)) {
                    names.add(file.getPath().getName());
                }
            }
        }
        return names;
    }

    private void tidy(Path folder) {
        try {
            NavigableSet<String> names = names(files, folder);
            while (names.size() >= KEPT) {
                files.delete(new Path(folder, names.pollFirst()), false);
            }
        } catch (IOException e) {
            return; // the next run tries again
        }
    }

    private void note(String line) {
        lines.add(line);
        try (OutputStream out = files.create(file, true)) {
            out.write((String.join("\n", lines) + "\n").getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            return; // see above
        }
    }

    /** Writes what is known of a run. */
    public void counts(Map<String, Long> counts) {
        counts.forEach(this::count);
    }
}
