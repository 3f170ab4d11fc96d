package org.newsweft.jobs.evaluate;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.zip.GZIPInputStream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.newsweft.store.RunFailure;
import org.newsweft.store.RunFailure.Kind;

/** A gold file on this machine: JSON lines, one JSON array, or CSV with a header; each also {@code .gz}. */
public final class GoldFile {
    private static final ObjectMapper JSON = new ObjectMapper();

    private GoldFile() {}

    /**
     * Reads all records; those of a CSV file have its columns as text.
     *
     * @throws RunFailure if there is no such file, or if it is not what its name says
     */
    public static List<JsonNode> read(Path file) {
        String name = file.toString().toLowerCase(Locale.ROOT);
        boolean isPacked = name.endsWith(".gz");
        try (InputStream raw = new BufferedInputStream(Files.newInputStream(file));
                Reader reader =
                        new InputStreamReader(isPacked ? new GZIPInputStream(raw) : raw, StandardCharsets.UTF_8)) {
            List<JsonNode> records = name.contains(".csv") ? csv(reader) : json(reader);
            if (records.isEmpty()) {
                throw new RunFailure(Kind.USAGE, "the gold file " + file + " holds no record");
            }
            return records;
        } catch (JsonProcessingException e) {
            throw new RunFailure(
                    Kind.USAGE,
                    "the gold file %s is not JSON in line %d: %s"
                            .formatted(file, e.getLocation().getLineNr(), e.getOriginalMessage()),
                    e);
        } catch (IOException e) {
            throw new RunFailure(Kind.USAGE, "the gold file %s cannot be read: %s".formatted(file, e), e);
        }
    }

    private static List<JsonNode> json(Reader reader) throws IOException {
        List<JsonNode> records = new ArrayList<>();
        // An array is read element by element, like the values of a file that has no array around them.
        try (MappingIterator<JsonNode> values = JSON.readerFor(JsonNode.class).readValues(reader)) {
            while (values.hasNextValue()) {
                records.add(values.nextValue());
            }
        }
        return records;
    }

    private static List<JsonNode> csv(Reader reader) throws IOException {
        List<JsonNode> records = new ArrayList<>();
        CSVFormat withHeader = CSVFormat.RFC4180
                .builder()
                .setHeader()
                .setSkipHeaderRecord(true)
                .get();
        for (CSVRecord row : withHeader.parse(reader)) {
            ObjectNode record = JSON.createObjectNode();
            row.toMap().forEach(record::put);
            records.add(record);
        }
        return records;
    }
}
