package org.newsweft.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermissions;
import org.apache.hadoop.fs.RawLocalFileSystem;
import org.apache.hadoop.fs.permission.FsPermission;

/**
 * Hadoop's local file system without its detours: where Hadoop's native library is missing, as on every laptop, the
 * original starts a {@code chmod} process for each file it creates, which took most of the time of a small run. Nor does
 * it write checksum files: Parquet and Iceberg carry their own.
 *
 * <p>Named in {@code fs.file.impl} for embedded runs; a cluster keeps what it has.
 */
public final class DirectLocalFileSystem extends RawLocalFileSystem {
    @Override
    public String getScheme() {
        return "file";
    }

    @Override
    public void setPermission(org.apache.hadoop.fs.Path path, FsPermission permission) throws IOException {
        Path file = pathToFile(path).toPath();
        PosixFileAttributeView attributes = Files.getFileAttributeView(file, PosixFileAttributeView.class);
        if (attributes != null) {
            // "rwxr-xr-x": the sticky bit, a tenth character, means nothing here.
            String mode = new FsPermission(permission.toShort()).toString().substring(0, 9);
            attributes.setPermissions(
                    PosixFilePermissions.fromString(mode.replace('t', 'x').replace('T', '-')));
        }
    }
}
