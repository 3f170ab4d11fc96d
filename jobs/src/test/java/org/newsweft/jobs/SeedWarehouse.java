package org.newsweft.jobs;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;

/** The warehouse of the five seed articles, made by the real command line once per test run and shared by its readers. */
public final class SeedWarehouse {
    private static final Path MODULE = Path.of("").toAbsolutePath();
    private static final Path FOLDER = MODULE.resolve("target").resolve("test-warehouse");

    private static final AtomicBoolean MADE = new AtomicBoolean();

    private SeedWarehouse() {}

    /**
     * The folder of the warehouse; the first call runs the jobs. Tests read it and never write to it.
     *
     * @throws IllegalStateException if the run ends with another status than 0
     */
    public static synchronized Path get() {
        if (!MADE.get()) {
            delete(FOLDER);
            run();
            MADE.set(true);
        }
        return FOLDER;
    }

    /** Runs over the five articles again: nothing is new, and the tables stay as they are. */
    static synchronized void runAgain() {
        get();
        run();
    }

    private static void run() {
        int status = Main.execute("run", "--corpus", seeds().toString(), "--warehouse", FOLDER.toString());
        if (status != 0) {
            throw new IllegalStateException("the run over the seeds ended with status " + status);
        }
    }

    /** The folder of the repository. */
    public static Path repository() {
        return MODULE.getParent();
    }

    /** The folder of the five articles. */
    public static Path seeds() {
        return repository().resolve("seeds");
    }

    /** Deletes a folder and all in it, without following links. */
    private static void delete(Path folder) {
        if (!Files.exists(folder)) {
            return;
        }
        try (Stream<Path> walk = Files.walk(folder)) {
            List<Path> deepestFirst = walk.sorted(Comparator.reverseOrder()).toList();
            for (Path path : deepestFirst) {
                Files.delete(path);
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
