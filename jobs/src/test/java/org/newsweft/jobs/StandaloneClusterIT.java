package org.newsweft.jobs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.IntPredicate;
import org.apache.hadoop.fs.FileUtil;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.newsweft.jobs.StandaloneCluster.Meanwhile;
import org.newsweft.jobs.StandaloneCluster.Submitted;

/**
 * The jar on a cluster: master, workers, executors and HDFS are processes. Every row of every table is that of a local run,
 * also where executors are killed under it. {@code mvn verify -Pcluster} runs it.
 */
@Tag("cluster")
class StandaloneClusterIT {
    /** Under the build's own folder: what processes said is to be read when a test has failed. */
    private static final Path FOLDER = Path.of("target", "cluster").toAbsolutePath();

    private static StandaloneCluster cluster;

    @BeforeAll
    static void start() throws IOException, InterruptedException {
        FileUtil.fullyDelete(FOLDER.toFile());
        cluster = StandaloneCluster.in(Files.createDirectories(FOLDER));
    }

    @AfterAll
    static void stop() {
        if (cluster != null) {
            cluster.close();
        }
    }

    /** With a folder for checkpoints any executor may go: now the older one, now the younger, in each stage. */
    @Test
    void fromAClientAnyExecutorMayBeKilledWhereThereIsAFolderForCheckpoints() throws IOException, InterruptedException {
        Path warehouse = FOLDER.resolve("warehouse");
        Path checkpoints = FOLDER.resolve("checkpoints");
        Killer killer = new Killer(1, stage -> stage % 2 == 0);

        Submitted run = run(
                "client",
                List.of("spark.checkpoint.dir=" + checkpoints.toUri()),
                killer,
                seeds(),
                warehouse.toString());

        assertThat(run.status()).as(run.log()).isZero();
        assertThat(run.log()).contains("5 articles: 5 new");
        // Ten borders between stages; a run may be faster than an executor comes back.
        assertThat(killer.killed).as("killed").hasSizeGreaterThanOrEqualTo(5);
        assertThat(checkpoints).as("what a run keeps goes with it").isEmptyDirectory();
        assertThat(content(warehouse)).isEqualTo(expected());
    }

    /** Without one two executors hold each row: the younger may go. The driver is in the cluster, all files in HDFS. */
    @Test
    void inTheClusterAndOnHdfsOneExecutorMayBeKilled() throws IOException, InterruptedException {
        assumeThat(MiniHdfs.JAR).as("mvn verify -Pcluster puts HDFS there").exists();
        try (MiniHdfs hdfs = MiniHdfs.in(FOLDER.resolve("hdfs"))) {
            hdfs.put(SeedWarehouse.seeds(), "/news");
            Killer killer = new Killer(2, stage -> false);

            Submitted run = run(
                    "cluster",
                    List.of("spark.hadoop.dfs.replication=1"),
                    killer,
                    hdfs.address("/news"),
                    hdfs.address("/warehouse"));

            assertThat(run.status()).as(run.log()).isZero();
            assertThat(run.log()).contains("5 articles: 5 new").doesNotContain("newsweft: ");
            assertThat(killer.killed).as("killed").hasSizeGreaterThanOrEqualTo(3);
            hdfs.get("/warehouse/tables", FOLDER.resolve("from-hdfs/tables"));
            assertThat(content(FOLDER.resolve("from-hdfs"))).isEqualTo(expected());
        }
    }

    /** Kills an executor a moment after each stage has begun. */
    private static final class Killer implements Meanwhile {
        private static final long PAUSE = 1_000_000_000;

        private final int every;
        private final IntPredicate isOldest;
        private final List<Long> killed = new ArrayList<>();
        private long dueAt;
        private long seen;

        /**
         * @param every stages from one kill to the next
         * @param isOldest whether to kill the older of the two, after so many stages
         */
        Killer(int every, IntPredicate isOldest) {
            this.every = every;
            this.isOldest = isOldest;
        }

        @Override
        public void look(String log) {
            long ended = log.lines()
                    .filter(line -> Nightly.JOBS.stream().anyMatch(job -> line.startsWith(job.name() + " ")))
                    .count();
            if (ended > seen) {
                seen = ended;
                dueAt = ended % every == 0 ? System.nanoTime() + PAUSE : 0;
            }
            if (dueAt != 0 && System.nanoTime() > dueAt) {
                cluster.killExecutor(isOldest.test((int) seen)).ifPresent(executor -> {
                    killed.add(executor);
                    dueAt = 0;
                });
            }
        }
    }

    private static Submitted run(
            String mode, List<String> settings, Meanwhile meanwhile, String corpus, String warehouse)
            throws IOException, InterruptedException {
        List<String> all = new ArrayList<>(settings);
        // What is killed costs the tasks that ran there a try.
        all.add("spark.task.maxFailures=40");
        all.add("spark.stage.maxConsecutiveAttempts=40");
        return cluster.submit(mode, all, meanwhile, "run", "--no-report", "--corpus", corpus, "--warehouse", warehouse);
    }

    private static String seeds() {
        return SeedWarehouse.seeds().toString();
    }

    private static Map<String, List<String>> expected() {
        return content(SeedWarehouse.get());
    }

    private static Map<String, List<String>> content(Path warehouse) {
        return PublishedTables.read(warehouse, PublishedTables::content);
    }
}
