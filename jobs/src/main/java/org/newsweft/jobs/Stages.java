package org.newsweft.jobs;

import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.newsweft.jobs.engine.Job;
import org.newsweft.store.Fingerprints;
import org.newsweft.table.schema.Table;

/** The stages that fill tables, in the order in which they run, and which of them each reads from. */
public final class Stages {
    private static final Map<String, Set<String>> HANDED_ON = Map.of(
            "ingest", Set.of(),
            "stories", Set.of("ingest"),
            "annotate", Set.of("ingest"),
            "entities", Set.of("annotate", "stories"),
            "resolve", Set.of("entities"),
            "check", Set.of());

    /** The job of each stage, by its name. */
    static final Map<String, Class<?>> JOBS = jobs();

    /** The stages that each stage reads from. */
    public static final Map<String, Set<String>> READS = reads();

    private Stages() {}

    /** What code, models and word lists the stages have here. */
    public static Fingerprints fingerprints() {
        return Fingerprints.of(JOBS);
    }

    /**
     * Writes the fingerprints of all stages for the jar; the build calls it when the classes are compiled.
     *
     * @param arguments the folder of the compiled classes
     */
    public static void main(String[] arguments) throws IOException {
        Path file = Path.of(arguments[0]).resolve(Fingerprints.RESOURCE);
        Map<String, String> names = new LinkedHashMap<>();
        JOBS.forEach((stage, job) -> names.put(stage, job.getName()));
        Files.createDirectories(file.getParent());
        // Not java.util.Properties, which writes the date.
        try (Writer out = Files.newBufferedWriter(file, StandardCharsets.ISO_8859_1)) {
            for (Map.Entry<String, String> stage :
                    Fingerprints.compute(names, Stages.class.getClassLoader()).entrySet()) {
                out.write(stage.getKey() + "=" + stage.getValue() + "\n");
            }
        }
    }

    private static Map<String, Class<?>> jobs() {
        Map<String, Class<?>> jobs = new LinkedHashMap<>();
        Nightly.JOBS.forEach(job -> jobs.put(job.name(), job.getClass()));
        return Collections.unmodifiableMap(jobs);
    }

    /** What documents say is handed on from job to job; from then on a job stands on those that write what it reads. */
    private static Map<String, Set<String>> reads() {
        Map<String, Set<String>> reads = new LinkedHashMap<>();
        Map<Table, String> writers = new HashMap<>();
        for (Job<?, ?> job : Nightly.JOBS) {
            Set<String> before = new TreeSet<>(HANDED_ON.getOrDefault(job.name(), Set.of()));
            if (!HANDED_ON.containsKey(job.name())) {
                job.reads().forEach(table -> before.add(writers.get(table)));
            }
            reads.put(job.name(), before);
            job.writes().forEach(table -> writers.put(table, job.name()));
        }
        return Collections.unmodifiableMap(reads);
    }
}
