package org.newsweft.jobs;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileSystem;

/** An HDFS of one name node and one data node, in a process of its own on the loopback address. */
final class MiniHdfs implements AutoCloseable {
    private static final Path TARGET = Path.of("target").toAbsolutePath();
    private static final int MOST_SECONDS = 60;

    /** What the profile {@code cluster} puts there. */
    static final Path JAR = TARGET.resolve("hdfs/hadoop-client-minicluster.jar");

    private final Process process;
    private final String address;

    private MiniHdfs(Process process, String address) {
        this.process = process;
        this.address = address;
    }

    /** Starts one that keeps its blocks in a folder. */
    static MiniHdfs in(Path folder) throws IOException, InterruptedException {
        int port = StandaloneCluster.freePort();
        Path started = folder.resolve("started.json");
        // Hadoop's own class for this looks at its folders with JUnit 4.
        String junit = Stream.of(System.getProperty("java.class.path").split(":", -1))
                .filter(jar -> Path.of(jar).getFileName().toString().matches("(junit|hamcrest)[-a-z]*-[0-9.]+\\.jar"))
                .collect(Collectors.joining(":"));
        String spark = Files.readString(TARGET.resolve("spark.classpath")).strip();
        ProcessBuilder builder = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx512m",
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        "-Dtest.build.data=" + folder.resolve("data"),
                        "-Dhadoop.log.dir=" + folder,
                        "-cp",
                        JAR + ":" + spark + ":" + junit,
                        "org.apache.hadoop.mapreduce.MiniHadoopClusterManager",
                        "-nomr",
                        "-format",
                        "-nnport",
                        Integer.toString(port),
                        "-writeDetails",
                        started.toString())
                .directory(Files.createDirectories(folder).toFile())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("hdfs.log").toFile());
        Process process = builder.start();
        for (int waited = 0; !Files.exists(started); waited++) {
            if (waited == MOST_SECONDS || !process.isAlive()) {
                process.destroyForcibly();
                throw new AssertionError("no HDFS came up:\n" + Files.readString(folder.resolve("hdfs.log")));
            }
            TimeUnit.SECONDS.sleep(1);
        }
        return new MiniHdfs(process, "hdfs://127.0.0.1:" + port);
    }

    /** The address of a file or folder. */
    String address(String path) {
        return address + path;
    }

    /** Copies files of this disk into a folder. */
    void put(Path folder, String target) throws IOException {
        try (FileSystem files = files();
                Stream<Path> list = Files.list(folder)) {
            List<Path> all = list.toList();
            files.mkdirs(new org.apache.hadoop.fs.Path(target));
            for (Path file : all) {
                files.copyFromLocalFile(
                        new org.apache.hadoop.fs.Path(file.toUri()), new org.apache.hadoop.fs.Path(target));
            }
        }
    }

    /** Copies a folder to this disk. */
    void get(String source, Path target) throws IOException {
        try (FileSystem files = files()) {
            files.copyToLocalFile(
                    false, new org.apache.hadoop.fs.Path(source), new org.apache.hadoop.fs.Path(target.toUri()), true);
        }
    }

    private FileSystem files() throws IOException {
        return FileSystem.newInstance(URI.create(address), new Configuration());
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
