package org.newsweft.text.names;

import java.io.BufferedReader;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Consumer;

/** Reads the word lists on the class path beside this class. */
final class ResourceLines {
    private ResourceLines() {}

    /** Hands every line but empty ones and comments ({@code #}) to {@code line}, split at tabs, empty fields kept. */
    static void forEach(String name, Consumer<String[]> line) {
        try (BufferedReader reader = new BufferedReader(new InputStreamReader(open(name), StandardCharsets.UTF_8))) {
            for (String read = reader.readLine(); read != null; read = reader.readLine()) {
                if (!read.isEmpty() && read.charAt(0) != '#') {
                    line.accept(read.split("\t", -1));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the resource " + name, e);
        }
    }

    /** The parts of a field that lists several names, separated by a vertical bar; none for an empty field. */
    static List<String> parts(String field) {
        return field.isEmpty() ? List.of() : List.of(field.split("\\|"));
    }

    static InputStream open(String name) throws IOException {
        InputStream stream = ResourceLines.class.getResourceAsStream(name);
        if (stream == null) {
            throw new FileNotFoundException("the resource " + name + " is not on the class path");
        }
        return stream;
    }
}
