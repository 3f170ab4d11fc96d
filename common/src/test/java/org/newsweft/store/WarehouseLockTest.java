package org.newsweft.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FSDataOutputStream;
import org.apache.hadoop.fs.RawLocalFileSystem;
import org.apache.hadoop.fs.permission.FsPermission;
import org.apache.hadoop.util.Progressable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.newsweft.store.RunFailure.Kind;

/** One run at a time: on this disk, and on a file system where only a file can say so. */
class WarehouseLockTest {
    private static final Duration LEASE = Duration.ofMillis(2500);

    @TempDir
    private Path folder;

    private Configuration hadoop;

    /** The local disk under a name that nobody takes for one. */
    public static final class Elsewhere extends RawLocalFileSystem {
        @Override
        public URI getUri() {
            return URI.create("elsewhere:///");
        }

        @Override
        public String getScheme() {
            return "elsewhere";
        }

        @Override
        protected void checkPath(org.apache.hadoop.fs.Path path) {}

        /** As on HDFS: of many who create a file, one does. */
        @Override
        public FSDataOutputStream create(
                org.apache.hadoop.fs.Path path,
                FsPermission permission,
                boolean overwrite,
                int buffer,
                short replication,
                long block,
                Progressable progress)
                throws IOException {
            if (!overwrite) {
                Files.createFile(pathToFile(path).toPath());
            }
            return super.create(path, true, buffer, replication, block, progress);
        }
    }

    @BeforeEach
    void configure() {
        hadoop = new Configuration(false);
        hadoop.set("fs.file.impl", DirectLocalFileSystem.class.getName());
        hadoop.set("fs.elsewhere.impl", Elsewhere.class.getName());
    }

    @Test
    void whoIsKeptOutIsToldWhoIsIn() {
        for (String place : new String[] {here(), elsewhere()}) {
            holding(place, Duration.ZERO, () -> {
                assertThatThrownBy(() -> holding(place, Duration.ZERO, () -> {}))
                        .isInstanceOf(RunFailure.class)
                        .hasMessageContaining(place)
                        .hasMessageContaining(System.getProperty("user.name") + " on ")
                        .hasMessageContaining(
                                "process " + ProcessHandle.current().pid())
                        .hasMessageContaining("--lock-timeout")
                        .extracting(failure -> ((RunFailure) failure).kind())
                        .isEqualTo(Kind.WAREHOUSE_BUSY);
                assertThat(WarehouseLock.holder(place, hadoop)).get().asString().contains("process ");
            });
            assertThat(WarehouseLock.holder(place, hadoop)).isEmpty();
        }
    }

    @Test
    void whoWaitsComesInWhenTheOtherHasEnded() throws Exception {
        for (String place : new String[] {here(), elsewhere()}) {
            CountDownLatch isIn = new CountDownLatch(1);
            ExecutorService other = Executors.newSingleThreadExecutor();
            Future<?> first = other.submit(() -> holding(place, Duration.ZERO, () -> {
                isIn.countDown();
                sleep(700);
            }));
            assertThat(isIn.await(10, TimeUnit.SECONDS)).isTrue();
            AtomicInteger done = new AtomicInteger();
            holding(place, Duration.ofSeconds(30), done::incrementAndGet);
            assertThat(done).hasValue(1);
            first.get();
            other.shutdown();
        }
    }

    @Test
    void aLivingOwnerElsewhereKeepsTheWarehouseBeyondItsLease() {
        holding(elsewhere(), Duration.ZERO, () -> {
            sleep(3 * LEASE.toMillis());
            assertThatThrownBy(() -> holding(elsewhere(), Duration.ZERO, () -> {}))
                    .isInstanceOf(RunFailure.class);
        });
        assertThat(folder.resolve(".lock")).doesNotExist();
    }

    @Test
    void aDeadOwnerElsewhereIsFollowedAfterItsLease() throws IOException {
        String owner = "{\"user\": \"u\", \"host\": \"h\", \"process\": 1, \"started\": \"\", \"token\": \"t\","
                + " \"heartbeat\": \"%s\"}";
        Files.writeString(folder.resolve(".lock"), owner.formatted(Instant.now()));
        assertThatThrownBy(() -> holding(elsewhere(), Duration.ZERO, () -> {}))
                .hasMessageContaining("u on h, process 1");
        AtomicInteger done = new AtomicInteger();
        holding(elsewhere(), Duration.ofSeconds(30), done::incrementAndGet);
        assertThat(done).hasValue(1);
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void anOwnerElsewhereThatWasFollowedStopsAndSaysSo() {
        assertThatThrownBy(() -> holding(elsewhere(), Duration.ZERO, () -> {
                    try {
                        Files.writeString(
                                folder.resolve(".lock"),
                                "{\"token\": \"another\", \"heartbeat\": \"%s\"}".formatted(Instant.now()));
                        Thread.sleep(20 * LEASE.toMillis());
                    } catch (IOException e) {
                        throw new java.io.UncheckedIOException(e);
                    } catch (InterruptedException e) {
                        throw new IllegalStateException("woken up", e);
                    }
                }))
                .isInstanceOf(RunFailure.class)
                .hasMessageContaining("another took over");
        // The file of the other stays.
        assertThat(folder.resolve(".lock")).exists();
    }

    @Test
    void ofManyThatTakeOverADeadOwnersWarehouseOneIsInAtATime() throws Exception {
        Files.writeString(
                folder.resolve(".lock"),
                "{\"token\": \"t\", \"heartbeat\": \"%s\"}"
                        .formatted(Instant.now().minus(LEASE.multipliedBy(3))));
        ExecutorService runs = Executors.newFixedThreadPool(4);
        AtomicInteger inside = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();
        AtomicInteger done = new AtomicInteger();
        Future<?>[] all = new Future<?>[4];
        for (int i = 0; i < all.length; i++) {
            all[i] = runs.submit(() -> holding(elsewhere(), Duration.ofSeconds(60), () -> {
                most.accumulateAndGet(inside.incrementAndGet(), Math::max);
                sleep(50);
                inside.decrementAndGet();
                done.incrementAndGet();
            }));
        }
        for (Future<?> run : all) {
            run.get();
        }
        runs.shutdown();
        assertThat(most).hasValue(1);
        assertThat(done).hasValue(4);
    }

    private String here() {
        return folder.resolve("here").toString();
    }

    private String elsewhere() {
        return "elsewhere://" + folder;
    }

    private void holding(String place, Duration timeout, Runnable work) {
        WarehouseLock.holding(place, hadoop, timeout, LEASE, () -> {
            work.run();
            return true;
        });
    }

    private static void sleep(long milliseconds) {
        try {
            Thread.sleep(milliseconds);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
