package org.newsweft.jobs.engine;

/** The version of this build. */
public final class Version {
    /** As in the jar's manifest; {@code development} where the classes do not come from a jar. */
    public static final String CURRENT = current();

    private Version() {}

    private static String current() {
        String version = Version.class.getPackage().getImplementationVersion();
        return version == null ? "development" : version;
    }
}
