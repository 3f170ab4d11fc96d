package org.newsweft.text;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** The word lists and weights on the class path, each beside the class that reads it. */
public final class Resources {
    private Resources() {}

    /**
     * The lines of a UTF-8 resource, without blank ones.
     *
     * @param owner the class that the resource stands beside
     * @param name file name of the resource
     * @throws IllegalStateException if the resource is not there: the build is broken
     */
    public static List<String> lines(Class<?> owner, String name) {
        try (BufferedReader reader =
                new BufferedReader(new InputStreamReader(open(owner, name), StandardCharsets.UTF_8))) {
            return reader.lines().filter(line -> !line.isBlank()).toList();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the resource " + name, e);
        }
    }

    /** As {@link #lines}, without lines that begin with {@code #}; not for lists in which that can be an entry. */
    public static List<String> entries(Class<?> owner, String name) {
        return lines(owner, name).stream().filter(line -> line.charAt(0) != '#').toList();
    }

    /** The {@link #entries} split at tabs, empty fields kept. */
    public static List<String[]> rows(Class<?> owner, String name) {
        return entries(owner, name).stream().map(line -> line.split("\t", -1)).toList();
    }

    /**
     * Opens a resource; the caller closes it.
     *
     * @throws IllegalStateException if the resource is not there: the build is broken
     */
    public static InputStream open(Class<?> owner, String name) {
        InputStream stream = owner.getResourceAsStream(name);
        if (stream == null) {
            throw new IllegalStateException("the resource " + name + " beside " + owner.getName() + " is missing");
        }
        return stream;
    }
}
