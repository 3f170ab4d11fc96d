package org.newsweft.store;

import java.util.Objects;

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

    /** What kind of failure it is. */
    public Kind kind() {
        return kind;
    }
}
