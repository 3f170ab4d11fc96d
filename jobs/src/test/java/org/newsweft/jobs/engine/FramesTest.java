package org.newsweft.jobs.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.apache.spark.SparkConf;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.newsweft.jobs.engine.Frames.Keeping;
import org.newsweft.testing.SparkTest;

/** Where rows are kept that cannot be computed again. */
class FramesTest extends SparkTest {
    /** Shared by all tests: the context takes it once. */
    @TempDir
    private static Path folder;

    @Override
    public SparkConf conf() {
        return super.conf().set("spark.checkpoint.dir", folder.toString());
    }

    @Test
    void aFolderForCheckpointsIsUsedWhereThereIsOne() {
        assertThat(Frames.keeping(true, false)).isEqualTo(Keeping.FILES);
        assertThat(Frames.keeping(true, true)).isEqualTo(Keeping.FILES);
    }

    @Test
    void withoutOneTwoExecutorsKeepTheRowsAndOneProcessItsOwn() {
        assertThat(Frames.keeping(false, false)).isEqualTo(Keeping.TWO_EXECUTORS);
        assertThat(Frames.keeping(false, true)).isEqualTo(Keeping.HERE);
    }

    @Test
    void whatWasComputedOnceStandsInTheFolderAndStaysAsItWas() throws IOException {
        Path table = folder.resolve("table");
        spark().range(3).write().parquet(table.toString());
        Dataset<Row> read = spark().read().parquet(table.toString());

        Dataset<Row> kept = Frames.computedOnce(read);

        try (Stream<Path> files = Files.list(table)) {
            for (Path file : files.toList()) {
                Files.delete(file);
            }
        }
        // As large as the files are: a frame that was taken for nothing would be sent to everybody.
        assertThat(kept.queryExecution().optimizedPlan().stats().sizeInBytes().toLong())
                .isGreaterThan(3 * Long.BYTES);
        assertThat(kept.collectAsList().stream().map(row -> row.getLong(0)).sorted())
                .isEqualTo(List.of(0L, 1L, 2L));
        try (Stream<Path> files = Files.walk(folder)) {
            assertThat(files.map(file -> file.getFileName().toString())).anyMatch(name -> name.startsWith("rdd-"));
        }
    }
}
