package org.newsweft.store;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FSDataOutputStreamBuilder;
import org.apache.hadoop.fs.FileSystem;
import org.newsweft.store.RunFailure.Kind;

/**
 * Keeps a second run out of a warehouse. The file {@code .lock} says who is in: user, host, process, since when.
 *
 * <p>On a local disk the operating system holds the lock, so it goes with a process that dies. Elsewhere the existence of
 * the file stands for it, and its owner renews it: an owner that has not done so for a lease is dead, and the next run
 * takes over. An owner that was only asleep finds out at its next heartbeat, and stops before it publishes.
 */
public final class WarehouseLock {
    /** An owner elsewhere that gave no sign for so long is dead. */
    static final Duration LEASE = Duration.ofMinutes(5);

    private static final String NAME = ".lock";
    private static final Duration RETRY = Duration.ofSeconds(1);
    private static final ObjectMapper JSON = new ObjectMapper();

    private final AutoCloseable held;
    private final AtomicBoolean isLost;

    private WarehouseLock(AutoCloseable held, AtomicBoolean isLost) {
        this.held = held;
        this.isLost = isLost;
    }

    /**
     * Does the work while no other run can.
     *
     * @throws RunFailure of kind {@link Kind#WAREHOUSE_BUSY} if another run is at it
     */
    public static <T> T holding(String location, Configuration hadoop, Supplier<T> work) {
        return holding(location, hadoop, Duration.ZERO, work);
    }

    /**
     * As {@link #holding(String, Configuration, Supplier)}, but waits for another run to end.
     *
     * @param timeout how long at most
     */
    public static <T> T holding(String location, Configuration hadoop, Duration timeout, Supplier<T> work) {
        return holding(location, hadoop, timeout, LEASE, work);
    }

    static <T> T holding(String location, Configuration hadoop, Duration timeout, Duration lease, Supplier<T> work) {
        WarehouseLock lock = take(location, hadoop, timeout, lease);
        T result;
        try {
            result = work.get();
        } catch (RuntimeException e) {
            if (lock.isLost.get()) {
                throw lost(location, e);
            }
            throw e;
        } finally {
            lock.release();
        }
        if (lock.isLost.get()) {
            throw lost(location, null);
        }
        return result;
    }

