package org.newsweft.store;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.newsweft.store.RunFailure.Kind;

/**
 * The user's file of entities ({@code --entities}): who goes by which names, and who is never the same. What it says
 * always wins.
 *
 * <p>Either CSV with a header, or one JSON object a line ({@code .json}, {@code .jsonl}). Columns, in any order:
 *
 * <ul>
 *   <li>{@code id} (required): id in the tables, {@code person:...} or any other {@code type:...};
 *   <li>{@code label}: name for people to read; the first alias where it is missing;
 *   <li>{@code type}: person, organization, country, region, place or other; what the id begins with where it is missing;
 *   <li>{@code aliases}: names as articles write them, or ids of the tables; in CSV separated by {@code |};
 *   <li>{@code never}: names or ids that are never this entity; in CSV separated by {@code |}.
 * </ul>
 *
 * @param entries its entities, in order
 * @param hash SHA-256 of its bytes in hexadecimal; empty for no file
 */
public record EntityFile(List<Entry> entries, String hash) {
    /** No file at all. */
    public static final EntityFile NONE = new EntityFile(List.of(), "");

    private static final long MOST_BYTES = 50_000_000;
    private static final Pattern ID = Pattern.compile("[a-z]+:\\S+");
    private static final Set<String> TYPES = Set.of("person", "organization", "country", "region", "place", "other");
    private static final Set<String> FIELDS = Set.of("id", "label", "type", "aliases", "never");
    private static final Pattern BAR = Pattern.compile("\\|");
    private static final ObjectMapper JSON = new ObjectMapper();

    /**
     * One entity.
     *
     * @param id id in the tables
     * @param label name for people to read
     * @param type type in the tables
     * @param names names and ids that mean it; its id among them
     * @param never names and ids that never mean it
     */
    public record Entry(String id, String label, String type, List<String> names, List<String> never) {
        public Entry {
            Objects.requireNonNull(id, "id is null");
            Objects.requireNonNull(label, "label is null");
            Objects.requireNonNull(type, "type is null");
            names = List.copyOf(names);
            never = List.copyOf(never);
        }
    }

    public EntityFile {
        entries = List.copyOf(entries);
        Objects.requireNonNull(hash, "hash is null");
    }

    /**
     * Reads a file of any Hadoop file system.
     *
     * @throws RunFailure of kind usage, naming file and line, if it cannot be read or says what makes no sense
     */
    public static EntityFile read(String location, Configuration hadoop) {
        byte[] bytes = bytes(location, hadoop);
        String text;
        try {
            text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException e) {
            throw new RunFailure(Kind.USAGE, location + " is not UTF-8: save it as UTF-8", e);
        }
        String lower = location.toLowerCase(Locale.ROOT);
        boolean isJson = lower.endsWith(".json") || lower.endsWith(".jsonl");
        String content = text.startsWith("\uFEFF") ? text.substring(1) : text;
        Lines lines = new Lines(location);
        if (isJson) {
            readJson(content, lines);
        } else {
            readCsv(content, lines);
        }
        return new EntityFile(lines.entries, hash(bytes));
    }

    private static byte[] bytes(String location, Configuration hadoop) {
        try {
            Path path = new Path(location);
            FileSystem files = path.getFileSystem(hadoop);
            if (!files.exists(path)) {
                throw new RunFailure(Kind.USAGE, "no such file: " + location + " (--entities)");
            }
            if (files.getFileStatus(path).getLen() > MOST_BYTES) {
                throw new RunFailure(
                        Kind.USAGE, location + " is larger than 50 MB: --entities takes a list that people keep");
            }
            try (InputStream stream = files.open(path)) {
                return stream.readAllBytes();
            }
        } catch (IOException e) {
            throw new RunFailure(Kind.USAGE, "cannot read " + location + ": " + e.getMessage(), e);
        }
    }

