package org.newsweft.corpus;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.LocatedFileStatus;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.fs.RemoteIterator;

/**
 * Lists the files under a folder, but for those of warehouses: a warehouse below the corpus would be read as corpus, and
 * grow by itself every night. What is listed but cannot be opened, such as a link that leads nowhere, is for the reader
 * to refuse by name.
 */
final class CorpusFolders {
    private static final String LAKE = "lake";
    private static final String PUBLISHED = "published";
    private static final String LOCK = ".lock";
    private static final String VIEWS = "views.sql";

    private final FileSystem fileSystem;
    private final Set<String> warehouses = new TreeSet<>();

    CorpusFolders(FileSystem fileSystem) {
        this.fileSystem = fileSystem;
    }

    /** Addresses of the warehouses that were passed over, in their order. */
    Set<String> warehouses() {
        return warehouses;
    }

    /** All files below a folder, hidden ones included; none if it lies in a warehouse. */
    List<FileStatus> files(Path root) throws IOException {
        for (Path folder = fileSystem.resolvePath(root); folder != null; folder = folder.getParent()) {
            if (isWarehouse(folder)) {
                warehouses.add(folder.toString());
                return List.of();
            }
        }
        return fileSystem.getScheme().equals("file") ? localFiles(root) : remoteFiles(root);
    }

    private boolean isWarehouse(Path folder) throws IOException {
        boolean isPublished = fileSystem.exists(new Path(folder, PUBLISHED));
        if (isPublished && fileSystem.exists(new Path(folder, VIEWS))) {
            return true;
        }
        return fileSystem.exists(new Path(folder, LAKE)) && (isPublished || fileSystem.exists(new Path(folder, LOCK)));
    }

    /** The listing of a store has no folders: they are seen by their files. */
    private List<FileStatus> remoteFiles(Path root) throws IOException {
        List<FileStatus> all = new ArrayList<>();
        RemoteIterator<LocatedFileStatus> listing = fileSystem.listFiles(root, true);
        while (listing.hasNext()) {
            all.add(listing.next());
        }
        Set<Path> candidates = new HashSet<>();
        for (FileStatus file : all) {
            for (Path at = file.getPath().getParent(); at != null && !at.equals(root); at = at.getParent()) {
                if (at.getName().equals(LAKE) || at.getName().equals(PUBLISHED)) {
                    candidates.add(at.getParent());
                }
            }
        }
        Set<Path> found = new HashSet<>();
        for (Path candidate : candidates) {
            if (isWarehouse(candidate)) {
                found.add(candidate);
                warehouses.add(candidate.toString());
            }
        }
        all.removeIf(file -> isBelow(file.getPath(), found));
        return all;
    }

    private static boolean isBelow(Path file, Set<Path> folders) {
        for (Path at = file.getParent(); at != null && !folders.isEmpty(); at = at.getParent()) {
            if (folders.contains(at)) {
                return true;
            }
        }
        return false;
    }

    /**
     * Files of a local folder, links followed. Hadoop's listing leaves out links that lead nowhere; one that leads back
     * into a folder above it would go round and round.
     */
    private List<FileStatus> localFiles(Path root) throws IOException {
        List<FileStatus> files = new ArrayList<>();
        Set<java.nio.file.Path> listed = new HashSet<>();
        Deque<java.nio.file.Path> folders = new ArrayDeque<>(List.of(java.nio.file.Path.of(root.toUri())));
        while (!folders.isEmpty()) {
            java.nio.file.Path folder = folders.removeFirst();
            java.nio.file.Path real = folder.toRealPath();
            if (!listed.add(real)) {
                continue;
            }
            if (isLocalWarehouse(real)) {
                warehouses.add(new Path(folder.toUri()).toString());
                continue;
            }
            // Of two ways to a folder the same one must be taken every night.
            for (java.nio.file.Path inside : sorted(folder)) {
                if (Files.isDirectory(inside)) {
                    folders.addLast(inside);
                } else {
                    files.add(status(inside));
                }
            }
        }
        return files;
    }

    private static boolean isLocalWarehouse(java.nio.file.Path folder) {
        boolean isPublished = Files.isDirectory(folder.resolve(PUBLISHED));
        return (isPublished && Files.exists(folder.resolve(VIEWS)))
                || (Files.isDirectory(folder.resolve(LAKE)) && (isPublished || Files.exists(folder.resolve(LOCK))));
    }

    private static List<java.nio.file.Path> sorted(java.nio.file.Path folder) throws IOException {
        List<java.nio.file.Path> insides = new ArrayList<>();
        try (DirectoryStream<java.nio.file.Path> stream = Files.newDirectoryStream(folder)) {
            stream.forEach(insides::add);
        }
        insides.sort(null);
        return insides;
    }

    private FileStatus status(java.nio.file.Path file) throws IOException {
        BasicFileAttributes attributes;
        try {
            attributes = Files.readAttributes(file, BasicFileAttributes.class);
        } catch (IOException e) {
            attributes = Files.readAttributes(file, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
        }
        return new FileStatus(
                attributes.isRegularFile() ? attributes.size() : 0,
                false,
                1,
                1,
                attributes.lastModifiedTime().toMillis(),
                fileSystem.makeQualified(new Path(null, null, file.toString())));
    }

    /**
     * Why a file that was listed cannot be opened, or null: it is a link that leads nowhere, no file at all (a pipe would
     * be waited for without end), or goes by a name that cannot be written down.
     */
    static String problem(Path path, FileSystem fileSystem) {
        if (!fileSystem.getScheme().equals("file")) {
            return null;
        }
        java.nio.file.Path file = java.nio.file.Path.of(path.toUri().getPath());
        if (Files.isRegularFile(file)) {
            return null;
        }
        if (Files.isSymbolicLink(file)) {
            return "a link that leads to no file";
        }
        if (Files.exists(file, LinkOption.NOFOLLOW_LINKS)) {
            return "no file of bytes";
        }
        return path.getName().indexOf('\uFFFD') >= 0 || path.getName().indexOf('?') >= 0
                ? "its name is not UTF-8"
                : "it is gone since it was listed";
    }
}
