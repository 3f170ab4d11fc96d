package org.newsweft.jobs;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/**
 * A standalone Spark cluster of a master and two workers, each a process of its own on the loopback address, made of the
 * jars that the build has: nothing is installed. The jar under test comes to it as anybody's would, through
 * {@code SparkSubmit}.
 */
final class StandaloneCluster implements AutoCloseable {
    private static final Path TARGET = Path.of("target").toAbsolutePath();
    private static final String LOOPBACK = "127.0.0.1";
    private static final Duration START = Duration.ofMinutes(1);
    private static final Duration RUN = Duration.ofMinutes(15);

    private final Path folder;
    private final Path home;
    private final String master;
    private final List<Process> processes = new ArrayList<>();
    private final List<Process> workers = new ArrayList<>();
    private boolean isDriverInside;

    private StandaloneCluster(Path folder) throws IOException {
        this.folder = folder;
        this.home = sparkHome(folder.resolve("spark"));
        this.master = "spark://" + LOOPBACK + ":" + freePort();
    }

    /** Starts a cluster that keeps its files in a folder. */
    static StandaloneCluster in(Path folder) throws IOException, InterruptedException {
        StandaloneCluster cluster = new StandaloneCluster(folder);
        try {
            cluster.start();
        } catch (RuntimeException | Error e) {
            cluster.close();
            throw e;
        }
        return cluster;
    }

    private void start() throws IOException {
        String port = master.substring(master.lastIndexOf(':') + 1);
        daemon("master", "org.apache.spark.deploy.master.Master", "--host", LOOPBACK, "--port", port);
        await(START, "the master", () -> log("master").contains("I have been elected leader"));
        for (String name : List.of("worker-0", "worker-1")) {
            workers.add(daemon(
                    name,
                    "org.apache.spark.deploy.worker.Worker",
                    "--host",
                    LOOPBACK,
                    "--cores",
                    "2",
                    "--memory",
                    "3g",
                    "--work-dir",
                    folder.resolve(name).toString(),
                    master));
            await(START, name, () -> log(name).contains("Successfully registered with master"));
        }
    }

    /** What Spark takes for an installation: a folder with its jars, and a file that says it is a release. */
    private static Path sparkHome(Path home) throws IOException {
        Path jars = Files.createDirectories(home.resolve("jars"));
        Files.write(home.resolve("RELEASE"), new byte[0]);
        for (String jar :
                Files.readString(TARGET.resolve("spark.classpath")).strip().split(":", -1)) {
            Path link = jars.resolve(Path.of(jar).getFileName());
            if (Files.notExists(link)) {
                Files.createSymbolicLink(link, Path.of(jar));
            }
        }
        return home;
    }

    private Process daemon(String name, String mainClass, String... arguments) throws IOException {
        List<String> command = java("256m", mainClass);
        command.addAll(List.of("--webui-port", "0"));
        command.addAll(Arrays.asList(arguments));
        return start(name, command);
    }

