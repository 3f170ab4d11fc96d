package org.newsweft.text.tone;

import java.nio.file.Files;
import java.nio.file.Path;

/** Where data for measuring lie beside the repository; tests that need them skip when they are not there. */
public final class SharedData {
    private SharedData() {}

    /** The path of a file in the shared data, found from the module's or the repository's directory. */
    public static Path path(String name) {
        Path fromModule = Path.of("..", "..", "shared", "data");
        Path data = Files.isDirectory(fromModule) ? fromModule : Path.of("..", "shared", "data");
        return data.resolve(name);
    }
}
