package org.newsweft.corpus;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The formats a corpus file can have, told by its name. */
enum CorpusFormat {
    /** One article, as plain text. */
    TEXT(".txt"),
    /** One web page. */
    HTML(".html", ".htm"),
    /** One JSON object per line. */
    JSON_LINES(".jsonl", ".json"),
    /** Comma-separated values with a header line. */
    CSV(".csv"),
    /** Parquet, whose columns are the fields. Packed within. */
    PARQUET(".parquet"),
    /** A web archive: the HTML pages among its response records. */
    WARC(".warc"),
    /** A web archive of extracted text: its conversion records. */
    WET(".wet");

    /** How a file is packed, told by the last ending of its name. */
    enum Compression {
        NONE(""),
        GZIP(".gz"),
        BZIP2(".bz2"),
        ZSTANDARD(".zst");

        private final String ending;

        Compression(String ending) {
            this.ending = ending;
        }

        /** How a file with this name is packed. */
        static Compression of(String fileName) {
            String name = fileName.toLowerCase(Locale.ROOT);
            return Arrays.stream(values())
                    .filter(compression -> compression != NONE && name.endsWith(compression.ending))
                    .findFirst()
                    .orElse(NONE);
        }
    }

    private static final List<String> UNFINISHED = List.of(
            "._copying_",
            ".part",
            ".partial",
            ".filepart",
            ".tmp",
            ".temp",
            ".crdownload",
            ".download",
            ".inprogress",
            ".incomplete");

    private final List<String> endings;

    CorpusFormat(String... endings) {
        this.endings = List.of(endings);
    }

    /** The format of a file with this name; empty if it is none of them. */
    static Optional<CorpusFormat> of(String fileName) {
        Compression compression = Compression.of(fileName);
        String name = fileName.toLowerCase(Locale.ROOT);
        String plain = name.substring(0, name.length() - compression.ending.length());
        return Arrays.stream(values())
                .filter(format -> format.endings.stream().anyMatch(plain::endsWith))
                // Parquet is read from its end, which a packed file does not let one reach.
                .filter(format -> format != PARQUET || compression == Compression.NONE)
                .findFirst();
    }

    /** True if several tasks can read parts of such a file, each without the others. */
    boolean isSplittable(Compression compression) {
        return switch (this) {
            case JSON_LINES -> compression == Compression.NONE || compression == Compression.BZIP2;
            case PARQUET -> true;
            case TEXT, HTML, CSV, WARC, WET -> false;
        };
    }

    /** True for a name that tools give to a file while they write it. */
    static boolean isUnfinished(String fileName) {
        String name = fileName.toLowerCase(Locale.ROOT);
        return UNFINISHED.stream().anyMatch(name::endsWith);
    }

    /** The endings that are read, for a message. */
    static String endingsRead() {
        return ".txt, .html, .htm, .jsonl, .json, .csv, .warc, .wet (each also .gz, .bz2, .zst) and .parquet";
    }
}
