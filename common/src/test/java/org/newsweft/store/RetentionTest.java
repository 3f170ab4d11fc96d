package org.newsweft.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.newsweft.store.PlainView.Mode;
import org.newsweft.store.PlainView.Published;
import org.newsweft.table.figures.PeriodTotals;

@SuppressWarnings("serial")
class RetentionTest extends LakeTest {
    @Test
    void theLatestRunsStayAndWhatOnlyOthersNeededGoes() throws IOException {
        for (long night = 1; night <= 5; night++) {
            run("run" + night, night, 10 * night);
        }
        assertThat(keptRuns()).containsExactly("run5", "run4", "run3", "run2", "run1");
        Retention.Result cleaned = Retention.begin(warehouse, view).clean(2, true);

        assertThat(cleaned.runs()).isEqualTo(3);
        assertThat(cleaned.files()).isPositive();
        assertThat(keptRuns()).containsExactly("run5", "run4");
        assertThat(files(warehouseFolder().resolve("published")))
                .noneMatch(file -> file.toString().contains("run3"));
        assertThat(dataFiles("period_totals")).hasSize(2);
        // Each of the five nights added a row to this one: all files are needed.
        assertThat(dataFiles("story_pairs")).hasSize(5);
        assertThat(seen()).containsExactly(5L, 50L);
        assertThat(stored(kept("run4"))).containsExactly(4L, 40L);
        assertThat(Retention.begin(warehouse, view).clean(2, true).files()).isZero();
    }

    @Test
    void noAgeMakesAKeptRunGo() {
        run("run1", 1);
        run("run2", 2);
        run("run3", 3);
        // As if all of them were older than what Iceberg keeps by itself.
        warehouse
                .load(PeriodTotals.TABLE)
                .updateProperties()
                .set("history.expire.max-snapshot-age-ms", "1")
                .commit();
        Retention.begin(warehouse, view).clean(2, true);
        assertThat(stored(kept("run2"))).containsExactly(2L);
        assertThat(keptRuns()).containsExactly("run3", "run2");
    }

    @Test
    void theRunThatReadersSeeStaysHoweverOldItIs() {
        run("run1", 1);
        run("run2", 2);
        run("run3", 3);
        view.publish(kept("run1"), Mode.LINK);
        warehouse.rollBackTo(kept("run1").snapshots());
        assertThat(seen()).containsExactly(1L);

        Retention.begin(warehouse, view).clean(2, true);

        assertThat(keptRuns()).containsExactly("run3", "run1");
        assertThat(seen()).containsExactly(1L);
        // Forward again.
        view.publish(kept("run3"), Mode.LINK);
        warehouse.rollBackTo(kept("run3").snapshots());
        assertThat(seen()).containsExactly(3L);
        assertThat(stored()).containsExactly(3L);
    }

    @Test
    void withCopiesInsteadOfLinksARunComesBackOutOfTheLake() throws IOException {
        warehouse.replaceAll(PeriodTotals.TABLE, totals(1));
        view.publish("run1", Mode.COPY);
        warehouse.replaceAll(PeriodTotals.TABLE, totals(2));
        view.publish("run2", Mode.COPY);
        Retention.begin(warehouse, view).clean(7, true);
        assertThat(keptRuns()).containsExactly("run2", "run1");
        assertThat(files(warehouseFolder().resolve("published"))).hasSize(2);

        view.publish(kept("run1"), view.mode());
        assertThat(seen()).containsExactly(1L);
        assertThat(Files.isSymbolicLink(warehouseFolder().resolve("tables"))).isFalse();
    }

    @Test
    void whatARunThatDiedHasLeftIsFoundByTheNext() throws IOException {
        run("run1", 1);
        Retention.begin(warehouse, view); // and dies:
        warehouse.replaceAll(PeriodTotals.TABLE, totals(7));
        Path neverCommitted = lake("period_totals").resolve("data/never-committed.parquet");
        Files.writeString(neverCommitted, "half a file");
        Path halfAView = Files.createDirectories(warehouseFolder().resolve("published/.run2"));

        warehouse.rollBackTo(view.current().orElseThrow().snapshots());
        Retention next = Retention.begin(warehouse, view);
        assertThat(next.isAfterDeath()).isTrue();
        next.clean(7, false);

        assertThat(neverCommitted).doesNotExist();
        assertThat(halfAView).doesNotExist();
        assertThat(dataFiles("period_totals")).hasSize(1);
        assertThat(seen()).containsExactly(1L);
        assertThat(Retention.begin(warehouse, view).isAfterDeath()).isFalse();
    }

