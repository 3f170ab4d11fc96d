package org.newsweft.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;
import org.newsweft.store.PlainView.Mode;
import org.newsweft.table.facts.StoryPairs;
import org.newsweft.table.figures.PeriodTotals;
import org.newsweft.table.figures.Runs;

/** What can happen to a warehouse between two nights; each is said in one line, and each has a way out that works. */
@SuppressWarnings("serial")
class LakeHealthTest extends LakeTest {
    @Test
    void aHealthyLakeIsTakenBackToThePublishedRunAndNothingIsSaid() {
        run("run1", 1, 2);
        warehouse.replaceAll(PeriodTotals.TABLE, totals(7)); // of a run that died
        assertThat(LakeHealth.prepare(warehouse, view, false)).isEmpty();
        assertThat(stored()).containsExactly(1L, 2L);
        assertThat(LakeHealth.prepare(warehouse, view, true)).isEmpty();
        assertThat(stored()).containsExactly(1L, 2L);
    }

    @Test
    void aTableThatIsLostComesBackFromThePublishedRun() throws IOException {
        run("run1", 1, 2);
        delete(lake("period_totals"));
        assertRefusedThenRebuilt("period_totals is lost");
    }

    @Test
    void aDataFileThatIsLostIsMissed() throws IOException {
        run("run1", 1, 2);
        Files.delete(dataFiles("period_totals").get(0));
        assertRefusedThenRebuilt("period_totals lacks the file");
    }

    @Test
    void aManifestThatIsLostIsMissed() throws IOException {
        run("run1", 1, 2);
        for (Path file : files(lake("period_totals").resolve("metadata"))) {
            if (file.toString().endsWith(".avro")) {
                Files.delete(file);
            }
        }
        assertRefusedThenRebuilt("period_totals cannot be read");
    }

    @Test
    void metadataThatIsNoneIsMissed() throws IOException {
        run("run1", 1, 2);
        for (Path file : files(lake("period_totals").resolve("metadata"))) {
            if (file.toString().endsWith(".json")) {
                Files.writeString(file, "{");
            }
        }
        assertRefusedThenRebuilt("period_totals");
    }

    @Test
    void aSnapshotThatIsGoneIsMissed() throws IOException {
        run("run1", 1, 2);
        delete(lake("period_totals"));
        warehouse.createMissingTables();
        warehouse.append(PeriodTotals.TABLE, totals(9)); // an older copy was put there
        assertRefusedThenRebuilt("period_totals does not know the published snapshot");
    }

    @Test
    void whatIsOnlyInTheLakeBeginsEmpty() throws IOException {
        run("run1", 1, 2);
        delete(lake("story_pairs"));
        assertThatThrownBy(() -> LakeHealth.prepare(warehouse, view, false))
                .hasMessageContaining("story_pairs is lost");
        assertThat(LakeHealth.prepare(warehouse, view, true))
                .singleElement()
                .asString()
                .contains("0 from the published run");
        assertThat(warehouse.rowCount(StoryPairs.TABLE)).isZero();
        assertThat(stored()).containsExactly(1L, 2L);
    }

    @Test
    void bytesThatWereTurnedOverAreFoundWhenEverythingIsReadAnyway() throws IOException {
        run("run1", 1, 2);
        // The view is copies here: on the same disk it would share the damage.
        view.publish(view.current().orElseThrow(), Mode.COPY);
        Path file = dataFiles("period_totals").get(0);
        byte[] bytes = Files.readAllBytes(file);
        for (int i = 4; i < bytes.length / 2; i++) {
            bytes[i] ^= 0x55;
        }
        Files.write(file, bytes);
        assertThat(LakeHealth.prepare(warehouse, view, true))
                .singleElement()
                .asString()
                .contains("period_totals cannot be read", "1 from the published run");
        assertThat(stored()).containsExactly(1L, 2L);
    }

    @Test
    void aLakeThatIsGoneIsNotTakenForANewOne() throws IOException {
        run("run1", 1, 2);
        delete(warehouseFolder().resolve("lake"));
        open(warehouseFolder());
        assertThatThrownBy(() -> LakeHealth.prepare(warehouse, view, false))
                .isInstanceOf(RunFailure.class)
                .hasMessageContaining("the lake " + warehouseFolder() + "/lake is gone")
                .hasMessageContaining("--full")
                .hasMessageNotContaining("\n");
        assertThat(LakeHealth.prepare(warehouse, view, true))
                .singleElement()
                .asString()
                .contains("rebuilt");
        assertThat(stored()).containsExactly(1L, 2L);
        assertThat(seen()).containsExactly(1L, 2L);
    }

    @Test
    void aLinkThatIsGoneIsPutBack() throws IOException {
        run("run1", 1);
        run("run2", 2);
        Files.delete(warehouseFolder().resolve("tables"));
        assertThat(LakeHealth.prepare(warehouse, view, false))
                .containsExactly("the published tables were gone: run run2 is published again");
        assertThat(seen()).containsExactly(2L);
    }

