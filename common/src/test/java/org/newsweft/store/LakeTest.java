package org.newsweft.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.newsweft.store.PlainView.Mode;
import org.newsweft.store.PlainView.Published;
import org.newsweft.table.facts.StoryPairs;
import org.newsweft.table.figures.PeriodTotals;
import org.newsweft.testing.SparkTest;

/** A warehouse with one published table, {@code period_totals}, and one of the lake's own, {@code story_pairs}. */
@SuppressWarnings("serial")
abstract class LakeTest extends SparkTest {
    @TempDir
    protected transient Path folder;

    protected transient Warehouse warehouse;
    protected transient PlainView view;

    @BeforeEach
    void openTheWarehouse() {
        open(folder.resolve("warehouse"));
        warehouse.createMissingTables();
    }

    @AfterEach
    void closeTheWarehouse() {
        SparkSession.clearActiveSession();
    }

    /** Opens a warehouse as a run of its own would: the catalog of a session stays where it was first opened. */
    protected final void open(Path location, String... settings) {
        SparkSession session = spark().newSession();
        // As an embedded run has it: no process for each file.
        session.conf().set("fs.file.impl", DirectLocalFileSystem.class.getName());
        session.conf().set("fs.file.impl.disable.cache", "true");
        for (String setting : settings) {
            session.conf().set(setting.split("=", 2)[0], setting.split("=", 2)[1]);
        }
        SparkSession.setActiveSession(session);
        warehouse = Warehouse.open(session, location.toString());
        view = PlainView.of(warehouse);
    }

    /** Writes these counts in the place of all others, and publishes. */
    protected final void run(String runId, long... counts) {
        // One file each, however many cores there are.
        warehouse.replaceAll(PeriodTotals.TABLE, totals(counts).coalesce(1));
        warehouse.append(StoryPairs.TABLE, pair(runId).coalesce(1));
        view.publish(runId, Mode.LINK);
    }

    protected final Dataset<Row> totals(long... documentCounts) {
        String row =
                "{'granularity': 'all', 'language': 'en', 'outlet_count': 1, 'is_thin': false, 'document_count': %d, 'document_count_with_copies': 9,"
                        + " 'sentence_count': 9, 'word_count': 9}";
        String[] json = Arrays.stream(documentCounts).mapToObj(row::formatted).toArray(String[]::new);
        return inSession(rows(PeriodTotals.TABLE, json));
    }

    private Dataset<Row> pair(String name) {
        return inSession(rows(StoryPairs.TABLE, "{'doc_a': '%s', 'doc_b': 'b', 'similarity': 0.5}".formatted(name)));
    }

    protected final Dataset<Row> inSession(Dataset<Row> rows) {
        return warehouse.spark().createDataFrame(rows.collectAsList(), rows.schema());
    }

    /** What readers see of the published table. */
    protected final List<Long> seen() {
        return counts(view.read(warehouse.spark(), PeriodTotals.TABLE));
    }

    /** What the lake holds for a run. */
    protected final List<Long> stored(Published run) {
        return counts(warehouse.asOf(run.snapshots()).read(PeriodTotals.TABLE));
    }

    protected final List<Long> stored() {
        return counts(warehouse.read(PeriodTotals.TABLE));
    }

    protected final Published kept(String runId) {
        return view.kept().stream()
                .filter(run -> run.runId().equals(runId))
                .findFirst()
                .orElseThrow();
    }

    protected final List<String> keptRuns() {
        return view.kept().stream().map(Published::runId).toList();
    }

    protected final Path lake(String table) {
        return warehouseFolder().resolve("lake/news").resolve(table);
    }

    protected final Path warehouseFolder() {
        return PlainView.local(view.root());
    }

    protected final List<Path> dataFiles(String table) throws IOException {
        return files(lake(table).resolve("data"));
    }

    protected static List<Path> files(Path folder) throws IOException {
        List<Path> files = new ArrayList<>();
        if (Files.exists(folder)) {
            try (Stream<Path> walk = Files.walk(folder)) {
                walk.filter(Files::isRegularFile).sorted().forEach(files::add);
            }
        }
        return files;
    }

    protected static void delete(Path folder) throws IOException {
        try (Stream<Path> walk = Files.walk(folder)) {
            for (Path path : walk.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }

    protected static List<Long> counts(Dataset<Row> totals) {
        List<Long> counts = totals.select(PeriodTotals.DOCUMENT_COUNT.col()).collectAsList().stream()
                .map(row -> row.getLong(0))
                .sorted()
                .toList();
        assertThat(counts).isNotNull();
        return counts;
    }
}