    @Test
    void theSmallFilesOfManyNightsBecomeOneAndTheRowsStay() throws IOException {
        for (long night = 0; night < 34; night++) {
            warehouse.append(PeriodTotals.TABLE, totals(night));
        }
        view.publish("run1", Mode.LINK);
        assertThat(dataFiles("period_totals")).hasSize(34);
        List<Long> before = stored();

        Retention.Result cleaned = Retention.begin(warehouse, view).clean(7, true);

        assertThat(cleaned.tables()).isEqualTo(1);
        assertThat(dataFiles("period_totals").size()).isLessThan(4);
        Published current = view.current().orElseThrow();
        assertThat(stored(current)).isEqualTo(before);
        assertThat(seen()).isEqualTo(before);
        // The next run starts from the new files, and does not take them back.
        assertThat(warehouse.rollBackTo(current.snapshots())).isFalse();
        assertThat(stored()).isEqualTo(LongStream.range(0, 34).boxed().toList());
    }

    @Test
    void wherePublishedRunsDoNotOverlapDiskUseIsTheirOwn() {
        run("run1", 1);
        run("run2", 2);
        var use = DiskUse.byRun(warehouse, view.kept());
        assertThat(use.keySet()).containsExactly("run2", "run1");
        // run2 has all rows of story_pairs, which only grows: run1 owns no more than its totals.
        assertThat(use.get("run1").ownBytes())
                .isPositive()
                .isLessThan(use.get("run1").bytes());
        assertThat(use.get("run2").bytes()).isGreaterThan(use.get("run1").bytes());
        assertThat(DiskUse.total(view)).isGreaterThan(use.get("run2").bytes());
    }

    @Test
    void killedAnywhereItHurtsNoKeptRunAndTheNextFinishesItsWork() throws IOException {
        long seed = 20130415;
        Random random = new Random(seed);
        for (long night = 1; night <= 6; night++) {
            run("run" + night, night, 100 + night);
        }
        for (int kill = 0; kill < 8; kill++) {
            int operation = random.nextInt(60);
            open(
                    warehouseFolder(),
                    "fs.file.impl=" + DyingFileSystem.class.getName(),
                    "fs.file.impl.disable.cache=true",
                    DyingFileSystem.LIVES + "=" + operation);
            DyingFileSystem.begin(operation);
            boolean died = false;
            try {
                Retention.begin(warehouse, view).clean(3, true);
            } catch (RuntimeException e) {
                died = true;
            }
            open(warehouseFolder());
            String state = "seed %d, killed before change %d: %s".formatted(seed, operation, died);
            String current = view.current().orElseThrow().runId();
            long night = Long.parseLong(current.substring(3));
            assertThat(seen()).as(state).containsExactly(night, 100 + night);
            for (Published kept : view.kept()) {
                long of = Long.parseLong(kept.runId().substring(3));
                assertThat(stored(kept)).as(state + ", " + kept.runId()).containsExactly(of, 100 + of);
            }
            assertThat(keptRuns()).as(state).contains(current).hasSizeGreaterThanOrEqualTo(3);
            // One more night, whole, and there is something to delete again.
            warehouse.rollBackTo(view.current().orElseThrow().snapshots());
            run("run" + (night + 1), night + 1, 100 + night + 1);
        }
        Retention.begin(warehouse, view).clean(3, true);
        Retention.begin(warehouse, view).clean(3, true);
        assertThat(keptRuns()).hasSize(3);
        assertThat(dataFiles("period_totals")).hasSize(3);
    }

    @Test
    void atLeastOneRunIsKept() {
        assertThatThrownBy(() -> Retention.begin(warehouse, view).clean(0, true))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