    @Test
    void aViewThatWasCopiedToAFolderIsPublishedOver() throws IOException {
        run("run1", 1);
        Path tables = warehouseFolder().resolve("tables");
        Path copied = copy(tables.toRealPath(), folder.resolve("copied"));
        Files.delete(tables);
        Files.move(copied, tables);
        assertThat(LakeHealth.prepare(warehouse, view, false)).isEmpty();
        run("run2", 2);
        assertThat(Files.isSymbolicLink(tables)).isTrue();
        assertThat(seen()).containsExactly(2L);
        assertThat(warehouseFolder().resolve(".previous")).doesNotExist();
    }

    @Test
    void aSwitchThatStoppedHalfwayIsFinished() throws IOException {
        warehouse.replaceAll(PeriodTotals.TABLE, totals(1));
        view.publish("run1", Mode.COPY);
        Files.move(warehouseFolder().resolve("tables"), warehouseFolder().resolve(".previous"));
        LakeHealth.prepare(warehouse, view, false);
        assertThat(seen()).containsExactly(1L);
    }

    @Test
    void aWarehouseThatWasMovedIsAtHomeAtTheNewPlace() throws IOException {
        run("run1", 1);
        run("run2", 2);
        Path moved = Files.move(warehouseFolder(), folder.resolve("moved here"));
        open(moved);
        assertThatThrownBy(() -> LakeHealth.demandReadable(warehouse, view))
                .hasMessageContaining("was moved or copied")
                .hasMessageContaining("newsweft run");

        assertThat(LakeHealth.prepare(warehouse, view, false))
                .containsExactly(
                        "the warehouse was moved or copied to " + moved + ": its lake knows the new place now");
        assertThat(stored()).containsExactly(2L);
        assertThat(stored(kept("run1"))).containsExactly(1L);
        run("run3", 3);
        assertThat(seen()).containsExactly(3L);
        Retention.begin(warehouse, view).clean(2, true);
        assertThat(stored(kept("run2"))).containsExactly(2L);
        assertThat(Files.readString(moved.resolve("views.sql"))).contains("moved here");
        assertThat(LakeHealth.prepare(warehouse, view, false)).isEmpty();
    }

    @Test
    void aCopyIsAWarehouseOfItsOwn() throws IOException {
        run("run1", 1);
        Path original = warehouseFolder();
        List<Path> before = files(original);
        Path copy = copy(original, folder.resolve("copy"));
        open(copy);
        LakeHealth.prepare(warehouse, view, false);
        run("run2", 2);
        Retention.begin(warehouse, view).clean(1, true);
        assertThat(seen()).containsExactly(2L);

        assertThat(files(original)).isEqualTo(before);
        open(original);
        assertThat(LakeHealth.prepare(warehouse, view, true)).isEmpty();
        assertThat(stored()).containsExactly(1L);
    }

    @Test
    void aCopyThatIsNotWholeNeverWorksOnTheOriginal() throws IOException {
        run("run1", 1, 2);
        Path original = warehouseFolder();
        Path copy = copy(original, folder.resolve("copy"));
        open(copy);
        for (Path file : files(lake("period_totals").resolve("metadata"))) {
            if (file.toString().endsWith(".avro")) {
                Files.delete(file);
            }
        }
        List<Path> before = files(original);
        assertThatThrownBy(() -> LakeHealth.prepare(warehouse, view, false))
                .hasMessageContaining("period_totals was not copied whole");
        LakeHealth.prepare(warehouse, view, true);
        assertThat(stored()).containsExactly(1L, 2L);
        assertThat(files(original)).isEqualTo(before);
    }

    @Test
    void theSameFolderThroughALinkWasNotMoved() throws IOException {
        run("run1", 1);
        Path link = Files.createSymbolicLink(folder.resolve("link"), warehouseFolder());
        open(link);
        assertThat(LakeHealth.prepare(warehouse, view, false)).isEmpty();
        assertThat(stored()).containsExactly(1L);
    }

    private void assertRefusedThenRebuilt(String what) {
        assertThatThrownBy(() -> LakeHealth.prepare(warehouse, view, false))
                .isInstanceOf(RunFailure.class)
                .hasMessageContaining(what)
                .hasMessageContaining("--full")
                .hasMessageNotContaining("\n");
        assertThat(seen()).containsExactly(1L, 2L);
        assertThat(LakeHealth.prepare(warehouse, view, true))
                .singleElement()
                .asString()
                .contains(what, "rebuilt, 1 from the published run");
        assertThat(stored()).containsExactly(1L, 2L);
        assertThat(seen()).containsExactly(1L, 2L);
    }

    /** Copies a folder, with links as links and one file for each name. */
    private static Path copy(Path source, Path target) throws IOException {
        try (Stream<Path> walk = Files.walk(source)) {
            for (Path path : walk.toList()) {
                Path to = target.resolve(source.relativize(path).toString());
                Files.copy(path, to, java.nio.file.LinkOption.NOFOLLOW_LINKS, StandardCopyOption.COPY_ATTRIBUTES);
            }
        }
        return target;
    }

