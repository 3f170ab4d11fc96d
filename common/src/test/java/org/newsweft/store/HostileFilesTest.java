package org.newsweft.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.newsweft.corpus.CorpusSettings;
import org.newsweft.corpus.FileSplit;
import org.newsweft.corpus.RecordReader;
import org.newsweft.corpus.RecordRow;
import org.newsweft.testing.HostileCorpus;
import org.newsweft.testing.HostileCorpus.Kind;

/** Every file of the hostile corpus through the reader: what can be read is, the rest has a fitting reason, nothing takes long. */
class HostileFilesTest {
    private static final long MOST_SECONDS = 20;

    @TempDir
    private Path corpus;

    @Test
    void thereAreManyKinds() {
        assertThat(HostileCorpus.kinds()).hasSizeGreaterThan(150);
        assertThat(HostileCorpus.kinds().stream().map(Kind::file)).doesNotHaveDuplicates();
    }

    @Test
    void everyFileIsReadOrRefusedByName() {
        // Files whose trouble is their name are for a whole run.
        List<Kind> kinds = HostileCorpus.kinds().stream()
                .filter(kind -> !kind.file().startsWith("names/"))
                .toList();
        HostileCorpus.write(kinds, corpus);
        RecordReader reader = new RecordReader(
                new CorpusSettings(List.of("any"), Map.of(), HostileCorpus.MAXIMUM_RECORD_BYTES), new Configuration());
        List<String> wrong = new ArrayList<>();
        for (Kind kind : kinds) {
            long start = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
            String problem = problem(kind, reader);
            long seconds = (ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - start) / 1_000_000_000;
            if (problem != null) {
                wrong.add(kind.name() + " (" + kind.file() + "): " + problem);
            } else if (seconds > MOST_SECONDS) {
                wrong.add(kind.name() + " (" + kind.file() + ") took " + seconds + " s");
            }
        }
        assertThat(wrong).isEmpty();
    }

    private String problem(Kind kind, RecordReader reader) {
        long length = kind.bytes().length;
        Set<String> sources = new HashSet<>();
        Set<String> reasons = new HashSet<>();
        try {
            Iterator<Row> rows = reader.records(
                    new FileSplit(corpus.resolve(kind.file()).toUri().toString(), kind.file(), length, 0, length, 0));
            while (rows.hasNext()) {
                Row row = rows.next();
                String reason = row.getString(RecordRow.SCHEMA.fieldIndex("reason"));
                if (reason == null) {
                    sources.add(row.getString(RecordRow.SCHEMA.fieldIndex("source")));
                } else {
                    reasons.add(reason);
                }
            }
        } catch (RuntimeException | StackOverflowError | OutOfMemoryError e) {
            return "threw " + e;
        }
        Set<String> missing = new HashSet<>(kind.documents());
        missing.removeAll(sources);
        Set<String> unfit = new HashSet<>(reasons);
        unfit.removeAll(kind.reasons());
        if (!missing.isEmpty()) {
            return "lacks " + missing + ", has " + sources + " and " + reasons;
        }
        if (!unfit.isEmpty()) {
            return "is refused as " + unfit + ", may be " + kind.reasons();
        }
        return kind.mustBeRejected() && reasons.isEmpty() ? "is not refused, but read as " + sources : null;
    }
}
