package org.newsweft.store;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.function.Supplier;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FSDataOutputStream;
import org.apache.hadoop.fs.FileAlreadyExistsException;
import org.apache.hadoop.fs.FileSystem;
import org.newsweft.store.RunFailure.Kind;

/**
 * Keeps a second run out of a warehouse.
 *
 * <p>On a local disk the operating system holds the lock, so it goes with a process that dies. Elsewhere a file named
 * {@code .lock} stands for it; a run that dies leaves it behind, and the message says how to remove it.
 */
public final class WarehouseLock {
    private static final String NAME = ".lock";

    private final AutoCloseable held;

    private WarehouseLock(AutoCloseable held) {
        this.held = held;
    }

    /**
     * Does the work while no other run can.
     *
     * @throws RunFailure of kind {@link Kind#WAREHOUSE_BUSY} if another run is at it
     */
    public static <T> T holding(String location, Configuration hadoop, Supplier<T> work) {
        WarehouseLock lock = take(location, hadoop);
        try {
            return work.get();
        } finally {
            lock.release();
        }
    }

    private static WarehouseLock take(String location, Configuration hadoop) {
        org.apache.hadoop.fs.Path folder = new org.apache.hadoop.fs.Path(location);
        try {
            FileSystem files = folder.getFileSystem(hadoop);
            return PlainView.isLocal(files)
                    ? takeLocal(Path.of(files.makeQualified(folder).toUri().getPath()), location)
                    : takeRemote(files, folder);
        } catch (IOException e) {
            throw new RunFailure(Kind.USAGE, "cannot write to the warehouse " + location + ": " + e.getMessage(), e);
        }
    }

    private static WarehouseLock takeLocal(Path folder, String location) throws IOException {
        Files.createDirectories(folder);
        FileChannel channel =
                FileChannel.open(folder.resolve(NAME), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        FileLock lock;
        try {
            lock = channel.tryLock();
        } catch (OverlappingFileLockException e) {
            lock = null; // held by this very process
        }
        if (lock == null) {
            channel.close();
            throw busy(location, "wait for it to end");
        }
        return new WarehouseLock(channel);
    }

    private static WarehouseLock takeRemote(FileSystem files, org.apache.hadoop.fs.Path folder) throws IOException {
        org.apache.hadoop.fs.Path file = new org.apache.hadoop.fs.Path(folder, NAME);
        try (FSDataOutputStream out = files.create(file, false)) {
            out.write(Instant.now().toString().getBytes(StandardCharsets.UTF_8));
        } catch (FileAlreadyExistsException e) {
            throw busy(folder.toString(), "wait for it to end, or delete " + file + " if it died");
        }
        return new WarehouseLock(() -> files.delete(file, false));
    }

    private static RunFailure busy(String location, String advice) {
        return new RunFailure(Kind.WAREHOUSE_BUSY, "another run holds the warehouse " + location + ": " + advice);
    }

    private void release() {
        try {
            held.close();
        } catch (Exception e) {
            throw new RunFailure(Kind.INTERNAL, "the lock of the warehouse could not be released", e);
        }
    }
}
