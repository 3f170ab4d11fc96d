package org.newsweft.jobs.command;

import java.net.URI;
import java.nio.file.Path;
import org.apache.spark.sql.SparkSession;
import org.newsweft.jobs.engine.SparkSessions;
import org.newsweft.store.LakeHealth;
import org.newsweft.store.PlainView;
import org.newsweft.store.RunFailure;
import org.newsweft.store.RunFailure.Kind;
import org.newsweft.store.Warehouse;
import picocli.CommandLine.Option;

/** The warehouse a command works on. */
final class WarehouseOption {
    @Option(
            names = "--warehouse",
            paramLabel = "DIR",
            description = "Folder of the warehouse, on any Hadoop file system (default: warehouse).")
    private String location = Defaults.warehouse();

    @Option(
            names = "--namespace",
            paramLabel = "NAME",
            description =
                    "Where the tables are in the catalog; a shared one holds a warehouse in each (default: news).")
    private String namespace = Warehouse.NAMESPACE;

    /** A warehouse that the command knows by itself. */
    static WarehouseOption at(String location) {
        WarehouseOption option = new WarehouseOption();
        option.location = location;
        return option;
    }

    /** Work on an open warehouse. */
    @FunctionalInterface
    interface Work {
        int with(Warehouse warehouse) throws Exception;
    }

    /** Starts Spark, opens the warehouse, does the work and stops Spark. */
    int open(Work work) throws Exception {
        logToFile();
        SparkSession spark = SparkSessions.start();
        try {
            return work.with(Warehouse.open(spark, location, namespace));
        } finally {
            SparkSessions.stop(spark);
        }
    }

    /**
     * Like {@link #open}, for commands that need a published run: the warehouse is read as that run left it, whatever
     * another is writing.
     */
    int openPublished(Work work) throws Exception {
        return open(warehouse -> {
            PlainView view = PlainView.of(warehouse);
            PlainView.Published published = view.current()
                    .orElseThrow(() -> new RunFailure(
                            Kind.USAGE, "no run was published in " + location + " yet: start with 'newsweft run'"));
            LakeHealth.demandReadable(warehouse, view);
            return work.with(warehouse.asOf(published.snapshots()));
        });
    }

    /** Keeps what libraries have to say off the terminal. */
    void logToFile() {
        SparkSessions.logTo(logFolder());
    }

    /** Folder of the warehouse, as it was given. */
    String location() {
        return location;
    }

    /** Beside the tables where they are on this machine. */
    private Path logFolder() {
        String scheme = location.contains("://")
                ? URI.create(location.replace(' ', '+')).getScheme()
                : null;
        return scheme == null ? Path.of(location, "logs") : Path.of(System.getProperty("java.io.tmpdir"));
    }
}
