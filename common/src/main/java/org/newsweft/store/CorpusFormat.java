package org.newsweft.store;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The formats a corpus file can have, told by its name. */
public enum CorpusFormat {
    /** One article, as plain text. */
    TEXT(".txt"),
    /** One JSON object per line. */
    JSON_LINES(".jsonl", ".json");

    private static final List<String> COMPRESSIONS = List.of(".gz", ".zst", ".bz2");

    private final List<String> endings;

    CorpusFormat(String... endings) {
        this.endings = List.of(endings);
    }

    /** The format of a file with this name; empty if it is none of them. */
    public static Optional<CorpusFormat> of(String fileName) {
        String name = fileName.toLowerCase(Locale.ROOT);
        for (String compression : COMPRESSIONS) {
            if (name.endsWith(compression)) {
                name = name.substring(0, name.length() - compression.length());
                break;
            }
        }
        String plain = name;
        return Arrays.stream(values())
                .filter(format -> format.endings.stream().anyMatch(plain::endsWith))
                .findFirst();
    }

    /** The endings that are read, for a message. */
    public static String endingsRead() {
        return ".txt, .jsonl, .json (each also .gz, .zst, .bz2)";
    }
}
