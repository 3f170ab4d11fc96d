package org.newsweft.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.newsweft.table.facts.Documents;
import org.newsweft.table.facts.Rejects;
import org.newsweft.testing.HostileCorpus;
import org.newsweft.testing.HostileCorpus.Kind;

/** One run over everything that a corpus can be spoilt with: no good document is lost, no bad file is passed over in silence. */
class HostileCorpusTest {
    private static final String SECRET = "pa55word";

    @TempDir
    private Path folder;

    @Test
    void aRunOverItReadsWhatIsGoodAndNamesTheRest() throws IOException {
        List<Kind> kinds = HostileCorpus.kinds();
        Path corpus = Files.createDirectory(folder.resolve("corpus"));
        HostileCorpus.write(kinds, corpus);
        Path outside = Files.createDirectories(corpus.resolve("links"));
        Files.createSymbolicLink(outside.resolve("dangling.txt"), Path.of("nowhere.txt"));
        Files.createSymbolicLink(outside.resolve("self.txt"), Path.of("self.txt"));
        Files.createSymbolicLink(outside.resolve("loop"), Path.of(".."));
        Path warehouse = folder.resolve("warehouse");

        CommandResult.of(
                        "run",
                        "--no-report",
                        "--corpus",
                        corpus.toString(),
                        "--warehouse",
                        warehouse.toString(),
                        "--sentiment",
                        "lexical",
                        "--max-record-bytes",
                        Integer.toString(HostileCorpus.MAXIMUM_RECORD_BYTES))
                .succeeded();

        List<Row> documents = rows(
                warehouse,
                tables -> tables.table(Documents.TABLE)
                        .select(Documents.SOURCE.col(), Documents.URL.col(), Documents.TEXT.col()));
        List<Row> rejects = rows(
                warehouse,
                tables -> tables.table(Rejects.TABLE)
                        .select(Rejects.SOURCE.col(), Rejects.REASON.col(), Rejects.DETAIL.col()));
        Set<String> sources = new HashSet<>();
        documents.forEach(row -> sources.add(row.getString(0)));
        Map<String, Set<String>> reasons = new HashMap<>();
        rejects.forEach(
                row -> reasons.computeIfAbsent(row.getString(0).replaceFirst("#[0-9]+$", ""), file -> new HashSet<>())
                        .add(row.getString(1)));

        List<String> wrong = new ArrayList<>();
        for (Kind kind : kinds) {
            Set<String> missing = new HashSet<>(kind.documents());
            missing.removeAll(sources);
            Set<String> unfit = new HashSet<>(reasons.getOrDefault(kind.file(), Set.of()));
            unfit.removeAll(kind.reasons());
            boolean isSilent = kind.mustBeRejected() && !reasons.containsKey(kind.file());
            if (!missing.isEmpty() || !unfit.isEmpty() || isSilent) {
                wrong.add("%s (%s): missing %s, unfit %s%s"
                        .formatted(kind.name(), kind.file(), missing, unfit, isSilent ? ", not refused" : ""));
            }
        }
        assertThat(wrong).isEmpty();
        assertThat(reasons).containsKeys("links/dangling.txt", "links/self.txt");
        // Each line of JSON is a record, and has its own complaint; of all else there is one a file, or a few.
        assertThat(rejects)
                .filteredOn(row -> !row.getString(0).startsWith("lines/broken.jsonl#"))
                .hasSizeLessThan(4 * kinds.size());
        assertThat(rejects)
                .allSatisfy(row -> assertThat(row.getString(2)).isNotBlank().hasSizeLessThan(500));
        assertThat(documents).noneMatch(row -> String.valueOf(row.getString(1)).contains(SECRET));
        assertThat(sources).noneMatch(source -> source.contains(SECRET));
    }

    private static List<Row> rows(
            Path warehouse, java.util.function.Function<PublishedTables, org.apache.spark.sql.Dataset<Row>> query) {
        return PublishedTables.read(warehouse, tables -> query.apply(tables).collectAsList());
    }
}
