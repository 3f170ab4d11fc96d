package org.newsweft.jobs.command;

import java.nio.file.Path;

/** Where corpus and warehouse are if nobody says: in the project's own folder, from wherever it is called. */
final class Defaults {
    private Defaults() {}

    static String corpus() {
        return inHome("seeds");
    }

    static String warehouse() {
        return inHome("warehouse");
    }

    /** The launcher names the project's folder; under spark-submit it is the working directory. */
    private static String inHome(String name) {
        String home = System.getProperty("newsweft.home");
        return home == null ? name : Path.of(home, name).toString();
    }
}