    @Test
    void aManifestThatCannotBeReadLeadsToTheRunBefore() throws IOException {
        run("run1", 1);
        run("run2", 2);
        Files.writeString(warehouseFolder().resolve("published/run2/.run.json"), "");
        assertThat(keptRuns()).containsExactly("run1");
        assertThat(LakeHealth.prepare(warehouse, view, false))
                .containsExactly("the published tables did not say which run they are: run run1 is published again");
        assertThat(seen()).containsExactly(1L);
        assertThat(stored()).containsExactly(1L);
    }

    @Test
    void withoutAnyManifestNothingIsForgotten() throws IOException {
        warehouse.createMissingTables();
        warehouse.append(Runs.TABLE, finished());
        run("run1", 1, 2);
        Files.writeString(warehouseFolder().resolve("published/run1/.run.json"), "{");
        assertThatThrownBy(() -> LakeHealth.prepare(warehouse, view, false))
                .isInstanceOf(RunFailure.class)
                .hasMessageContaining("--full")
                .hasMessageNotContaining("\n");
        assertThat(stored()).containsExactly(1L, 2L);
        LakeHealth.prepare(warehouse, view, true);
        assertThat(stored()).containsExactly(1L, 2L);
        assertThat(view.current()).isEmpty();
    }

    private Dataset<Row> finished() {
        Timestamp now = Timestamp.from(Instant.EPOCH);
        Row run = Runs.TABLE
                .newRow()
                .set(Runs.RUN_ID, "run1")
                .set(Runs.STARTED_AT, now)
                .set(Runs.FINISHED_AT, now)
                .set(Runs.VERSION, "1")
                .set(Runs.SETTINGS, "{}")
                .set(Runs.DOCUMENTS_READ, 2L)
                .set(Runs.DOCUMENTS_ADDED, 2L)
                .set(Runs.DOCUMENTS_CHANGED, 0L)
                .set(Runs.DOCUMENTS_REMOVED, 0L)
                .set(Runs.DOCUMENTS_REJECTED, 0L)
                .set(Runs.DOCUMENTS_TOTAL, 2L)
                .set(Runs.STAGE_SECONDS, Map.of("ingest", 1.0))
                .build();
        return warehouse.spark().createDataFrame(List.of(run), Runs.TABLE.schema());
    }

    @Test
    void aSecondWarehouseInOneCatalogIsRefusedAndTakesNothing() throws IOException {
        String[] shared = {
            "spark.sql.catalog.newsweft=org.apache.iceberg.spark.SparkCatalog",
            "spark.sql.catalog.newsweft.type=hadoop",
            "spark.sql.catalog.newsweft.warehouse=" + folder.resolve("shared"),
            "spark.sql.catalog.newsweft.cache-enabled=false"
        };
        open(folder.resolve("first"), shared);
        LakeHealth.prepare(warehouse, view, false);
        run("run1", 1, 2);
        List<Path> before = files(folder.resolve("shared"));

        open(folder.resolve("second"), shared);
        assertThatThrownBy(() -> LakeHealth.prepare(warehouse, view, false))
                .isInstanceOf(RunFailure.class)
                .hasMessageContaining("the tables of namespace news in the catalog belong to the warehouse file:"
                        + folder.resolve("first"))
                .hasMessageContaining("--namespace");
        assertThatThrownBy(() -> LakeHealth.prepare(warehouse, view, true)).isInstanceOf(RunFailure.class);
        assertThat(files(folder.resolve("shared"))).isEqualTo(before);

        // The first was moved: nothing stands at its old place, and its run was published from these tables.
        Files.move(folder.resolve("first"), folder.resolve("moved"));
        open(folder.resolve("moved"), shared);
        LakeHealth.prepare(warehouse, view, false);
        assertThat(stored()).containsExactly(1L, 2L);

        open(folder.resolve("third"), shared);
        warehouse = Warehouse.open(warehouse.spark(), folder.resolve("third").toString(), "other");
        view = PlainView.of(warehouse);
        LakeHealth.prepare(warehouse, view, false);
        run("run1", 7);
        assertThat(seen()).containsExactly(7L);
        open(folder.resolve("moved"), shared);
        assertThat(stored()).containsExactly(1L, 2L);
    }

    @Test
    void whatMayNotBeReadIsNoDamage() throws IOException {
        run("run1", 1, 2);
        List<Path> before = files(lake("period_totals"));
        warehouse.spark().conf().set("fs.file.impl", ForbiddenFiles.class.getName());
        view = PlainView.of(warehouse);
        assertThatThrownBy(() -> LakeHealth.prepare(warehouse, view, true))
                .isInstanceOf(RunFailure.class)
                .hasMessageContaining("permission denied");
        assertThat(files(lake("period_totals"))).isEqualTo(before);
    }

    /** A file system that shows no folder of data files. */
    public static final class ForbiddenFiles extends org.apache.hadoop.fs.RawLocalFileSystem {
        @Override
        public org.apache.hadoop.fs.FileStatus[] listStatus(org.apache.hadoop.fs.Path path) throws IOException {
            if (path.getName().equals("data")) {
                throw new org.apache.hadoop.security.AccessControlException("Permission denied: " + path);
            }
            return super.listStatus(path);
        }
    }
}
