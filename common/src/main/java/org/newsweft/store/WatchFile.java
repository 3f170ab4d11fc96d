package org.newsweft.store;

import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.newsweft.store.RunFailure.Kind;

/**
 * The user's list of what to keep an eye on ({@code --watch}): CSV in UTF-8 with a header.
 *
 * <ul>
 *   <li>{@code watch} (required): a word or phrase, a name or id as in {@code entities}, or two names with {@code " + "}
 *       between them;
 *   <li>{@code factor}: how many times as many articles as before are worth an alert; {@value #USUAL_FACTOR} where neither
 *       this nor a count is given;
 *   <li>{@code count}: how many articles in a period are.
 * </ul>
 *
 * @param watches what it lists, in order
 */
public record WatchFile(List<Watch> watches) {
    /** No file at all. */
    public static final WatchFile NONE = new WatchFile(List.of());

    private static final double USUAL_FACTOR = 2;
    private static final long MOST_BYTES = 5_000_000;
    private static final Set<String> FIELDS = Set.of("watch", "factor", "count");

    /**
     * One thing to watch.
     *
     * @param watched as the user wrote it
     * @param factor times as many as before, above 1; null for no matter
     * @param count articles in a period, 1 or more; null for no matter
     */
    public record Watch(String watched, Double factor, Long count) {
        public Watch {
            Objects.requireNonNull(watched, "watched is null");
        }

        /** The names of a pair; one name or term otherwise. */
        public List<String> names() {
            return List.of(watched.split(" \\+ ", 2));
        }
    }

    public WatchFile {
        watches = List.copyOf(watches);
    }

    /**
     * Reads a file of any Hadoop file system.
     *
     * @throws RunFailure of kind usage, naming file and line, if it cannot be read or says what makes no sense
     */
    public static WatchFile read(String location, Configuration hadoop) {
        try {
            Path path = new Path(location);
            FileSystem files = path.getFileSystem(hadoop);
            if (!files.exists(path)) {
                throw new RunFailure(Kind.USAGE, "no such file: " + location + " (--watch)");
            }
            if (files.getFileStatus(path).getLen() > MOST_BYTES) {
                throw new RunFailure(
                        Kind.USAGE, location + " is larger than 5 MB: --watch takes a list that people keep");
            }
            try (InputStream stream = files.open(path)) {
                return parse(location, new String(stream.readAllBytes(), StandardCharsets.UTF_8));
            }
        } catch (IOException e) {
            throw new RunFailure(Kind.USAGE, "cannot read " + location + ": " + e.getMessage(), e);
        }
    }

    static WatchFile parse(String location, String text) throws IOException {
        CSVFormat format = CSVFormat.DEFAULT
                .builder()
                .setHeader()
                .setSkipHeaderRecord(true)
                .setIgnoreSurroundingSpaces(true)
                .setIgnoreEmptyLines(true)
                .setCommentMarker('#')
                .get();
        String content = text.startsWith("\uFEFF") ? text.substring(1) : text;
        List<Watch> watches = new ArrayList<>();
        try (CSVParser parser = CSVParser.builder()
                .setReader(new StringReader(content))
                .setFormat(format)
                .get()) {
            if (!parser.getHeaderNames().contains("watch") || !FIELDS.containsAll(parser.getHeaderNames())) {
                throw new RunFailure(
                        Kind.USAGE, location + ": the first line must name the columns: watch, and factor or count");
            }
            for (CSVRecord line : parser) {
                watches.add(watch(location, line));
            }
        }
        return new WatchFile(watches);
    }

    private static Watch watch(String location, CSVRecord line) {
        String where = location + ", record " + line.getRecordNumber();
        String watched = field(line, "watch");
        String factor = field(line, "factor");
        String count = field(line, "count");
        if (watched.isEmpty()) {
            throw new RunFailure(Kind.USAGE, where + ": nothing to watch");
        }
        try {
            Double times = factor.isEmpty() ? (count.isEmpty() ? (Double) USUAL_FACTOR : null) : Double.valueOf(factor);
            Long articles = count.isEmpty() ? null : Long.valueOf(count);
            if ((times != null && !(times > 1)) || (articles != null && articles < 1)) {
                throw new RunFailure(Kind.USAGE, where + ": a factor must be above 1, a count 1 or more");
            }
            return new Watch(watched, times, articles);
        } catch (NumberFormatException e) {
            throw new RunFailure(Kind.USAGE, where + ": factor and count must be numbers", e);
        }
    }

    private static String field(CSVRecord line, String name) {
        return line.isSet(name) ? line.get(name) : "";
    }
}