    private static void readCsv(String content, Lines lines) {
        CSVFormat format = CSVFormat.DEFAULT
                .builder()
                .setHeader()
                .setSkipHeaderRecord(true)
                .setIgnoreSurroundingSpaces(true)
                .setIgnoreEmptyLines(true)
                .setCommentMarker('#')
                .get();
        try (CSVParser parser = CSVParser.builder()
                .setFormat(format)
                .setReader(new StringReader(content))
                .get()) {
            List<String> header = parser.getHeaderNames();
            lines.demandFields(1, header);
            for (CSVRecord row : parser) {
                long line = parser.getCurrentLineNumber();
                if (row.size() > header.size()) {
                    throw lines.wrong(
                            line, "has " + row.size() + " fields, the header " + header.size() + ": quote commas");
                }
                Map<String, String> fields = row.toMap();
                lines.add(
                        line,
                        fields.getOrDefault("id", ""),
                        fields.getOrDefault("label", ""),
                        fields.getOrDefault("type", ""),
                        parts(fields.getOrDefault("aliases", "")),
                        parts(fields.getOrDefault("never", "")));
            }
        } catch (IOException | java.io.UncheckedIOException | IllegalArgumentException | IllegalStateException e) {
            throw new RunFailure(Kind.USAGE, lines.location + " is no CSV with a header: " + e.getMessage(), e);
        }
    }

    private static void readJson(String content, Lines lines) {
        long line = 0;
        for (String json : content.lines().toList()) {
            line++;
            if (json.isBlank()) {
                continue;
            }
            try {
                JsonNode node = JSON.readTree(json);
                if (!node.isObject()) {
                    throw lines.wrong(line, "is no JSON object");
                }
                List<String> fields = new ArrayList<>();
                node.fieldNames().forEachRemaining(fields::add);
                lines.demandFields(line, fields);
                lines.add(
                        line,
                        node.path("id").asText(""),
                        node.path("label").asText(""),
                        node.path("type").asText(""),
                        lines.names(line, node.path("aliases")),
                        lines.names(line, node.path("never")));
            } catch (JsonProcessingException e) {
                throw lines.wrong(line, "is no JSON: " + e.getOriginalMessage());
            }
        }
    }

    private static List<String> parts(String joined) {
        return BAR.splitAsStream(joined)
                .map(String::strip)
                .filter(part -> !part.isEmpty())
                .toList();
    }

    private static String hash(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    /** The entries read so far; refuses what contradicts them. */
    private static final class Lines {
        private final String location;
        private final List<Entry> entries = new ArrayList<>();
        private final Map<String, Long> lineOfName = new HashMap<>();

        private Lines(String location) {
            this.location = location;
        }

        private void demandFields(long line, List<String> fields) {
            for (String field : fields) {
                if (!FIELDS.contains(field)) {
                    throw wrong(
                            line, "has the unknown field '" + field + "'; known are id, label, type, aliases, never");
                }
            }
            if (!fields.contains("id")) {
                throw wrong(line, "has no field 'id'");
            }
        }

        private List<String> names(long line, JsonNode array) {
            if (array.isMissingNode() || array.isNull()) {
                return List.of();
            }
            if (!array.isArray()) {
                throw wrong(line, "needs a list of names in aliases and never: [\"...\", \"...\"]");
            }
            List<String> names = new ArrayList<>();
            array.forEach(name -> names.add(name.asText().strip()));
            return names.stream().filter(name -> !name.isEmpty()).toList();
        }

        private void add(long line, String id, String label, String type, List<String> aliases, List<String> never) {
            if (!ID.matcher(id).matches()) {
                throw wrong(line, "has the id '" + id + "': write type:name without spaces, such as person:john-kerry");
            }
            String kind = type.isEmpty() ? id.substring(0, id.indexOf(':')) : type;
            if (!TYPES.contains(kind)) {
                throw wrong(
                        line,
                        "has the type '" + kind + "'; known are person, organization, country, region, place, other");
            }
            List<String> names = new ArrayList<>(List.of(id));
            if (!label.isEmpty()) {
                names.add(label);
            }
            names.addAll(aliases);
            if (label.isEmpty() && aliases.isEmpty()) {
                throw wrong(line, "names nothing: give a label or aliases");
            }
            for (String name : new HashSet<>(names)) {
                Long other = lineOfName.putIfAbsent(name.toLowerCase(Locale.ROOT), line);
                if (other != null) {
                    throw wrong(line, "gives '" + name + "' another meaning than line " + other);
                }
            }
            for (String name : never) {
                if (names.contains(name)) {
                    throw wrong(line, "says that '" + name + "' is and is never " + id);
                }
            }
            entries.add(new Entry(id, label.isEmpty() ? aliases.get(0) : label, kind, names, never));
        }

        private RunFailure wrong(long line, String what) {
            return new RunFailure(Kind.USAGE, location + ", line " + line + ": " + what);
        }
    }
}
