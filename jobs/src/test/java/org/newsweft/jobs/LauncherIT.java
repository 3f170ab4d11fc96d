package org.newsweft.jobs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The launcher script: from any folder, with blanks in its path, and with one line where something is missing. */
class LauncherIT {
    private static final Path TARGET = Path.of("target").toAbsolutePath();

    /** What the script itself calls, and nothing else. */
    private static final List<String> TOOLS = List.of(
            "sh", "dirname", "readlink", "sed", "head", "tail", "find", "cut", "cat", "mkdir", "grep", "rm", "mv");

    @TempDir
    private Path folder;

    private Path launcher;
    private Path tools;

    @BeforeEach
    void copyTheLauncherToAPathWithBlanks() throws IOException {
        assumeThat(Files.isExecutable(Path.of("/bin/sh")))
                .as("there is a shell to run the launcher")
                .isTrue();
        Path home = Files.createDirectories(folder.resolve("a path with blanks"));
        launcher = Files.copy(SeedWarehouse.repository().resolve("newsweft"), home.resolve("newsweft"));
        launcher.toFile().setExecutable(true);
        tools = Files.createDirectory(folder.resolve("tools"));
        for (String tool : TOOLS) {
            for (String place : List.of("/bin", "/usr/bin")) {
                if (Files.exists(Path.of(place, tool)) && !Files.exists(tools.resolve(tool))) {
                    Files.createSymbolicLink(tools.resolve(tool), Path.of(place, tool));
                }
            }
        }
    }

    @Test
    void itRunsFromAnyFolderAndSaysNothingButWhatWasAsked() throws IOException, InterruptedException {
        build();
        String javaHome = System.getProperty("java.home");
        ProcessResult tables = run(
                Map.of("PATH", tools.toString(), "JAVA_HOME", javaHome),
                "tables",
                "--warehouse",
                SeedWarehouse.get().toString());
        assertThat(tables.status()).as(tables.err()).isZero();
        assertThat(tables.out()).startsWith("documents  (5 rows)");
        assertThat(tables.err()).isEmpty();

        Files.createSymbolicLink(tools.resolve("java"), Path.of(javaHome, "bin", "java"));
        assertThat(run(Map.of("PATH", tools.toString()), "--version").out()).startsWith("newsweft ");
    }

    @Test
    void theFirstRunLeavesItsClassesForThoseAfterIt() throws IOException, InterruptedException {
        build();
        Map<String, String> environment =
                Map.of("PATH", tools.toString(), "JAVA_HOME", System.getProperty("java.home"));
        String[] command = {"run", "--corpus", "nowhere", "--warehouse", "w"};
        ProcessResult first = run(environment, command);
        assertThat(launcher.resolveSibling("jobs/target"))
                .isDirectoryNotContaining("glob:**.jsa.*")
                .isDirectoryContaining("glob:**.jsa");
        ProcessResult second = run(environment, command);

        assertThat(first.status()).isEqualTo(3).isEqualTo(second.status());
        assertThat(first.err())
                .isEqualTo("newsweft: the first run ends some seconds later and makes those after it faster\n"
                        + second.err());
    }

    @Test
    void withoutJavaItSaysSoInOneLine() throws IOException, InterruptedException {
        assertThat(run(Map.of("PATH", tools.toString()), "run"))
                .isEqualTo(new ProcessResult(
                        1,
                        "",
                        "newsweft: no Java found: install a JDK 17 and set JAVA_HOME, or put java on the PATH\n"));
    }

    @Test
    void withAnOlderJavaItSaysSoInOneLine() throws IOException, InterruptedException {
        tool("java", "echo 'openjdk version \"11.0.2\" 2019-01-15' >&2");
        ProcessResult result = run(Map.of("PATH", tools.toString()), "run");
        assertThat(result.status()).isEqualTo(1);
        assertThat(result.err())
                .isEqualTo("newsweft: this is Java 11, but JDK 17 is needed: set JAVA_HOME to one (java)\n");
    }

    @Test
    void withoutMavenItSaysSoInOneLineIfItHasToBuild() throws IOException, InterruptedException {
        tool("java", "echo 'openjdk version \"17.0.15\" 2025-04-15' >&2");
        ProcessResult result = run(Map.of("PATH", tools.toString()), "run");
        assertThat(result.status()).isEqualTo(1);
        assertThat(result.err())
                .isEqualTo(
                        "newsweft: no Maven found: install Maven 3.8 or newer, it builds Newsweft on the first run\n");
    }

    private ProcessResult run(Map<String, String> environment, String... arguments)
            throws IOException, InterruptedException {
        List<String> command = new java.util.ArrayList<>(List.of(launcher.toString()));
        command.addAll(List.of(arguments));
        return ProcessResult.of(Files.createDirectories(folder.resolve("elsewhere")), environment, command);
    }

    /** What a build leaves behind. */
    private void build() throws IOException {
        Path target = Files.createDirectories(launcher.resolveSibling("jobs/target/classes"))
                .getParent();
        Files.copy(TARGET.resolve("newsweft.jar"), target.resolve("newsweft.jar"));
        Files.copy(TARGET.resolve("spark.classpath"), target.resolve("spark.classpath"));
        Files.copy(TARGET.resolve("classes/java.options"), target.resolve("classes/java.options"));
    }

    private void tool(String name, String script) throws IOException {
        Path file = Files.writeString(tools.resolve(name), "#!/bin/sh\n" + script + "\n");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
    }
}
