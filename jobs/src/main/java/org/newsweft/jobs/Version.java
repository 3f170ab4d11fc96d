package org.newsweft.jobs;

/** The version of this build. */
final class Version {
    /** As in the jar's manifest; {@code development} where the classes do not come from a jar. */
    static final String CURRENT = current();

    private Version() {}

    private static String current() {
        String version = Version.class.getPackage().getImplementationVersion();
        return version == null ? "development" : version;
    }
}
