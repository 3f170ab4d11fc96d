package org.newsweft.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;

/** The texts that a benchmark works on: the project's own seeds, or any corpus of JSON lines. */
final class BenchmarkTexts {
    /** Value of the parameter {@code corpus} that stands for the five articles in {@code seeds/}. */
    static final String SEEDS = "seeds";

    private BenchmarkTexts() {}

    /**
     * Reads texts into memory.
     *
     * @param corpus {@link #SEEDS}, or a file of JSON lines, plain or {@code .gz}
     * @param field field of the records with the text
     * @param atMost texts to take, from the first
     */
    static List<String> read(String corpus, String field, int atMost) throws IOException {
        return corpus.equals(SEEDS) ? seeds() : records(Path.of(corpus), field, atMost);
    }

    private static List<String> seeds() throws IOException {
        Path folder = Path.of(System.getProperty("newsweft.home", "."), "seeds");
        List<String> texts = new ArrayList<>();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.sorted().toList()) {
                texts.add(Files.readString(file));
            }
        }
        return texts;
    }

    private static List<String> records(Path file, String field, int atMost) throws IOException {
        ObjectMapper json = new ObjectMapper();
        List<String> texts = new ArrayList<>();
        try (InputStream raw = Files.newInputStream(file);
                InputStream plain = file.toString().endsWith(".gz") ? new GZIPInputStream(raw) : raw;
                BufferedReader lines = new BufferedReader(new InputStreamReader(plain, StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null && texts.size() < atMost; line = lines.readLine()) {
                JsonNode text = json.readTree(line).get(field);
                if (text != null && text.isTextual()) {
                    texts.add(text.textValue());
                }
            }
        }
        if (texts.isEmpty()) {
            throw new IllegalArgumentException("no record of " + file + " has a text in the field " + field);
        }
        return texts;
    }
}
