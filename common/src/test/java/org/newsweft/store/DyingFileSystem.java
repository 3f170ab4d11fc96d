package org.newsweft.store;

import java.io.IOException;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.hadoop.fs.FSDataOutputStream;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.fs.RawLocalFileSystem;
import org.apache.hadoop.fs.permission.FsPermission;
import org.apache.hadoop.util.Progressable;

/** A local disk that is cut off after some changes, as if the machine had been: nothing is written from then on. */
public final class DyingFileSystem extends RawLocalFileSystem {
    static final String LIVES = "newsweft.test.lives";
    private static final AtomicInteger LEFT = new AtomicInteger();

    /** The next so many changes succeed. */
    static void begin(int changes) {
        LEFT.set(changes);
    }

    @Override
    public boolean delete(Path path, boolean recursive) throws IOException {
        live();
        return super.delete(path, recursive);
    }

    @Override
    public boolean rename(Path source, Path target) throws IOException {
        live();
        return super.rename(source, target);
    }

    @Override
    public FSDataOutputStream create(
            Path path, boolean overwrite, int buffer, short replication, long block, Progressable progress)
            throws IOException {
        live();
        return super.create(path, overwrite, buffer, replication, block, progress);
    }

    @Override
    public FSDataOutputStream create(
            Path path,
            FsPermission permission,
            boolean overwrite,
            int buffer,
            short replication,
            long block,
            Progressable progress)
            throws IOException {
        live();
        return super.create(path, permission, overwrite, buffer, replication, block, progress);
    }

    @Override
    public void setPermission(Path path, FsPermission permission) {
        // As in DirectLocalFileSystem: no process for it.
    }

    private static void live() throws IOException {
        if (LEFT.getAndDecrement() <= 0) {
            throw new IOException("the machine is off");
        }
    }
}
