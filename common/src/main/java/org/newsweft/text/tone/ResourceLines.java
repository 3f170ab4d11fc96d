package org.newsweft.text.tone;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** The word lists of this package on the class path. */
final class ResourceLines {
    private ResourceLines() {}

    /**
     * The lines of a UTF-8 resource beside this class, without blank ones.
     *
     * @throws IllegalStateException if the resource is not there: the build is broken
     */
    static List<String> read(String name) {
        try (BufferedReader reader = new BufferedReader(new InputStreamReader(open(name), StandardCharsets.UTF_8))) {
            List<String> lines = new ArrayList<>();
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                if (!line.isBlank()) {
                    lines.add(line);
                }
            }
            return lines;
        } catch (IOException cause) {
            throw new UncheckedIOException("cannot read resource " + name, cause);
        }
    }

    /** As {@link #read}, without lines that begin with {@code #}; not for lists in which that can be an entry. */
    static List<String> readWithoutComments(String name) {
        return read(name).stream().filter(line -> !line.startsWith("#")).toList();
    }

    static InputStream open(String name) {
        InputStream stream = ResourceLines.class.getResourceAsStream(name);
        if (stream == null) {
            throw new IllegalStateException("resource missing from the jar: " + name);
        }
        return stream;
    }
}
