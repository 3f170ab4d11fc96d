package org.newsweft.jobs;

import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.newsweft.jobs.annotate.AnnotateJob;
import org.newsweft.jobs.cooccurrence.CooccurrenceJob;
import org.newsweft.jobs.entities.EntitiesJob;
import org.newsweft.jobs.ingest.IngestJob;
import org.newsweft.jobs.stories.StoriesJob;
import org.newsweft.jobs.tone.ToneJob;
import org.newsweft.jobs.trends.TrendsJob;
import org.newsweft.store.Fingerprints;

/** The stages that fill tables, in the order in which they run, and which of them each reads from. */
public final class Stages {
    /** The job of each stage, by its name. */
    static final Map<String, Class<?>> JOBS = jobs();

    /** The stages that each stage reads from. */
    static final Map<String, Set<String>> READS = reads();

    /** The stages that look at a text: what they find in it is kept, not counted anew. */
    static final Set<String> OF_TEXT = Set.of("ingest", "stories", "annotate");

    private Stages() {}

    /** What code, models and word lists the stages have here. */
    static Fingerprints fingerprints() {
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
        jobs.put("ingest", IngestJob.class);
        jobs.put("stories", StoriesJob.class);
        jobs.put("annotate", AnnotateJob.class);
        jobs.put("entities", EntitiesJob.class);
        jobs.put("cooccurrence", CooccurrenceJob.class);
        jobs.put("tone", ToneJob.class);
        jobs.put("trends", TrendsJob.class);
        return Collections.unmodifiableMap(jobs);
    }

    private static Map<String, Set<String>> reads() {
        Map<String, Set<String>> reads = new LinkedHashMap<>();
        reads.put("ingest", Set.of());
        reads.put("stories", Set.of("ingest"));
        reads.put("annotate", Set.of("ingest"));
        reads.put("entities", Set.of("annotate", "stories"));
        reads.put("cooccurrence", Set.of("entities"));
        reads.put("tone", Set.of("entities"));
        reads.put("trends", Set.of("entities"));
        return Collections.unmodifiableMap(reads);
    }
}
