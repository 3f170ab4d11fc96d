package org.newsweft.jobs.notebooks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.abort;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.newsweft.jobs.SeedWarehouse;

/**
 * The notebooks and the questions in SQL run on a warehouse as a reader finds it. Skipped where there is no Python 3 or its
 * packages cannot be had, except with {@code CI=true}.
 */
class NotebooksTest {
    private static final Path NOTEBOOKS = SeedWarehouse.repository().resolve("notebooks");
    private static final Duration LIMIT = Duration.ofMinutes(5);
    private static final Pattern PLOTS = Pattern.compile("^plots: (\\d+)$", Pattern.MULTILINE);

    private static PythonEnvironment python;
    private static Path warehouse;

    @BeforeAll
    static void makeEnvironmentAndWarehouse() {
        try {
            Path folder = Path.of("target", "notebooks-venv").toAbsolutePath();
            Files.createDirectories(folder.getParent());
            python = PythonEnvironment.of(folder, NOTEBOOKS.resolve("requirements.txt"));
        } catch (PythonEnvironment.UnavailableException | IOException unavailable) {
            if ("true".equals(System.getenv("CI"))) {
                fail("CI=true demands the notebooks", unavailable);
            }
            abort("The notebooks are not tested: " + unavailable.getMessage());
        }
        warehouse = SeedWarehouse.get();
    }

    @Test
    void everyNotebookRunsAndDrawsItsPlots(@TempDir Path executed) throws IOException {
        List<Path> notebooks = notebooks();
        assertThat(notebooks).isNotEmpty();
        for (Path notebook : notebooks) {
            String name = String.valueOf(notebook.getFileName());
            PythonEnvironment.Finished finished =
                    run("execute.py", name, executed.resolve(name).toString());
            assertThat(finished.status()).as("%s: %s", name, finished.output()).isZero();
            Matcher plots = PLOTS.matcher(finished.output());
            assertThat(plots.find()).as("%s: %s", name, finished.output()).isTrue();
            assertThat(Integer.parseInt(plots.group(1))).as("plots of %s", name).isGreaterThanOrEqualTo(3);
        }
    }

    @Test
    void notebooksAreKeptWithoutWhatTheyShowed() throws IOException {
        for (Path notebook : notebooks()) {
            assertThat(Files.readString(notebook))
                    .as("%s: clear all outputs before committing", notebook.getFileName())
                    .doesNotContain("\"output_type\"");
        }
    }

    @Test
    void everyTableOpensInFourReadersAndEveryQuestionRuns() {
        PythonEnvironment.Finished finished = run("check_tables.py", warehouse.toString());
        assertThat(finished.status()).as(finished.output()).isZero();
        assertThat(finished.output()).contains("ok    documents: 5 rows").contains("ok    sql/");
    }

    private static PythonEnvironment.Finished run(String... arguments) {
        return python.run(
                NOTEBOOKS,
                Map.of("NEWSWEFT_WAREHOUSE", warehouse.toString(), "PYTHONDONTWRITEBYTECODE", "1"),
                LIMIT,
                List.of(arguments));
    }

    private static List<Path> notebooks() throws IOException {
        try (Stream<Path> files = Files.list(NOTEBOOKS)) {
            return files.filter(file -> file.toString().endsWith(".ipynb"))
                    .sorted()
                    .toList();
        }
    }
}
