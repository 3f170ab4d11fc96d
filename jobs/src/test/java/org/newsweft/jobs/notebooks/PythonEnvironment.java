package org.newsweft.jobs.notebooks;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** A virtual environment with the packages of a requirements file, made again only when that file changes. */
final class PythonEnvironment {
    private static final Duration MAKING = Duration.ofMinutes(10);
    private static final boolean IS_WINDOWS = System.getProperty("os.name", "").startsWith("Windows");

    private final Path folder;

    private PythonEnvironment(Path folder) {
        this.folder = folder;
    }

    /**
     * The environment in a folder, made if it is not there or of other requirements.
     *
     * @throws UnavailableException if there is no Python 3 or the packages cannot be installed
     */
    static PythonEnvironment of(Path folder, Path requirements) throws UnavailableException {
        PythonEnvironment environment = new PythonEnvironment(folder);
        Path mark = folder.resolve("requirements.sha256");
        String wanted = hash(requirements);
        try {
            if (!Files.exists(mark) || !Files.readString(mark).equals(wanted)) {
                environment.make(requirements);
                // Last, so that an environment of which the making was broken off is made again.
                Files.writeString(mark, wanted);
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        return environment;
    }

    /** Runs a Python program of this environment in a working folder. */
    Finished run(Path workingFolder, Map<String, String> variables, Duration limit, List<String> arguments) {
        return Finished.of(workingFolder, variables, limit, prepend(python().toString(), arguments));
    }

    private void make(Path requirements) throws UnavailableException {
        String system = IS_WINDOWS ? "python" : "python3";
        Path parent = folder.toAbsolutePath().getParent();
        demand(
                "Python 3 with venv",
                Finished.of(parent, Map.of(), MAKING, List.of(system, "-m", "venv", "--clear", folder.toString())));
        demand(
                "the packages of " + requirements.getFileName(),
                run(
                        parent,
                        Map.of(),
                        MAKING,
                        List.of(
                                "-m",
                                "pip",
                                "install",
                                "--quiet",
                                "--disable-pip-version-check",
                                "--no-input",
                                "-r",
                                requirements.toString())));
    }

    private static void demand(String what, Finished finished) throws UnavailableException {
        if (finished.status() != 0) {
            throw new UnavailableException("cannot have " + what + ": " + finished.output());
        }
    }

    private Path python() {
        return IS_WINDOWS
                ? folder.resolve("Scripts").resolve("python.exe")
                : folder.resolve("bin").resolve("python");
    }

    private static String hash(Path file) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file));
            return HexFormat.of().formatHex(digest);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static List<String> prepend(String first, List<String> rest) {
        return Stream.concat(Stream.of(first), rest.stream()).toList();
    }

    /** The environment cannot be made on this machine. */
    static final class UnavailableException extends Exception {
        private static final long serialVersionUID = 1L;

        UnavailableException(String message) {
            super(message);
        }
    }

    /**
     * A program that has ended.
     *
     * @param status its exit status; -1 if it could not start or ran over its time
     * @param output all it wrote, errors included
     */
    record Finished(int status, String output) {
        private static Finished of(
                Path workingFolder, Map<String, String> variables, Duration limit, List<String> command) {
            try {
                // Into a file, so that a program that hangs or writes much blocks nobody.
                Path log = Files.createTempFile("newsweft-python", ".log");
                try {
                    return run(workingFolder, variables, limit, command, log);
                } finally {
                    Files.deleteIfExists(log);
                }
            } catch (IOException failure) {
                return new Finished(-1, String.valueOf(failure.getMessage()));
            }
        }

        private static Finished run(
                Path workingFolder, Map<String, String> variables, Duration limit, List<String> command, Path log)
                throws IOException {
            ProcessBuilder builder = new ProcessBuilder(command)
                    .directory(workingFolder.toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(log.toFile());
            builder.environment().putAll(variables);
            Process process = builder.start();
            try {
                boolean isDone = process.waitFor(limit.toSeconds(), TimeUnit.SECONDS);
                if (!isDone) {
                    kill(process);
                    process.waitFor();
                }
                String output = new String(Files.readAllBytes(log), StandardCharsets.UTF_8).strip();
                return isDone
                        ? new Finished(process.exitValue(), output)
                        : new Finished(-1, "not done within " + limit.toSeconds() + " s: " + output);
            } catch (InterruptedException interrupted) {
                kill(process);
                Thread.currentThread().interrupt();
                return new Finished(-1, "interrupted");
            }
        }

        /** Ends a program and those that it started: a notebook's kernel would live on. */
        private static void kill(Process process) {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly();
        }
    }
}
