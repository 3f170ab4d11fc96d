package org.newsweft.jobs;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.apache.commons.io.FileUtils;

/**
 * Whole runs over a corpus, in one virtual machine: into an empty warehouse, again with nothing new, and with one more
 * article. Seconds depend on the machine; the ratios to the first run say how far a night's cost follows what is new.
 */
final class WholeRuns {
    private static final String ARTICLE =
            """
            Foreign ministers meet in Seoul

            15 April 2013

            The foreign ministers of South Korea and Japan met in Seoul on Monday. They agreed to talk again in Tokyo.
            """;

    private WholeRuns() {}

    /** Runs over the corpus that the one argument names. */
    public static void main(String[] arguments) throws IOException {
        if (arguments.length != 1) {
            throw new IllegalArgumentException("usage: whole-runs CORPUS");
        }
        Path folder = Files.createTempDirectory("newsweft-whole-runs");
        try {
            Path more = Files.createDirectory(folder.resolve("more"));
            List<String> run = List.of(
                    "run",
                    "--corpus",
                    arguments[0],
                    "--corpus",
                    more.toString(),
                    "--warehouse",
                    folder.resolve("warehouse").toString());
            // The first run of a virtual machine pays for loading and compiling: it is not measured.
            seconds(List.of("run", "--warehouse", folder.resolve("warm").toString()));
            double first = seconds(run);
            print("into an empty warehouse", first, first);
            print("nothing new", seconds(run), first);
            Files.writeString(more.resolve("one.txt"), ARTICLE);
            print("one more article", seconds(run), first);
        } finally {
            FileUtils.deleteDirectory(folder.toFile());
        }
    }

    private static double seconds(List<String> command) {
        long start = System.nanoTime();
        CommandResult result = CommandResult.of(command.toArray(String[]::new)).succeeded();
        System.err.print(result.err());
        return (System.nanoTime() - start) / 1e9;
    }

    private static void print(String what, double seconds, double first) {
        System.out.printf(Locale.ROOT, "%-24s %8.1f s   ratio %.3f%n", what, seconds, seconds / first);
    }
}
