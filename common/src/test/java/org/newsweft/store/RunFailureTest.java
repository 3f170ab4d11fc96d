package org.newsweft.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import org.apache.spark.SparkException;
import org.junit.jupiter.api.Test;
import org.newsweft.store.RunFailure.Kind;

/** What the machine lacks is said in one line, however deep it was wrapped. */
class RunFailureTest {
    @Test
    void aFullDiskIsSaidWithTheFile() {
        assertThat(message(new UncheckedIOException(
                        new FileSystemException("/data/w/lake/x.parquet", null, "No space left on device"))))
                .isEqualTo(
                        "the disk is full, writing or reading /data/w/lake/x.parquet: make room and run again; files of"
                                + " the run are in the warehouse and in " + System.getProperty("java.io.tmpdir"));
    }

    @Test
    void whatHappenedInATaskComesAsTextOnly() {
        String text =
                "Job aborted due to stage failure: Task 0 in stage 1.0 failed 1 times, most recent failure: Lost task"
                        + " (localhost executor driver): java.io.IOException: No space left on device\n"
                        + "\tat java.base/sun.nio\n"
                        + "\tat org.apache.spark";
        assertThat(message(new RuntimeException("wrapped", new SparkException(text, null))))
                .startsWith("the disk is full")
                .doesNotContain("\n");
        assertThat(message(new SparkException("Task failed: java.lang.OutOfMemoryError: Java heap space", null)))
                .contains("does not suffice", "-Xmx");
    }

    @Test
    void permissionsReadOnlyDisksAndMemoryHaveTheirOwnLine() {
        assertThat(message(new UncheckedIOException(new AccessDeniedException("/data/w/.lock"))))
                .startsWith("permission denied, writing or reading /data/w/.lock");
        assertThat(message(new IOException("/w/.lock: Read-only file system")))
                .startsWith("the file system is read-only, writing or reading /w/.lock: ");
        assertThat(message(new IllegalStateException(new OutOfMemoryError("GC overhead limit exceeded"))))
                .contains("does not suffice");
        assertThat(message(new IllegalArgumentException(
                        "[INVALID_DRIVER_MEMORY] System memory 93323264 must be at least 471859200.")))
                .contains("does not suffice");
        assertThat(message(new IOException("file:/data/x: Too many open files")))
                .contains("ulimit -n");
    }

    @Test
    void aMistakeOfOursIsNoneOfTheMachine() {
        assertThat(RunFailure.ofMachine(new IllegalArgumentException("no such column")))
                .isEmpty();
        IOException circle = new IOException("a");
        IOException other = new IOException("b", circle);
        circle.initCause(other);
        assertThat(RunFailure.ofMachine(circle)).isEmpty();
    }

    private static String message(Throwable thrown) {
        RunFailure failure = RunFailure.ofMachine(thrown).orElseThrow();
        assertThat(failure.kind()).isEqualTo(Kind.INTERNAL);
        return failure.getMessage();
    }
}
