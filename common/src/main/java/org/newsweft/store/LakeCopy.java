package org.newsweft.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.FileUtil;
import org.apache.hadoop.fs.LocatedFileStatus;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.fs.RemoteIterator;
import org.newsweft.store.PlainView.Published;
import org.newsweft.store.RunFailure.Kind;

/** A second warehouse with the lake of a first, to try something on: what is done to it never reaches the first. */
public final class LakeCopy {
    private LakeCopy() {}

    /**
     * Copies the lake and what is known of the published run. Data files, which nothing ever writes to, are linked where
     * the file system has links. To be called under the lock of the first warehouse.
     *
     * @param view the view of the first warehouse
     * @param target folder of the second, in the same file system
     */
    public static void make(PlainView view, String target) {
        FileSystem files = view.files();
        Configuration hadoop = files.getConf();
        Path lake = new Path(view.root(), Warehouse.LAKE);
        Path copy = files.makeQualified(new Path(target));
        Published published = view.current().orElseThrow();
        demandFolders(files, lake);
        try {
            String prefix = lake.toUri().getPath();
            RemoteIterator<LocatedFileStatus> listing = files.listFiles(lake, true);
            while (listing.hasNext()) {
                Path file = listing.next().getPath();
                Path to = new Path(copy, Warehouse.LAKE + file.toUri().getPath().substring(prefix.length()));
                files.mkdirs(to.getParent());
                if (PlainView.isLocal(files) && file.getParent().getName().equals("data")) {
                    PlainView.link(PlainView.local(file), PlainView.local(to));
                } else {
                    FileUtil.copy(files, file, files, to, false, hadoop);
                }
            }
            view.writeManifest(new Path(copy, PlainView.TABLES), published);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot copy the lake " + lake + " to " + copy + ": " + e.getMessage(), e);
        }
    }

    private static void demandFolders(FileSystem files, Path lake) {
        try {
            if (files.exists(lake)) {
                return;
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + lake, e);
        }
        throw new RunFailure(
                Kind.USAGE,
                "there is no lake of folders in " + lake + " that could be copied: verify without --sample");
    }
}
