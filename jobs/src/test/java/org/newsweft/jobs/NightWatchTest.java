package org.newsweft.jobs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.newsweft.jobs.engine.Night;
import org.newsweft.jobs.engine.Progress;
import org.newsweft.jobs.engine.Upkeep;
import org.newsweft.store.PlainView;
import org.newsweft.store.RunFailure;
import org.newsweft.store.RunJournal;
import org.newsweft.store.Warehouse;
import org.newsweft.testing.SparkTest;

@SuppressWarnings("serial")
class NightWatchTest extends SparkTest {
    @TempDir
    private transient Path folder;

    @AfterEach
    void forgetTheSession() {
        SparkSession.clearActiveSession();
    }

    @Test
    void aFailureSaysWhetherTheRunIsPublished() throws IOException {
        SparkSession session = spark().newSession();
        SparkSession.setActiveSession(session);
        Warehouse warehouse = Warehouse.open(session, folder.toString());
        Progress silent = Progress.on(System.err, false, 1);

        assertThatThrownBy(() -> NightWatch.over(warehouse, Upkeep.DEFAULT, silent, watch -> {
                    watch.prepare(false);
                    throw new IllegalStateException("No space left on device");
                }))
                .isInstanceOf(IllegalStateException.class);
        assertThat(last(warehouse).outcome()).isEqualTo("failed");
        assertThat(last(warehouse).status()).isEqualTo(1);
        assertThat(PlainView.of(warehouse).current()).isEmpty();

        String[] published = {""};
        assertThatThrownBy(() -> NightWatch.over(warehouse, Upkeep.DEFAULT, silent, watch -> {
                    published[0] = watch.runId();
                    watch.prepare(false);
                    watch.view().publish(watch.runId(), PlainView.Mode.LINK);
                    watch.published();
                    throw new IllegalStateException("/x/views.sql (No space left on device)");
                }))
                .isInstanceOf(RunFailure.class)
                .hasMessageStartingWith("run " + published[0] + " IS published")
                .hasMessageContaining("the disk is full, writing or reading /x/views.sql")
                .hasMessageNotContaining("\n");
        assertThat(PlainView.of(warehouse).current().orElseThrow().runId()).isEqualTo(published[0]);
        assertThat(last(warehouse).outcome()).isEqualTo("published");
        assertThat(last(warehouse).status()).isEqualTo(1);

        // What it could not write is written by the next.
        NightWatch.over(warehouse, Upkeep.DEFAULT, silent, watch -> {
            watch.prepare(false);
            return new Night.Outcome(published[0], null);
        });
        assertThat(Files.readString(folder.resolve("views.sql"))).contains(published[0]);
    }

    private static RunJournal.Ended last(Warehouse warehouse) throws IOException {
        List<RunJournal.Ended> runs = RunJournal.latest(
                warehouse.location(), warehouse.spark().sessionState().newHadoopConf(), 1);
        return runs.get(0);
    }
}
