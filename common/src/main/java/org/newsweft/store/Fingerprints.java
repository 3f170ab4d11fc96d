package org.newsweft.store;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URL;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;

/**
 * Which code, models and word lists a stage of the run has: another fingerprint means that it may find something else in
 * the same text.
 *
 * <p>The build writes them into the jar ({@value #RESOURCE}). Where classes come from folders, as in tests and in an IDE
 * that compiles behind Maven's back, they are taken from the classes themselves, which gives the same.
 */
public final class Fingerprints {
    /** Where the build leaves them, beside the classes. */
    public static final String RESOURCE = "META-INF/newsweft/fingerprints.properties";

    /** Carries rows and settings from one place to another; what it does shows in no figure. */
    private static final List<String> PLUMBING = List.of(
            "org/newsweft/jobs/engine/",
            "org/newsweft/jobs/command/",
            "org/newsweft/store/Warehouse",
            "org/newsweft/store/PlainView",
            "org/newsweft/store/RunLog",
            "org/newsweft/store/RunFailure",
            "org/newsweft/store/Retention",
            "org/newsweft/store/LakeHealth",
            "org/newsweft/store/Fingerprints");

    private final Map<String, String> byStage;

    private Fingerprints(Map<String, String> byStage) {
        this.byStage = byStage;
    }

    /**
     * The fingerprints of these stages.
     *
     * @param jobs the class of the job of each stage, by its name
     */
    public static Fingerprints of(Map<String, Class<?>> jobs) {
        Class<?> any = jobs.values().iterator().next();
        URL place = any.getResource(any.getSimpleName() + ".class");
        if (place != null && place.getProtocol().equals("jar")) {
            Map<String, String> built = built(any.getClassLoader());
            if (built.keySet().containsAll(jobs.keySet())) {
                return new Fingerprints(built);
            }
        }
        Map<String, String> names = new LinkedHashMap<>();
        jobs.forEach((stage, job) -> names.put(stage, job.getName()));
        return new Fingerprints(compute(names, any.getClassLoader()));
    }

    /**
     * Takes the fingerprints from compiled classes.
     *
     * @param jobs binary name of the class of each stage's job, by the name of the stage
     * @param loader where the classes, and all that they stand on, are found
     * @return fingerprint by stage
     */
    public static Map<String, String> compute(Map<String, String> jobs, ClassLoader loader) {
        CodeClosure code = new CodeClosure(loader, Fingerprints::isPlumbing);
        Map<String, String> fingerprints = new TreeMap<>();
        jobs.forEach((stage, job) -> fingerprints.put(stage, CodeClosure.fingerprint(code.of(job))));
        return fingerprints;
    }

    /** Fingerprints that are known already. */
    static Fingerprints given(Map<String, String> byStage) {
        return new Fingerprints(Map.copyOf(byStage));
    }

    /** What a stage's fingerprint is made of: hash by class, resource or library. For whoever asks why it changed. */
    static Map<String, String> parts(String job, ClassLoader loader) {
        return new CodeClosure(loader, Fingerprints::isPlumbing).of(job);
    }

    /** The fingerprint of a stage. */
    public String of(String stage) {
        String fingerprint = byStage.get(stage);
        if (fingerprint == null) {
            throw new IllegalArgumentException("no fingerprint of a stage " + stage + ", only of " + byStage.keySet());
        }
        return fingerprint;
    }

    /** The fingerprint of every stage, by its name, sorted. */
    public Map<String, String> byStage() {
        return new TreeMap<>(byStage);
    }

    /**
     * The stages whose own code is another than that which wrote the lake.
     *
     * @param before fingerprint by stage of the run that wrote the lake
     */
    public Set<String> changed(Map<String, String> before) {
        Set<String> changed = new LinkedHashSet<>();
        byStage().forEach((stage, fingerprint) -> {
            if (!fingerprint.equals(before.get(stage))) {
                changed.add(stage);
            }
        });
        return changed;
    }

    /**
     * The stages that have to run anew: those with another fingerprint, and those that read what they write.
     *
     * @param before fingerprint by stage of the run that wrote the lake
     * @param reads the stages that each stage reads from; in the order in which they run
     */
    public Set<String> stale(Map<String, String> before, Map<String, Set<String>> reads) {
        Set<String> changed = changed(before);
        Set<String> stale = new LinkedHashSet<>();
        reads.forEach((stage, sources) -> {
            if (changed.contains(stage) || sources.stream().anyMatch(stale::contains)) {
                stale.add(stage);
            }
        });
        return stale;
    }

    private static boolean isPlumbing(String internalName) {
        boolean isDirectlyInJobs = internalName.startsWith("org/newsweft/jobs/")
                && internalName.indexOf('/', "org/newsweft/jobs/".length()) < 0;
        return isDirectlyInJobs || PLUMBING.stream().anyMatch(internalName::startsWith);
    }

    private static Map<String, String> built(ClassLoader loader) {
        Map<String, String> built = new TreeMap<>();
        try (InputStream in = loader.getResourceAsStream(RESOURCE)) {
            if (in != null) {
                Properties properties = new Properties();
                properties.load(in);
                properties.stringPropertyNames().forEach(stage -> built.put(stage, properties.getProperty(stage)));
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + RESOURCE, e);
        }
        return built;
    }
}
