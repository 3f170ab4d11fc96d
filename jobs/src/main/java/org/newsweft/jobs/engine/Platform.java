package org.newsweft.jobs.engine;

import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What the program needs of the Spark that starts it, asked before any class of Spark or Iceberg is loaded: with another
 * one it would end in the middle, with an error that names a field or a class and not the reason.
 *
 * <p>Versions are read from the files that both leave on the class path. Where one is missing nothing is said: who builds
 * Spark anew may leave it out.
 */
public final class Platform {
    /** The line of Spark that this is built for; all its releases are equal to a program. */
    static final String SPARK = "4.1";

    /** The Iceberg that is in the jar. Its objects go from driver to executors, and no other release can read them. */
    static final String ICEBERG = "1.11.0";

    private static final String SPARK_FILE = "spark-version-info.properties";
    private static final String SPARK_KEY = "version";
    private static final String ICEBERG_FILE = "iceberg-build.properties";
    private static final String ICEBERG_KEY = "git.build.version";
    private static final Pattern RUNTIME = Pattern.compile("iceberg-spark-runtime-(\\d+\\.\\d+)_");

    private Platform() {}

    /** One line that says what to do, if the program cannot run here. */
    public static Optional<String> refusal() {
        ClassLoader loader = Thread.currentThread().getContextClassLoader();
        return connect(System.getenv(), System::getProperty)
                .or(() -> spark(found(loader, SPARK_FILE, SPARK_KEY)))
                .or(() -> iceberg(found(loader, ICEBERG_FILE, ICEBERG_KEY), "the driver"));
    }

    /**
     * A library on a class path.
     *
     * @param version as it says itself
     * @param place the jar or folder it would be loaded from
     */
    record Found(String version, String place) {}

    /** The Iceberg that this thread would load, for a task to ask: none if it says nothing. */
    static Optional<Found> iceberg() {
        return found(Thread.currentThread().getContextClassLoader(), ICEBERG_FILE, ICEBERG_KEY);
    }

    /** Refuses Spark Connect: the program needs the driver's own objects, and a client has none. */
    static Optional<String> connect(Map<String, String> environment, Function<String, String> properties) {
        String by;
        if (properties.apply("spark.remote") != null) {
            by = "spark.remote";
        } else if ("connect".equalsIgnoreCase(properties.apply("spark.api.mode"))) {
            by = "spark.api.mode=connect";
        } else if (environment.containsKey("SPARK_REMOTE")) {
            by = "the variable SPARK_REMOTE";
        } else {
            return Optional.empty();
        }
        return Optional.of("this is Spark Connect (%s), but Newsweft needs a driver of its own:".formatted(by)
                + " take that away and give spark-submit a --master");
    }

    /** Refuses another Spark than the one this is built for. */
    static Optional<String> spark(Optional<Found> found) {
        return found.filter(spark ->
                        !spark.version().equals(SPARK) && !spark.version().startsWith(SPARK + "."))
                .map(spark -> "this is Spark %s (%s), but Newsweft is built for Spark %s with Scala 2.13:"
                                .formatted(spark.version(), spark.place(), SPARK)
                        + " take the spark-submit of a Spark " + SPARK);
    }

    /**
     * Refuses another Iceberg than the one in the jar.
     *
     * @param who whose class path it is on
     */
    static Optional<String> iceberg(Optional<Found> found, String who) {
        return found.filter(Platform::isForeign)
                .map(
                        iceberg -> "%s would load Iceberg %s from %s, but Newsweft brings Iceberg %s for Spark %s:"
                                        .formatted(who, iceberg.version(), iceberg.place(), ICEBERG, SPARK)
                                + " take that jar from Spark's jars folder, --jars and --packages, or put the same release there");
    }

    private static boolean isForeign(Found iceberg) {
        Matcher runtime = RUNTIME.matcher(iceberg.place());
        return !iceberg.version().equals(ICEBERG)
                || (runtime.find() && !runtime.group(1).equals(SPARK));
    }

    private static Optional<Found> found(ClassLoader loader, String file, String key) {
        URL url = loader.getResource(file);
        if (url == null) {
            return Optional.empty();
        }
        Properties properties = new Properties();
        try (InputStream in = url.openStream()) {
            properties.load(in);
        } catch (IOException e) {
            return Optional.empty();
        }
        String place = url.toString().replaceFirst("^jar:", "").replaceFirst("!?/" + Pattern.quote(file) + "$", "");
        return Optional.ofNullable(properties.getProperty(key)).map(version -> new Found(version, place));
    }
}