    private List<String> java(String heap, String mainClass) {
        return new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "@" + TARGET.resolve("classes/java.options"),
                "-Xmx" + heap,
                "-XX:TieredStopAtLevel=1",
                "-cp",
                home.resolve("jars") + "/*",
                mainClass));
    }

    private Process start(String name, List<String> command) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve(name + ".log").toFile());
        builder.environment().keySet().removeIf(key -> key.startsWith("SPARK_") || key.startsWith("HADOOP_"));
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        builder.environment().put("SPARK_HOME", home.toString());
        builder.environment().put("SPARK_SCALA_VERSION", "2.13");
        builder.environment().put("SPARK_LOCAL_IP", LOOPBACK);
        builder.environment().put("SPARK_LOCAL_HOSTNAME", LOOPBACK);
        Process process = builder.start();
        processes.add(process);
        return process;
    }

    /**
     * What became of an application.
     *
     * @param status exit status of {@code spark-submit}
     * @param log what it and the driver said, on both streams
     */
    record Submitted(int status, String log) {}

    /** What happens beside a running application. */
    interface Meanwhile {
        /** Called twice a second with what {@code spark-submit} and the driver have said so far. */
        void look(String log);
    }

    /**
     * Submits the jar and waits for its end.
     *
     * @param deployMode {@code client} or {@code cluster}; names the log
     * @param settings each {@code key=value}
     */
    Submitted submit(String deployMode, List<String> settings, Meanwhile meanwhile, String... arguments)
            throws IOException, InterruptedException {
        List<String> command = java("1g", "org.apache.spark.deploy.SparkSubmit");
        command.addAll(List.of("--master", master, "--deploy-mode", deployMode));
        command.addAll(List.of("--driver-memory", "1g", "--executor-memory", "1g"));
        command.addAll(List.of("--executor-cores", "1", "--total-executor-cores", "2"));
        List<String> all = new ArrayList<>(settings);
        all.addAll(List.of(
                "spark.driver.host=" + LOOPBACK,
                "spark.driver.bindAddress=" + LOOPBACK,
                "spark.ui.enabled=false",
                "spark.log.level=WARN",
                // Waits for a driver in the cluster, as one in the client is waited for.
                "spark.standalone.submit.waitAppCompletion=true",
                // Over five articles, compiling a query or planning it anew takes longer than running it.
                "spark.sql.shuffle.partitions=2",
                "spark.sql.adaptive.enabled=false",
                "spark.sql.codegen.wholeStage=false",
                "spark.sql.codegen.factoryMode=NO_CODEGEN",
                "spark.driver.defaultJavaOptions=-XX:+UseSerialGC -XX:TieredStopAtLevel=1",
                "spark.executor.defaultJavaOptions=-XX:+UseSerialGC -XX:TieredStopAtLevel=1"));
        all.forEach(setting -> command.addAll(List.of("--conf", setting)));
        command.addAll(List.of(
                "--class",
                "org.newsweft.jobs.Main",
                TARGET.resolve("newsweft.jar").toString()));
        command.addAll(Arrays.asList(arguments));
        isDriverInside = deployMode.equals("cluster");
        Process process = start(deployMode, command);
        await(RUN, deployMode, () -> {
            meanwhile.look(log(deployMode) + driverLogs());
            return !process.isAlive();
        });
        return new Submitted(process.exitValue(), log(deployMode) + driverLogs());
    }

    /** What the drivers that run in the cluster have written. */
    private String driverLogs() {
        StringBuilder logs = new StringBuilder();
        for (int worker = 0; worker < workers.size(); worker++) {
            for (File driver : listed(folder.resolve("worker-" + worker).toFile(), "driver-")) {
                for (File log : listed(driver, "std")) {
                    logs.append(read(log.toPath()));
                }
            }
        }
        return logs.toString();
    }

    private static File[] listed(File folder, String prefix) {
        File[] files = folder.listFiles((in, name) -> name.startsWith(prefix));
        return files == null ? new File[0] : files;
    }

    /**
     * Kills an executor as a machine that goes down kills it. There have to be two: the run goes on with the other.
     *
     * @param isOldest true for the one that was started first, false for the other
     * @return its process; empty if there are not two just now
     */
    Optional<Long> killExecutor(boolean isOldest) {
        List<ProcessHandle> executors = workers.stream()
                .flatMap(worker -> worker.children())
                .sorted(Comparator.comparing(
                        child -> child.info().startInstant().orElse(Instant.MAX)))
                // A driver in the cluster is there before its executors.
                .skip(isDriverInside ? 1 : 0)
                .toList();
        if (executors.size() != 2) {
            return Optional.empty();
        }
        ProcessHandle executor = executors.get(isOldest ? 0 : 1);
        return executor.destroyForcibly() ? Optional.of(executor.pid()) : Optional.empty();
    }

    private String log(String name) {
        return read(folder.resolve(name + ".log"));
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Waits; says what was said where it takes too long. */
    private void await(Duration atMost, String name, BooleanSupplier isDone) {
        long end = System.nanoTime() + atMost.toNanos();
        while (!isDone.getAsBoolean()) {
            if (System.nanoTime() > end) {
                throw new AssertionError(name + " did not come to an end, see its log in " + folder);
            }
            try {
                TimeUnit.MILLISECONDS.sleep(500);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new AssertionError("interrupted", e);
            }
        }
    }

    static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    @Override
    public void close() {
        for (Process process : processes) {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly();
        }
    }
}
