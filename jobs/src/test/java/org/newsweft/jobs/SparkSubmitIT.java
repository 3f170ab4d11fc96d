package org.newsweft.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The shaded jar through Spark's own {@code SparkSubmit}: the same tables as the launcher makes. */
class SparkSubmitIT {
    private static final Path TARGET = Path.of("target").toAbsolutePath();

    @TempDir
    private Path folder;

    @Test
    void sparkSubmitGivesTheSameTables() throws IOException, InterruptedException {
        Path warehouse = folder.resolve("warehouse");
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.add("@" + TARGET.resolve("classes/java.options"));
        command.addAll(List.of(
                "-Xmx2g",
                "-cp",
                Files.readString(TARGET.resolve("spark.classpath")).strip()));
        command.addAll(List.of("org.apache.spark.deploy.SparkSubmit", "--master", "local[2]"));
        command.addAll(List.of("--conf", "spark.ui.enabled=false", "--conf", "spark.sql.shuffle.partitions=2"));
        command.addAll(List.of(
                "--class",
                "org.newsweft.jobs.Main",
                TARGET.resolve("newsweft.jar").toString()));
        command.addAll(
                List.of("run", "--corpus", SeedWarehouse.seeds().toString(), "--warehouse", warehouse.toString()));

        ProcessResult submitted = ProcessResult.of(folder, Map.of("PATH", System.getenv("PATH")), command);

        assertThat(submitted.status()).as(submitted.err()).isZero();
        assertThat(submitted.out()).contains("5 articles: 5 new");
        assertThat(PublishedTables.read(warehouse, PublishedTables::content))
                .isEqualTo(PublishedTables.read(SeedWarehouse.get(), PublishedTables::content));
    }
}
