package org.newsweft.store;

import java.nio.file.AccessDeniedException;
import java.util.HashSet;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * A failure that a person can act on: its message says what was wrong, where, and what to do. It carries the exit status
 * of the command line contract.
 */
public final class RunFailure extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** What kind of failure it is, and the exit status that says so. */
    public enum Kind {
        INTERNAL(1),
        USAGE(2),
        NO_READABLE_DOCUMENT(3),
        CHECK_FAILED(4),
        WAREHOUSE_BUSY(5);

        private final int exitStatus;

        Kind(int exitStatus) {
            this.exitStatus = exitStatus;
        }

        /** Exit status of the command line. */
        public int exitStatus() {
            return exitStatus;
        }
    }

    private final Kind kind;

    public RunFailure(Kind kind, String message) {
        this(kind, message, null);
    }

    public RunFailure(Kind kind, String message, Throwable cause) {
        super(message, cause);
        this.kind = Objects.requireNonNull(kind, "kind is null");
    }

    /**
     * The failure behind whatever was thrown, if it is of the machine and not of the program: a full disk, a permission
     * that is lacking, a file system that is read-only, memory that does not suffice. However deep it was wrapped; Spark
     * hands on only the text of what happened in a task.
     */
    public static Optional<RunFailure> ofMachine(Throwable thrown) {
        Set<Throwable> seen = new HashSet<>();
        for (Throwable cause = thrown; cause != null && seen.add(cause); cause = cause.getCause()) {
            if (cause instanceof OutOfMemoryError) {
                return Optional.of(outOfMemory(thrown));
            }
            Optional<RunFailure> known = ofMessage(String.valueOf(cause.getMessage()), cause, thrown);
            if (known.isPresent()) {
                return known;
            }
            for (Throwable suppressed : cause.getSuppressed()) {
                known = ofMessage(String.valueOf(suppressed.getMessage()), suppressed, thrown);
                if (known.isPresent()) {
                    return known;
                }
            }
        }
        return Optional.empty();
    }

    private static Optional<RunFailure> ofMessage(String message, Throwable cause, Throwable thrown) {
        String text = message.toLowerCase(Locale.ROOT);
        if (text.contains("no space left on device") || text.contains("disk quota exceeded")) {
            return machine(
                    thrown,
                    "the disk is full%s: make room and run again; files of the run are in the warehouse and in %s"
                            .formatted(where(message), System.getProperty("java.io.tmpdir")));
        }
        if (text.contains("read-only file system")) {
            return machine(
                    thrown,
                    "the file system is read-only%s: mount it for writing and run again".formatted(where(message)));
        }
        if (cause instanceof AccessDeniedException || text.contains("permission denied")) {
            return machine(
                    thrown,
                    "permission denied%s: let the user %s read the corpus, and read and write the warehouse, and run again"
                            .formatted(where(message), System.getProperty("user.name")));
        }
        // Spark itself refuses to start with less than 450 MB.
        if (text.contains("java.lang.outofmemoryerror")
                || text.contains("java heap space")
                || text.contains("invalid_driver_memory")) {
            return Optional.of(outOfMemory(thrown));
        }
        if (text.contains("too many open files")) {
            return machine(thrown, "too many open files: raise the limit (ulimit -n 65536) and run again");
        }
        return Optional.empty();
    }

    private static Optional<RunFailure> machine(Throwable thrown, String message) {
        return Optional.of(new RunFailure(Kind.INTERNAL, message, thrown));
    }

    private static RunFailure outOfMemory(Throwable thrown) {
        return new RunFailure(
                Kind.INTERNAL,
                "the memory of %,d MB does not suffice: give it more (NEWSWEFT_JAVA_OPTIONS=-Xmx8g, or --driver-memory of spark-submit) and run again"
                        .formatted(Runtime.getRuntime().maxMemory() >> 20),
                thrown);
    }

    /** The path in a message of the operating system: {@code /a/b (No space left on device)}, {@code /a/b: Read-only}. */
    private static String where(String message) {
        for (String word : message.lines().findFirst().orElse("").split("[ ():,\"']+", -1)) {
            String path = word.startsWith("file:") ? word.substring("file:".length()) : word;
            if (path.startsWith("/") && path.length() > 1) {
                return ", writing or reading " + path;
            }
        }
        return "";
    }

    /** What kind of failure it is. */
    public Kind kind() {
        return kind;
    }
}