    /** Who holds the warehouse now, for a message; empty if nobody does. */
    public static Optional<String> holder(String location, Configuration hadoop) {
        org.apache.hadoop.fs.Path folder = new org.apache.hadoop.fs.Path(location);
        try {
            FileSystem files = folder.getFileSystem(hadoop);
            org.apache.hadoop.fs.Path file = new org.apache.hadoop.fs.Path(folder, NAME);
            if (!files.exists(file)) {
                return Optional.empty();
            }
            if (!PlainView.isLocal(files)) {
                JsonNode owner = owner(files, file);
                return isDead(owner, LEASE) ? Optional.empty() : Optional.of(describe(owner));
            }
            try (FileChannel channel =
                            FileChannel.open(PlainView.local(files.makeQualified(file)), StandardOpenOption.WRITE);
                    FileLock lock = channel.tryLock()) {
                return lock == null ? Optional.of(describe(owner(files, file))) : Optional.empty();
            } catch (OverlappingFileLockException e) {
                return Optional.of(describe(owner(files, file)));
            }
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    private static WarehouseLock take(String location, Configuration hadoop, Duration timeout, Duration lease) {
        org.apache.hadoop.fs.Path folder = new org.apache.hadoop.fs.Path(location);
        long end = System.nanoTime() + timeout.toNanos();
        try {
            FileSystem files = folder.getFileSystem(hadoop);
            org.apache.hadoop.fs.Path file = files.makeQualified(new org.apache.hadoop.fs.Path(folder, NAME));
            while (true) {
                Optional<WarehouseLock> lock =
                        PlainView.isLocal(files) ? takeLocal(PlainView.local(file)) : takeRemote(files, file, lease);
                if (lock.isPresent()) {
                    return lock.get();
                }
                if (System.nanoTime() >= end) {
                    throw new RunFailure(
                            Kind.WAREHOUSE_BUSY,
                            "another run holds the warehouse %s (%s): wait for it to end, or let this one wait with --lock-timeout 30m"
                                    .formatted(location, describe(owner(files, file))));
                }
                Thread.sleep(Math.min(RETRY.toMillis(), Math.max(1, timeout.toMillis())));
            }
        } catch (IOException e) {
            throw RunFailure.ofMachine(e)
                    .orElseGet(() -> new RunFailure(
                            Kind.USAGE, "cannot write to the warehouse " + location + ": " + e.getMessage(), e));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new RunFailure(Kind.INTERNAL, "interrupted while waiting for the warehouse " + location, e);
        }
    }

    private static Optional<WarehouseLock> takeLocal(Path file) throws IOException {
        Files.createDirectories(file.getParent());
        FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        FileLock lock;
        try {
            lock = channel.tryLock();
        } catch (OverlappingFileLockException e) {
            lock = null; // held by this very process
        }
        if (lock == null) {
            channel.close();
            return Optional.empty();
        }
        try {
            channel.truncate(0);
            channel.write(ByteBuffer.wrap(JSON.writeValueAsBytes(me(""))));
        } catch (IOException e) {
            // A full disk: the lock holds without a name in it.
            channel.truncate(0);
        }
        return Optional.of(new WarehouseLock(channel, new AtomicBoolean()));
    }

    private static Optional<WarehouseLock> takeRemote(FileSystem files, org.apache.hadoop.fs.Path file, Duration lease)
            throws IOException, InterruptedException {
        String token = UUID.randomUUID().toString();
        if (files.exists(file)) {
            JsonNode owner = owner(files, file);
            if (!isDead(owner, lease) || !buried(files, file, owner, lease)) {
                return Optional.empty();
            }
        }
        try (OutputStream out = createdFirst(files, file)) {
            out.write(JSON.writeValueAsBytes(me(token)));
        } catch (IOException e) {
            if (files.exists(file)) {
                return Optional.empty(); // another was faster
            }
            throw e;
        }
        if (!isMine(files, file, token)) {
            return Optional.empty();
        }
        AtomicBoolean isLost = new AtomicBoolean();
        return Optional.of(new WarehouseLock(heartbeat(files, file, token, lease, isLost), isLost));
    }

    /**
     * Takes a dead owner's file away, unless somebody else does. Who may is whoever makes the file that is named after
     * the dead: it stands until the dead is gone, and who makes it later reads another owner. A rename instead would
     * move a living owner's file away for a moment, and let a third in.
     */
    private static boolean buried(FileSystem files, org.apache.hadoop.fs.Path file, JsonNode dead, Duration lease)
            throws IOException {
        String token = dead.path("token").asText("unknown");
        org.apache.hadoop.fs.Path claim = file.suffix("-dead-" + token.replaceAll("[^A-Za-z0-9-]", "_"));
        try {
            createdFirst(files, claim).close();
        } catch (IOException e) {
            if (isDead(owner(files, claim), lease)) {
                files.delete(claim, false); // it died over it
            }
            return false;
        }
        try {
            JsonNode now = owner(files, file);
            return now.path("token").equals(dead.path("token")) && isDead(now, lease) && files.delete(file, false);
        } finally {
            files.delete(claim, false);
        }
    }

    /** Creates a file that must not be there yet. An object store looks twice only where it is asked to. */
    private static OutputStream createdFirst(FileSystem files, org.apache.hadoop.fs.Path file) throws IOException {
        FSDataOutputStreamBuilder<?, ?> builder = files.createFile(file);
        builder.opt("fs.option.create.conditional.overwrite", true);
        builder.recursive();
        return builder.overwrite(false).build();
    }

    /** Renews the file while the work goes on; says so, and wakes the work up, if it was taken over. */
    private static AutoCloseable heartbeat(
            FileSystem files, org.apache.hadoop.fs.Path file, String token, Duration lease, AtomicBoolean isLost) {
        Thread work = Thread.currentThread();
        ScheduledExecutorService heart = Executors.newSingleThreadScheduledExecutor(beat -> {
            Thread thread = new Thread(beat, "warehouse-lock");
            thread.setDaemon(true);
            return thread;
        });
        long pause = Math.max(1, lease.toMillis() / 6);
        ScheduledFuture<?> beats = heart.scheduleWithFixedDelay(
                () -> {
                    try {
                        if (isTakenOver(files, file, token)) {
                            isLost.set(true);
                            work.interrupt();
                            heart.shutdown();
                        } else {
                            try (OutputStream out = files.create(file, true)) {
                                out.write(JSON.writeValueAsBytes(me(token)));
                            }
                        }
                    } catch (IOException e) {
                        // A storage that does not answer: the next beat tries again, the lease is six of them.
                        return;
                    }
                },
                pause,
                pause,
                TimeUnit.MILLISECONDS);
        return () -> {
            beats.cancel(false);
            heart.shutdownNow();
            heart.awaitTermination(10, TimeUnit.SECONDS);
            if (isMine(files, file, token)) {
                files.delete(file, false);
            }
        };
    }

    /** A file that cannot be read just now says nothing. */
    private static boolean isTakenOver(FileSystem files, org.apache.hadoop.fs.Path file, String token)
            throws IOException {
        JsonNode owner = owner(files, file);
        return !files.exists(file)
                || (owner.has("token") && !owner.path("token").asText().equals(token));
    }

    private static boolean isMine(FileSystem files, org.apache.hadoop.fs.Path file, String token) {
        return owner(files, file).path("token").asText().equals(token);
    }

    /** What the file says; nothing where it is being written, or is of another age. */
    private static JsonNode owner(FileSystem files, org.apache.hadoop.fs.Path file) {
        try (InputStream in = files.open(file)) {
            JsonNode owner = JSON.readTree(in);
            if (owner.isObject()) {
                return owner;
            }
        } catch (IOException e) {
            // Falls through to what is known: the time of the file.
        }
        ObjectNode unknown = JSON.createObjectNode();
        try {
            unknown.put(
                    "heartbeat",
                    Instant.ofEpochMilli(files.getFileStatus(file).getModificationTime())
                            .toString());
        } catch (IOException e) {
            unknown.put("heartbeat", Instant.now().toString());
        }
        return unknown;
    }

    private static boolean isDead(JsonNode owner, Duration lease) {
        return Instant.parse(owner.path("heartbeat").asText()).plus(lease).isBefore(Instant.now());
    }

    private static ObjectNode me(String token) {
        return JSON.createObjectNode()
                .put("user", System.getProperty("user.name", "unknown"))
                .put("host", host())
                .put("process", ProcessHandle.current().pid())
                .put(
                        "started",
                        ProcessHandle.current()
                                .info()
                                .startInstant()
                                .orElse(Instant.EPOCH)
                                .toString())
                .put("heartbeat", Instant.now().toString())
                .put("token", token);
    }

    private static String describe(JsonNode owner) {
        return owner.has("host")
                ? "%s on %s, process %s, started %s"
                        .formatted(
                                owner.path("user").asText(),
                                owner.path("host").asText(),
                                owner.path("process").asText(),
                                owner.path("started").asText())
                : "its name is not known; last sign " + owner.path("heartbeat").asText();
    }

    private static String host() {
        try {
            return InetAddress.getLocalHost().getHostName();
        } catch (UnknownHostException e) {
            return "unknown host";
        }
    }

    private static RunFailure lost(String location, Exception cause) {
        return new RunFailure(
                Kind.WAREHOUSE_BUSY,
                "this run gave no sign for too long, and another took over the warehouse " + location
                        + ": its work counts, nothing has to be done",
                cause);
    }

    private void release() {
        try {
            held.close();
        } catch (Exception e) {
            throw new RunFailure(Kind.INTERNAL, "the lock of the warehouse could not be released", e);
        }
    }
}
