package org.newsweft.text.names.training;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.newsweft.text.names.tagger.WordClusterFile;

/** Packs Brown clusters for the tagger: {@code ClusterPacking CLUSTERS.tsv PACKED.bin}, lines of word, tab, bit string. */
public final class ClusterPacking {
    private ClusterPacking() {}

    /** Reads the list named first and writes the packed table to the file named second. */
    public static void main(String[] arguments) throws IOException {
        if (arguments.length != 2) {
            throw new IllegalArgumentException("usage: ClusterPacking CLUSTERS.tsv PACKED.bin");
        }
        Map<String, String> pathOfWord = new LinkedHashMap<>();
        try (BufferedReader reader = new BufferedReader(
                new InputStreamReader(Files.newInputStream(Path.of(arguments[0])), StandardCharsets.UTF_8))) {
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                int tab = line.indexOf('\t');
                pathOfWord.put(line.substring(0, tab), line.substring(tab + 1));
            }
        }
        try (OutputStream out = Files.newOutputStream(Path.of(arguments[1]))) {
            WordClusterFile.write(pathOfWord, out);
        }
    }
}
